import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../membership/rules/catalogue.ts';
import { localeOf } from './format.ts';
import { words, type WordKey } from './words/all.ts';

/** The arguments that an ICU message names. What has a space or a # is the text of a plural's arm. */
type ArgumentsOf<Message extends string> = Message extends `${string}{${infer Rest}`
  ? NameAtStart<Rest> | ArgumentsOf<Rest>
  : never;
type NameAtStart<Rest extends string> = Rest extends `${infer Name}}${string}` ? BareName<Name> : never;
type BareName<Text extends string> = Text extends `${infer Name},${string}`
  ? Name
  : Text extends `${string}${' ' | '#'}${string}`
    ? never
    : Text;

/** Taken from the English text; that the other languages use the same is tested. */
type WordArguments<Key extends WordKey> = ArgumentsOf<(typeof words)[Key]['en']>;
type Given<Key extends WordKey> = [WordArguments<Key>] extends [never]
  ? []
  : [args: Readonly<Record<WordArguments<Key>, string | number>>];

type Format = Pick<IntlMessageFormat, 'format'>;

const formats = new Map<string, Format>();

/** Of most words nothing is to be made. */
const isPlain = (text: string): boolean => !/[{}'#]/.test(text);

const formatOf = (language: Language, key: WordKey): Format => {
  const id = `${language} ${key}`;
  const known = formats.get(id);
  if (known) return known;
  const text = words[key][language];
  const made = isPlain(text)
    ? { format: () => text }
    : new IntlMessageFormat(text, localeOf[language], undefined, { ignoreTag: true });
  formats.set(id, made);
  return made;
};

/**
 * A word or a sentence in a language. Plain text: where it is sent outside a card, send it with text format plain.
 * @param given what the message names; money and days already as text
 */
export const say = <Key extends WordKey>(language: Language, key: Key, ...given: Given<Key>): string =>
  String(formatOf(language, key).format(given[0]));
