import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isCurrency, money } from '../../../membership/rules/money.ts';
import { fromGateway, toGateway } from '../../../payments/card/amounts.ts';

const currency = (code: string) => {
  assert.ok(isCurrency(code));
  return code;
};

describe('amounts at the gateway', () => {
  const table: readonly [string, number, number | undefined, string][] = [
    ['EUR', 184_500, 184_500, 'two decimals'],
    ['SEK', 1, 1, 'the smallest'],
    ['HUF', 12_345, 12_345, 'two decimals for charges'],
    ['TWD', 80_045, 80_045, 'two decimals for charges'],
    ['JPY', 278_000, 278_000, 'no decimals'],
    ['KRW', 500, 500, 'no decimals'],
    ['XOF', 7, 7, 'no decimals'],
    ['ISK', 5, 500, 'no decimals, two at the gateway'],
    ['UGX', 1_234, 123_400, 'no decimals, two at the gateway'],
    ['MGA', 500_000, 5_000, 'two decimals, none at the gateway'],
    ['MGA', 29_00, 29, 'exact, whatever a float makes of it'],
    ['MGA', 500_050, undefined, 'a part that the gateway has no unit for'],
    ['KWD', 5_120, 5_120, 'three decimals'],
    ['KWD', 5_124, undefined, 'three decimals, the last not 0'],
    ['BHD', 10, 10, 'three decimals, the smallest'],
    ['EUR', 0, undefined, 'nothing'],
    ['EUR', -100, undefined, 'less than nothing'],
  ];
  for (const [code, minor, amount, about] of table)
    it(`${code} ${minor} → ${amount ?? 'not chargeable'} (${about})`, () => {
      const ours = money(currency(code), minor);
      const theirs = toGateway(ours);
      assert.deepEqual(theirs, amount === undefined ? undefined : { currency: code.toLowerCase(), amount });
      if (theirs) assert.deepEqual(fromGateway(theirs), ours);
    });

  it('comes back as it went, or does not go', () => {
    const codes = fc.constantFrom('EUR', 'JPY', 'ISK', 'UGX', 'MGA', 'KWD', 'TND', 'CLP').map(currency);
    fc.assert(
      fc.property(codes, fc.integer({ min: 1, max: 10 ** 10 }), (code, minor) => {
        const ours = money(code, minor);
        const theirs = toGateway(ours);
        if (theirs) assert.deepEqual(fromGateway(theirs), ours);
        else assert.ok(minor % 100 !== 0);
      }),
    );
  });

  for (const [code, amount] of [
    ['isk', 550],
    ['ugx', 1],
    ['zzz', 100],
  ] as const)
    it(`${code} ${amount} is a fault: the gateway never takes it`, () => {
      assert.throws(() => fromGateway({ currency: code, amount }), RangeError);
    });
});
