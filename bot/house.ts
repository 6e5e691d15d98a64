import type { DeskPorts, DeskUrls } from '../dialogs/desk/turn.ts';
import type { OrderUrls } from '../dialogs/turn.ts';
import type { CardPorts } from '../membership/deeds/card-ports.ts';
import type { DeedPorts } from '../membership/deeds/perform.ts';
import type { ChatRecords, Meet } from '../membership/ports.ts';
import type { ProofIntake } from '../membership/proof-ports.ts';
import type { AadObjectId, MpnId, PersonId } from '../membership/rules/ids.ts';
import type { Notifier } from './messages/notifier.ts';
import type { Log } from './observe/log.ts';

/** What every turn leans on; joined in `compose.ts`. */
export interface House {
  readonly deeds: DeedPorts;
  /** What operators read and do. */
  readonly desk: DeskPorts;
  readonly chats: ChatRecords;
  readonly meet: Meet;
  readonly intake: ProofIntake;
  readonly notifier: Notifier;
  readonly log: Log;
  readonly isOperator: (person: PersonId) => boolean;
  /** Undefined where card is not offered. */
  readonly card: CardPorts | undefined;
  /** The links that a person's cards carry. */
  readonly urls: (partner: MpnId, person: AadObjectId) => OrderUrls;
  /** The links that an operator's cards carry. */
  readonly deskUrls: (operator: PersonId) => DeskUrls;
  /** The companion page, in local mode. */
  readonly localPage: () => string | undefined;
  /** A short reference number for a fault. */
  readonly reference: () => string;
}
