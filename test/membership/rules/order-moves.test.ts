import assert from 'node:assert/strict';
import { asOf } from '../../../membership/rules/as-of.ts';
import { activate } from '../../../membership/rules/activation.ts';
import { moved } from '../../../membership/rules/change.ts';
import {
  cancelOrder,
  cancelRefusal,
  refundObstacle,
  refundOrder,
  reverseOrder,
} from '../../../membership/rules/ending.ts';
import {
  isOpen,
  mayBecome,
  orderStates,
  type Order,
  type OrderState,
} from '../../../membership/rules/order.ts';
import { receiveTransfer } from '../../../membership/rules/payment.ts';
import { proofRefusal, rejectProof, submitProof } from '../../../membership/rules/proof.ts';
import { catalogue } from '../../support/catalogue.ts';
import { ada, at, day, order, partner, payment, proof } from '../../support/partner.ts';

/** State → the states that it may become, as the domain has it. */
const table: Readonly<Record<OrderState, readonly OrderState[]>> = {
  awaitingCardPayment: ['active', 'cancelled', 'expired'],
  awaitingTransfer: ['proofUnderReview', 'active', 'cancelled', 'expired'],
  proofUnderReview: ['active', 'awaitingTransfer', 'expired'],
  active: ['refunded', 'reversed'],
  expired: ['active'],
  cancelled: [],
  refunded: [],
  reversed: [],
};

describe('orders: every state to every state', () => {
  for (const from of orderStates)
    for (const to of orderStates)
      it(`${from} → ${to}: ${table[from].includes(to) ? 'yes' : 'no'}`, () => {
        assert.equal(mayBecome(from, to), table[from].includes(to));
        if (table[from].includes(to)) assert.equal(moved(order({ state: from }), to).state, to);
        else assert.throws(() => moved(order({ state: from }), to), RangeError);
      });

  it('there are eight, and three of them are open', () => {
    assert.equal(orderStates.length, 8);
    assert.deepEqual(orderStates.filter(isOpen), [
      'awaitingCardPayment',
      'awaitingTransfer',
      'proofUnderReview',
    ]);
  });
});

const now = at('2026-03-20');
const back = { on: day('2026-03-20'), reference: 'back' };
const inState = (state: OrderState): Order =>
  order({
    state,
    proofs: state === 'proofUnderReview' ? [proof()] : [],
    ...(state === 'active' ? { purchaseDate: day('2026-03-10') } : {}),
  });

/** What a deed makes of an order; `no` where it refuses. */
type Deed = (kept: Order) => OrderState | 'no';
const after = (kept: Order, change: { partner: { orders: readonly Order[] } }) =>
  change.partner.orders.find(({ number }) => number === kept.number)!.state;
const holding = (kept: Order) => partner({ orders: [kept] });

const deeds: Readonly<Record<string, Deed>> = {
  paidInFull: (kept) =>
    after(
      kept,
      receiveTransfer(holding(kept), kept.number, payment('p', 100_000, '2026-03-20'), { catalogue, now }),
    ),
  paidInPart: (kept) =>
    after(
      kept,
      receiveTransfer(holding(kept), kept.number, payment('p', 40_000, '2026-03-20'), { catalogue, now }),
    ),
  paidTooLate: (kept) =>
    kept.state === 'expired'
      ? after(
          kept,
          receiveTransfer(holding(kept), kept.number, payment('p', 100_000, '2026-04-02'), {
            catalogue,
            now: at('2026-04-03'),
          }),
        )
      : 'no',
  cancelled: (kept) =>
    cancelRefusal(kept) ? 'no' : after(kept, cancelOrder(holding(kept), kept.number, ada, now)),
  proofHandedIn: (kept) =>
    proofRefusal(kept) ? 'no' : after(kept, submitProof(holding(kept), kept.number, proof())),
  timeIsUp: (kept) => after(kept, asOf(holding(kept), at('2026-04-02', '00:00:00.000'))),
  lastMoment: (kept) => after(kept, asOf(holding(kept), at('2026-04-01', '23:59:59.999'))),
  refunded: (kept) =>
    refundObstacle(catalogue, holding(kept), kept, day('2026-03-20'))
      ? 'no'
      : after(kept, refundOrder(holding(kept), kept.number, back, now)),
};

