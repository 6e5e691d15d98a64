import type { Circumstances } from './activation.ts';
import { dayOf, elapsed, later, type Day, type Instant } from './calendar.ts';
import type { Language } from './catalogue.ts';
import { editOrder, mustHave, unchanged, type Change } from './change.ts';
import type { PartnerEvent } from './history.ts';
import type { AttemptKey, CardSession, OrderNumber, PaymentId } from './ids.ts';
import { currentMembership } from './membership.ts';
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

/** Other money may have come since the page was asked for: it would take too much. */
export const asksWhatIsDue = (order: Order, attempt: CardAttempt): boolean =>
  attempt.amount.minor === due(order).minor;

/** Whether the page can still be handed out; one whose outcome is not known is asked for again by its key. */
export const isUsable = (order: Order, attempt: CardAttempt, now: Instant): boolean =>
  asksWhatIsDue(order, attempt) &&
  (attempt.expiresAt === undefined || Date.parse(attempt.expiresAt) - Date.parse(now) >= shortestLifeMs);

/** A gateway that refuses to say how a page stands may be asked with a wrong key: money may lie there until then. */
const longestDoubtMs = 7 * 86_400_000;

/** Whether a page that the gateway does not know, and on which nobody can pay any more, is given up. */
export const isGivenUp = (attempt: CardAttempt, now: Instant): boolean =>
  attempt.expiresAt !== undefined && elapsed(attempt.expiresAt, now) > longestDoubtMs;

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

/**
 * The page can't be paid on any more; `expired` after `completed` changes nothing. `failed` means that no page was
 * ever handed out: where another device has got it meanwhile, the attempt goes on.
 */
export const endAttempt = (
  partner: Partner,
  number: OrderNumber,
  key: AttemptKey,
  end: AttemptEnd,
): Change => {
  const attempt = attemptOf(partner, number, key);
  if (!attempt || !isGoing(attempt) || (end === 'failed' && attempt.state === 'open'))
    return unchanged(partner);
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

/** Money that the gateway says it has taken. */
export interface Charge {
  /** The gateway's id of the charge; what a refund names. */
  readonly id: PaymentId;
  readonly attempt: AttemptKey;
  readonly session: CardSession;
  readonly amount: Money;
  /** The day of the charge in UTC. */
  readonly on: Day;
  /** Real money, or the gateway's test mode. */
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

/** A renewal is sold in its window, and while the order that was placed there is open; later it is a new purchase. */
const canBeRenewed = (partner: Partner, order: Order, { catalogue, now }: Circumstances): boolean =>
  order.renews === undefined ||
  currentMembership(catalogue, partner, order.level, dayOf(now))?.membership.anniversary === order.renews;

/** Whether what an expired order bought could be bought now: nothing stands in its place, requirements met. */
const isSellable = (partner: Partner, order: Order, circumstances: Circumstances): boolean =>
  partner.verified &&
  canBeRenewed(partner, order, circumstances) &&
  meetsRequirements(partner, order.competency, order.level) &&
  !partner.orders.some(
    (other) => isOpen(other.state) && (other.level === order.level || other.level === 'gold'),
  );

/** A late charge counts while the offer can still be sold, else only what came in time. */
const countsWhileSellable =
  (circumstances: Circumstances): Counting =>
  (partner, order) =>
    isSellable(partner, order, circumstances) ? unspent(partner, order) : paidInTime(partner, order);

/** Paid on, the page is over, whatever becomes of the money; the other world's charge names a page that goes on. */
const pageUsed = (partner: Partner, number: OrderNumber, { attempt: key, session }: Charge): Partner =>
  editAttempt(partner, number, key, (attempt) =>
    attempt.session === undefined || attempt.session === session
      ? { ...attempt, state: 'paid', end: undefined, url: undefined }
      : attempt,
  );

/**
 * A card charge reaches its order: active at once. Of an order that ended meanwhile it is credit, unless the
 * order expired and can still be sold. `partner` is taken as of now (see `asOf`).
 * @returns `known` where the charge has had its effect already
 */
export const receiveCharge = (
  partner: Partner,
  number: OrderNumber,
  charge: Charge,
  circumstances: ChargeCircumstances,
): Received | (Change & { readonly effect: 'known' }) => {
  const used = pageUsed(partner, number, charge);
  if (receiptOf(partner, charge.id)) return { ...unchanged(used), effect: 'known' };
  const order = mustHave(used, number);
  const payment: Payment = { id: charge.id, source: 'card', amount: charge.amount, valueDate: charge.on };
  const because = mismatch(attemptOf(partner, number, charge.attempt), charge, circumstances.live);
  if (because) return hold(used, order, payment, because);
  return pay(used, order, payment, { ...circumstances, counts: countsWhileSellable(circumstances) });
};

type Receipt = Extract<PartnerEvent, { type: 'paymentReceived' | 'moneyHeld' }>;

/** The whole of a charge that came in, and the order that it named: by the history, whatever has become of it. */
export const receiptOf = (partner: Partner, id: PaymentId): Receipt | undefined =>
  partner.history
    .map(({ event }) => event)
    .find(
      (event): event is Receipt =>
        (event.type === 'paymentReceived' || event.type === 'moneyHeld') && event.payment === id,
    );

/** The charge that paid an active order, if a card did. */
export const chargeOf = (order: Order): Payment | undefined =>
  order.payments.find((payment) => payment.source === 'card');
