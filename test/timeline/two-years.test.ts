import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { creditIn } from '../../membership/rules/credit.ts';
import { newestMembership, standingOf } from '../../membership/rules/membership.ts';
import { toDecimal } from '../../membership/rules/money.ts';
import { received } from '../../membership/rules/order.ts';
import { EUR } from '../support/catalogue.ts';
import type { Line } from './diary.ts';
import { life } from './life.ts';
import { clockIn } from './local-time.ts';
import { timelinePage } from './page.ts';
import { liveThrough, type Lived } from './play.ts';

type Told = readonly [when: 'reminder' | 'at once', utc: string, local: string, to: string, says: RegExp];

/** Every message that nobody had asked for, in two years. */
const everyMessage: readonly Told[] = [
  [
    'reminder',
    '2026-03-25 08:00',
    'Wed 09:00',
    'Sanne',
    /^Nog niet betaald.*3\.800,00.*1 april 2026: nog 7 dagen/,
  ],
  [
    'reminder',
    '2026-03-25 13:00',
    'Wed 09:00',
    'Grace',
    /^Not paid yet.*3,800\.00.*1 April 2026: 7 days left/,
  ],
  [
    'at once',
    '2026-03-27 18:40',
    'Fri 19:40',
    'Sanne',
    /^Er is een betaling ontvangen.*niet het hele bedrag/,
  ],
  ['at once', '2026-03-27 18:40', 'Fri 14:40', 'Grace', /^A payment came in.*not cover the whole amount/],
  // Day 27 is a Sunday; Grace has put it off to 1 April.
  ['reminder', '2026-03-30 07:00', 'Mon 09:00', 'Sanne', /^Nog niet betaald.*2\.800,00.*nog 2 dagen/],
  ['reminder', '2026-03-31 07:00', 'Tue 09:00', 'Sanne', /^Nog niet betaald.*2\.800,00.*nog 1 dag\./],
  ['reminder', '2026-04-01 13:00', 'Wed 09:00', 'Grace', /^Not paid yet.*2,800\.00.*today is the last day/],
  ['reminder', '2026-04-02 07:00', 'Thu 09:00', 'Sanne', /^Order verlopen/],
  ['at once', '2026-04-02 10:30', 'Thu 12:30', 'Sanne', /^Er is een betaling ontvangen.*als tegoed/],
  ['at once', '2026-04-02 10:30', 'Thu 06:30', 'Grace', /^A payment came in.*kept as your credit/],
  ['reminder', '2026-04-02 13:00', 'Thu 09:00', 'Grace', /^Order expired/],
  ['at once', '2026-04-03 08:02', 'Fri 04:02', 'Grace', /^Paid in full: the membership is active/],

  ['reminder', '2027-03-19 08:00', 'Fri 09:00', 'Sanne', /^Binnenkort te verlengen.*vanaf 4 april 2027/],
  ['reminder', '2027-03-19 13:00', 'Fri 09:00', 'Grace', /^To be renewed soon.*from 4 April 2027/],
  // The window opens on a Sunday.
  ['reminder', '2027-04-05 07:00', 'Mon 09:00', 'Sanne', /^Nu te verlengen.*3 mei 2027: nog 28 dagen/],
  ['reminder', '2027-04-05 13:00', 'Mon 09:00', 'Grace', /^Can be renewed now.*3 May 2027: 28 days left/],
  // Sanne orders the renewal before it is nine in New York.
  ['reminder', '2027-04-26 07:00', 'Mon 09:00', 'Sanne', /^Verleng op tijd.*3 mei 2027: nog 7 dagen/],
  ['at once', '2027-04-28 12:00', 'Wed 14:00', 'Sanne', /^Volledig betaald: het lidmaatschap is actief/],
  ['at once', '2027-04-28 12:00', 'Wed 08:00', 'Grace', /^Paid in full: the membership is active/],

  // Fifteen days before is a Sunday.
  ['reminder', '2028-03-20 08:00', 'Mon 09:00', 'Sanne', /^Binnenkort te verlengen.*vanaf 4 april 2028/],
  ['reminder', '2028-03-20 13:00', 'Mon 09:00', 'Grace', /^To be renewed soon.*from 4 April 2028/],
  ['reminder', '2028-04-04 07:00', 'Tue 09:00', 'Sanne', /^Nu te verlengen.*3 mei 2028: nog 29 dagen/],
  ['reminder', '2028-04-04 13:00', 'Tue 09:00', 'Grace', /^Can be renewed now.*3 May 2028: 29 days left/],
  ['reminder', '2028-04-26 07:00', 'Wed 09:00', 'Sanne', /^Verleng op tijd.*3 mei 2028: nog 7 dagen/],
  ['reminder', '2028-04-26 13:00', 'Wed 09:00', 'Grace', /^Renew in time.*3 May 2028: 7 days left/],
  ['reminder', '2028-05-04 07:00', 'Thu 09:00', 'Sanne', /^Verlopen.*tot en met 3 mei 2028/],
  ['reminder', '2028-05-04 13:00', 'Thu 09:00', 'Grace', /^Expired.*until 3 May 2028/],
];

