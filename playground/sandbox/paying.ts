import { chargeObject, disputeObject, intentObject, refundObject, sessionObject } from './objects.ts';
import type { Intent, Session } from './state.ts';
import type { CardOutcome } from './test-cards.ts';
import type { World } from './world.ts';

/** What became of a try to pay. `over`: the page had been paid on or closed before. */
export type Tried =
  | { readonly kind: 'paid' }
  | { readonly kind: 'challenged' }
  | { readonly kind: 'declined'; readonly code: string }
  | { readonly kind: 'over' };

const intentFor = (world: World, session: Session): Intent => {
  const known = world.state.intents.get(session.intent ?? '');
  if (known) return known;
  const { amount, currency, intentMetadata: metadata } = session;
  const intent: Intent = {
    id: world.id('pi'),
    amount,
    currency,
    metadata,
    created: world.now(),
    charge: null,
    failure: null,
  };
  world.state.intents.set(intent.id, intent);
  session.intent = intent.id;
  return intent;
};

const decline = (world: World, session: Session, code: string): Tried => {
  const intent = intentFor(world, session);
  intent.failure = code;
  session.challenged = false;
  world.emit('payment_intent.payment_failed', intentObject(intent));
  return { kind: 'declined', code };
};

const charge = (world: World, session: Session): Intent => {
  const intent = intentFor(world, session);
  intent.charge = { id: world.id('ch'), created: world.now(), refunded: 0, disputed: false };
  intent.failure = null;
  session.status = 'complete';
  session.challenged = false;
  world.emit('checkout.session.completed', sessionObject(world, session));
  return intent;
};

/** The bank behind the card takes the money back. */
export const disputeCharge = (world: World, intent: Intent): void => {
  if (!intent.charge || intent.charge.disputed) return;
  intent.charge.disputed = true;
  world.emit('charge.dispute.funds_withdrawn', disputeObject(world, intent));
};

/** A card is tried on an open page: at most one charge ever comes of a page. */
export const tryCard = (world: World, session: Session, outcome: CardOutcome): Tried => {
  if (session.status !== 'open') return { kind: 'over' };
  switch (outcome.kind) {
    case 'declined':
      return decline(world, session, outcome.code);
    case 'challenged':
      intentFor(world, session);
      session.challenged = true;
      return { kind: 'challenged' };
    case 'succeeds':
      charge(world, session);
      return { kind: 'paid' };
    case 'disputed':
      disputeCharge(world, charge(world, session));
      return { kind: 'paid' };
  }
};

/** The card's holder has answered their bank. */
export const answerChallenge = (world: World, session: Session, proved: boolean): Tried => {
  if (session.status !== 'open') return { kind: 'over' };
  if (!proved || !session.challenged) return decline(world, session, 'payment_intent_authentication_failure');
  charge(world, session);
  return { kind: 'paid' };
};

export const closePage = (world: World, session: Session): void => {
  session.status = 'expired';
  session.challenged = false;
  world.emit('checkout.session.expired', sessionObject(world, session));
};

/** Closes the pages whose time is over. @returns whether there were any */
export const closeOverdue = (world: World): boolean => {
  const overdue = [...world.state.sessions.values()].filter(
    ({ status, expiresAt }) => status === 'open' && expiresAt <= world.now(),
  );
  for (const session of overdue) closePage(world, session);
  return overdue.length > 0;
};

/** @param amount at most what is left of the charge */
export const refundCharge = (
  world: World,
  intent: Intent,
  amount: number,
): ReturnType<typeof refundObject> => {
  const refund = refundObject(world, intent, amount);
  if (intent.charge) {
    intent.charge.refunded += amount;
    world.emit('charge.refunded', chargeObject(intent, intent.charge));
  }
  return refund;
};
