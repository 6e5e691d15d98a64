import { keepTime } from '../membership/deeds/keep-time.ts';
import type { Clock, Partners } from '../membership/ports.ts';
import type { Instant } from '../membership/rules/calendar.ts';
import type { MpnId } from '../membership/rules/ids.ts';
import { nextDue } from '../membership/rules/next-due.ts';
import type { Notifier } from './messages/notifier.ts';

export interface ScheduleParts {
  readonly partners: Partners;
  readonly clock: Clock;
  readonly notifier: Pick<Notifier, 'deliver' | 'refresh'>;
  /** What else a partner may need then; before its messages are sent. */
  readonly attendTo?: (id: MpnId) => Promise<void>;
  /** What belongs to no partner; at each sweep. */
  readonly besides?: () => Promise<void>;
  readonly fault: (error: unknown) => void;
}

/** Does what is due, when it is due; its cost follows what is due, not what is stored. */
export interface Schedule {
  start(): void;
  /** Resolves when the sweep under way is over. */
  stop(): Promise<void>;
  /**
   * Does all that is due up to a moment, in the order in which it falls due; `at` is told each moment first.
   * For a clock that is moved.
   */
  runDue(until: Instant, at: (moment: Instant) => void): Promise<void>;
}

const sweepEveryMs = 15_000;
const atOnce = 50;
/** A partner whose work failed comes up again after this. */
const leaseMs = 60_000;

export const schedule = (parts: ScheduleParts): Schedule => {
  const { partners, clock, notifier, fault } = parts;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();

  const attend = async (id: MpnId): Promise<void> => {
    const expired = await keepTime(partners, id, clock.now());
    await parts.attendTo?.(id);
    await notifier.deliver(id);
    for (const order of expired) await notifier.refresh(id, order);
  };

  const sweep = async (): Promise<void> => {
    await parts.besides?.();
    for (;;) {
      const due = await partners.claimDue(clock.now(), atOnce, leaseMs);
      await Promise.all(due.map((id) => attend(id).catch(fault)));
      if (due.length < atOnce) return;
    }
  };

  const tick = (): void => {
    underWay = sweep()
      .catch(fault)
      .finally(() => {
        timer?.refresh();
      });
  };

  return {
    start: () => {
      timer = setTimeout(tick, sweepEveryMs);
      tick();
    },
    stop: async () => {
      clearTimeout(timer);
      timer = undefined;
      await underWay;
    },
    runDue: async (until, at) => {
      for (;;) {
        const [id] = await partners.claimDue(until, 1, leaseMs);
        if (!id) return;
        const partner = await partners.read(id);
        const moment = partner && nextDue(partner);
        if (moment && moment > clock.now()) at(moment);
        await attend(id);
      }
    },
  };
};
