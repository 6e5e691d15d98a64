import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DeskRefusal } from '../../../membership/rules/desk-refusals.ts';
import { at, day, eur, order } from '../../support/partner.ts';
import { deskHouse, first, insider, kinds, omar, other, said, second, type PowerCut } from './desk-house.ts';

type House = ReturnType<typeof deskHouse>;

const cannot = (
  because: Extract<DeskRefusal, { kind: 'cannotWithdraw' }>['because'],
  number = first.number,
) => ({
  kind: 'cannotWithdraw',
  order: number,
  because,
});
const lineIn = ({ ledger }: House, id: string) => ledger.all().find((line) => line.id === id);

/** Olga has marked EUR 400.00 of EUR 1,000.00. */
const marked = async (given: Parameters<typeof deskHouse>[0] = {}): Promise<House> => {
  const house = deskHouse(given);
  assert.equal(said(await house.marks('m1')), 'done');
  return house;
};

describe('a mark by hand that was a mistake', () => {
  it('is withdrawn: the order is as before, and the ledger and the history keep both', async () => {
    const house = deskHouse();
    const before = await house.order();
    await house.marks('m1');
    assert.equal(said(await house.withdraws('hand:m1')), 'done');
    assert.deepEqual(await house.order(), before);
    assert.equal(await house.total(), 0);
    const counter = lineIn(house, 'undo:undo-hand:m1');
    assert.deepEqual(
      [counter?.amount, counter?.bookedOn, counter?.byHand?.withdraws, counter?.status],
      [eur(-40_000), '2026-03-12', 'hand:m1', { kind: 'matched', order: first.number }],
    );
    assert.deepEqual(lineIn(house, 'hand:m1')?.status, {
      kind: 'matched',
      order: first.number,
      withdrawnBy: 'undo:undo-hand:m1',
    });
    assert.deepEqual(await house.events(), ['markedByHand', 'paymentReceived', 'markWithdrawn']);
    const last = (await house.owner()).history.at(-1);
    assert.deepEqual(
      [last?.by.kind === 'operator' && last.by.name, last?.event],
      ['Olga', { type: 'markWithdrawn', order: first.number, payment: 'hand:m1', amount: eur(40_000) }],
    );
  });

  it('pressed twice, also at once, and by two operators: withdrawn once', async () => {
    const house = await marked();
    const [one, same, others] = await Promise.all([
      house.withdraws('hand:m1'),
      house.withdraws('hand:m1'),
      house.withdraws('hand:m1', 'by-omar', first.number, omar),
    ]);
    assert.deepEqual([said(one), said(same), said(others)], ['done', 'again', cannot('withdrawn')]);
    assert.equal((await house.events()).filter((type) => type === 'markWithdrawn').length, 1);
    assert.equal(house.ledger.all().length, 2);
  });

  it('withdrawn while it is marked again, in any order: what counts is what was marked last', async () => {
    const house = await marked();
    const outcomes = await Promise.all([house.withdraws('hand:m1'), house.marks('m1')]);
    assert.deepEqual(kinds(outcomes), ['accepted', 'accepted']);
    assert.equal(await house.total(), 0);
  });

  it('leaves other money on the order', async () => {
    const house = await marked();
    await house.marks('m2', { amount: eur(7_000), reference: 'FT-99999', valueDate: day('2026-03-11') });
    await house.withdraws('hand:m1');
    assert.deepEqual(
      (await house.order()).payments.map(({ id }) => id),
      ['hand:m2'],
    );
  });

  it('as it should have been it can be marked at once, with the same reference and day', async () => {
    const house = await marked();
    assert.deepEqual(kinds([await house.marks('m2', { amount: eur(4_000) })]), ['moneyKnown']);
    await house.withdraws('hand:m1');
    assert.equal(said(await house.marks('m2', { amount: eur(4_000) })), 'done');
    assert.equal(await house.total(), 4_000);
    assert.equal((await house.posts('l1', { amount: eur(4_000) })).kind, 'confirmed');
    assert.equal(await house.total(), 4_000);
  });

  it('withdrawn, the statement’s line of that amount counts by itself', async () => {
    const house = await marked();
    await house.withdraws('hand:m1');
    assert.equal((await house.posts('l1')).kind, 'told');
    assert.equal(await house.total(), 40_000);
  });

  it('a line that was held for it is then put on the order by one word', async () => {
    const house = await marked();
    await house.posts('l1', { amount: eur(39_000) });
    assert.equal(kinds([await house.places('l1', first.number, 'too-early')])[0], 'differsFromHand');
    await house.withdraws('hand:m1');
    assert.equal(said(await house.places('l1')), 'done');
    assert.equal(await house.total(), 39_000);
  });

  it('for an order that has expired: the credit is withdrawn with it, and the order’s record of it', async () => {
    const house = await marked();
    house.clock.pass(24);
    assert.equal(said(await house.withdraws('hand:m1')), 'done');
    const { credits, orders } = await house.owner();
    assert.deepEqual([credits, orders[0]?.state, orders[0]?.payments], [[], 'expired', []]);
  });
});

