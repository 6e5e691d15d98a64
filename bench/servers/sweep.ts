import { argv } from 'node:process';
import { compose } from '../../bot/compose.ts';
import { botLog } from '../../bot/observe/log.ts';
import { botMetrics } from '../../bot/observe/metrics.ts';
import { readCatalogue } from '../../bot/settings/catalogue.ts';
import { openStore } from '../../bot/open-store.ts';
import { later } from '../../membership/rules/calendar.ts';
import { testClock } from '../../test/support/bot.ts';
import { due, groups, seed } from '../../test/support/crowd.ts';
import { attend } from './attend.ts';

/**
 * This bot, whole, on the embedded store or on PostgreSQL; arguments: its folder, how many partners it has, its
 * connector, and the database where it has one.
 */
const [, , folder = '', stored = '0', serviceUrl = '', databaseUrl] = argv;

const read = await readCatalogue();
if (read.kind === 'faults') throw new Error(read.faults.join('\n'));
const { catalogue } = read;
const log = botLog('info');
const store = await openStore({ dataDir: folder, databaseUrl }, catalogue, log);
/** Stands, so that nothing is due but what is prepared. */
const clock = testClock(later(due, -60_000));
const app = compose({
  settings: { mode: 'local', identity: { kind: 'none' }, operators: [] },
  catalogue,
  store,
  log,
  metrics: botMetrics({ process: true }),
  clock,
  pages: { script: '', style: '', version: '0' },
  links: { key: new Uint8Array(32), publicUrl: () => 'http://localhost' },
});

const all = groups(Number(stored));
const tenDaysMs = 864_000_000;
// In a database the others are made of the first.
const first = databaseUrl === undefined ? all : all.slice(0, 1);
await seed(store, first, { serviceUrl, at: later(due, tenDaysMs) });
let next = due;

attend({
  port: await app.listen(0, '127.0.0.1'),
  // For a moment that has not come, or the scheduler's own timer might be first.
  prepare: (partners, generation) => {
    next = later(due, generation * 60_000);
    const some = all.filter(({ nth }) => partners.includes(nth));
    return seed(store, some, { serviceUrl, at: next });
  },
  sweep: () => {
    clock.set(next);
    return app.runDue(next, () => undefined);
  },
  stop: () => app.stop(),
});
