import { within } from './within.ts';

/** The queue is full, or closed: the work was not begun and may be asked for again. */
export class QueueRefusal extends Error {
  readonly code: 'queueFull' | 'queueClosed';
  constructor(code: 'queueFull' | 'queueClosed') {
    super(code);
    this.code = code;
  }
}

export interface QueueOptions {
  /** Waiting and running, per conversation. A person's fifty messages at once must fit. */
  readonly perConversation?: number;
  /** Over all conversations. */
  readonly overall?: number;
}

export interface ConversationQueue {
  /**
   * Runs the work after all earlier work of that conversation, alone. Settles as the work does; rejects with
   * a {@link QueueRefusal} where it is not taken.
   */
  run<Result>(conversation: string, work: () => Promise<Result>): Promise<Result>;
  /** Work that waits or runs. */
  readonly size: number;
  /** Takes nothing more; resolves when all that was taken has settled, true, or after `graceMs`, false. */
  close(graceMs: number): Promise<boolean>;
}

interface Line {
  tail: Promise<unknown>;
  length: number;
}

/** One turn at a time per conversation, since a talk's state is read at a turn's start and written at its end. */
export const conversationQueue = ({
  perConversation = 200,
  overall = 5_000,
}: QueueOptions = {}): ConversationQueue => {
  // A conversation is forgotten when its line is empty.
  const lines = new Map<string, Line>();
  let size = 0;
  let closed = false;
  let onIdle: (() => void) | undefined;

  const left = (conversation: string, line: Line): void => {
    line.length -= 1;
    size -= 1;
    if (line.length === 0) lines.delete(conversation);
    if (size === 0) onIdle?.();
  };

  const run = async <Result>(conversation: string, work: () => Promise<Result>): Promise<Result> => {
    if (closed) throw new QueueRefusal('queueClosed');
    const line = lines.get(conversation) ?? { tail: Promise.resolve(), length: 0 };
    if (line.length >= perConversation || size >= overall) throw new QueueRefusal('queueFull');
    lines.set(conversation, line);
    line.length += 1;
    size += 1;
    const result = line.tail.then(work).finally(() => left(conversation, line));
    // The next one waits for the end of this one, however it ends.
    line.tail = result.catch(() => undefined);
    return result;
  };

  return {
    run,
    get size() {
      return size;
    },
    close: (graceMs) => {
      closed = true;
      if (size === 0) return Promise.resolve(true);
      return within(new Promise<void>((resolve) => (onIdle = resolve)), graceMs);
    },
  };
};