describe('a mark by hand that can’t be withdrawn', () => {
  it('since the order is active through it: nothing is written', async () => {
    const house = deskHouse();
    await house.marks('m1', { amount: eur(100_000) });
    const commits = house.store.commits();
    assert.deepEqual(said(await house.withdraws('hand:m1')), cannot('counted'));
    assert.deepEqual([house.store.commits(), house.ledger.all().length], [commits, 1]);
    assert.equal((await house.order()).state, 'active');
  });

  it('since another order has taken it up as credit', async () => {
    const late = order({ ...second, placedAt: at('2026-03-05'), lastDay: day('2026-05-01') });
    const expired = order({ state: 'expired', lastDay: day('2026-03-11') });
    const house = await marked({ orders: [expired, { ...late, level: 'gold' }] });
    assert.deepEqual(said(await house.withdraws('hand:m1')), cannot('counted'));
    assert.equal(await house.total(), 40_000);
  });

  for (const [says, text] of [
    ['surely', `order ${first.number}`],
    ['by its day alone', 'thank you'],
  ] as const)
    it(`since a statement has confirmed it, ${says}`, async () => {
      const house = await marked();
      await house.posts('l1', { text });
      assert.deepEqual(said(await house.withdraws('hand:m1')), cannot('confirmed'));
      assert.equal(await house.total(), 40_000);
    });

  it('of another order, of nobody, or a bank’s own line; nor by somebody of the partner', async () => {
    const house = await marked();
    await house.posts('l1', { amount: eur(5_000), text: other.number });
    const unknown = { kind: 'unknownLine' };
    assert.deepEqual(said(await house.withdraws('hand:m1', 'a', other.number)), unknown);
    assert.deepEqual(said(await house.withdraws('hand:m2', 'b')), unknown);
    assert.deepEqual(said(await house.withdraws('l1', 'c', other.number)), unknown);
    assert.deepEqual(said(await house.withdraws('hand:m1', 'd', first.number, insider)), {
      kind: 'ownOrganisation',
    });
    assert.equal(await house.got(), 40_000);
  });
});

describe('a withdrawal and power cuts', () => {
  it('at any write: after a restart it is withdrawn once or not at all, and a press brings it to its end', async () => {
    const cuts = fc.record({ nth: fc.nat(6), when: fc.constantFrom('before' as const, 'after' as const) });
    await fc.assert(
      fc.asyncProperty(cuts, fc.boolean(), async ({ nth, when }, comesBetween) => {
        let left = -1;
        const cut: PowerCut = () => {
          left -= 1;
          return left === -1 ? when : undefined;
        };
        const house = deskHouse({}, cut);
        left = -1;
        await house.marks('m1');
        left = nth;
        await house.withdraws('hand:m1').catch(() => undefined);
        left = -1;
        // Nothing is lost, nor twice there, whether the statement or the restart comes first.
        if (comesBetween) await house.posts('l1');
        await house.restarts();
        const outcome = said(await house.withdraws('hand:m1'));
        if (!comesBetween) await house.posts('l1');
        assert.equal(await house.total(), 40_000);
        assert.deepEqual(await house.ledger.unmarked(), []);
        const withdrawn = (await house.events()).filter((type) => type === 'markWithdrawn').length;
        if (outcome === 'done' || outcome === 'again') assert.equal(withdrawn, 1);
        else assert.deepEqual([outcome, withdrawn], [cannot('confirmed'), 0]);
      }),
      { seed: 20260312, numRuns: 100 },
    );
  });

  it('before the partner was told, and the credit was used meanwhile: in vain, and the mark stands', async () => {
    let writes = 0;
    const house = deskHouse({}, () => {
      writes += 1;
      // The mark takes three; the counter line is the fourth.
      return writes === 5 ? 'before' : undefined;
    });
    await house.marks('m1');
    await assert.rejects(house.withdraws('hand:m1'), /power cut/);
    const { mpnId } = await house.owner();
    await house.store.change(mpnId, (partner) => ({
      kind: 'commit',
      answer: undefined,
      partner: { ...partner, orders: partner.orders.map((one) => ({ ...one, state: 'active' as const })) },
    }));
    await house.restarts();
    assert.deepEqual(lineIn(house, 'undo:undo-hand:m1')?.status, {
      kind: 'matched',
      order: first.number,
      vain: true,
    });
    assert.deepEqual(said(await house.withdraws('hand:m1')), cannot('counted'));
    assert.equal((await house.posts('l1')).kind, 'confirmed');
    assert.equal(await house.total(), 40_000);
  });
});
