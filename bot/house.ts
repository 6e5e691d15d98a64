import type { DeedPorts } from '../membership/deeds/perform.ts';
import type { ChatRecords, ProofIntake } from '../membership/ports.ts';
import type { PersonId } from '../membership/rules/ids.ts';
import type { Notifier } from './messages/notifier.ts';
import type { Log } from './observe/log.ts';

/** What every turn leans on; joined in `compose.ts`. */
export interface House {
  readonly deeds: DeedPorts;
  readonly chats: ChatRecords;
  readonly intake: ProofIntake;
  readonly notifier: Notifier;
  readonly log: Log;
  readonly isOperator: (person: PersonId) => boolean;
  /** The companion page, in local mode. */
  readonly localPage: () => string | undefined;
  /** A short reference number for a fault. */
  readonly reference: () => string;
}
