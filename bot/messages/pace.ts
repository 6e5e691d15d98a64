import pLimit, { type LimitFunction } from 'p-limit';
import { QueueRefusal } from '../queue/conversation-queue.ts';

/** So many calls within so many milliseconds. */
interface Limit {
  readonly most: number;
  readonly ms: number;
}

/** Teams' own, of messages that nobody is waiting for. */
const perConversation: readonly Limit[] = [
  { most: 60, ms: 30_000 },
  { most: 7, ms: 1_000 },
];
const perTenant: Limit = { most: 50, ms: 1_000 };

/** Where a message goes. */
export interface Destination {
  readonly conversation: string;
  readonly tenantId: string;
}

/** Keeps Teams' limits, in real time. */
export interface Pace {
  /**
   * Runs a call to the connector as soon as no limit is against it, first come first served; settles as the call
   * does, or rejects with a `QueueRefusal` where the pace was closed before.
   */
  run<Result>(to: Destination, call: () => Promise<Result>): Promise<Result>;
  /** How many conversations and tenants are remembered: those of the last half minute. */
  readonly size: number;
  /** What still waits is refused. */
  close(): void;
}

/** A millisecond more, since a timer counts whole ones and may come a part of one early. */
const passing = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms + 1).unref();
  });

/**
 * A call has its place in each limit until the limit's time has passed since its answer. Nobody knows when in
 * between it arrived, and so, wherever the connector counts, it never counts too many.
 */
export const pace = (): Pace => {
  const lines = new Map<string, LimitFunction>();
  let closed = false;

  const lineOf = (key: string, most: number): LimitFunction => {
    const line = lines.get(key) ?? pLimit({ concurrency: most, rejectOnClear: true });
    lines.set(key, line);
    return line;
  };

  const within = async <Result>(
    { most, ms }: Limit,
    name: string,
    call: () => Promise<Result>,
  ): Promise<Result> => {
    if (closed) throw new QueueRefusal('queueClosed');
    const key = `${most} ${name}`;
    const line = lineOf(key, most);
    return new Promise((resolve, reject) => {
      const place = line(async () => {
        await call().then(resolve, reject);
        await passing(ms);
        // Nobody waits, and this one is the last to leave.
        if (line.activeCount === 1 && line.pendingCount === 0) lines.delete(key);
      });
      place.catch(() => reject(new QueueRefusal('queueClosed')));
    });
  };

  return {
    run: ({ conversation, tenantId }, call) => {
      // The tenant's place is taken last, so that a conversation that waits for its own takes none of the others'.
      const innermost = () => within(perTenant, `tenant ${tenantId}`, call);
      return perConversation.reduceRight(
        (inner, limit) => () => within(limit, conversation, inner),
        innermost,
      )();
    },
    get size() {
      return lines.size;
    },
    close: () => {
      closed = true;
      for (const line of lines.values()) line.clearQueue();
    },
  };
};
