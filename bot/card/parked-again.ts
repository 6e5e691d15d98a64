import { later, elapsed, type Instant } from '../../membership/rules/calendar.ts';
import { retryParked, type ParkingPorts } from '../../membership/deeds/receive-card-news.ts';
import type { Beside } from '../schedule.ts';
import type { WebhookParts } from './webhook.ts';

const shortestMs = 15_000;
const longestMs = 86_400_000;

/** The longer news have lain, the seldomer they are tried. */
const pauseFor = (parkedAt: Instant, triedAt: Instant): number =>
  Math.min(Math.max(elapsed(parkedAt, triedAt) / 4, shortestMs), longestMs);

/** Tries what was parked again, and tells what found its place. */
export const parkedAgain = (ports: ParkingPorts, tell: WebhookParts['tell']): Beside => {
  let triedAt: Instant | undefined;
  return {
    name: 'parkedNews',
    next: async (now) => {
      const newest = (await ports.parked.all())
        .map(({ at }) => at)
        .toSorted()
        .at(-1);
      if (newest === undefined) return undefined;
      // A clock that was set back must not keep them waiting.
      if (triedAt === undefined || triedAt > now) return now;
      return later(triedAt, pauseFor(newest, triedAt));
    },
    run: async (now) => {
      triedAt = now;
      for (const outcome of await retryParked(ports)) tell(outcome);
    },
  };
};
