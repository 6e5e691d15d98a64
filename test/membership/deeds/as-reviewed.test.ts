import assert from 'node:assert/strict';
import { changeMethod } from '../../../membership/deeds/change-method.ts';
import { placeOrder } from '../../../membership/deeds/place-order.ts';
import type { OrderNumber, PaymentId } from '../../../membership/rules/ids.ts';
import { orderOf, type Credit, type Partner } from '../../../membership/rules/partner.ts';
import { ada, day, eur, membership, orderNumber, partner } from '../../support/partner.ts';
import { buy, doing, done, house, refusalOf, wish } from './deeds.ts';

const credit: Credit = {
  id: 'line-1' as PaymentId,
  left: eur(193_600),
  from: orderNumber(9),
  since: day('2026-02-20'),
};
/** Its window's last day is that of the review. */
const closing = membership({ paidOn: day('2025-01-31'), anniversary: day('2026-01-31') });

type House = ReturnType<typeof house>;
type Row = readonly [says: string, reviewed: Partial<Partner>, then: (house: House) => unknown];

const turnsInto = (given: Partial<Partner>) => (here: House) =>
  here.store.change(partner().mpnId, (kept) => ({
    kind: 'commit',
    partner: { ...kept, ...given },
    answer: undefined,
  }));

const rows: readonly Row[] = [
  ['the credit that would have paid it is paid back', { credits: [credit] }, turnsInto({ credits: [] })],
  ['credit comes', {}, turnsInto({ credits: [credit] })],
  ['the renewal window closes', { memberships: [closing] }, ({ clock }) => clock.pass(1)],
];

const anotherAgreement = ({ ports }: House) => ({
  ...ports,
  catalogue: { ...ports.catalogue, agreement: { version: '2026-02' } },
});

describe('Submit orders what was reviewed', () => {
  for (const [says, reviewed, then] of rows)
    it(`${says} in between: refused, nothing is ordered, and what is shown next can be`, async () => {
      const here = house([partner(reviewed)]);
      const shown = wish(partner(reviewed));
      await then(here);
      assert.deepEqual(refusalOf(await placeOrder(here.ports, doing('a'), shown)), { kind: 'quoteChanged' });
      assert.deepEqual((await here.store.read(partner().mpnId))?.orders, []);
      await buy(here.ports);
    });

  it('another version of the agreement: it is not the one that was accepted', async () => {
    const here = house();
    const outcome = await placeOrder(anotherAgreement(here), doing('a'), wish(partner()));
    assert.deepEqual(refusalOf(outcome), { kind: 'quoteChanged' });
  });
});

describe('another way of paying is for the same purchase', () => {
  const change = (ports: House['ports'], order: OrderNumber) =>
    changeMethod(ports, doing('change'), { person: ada, order, to: 'card' });

  it('a renewal stays one', async () => {
    const here = house([partner({ memberships: [closing] })]);
    const { partner: owner, order } = done(await change(here.ports, (await buy(here.ports)).order));
    assert.equal(orderOf(owner, order)?.renews, closing.anniversary);
  });

  const changed: readonly Row[] = [
    ['credit has come', {}, rows[1]![2]],
    ['the renewal window has closed', { memberships: [closing] }, rows[2]![2]],
  ];
  for (const [says, given, then] of changed)
    it(`${says}: neither cancelled nor placed`, async () => {
      const here = house([partner(given)]);
      const { order } = await buy(here.ports);
      await then(here);
      assert.deepEqual(refusalOf(await change(here.ports, order)), { kind: 'quoteChanged' });
      const kept = (await here.store.read(partner().mpnId))!.orders;
      assert.deepEqual(
        kept.map(({ state }) => state),
        ['awaitingTransfer'],
      );
    });

  it('the agreement has another version: neither cancelled nor placed', async () => {
    const here = house();
    const { order } = await buy(here.ports);
    assert.deepEqual(refusalOf(await change(anotherAgreement(here), order)), { kind: 'quoteChanged' });
  });
});
