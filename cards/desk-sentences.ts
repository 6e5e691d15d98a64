import type { Language } from '../membership/rules/catalogue.ts';
import type { DeskRefusal } from '../membership/rules/desk-refusals.ts';
import { showDay, showInstant, showMoney, showTyped } from './format.ts';
import { say } from './say.ts';

type Of<Kind extends DeskRefusal['kind']> = Extract<DeskRefusal, { kind: Kind }>;

const moneyKnownText = (language: Language, { order: number, day, by }: Of<'moneyKnown'>): string => {
  const facts = { number, day: showDay(language, day) };
  return by === undefined
    ? say(language, 'moneyKnown', facts)
    : say(language, 'moneyKnown.by', { ...facts, name: by });
};

const alreadyPlacedText = (language: Language, { order: number, placed }: Of<'alreadyPlaced'>): string =>
  placed
    ? say(language, 'alreadyPlaced.by', { number, name: placed.by, at: showInstant(language, placed.at) })
    : say(language, 'alreadyPlaced', { number });

const alreadyPaidBackText = (language: Language, { amount, on, by }: Of<'alreadyPaidBack'>): string => {
  const facts = { amount: showMoney(language, amount), day: showDay(language, on) };
  return by === undefined
    ? say(language, 'alreadyPaidBack', facts)
    : say(language, 'alreadyPaidBack.by', { ...facts, name: by });
};

const alreadyDecidedText = (language: Language, { order, as, at, by }: Of<'alreadyDecided'>): string => {
  const moment = showInstant(language, at);
  return say(language, `decided.${as}`, {
    number: order,
    who: by === undefined ? moment : `${by}, ${moment}`,
  });
};

/** What is refused for its day, its amount or its currency. */
const figureText = (
  language: Language,
  refusal: Of<'dayInFuture' | 'dayTooEarly' | 'currencyDiffers' | 'differsFromHand' | 'refundDiffers'>,
): string => {
  switch (refusal.kind) {
    case 'dayInFuture':
      return say(language, 'dayInFuture', { day: showDay(language, refusal.day) });
    case 'dayTooEarly':
      return say(language, 'dayTooEarly', {
        day: showDay(language, refusal.day),
        earliest: showDay(language, refusal.earliest),
      });
    case 'currencyDiffers': {
      const { order: number, currency, given } = refusal;
      return say(language, 'currencyDiffers', { number, currency, given });
    }
    case 'differsFromHand':
      return say(language, 'differsFromHand', {
        number: refusal.order,
        marked: showMoney(language, refusal.marked),
      });
    case 'refundDiffers':
      return say(language, 'refundDiffers', {
        number: refusal.order,
        amount: showMoney(language, refusal.toPay),
      });
  }
};

/** A refusal of the operators' desk, or of a refund, as one or two sentences. Plain text, no Markdown. */
export const deskRefusalText = (language: Language, refusal: DeskRefusal): string => {
  switch (refusal.kind) {
    case 'unknownOrder':
    case 'noRefundRequest':
    case 'heldForOther':
    case 'proofReplaced':
      return say(language, refusal.kind, { number: refusal.order });
    case 'ownOrganisation':
    case 'amountNotPositive':
    case 'unknownLine':
    case 'nothingToPayBack':
      return say(language, refusal.kind);
    case 'takesNoTransfer':
      return say(language, 'takesNoTransfer', {
        number: refusal.order,
        method: say(language, `method.${refusal.method}`),
        state: say(language, `order.${refusal.state}`),
      });
    case 'accountUnknown':
      return say(language, 'accountUnknown', { account: showTyped(refusal.account) });
    case 'leftEmpty':
      return say(language, `leftEmpty.${refusal.field}`);
    case 'refundNotPossible':
      return say(language, `refundNotPossible.${refusal.because}`, { number: refusal.order });
    case 'cannotWithdraw':
      return say(language, `cannotWithdraw.${refusal.because}`, { number: refusal.order });
    case 'refundTooLate':
      return say(language, 'refundTooLate', {
        number: refusal.order,
        lastDay: showDay(language, refusal.lastDay),
      });
    case 'gatewayRefused':
      return say(language, 'gatewayRefused', { number: refusal.order, code: refusal.code });
    case 'moreThanThere':
      return say(language, 'moreThanThere', { left: showMoney(language, refusal.left) });
    case 'dayInFuture':
    case 'dayTooEarly':
    case 'currencyDiffers':
    case 'differsFromHand':
    case 'refundDiffers':
      return figureText(language, refusal);
    case 'moneyKnown':
      return moneyKnownText(language, refusal);
    case 'alreadyPlaced':
      return alreadyPlacedText(language, refusal);
    case 'alreadyPaidBack':
      return alreadyPaidBackText(language, refusal);
    case 'alreadyDecided':
      return alreadyDecidedText(language, refusal);
  }
};
