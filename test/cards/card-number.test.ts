import assert from 'node:assert/strict';
import { holdsCardNumber } from '../../cards/card-number.ts';
import { account, orderNumber } from './fixtures.ts';

const cases: readonly (readonly [text: string, noticed: boolean])[] = [
  ['4111 1111 1111 1111', true],
  ['4111111111111111', true],
  ['my card is 5500-0000-0000-0004 12/27 123', true],
  ['pay 2 offers with 4111 1111 1111 1111 12 27', true],
  ['378282246310005', true],
  ['3714 496353 98431', true],
  ['30569309025904', true],
  ['6011 0009 9013 9424', true],
  ['2223003122003222', true],
  ['4111\n1111\n1111\n1111', true],
  ['4111/1111/1111/1111', true],
  ['４１１１ １１１１ １１１１ １１１１', true],
  ['4111 1111\u202f1111\u00a01111', true],
  ['nr4111111111111111', true],
  ['GB12 4111 1111 1111 1111', true],
  [`${orderNumber()} 4111111111111111`, true],
  [`${'x'.repeat(60_000)} 4111111111111111`, true],
  ['4111 1111 1111 1112', false],
  [`${orderNumber()} 6234461`, false],
  [account.account, false],
  ['NL91 ABNA 0417 1643 00', false],
  ['DE89370400440532013000', false],
  ['+31 20 123 4567', false],
  // Each would pass the check of a card, were it read as digits alone.
  ['+49 151 2345 6787', false],
  ['6234461 6234479', false],
  ['26-03-2026 12345677', false],
  ['2026-11-21', false],
  ['2026-03-02 12345678 and 2026-03-03 12345678', false],
  ['', false],
];

describe('card numbers', () => {
  for (const [text, noticed] of cases) {
    it(`${JSON.stringify(text.slice(-60))} → ${noticed ? 'noticed' : 'nothing'}`, () => {
      assert.equal(holdsCardNumber(text), noticed);

      it('a bank account that looks like one is none where it is known', () => {
        assert.equal(holdsCardNumber('2026-03-02 4111 1111 1111 1111'), true);
        assert.equal(holdsCardNumber('2026-03-02 4111 1111 1111 1111', ['4111-1111-1111-1111']), false);
      });
    });
  }

  it('a bank account that looks like one is none where it is known', () => {
    assert.equal(holdsCardNumber('2026-03-02 4111 1111 1111 1111'), true);
    assert.equal(holdsCardNumber('2026-03-02 4111 1111 1111 1111', ['4111-1111-1111-1111']), false);
  });
});
