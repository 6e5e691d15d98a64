import { QueueRefusal } from '../queue/conversation-queue.ts';
import { sharers } from './sharers.ts';

/** So many calls within so many milliseconds. */
interface Limit {
  readonly most: number;
  readonly ms: number;
}

/** Teams' own, for messages that nobody is waiting for. */
const perConversation: readonly Limit[] = [
  { most: 60, ms: 30_000 },
  { most: 7, ms: 1_000 },
];
const perTenant: Limit = { most: 50, ms: 1_000 };

/** Where messages go. */
export interface Destination {
  readonly conversation: string;
  readonly tenantId: string;
}

/** Room for some calls to the connector. */
export interface Places {
  /** A call is made. One for which no place was taken counts, though it has not waited. */
  use(): void;
  /** No call is made any more, and all have been answered. */
  leave(): void;
}

/** Keeps Teams' limits, in real time. */
export interface Pace {
  /**
   * Resolves as soon as so many calls are within every limit, first come first served; rejects with a `QueueRefusal`
   * where the pace is closed before.
   */
  take(to: Destination, calls: number): Promise<Places>;
  /** For a clock that is moved: what was sent is long ago. */
  pass(): void;
  /** How many limits are remembered: those of the last half minute. */
  readonly size: number;
  /** What still waits is refused. */
  close(): void;
}

interface Waiting {
  readonly calls: number;
  readonly go: () => void;
  readonly refuse: (reason: QueueRefusal) => void;
}

/** The calls of one conversation, or of one tenant, under one limit. */
interface Line {
  take(calls: number): Promise<void>;
  /** Whoever took so many leaves, and has used so many. */
  leave(taken: number, used: number): void;
  /** What was used is free again at once. */
  pass(): void;
  refuseAll(): void;
}

/**
 * A call has its place until the limit's time has passed since its answer. Nobody knows when in between it arrived,
 * and so, wherever the connector counts, it never counts too many.
 */
const line = ({ most, ms }: Limit, shared: () => number, onIdle: () => void): Line => {
  const waiting: Waiting[] = [];
  const resting = new Map<NodeJS.Timeout, number>();
  let inUse = 0;

  const serve = (): void => {
    const mine = Math.floor(most / shared());
    // However small a share is, it lets one at a time go.
    for (let next = waiting[0]; next && (inUse === 0 || inUse + next.calls <= mine); next = waiting[0]) {
      waiting.shift();
      inUse += next.calls;
      next.go();
    }
    if (inUse === 0) onIdle();
  };

  const giveBack = (calls: number): void => {
    inUse -= calls;
    serve();
  };

  const rest = (calls: number): void => {
    // A millisecond more, since a timer counts whole ones and may come a part of one early.
    const timer = setTimeout(() => {
      resting.delete(timer);
      giveBack(calls);
    }, ms + 1);
    timer.unref();
    resting.set(timer, calls);
  };

  return {
    take: (calls) =>
      new Promise((go, refuse) => {
        waiting.push({ calls, go, refuse });
        serve();
      }),
    leave: (taken, used) => {
      if (used > 0) rest(used);
      giveBack(taken - used);
    },
    pass: () => {
      for (const [timer, calls] of resting) {
        clearTimeout(timer);
        inUse -= calls;
      }
      resting.clear();
      serve();
    },
    refuseAll: () => {
      for (const { refuse } of waiting.splice(0)) refuse(new QueueRefusal('queueClosed'));
    },
  };
};

const placesIn = (lines: readonly Line[], calls: number): Places => {
  let used = 0;
  return {
    use: () => {
      used += 1;
    },
    leave: () => {
      for (const each of lines) each.leave(calls, used);
    },
  };
};

/** @param count how many processes share the limits, each of which keeps its share; left out where this is the only one */
export const pace = (count?: () => Promise<number>): Pace => {
  const shared = sharers(count);
  const lines = new Map<string, Line>();
  let closed = false;

  const lineOf = (limit: Limit, name: string): Line => {
    const key = `${limit.most} ${name}`;
    const known =
      lines.get(key) ??
      line(
        limit,
        () => shared.known,
        () => lines.delete(key),
      );
    lines.set(key, known);
    return known;
  };

  return {
    take: async ({ conversation, tenantId }, calls) => {
      await shared.keepCounting();
      const taken: Line[] = [];
      // The tenant's last: a conversation that waits for its own takes no place from others.
      for (const [limit, name] of [
        ...perConversation.map((own) => [own, `conversation ${conversation}`] as const),
        [perTenant, `tenant ${tenantId}`] as const,
      ]) {
        if (closed) throw new QueueRefusal('queueClosed');
        const next = lineOf(limit, name);
        await next.take(calls);
        taken.push(next);
      }
      return placesIn(taken, calls);
    },
    pass: () => {
      for (const each of [...lines.values()]) each.pass();
    },
    get size() {
      return lines.size;
    },
    close: () => {
      closed = true;
      for (const each of lines.values()) each.refuseAll();
    },
  };
};
