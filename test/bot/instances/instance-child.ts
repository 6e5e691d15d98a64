import { compose } from '../../../bot/compose.ts';
import { botLog } from '../../../bot/observe/log.ts';
import { botMetrics } from '../../../bot/observe/metrics.ts';
import { instant, later, type Instant } from '../../../membership/rules/calendar.ts';
import { nextDue } from '../../../membership/rules/next-due.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { Store } from '../../../store/contract.ts';
import { proofFolder } from '../../../store/lowdb/proofs.ts';
import { openStore as openFolder } from '../../../store/lowdb/open.ts';
import { openStore as openDatabase } from '../../../store/postgres/open.ts';
import { realCatalogue } from '../../support/bot.ts';

/** Does all that is due so many milliseconds from now; its clock is ahead by so much from then on. */
export interface Question {
  readonly sweepAhead: number;
}

/** First that it is ready, then one for each question. */
export interface Answer {
  readonly port: number;
}

/**
 * The whole bot in a process of its own, to be killed. Its clock runs.
 * Arguments: the moment at which it was the start of the test (ms), the moment that stands for it, the folder, and the
 * database where there is one.
 */
const [, , startedAt = '0', begins = '', folder = '', url = ''] = process.argv;
let ahead = 0;
const now = (): Instant => later(instant(new Date(begins)), Date.now() - Number(startedAt) + ahead);

const catalogue = await realCatalogue();
const dueAt = (partner: Partner) => nextDue(catalogue, partner);

const open = async (): Promise<Store> => {
  if (url === '') return openFolder({ folder, dueAt });
  const proofs = await proofFolder(folder, () => undefined);
  return openDatabase({ url, proofs, dueAt, isInvented: () => false });
};

const app = compose({
  settings: { mode: 'local', identity: { kind: 'none' }, operators: [] },
  catalogue,
  store: await open(),
  log: botLog('info'),
  metrics: botMetrics(),
  clock: { now },
  pages: { script: '', style: '', version: '0' },
  links: { key: new Uint8Array(32), publicUrl: () => 'http://localhost' },
});
const port = await app.listen(0, '127.0.0.1');

process.on('message', ({ sweepAhead }: Question) => {
  const sweep = async (): Promise<void> => {
    ahead = sweepAhead;
    await app.runDue(now(), () => undefined);
    await app.settled();
    process.send?.({ port } satisfies Answer);
  };
  sweep().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
// Whatever the parent dies of, no bot stays behind.
process.on('disconnect', () => process.exit());
process.send?.({ port } satisfies Answer);
