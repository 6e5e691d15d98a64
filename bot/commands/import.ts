import { readFile } from 'node:fs/promises';
import { importInto } from '../../store/exchange/at-place.ts';
import { placeOf } from './place.ts';
import { StoreFault } from '../../store/faults.ts';
import { readCatalogue } from '../settings/catalogue.ts';
import { end, say } from './terminal.ts';

/** `npm run import -- FILE`: partners into the store, all or nothing, also while the bot runs. */
const main = async (file: string): Promise<void> => {
  const catalogue = await readCatalogue(process.env['CATALOGUE'] || undefined);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (catalogue.kind === 'faults') end('The catalogue is wrong:', catalogue.faults);
  else if (text === undefined) end(`${file} can't be read.`);
  else {
    const result = await importInto(placeOf(process.env), catalogue.catalogue, text);
    if (result.kind === 'imported')
      say(`${result.partners} ${result.partners === 1 ? 'partner' : 'partners'} imported.`);
    else
      end(
        'Nothing was imported:',
        result.faults.map(({ place, message }) => `${place}: ${message}`),
      );
  }
};

try {
  const [, , file] = process.argv;
  if (file) await main(file);
  else end('Which file? npm run import -- FILE');
} catch (error) {
  if (!(error instanceof StoreFault)) throw error;
  end(`Nothing was imported: ${error.message}`);
}
