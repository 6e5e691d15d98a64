import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asOf } from '../../../membership/rules/as-of.ts';
import { addDays, dayOf, type Instant } from '../../../membership/rules/calendar.ts';
import type { Level } from '../../../membership/rules/catalogue.ts';
import { levels } from '../../../membership/rules/catalogue.ts';
import type { Change } from '../../../membership/rules/change.ts';
import {
  cancelOrder,
  cancelRefusal,
  refundObstacle,
  refundOrder,
  reverseOrder,
} from '../../../membership/rules/ending.ts';
import { money, type Money } from '../../../membership/rules/money.ts';
import { offerFor } from '../../../membership/rules/offers.ts';
import { isOpen, lastDayOf, received, type Order } from '../../../membership/rules/order.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { receiveTransfer } from '../../../membership/rules/payment.ts';
import { placeOrder } from '../../../membership/rules/placing.ts';
import { proofRefusal, rejectProof, submitProof } from '../../../membership/rules/proof.ts';
import { catalogue, competencies, EUR, USD } from '../../support/catalogue.ts';
import { ada, at, order, orderNumber, partner, payment, proof } from '../../support/partner.ts';

/** A partner's story: what was done so far, and what came in and went out by the bank. */
interface Story {
  readonly partner: Partner;
  readonly now: Instant;
  readonly steps: number;
  readonly cameIn: number;
  readonly wentOut: number;
  readonly heldDollars: number;
}
/** With its words, so that a story that breaks a rule can be read. */
interface Step {
  readonly says: string;
  readonly apply: (story: Story) => Story;
}

const on = (story: Story, change: Change): Story => ({ ...story, partner: change.partner });
const pick = (story: Story, nth: number): Order | undefined =>
  story.partner.orders[nth % Math.max(1, story.partner.orders.length)];

const place = (level: Level): Step => ({
  says: `buys ${level}`,
  apply: (story) => {
    const { partner: buyer, now } = story;
    const context = { catalogue, partner: buyer, person: buyer.people[0], today: dayOf(now) };
    const offer = offerFor(context, competencies.analytics, level);
    if (offer.why) return story;
    const { kind, renews, quote } = offer;
    const number = orderNumber(story.steps);
    const lastDay = lastDayOf(now, catalogue.orderDays);
    const placed = order({ number, level, kind, renews, quote, placedAt: now, lastDay });
    return on(story, placeOrder(buyer, placed, { catalogue, now }));
  },
});

/** Pays a part, the whole, or more; `lag` days pass from the value date to the day on which it is seen. */
const pay = (nth: number, percent: number, lag: number): Step => ({
  says: `pays ${percent} % of order ${nth}, seen ${lag} days late`,
  apply: (story) => {
    const paid = pick(story, nth);
    if (!paid) return story;
    const minor = Math.floor((paid.quote.total.minor * percent) / 100);
    const valueDate = addDays(dayOf(story.now), -lag);
    const part = payment(`p${String(story.steps)}`, minor, valueDate);
    const change = receiveTransfer(story.partner, paid.number, part, { catalogue, now: story.now });
    return { ...on(story, change), cameIn: story.cameIn + minor };
  },
});

const payDollars = (nth: number): Step => ({
  says: `pays order ${nth} in dollars`,
  apply: (story) => {
    const paid = pick(story, nth);
    if (!paid) return story;
    const part = { ...payment(`p${String(story.steps)}`, 0, dayOf(story.now)), amount: money(USD, 5) };
    const change = receiveTransfer(story.partner, paid.number, part, { catalogue, now: story.now });
    return { ...on(story, change), heldDollars: story.heldDollars + 5 };
  },
});

const goesOut = (story: Story, change: Change, amount: Money): Story => ({
  ...on(story, change),
  wentOut: story.wentOut + amount.minor,
});

type Act = 'cancel' | 'refund' | 'reverse' | 'proof' | 'reject';
const act = (nth: number, how: Act): Step => ({
  says: `${how} of order ${nth}`,
  apply: (story) => {
    const { partner: owner, now } = story;
    const chosen = pick(story, nth);
    if (!chosen) return story;
    const { number, state } = chosen;
    switch (how) {
      case 'cancel':
        return cancelRefusal(chosen) ? story : on(story, cancelOrder(owner, number, ada, now));
      case 'refund': {
        if (refundObstacle(catalogue, owner, chosen, dayOf(now))) return story;
        const change = refundOrder(owner, number, { on: dayOf(now), reference: 'paid back' }, now);
        const told = change.events.find((event) => event.type === 'orderRefunded');
        return goesOut(story, change, told!.amount);
      }
      case 'reverse':
        return state === 'active'
          ? goesOut(story, reverseOrder(owner, number, now), received(chosen))
          : story;
      case 'proof':
        return proofRefusal(chosen) ? story : on(story, submitProof(owner, number, proof()));
      case 'reject':
        return state === 'proofUnderReview'
          ? on(story, rejectProof(owner, number, 'unreadable', now))
          : story;
    }
  },
});

