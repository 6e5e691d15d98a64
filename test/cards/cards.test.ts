import assert from 'node:assert/strict';
import { languages } from '../../membership/rules/catalogue.ts';
import { parseAction } from '../../cards/actions.ts';
import { everyCard } from './every-card.ts';
import { render } from './render.ts';
import { partsOf } from './parts.ts';

const most = { typicalBytes: 28_000, bytes: 80_000, actions: 6 };

describe('every card', () => {
  for (const language of languages) {
    describe(language, () => {
      for (const { name, make } of everyCard) {
        it(name, () => {
          const card = make(language);
          const { complaints, text, links } = render(card);
          assert.deepEqual(complaints, []);
          assert.equal(card.version, '1.5');
          assert.match(card.fallbackText, /^[^\n]{2,250}$/u);
          assert.doesNotMatch(text, /undefined|\bnull\b|\[object|\{|NaN|Invalid Date/);
          const { inputs, submits, opens, actionSets } = partsOf(card);
          for (const set of actionSets) assert.ok(set.length <= most.actions, `${set.length} actions`);
          for (const input of inputs) {
            assert.ok(input.label, `${input.id} has no label`);
            if (input.isRequired) assert.ok(input.errorMessage, `${input.id} has no error message`);
          }
          for (const { title, data } of submits) {
            assert.ok(title);
            assert.ok(parseAction(data), JSON.stringify(data));
          }
          for (const { title, url } of opens) {
            assert.match(title, / ↗$/);
            assert.match(url, /^https:/);
          }
          for (const link of links) assert.match(link, /^https?:/);
          const size = Buffer.byteLength(JSON.stringify(card));
          assert.ok(
            size <= (/much|every|choose order: cancel/.test(name) ? most.bytes : most.typicalBytes),
            `${size} bytes`,
          );
        });
      }
    });
  }
});
