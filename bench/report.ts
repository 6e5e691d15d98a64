import { availableParallelism, cpus } from 'node:os';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spreadOf, type Spread } from './statistics.ts';

export const count = (value: number): string => Math.round(value).toLocaleString('en');

/** The median, and in brackets the quarters beside it. */
export const spread = ({ low, median, high }: Spread, digits: number): string => {
  const show = (value: number): string =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${show(median)} (${show(low)}–${show(high)})`;
};

/** Rows in columns: names to the left, numbers to the right. */
export const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(cell).join('   ')}`);
};

/** What the disk takes to make 4 KB safe: a folder without one, in memory, would show as nearly nothing. */
const syncTimes = async (folder: string): Promise<Spread> => {
  const path = join(folder, 'sync');
  const file = await open(path, 'w');
  const found: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    await file.write(Buffer.alloc(4_096));
    const began = performance.now();
    await file.datasync();
    found.push(performance.now() - began);
  }
  await file.close();
  await rm(path);
  return spreadOf(found);
};

/** Where it was measured. */
export const machine = async (folder: string): Promise<readonly string[]> => [
  'Machine',
  `  ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${process.platform}, Node ${process.version}`,
  `  ${spread(await syncTimes(folder), 2)} ms to sync 4 KB to the disk`,
];
