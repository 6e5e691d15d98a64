import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawOrderNumber, isOrderNumber } from '../../../membership/rules/order-number.ts';

const drawn = fc
  .double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  .map((random) => drawOrderNumber(() => random));

describe('order numbers', () => {
  it('are ten digits, the first not 0, from the first draw to the last', () => {
    assert.equal(drawOrderNumber(() => 0).slice(0, 9), '100000000');
    assert.equal(drawOrderNumber(() => 1 - Number.EPSILON / 2).slice(0, 9), '999999999');
    fc.assert(fc.property(drawn, (number) => /^[1-9]\d{9}$/.test(number) && isOrderNumber(number)));
  });

  it('have the check digit of Damm’s own example', () => {
    assert.ok(isOrderNumber('5724005724')); // 572 has the check digit 4, and after it all begins anew
    assert.ok(!isOrderNumber('5724005723'));
  });

  it('betray every single wrong digit', () => {
    fc.assert(
      fc.property(drawn, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, off) => {
        const wrong = (Number(number[place]) + off) % 10;
        assert.ok(!isOrderNumber(number.slice(0, place) + String(wrong) + number.slice(place + 1)));
      }),
    );
  });

  it('betray every swap of unequal neighbours', () => {
    fc.assert(
      fc.property(drawn, fc.nat(8), (number, place) => {
        const [one = '', two = ''] = number.slice(place, place + 2);
        fc.pre(one !== two);
        assert.ok(!isOrderNumber(number.slice(0, place) + two + one + number.slice(place + 2)));
      }),
    );
  });

  for (const text of ['', '0123456789', '12345678901', '123456789', '12345 6789', '１２３４５６７８９０'])
    it(`'${text}' is none`, () => {
      assert.ok(!isOrderNumber(text));
    });
});
