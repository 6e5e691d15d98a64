import { join } from 'node:path';
import { buildPackage } from './build.ts';
import { readSettings } from './settings.ts';

const target = join(import.meta.dirname, '..', 'dist', 'membership-bot.zip');

const refuse = (faults: readonly string[]): void => {
  process.stderr.write(['No package was made:', ...faults.map((fault) => `- ${fault}`), ''].join('\n'));
  process.exitCode = 1;
};

const announce = (trial: readonly string[]): void => {
  process.stdout.write(`${target}\n`);
  if (trial.length > 0)
    process.stdout.write(`A TRIAL PACKAGE, not for upload. Not set: ${trial.join(', ')}\n`);
};

const reading = readSettings(process.env);
const faults = reading.kind === 'settings' ? await buildPackage(reading.settings, target) : reading.faults;
if (faults.length > 0) refuse(faults);
else if (reading.kind === 'settings') announce(reading.trial);
