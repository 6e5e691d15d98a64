import { showMoney } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import { refusalText } from '../../cards/sentences.ts';
import { named } from '../../dialogs/views.ts';
import type { CardPorts } from '../../membership/deeds/card-ports.ts';
import { openCardPage } from '../../membership/deeds/open-card-page.ts';
import type { ChatRecords } from '../../membership/ports.ts';
import { asOf } from '../../membership/rules/as-of.ts';
import { currentAttempt } from '../../membership/rules/card.ts';
import type { Catalogue, Language } from '../../membership/rules/catalogue.ts';
import type { Money } from '../../membership/rules/money.ts';
import { due, isOpen, type Order } from '../../membership/rules/order.ts';
import { orderOf, personOf, type Partner } from '../../membership/rules/partner.ts';
import type { PaymentStanding } from '../../pages/return.ts';
import type { OrderClaim } from '../links/claims.ts';
import type { OpenedPage } from '../pay/parts.ts';
import { languageFor } from '../turns/chat.ts';

/** Who came by a link, and for what. */
export interface Visit {
  readonly partner: Partner;
  readonly order: Order;
  readonly language: Language;
}

/** @returns undefined where the order is gone, or the person is not the partner's any more */
export const visitOf = async (
  ports: Pick<CardPorts, 'partners' | 'clock'>,
  chats: ChatRecords,
  { partner: id, order: number, person }: OrderClaim,
): Promise<Visit | undefined> => {
  const stored = await ports.partners.read(id);
  const partner = stored && asOf(stored, ports.clock.now()).partner;
  const order = partner && orderOf(partner, number);
  if (!order || !personOf(partner, person)) return undefined;
  const record = await chats.read({ tenantId: partner.tenantId, aadObjectId: person });
  return { partner, order, language: record ? languageFor(record) : 'en' };
};

/**
 * Until the gateway has spoken it is "confirming", never "not paid": the gateway sends people back only after it
 * took a card, whatever it declined before. "Ended" promises that nothing was charged: money that is held, or kept
 * as credit of an order that has ended, is for the chat to explain.
 */
export const standingOf = ({ order }: Visit): PaymentStanding => {
  if (order.state === 'active') return 'paid';
  if (currentAttempt(order)) return 'confirming';
  return isOpen(order.state) && order.attempts?.at(-1)?.state === 'ended' ? 'ended' : 'gone';
};

/** What is to be paid; once it is paid, what was. */
const amountOf = (order: Order): Money => (due(order).minor > 0 ? due(order) : order.quote.total);

/** What the page says of the purchase. */
export const viewOf = (
  catalogue: Catalogue,
  { partner, order, language }: Visit,
): {
  readonly organisation: string;
  readonly title: string;
  readonly amount: string;
  readonly language: Language;
} => ({
  organisation: partner.name,
  title: `${say(language, `membership.${order.level}`)}, ${named(catalogue, order.competency).name}`,
  amount: showMoney(language, amountOf(order)),
  language,
});

export const openFor = async (
  ports: CardPorts,
  { language }: Visit,
  claim: OrderClaim,
): Promise<OpenedPage> => {
  const { partner, order, person } = claim;
  const known = await ports.partners.read(partner);
  const name = (known && personOf(known, person)?.name) ?? '';
  const doing = {
    partner,
    by: { kind: 'person', aadObjectId: person, name },
    through: 'card',
    command: ports.chance.commandId(),
  } as const;
  const opened = await openCardPage(ports, doing, { person, order, language });
  if (opened.kind === 'page') return opened;
  const { refusal } = opened;
  return refusal.kind === 'gatewayUnsure'
    ? { kind: 'trouble' }
    : { kind: 'refused', words: refusalText(language, refusal) };
};
