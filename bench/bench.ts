import type { BenchConnector } from './connector.ts';
import type { Databases } from './databases.ts';

/** Rounds that count and rounds before them, which bring the code up to its speed and are thrown away. */
interface Rounds {
  readonly rounds: number;
  readonly warmUps: number;
  /** In each round, by each bot. */
  readonly talks: number;
}

type FewAndMany = readonly [few: number, many: number];

/** How much is measured. */
export interface Counts {
  readonly turns: Rounds;
  /** Orders stored. */
  readonly sizes: Rounds & { readonly lowdb: readonly number[]; readonly postgres: readonly number[] };
  readonly start: { readonly times: number; readonly partners: number };
  readonly card: { readonly payments: number };
  /** `talks`: partners that are due. */
  readonly sweep: Rounds & { readonly lowdb: FewAndMany; readonly postgres: FewAndMany };
  readonly memory: { readonly turns: FewAndMany; readonly longestMinutes: number };
}

export const full: Counts = {
  turns: { rounds: 16, warmUps: 6, talks: 320 },
  sizes: { rounds: 14, warmUps: 6, talks: 96, lowdb: [1_000, 10_000, 100_000], postgres: [1_000, 1_000_000] },
  start: { times: 5, partners: 10_000 },
  card: { payments: 200 },
  sweep: { rounds: 30, warmUps: 10, talks: 100, lowdb: [1_000, 10_000], postgres: [1_000, 100_000] },
  memory: { turns: [10_000, 1_000_000], longestMinutes: 45 },
};

export const quick: Counts = {
  turns: { rounds: 3, warmUps: 6, talks: 96 },
  sizes: { rounds: 3, warmUps: 6, talks: 96, lowdb: [1_000, 5_000], postgres: [1_000, 10_000] },
  start: { times: 2, partners: 1_000 },
  card: { payments: 50 },
  sweep: { rounds: 6, warmUps: 6, talks: 100, lowdb: [1_000, 3_000], postgres: [1_000, 3_000] },
  memory: { turns: [10_000, 20_000], longestMinutes: 2 },
};

/** What every measurement is given. */
export interface Bench {
  readonly counts: Counts;
  /** On the disk that is measured; emptied afterwards. */
  readonly folder: string;
  readonly connector: BenchConnector;
  readonly databases: Databases;
  readonly profile: string | undefined;
}

/** What a measurement found, as lines of text. */
export interface Findings {
  readonly ratios: readonly string[];
  readonly absolute: readonly string[];
}

export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);
