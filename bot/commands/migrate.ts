import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Catalogue } from '../../membership/rules/catalogue.ts';
import { fillDatabase, type Filled } from '../../store/exchange/to-database.ts';
import { StoreFault } from '../../store/faults.ts';
import { shareOnce } from '../../store/postgres/shared.ts';
import { linkKey, linkKeyName } from '../links/link-key.ts';
import { isInvented } from '../open-store.ts';
import { readCatalogue } from '../settings/catalogue.ts';
import { databaseUrl } from '../settings/database.ts';
import { end, say } from './terminal.ts';

const titles: Readonly<Record<keyof Filled, string>> = {
  partners: 'partners',
  chats: 'chat records',
  bankLines: 'bank lines',
  parkedNews: 'parked news',
};

const row = (...cells: readonly (string | number)[]): string =>
  cells.map((cell, index) => (index === 0 ? String(cell).padEnd(14) : String(cell).padStart(12))).join('');

const table = (filled: Filled): readonly string[] => [
  row('', 'in DATA_DIR', 'copied', 'were there', 'equal'),
  ...(Object.keys(titles) as (keyof Filled)[]).map((kind) => {
    const { found, copied, already } = filled[kind];
    return row(titles[kind], found, copied, already, found);
  }),
];

/** Links that were sent stay good. */
const takeLinkKey = async (folder: string, url: string): Promise<void> => {
  const isThere = await access(join(folder, 'link-key')).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  await shareOnce(url, linkKeyName, Buffer.from(await linkKey(folder)).toString('base64'));
};

/** `npm run migrate -- --to DATABASE_URL`: the embedded store into PostgreSQL, while the bot is stopped. */
const main = async (url: string, catalogue: Catalogue): Promise<void> => {
  const folder = process.env['DATA_DIR'] || '.data';
  const log = (event: { readonly kind: string }): void => say(`(${event.kind})`);
  const filled = await fillDatabase(folder, { database: { url, isInvented }, catalogue, log });
  await takeLinkKey(folder, url);
  for (const line of table(filled)) say(line);
  say('Proofs stay where they are. Start the bot with DATABASE_URL set.');
};

try {
  const { to = '' } = parseArgs({ options: { to: { type: 'string' } } }).values;
  const checked = databaseUrl('production')(to);
  const catalogue = await readCatalogue(process.env['CATALOGUE'] || undefined);
  if ('fault' in checked) end(`Where to? npm run migrate -- --to DATABASE_URL; it ${checked.fault}.`);
  else if (catalogue.kind === 'faults') end('The catalogue is wrong:', catalogue.faults);
  else await main(checked.value, catalogue.catalogue);
} catch (error) {
  if (!(error instanceof StoreFault)) throw error;
  end(`The database is not filled: ${error.message}`);
}