const pass = (days: number): Step => ({
  says: `${days} days pass`,
  apply: (story) => ({ ...story, now: at(addDays(dayOf(story.now), days)) }),
});

const whichOrder = fc.nat(5);
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...levels).map(place) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(whichOrder, fc.constantFrom(1, 40, 60, 99.5, 100, 100, 130, 250), fc.constantFrom(0, 0, 2, 20))
      .map((given) => pay(...given)),
  },
  { weight: 1, arbitrary: whichOrder.map(payDollars) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(whichOrder, fc.constantFrom<Act>('cancel', 'refund', 'reverse', 'proof', 'reject'))
      .map((given) => act(...given)),
  },
  { weight: 3, arbitrary: fc.constantFrom(1, 10, 31, 340).map(pass) },
);

/** Every deed begins with the partner as of now. */
const tell = (story: Story, step: Step): Story =>
  step.apply({ ...story, steps: story.steps + 1, partner: asOf(story.partner, story.now).partner });

const total = (amounts: readonly Money[]): number => amounts.reduce((all, { minor }) => all + minor, 0);

/** In euros: what came in and did not go out is in orders that are open or active, or the partner's credit. */
const assertConserved = ({ partner: owner, cameIn, wentOut, heldDollars }: Story): void => {
  const living = owner.orders.filter((kept) => isOpen(kept.state) || kept.state === 'active');
  const credit = total(owner.credits.map((kept) => kept.left));
  assert.equal(total(living.map(received)) + credit, cameIn - wentOut, 'money lost or made');
  assert.ok(owner.credits.every((kept) => kept.left.currency === EUR && kept.left.minor > 0));
  assert.equal(total(owner.held.map((held) => held.amount)), heldDollars, 'held');
  assert.equal(new Set(owner.credits.map(({ id }) => id)).size, owner.credits.length, 'a credit twice');
};

const tolerated = catalogue.tolerances['EUR']!.minor;
const assertOrdersSound = ({ partner: owner, now }: Story): void => {
  for (const level of levels) {
    const open = owner.orders.filter((kept) => isOpen(kept.state) && kept.level === level);
    assert.ok(open.length <= 1, `two open orders for ${level}`);
  }
  for (const kept of owner.orders) {
    const missing = kept.quote.total.minor - received(kept).minor;
    if (kept.state === 'active')
      assert.ok(missing >= 0 && missing <= tolerated, `active, missing ${missing}`);
    if (isOpen(kept.state)) assert.ok(missing > tolerated, 'paid, and still open');
    if (isOpen(kept.state)) assert.ok(dayOf(now) <= kept.lastDay, 'open after its last day');
    assert.equal(kept.purchaseDate !== undefined, ['active', 'refunded', 'reversed'].includes(kept.state));
    const memberships = owner.memberships.filter((membership) => membership.order === kept.number);
    assert.equal(memberships.length, kept.purchaseDate === undefined ? 0 : 1, 'one membership a purchase');
    const ending = memberships[0]?.ended?.as;
    if (kept.state === 'active') assert.ok(ending === undefined || ending === 'upgraded');
    else if (ending) assert.equal(ending, kept.state);
  }
  const upgradedBy = owner.memberships.flatMap(({ ended }) => (ended?.by ? [ended.by] : []));
  for (const gold of upgradedBy) {
    assert.equal(
      owner.orders.find((kept) => kept.number === gold)?.state,
      'active',
      'upgraded by what ended',
    );
  }
};

describe('an order’s money, whatever happens', () => {
  it('is never lost and never made; orders and memberships stay sound', () => {
    const runs = process.env['ENDURE'] ? 20_000 : 1500;
    fc.assert(
      fc.property(fc.array(steps, { minLength: 10, maxLength: 40, size: 'max' }), (told) => {
        const begin: Story = {
          partner: partner(),
          now: at('2026-03-02'),
          steps: 0,
          cameIn: 0,
          wentOut: 0,
          heldDollars: 0,
        };
        told.reduce((story, step) => {
          const next = tell(story, step);
          assertConserved(next);
          assertOrdersSound({ ...next, partner: asOf(next.partner, next.now).partner });
          return next;
        }, begin);
      }),
      { seed: 20260302, numRuns: runs },
    );
  });
});