const isWorkingHour = (local: string): boolean => /^(Mon|Tue|Wed|Thu|Fri) (09|1[0-6]):/.test(local);

/** When a message came, and to whom: as the table has it. */
const placeOf = ({ at, who }: Line): readonly string[] => {
  const [utc, local] = [clockIn(at, 'UTC'), clockIn(at, who?.timeZone ?? 'UTC')];
  return [`${utc.date} ${utc.time}`, `${local.weekday} ${local.time}`, who?.fullName.split(' ')[0] ?? ''];
};

describe('two years of a partner’s life', () => {
  let lived: readonly Lived[] = [];
  let messages: readonly Line[] = [];

  before(async function () {
    this.timeout(60_000);
    lived = await liveThrough(life);
    messages = lived.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'tells'));
  });

  it('reach whom they are for at the moments of the table, and there are no others', () => {
    assert.deepEqual(
      messages.map(placeOf),
      everyMessage.map(([, ...place]) => place.slice(0, 3)),
    );
    for (const [nth, [, , , , says]] of everyMessage.entries()) assert.match(messages[nth]?.what ?? '', says);
  });

  it('come in working hours where their reader is, but for what is told at once', () => {
    const outside = everyMessage.filter(([when, , local]) => when === 'reminder' && !isWorkingHour(local));
    assert.deepEqual(outside, []);
  });

  it('come once', () => {
    const said = messages.map(({ who, what }) => `${who?.fullName ?? ''}: ${what}`);
    assert.deepEqual(
      said.filter((one, index) => said.indexOf(one) !== index),
      [],
    );
  });

  it('leave each euro in one place: what came late pays the second order, and a statement adds nothing', () => {
    const stand = lived.map(({ partner }) => [
      toDecimal(creditIn(partner, EUR)),
      ...partner.orders.map((order) => `${order.state} ${toDecimal(received(order))}`),
    ]);
    assert.deepEqual(stand, [
      ['3800.00', 'expired 3800.00'],
      ['0.00', 'expired 3800.00', 'active 3800.00'],
      ['0.00', 'expired 3800.00', 'active 3800.00', 'active 3800.00'],
      ['0.00', 'expired 3800.00', 'active 3800.00', 'active 3800.00'],
    ]);
  });

  it('end with a membership that has lapsed', () => {
    const standings = lived.map(({ partner, catalogue, on }) => {
      const held = newestMembership(partner, 'gold');
      return held && [held.anniversary, standingOf(catalogue, partner, held, on)];
    });
    assert.deepEqual(standings, [
      undefined,
      ['2027-04-03', 'active'],
      ['2028-04-03', 'active'],
      ['2028-04-03', 'lapsed'],
    ]);
  });

  it('are told in docs/timeline.md: `npm run docs` writes it anew', async () => {
    const written = await readFile(new URL('../../docs/timeline.md', import.meta.url), 'utf8');
    assert.equal(written, timelinePage(lived));
  });
});
