import assert from 'node:assert/strict';
import { cancelOrder } from '../../../membership/deeds/cancel-order.ts';
import { placeOrder, type PlaceOrder } from '../../../membership/deeds/place-order.ts';
import type { MpnId, TenantId } from '../../../membership/rules/ids.ts';
import { drawOrderNumber } from '../../../membership/rules/order-number.ts';
import { orderOf, type Partner } from '../../../membership/rules/partner.ts';
import type { Refusal } from '../../../membership/rules/refusals.ts';
import { catalogue } from '../../support/catalogue.ts';
import {
  ada,
  bob,
  contact,
  day,
  eur,
  order,
  orderNumber,
  partner,
  payment,
  person,
  newsOf,
} from '../../support/partner.ts';
import { foreseenChance } from '../../support/partners.ts';
import { buy, doing, done, house, refusalOf, wish } from './deeds.ts';

const told = (owner: Partner) => owner.outbox.map((message) => [message.to, newsOf(message), message.status]);
const happened = (owner: Partner) => owner.history.map(({ event }) => event.type);

describe('placing an order', () => {
  it('keeps what was agreed: price, account, buyer, agreement, last day', async () => {
    const { ports } = house();
    const { partner: owner, order: number } = await buy(ports, 'buy', { taxId: 'NL123456782B90' });
    const placed = orderOf(owner, number)!;
    assert.deepEqual(
      [placed.state, placed.lastDay, placed.account?.account, placed.quote.total],
      ['awaitingTransfer', '2026-04-01', 'IE29 AIBK 9311 5212 3456 78', eur(160_000)],
    );
    assert.deepEqual([placed.buyer.taxId, owner.taxId], ['NL123456782B90', 'NL123456782B90']);
    assert.deepEqual(placed.agreement, { version: '2026-01', acceptedBy: ada, at: ports.clock.now() });
    assert.deepEqual(told(owner), [[ada, 'placed', 'pending']]);
    assert.deepEqual(happened(owner), ['taxIdChanged', 'orderPlaced', 'agreementAccepted']);
  });

  it('a card order has no account and waits for the card', async () => {
    const { ports } = house();
    const { partner: owner, order: number } = await buy(ports, 'buy', { method: 'card' });
    assert.deepEqual(
      [orderOf(owner, number)?.state, orderOf(owner, number)?.account],
      ['awaitingCardPayment', undefined],
    );
  });

  it('an old order keeps its fee and account when the catalogue changes', async () => {
    const { ports, store } = house();
    const { order: number, partner: before } = await buy(ports);
    const dearer = { ...catalogue, bankAccounts: {}, countries: {}, orderDays: 1 };
    const late = await cancelOrder({ ...ports, catalogue: dearer }, doing('no', bob), {
      person: bob,
      order: number,
    });
    assert.equal(late.kind, 'refused');
    assert.deepEqual(
      orderOf((await store.read(before.mpnId))!, number),
      JSON.parse(JSON.stringify(orderOf(before, number))),
    );
  });

  type Row = readonly [says: string, owner: Partial<Partner>, wish: Partial<PlaceOrder>, Refusal['kind']];
  const refusals: readonly Row[] = [
    ['no role', { people: [person(ada), person(bob, 'globalAdmin')] }, {}, 'notAuthorised'],
    ['a stranger', { people: [] }, {}, 'notAuthorised'],
    ['not verified', { verified: false }, {}, 'offerUnavailable'],
    ['requirements not met', { qualifications: [] }, {}, 'offerUnavailable'],
    ['an order is open', { orders: [order({ lastDay: day('2026-03-02') })] }, {}, 'offerUnavailable'],
    ['a tax ID with a wrong check digit', {}, { taxId: 'NL123456783B90' }, 'taxIdInvalid'],
    ['no contact', {}, { contact: { ...contact, email: 'ada@', phone: ' ' } }, 'contactIncomplete'],
    ['another purchase than shown', {}, { mark: '["EUR",1]' }, 'quoteChanged'],
    ['agreement not accepted', {}, { agreementAccepted: false }, 'agreementNotAccepted'],
  ];
  for (const [says, given, asked, kind] of refusals)
    it(`${says}: refused as ${kind}, and nothing is kept`, async () => {
      const { ports, store } = house([partner(given)]);
      const outcome = await placeOrder(ports, doing('buy'), wish(partner(), asked));
      assert.equal(outcome.kind === 'refused' && outcome.refusal.kind, kind);
      assert.equal(store.commits(), 0);
    });

  it('says which of the contact is missing, and who can give a role', async () => {
    const { ports } = house();
    const bad = { ...contact, name: ' ', email: 'ada' };
    assert.deepEqual(refusalOf(await placeOrder(ports, doing('a'), wish(partner(), { contact: bad }))), {
      kind: 'contactIncomplete',
      missing: ['name', 'email'],
    });
    const people = [person(ada), person(bob, 'globalAdmin')];
    const other = house([partner({ people })]);
    assert.deepEqual(refusalOf(await placeOrder(other.ports, doing('a'), wish(partner()))), {
      kind: 'notAuthorised',
      globalAdmins: ['bob of Fabrikam'],
    });
  });

  it('a method that the country or this deployment does not take is refused', async () => {
    const { ports } = house();
    const byTransfer = { ...ports, methods: ['transfer' as const] };
    assert.deepEqual(
      refusalOf(await placeOrder(byTransfer, doing('a'), wish(partner(), { method: 'card' }))),
      {
        kind: 'methodNotOffered',
        method: 'card',
      },
    );
  });

  it('the price moves between the review and Submit: refused, and the new price is taken next', async () => {
    const { ports } = house();
    const shown = wish(partner());
    const withVat = { ...shown, taxId: 'NL123456782B90' };
    assert.deepEqual(refusalOf(await placeOrder(ports, doing('a'), withVat)), { kind: 'quoteChanged' });
    done(await placeOrder(ports, doing('b'), wish(partner(), { taxId: 'NL123456782B90' })));
  });

  it('a role taken away before Submit refuses it', async () => {
    const { ports, store } = house();
    await store.change(partner().mpnId, (kept) => ({
      kind: 'commit',
      partner: { ...kept, people: [person(ada), person(bob, 'globalAdmin')] },
      answer: undefined,
    }));
    assert.equal((await placeOrder(ports, doing('a'), wish(partner()))).kind, 'refused');
  });

  it('credit pays it at once: every admin is told, and of the silver order that gold overtakes too', async () => {
    const silver = order();
    const credits = [
      {
        id: payment('old', 0, '2026-02-01').id,
        left: eur(500_000),
        from: orderNumber(9),
        since: day('2026-02-01'),
      },
    ];
    const people = [person(ada, 'mpnPartnerAdmin'), person(bob, 'globalAdmin')];
    const { ports } = house([partner({ orders: [silver], credits, people })]);
    const { partner: owner, order: number } = await buy(ports, 'buy', { level: 'gold' });
    assert.deepEqual(
      [orderOf(owner, number)?.state, orderOf(owner, silver.number)?.state],
      ['active', 'cancelled'],
    );
    assert.deepEqual(told(owner), [
      [ada, 'active', 'pending'],
      [bob, 'active', 'pending'],
      [ada, 'cancelled', 'pending'],
      [bob, 'cancelled', 'pending'],
    ]);
  });
});

describe('order numbers', () => {
  it('one that another partner’s order has is drawn again', async () => {
    const taken = drawOrderNumber(() => 0.5);
    const contoso = partner({
      mpnId: '7000001' as MpnId,
      locationIds: [],
      tenantId: 'contoso' as TenantId,
      orders: [order({ number: taken })],
    });
    const { ports, store } = house([partner(), contoso], foreseenChance(0.5, 0.5, 0.25));
    const { order: number } = await buy(ports);
    assert.equal(
      number,
      drawOrderNumber(() => 0.25),
    );
    assert.equal(store.commits(), 1);
  });

  it('one that an earlier order of the partner had is drawn again', async () => {
    const earlier = order({ number: drawOrderNumber(() => 0.5), state: 'cancelled' });
    const { ports } = house([partner({ orders: [earlier] })], foreseenChance(0.5, 0.25));
    const { order: number, partner: owner } = await buy(ports);
    assert.equal(
      number,
      drawOrderNumber(() => 0.25),
    );
    assert.equal(orderOf(owner, earlier.number)?.state, 'cancelled');
  });
});
