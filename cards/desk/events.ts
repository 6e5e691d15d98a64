import type { Language } from '../../membership/rules/catalogue.ts';
import type { Actor, HistoryEntry, PartnerEvent } from '../../membership/rules/history.ts';
import type { AadObjectId } from '../../membership/rules/ids.ts';
import type { Money } from '../../membership/rules/money.ts';
import { showDay, showInstant, showMoney } from '../format.ts';
import { say } from '../say.ts';

/** What a history needs to name people who are known by their id alone. */
export type NameOf = (id: AadObjectId) => string;

type MoneyEvent = Extract<PartnerEvent, { readonly amount: Money }>;

const moneyText = (language: Language, event: MoneyEvent): string => {
  const amount = showMoney(language, event.amount);
  switch (event.type) {
    case 'paymentReceived':
    case 'moneyHeld':
    case 'creditKept':
    case 'creditTakenUp':
    case 'moneyTakenBack':
    case 'markWithdrawn':
      return say(language, `did.${event.type}`, { amount });
    case 'moneyPaidBack':
      return say(language, 'did.moneyPaidBack', {
        amount,
        day: showDay(language, event.on),
        reference: event.reference,
      });
    case 'orderRefunded':
      return say(language, 'did.orderRefunded', { amount, reference: event.reference });
  }
};

type MembershipEvent = Extract<PartnerEvent, { readonly type: 'membershipEnded' | 'membershipRestored' }>;

const membershipText = (language: Language, event: MembershipEvent): string => {
  const membership = say(language, `membership.${event.level}`);
  return event.type === 'membershipEnded'
    ? say(language, `did.membershipEnded.${event.as}`, { membership })
    : say(language, 'did.membershipRestored', { membership });
};

type ChangeOfData = Extract<PartnerEvent, { readonly type: 'taxIdChanged' | 'contactChanged' }>;

const dataText = (language: Language, event: ChangeOfData): string => {
  const none = say(language, 'nothingThere');
  return event.type === 'taxIdChanged'
    ? say(language, 'did.taxIdChanged', { from: event.from ?? none, to: event.to ?? none })
    : say(language, 'did.contactChanged', { from: event.from.name || none, to: event.to.name });
};

type Plain = Exclude<PartnerEvent, MoneyEvent | MembershipEvent | ChangeOfData>;

const plainText = (language: Language, event: Plain, nameOf: NameOf): string => {
  switch (event.type) {
    case 'orderPlaced': {
      const total = showMoney(language, event.total);
      return say(language, 'did.orderPlaced', { total, method: say(language, `method.${event.method}`) });
    }
    case 'agreementAccepted':
      return say(language, 'did.agreementAccepted', { version: event.version });
    case 'proofRejected':
    case 'refundDeclined':
      return say(language, `did.${event.type}`, { reason: event.reason });
    case 'proofHeld':
      return say(language, 'did.proofHeld', { note: event.note });
    case 'markedByHand':
      return say(language, 'did.markedByHand', { reference: event.reference });
    case 'refundRequested':
      return event.reason === undefined
        ? say(language, 'did.refundRequested')
        : say(language, 'did.refundRequestedFor', { reason: event.reason });
    case 'reminded':
      return say(language, 'did.reminded', { count: event.to.length });
    case 'roleAsked':
      return say(language, 'did.roleAsked', { name: nameOf(event.of) });
    case 'roleGranted':
    case 'roleDeclined':
      return say(language, `did.${event.type}`, { name: nameOf(event.to) });
    case 'proofSubmitted':
    case 'cardPageAsked':
    case 'cardDeclined':
    case 'cardPageEnded':
    case 'lineConfirmed':
    case 'orderActivated':
    case 'orderExpired':
    case 'orderCancelled':
    case 'refundApproved':
    case 'orderReversed':
      return say(language, `did.${event.type}`);
  }
};

/** What happened, as a sentence; an event without one does not compile. */
export const eventText = (language: Language, event: PartnerEvent, nameOf: NameOf): string => {
  if ('amount' in event) return moneyText(language, event);
  if (event.type === 'membershipEnded' || event.type === 'membershipRestored')
    return membershipText(language, event);
  if (event.type === 'taxIdChanged' || event.type === 'contactChanged') return dataText(language, event);
  return plainText(language, event, nameOf);
};

/** Who it was: a person by name, an operator as one. */
export const actorText = (language: Language, by: Actor): string => {
  switch (by.kind) {
    case 'person':
      return by.name;
    case 'operator':
      return say(language, 'by.operator', { name: by.name });
    case 'bank':
    case 'gateway':
    case 'clock':
      return say(language, `by.${by.kind}`);
  }
};

/** What happened, by whom and when, on one line. */
export const happenedText = (language: Language, { event, by, at }: HistoryEntry, nameOf: NameOf): string =>
  say(language, 'lastHappened', {
    what: eventText(language, event, nameOf),
    who: actorText(language, by),
    at: showInstant(language, at),
  });
