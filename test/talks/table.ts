import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import type { WordKey } from '../../cards/words/all.ts';
import { languages, type Language } from '../../membership/rules/catalogue.ts';
import { demoImport } from '../../playground/demo/partners.ts';
import { currentPerson, type DemoPerson } from '../../playground/demo/people.ts';
import { day } from '../support/partner.ts';
import { testBot, type TestBot, type TestBotOptions } from '../support/bot.ts';
import { buttonsOf, chatWith, wordsOf, type Chat } from '../support/chat.ts';

/** A Monday; the demo partners' memberships are placed around it. */
export const today = '2026-03-02';

/** Somebody in a chat with the bot, in one language. */
export interface Talker {
  readonly bot: TestBot;
  readonly chat: Chat;
  readonly language: Language;
  /** A word of the catalogue that names nothing, in the talker's language. */
  readonly w: (key: PlainWord) => string;
  /** How many of the bot's messages, cards and changes of cards there were so far. */
  readonly mark: () => number;
  /** All that the bot showed since then, buttons in brackets, a line each. */
  readonly heard: (since: number) => string;
}

/** A word that says the same whatever it is about. */
export type PlainWord = {
  [Key in WordKey]: Parameters<typeof say<Key>> extends [Language, Key] ? Key : never;
}[WordKey];

const locales: Readonly<Record<Language, string>> = { en: 'en-US', nl: 'nl-NL', sv: 'sv-SE' };

export const talkerIn = (bot: TestBot, language: Language, who: DemoPerson = currentPerson): Talker => {
  const { tenantId, aadObjectId, name } = who;
  const chat = chatWith(bot, { tenantId, aadObjectId, name, locale: locales[language] });
  const messages = () =>
    bot.connector.in(chat.speaker.conversation).filter(({ activity }) => activity.type === 'message');
  return {
    bot,
    chat,
    language,
    w: (key) => (say as (language: Language, key: PlainWord) => string)(language, key),
    mark: () => messages().length,
    heard: (since) =>
      messages()
        .slice(since)
        .flatMap(({ activity }) => [
          ...wordsOf(activity),
          ...buttonsOf(activity).map(({ title }) => `[${title}]`),
        ])
        .join('\n'),
  };
};

/** What a person does. */
export type Deed = (talker: Talker) => Promise<unknown>;

export const says =
  (text: string): Deed =>
  ({ chat }) =>
    chat.say(text);

export const presses =
  (title: string, inputs: Record<string, string> = {}): Deed =>
  ({ chat }) =>
    chat.press(title, inputs);

export const installs: Deed = ({ chat }) => chat.send(chat.speaker.installed());

/** Time passes, and no job has run. */
export const at =
  (moment: string): Deed =>
  ({ bot }) => {
    bot.clock.set(moment);
    return Promise.resolve();
  };

/** What the bot then shows, or does not. */
export type Shows = string | RegExp | { readonly not: string | RegExp };
export const not = (text: string | RegExp): Shows => ({ not: text });
/** Says nothing at all. */
export const nothing = /^$/;

/** What the person does, and all that the bot then shows. */
export type Row = readonly [does: Deed, ...shows: readonly Shows[]];

/** Spaces that keep an amount together are spaces to whoever reads. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const holds = (heard: string, text: string | RegExp): boolean =>
  typeof text === 'string' ? plain(heard).includes(plain(text)) : text.test(plain(heard));

const check = (heard: string, shows: Shows, row: number): void => {
  const wanted = typeof shows === 'string' || shows instanceof RegExp;
  const text = wanted ? shows : shows.not;
  if (holds(heard, text) === wanted) return;
  assert.fail(`row ${row}: ${wanted ? 'missing' : 'unwanted'}: ${String(text)}\n--- shown:\n${heard}`);
};

/** Goes through a talk, row by row. */
export const talk = async (talker: Talker, rows: readonly Row[]): Promise<void> => {
  for (const [index, [does, ...shows]] of rows.entries()) {
    const before = talker.mark();
    await does(talker);
    const heard = talker.heard(before);
    for (const each of shows) check(heard, each, index + 1);
  }
};

/** A bot of its own with the demo partners, for as long as the talk takes. */
export const withBot = async (
  work: (bot: TestBot) => Promise<void>,
  options: Partial<TestBotOptions> = {},
): Promise<void> => {
  const bot = await testBot({ partners: demoImport(day(today)), ...options });
  try {
    await work(bot);
  } finally {
    await bot.stop();
  }
};

/** A test for each language: Alex of the demo partner, unless somebody else, with a bot of their own. */
export const inEachLanguage = (
  title: string,
  rows: (talker: Talker) => readonly Row[],
  who: DemoPerson = currentPerson,
): void => {
  for (const language of languages) {
    it(`${title} (${language})`, () =>
      withBot(async (bot) => {
        const talker = talkerIn(bot, language, who);
        await talk(talker, rows(talker));
      }));
  }
};
