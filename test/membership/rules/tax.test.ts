import fc from 'fast-check';
import assert from 'node:assert/strict';
import { canonicalTaxId, isTaxId, taxTreatment } from '../../../membership/rules/tax.ts';

describe('tax IDs', () => {
  const ids: readonly [country: string, taxId: string, isOne: boolean][] = [
    ['NL', 'NL123456782B90', true],
    ['NL', 'nl 1234.56.782.B90', true],
    ['NL', 'NL123456783B90', false],
    ['NL', '123456782B90', false], // in the Union the prefix belongs to it
    ['NL', 'BE0403019261', false], // another country's
    ['BE', 'BE0403019261', true],
    ['BE', 'BE0403019262', false],
    ['SE', 'SE556188840401', true],
    ['SE', 'SE556188840501', false],
    ['GR', 'EL094259216', true],
    ['GR', 'GR094259216', false],
    ['DE', 'DE136695976', true],
    ['IE', 'IE6433435F', true],
    ['US', '91-1144442', true],
    ['US', '07-1144442', false],
    ['JP', '5835678256246', true],
    ['JP', '5835678256245', false],
    ['GB', 'GB980780684', true],
    ['KW', 'CR 123/456', true], // no published check
    ['KW', '<script>', false],
    ['KW', 'x', false],
    ['NL', '', false],
    ['KW', '', false],
  ];
  for (const [country, taxId, isOne] of ids)
    it(`${country} ${isOne ? 'takes' : 'refuses'} '${taxId}'`, () => {
      assert.equal(isTaxId(country, taxId), isOne);
    });

  const treated: readonly [payee: string, country: string, taxId: string | undefined, reverse: boolean][] = [
    ['IE', 'NL', 'NL123456782B90', true],
    ['IE', 'NL', 'NL123456783B90', false],
    ['IE', 'NL', undefined, false],
    ['IE', 'IE', 'IE6433435F', false],
    ['IE', 'GB', 'GB980780684', false],
    ['IE', 'US', '91-1144442', false],
    ['IE', 'NL', 'BE0403019261', false],
    ['NL', 'GR', 'EL094259216', true],
  ];
  for (const [payee, country, taxId, reverse] of treated)
    it(`from ${payee} to ${country} with ${taxId ?? 'none'}: ${reverse ? 'reverse charge' : 'taxed'}`, () => {
      assert.equal(taxTreatment(payee, { country, taxId }), reverse ? 'reverseCharge' : 'domestic');
    });
});

describe('a tax ID as it is kept', () => {
  const cases: readonly [country: string, typed: string, kept: string][] = [
    ['NL', ' nl 1234.56.782.b90 ', 'NL123456782B90'],
    ['NL', '123456782B90', 'NL123456782B90'],
    ['SE', '556036079301', 'SE556036079301'],
    ['GR', '094259216', 'EL094259216'],
    ['NL', '123456783B90', '123456783B90'],
    ['NL', '', ''],
    ['US', ' 04-2103594 ', '04-2103594'],
  ];
  for (const [country, typed, kept] of cases)
    it(`${country} "${typed}" → "${kept}"`, () => assert.equal(canonicalTaxId(country, typed), kept));
});

it('no text makes the check of a tax ID fail instead of answering', () => {
  const country = fc.constantFrom(
    'NL',
    'SE',
    'GR',
    'DE',
    'FR',
    'ES',
    'IT',
    'US',
    'GB',
    'JP',
    'KR',
    'IN',
    'KW',
  );
  const text = fc.oneof(fc.string({ maxLength: 20 }), fc.stringMatching(/^[A-Z]{0,3}[0-9A-Z ]{0,14}$/));
  fc.assert(
    fc.property(
      country,
      text,
      (where, typed) => typeof isTaxId(where, canonicalTaxId(where, typed)) === 'boolean',
    ),
  );
});
