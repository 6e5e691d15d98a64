import type { App } from '../bot/compose.ts';
import type { BankLine, ChatRecords, Partners } from '../membership/ports.ts';
import type { Catalogue } from '../membership/rules/catalogue.ts';
import type { Instant } from '../membership/rules/calendar.ts';
import type { LocalGateway } from './local-gateway.ts';

/** What became of a credit: matched with an order, held for an operator, or known already. */
export type Credited = BankLine['status'] | { readonly kind: 'known' };

/** What local mode needs of the composed bot. */
export interface LocalBot {
  readonly catalogue: Catalogue;
  readonly partners: Pick<Partners, 'all'>;
  readonly chats: Pick<ChatRecords, 'read'>;
  /** The bank has credited an account. Resolves when that is committed. */
  credit(line: BankLine): Promise<Credited>;
  /**
   * Does what is due up to `until`, moment by moment in order; `at` is told each moment before its work.
   * Resolves when its messages have been sent or refused.
   */
  runDue(until: Instant, at: (moment: Instant) => void): Promise<void>;
  /** Resolves when work that turns left behind is done and its messages have been sent or refused. */
  settled(): Promise<void>;
}

export const localBot = (app: App, gateway: Pick<LocalGateway, 'settled'>): LocalBot => ({
  catalogue: app.catalogue,
  partners: app.store.partners,
  chats: app.store.chats,
  credit: async (line) => {
    const posted = await app.credit(line);
    return posted.kind === 'known' ? posted : posted.line.status;
  },
  runDue: (until, at) => app.runDue(until, at),
  settled: async () => {
    await gateway.settled();
    await app.settled();
  },
});
