/** How one call ended, as far as a repeat is concerned. */
export interface Attempt {
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  /** From the answer's Retry-After. */
  readonly retryAfterMs: number | undefined;
  /** The request never left: nothing can have arrived. */
  readonly unsent: boolean;
}

/** What was spent on this message so far. */
export interface Spent {
  readonly repeats: number;
  readonly waitedMs: number;
}

/** Teams sends an activity again when its answer takes 10 to 15 s; a turn's other work needs its share. */
const patienceMs = 8_000;
const firstPauseMs = 300;

/** The connector said that it has not taken the message: 412 while a conversation is busy, 429 too many. */
const notTaken = new Set([412, 429]);
/** It may have been taken; repeated once, since a second card is better than none, and never more. */
const maybeTaken = new Set([502, 503, 504]);

const mostRepeats = ({ status, unsent }: Attempt): number => {
  if (unsent) return 1;
  if (status === undefined) return 0;
  if (notTaken.has(status)) return 4;
  return maybeTaken.has(status) ? 1 : 0;
};

/** Whether a call is repeated, and after how many milliseconds; undefined to give up. */
export type Repeats = (attempt: Attempt, spent: Spent, random: () => number) => number | undefined;

/** A message that nobody waits for is put off by whoever sends it, and holds up nothing meanwhile. */
export const noRepeats: Repeats = () => undefined;

/**
 * Whether a call is repeated, and after how long. Never after 408, 500, a timeout or a broken line: the message
 * may have arrived and would appear twice.
 * @param random from 0 up to but not including 1, so that many conversations do not come back at once
 * @returns milliseconds, or undefined to give up
 */
export const pauseBeforeRepeat: Repeats = (attempt, spent, random) => {
  if (spent.repeats >= mostRepeats(attempt)) return undefined;
  const own = firstPauseMs * 2 ** spent.repeats * (0.75 + random() / 2);
  const pause = Math.ceil(Math.max(attempt.retryAfterMs ?? 0, own));
  return spent.waitedMs + pause > patienceMs ? undefined : pause;
};

/**
 * Reads Retry-After: seconds, or an HTTP date.
 * @param now epoch milliseconds
 */
export const readRetryAfter = (header: string | undefined, now: number): number | undefined => {
  if (header === undefined) return undefined;
  const seconds = /^\d{1,6}(\.\d+)?$/.test(header.trim()) ? Number(header) : undefined;
  if (seconds !== undefined) return Math.ceil(seconds * 1_000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
};
