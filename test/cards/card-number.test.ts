import assert from 'node:assert/strict';
import { cardNumberNotice } from '../../cards/card-number.ts';
import { account, orderNumber } from './fixtures.ts';

const cases: readonly (readonly [text: string, noticed: boolean])[] = [
  ['4111 1111 1111 1111', true],
  ['4111111111111111', true],
  ['my card is 5500-0000-0000-0004 12/27 123', true],
  ['pay 2 offers with 4111 1111 1111 1111 12 27', true],
  ['378282246310005', true],
  ['4111 1111 1111 1112', false],
  [`${orderNumber()} 6234461`, false],
  [account.account, false],
  ['NL91 ABNA 0417 1643 00', false],
  ['DE89370400440532013000', false],
  ['+31 20 123 4567', false],
  ['2026-11-21', false],
  ['', false],
];

describe('card numbers', () => {
  for (const [text, noticed] of cases) {
    it(`${JSON.stringify(text)} → ${noticed ? 'noticed' : 'nothing'}`, () => {
      const notice = cardNumberNotice('en', text);
      assert.equal(notice !== undefined, noticed);
      assert.doesNotMatch(notice ?? '', /\d/);
    });
  }
});
