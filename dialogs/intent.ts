import type { CardAction } from '../cards/actions.ts';
import { understandAnswer } from '../cards/answers.ts';
import { findArea, findCompetencies } from '../cards/find-competencies.ts';
import { understandWord, type Understood } from '../cards/understand.ts';
import type { Area, Language, Level, PaymentMethod } from '../membership/rules/catalogue.ts';
import type { CommandId, CompetencyId, OrderNumber } from '../membership/rules/ids.ts';
import type { FileSource } from '../membership/proof-ports.ts';
import type { ReminderSubject } from '../membership/rules/reminder.ts';
import type { Purpose } from './choose-competency.ts';
import type { RemindOn } from './remind-later-form.ts';
import type { RoleIntent } from './roles.ts';
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
  | {
      readonly kind: 'renew';
      readonly level?: Level | undefined;
      readonly competency?: CompetencyId | undefined;
    }
  | { readonly kind: 'refund'; readonly order?: OrderNumber | undefined }
  | { readonly kind: 'reminders' }
  | {
      readonly kind: 'remindLater';
      readonly about?: ReminderSubject | undefined;
      readonly pressed?: RemindOn | undefined;
    }
  | {
      readonly kind: 'stopReminding' | 'resumeReminding';
      readonly about?: ReminderSubject | undefined;
      readonly list?: true | undefined;
    }
  | RoleIntent
  /** A press on a card that has had its effect, on this order. */
  | { readonly kind: 'committed'; readonly order: OrderNumber }
  | { readonly kind: 'oldCard' }
  | { readonly kind: 'operatorsOnly' }
  | { readonly kind: 'nothingAsked' }
  | { readonly kind: 'notUnderstood' };

/** A card's nonce is its command's id: one that had its effect is answered as the first time. */
const unlessCommitted = ({ partner }: Turn, command: CommandId, otherwise: Intent): Intent => {
  const handled = partner.handled.find(({ id }) => id === command);
  return handled?.order ? { kind: 'committed', order: handled.order } : otherwise;
};

type RolePress = Extract<CardAction, { action: 'askRole' | 'grantRequest' | 'declineRequest' | 'grantRole' }>;

const ofRolePress = (action: RolePress): RoleIntent => {
  switch (action.action) {
    case 'askRole':
      return { kind: 'askRole', of: action.of, command: action.command };
    case 'grantRequest': {
      const { request, role } = action;
      return { kind: 'answerRole', request, ...(role ? { answer: { as: 'granted', role } } : {}) };
    }
    case 'declineRequest':
      return { kind: 'answerRole', request: action.request, answer: { as: 'declined' } };
    case 'grantRole':
      return { kind: 'grantRole', command: action.nonce, to: action.to, role: action.role };
  }
};

const ofPress = (turn: Turn, action: Exclude<CardAction, { action: 'desk' }>): Intent => {
  switch (action.action) {
    case 'menu':
    case 'help':
    case 'stop':
    case 'orders':
    case 'roles':
    case 'reminders':
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
    case 'cancel':
    case 'refund':
      return { kind: action.action, order: action.order };
    case 'proofFields': {
      const { order, paymentDate, account, reference } = action;
      const entered = { paymentDate, account, reference };
      return unlessCommitted(turn, action.nonce, { kind: 'proof', order, entered });
    }
    case 'changeMethod':
      return { kind: 'changeMethod', order: action.order, to: action.to };
    case 'confirmCancel':
      return unlessCommitted(turn, action.nonce, { kind: 'cancel', order: action.order });
    case 'submit':
      return unlessCommitted(turn, action.nonce, { kind: 'oldCard' });
    case 'renew':
      return { kind: 'renew', level: action.level, competency: action.competency };
    case 'confirmRefund':
      return unlessCommitted(turn, action.nonce, { kind: 'refund', order: action.order });
    case 'remindLater':
      return { kind: 'remindLater', about: action.about };
    case 'remindOn':
      return { kind: 'remindLater', about: action.about, pressed: action };
    case 'stopReminding':
    case 'resumeReminding':
      return { kind: action.action, about: action.about, list: action.list };
    case 'askRole':
    case 'grantRequest':
    case 'declineRequest':
    case 'grantRole':
      return ofRolePress(action);
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
    case 'roles':
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
    case 'refund':
      return { kind: word.intent, order: word.order };
    case 'renew':
    case 'reminders':
    case 'remindLater':
    case 'stopReminding':
      return { kind: word.intent };
    case 'payByCard':
      return { kind: 'changeMethod', order: word.order, to: 'card' };
    case 'payByTransfer':
      return { kind: 'changeMethod', order: word.order, to: 'transfer' };
    case 'queue':
      return { kind: 'operatorsOnly' };
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
    case 'press': {
      const { action } = input;
      // A partner's person has no desk, whatever their card says.
      return action.action === 'desk' ? { kind: 'oldCard' } : ofPress(turn, action);
    }
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
