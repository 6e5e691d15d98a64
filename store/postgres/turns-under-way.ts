import type { Outcome, Step } from './lock-connection.ts';

/** A turn and its lock. */
export interface Hold {
  readonly lock: string;
  readonly delivery: string | null;
}

/** The turns that are under way, and those that have lost their lock with the connection. */
export const turnsUnderWay = () => {
  /** Whether its work goes on, or is over and only its lock is to be given back. */
  const held = new Map<Hold, 'working' | 'over'>();
  const lost = new Set<Hold>();
  /** What was asked of the new connection, in the order of its answers. */
  let asked: readonly Hold[] = [];
  return {
    any: (): boolean => held.size > 0,
    isHeld: (hold: Hold): boolean => held.has(hold),
    isLost: (hold: Hold): boolean => lost.has(hold),
    again: (): readonly Step[] => {
      const known = [...held];
      asked = known.map(([hold]) => hold);
      // What is over was answered by itself; of what goes on, another may have answered the same delivery.
      return known.map(([{ lock, delivery }, state]) => ({
        step: 'begin',
        lock,
        delivery: state === 'over' ? null : delivery,
      }));
    },
    wereTaken: (outcomes: readonly Outcome[]): void => {
      asked.forEach((hold, index) => {
        const state = held.get(hold);
        if (outcomes[index] === 'begun' || !state) return;
        held.delete(hold);
        if (state === 'working') lost.add(hold);
      });
    },
    over: (hold: Hold): void => {
      if (held.has(hold)) held.set(hold, 'over');
    },
    note: (hold: Hold, outcome: Outcome): void => {
      if (outcome === 'begun') held.set(hold, 'working');
      if (outcome !== 'ended') return;
      held.delete(hold);
      lost.delete(hold);
    },
  };
};
