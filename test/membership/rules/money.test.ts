import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isCurrency,
  minorDigits,
  money,
  parseMoney,
  plus,
  share,
  toDecimal,
  type Currency,
} from '../../../membership/rules/money.ts';
import { EUR, JPY, KWD, USD } from '../../support/catalogue.ts';

describe('money', () => {
  const read: readonly [Currency, text: string, minor: number | undefined][] = [
    [EUR, '3800.00', 380_000],
    [EUR, '3800', 380_000],
    [EUR, '0.5', 50],
    [EUR, '0.505', undefined],
    [EUR, '1,00', undefined],
    [EUR, '-1.00', undefined],
    [EUR, '1e3', undefined],
    [EUR, ' 1', undefined],
    [EUR, '', undefined],
    [JPY, '450000', 450_000],
    [JPY, '450000.0', undefined],
    [KWD, '1450.125', 1_450_125],
    [KWD, '1450.1', 1_450_100],
  ];
  for (const [currency, text, minor] of read)
    it(`reads ${currency} '${text}' as ${String(minor)}`, () => {
      assert.equal(parseMoney(currency, text)?.minor, minor);
    });

  it('knows the digits of ISO 4217', () => {
    const digits: readonly [string, number][] = [
      ['EUR', 2],
      ['JPY', 0],
      ['KRW', 0],
      ['ISK', 0],
      ['KWD', 3],
      ['BHD', 3],
      ['CLF', 4],
    ];
    for (const [code, count] of digits) assert.equal(minorDigits(code as Currency), count, code);
    assert.ok(isCurrency('EUR') && !isCurrency('eur') && !isCurrency('EURO'));
  });

  it('does not add one currency to another, nor hold parts of a minor unit', () => {
    assert.throws(() => plus(money(EUR, 1), money(USD, 1)), RangeError);
    assert.throws(() => money(EUR, 0.5), RangeError);
    assert.throws(() => money(EUR, Number.MAX_SAFE_INTEGER + 1), RangeError);
  });

  it('writes what it reads', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(EUR, JPY, KWD),
        fc.integer({ min: 0, max: 1e12 - 1 }),
        (currency, minor) => {
          assert.equal(parseMoney(currency, toDecimal(money(currency, minor)))?.minor, minor);
        },
      ),
    );
    assert.equal(toDecimal(money(KWD, -5)), '-0.005');
  });

  it('rounds a share half up, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 10_000 }), (minor, points) => {
        const rest =
          BigInt(share(money(EUR, minor), points).minor) * 10_000n - BigInt(minor) * BigInt(points);
        assert.ok(rest > -5_000n && rest <= 5_000n, `off by ${rest}`);
      }),
    );
  });
});
