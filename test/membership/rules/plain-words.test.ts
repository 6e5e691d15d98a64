import assert from 'node:assert/strict';
import { plainWords } from '../../../membership/rules/plain-words.ts';

const rows: readonly (readonly [typed: string, words: string])[] = [
  ['  Språk: svenska! ', 'sprak svenska'],
  ['Återbetalning', 'aterbetalning'],
  ['Återbetalning'.normalize('NFD'), 'aterbetalning'],
  ['BØRGE Sørensen', 'borge sorensen'],
  ['Łódź · Đorđe', 'lodz dorde'],
  ['Þórður ÆGIR', 'thordur aegir'],
  ['Straße STRAẞE', 'strasse strasse'],
  ['cœur Œuvre', 'coeur oeuvre'],
  ['İstanbul ışık', 'istanbul isik'],
  ['ﬁrma Ｆａｂｒｉｋａｍ', 'firma fabrikam'],
  ['東京 株式会社', '東京 株式会社'],
  ['…!?', ''],
];

describe('plain words', () => {
  for (const [typed, words] of rows)
    it(`${JSON.stringify(typed)} → ${words}`, () => assert.equal(plainWords(typed).join(' '), words));
});
