import assert from 'node:assert/strict';
import { bob, orderNumber, partner, person, proof, ada, payment, eur } from '../../support/partner.ts';
import { at, choices, placed, reminding, shownIn, type Row } from './reminding.ts';

const amsterdam = 'Europe/Amsterdam';
const auckland = 'Pacific/Auckland';
const losAngeles = 'America/Los_Angeles';
const kolkata = 'Asia/Kolkata';
const unpaid = (zone: string, on: string) => at(zone, { orders: [placed(on)] });

const rows: readonly Row[] = [
  [
    'a Sunday’s step goes on the Monday',
    amsterdam,
    unpaid(amsterdam, '2026-03-02'),
    '2026-03-02T12:00Z',
    '2026-05-01',
    [
      '2026-03-25 Wed 09:00 unpaid',
      '2026-03-30 Mon 09:00 unpaid',
      '2026-03-31 Tue 09:00 unpaid',
      '2026-04-02 Thu 09:00 expired',
    ],
  ],
  [
    'of two steps that fall on one Monday, the later one only',
    amsterdam,
    unpaid(amsterdam, '2026-03-01'),
    '2026-03-02T12:00Z',
    '2026-05-01',
    ['2026-03-24 Tue 09:00 unpaid', '2026-03-30 Mon 09:00 unpaid', '2026-04-01 Wed 09:00 expired'],
  ],
  [
    'a Saturday’s step is told on the Friday where the order ends on the Sunday',
    amsterdam,
    unpaid(amsterdam, '2026-03-06'),
    '2026-03-06T12:00Z',
    '2026-05-01',
    [
      '2026-03-30 Mon 09:00 unpaid',
      '2026-04-02 Thu 09:00 unpaid',
      '2026-04-03 Fri 09:00 unpaid',
      '2026-04-06 Mon 09:00 expired',
    ],
  ],
  [
    'in Auckland an order expires in the afternoon',
    auckland,
    unpaid(auckland, '2026-03-02'),
    '2026-03-02T12:00Z',
    '2026-05-01',
    [
      '2026-03-25 Wed 09:00 unpaid',
      '2026-03-30 Mon 09:00 unpaid',
      '2026-03-31 Tue 09:00 unpaid',
      '2026-04-02 Thu 13:00 expired',
    ],
  ],
  [
    'in Los Angeles it expires at 17:00 in summer, when nobody works any more',
    losAngeles,
    unpaid(losAngeles, '2026-03-02'),
    '2026-03-02T12:00Z',
    '2026-05-01',
    [
      '2026-03-25 Wed 09:00 unpaid',
      '2026-03-30 Mon 09:00 unpaid',
      '2026-03-31 Tue 09:00 unpaid',
      '2026-04-02 Thu 09:00 expired',
    ],
  ],
  [
    'and at 16:00 in winter, when somebody is told at once',
    losAngeles,
    unpaid(losAngeles, '2026-01-05'),
    '2026-01-05T12:00Z',
    '2026-03-01',
    [
      '2026-01-28 Wed 09:00 unpaid',
      '2026-02-02 Mon 09:00 unpaid',
      '2026-02-03 Tue 09:00 unpaid',
      '2026-02-04 Wed 16:00 expired',
    ],
  ],
  [
    'a proof does not hold expiry, and so not its reminders',
    amsterdam,
    at(amsterdam, { orders: [placed('2026-03-02', { state: 'proofUnderReview', proofs: [proof()] })] }),
    '2026-03-29T12:00Z',
    '2026-03-30T20:00Z',
    ['2026-03-30 Mon 09:00 unpaid'],
  ],
  [
    'a partial payment does not either',
    amsterdam,
    at(amsterdam, { orders: [placed('2026-03-02', { payments: [payment('p', 400, '2026-03-10')] })] }),
    '2026-03-29T12:00Z',
    '2026-03-30T20:00Z',
    ['2026-03-30 Mon 09:00 unpaid'],
  ],
  [
    'an order by card has its page',
    amsterdam,
    at(amsterdam, { orders: [placed('2026-03-02', { method: 'card', state: 'awaitingCardPayment' })] }),
    '2026-03-02T12:00Z',
    '2026-05-01',
    [],
  ],
  [
    'an order that was cancelled',
    amsterdam,
    at(amsterdam, { orders: [placed('2026-03-02', { state: 'cancelled' })] }),
    '2026-03-02T12:00Z',
    '2026-05-01',
    [],
  ],
  [
    'whoever has ordered again is not told that the first order expired',
    amsterdam,
    at(amsterdam, {
      orders: [
        placed('2026-03-02', { state: 'expired' }),
        placed('2026-04-02', { number: orderNumber(2), method: 'card', state: 'awaitingCardPayment' }),
      ],
    }),
    '2026-04-02T06:00Z',
    '2026-04-20',
    [],
  ],
  [
    'an order that expired long ago is no news',
    amsterdam,
    at(amsterdam, { orders: [placed('2026-03-02', { state: 'expired' })] }),
    '2026-06-02T12:00Z',
    '2026-07-20',
    [],
  ],
  [
    'nobody without a role is reminded',
    amsterdam,
    partner({ people: [person(bob)], orders: [placed('2026-03-02')] }),
    '2026-03-02T12:00Z',
    '2026-05-01',
    [],
  ],
  [
    'a zone that is none: the country’s counts',
    amsterdam,
    unpaid('Middle/Nowhere', '2026-03-02'),
    '2026-03-24T12:00Z',
    '2026-03-26',
    ['2026-03-25 Wed 09:00 unpaid'],
  ],
  [
    'who was down for three days is told the latest only, in the next working hour',
    amsterdam,
    unpaid(amsterdam, '2026-03-02'),
    '2026-03-31T18:30Z',
    '2026-05-01',
    ['2026-04-01 Wed 09:00 unpaid', '2026-04-02 Thu 09:00 expired'],
  ],
  [
    'over a weekend that the order does not outlive, it is told as expired',
    amsterdam,
    unpaid(amsterdam, '2026-03-06'),
    '2026-04-03T16:00Z',
    '2026-05-01',
    ['2026-04-06 Mon 09:00 expired'],
  ],
  [
    'who had stopped it hears nothing, not of its end either',
    amsterdam,
    at(amsterdam, {
      orders: [placed('2026-03-02')],
      reminders: [choices({ stopped: [{ kind: 'unpaid', order: orderNumber(1) }] })],
    }),
    '2026-03-02T12:00Z',
    '2026-05-01',
    [],
  ],
];

