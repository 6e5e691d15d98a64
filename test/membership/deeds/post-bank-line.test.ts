import assert from 'node:assert/strict';
import { postBankLine, postUnmarked, type BankPorts } from '../../../membership/deeds/post-bank-line.ts';
import type { BankLine, Match } from '../../../membership/ports.ts';
import type { OrderNumber, PaymentId } from '../../../membership/rules/ids.ts';
import { money } from '../../../membership/rules/money.ts';
import { received } from '../../../membership/rules/order.ts';
import { orderOf, type Partner } from '../../../membership/rules/partner.ts';
import { USD } from '../../support/catalogue.ts';
import { ledgerInMemory } from '../../support/ledger.ts';
import { orderShown } from '../../../membership/rules/message.ts';
import { ada, bob, day, eur, newsOf, order, orderNumber, partner, person } from '../../support/partner.ts';
import { house } from './deeds.ts';

const silver = order();
const { mpnId } = partner();
const people = [person(ada, 'mpnPartnerAdmin'), person(bob, 'globalAdmin')];

const bank = (owner: Partial<Partner> = {}, match?: Match) => {
  const { ports, store, clock } = house([partner({ people, orders: [silver], ...owner })]);
  const ledger = ledgerInMemory();
  const matched: Match = match ?? { kind: 'order', order: silver.number, partner: mpnId };
  const bankPorts: BankPorts = { ...ports, ledger, match: () => Promise.resolve(matched) };
  return { ports: bankPorts, ledger, store, clock };
};
const line = (id: string, minor: number, given: Partial<BankLine> = {}): BankLine => ({
  id: id as PaymentId,
  account: 'IE29AIBK93115212345678',
  bookedOn: day('2026-03-02'),
  valueDate: day('2026-03-02'),
  amount: eur(minor),
  text: 'as matched',
  status: { kind: 'recorded' },
  ...given,
});
const got = (owner: Partner | undefined, number: OrderNumber = silver.number): number =>
  received(orderOf(owner!, number)!).minor;
const told = (owner: Partner | undefined) =>
  owner!.outbox.map((message) => [message.to, orderShown(message.about), newsOf(message)]);

