import type { Circumstances } from './activation.ts';
import { later, type Day, type Instant } from './calendar.ts';
import type { Language } from './catalogue.ts';
import { editOrder, mustHave, unchanged, type Change } from './change.ts';
import type { PartnerEvent } from './history.ts';
import type { AttemptKey, CardSession, OrderNumber, PaymentId } from './ids.ts';
import type { Money } from './money.ts';
import { meetsRequirements } from './offers.ts';
import { due, isOpen, type AttemptEnd, type CardAttempt, type Order, type Payment } from './order.ts';
import { orderOf, type HeldMoney, type Partner } from './partner.ts';
import { hold, paidInTime, pay, unspent, type Counting, type Received } from './payment.ts';

/** A page that is closed soon is no longer handed out: whoever opens it needs time to pay. */
const shortestLifeMs = 120_000;

/** Its news are usually there by then. */
const firstLookMs = 120_000;
const nextLookMs = 600_000;

const isGoing = (attempt: CardAttempt): boolean => attempt.state === 'opening' || attempt.state === 'open';

/** The attempt that is asked for or open at the gateway: at most one. */
export const currentAttempt = (order: Order): CardAttempt | undefined => {
  const last = order.attempts?.at(-1);
  return last && isGoing(last) ? last : undefined;
};

/** Whether the page can still be handed out; one whose outcome is not known is asked for again by its key. */
export const isUsable = (attempt: CardAttempt, now: Instant): boolean =>
  attempt.expiresAt === undefined || Date.parse(attempt.expiresAt) - Date.parse(now) >= shortestLifeMs;

const editAttempt = (
  partner: Partner,
  number: OrderNumber,
  key: AttemptKey,
  edit: (attempt: CardAttempt) => CardAttempt,
): Partner =>
  editOrder(partner, number, (order) => ({
    ...order,
    attempts: order.attempts?.map((attempt) => (attempt.key === key ? edit(attempt) : attempt)),
  }));

const attemptOf = (partner: Partner, number: OrderNumber, key: AttemptKey): CardAttempt | undefined =>
  orderOf(partner, number)?.attempts?.find((attempt) => attempt.key === key);

/** Records a new attempt, for what is due; the gateway is called after the commit. */
export const beginAttempt = (
  partner: Partner,
  number: OrderNumber,
  language: Language,
  now: Instant,
): Change => {
  const order = mustHave(partner, number);
  const before = order.attempts ?? [];
  const key = `${number}-${before.length + 1}` as AttemptKey;
  const attempt: CardAttempt = {
    key,
    amount: due(order),
    startedAt: now,
    language,
    lookAt: later(now, firstLookMs),
    state: 'opening',
  };
  return {
    partner: editOrder(partner, number, (current) => ({ ...current, attempts: [...before, attempt] })),
    events: [{ type: 'cardPageAsked', order: number, attempt: key }],
  };
};

/** The attempt was looked at; it is looked at again after a pause. */
export const lookedAt = (partner: Partner, number: OrderNumber, key: AttemptKey, now: Instant): Change =>
  unchanged(editAttempt(partner, number, key, (attempt) => ({ ...attempt, lookAt: later(now, nextLookMs) })));

/** The gateway has opened the page; an attempt that is over stays over. */
export const pageOpened = (
  partner: Partner,
  number: OrderNumber,
  key: AttemptKey,
  page: { readonly session: CardSession; readonly url: string; readonly expiresAt: Instant },
): Change => {
  const { session, url, expiresAt } = page;
  return unchanged(
    editAttempt(partner, number, key, (attempt) =>
      attempt.state === 'opening' ? { ...attempt, state: 'open', session, url, expiresAt } : attempt,
    ),
  );
};

/** The page can't be paid on any more; `expired` after `completed` changes nothing. */
export const endAttempt = (
  partner: Partner,
  number: OrderNumber,
  key: AttemptKey,
  end: AttemptEnd,
): Change => {
  const attempt = attemptOf(partner, number, key);
  if (!attempt || !isGoing(attempt)) return unchanged(partner);
  return {
    partner: editAttempt(partner, number, key, (current) => ({
      ...current,
      state: 'ended',
      end,
      url: undefined,
    })),
    events: [{ type: 'cardPageEnded', order: number, attempt: key, end }],
  };
};