describe('reminders of an order go out', () => {
  for (const [says, zone, owner, from, until, sent] of rows)
    it(says, async () => {
      const bot = reminding(owner, from);
      assert.deepEqual((await bot.until(until)).map(shownIn(zone)), sent);
    });

  it('to everybody with a role, in the hours of each, and history keeps them together', async () => {
    const people = [person(ada, 'globalAdmin'), person(bob, 'accountAdmin')];
    const reminders = [choices({ timeZone: kolkata })];
    const bot = reminding(
      partner({ people, reminders, orders: [placed('2026-03-02')] }),
      '2026-03-25T00:00Z',
    );
    const sent = await bot.until('2026-03-26');
    assert.deepEqual(
      sent.map(({ to, sentAt }) => [to, sentAt]),
      [
        [ada, '2026-03-25T03:30:00.000Z'],
        [bob, '2026-03-25T08:00:00.000Z'],
      ],
    );
    await bot.change((stored) => ({ ...stored, reminders: [] }));
    bot.set('2026-03-30T10:00Z');
    await bot.keep();
    const told = (await bot.read()).history.map(({ event }) => event.type === 'reminded' && event.to);
    assert.deepEqual(told.at(-1), [ada, bob]);
  });

  it('not to who is paid meanwhile', async () => {
    const bot = reminding(unpaid(amsterdam, '2026-03-02'), '2026-03-26T12:00Z');
    await bot.change((stored) => ({
      ...stored,
      orders: [
        placed('2026-03-02', {
          state: 'active',
          payments: [{ ...payment('p', 0, '2026-03-26'), amount: eur(100_000) }],
        }),
      ],
    }));
    assert.deepEqual(await bot.until('2026-05-01'), []);
  });
});
