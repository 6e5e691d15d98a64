import { once } from 'node:events';
import { exportFrom } from '../../store/exchange/at-place.ts';
import { StoreFault } from '../../store/faults.ts';
import { placeOf } from './place.ts';
import { end } from './terminal.ts';

let exported = 0;

/** `npm run export`: JSON lines, one partner a line, also while the bot runs. */
const main = async (): Promise<void> => {
  for await (const line of exportFrom(placeOf(process.env))) {
    exported += 1;
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  }
};

try {
  await main();
} catch (error) {
  if (!(error instanceof StoreFault)) throw error;
  end(`${exported > 0 ? 'The export is not whole' : 'Nothing was exported'}: ${error.message}`);
}
