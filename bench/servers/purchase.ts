import { argv } from 'node:process';
import { compose } from '../../bot/compose.ts';
import { openStore } from '../../bot/open-store.ts';
import { botLog } from '../../bot/observe/log.ts';
import { botMetrics } from '../../bot/observe/metrics.ts';
import { readCatalogue } from '../../bot/settings/catalogue.ts';
import { dayOf, instant } from '../../membership/rules/calendar.ts';
import { nextDue } from '../../membership/rules/next-due.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { openStore as openLowdb } from '../../store/lowdb/open.ts';
import type { Store } from '../../store/contract.ts';
import { stockOf, type Past } from '../partners.ts';
import { attend } from './attend.ts';
import { countingDisk } from './counting-disk.ts';

/**
 * This bot, whole, on the embedded store or on PostgreSQL; arguments: its folder, what its partners have behind them,
 * and the database where it has one.
 */
const [, , folder = '', past = 'none', databaseUrl] = argv;

/** An import confirms all its partners in one file: in parts, so that this one stays small. */
const atOnce = 500;

const put = async (store: Store, partners: readonly Partner[]): Promise<void> => {
  const keys = {
    partners: partners.map((partner) => partner.mpnId),
    tenants: partners.map((partner) => partner.tenantId),
    mpnIds: [],
    orders: partners.flatMap((partner) => partner.orders.map((order) => order.number)),
  };
  await store.bulk.replace(keys, () => partners);
};

const read = await readCatalogue();
if (read.kind === 'faults') throw new Error(read.faults.join('\n'));
const { catalogue } = read;
const stock = await stockOf(catalogue, past as Past, dayOf(instant(new Date())));
const disk = countingDisk();
const log = botLog('info');
const store = await (databaseUrl === undefined
  ? openLowdb({ folder, dueAt: (partner) => nextDue(catalogue, partner), disk })
  : openStore({ dataDir: folder, databaseUrl }, catalogue, log));
const settings = { mode: 'local', identity: { kind: 'none' }, operators: [] } as const;
const app = compose({
  settings,
  catalogue,
  store,
  log,
  metrics: botMetrics({ process: true }),
  pages: { script: '', style: '', version: '0' },
  links: { key: new Uint8Array(32), publicUrl: () => 'http://localhost' },
});

attend({
  port: await app.listen(0, '127.0.0.1'),
  written: disk.written,
  prepare: async (partners, generation) => {
    // A person's own work behind the last talk must be over before the partner is another.
    await app.settled();
    for (let from = 0; from < partners.length; from += atOnce)
      await put(
        store,
        partners.slice(from, from + atOnce).map((n) => stock.make(n, generation)),
      );
  },
  settled: () => app.settled(),
  stop: () => app.stop(),
});
