import { languages } from '../../membership/rules/catalogue.ts';
import { isMpnId, type MpnId, type OrderNumber } from '../../membership/rules/ids.ts';
import { matterKinds, type MatterKind } from '../../membership/rules/matters.ts';
import { isOrderNumber } from '../../membership/rules/order-number.ts';
import { plainWords } from '../../membership/rules/plain-words.ts';
import { say } from '../say.ts';

/** What an operator typed, where it is none of the words that everybody has. */
export type DeskWord =
  | { readonly kind: 'desk' }
  | { readonly kind: 'queue' }
  | { readonly kind: 'export' }
  | { readonly kind: 'list'; readonly list: MatterKind }
  | { readonly kind: 'order'; readonly order: OrderNumber }
  | { readonly kind: 'mpnId'; readonly mpnId: MpnId }
  | { readonly kind: 'name'; readonly part: string };

const plain = (text: string): string => plainWords(text).join(' ');

/** The words that call the desk, in all three languages; whoever is a partner's person too has them as well. */
const callsDesk = new Set(
  [
    ...languages.flatMap((language) => [say(language, 'typed.desk'), say(language, 'deskTitle')]),
    // As people call it too.
    ...['balie', 'operatorsbalie', 'disk', 'disken', 'operatörsdisken', 'panelen'],
  ].map(plain),
);
const callsQueue = new Set(
  languages.flatMap((language) => [say(language, 'typed.queue'), say(language, 'queueStart')]).map(plain),
);
const callsExport = new Set(languages.map((language) => plain(say(language, 'typed.export'))));
const lists: ReadonlyMap<string, MatterKind> = new Map(
  matterKinds.flatMap((kind) =>
    languages.map((language) => [plain(say(language, `list.${kind}`)), kind] as const),
  ),
);

/** The words that mean the desk whoever types them. */
export const understandDesk = (text: string): DeskWord | undefined => {
  const typed = plain(text);
  if (callsDesk.has(typed)) return { kind: 'desk' };
  if (callsQueue.has(typed)) return { kind: 'queue' };
  return callsExport.has(typed) ? { kind: 'export' } : undefined;
};

/** A list's title, an order number, an MPN ID, or else part of a name. */
export const understandSearch = (text: string): DeskWord => {
  const called = understandDesk(text);
  if (called) return called;
  const list = lists.get(plain(text));
  if (list) return { kind: 'list', list };
  const words = plainWords(text);
  const order = words.find(isOrderNumber) ?? words.join('');
  if (isOrderNumber(order)) return { kind: 'order', order };
  // "MPN 6234461", "MPN ID: 6234461": as it stands on the cards.
  const digits = words.filter((word) => word !== 'mpn' && word !== 'id').join('');
  return isMpnId(digits) ? { kind: 'mpnId', mpnId: digits } : { kind: 'name', part: text };
};
