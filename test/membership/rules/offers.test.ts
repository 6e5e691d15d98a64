import assert from 'node:assert/strict';
import type { Instant } from '../../../membership/rules/calendar.ts';
import type { Level } from '../../../membership/rules/catalogue.ts';
import { meetsRequirements, offerFor, offersFor, listQuotes } from '../../../membership/rules/offers.ts';
import { toDecimal } from '../../../membership/rules/money.ts';
import type { OrderKind } from '../../../membership/rules/order.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { OfferReason } from '../../../membership/rules/refusals.ts';
import { catalogue, competencies } from '../../support/catalogue.ts';
import { ada, bob, day, membership, order, partner, person } from '../../support/partner.ts';

const { analytics, devOps } = competencies;
const offer = (given: Partial<Partner>, level: Level, today = '2026-06-01', who = ada) => {
  const buyer = partner(given);
  const asks = buyer.people.find((one) => one.aadObjectId === who);
  return offerFor({ catalogue, partner: buyer, person: asks, today: day(today) }, analytics, level);
};

const silver = membership();
const gold = membership({ level: 'gold' });
const people = [person(ada, 'mpnPartnerAdmin'), person(bob)];
const none = { qualifications: [] };

/** Each row has what the next ones have too, so the order of the reasons is what is tested. */
const worst = {
  ...none,
  people: [person(ada), person(bob, 'globalAdmin')],
  verified: false,
  memberships: [gold, silver],
  orders: [order()],
};

describe('offers: why one can’t be bought, the first that applies', () => {
  const rows: readonly [says: string, given: Partial<Partner>, level: Level, why: OfferReason | undefined][] =
    [
      ['no role', worst, 'silver', { reason: 'notAuthorised', globalAdmins: ['bob of Fabrikam'] }],
      ['not verified', { ...worst, people }, 'silver', { reason: 'accountNotVerified' }],
      [
        'gold covers silver',
        { ...worst, people, verified: true },
        'silver',
        { reason: 'coveredByGold', until: gold.anniversary },
      ],
      [
        'gold covers silver in its window too',
        { memberships: [membership({ level: 'gold', anniversary: day('2026-05-20') })] },
        'silver',
        { reason: 'coveredByGold', until: day('2026-06-19') },
      ],
      [
        'gold covers silver after its window while its renewal is open',
        {
          memberships: [membership({ level: 'gold', anniversary: day('2026-05-01') })],
          orders: [
            order({
              level: 'gold',
              kind: 'renewal',
              renews: day('2026-05-01'),
              placedAt: '2026-05-30T12:00:00.000Z' as Instant,
            }),
          ],
        },
        'silver',
        { reason: 'coveredByGold', until: undefined },
      ],
      [
        'silver has been paid for',
        { ...worst, people, verified: true, memberships: [silver] },
        'silver',
        { reason: 'alreadyActive', anniversary: day('2027-03-01'), windowOpens: day('2027-03-02') },
      ],
      [
        'gold has been paid for',
        { ...worst, people, verified: true },
        'gold',
        { reason: 'alreadyActive', anniversary: day('2027-03-01'), windowOpens: day('2027-03-02') },
      ],
      [
        'an order for silver is open',
        { ...none, orders: [order()] },
        'silver',
        { reason: 'orderInProgress', order: order().number, level: 'silver', state: 'awaitingTransfer' },
      ],
      [
        'an order for gold is open, and silver asked',
        { orders: [order({ level: 'gold', state: 'proofUnderReview' })] },
        'silver',
        { reason: 'orderInProgress', order: order().number, level: 'gold', state: 'proofUnderReview' },
      ],
      ['an order for silver is open, and gold asked', { orders: [order()] }, 'gold', undefined],
      ['requirements not met', none, 'silver', { reason: 'requirementsNotMet' }],
      ['all is well', {}, 'silver', undefined],
      ['the order was cancelled', { orders: [order({ state: 'cancelled' })] }, 'silver', undefined],
      ['the order expired', { orders: [order({ state: 'expired' })] }, 'silver', undefined],
    ];
  for (const [says, given, level, why] of rows)
    it(`${level}: ${says}`, () => {
      assert.deepEqual(offer(given, level).why, why);
    });

  it('someone whom the partner does not know is not authorised', () => {
    const stranger = { catalogue, partner: partner(), person: undefined, today: day('2026-06-01') };
    assert.equal(offerFor(stranger, analytics, 'silver').why?.reason, 'notAuthorised');
  });
});