describe('a line of the bank', () => {
  it('activates the order it names; every admin is told, and the line is marked', async () => {
    const { ports, ledger, store } = bank();
    const posted = await postBankLine(ports, line('l1', 100_000));
    assert.equal(posted.kind, 'told');
    const owner = await store.read(mpnId);
    assert.equal(orderOf(owner!, silver.number)?.state, 'active');
    assert.deepEqual(told(owner), [
      [ada, silver.number, 'active'],
      [bob, silver.number, 'active'],
    ]);
    assert.deepEqual(
      owner!.history.map(({ by, through, event }) => [by.kind, through, event.type]),
      [
        ['bank', 'statement', 'paymentReceived'],
        ['bank', 'statement', 'orderActivated'],
      ],
    );
    const [kept] = ledger.all();
    assert.deepEqual(kept?.status, { kind: 'matched', order: silver.number });
  });

  it('the same line twice, or at once: counted once', async () => {
    const { ports, store } = bank();
    const posted = await Promise.all([1, 2].map(() => postBankLine(ports, line('l1', 40_000))));
    assert.deepEqual(posted.map(({ kind }) => kind).toSorted(), ['known', 'told']);
    assert.equal((await postBankLine(ports, line('l1', 40_000))).kind, 'known');
    assert.equal(got(await store.read(mpnId)), 40_000);
  });

  it('two equal lines of one day with ids of their own: both', async () => {
    const { ports, store } = bank();
    for (const id of ['l1', 'l2']) await postBankLine(ports, line(id, 40_000));
    assert.equal(got(await store.read(mpnId)), 80_000);
  });

  const moments: readonly [says: string, breakIt: (given: ReturnType<typeof bank>) => void][] = [
    ['after it was recorded', ({ store }) => store.failNext()],
    ['after the partner’s commit', ({ ledger }) => void (ledger.breaks = true)],
  ];
  for (const [says, breakIt] of moments)
    it(`a crash ${says}: it runs again at start and counts once`, async () => {
      const given = bank();
      const { ports, ledger, store } = given;
      breakIt(given);
      await assert.rejects(postBankLine(ports, line('l1', 40_000)));
      ledger.breaks = false;
      assert.equal((await postBankLine(ports, line('l1', 40_000))).kind, 'known');
      assert.equal((await postUnmarked(ports, assert.ifError)).length, 1);
      assert.equal(got(await store.read(mpnId)), 40_000);
      assert.deepEqual(told(await store.read(mpnId)).length, 2);
      assert.deepEqual(await postUnmarked(ports, assert.ifError), []);
    });

  for (const [says, amount] of [
    ['', eur(40_000)],
    [', held', money(USD, 40_000)],
  ] as const)
    it(`that could not be marked for more than a week counts once${says}`, async () => {
      const { ports, ledger, store, clock } = bank();
      ledger.breaks = true;
      await assert.rejects(postBankLine(ports, line('l1', 0, { amount })));
      ledger.breaks = false;
      const before = await store.read(mpnId);
      clock.pass(8);
      await postBankLine(ports, line('l2', 10_000)); // a commit that forgets old commands
      await postUnmarked(ports, assert.ifError);
      const after = await store.read(mpnId);
      assert.equal(got(after), got(before) + 10_000);
      assert.deepEqual(after?.held, before?.held);
    });

  it('that matches nothing is held with the suggestion, and no partner is touched', async () => {
    const held = { kind: 'held', because: 'noReference', suggestion: silver.number } as const;
    const { ports, ledger, store } = bank({}, { ...held, named: [], partners: [] });
    const posted = await postBankLine(ports, line('l1', 100_000));
    assert.deepEqual(posted.kind === 'held' && posted.line.status, held);
    assert.deepEqual(await ledger.unmarked(), []);
    assert.equal(store.commits(), 0);
  });

  it('in the wrong currency is held at the partner and in the ledger, and the admins are told', async () => {
    const { ports, store } = bank();
    const posted = await postBankLine(ports, line('l1', 0, { amount: money(USD, 100_000) }));
    assert.deepEqual(posted.kind === 'held' && posted.line.status, {
      kind: 'held',
      because: 'wrongCurrency',
      suggestion: silver.number,
    });
    const owner = await store.read(mpnId);
    assert.deepEqual([owner!.held.length, got(owner)], [1, 0]);
    assert.deepEqual(told(owner)[0], [ada, silver.number, 'held']);
  });

  const effects: readonly [
    says: string,
    minor: number,
    state: 'awaitingTransfer' | 'cancelled',
    news: string,
  ][] = [
    ['short', 98_499, 'awaitingTransfer', 'short'],
    ['within the tolerance', 98_500, 'awaitingTransfer', 'active'],
    ['over', 200_000, 'awaitingTransfer', 'active'],
    ['for a cancelled order', 100_000, 'cancelled', 'credited'],
  ];
  for (const [says, minor, state, news] of effects)
    it(`${says}: told as ${news}`, async () => {
      const { ports, store } = bank({ orders: [order({ state })] });
      await postBankLine(ports, line('l1', minor));
      assert.deepEqual(told(await store.read(mpnId))[0], [ada, silver.number, news]);
    });

  it('late, it serves the order that is open: both are told', async () => {
    const next = order({ number: orderNumber(2) });
    const { ports, store } = bank({
      orders: [order({ state: 'expired', lastDay: day('2026-03-01') }), next],
    });
    await postBankLine(ports, line('l1', 100_000));
    assert.deepEqual(told(await store.read(mpnId)), [
      [ada, silver.number, 'credited'],
      [bob, silver.number, 'credited'],
      [ada, next.number, 'active'],
      [bob, next.number, 'active'],
    ]);
  });

  it('value date on day 30, booked on day 32: in time', async () => {
    const { ports, clock, store } = bank();
    clock.pass(32);
    await postBankLine(
      ports,
      line('l1', 100_000, { bookedOn: day('2026-04-03'), valueDate: day('2026-04-01') }),
    );
    const paid = orderOf((await store.read(mpnId))!, silver.number);
    assert.deepEqual([paid?.state, paid?.purchaseDate], ['active', '2026-04-01']);
  });

  it('gold paid: the open silver order is cancelled, and told so', async () => {
    const gold = order({ number: orderNumber(2), level: 'gold' });
    const match = { kind: 'order', order: gold.number, partner: mpnId } as const;
    const { ports, store } = bank({ orders: [silver, gold] }, match);
    await postBankLine(ports, line('l1', 100_000));
    assert.deepEqual(told(await store.read(mpnId)).slice(2), [
      [ada, silver.number, 'cancelled'],
      [bob, silver.number, 'cancelled'],
    ]);
  });
});
