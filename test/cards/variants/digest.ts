import { digestCard, type Digest, type Unreached } from '../../../cards/desk/digest.ts';
import { exportCard } from '../../../cards/desk/export.ts';
import type { MpnId } from '../../../membership/rules/ids.ts';
import { matterKinds } from '../../../membership/rules/matters.ts';
import { reminderSteps } from '../../../membership/rules/reminder.ts';
import { analytics, competency, day, instant, today } from '../fixtures.ts';
import { type Variant, variant } from './variant.ts';

const nothing: Digest = { day: today, waiting: [], unreached: { shown: [], more: 0 }, damaged: [] };
const mpnId = (nth: number): MpnId => String(6_234_461 + nth) as MpnId;
const parked = { count: 1, oldest: instant('2026-11-21T07:00:00.000Z') };

const unreached: readonly Unreached[] = reminderSteps.map((step, nth) => ({
  partner: mpnId(nth),
  organisation:
    nth === 1
      ? 'A very long name of an organisation in the network, Limited Liability Company'
      : 'Fabrikam B.V.',
  step,
  level: 'gold',
  competency: nth === 1 ? competency('Small and Midmarket Cloud Solutions') : analytics,
}));

const everything: Digest = {
  day: today,
  waiting: matterKinds.map((list, nth) => ({
    list,
    count: 1 + nth * 117,
    oldest: nth % 2 === 0 ? day('2026-11-01') : instant('2026-11-19T09:00:00.000Z'),
  })),
  unreached: { shown: unreached, more: 12 },
  damaged: [0, 1, 2, 3, 4, 5, 6].map(mpnId),
  parked: { ...parked, count: 3 },
};

/** What operators are sent, and the export. */
export const digestCards: readonly Variant[] = [
  variant('digest: nothing', (language) => digestCard(language, nothing)),
  variant('digest: everything', (language) => digestCard(language, everything)),
  variant('digest: trouble alone, one of each', (language) =>
    digestCard(language, { ...nothing, damaged: [mpnId(0)], parked }),
  ),
  variant('digest: one reminder that reached nobody', (language) =>
    digestCard(language, { ...nothing, unreached: { shown: unreached.slice(0, 1), more: 0 } }),
  ),
  variant('export', (language) => exportCard(language, 'https://bot.example/desk/export/token')),
];
