import type { BankLine, ChatRecords, Partners } from '../membership/ports.ts';
import type { Catalogue } from '../membership/rules/catalogue.ts';
import type { Instant } from '../membership/rules/calendar.ts';

/** What local mode needs of the composed bot. */
export interface LocalBot {
  readonly catalogue: Catalogue;
  readonly partners: Pick<Partners, 'all'>;
  readonly chats: Pick<ChatRecords, 'read'>;
  /** The bank has credited an account. Resolves with what became of it, when that is committed. */
  credit(line: BankLine): Promise<unknown>;
  /**
   * Does what is due up to `until`, moment by moment in order; `at` is told each moment before its work.
   * Resolves when its messages have been sent or refused.
   */
  runDue(until: Instant, at: (moment: Instant) => void): Promise<void>;
  /** Resolves when work that turns left behind is done and its messages have been sent or refused. */
  settled(): Promise<void>;
}
