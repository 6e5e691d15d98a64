import { readFile } from 'node:fs/promises';
import { importAt } from '../../store/exchange/at-folder.ts';
import { StoreFault } from '../../store/faults.ts';
import { readCatalogue } from '../settings/catalogue.ts';
import { end, say } from './terminal.ts';

/** `npm run import -- FILE`: partners into the store, all or nothing, also while the bot runs. */
const main = async ([file]: readonly string[]): Promise<void> => {
  if (!file) return end('Which file? npm run import -- FILE');
  const catalogue = await readCatalogue(process.env['CATALOGUE'] || undefined);
  if (catalogue.kind === 'faults') return end('The catalogue is wrong:', catalogue.faults);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return end(`${file} can't be read.`);
  const folder = process.env['DATA_DIR'] || '.data';
  const result = await importAt({ folder }, catalogue.catalogue, text);
  if (result.kind === 'imported') return say(`${result.partners} partners imported.`);
  end(
    'Nothing was imported:',
    result.faults.map(({ place, message }) => `${place}: ${message}`),
  );
};

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StoreFault)) throw error;
  end(`Nothing was imported: ${error.message}`);
}