/** A card was declined on the page; the page stays open for another. */
export const cardDeclined = (partner: Partner, number: OrderNumber, key: AttemptKey, at: Instant): Change => {
  const attempt = attemptOf(partner, number, key);
  if (!attempt || !isGoing(attempt) || (attempt.declinedAt !== undefined && attempt.declinedAt >= at)) {
    return unchanged(partner);
  }
  return {
    partner: editAttempt(partner, number, key, (current) => ({ ...current, declinedAt: at })),
    events: [{ type: 'cardDeclined', order: number, attempt: key }],
  };
};

/** Money that the gateway has taken. */
export interface Charge {
  readonly id: PaymentId;
  readonly attempt: AttemptKey;
  readonly amount: Money;
  readonly on: Day;
  readonly live: boolean;
}

export interface ChargeCircumstances extends Circumstances {
  /** Whether this deployment takes real money. */
  readonly live: boolean;
}

/** Amount, currency and mode must be what was asked for; else the money waits for an operator. */
const mismatch = (
  attempt: CardAttempt | undefined,
  charge: Charge,
  live: boolean,
): HeldMoney['because'] | undefined => {
  if (charge.live !== live) return 'wrongMode';
  if (attempt && charge.amount.currency !== attempt.amount.currency) return 'wrongCurrency';
  return attempt?.amount.minor === charge.amount.minor ? undefined : 'wrongAmount';
};

/** Whether what an expired order bought could be bought now: nothing stands in its place, requirements met. */
const isSellable = (partner: Partner, order: Order): boolean =>
  partner.verified &&
  meetsRequirements(partner, order.competency, order.level) &&
  !partner.orders.some(
    (other) => isOpen(other.state) && (other.level === order.level || other.level === 'gold'),
  );

/** A late charge counts while the offer can still be sold, else only what came in time. */
const counts: Counting = (partner, order) =>
  isSellable(partner, order) ? unspent(partner, order) : paidInTime(partner, order);

/** What has been charged already, by the history too: an attempt's money counts once. */
const isKnown = (partner: Partner, id: PaymentId): boolean =>
  partner.history.some(
    ({ event }) => (event.type === 'paymentReceived' || event.type === 'moneyHeld') && event.payment === id,
  );

/**
 * A card charge reaches its order: active at once. Of an order that ended meanwhile it is credit, unless the
 * order expired and can still be sold. `partner` is taken as of now (see `asOf`).
 * @returns undefined where the charge is known already
 */
export const receiveCharge = (
  partner: Partner,
  number: OrderNumber,
  charge: Charge,
  circumstances: ChargeCircumstances,
): Received | undefined => {
  if (isKnown(partner, charge.id)) return undefined;
  const order = mustHave(partner, number);
  const payment: Payment = { id: charge.id, source: 'card', amount: charge.amount, valueDate: charge.on };
  const because = mismatch(attemptOf(partner, number, charge.attempt), charge, circumstances.live);
  if (because) return hold(partner, order, payment, because);
  const paid = editAttempt(partner, number, charge.attempt, (attempt) => ({
    ...attempt,
    state: 'paid',
    url: undefined,
  }));
  return pay(paid, mustHave(paid, number), payment, { ...circumstances, counts });
};

/** The order that a charge paid, or was kept as credit from. */
export const orderOfCharge = (partner: Partner, id: PaymentId): OrderNumber | undefined =>
  partner.history
    .map(({ event }) => event)
    .find(
      (event): event is Extract<PartnerEvent, { type: 'paymentReceived' }> =>
        event.type === 'paymentReceived' && event.payment === id,
    )?.order;

/** The charge that paid an active order, if a card did. */
export const chargeOf = (order: Order): Payment | undefined =>
  order.payments.find((payment) => payment.source === 'card');
