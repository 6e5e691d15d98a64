import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { languages } from '../../membership/rules/catalogue.ts';
import { pageWords } from '../../pages/words.ts';

describe('the words of the pages', () => {
  for (const [key, entry] of Object.entries(pageWords)) {
    it(`${key}: whole in each language, and none is another's`, () => {
      for (const language of languages) {
        assert.equal(entry[language].trim(), entry[language]);
        assert.doesNotMatch(entry[language], /[{}<>'"]|^$/);
      }
      assert.equal(new Set(Object.values(entry)).size, languages.length);
      assert.doesNotMatch(entry.nl, /\b(je|jij|jouw|jou)\b/i);
      assert.doesNotMatch(entry.sv, /\b(ni|ordern (är|har) skicka\w*)\b/i);
    });
  }

  it('the button has its binding words', () => {
    assert.deepEqual(pageWords.openPage, {
      en: 'Open payment page ↗',
      nl: 'Betaalpagina openen ↗',
      sv: 'Öppna betalningssidan ↗',
    });
  });

  it('every word is said on some page', () => {
    const pages = readdirSync('pages').filter((file) => file.endsWith('.ts') && file !== 'words.ts');
    const said = pages.map((file) => readFileSync(`pages/${file}`, 'utf8')).join('\n');
    const standings = ['paid', 'ended', 'gone', 'slow', 'expired', 'confirming'];
    const unused = Object.keys(pageWords).filter(
      (key) => !new RegExp(`\\b${key}\\b`).test(said) && !standings.includes(key.replace(/Title$/, '')),
    );
    assert.deepEqual(unused, []);
  });
});
