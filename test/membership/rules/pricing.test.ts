import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Catalogue, Level } from '../../../membership/rules/catalogue.ts';
import { money, parseMoney, plus, toDecimal, type Currency } from '../../../membership/rules/money.ts';
import { quoteFor } from '../../../membership/rules/pricing.ts';
import { catalogue, EUR, JPY, KWD } from '../../support/catalogue.ts';

/** The catalogue with this gold fee in the Netherlands, untaxed unless it says so. */
const selling = (currency: Currency, minor: number, taxBasisPoints = 0): Catalogue => {
  const terms = catalogue.countries['NL']!;
  const fees = { silver: money(currency, 1), gold: money(currency, minor) };
  return { ...catalogue, countries: { NL: { ...terms, currency, fees, taxBasisPoints } } };
};
const goldUpgrade = (sold: Catalogue) => quoteFor(sold, { country: 'NL' }, 'gold', true);

describe('pricing', () => {
  const discounts: readonly [Currency, fee: string, discounted: string, discount: string][] = [
    [EUR, '92.98', '69.74', '23.24'],
    [EUR, '92.99', '69.74', '23.25'],
    [EUR, '3800.00', '2850.00', '950.00'],
    [EUR, '0.02', '0.02', '0.00'],
    [JPY, '450001', '337501', '112500'],
    [JPY, '450002', '337502', '112500'],
    [JPY, '450003', '337502', '112501'],
    [KWD, '1450.125', '1087.594', '362.531'],
  ];
  for (const [currency, fee, discounted, discount] of discounts)
    it(`${currency} ${fee} less a quarter is ${discounted}, discount ${discount}`, () => {
      const quote = goldUpgrade(selling(currency, parseMoney(currency, fee)!.minor));
      assert.equal(toDecimal(quote.net), discounted);
      assert.equal(toDecimal(quote.discount!), discount);
    });

  type Given = readonly [country: string, taxId: string | undefined, level: Level, upgrade: boolean];
  const quotes: readonly [...Given, fee: string, discount: string | undefined, tax: string, total: string][] =
    [
      ['NL', undefined, 'gold', false, '3800.00', undefined, '798.00', '4598.00'],
      ['NL', 'NL123456782B90', 'gold', false, '3800.00', undefined, '0.00', '3800.00'],
      ['NL', 'NL123456783B90', 'gold', false, '3800.00', undefined, '798.00', '4598.00'],
      ['IE', 'IE6433435F', 'gold', false, '3800.00', undefined, '874.00', '4674.00'],
      ['NL', undefined, 'gold', true, '3800.00', '950.00', '598.50', '3448.50'],
      ['US', '91-1144442', 'gold', false, '4730.00', undefined, '0.00', '4730.00'],
      ['JP', undefined, 'gold', true, '450000', '112500', '33750', '371250'],
      ['KW', undefined, 'silver', false, '550.000', undefined, '0.000', '550.000'],
    ];
  for (const [country, taxId, level, upgrade, fee, discount, tax, total] of quotes)
    it(`${level} in ${country} with ${taxId ?? 'no tax ID'}${upgrade ? ', upgrading' : ''}: ${total}`, () => {
      const quote = quoteFor(catalogue, { country, taxId }, level, upgrade);
      assert.deepEqual(
        [quote.fee, quote.discount, quote.tax.amount, quote.total].map((part) => part && toDecimal(part)),
        [fee, discount, tax, total],
      );
    });

  it('says how the tax came about', () => {
    const domestic = quoteFor(catalogue, { country: 'NL' }, 'gold', false).tax;
    assert.deepEqual([domestic.basisPoints, domestic.treatment], [2100, 'domestic']);
    const reverse = quoteFor(catalogue, { country: 'NL', taxId: 'NL123456782B90' }, 'gold', false).tax;
    assert.deepEqual([reverse.basisPoints, reverse.treatment], [0, 'reverseCharge']);
  });

  it('has no price for a country without a fee', () => {
    assert.throws(() => quoteFor(catalogue, { country: 'AQ' }, 'gold', false), RangeError);
  });

  it('has parts that sum to the whole, in every currency', () => {
    const cases = fc.tuple(
      fc.constantFrom(EUR, JPY, KWD),
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 0, max: 3000 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(cases, ([currency, minor, points, upgrade]) => {
        const quote = quoteFor(selling(currency, minor, points), { country: 'NL' }, 'gold', upgrade);
        assert.equal(quote.net.minor + (quote.discount?.minor ?? 0), quote.fee.minor);
        assert.deepEqual(plus(quote.net, quote.tax.amount), quote.total);
        assert.ok(Math.abs(quote.net.minor - minor * (upgrade ? 0.75 : 1)) <= 0.5);
      }),
    );
  });
});
