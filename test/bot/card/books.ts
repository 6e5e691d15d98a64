import assert from 'node:assert/strict';
import { received } from '../../../membership/rules/order.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { Intent, SandboxState } from '../../../playground/sandbox/state.ts';

const isIn = (partner: Partner, charge: string): boolean => {
  const isOf = ({ id }: { readonly id: string }): boolean => id === charge || id.startsWith(`${charge}>`);
  const active = partner.orders.filter(({ state }) => state === 'active').flatMap((order) => order.payments);
  return [...active, ...partner.credits, ...partner.held].some(isOf);
};

const timesTold = (partner: Partner, charge: string): number =>
  partner.history.filter(
    ({ event }) =>
      (event.type === 'paymentReceived' || event.type === 'moneyHeld') && event.payment === charge,
  ).length;

const isGone = ({ charge, amount }: Intent): boolean =>
  charge !== null && (charge.disputed || charge.refunded === amount);

/**
 * What holds whatever went wrong, once the gateway has been heard or asked: no order is charged twice, each charge
 * is in the books once and has an active order, or is kept; and an active order was paid.
 */
export const assertBooks = (partner: Partner, gateway: SandboxState): void => {
  const charged = [...gateway.intents.values()].filter(({ charge }) => charge);
  const orders = charged.map(({ metadata }) => metadata['order']);
  assert.equal(new Set(orders).size, orders.length, 'no order is charged twice');
  for (const intent of charged) {
    assert.equal(timesTold(partner, intent.id), 1, `${intent.id} is in the books once`);
    assert.equal(isIn(partner, intent.id), !isGone(intent), `${intent.id} is kept as long as it is there`);
  }
  for (const order of partner.orders.filter(({ state }) => state === 'active'))
    assert.ok(received(order).minor >= order.quote.total.minor, `${order.number} was paid`);
};
