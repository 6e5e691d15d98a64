import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mpnIdsIn, orderNumbersIn } from '../../../payments/transfer/references.ts';
import { orderNumber } from '../../support/partner.ts';

const number = orderNumber(1);
const spaced = `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`;

describe('references in a wire’s text', () => {
  const rows: readonly [says: string, text: string, finds: boolean][] = [
    ['alone', number, true],
    ['in a sentence', `Fee silver, order ${number}, thank you`, true],
    ['with spaces inside', `order ${spaced} MPN`, true],
    ['broken over lines', `order ${number.slice(0, 6)}\n${number.slice(6)}`, true],
    ['broken over lines, returns too', `order ${number.slice(0, 6)}\r\n${number.slice(6)}`, true],
    ['O for 0', number.replaceAll('0', 'O'), true],
    ['o for 0', number.replaceAll('0', 'o'), true],
    ['O for 0, spaced', spaced.replaceAll('0', 'O'), true],
    ['dashes inside', spaced.replaceAll(' ', '-'), true],
    ['slashes and points', spaced.replace(' ', '/').replace(' ', '.'), true],
    ['the dash to the MPN ID missing', `${number}6234461`, true],
    ['the MPN ID first, written on', `6234461${number}`, true],
    ['a word written on', `ORDER${number}MPN`, true],
    [
      'full-width digits',
      number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      true,
    ],
    ['a no-break space inside', `${number.slice(0, 5)}\u00a0${number.slice(5)}`, true],
    ['one digit wrong', `${number.slice(0, 9)}${String((Number(number[9]) + 1) % 10)}`, false],
    ['one digit short', number.slice(0, 9), false],
    [
      'two neighbours swapped',
      `${number.slice(0, 1)}${number.slice(2, 3)}${number.slice(1, 2)}${number.slice(3)}`,
      false,
    ],
    ['letters between', `${number.slice(0, 5)}x${number.slice(5)}`, false],
    ['nothing', '', false],
  ];
  for (const [says, text, finds] of rows)
    it(`order number, ${says}: ${finds ? 'found' : 'not found'}`, () => {
      assert.equal(orderNumbersIn(text).includes(number), finds, text);
    });

  it('the number of these rows has zeros, and neighbours to swap', () => {
    assert.match(number, /0.*0/);
    assert.notEqual(number[1], number[2]);
  });

  it('an O between words is no zero', () => {
    assert.deepEqual(orderNumbersIn(`TO ${number}`), [number]);
    assert.deepEqual(mpnIdsIn('O 6234461 O'), ['6234461']);
  });

  it('each is named once', () => {
    assert.deepEqual(orderNumbersIn(`${number}, I repeat ${number}`), [number]);
  });

  it('any order number is found however a bank parts it', () => {
    const parted = fc.array(fc.constantFrom('', '', ' ', '\n', '-', '  ', '/', '. '), {
      minLength: 10,
      maxLength: 10,
    });
    fc.assert(
      fc.property(fc.nat(900), parted, (nth, signs) => {
        const any = orderNumber(nth);
        const text = Array.from(any, (digit, place) => digit + (signs[place] ?? '')).join('');
        assert.ok(orderNumbersIn(`Ref ${text} thanks`).includes(any), text);
      }),
    );
  });

  const ids: readonly [text: string, ids: readonly string[]][] = [
    ['MPN 6234461', ['6234461']],
    [`${number}-6234461`, ['6234461']],
    [`${number}6234461`, ['6234461']],
    [`6234461${number}`, ['6234461']],
    [`${number} 623 4461`, ['6234461']],
    ['MPN 62344O1', ['6234401']],
    ['1234', []],
    ['1234567890123', []],
  ];
  for (const [text, expected] of ids)
    it(`MPN IDs in '${text}': ${expected.join() || 'none'}`, () => {
      const found = mpnIdsIn(text).filter((id) => id !== number);
      for (const id of expected) assert.ok(found.includes(id), found.join());
      if (expected.length === 0) assert.deepEqual(found, []);
    });
});
