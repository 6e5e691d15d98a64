import type { MovableClock } from '../clock.ts';
import type { Chats } from '../chats.ts';
import type { DemoPerson } from '../demo/people.ts';
import type { LocalBot } from '../local-bot.ts';
import type { LocalConnector } from '../connector.ts';
import type { Shelf } from '../shelf.ts';
import type { PlaygroundChat, Speaking } from '../speaking.ts';

/** What the routes of local mode work with. */
export interface LocalParts {
  readonly bot: LocalBot;
  readonly clock: MovableClock;
  readonly speaking: Speaking;
  readonly chats: Chats;
  readonly shelf: Shelf;
  readonly connector: Pick<LocalConnector, 'contentUrl' | 'downloadUrl'>;
  /** Whom the page offers to speak as, operators among them. */
  readonly people: readonly DemoPerson[];
  /** Undefined until it has started, and where it is not used. */
  readonly playground: () => PlaygroundChat | undefined;
}
