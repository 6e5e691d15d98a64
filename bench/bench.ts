import type { BenchConnector } from './connector.ts';

/** Rounds that count and rounds before them, which bring the code up to its speed and are thrown away. */
interface Rounds {
  readonly rounds: number;
  readonly warmUps: number;
  /** In each round, by each bot. */
  readonly talks: number;
}

/** How much is measured. */
export interface Counts {
  readonly turns: Rounds;
  readonly sizes: Rounds & { readonly stored: readonly number[] };
  readonly start: { readonly times: number; readonly partners: number };
  readonly card: { readonly payments: number };
  /** `talks`: partners that are due. */
  readonly sweep: Rounds & { readonly stored: readonly [few: number, many: number] };
}

export const full: Counts = {
  turns: { rounds: 14, warmUps: 3, talks: 320 },
  sizes: { rounds: 14, warmUps: 6, talks: 96, stored: [1_000, 10_000, 50_000] },
  start: { times: 5, partners: 10_000 },
  card: { payments: 200 },
  sweep: { rounds: 30, warmUps: 10, talks: 100, stored: [1_000, 10_000] },
};

export const quick: Counts = {
  turns: { rounds: 3, warmUps: 6, talks: 96 },
  sizes: { rounds: 3, warmUps: 6, talks: 96, stored: [1_000, 2_000, 5_000] },
  start: { times: 2, partners: 1_000 },
  card: { payments: 50 },
  sweep: { rounds: 6, warmUps: 6, talks: 100, stored: [1_000, 3_000] },
};

/** What every measurement is given. */
export interface Bench {
  readonly counts: Counts;
  /** On the disk that is measured; emptied afterwards. */
  readonly folder: string;
  readonly connector: BenchConnector;
  readonly profile: string | undefined;
}

/** What a measurement found, as lines of text. */
export interface Findings {
  readonly ratios: readonly string[];
  readonly absolute: readonly string[];
}

export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);
