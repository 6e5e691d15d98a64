import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTypedAmount } from '../../../cards/desk/typed-amount.ts';
import { showMoney } from '../../../cards/format.ts';
import { languages } from '../../../membership/rules/catalogue.ts';
import { money, type Currency } from '../../../membership/rules/money.ts';

const in_ = (code: string): Currency => code as Currency;

describe('an amount as people write it', () => {
  const rows: readonly (readonly [typed: string, currency: string, minor: number | undefined])[] = [
    ['1.845,00', 'EUR', 184_500],
    ['1,845.00', 'EUR', 184_500],
    ['1 845,00', 'EUR', 184_500],
    ["1'845.00", 'EUR', 184_500],
    ['1’845,00', 'EUR', 184_500],
    ['1\u00a0845,00 EUR', 'EUR', 184_500],
    ['EUR 1845', 'EUR', 184_500],
    ['eur1845,5', 'EUR', 184_550],
    ['1845.00', 'EUR', 184_500],
    ['1.845', 'EUR', 184_500],
    ['1,845', 'EUR', 184_500],
    ['12.345.678,90', 'EUR', 1_234_567_890],
    ['1.234.567', 'EUR', 123_456_700],
    ['380000', 'JPY', 380_000],
    ['380,000', 'JPY', 380_000],
    ['1,250.500', 'KWD', 1_250_500],
    ['USD 10.00', 'EUR', undefined],
    ['1.84.5', 'EUR', undefined],
    ['1,845.0000', 'EUR', undefined],
    ['1,845.00,00', 'EUR', undefined],
    ['10.00', 'JPY', undefined],
    ['-10.00', 'EUR', undefined],
    ['1e3', 'EUR', undefined],
    ['10,', 'EUR', undefined],
    [',50', 'EUR', undefined],
    ['a lot', 'EUR', undefined],
    ['', 'EUR', undefined],
  ];
  for (const [typed, currency, minor] of rows)
    it(`${typed || 'nothing'} in ${currency}: ${minor ?? 'asked again'}`, () => {
      for (const language of languages)
        assert.equal(parseTypedAmount(language, in_(currency), typed)?.minor, minor, language);
    });

  it('three digits after one sign, where the currency has three: as the language writes', () => {
    assert.equal(parseTypedAmount('en', in_('KWD'), '1.250')?.minor, 1_250);
    assert.equal(parseTypedAmount('nl', in_('KWD'), '1.250')?.minor, 1_250_000);
  });

  it('what the bot shows is understood, whatever the currency and the language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.constantFrom('EUR', 'JPY', 'KWD', 'SEK').map(in_),
        fc.integer({ min: 0, max: 1e12 - 1 }),
        (language, currency, minor) => {
          const amount = money(currency, minor);
          assert.deepEqual(parseTypedAmount(language, currency, showMoney(language, amount)), amount);
        },
      ),
    );
  });
});
