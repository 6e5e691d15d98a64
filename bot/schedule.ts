import { keepTime, type TimePorts } from '../membership/deeds/keep-time.ts';
import { earliest, type Instant } from '../membership/rules/calendar.ts';
import type { MpnId } from '../membership/rules/ids.ts';
import { nextDue } from '../membership/rules/next-due.ts';
import { duePool } from './due-pool.ts';
import type { Notifier } from './messages/notifier.ts';
import { inSpan } from './observe/tracing.ts';
import { within } from './queue/within.ts';

interface Ahead {
  readonly id: MpnId;
  readonly moment: Instant;
}

/** What belongs to no partner and has a next moment of its own. */
export interface Beside {
  /** For traces. */
  readonly name: string;
  /** When it is to run next; a moment that has passed is as good as now. Undefined: until further notice not at all. */
  next(now: Instant): Promise<Instant | undefined>;
  /** Does what is due now. */
  run(now: Instant): Promise<void>;
}

export interface ScheduleParts {
  readonly deeds: TimePorts;
  readonly notifier: Pick<Notifier, 'deliver' | 'refresh'>;
  /** What else a partner may need then; before its messages are sent. */
  readonly attendTo?: (id: MpnId) => Promise<void>;
  readonly besides?: readonly Beside[];
  readonly fault: (error: unknown) => void;
}

/** Does what is due, when it is due; its cost follows what is due, not what is stored. */
export interface Schedule {
  start(): void;
  /** Begins nothing more; resolves when what is under way is over, or after `graceMs`: what hangs is left to its lease. */
  stop(graceMs: number): Promise<void>;
  /**
   * Does all that is due up to a moment, in the order in which it falls due; `at` is told each moment first.
   * For a clock that is moved.
   */
  runDue(until: Instant, at: (moment: Instant) => void): Promise<void>;
}

const sweepEveryMs = 15_000;
/** Partners at once. Each may wait for the connector, whose 128 lines replies must find free. */
const atOnce = 64;
/** A partner whose work failed comes up again after this. */
const leaseMs = 60_000;

interface Besides {
  /** Runs those that are due; one after the other, since one may run only once at a time. */
  run(): Promise<void>;
  /** The next moment of any. One that failed is not due again at the moment at which it did. */
  next(): Promise<Instant | undefined>;
  /** Resolves when none is under way. */
  settled(): Promise<void>;
}

const besidesOf = ({ besides = [], deeds: { clock }, fault }: ScheduleParts): Besides => {
  const ranAt = new Map<Beside, Instant>();
  let underWay = Promise.resolve();

  const runIfDue = async (beside: Beside): Promise<void> => {
    const now = clock.now();
    const next = await beside.next(now);
    if (next === undefined || next > now) return;
    ranAt.set(beside, now);
    await inSpan('due', (tell) => {
      tell({ beside: beside.name });
      return beside.run(now);
    });
  };

  const runAll = async (): Promise<void> => {
    for (const beside of besides) await runIfDue(beside).catch(fault);
  };

  return {
    run: () => (underWay = underWay.then(runAll)),
    next: async () => {
      const now = clock.now();
      const moments = besides.map(async (beside) => {
        const next = await beside.next(now);
        return next !== undefined && next <= now && ranAt.get(beside) === now ? undefined : next;
      });
      return earliest(await Promise.all(moments));
    },
    settled: () => underWay,
  };
};

export const schedule = (parts: ScheduleParts): Schedule => {
  const { deeds, notifier, fault } = parts;
  const { partners, clock, catalogue } = deeds;
  let timer: NodeJS.Timeout | undefined;

  const attend = (id: MpnId): Promise<void> =>
    inSpan('due', async (tell) => {
      tell({ mpnId: id });
      const expired = await keepTime(deeds, id);
      await parts.attendTo?.(id);
      await notifier.deliver(id);
      for (const order of expired) await notifier.refresh(id, order);
    });

  const claim = async (until: Instant): Promise<MpnId | undefined> =>
    (await partners.claimDue(until, 1, leaseMs))[0];
  const pool = duePool({ claim: () => claim(clock.now()), attend, fault, atOnce });
  const besides = besidesOf(parts);

  const tick = (): void => {
    void besides.run();
    pool.wake();
  };

  /** The partner that falls due first, with its moment. It is leased, and so to be attended to. */
  const first = async (until: Instant): Promise<Ahead | undefined> => {
    const id = await claim(until);
    const partner = id && (await partners.read(id));
    return id && { id, moment: (partner && nextDue(catalogue, partner)) ?? clock.now() };
  };

  return {
    start: () => {
      timer = setInterval(tick, sweepEveryMs);
      tick();
    },
    stop: async (graceMs) => {
      clearInterval(timer);
      await within(Promise.all([pool.stop(), besides.settled()]), graceMs);
    },
    runDue: async (until, at) => {
      // Each is due before the one below it: what was done besides may have made one due sooner.
      const ahead: Ahead[] = [];
      for (;;) {
        const sooner = await first(ahead.at(-1)?.moment ?? until);
        if (sooner) ahead.push(sooner);
        const top = ahead.at(-1);
        const moment = earliest([top?.moment, await besides.next()]);
        if (moment === undefined || moment > until) return;
        if (moment > clock.now()) at(moment);
        await besides.run();
        if (top && top.moment <= moment) ahead.pop();
        await Promise.all([top && top.moment <= moment && pool.attend(top.id), pool.drain()]);
      }
    },
  };
};
