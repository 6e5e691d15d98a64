import type { Entries } from './entry.ts';
import { talkWords } from './talk.ts';

/** Every word that a person can read, by key. */
export const words = { ...talkWords } as const satisfies Entries;
export type WordKey = keyof typeof words;
