import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { languages } from '../../membership/rules/catalogue.ts';
import { localeOf } from '../../cards/format.ts';
import { subjects, words } from '../../cards/words/all.ts';

/** Name and kind of each argument, those within a plural's arms included. */
const argumentsOf = (elements: readonly MessageFormatElement[]): readonly string[] =>
  elements.flatMap((element): readonly string[] => {
    if (element.type === TYPE.argument || element.type === TYPE.number) return [element.value];
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const arms = Object.values(element.options).flatMap(({ value }) => argumentsOf(value));
    return [`${element.value}: ${TYPE[element.type]}`, ...arms];
  });
const argumentSet = (message: string): readonly string[] =>
  [...new Set(argumentsOf(parse(message, { ignoreTag: true })))].sort();

/** The folders in which people are spoken to. */
const speaking = ['cards', 'dialogs', 'bot', 'pages', 'playground'];
const sources = speaking
  .flatMap((folder) => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
    } catch {
      return [];
    }
  })
  .filter((file) => file.endsWith('.ts') && !file.startsWith(join('cards', 'words')))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const isUsed = (key: string): boolean => {
  const [prefix] = key.split('.');
  return sources.includes(`'${key}'`) || (key.includes('.') && sources.includes(`\`${prefix}.\${`));
};
/** A sentence whose key is its outcome's name is said by that name. */
const saidByName = [
  'unknownCompetency',
  'agreementNotAccepted',
  'quoteChanged',
  'dateMissing',
  'accountMissing',
];

describe('words', () => {
  it('no key stands in two subjects', () => {
    const keys = subjects.flatMap((subject) => Object.keys(subject));
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    );
    assert.equal(keys.length, Object.keys(words).length);
  });

  for (const [key, entry] of Object.entries(words)) {
    it(`${key}: the same arguments in each language, and each formats`, () => {
      const expected = argumentSet(entry.en);
      for (const language of languages) {
        assert.deepEqual(argumentSet(entry[language]), expected, language);
        const names = expected.map((name) => name.split(':')[0] ?? '');
        for (const count of [0, 1, 2]) {
          const given = Object.fromEntries(names.map((name) => [name, count]));
          const said = String(
            new IntlMessageFormat(entry[language], localeOf[language], undefined, { ignoreTag: true }).format(
              given,
            ),
          );
          assert.ok(said.trim() === said && said !== '');
          assert.doesNotMatch(said, /[{}#]|undefined/);
        }
      }
    });
  }

  it('every word is said somewhere', () => {
    const unused = Object.keys(words).filter((key) => !isUsed(key) && !saidByName.includes(key));
    assert.deepEqual(unused, []);
  });

  it('Dutch never says je, Swedish never ni to a person nor that an order was dispatched', () => {
    for (const [key, { nl, sv }] of Object.entries(words)) {
      assert.doesNotMatch(nl, /\b(je|jij|jouw|jou)\b/i, key);
      assert.doesNotMatch(sv, /ordern (är|har) (skickad|skickats)/i, key);
    }
  });

  it('no typewriter quotes, which would quote ICU syntax too', () => {
    for (const [key, entry] of Object.entries(words)) {
      for (const language of languages) assert.doesNotMatch(entry[language], /['"]/, key);
    }
  });
});
