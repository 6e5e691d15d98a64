import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages } from '../../membership/rules/catalogue.ts';
import { minorDigits, money, type Currency } from '../../membership/rules/money.ts';
import {
  escape,
  oneLine,
  showAlternatives,
  showBytes,
  showCountry,
  showDay,
  showInstant,
  showMoney,
  showPercent,
  showTyped,
} from '../../cards/format.ts';
import { day, instant } from './fixtures.ts';

const code = (text: string): Currency => text as Currency;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  const cases = [
    ['EUR', 380000, 'EUR 3,800.00', 'EUR 3.800,00', '3 800,00 EUR'],
    ['USD', 473000, 'USD 4,730.00', 'USD 4.730,00', '4 730,00 USD'],
    ['JPY', 520000, 'JPY 520,000', 'JPY 520.000', '520 000 JPY'],
    ['KWD', 1250001, 'KWD 1,250.001', 'KWD 1.250,001', '1 250,001 KWD'],
    ['HUF', 12345, 'HUF 123.45', 'HUF 123,45', '123,45 HUF'],
    ['EUR', 5, 'EUR 0.05', 'EUR 0,05', '0,05 EUR'],
    ['EUR', -95000, '−EUR 950.00', 'EUR −950,00', '−950,00 EUR'],
  ] as const;
  for (const [currency, minor, en, nl, sv] of cases) {
    it(`${currency} ${minor}`, () => {
      const amount = money(code(currency), minor);
      assert.deepEqual(
        languages.map((language) => plain(showMoney(language, amount))),
        [en, nl, sv],
      );
    });
  }

  it('below nothing stands in a card as it is', () => {
    for (const language of languages) {
      const shown = showMoney(language, money(code('EUR'), -95000));
      assert.equal(escape(shown), oneLine(shown));
    }
  });

  it('keeps every digit of every safe amount, in every language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('EUR', 'JPY', 'KWD', 'KRW', 'ISK', 'CLF'),
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom(...languages),
        (currency, minor, language) => {
          const shown = showMoney(language, money(code(currency), minor));
          assert.equal(BigInt(shown.replace(/\D/g, '')), BigInt(minor));
          const [, fraction = ''] = /[.,](\d+)\D*$/.exec(minor < 1000 ? shown : shown.slice(-12)) ?? [];
          const digits = minorDigits(code(currency));
          if (digits > 0) assert.ok(fraction.length === digits, shown);
          assert.ok(shown.includes(currency));
        },
      ),
    );
  });
});

describe('days and other facts', () => {
  const each = (show: (language: (typeof languages)[number]) => string): readonly string[] =>
    languages.map((language) => plain(show(language)));
  it('a day, whatever the machine’s zone', () =>
    assert.deepEqual(
      each((language) => showDay(language, day('2026-11-01'))),
      ['1 November 2026', '1 november 2026', '1 november 2026'],
    ));
  it('a moment, in UTC', () =>
    assert.deepEqual(
      each((language) => showInstant(language, instant('2026-11-21T23:59:00.000Z'))).map((text) =>
        [/21/.test(text), / 23[:.]59/.test(text), text.endsWith(' UTC')].join(),
      ),
      ['true,true,true', 'true,true,true', 'true,true,true'],
    ));
  it('a rate', () =>
    assert.deepEqual(
      each((language) => showPercent(language, 2550)),
      ['25.5%', '25,5%', '25,5 %'],
    ));
  it('a size', () => {
    assert.deepEqual(
      each((language) => showBytes(language, 1_234_567)),
      ['1.2 MB', '1,2 MB', '1,2 MB'],
    );
    assert.match(showBytes('en', 1), /^1 kB$/);
  });
  it('a country; an unknown code shows as it is', () => {
    assert.deepEqual(
      each((language) => showCountry(language, 'NL')),
      ['Netherlands', 'Nederland', 'Nederländerna'],
    );
    assert.equal(showCountry('en', 'nonsense'), 'nonsense');
  });
  it('names', () =>
    assert.deepEqual(
      each((language) => showAlternatives(language, ['Anna', 'Erik'])),
      ['Anna or Erik', 'Anna of Erik', 'Anna eller Erik'],
    ));
});

describe('text from outside', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Fabrikam B.V.', 'Fabrikam B.V.'],
    ['Smith & Sons (UK)', 'Smith & Sons (UK)'],
    ['**bold** _it_', '\\*\\*bold\\*\\* \\_it\\_'],
    ['[x](https://evil.example)', '\\[x\\](https://evil.example)'],
    ['<at>All</at>', '\\<at\\>All\\</at\\>'],
    ['a &lt;b&gt;', 'a \\&lt;b\\&gt;'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['{{DATE(2026-01-01T00:00:00Z,SHORT)}}', '{ {DATE(2026-01-01T00:00:00Z,SHORT)}}'],
    ['one\ntwo\r\n\tthree', 'one two three'],
    ['a\u202egnp.exe', 'a gnp.exe'],
  ];
  for (const [given, expected] of cases)
    it(JSON.stringify(given), () => assert.equal(escape(given), expected));

  it('is repeated shortly, and never with the digits of a card', () => {
    assert.equal(showTyped('clowd\nplatform'), 'clowd platform');
    assert.equal(showTyped('pay 4111 1111 1111 1111 now'), 'pay … now');
    assert.equal(showTyped('x'.repeat(100)), `${'x'.repeat(60)}…`);
  });

  it('is always one line without controls', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        assert.doesNotMatch(oneLine(given), /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
