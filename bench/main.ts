import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { full, quick, type Bench, type Findings } from './bench.ts';
import { measureCard } from './card.ts';
import { benchConnector } from './connector.ts';
import { databases } from './databases.ts';
import { measureMemory } from './memory.ts';
import { machine } from './report.ts';
import { measureSizes } from './sizes.ts';
import { measureStart } from './start.ts';
import { measureSweep } from './sweep.ts';
import { measureTurns } from './turns.ts';

const measurements = {
  turns: measureTurns,
  sizes: measureSizes,
  start: measureStart,
  card: measureCard,
  sweep: measureSweep,
  memory: measureMemory,
};

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    'cpu-profile': { type: 'string' },
  },
});

/** Beside the packages: the temporary folder of many systems is memory, where syncing costs nothing. */
const newFolder = async (): Promise<string> => {
  const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(`${cache}bench-`);
  // PostgreSQL never runs as root, and has its data in here.
  await chmod(folder, 0o711);
  return folder;
};

const run = async (bench: Bench): Promise<readonly Findings[]> => {
  const findings: Findings[] = [];
  for (const [name, measure] of Object.entries(measurements))
    if (values.only === undefined || values.only === name) findings.push(await measure(bench));
  return findings;
};

const main = async (): Promise<void> => {
  const began = performance.now();
  const folder = await newFolder();
  const connector = await benchConnector();
  const server = databases(folder);
  try {
    const counts = values.quick ? quick : full;
    const profile = values['cpu-profile'];
    const findings = await run({ counts, folder, connector, databases: server, profile });
    const seconds = Math.round((performance.now() - began) / 1_000);
    const lines = [
      'Ratios, by round: median (lower quarter–upper quarter)',
      ...findings.flatMap(({ ratios }) => ratios.map((line) => `  ${line}`)),
      ...findings.flatMap(({ absolute }) => ['', ...absolute]),
      '',
      ...(await machine(folder)),
      `  ${seconds} s in all; each bot in its own process, log level info into a file; connector and driver in another`,
    ];
    console.log(lines.join('\n'));
  } finally {
    await connector.close();
    await server.stop();
    // Where a measurement failed, its bots may still be writing: the error is what matters.
    await rm(folder, { recursive: true, maxRetries: 10 });
  }
};

await main();
