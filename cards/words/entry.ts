import type { Language } from '../../membership/rules/catalogue.ts';

/** One message in every language, as ICU message syntax. */
export type Entry = Readonly<Record<Language, string>>;
export type Entries = Readonly<Record<string, Entry>>;