describe('orders: every state against every deed', () => {
  const results: Readonly<Record<OrderState, readonly (OrderState | 'no')[]>> = {
    // paidInFull, paidInPart, paidTooLate, cancelled, proofHandedIn, timeIsUp, lastMoment, refunded
    awaitingCardPayment: [
      'active',
      'awaitingCardPayment',
      'no',
      'cancelled',
      'no',
      'expired',
      'awaitingCardPayment',
      'no',
    ],
    awaitingTransfer: [
      'active',
      'awaitingTransfer',
      'no',
      'cancelled',
      'proofUnderReview',
      'expired',
      'awaitingTransfer',
      'no',
    ],
    proofUnderReview: [
      'active',
      'proofUnderReview',
      'no',
      'no',
      'proofUnderReview',
      'expired',
      'proofUnderReview',
      'no',
    ],
    active: ['active', 'active', 'no', 'no', 'no', 'active', 'active', 'refunded'],
    expired: ['active', 'expired', 'expired', 'no', 'no', 'expired', 'expired', 'no'],
    cancelled: ['cancelled', 'cancelled', 'no', 'no', 'no', 'cancelled', 'cancelled', 'no'],
    refunded: ['refunded', 'refunded', 'no', 'no', 'no', 'refunded', 'refunded', 'no'],
    reversed: ['reversed', 'reversed', 'no', 'no', 'no', 'reversed', 'reversed', 'no'],
  };
  for (const state of orderStates)
    Object.entries(deeds).forEach(([name, deed], column) => {
      it(`${state}, ${name}: ${results[state][column] ?? ''}`, () => {
        assert.equal(deed(inState(state)), results[state][column]);
      });
    });

  /** Deeds without a "no" of their own are faults in any other state. */
  const forced: readonly [name: string, only: readonly OrderState[], deed: (kept: Order) => unknown][] = [
    ['reject a proof', ['proofUnderReview'], (kept) => rejectProof(holding(kept), kept.number, 'dark', now)],
    ['reverse', ['active'], (kept) => reverseOrder(holding(kept), kept.number, now)],
    ['refund', ['active'], (kept) => refundOrder(holding(kept), kept.number, back, now)],
    [
      'activate',
      ['awaitingCardPayment', 'awaitingTransfer', 'proofUnderReview', 'expired'],
      (kept) => activate(holding(kept), kept, day('2026-03-20'), { catalogue, now }),
    ],
  ];
  for (const [name, only, deed] of forced)
    for (const state of orderStates)
      it(`${name} when ${state}: ${only.includes(state) ? 'done' : 'a fault'}`, () => {
        if (only.includes(state)) deed(inState(state));
        else assert.throws(() => deed(inState(state)), RangeError);
      });
});

describe('orders: why one can’t be cancelled', () => {
  const paid = [payment('p', 10_000, '2026-03-05')];
  const rows: readonly [Order, because: string | undefined][] = [
    [order(), undefined],
    [order({ state: 'awaitingCardPayment' }), undefined],
    [order({ proofs: [proof({ rejected: { reason: 'dark', at: now } })] }), undefined],
    [order({ payments: paid }), 'moneyReceived'],
    [order({ state: 'proofUnderReview', payments: paid }), 'proofUnderReview'],
    [order({ state: 'active' }), 'active'],
    ...(['expired', 'cancelled', 'refunded', 'reversed'] as const).map((state): [Order, string] => [
      order({ state }),
      'ended',
    ]),
  ];
  for (const [kept, because] of rows)
    it(`${kept.state}, ${kept.payments.length} payments: ${because ?? 'it can'}`, () => {
      const refusal = cancelRefusal(kept);
      assert.equal(refusal?.kind === 'cannotCancel' ? refusal.because : undefined, because);
    });
});
