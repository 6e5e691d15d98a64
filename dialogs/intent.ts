import type { CardAction } from '../cards/actions.ts';
import { understandAnswer } from '../cards/answers.ts';
import { findArea, findCompetencies } from '../cards/find-competencies.ts';
import { understandWord, type Understood } from '../cards/understand.ts';
import type { Area, Language, Level, PaymentMethod } from '../membership/rules/catalogue.ts';
import type { CommandId, CompetencyId, OrderNumber } from '../membership/rules/ids.ts';
import type { FileSource } from '../membership/ports.ts';
import type { Purpose } from './choose-competency.ts';
import type { Turn } from './turn.ts';
import type { EnteredProof } from './typed-proof.ts';

/** What a person wants that no waiting card asked for. */
export type Intent =
  | { readonly kind: 'menu' }
  | { readonly kind: 'help' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'language'; readonly language?: Language | undefined }
  | {
      readonly kind: 'choose';
      readonly purpose: Purpose;
      readonly area?: Area | undefined;
      readonly competency?: CompetencyId | undefined;
      readonly typed?: string | undefined;
    }
  | { readonly kind: 'subscribe'; readonly competency: CompetencyId; readonly level: Level }
  | { readonly kind: 'orders' }
  | { readonly kind: 'order'; readonly order: OrderNumber }
  | {
      readonly kind: 'proof';
      readonly order?: OrderNumber | undefined;
      readonly entered?: EnteredProof | undefined;
    }
  | { readonly kind: 'file'; readonly source: FileSource; readonly text: string }
  | { readonly kind: 'severalFiles' }
  | { readonly kind: 'cancel'; readonly order?: OrderNumber | undefined }
  | {
      readonly kind: 'changeMethod';
      readonly order?: OrderNumber | undefined;
      readonly to: PaymentMethod;
    }
  | { readonly kind: 'receipt'; readonly order?: OrderNumber | undefined }
  /** A press on a card that has had its effect, on this order. */
  | { readonly kind: 'committed'; readonly order: OrderNumber }
  | { readonly kind: 'oldCard' }
  | { readonly kind: 'notYet' }
  | { readonly kind: 'nothingAsked' }
  | { readonly kind: 'notUnderstood' };

/** A card's nonce is its command's id: one that had its effect is answered as the first time. */
const unlessCommitted = ({ partner }: Turn, command: CommandId, otherwise: Intent): Intent => {
  const handled = partner.handled.find(({ id }) => id === command);
  return handled?.order ? { kind: 'committed', order: handled.order } : otherwise;
};

const ofPress = (turn: Turn, action: CardAction): Intent => {
  switch (action.action) {
    case 'menu':
    case 'help':
    case 'stop':
    case 'orders':
      return { kind: action.action };
    case 'language':
      return { kind: 'language', language: action.language };
    case 'offers':
    case 'fee':
      return { kind: 'choose', purpose: action.action };
    case 'area':
      return { kind: 'choose', purpose: 'offers', area: action.area };
    case 'competency':
      return { kind: 'choose', purpose: action.purpose, competency: action.competency };
    case 'subscribe':
      return { kind: 'subscribe', competency: action.competency, level: action.level };
    case 'order':
      return { kind: 'order', order: action.order };
    case 'proof':
      return { kind: 'proof', order: action.order };
    case 'proofFields': {
      const { order, paymentDate, account, reference } = action;
      const entered = { paymentDate, account, reference };
      return unlessCommitted(turn, action.nonce, { kind: 'proof', order, entered });
    }
    case 'cancel':
      return { kind: 'cancel', order: action.order };
    case 'changeMethod':
      return { kind: 'changeMethod', order: action.order, to: action.to };
    case 'confirmCancel':
      return unlessCommitted(turn, action.nonce, { kind: 'cancel', order: action.order });
    case 'submit':
      return unlessCommitted(turn, action.nonce, { kind: 'oldCard' });
    case 'next':
    case 'back':
    case 'keep':
      return { kind: 'oldCard' };
  }
};

const ofWord = (word: Understood): Intent => {
  switch (word.intent) {
    case 'menu':
    case 'help':
    case 'stop':
    case 'orders':
      return { kind: word.intent };
    case 'language':
      return { kind: 'language', language: word.language };
    case 'offers':
    case 'fee':
      return { kind: 'choose', purpose: word.intent };
    case 'order':
      return { kind: 'order', order: word.order };
    case 'proof':
    case 'cancel':
    case 'receipt':
      return { kind: word.intent, order: word.order };
    case 'payByCard':
      return { kind: 'changeMethod', order: word.order, to: 'card' };
    case 'payByTransfer':
      return { kind: 'changeMethod', order: word.order, to: 'transfer' };
    case 'renew':
    case 'refund':
    case 'reminders':
    case 'queue':
      return { kind: 'notYet' };
  }
};

const ofText = ({ deeds }: Turn, text: string): Intent => {
  const [only, second] = findCompetencies(deeds.catalogue, text);
  if (only)
    return { kind: 'choose', purpose: 'offers', ...(second ? { typed: text } : { competency: only.id }) };
  const area = findArea(text);
  if (area) return { kind: 'choose', purpose: 'offers', area };
  return { kind: understandAnswer(text) ? 'nothingAsked' : 'notUnderstood' };
};

/** They may answer the card that waits: which order, which payment preference. */
const answering: readonly Understood['intent'][] = ['order', 'payByCard', 'payByTransfer'];

/** A word of the vocabulary means the same whatever card waits, but for what may answer one. */
export const wordIntent = ({ input }: Turn): Intent | undefined => {
  const word = input.kind === 'text' ? understandWord(input.text) : undefined;
  return word && !answering.includes(word.intent) ? ofWord(word) : undefined;
};

/** What the input means where no waiting card takes it. */
export const intentOf = (turn: Turn): Intent => {
  const { input } = turn;
  switch (input.kind) {
    case 'press':
      return ofPress(turn, input.action);
    case 'text': {
      const word = understandWord(input.text);
      return word ? ofWord(word) : ofText(turn, input.text);
    }
    case 'file':
    case 'severalFiles':
      return input;
    case 'strangePress':
      return { kind: 'oldCard' };
  }
};