describe('offers: the kind and the price', () => {
  type Row = readonly [
    says: string,
    today: string,
    given: Partial<Partner>,
    level: Level,
    OrderKind,
    total: string,
  ];
  const rows: readonly Row[] = [
    ['nothing held', '2026-06-01', {}, 'gold', 'new', '4598.00'],
    ['silver held', '2026-06-01', { memberships: [silver] }, 'gold', 'upgrade', '3448.50'],
    ['silver’s anniversary', '2027-03-01', { memberships: [silver] }, 'gold', 'upgrade', '3448.50'],
    ['the day after', '2027-03-02', { memberships: [silver] }, 'gold', 'new', '4598.00'],
    ['the window opens', '2027-03-02', { memberships: [silver] }, 'silver', 'renewal', '1936.00'],
    ['the window’s last day', '2027-03-31', { memberships: [silver] }, 'silver', 'renewal', '1936.00'],
    ['it has lapsed', '2027-04-01', { memberships: [silver] }, 'silver', 'new', '1936.00'],
    ['gold in its window', '2027-03-15', { memberships: [gold, silver] }, 'gold', 'renewal', '4598.00'],
  ];
  for (const [says, today, given, level, kind, total] of rows)
    it(`${level}, ${says}: ${kind}, ${total}`, () => {
      const made = offer(given, level, today);
      assert.deepEqual([made.kind, toDecimal(made.quote.total)], [kind, total]);
      assert.equal(made.renews, kind === 'renewal' ? '2027-03-01' : undefined);
    });

  it('no discount without gold requirements in that competency', () => {
    const given = partner({ memberships: [silver] });
    const context = { catalogue, partner: given, person: given.people[0], today: day('2026-06-01') };
    const made = offerFor(context, devOps, 'gold');
    assert.deepEqual([made.kind, made.quote.discount], ['new', undefined]);
    assert.equal(made.why?.reason, 'requirementsNotMet');
  });

  it('no discount on a silver that was refunded', () => {
    const refunded = membership({ ended: { as: 'refunded', on: day('2026-03-05') } });
    assert.equal(offer({ memberships: [refunded] }, 'gold').kind, 'new');
  });

  it('no renewal, and no discount, between the anniversary and a window that opens later', () => {
    const late = { ...catalogue, renewalWindow: { opens: 5, closes: 30 } };
    const buyer = partner({ memberships: [silver] });
    const context = { catalogue: late, partner: buyer, person: buyer.people[0], today: day('2027-03-05') };
    assert.deepEqual(offerFor(context, analytics, 'silver').why, {
      reason: 'alreadyActive',
      anniversary: day('2027-03-01'),
      windowOpens: day('2027-03-06'),
    });
    assert.equal(offerFor(context, analytics, 'gold').kind, 'new');
  });

  it('requirements are checked again at renewal', () => {
    const lost = { memberships: [silver], ...none };
    assert.equal(offer(lost, 'silver', '2027-03-10').why?.reason, 'requirementsNotMet');
  });

  it('gold requirements met imply silver’s, not the other way round', () => {
    const met = (level: Level) =>
      partner({ qualifications: [{ competency: devOps, level, metOn: day('2026-01-01') }] });
    assert.ok(meetsRequirements(met('gold'), devOps, 'silver'));
    assert.ok(meetsRequirements(met('silver'), devOps, 'silver'));
    assert.ok(!meetsRequirements(met('silver'), devOps, 'gold'));
    assert.ok(!meetsRequirements(met('gold'), analytics, 'silver'));
  });

  it('both tiles of a competency, silver first; the list fee without a discount', () => {
    const held = partner({ memberships: [silver] });
    const context = { catalogue, partner: held, person: held.people[0], today: day('2026-06-01') };
    assert.deepEqual(
      offersFor(context, analytics).map((tile) => tile.level),
      ['silver', 'gold'],
    );
    assert.deepEqual(
      listQuotes(catalogue, held).map(({ quote }) => toDecimal(quote.total)),
      ['1936.00', '4598.00'],
    );
  });
});
