import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { parseCatalogue, readCatalogue, usualCatalogue } from '../../../bot/settings/catalogue.ts';
import { hasIbanCheckDigits, looksLikeIban } from '../../../bot/settings/iban.ts';
import { toDecimal } from '../../../membership/rules/money.ts';

type Edit = (file: Shape) => void;
/** As much of the file as the cases below touch. */
interface Shape {
  [name: string]: unknown;
  competencies: Record<string, unknown>[];
  countries: Record<string, Record<string, unknown> & { fees: Record<string, unknown> }>;
  bankAccounts: Record<string, Record<string, unknown>>;
  tolerances: Record<string, unknown>;
  links: Record<string, unknown>;
  reminders: Record<string, unknown>;
}

const text = await readFile(usualCatalogue, 'utf8');
const faultsAfter = (...edits: Edit[]): readonly string[] => {
  const file = JSON.parse(text) as Shape;
  for (const edit of edits) edit(file);
  const read = parseCatalogue(file);
  return read.kind === 'faults' ? read.faults : [];
};

describe('the catalogue that comes with the bot', () => {
  it('is right, and has what is documented', async () => {
    const read = await readCatalogue();
    assert.ok(read.kind === 'catalogue', JSON.stringify(read));
    const { catalogue } = read;
    assert.equal(catalogue.competencies.length, 18);
    const gold = (country: string) => toDecimal(catalogue.countries[country]!.fees.gold);
    assert.deepEqual([gold('US'), gold('NL'), gold('IE')], ['4730.00', '3800.00', '3800.00']);
    assert.deepEqual([gold('JP'), gold('KW')], ['518000', '1438.500']);
    assert.equal(catalogue.countries['FI']!.taxBasisPoints, 2_550);
    assert.deepEqual([catalogue.upgradeDiscountBasisPoints, catalogue.orderDays], [2_500, 30]);
    assert.deepEqual(catalogue.reminders.unpaid, [23, 27, 29]);
    assert.equal(catalogue.countries['SE']!.timeZone, 'Europe/Stockholm');
    assert.deepEqual([...new Set(catalogue.competencies.map(({ area }) => area))].length, 4);
  });

  it('says which values are samples', () => {
    assert.match(JSON.stringify((JSON.parse(text) as Shape)['_note']), /Documented.*Samples/);
  });
});

describe('a catalogue that is wrong', () => {
  const cases: readonly [string, Edit, string][] = [
    [
      'a competency twice',
      (file) => file.competencies.push({ ...file.competencies[0] }),
      'competencies.18.id: application-development is there twice',
    ],
    [
      'an id that is not its name',
      (file) => (file.competencies[3]!['id'] = 'dev-ops'),
      'competencies.3.id: should be devops, as its name is',
    ],
    ['an area that is none', (file) => (file.competencies[0]!['area'] = 'apps'), 'competencies.0.area: '],
    [
      'a link that is not https',
      (file) => (file.competencies[0]!['learnMore'] = 'http://a.example.com'),
      'competencies.0.learnMore: is not an https link',
    ],
    [
      'a currency that is none',
      (file) => (file.countries['NL']!['currency'] = 'ERU'),
      'countries.NL.currency: is not an ISO 4217 currency code',
    ],
    [
      'a country that is none',
      (file) => (file.countries['ZQ'] = file.countries['NL']!),
      'countries.ZQ: is not an ISO 3166 country code',
    ],
    ['no fee for a level', (file) => delete file.countries['NL']!.fees['gold'], 'countries.NL.fees.gold: '],
    ['a fee as a number', (file) => (file.countries['NL']!.fees['gold'] = 3800), 'countries.NL.fees.gold: '],
    [
      'a fee of nothing',
      (file) => (file.countries['NL']!.fees['gold'] = '0.00'),
      'countries.NL.fees.gold: must be more than nothing',
    ],
    [
      'a fee with a comma',
      (file) => (file.countries['NL']!.fees['gold'] = '3.800,00'),
      'countries.NL.fees.gold: is not an amount such as "3800.00"',
    ],
    [
      'yen with decimals',
      (file) => (file.countries['JP']!.fees['gold'] = '518000.50'),
      'countries.JP.fees.gold: has more decimals than JPY has',
    ],
    ['a tax above 100 %', (file) => (file.countries['NL']!['tax'] = '121'), 'countries.NL.tax: '],
    ['no way to pay', (file) => (file.countries['NL']!['methods'] = []), 'countries.NL.methods: '],
    [
      'a currency without a bank account',
      (file) => delete file.bankAccounts['SEK'],
      'bankAccounts: no account for SEK, which countries pay in by transfer',
    ],
    [
      'a currency without a tolerance',
      (file) => delete file.tolerances['SEK'],
      'tolerances: none for SEK, which countries pay in by transfer',
    ],
    [
      'a tolerance too fine',
      (file) => (file.tolerances['EUR'] = '1.005'),
      'tolerances.EUR: has more decimals than EUR has',
    ],
    [
      'an IBAN with a wrong digit',
      (file) => (file.bankAccounts['EUR']!['account'] = 'IE07 SAMP 9900 0012 3456 79'),
      'bankAccounts.EUR.account: has wrong IBAN check digits',
    ],
    [
      'a SWIFT code that is none',
      (file) => (file.bankAccounts['EUR']!['swift'] = 'BANK1'),
      'bankAccounts.EUR.swift: is not a SWIFT code',
    ],
    [
      'a time zone that is none',
      (file) => (file.countries['NL']!['timeZone'] = '+01:00'),
      'countries.NL.timeZone: is not a time zone such as "Europe/Dublin"',
    ],
    ['no time zone', (file) => delete file.countries['NL']!['timeZone'], 'countries.NL.timeZone: '],
    [
      'reminders that do not ascend',
      (file) => (file.reminders['unpaid'] = [23, 23]),
      'reminders.unpaid: is not ascending',
    ],
    [
      'a reminder after the last day of an order',
      (file) => (file.reminders['unpaid'] = [29, 31]),
      'reminders.unpaid.1: is after the last day of an order',
    ],
    [
      'a reminder outside the renewal window',
      (file) => (file.reminders['afterAnniversary'] = 31),
      'reminders.afterAnniversary: is not inside the renewal window',
    ],
    [
      'working hours that end before they begin',
      (file) => (file.reminders['workingHours'] = { from: 17, to: 9 }),
      'reminders.workingHours: ends before it begins',
    ],
    ['a missing link', (file) => delete file.links['roles'], 'links.roles: '],
    ['an unknown link', (file) => (file.links['shop'] = 'https://shop.example.com'), 'links'],
    ['an unknown key at the top', (file) => (file['discount'] = '25'), 'discount: is not known here'],
    ['an unknown key further down', (file) => (file.countries['NL']!['vat'] = '21'), 'countries.NL: '],
    ['a whole part missing', (file) => delete file['agreement'], 'agreement: is missing'],
    [
      'a window that closes before it opens',
      (file) => (file['renewalWindow'] = { opens: 30, closes: 1 }),
      'renewalWindow: closes before it opens',
    ],
    ['a role that is none', (file) => (file['rolesThatBuy'] = ['admin']), 'rolesThatBuy.0: '],
  ];
  for (const [name, edit, fault] of cases)
    it(name, () => {
      const faults = faultsAfter(edit);
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.ok(faults[0]?.startsWith(fault), faults[0]);
    });

  it('tells all of this at once', () => {
    const apart = cases.filter(
      ([name]) =>
        !/twice|without a bank account|whole part|currency that is none|unknown key further|no fee for|as a number|of nothing|above|no way/.test(
          name,
        ),
    );
    const faults = faultsAfter(...apart.map(([, edit]) => edit));
    assert.ok(faults.length >= 12, faults.join('\n'));
  });

  it('a value of the wrong form hides nothing that is wrong between the others, and is told once', () => {
    const faults = faultsAfter(
      (file) => (file.competencies[0]!['learnMore'] = 'http://a.example.com'),
      (file) => (file.competencies[3]!['id'] = 'dev-ops'),
      (file) => (file.countries['NL']!['tax'] = '121'),
      (file) => (file.countries['JP']!.fees['gold'] = '518000.50'),
      (file) => (file.countries['US']!.fees['gold'] = 4730),
      (file) => (file.bankAccounts['EUR']!['swift'] = 'BANK1'),
      (file) => delete file.bankAccounts['SEK'],
      (file) => (file.tolerances['EUR'] = 1),
      (file) => delete file.tolerances['SEK'],
    );
    assert.deepEqual(faults.map((fault) => fault.split(': ')[0]).toSorted(), [
      'bankAccounts',
      'bankAccounts.EUR.swift',
      'competencies.0.learnMore',
      'competencies.3.id',
      'countries.JP.fees.gold',
      'countries.NL.tax',
      'countries.US.fees.gold',
      'tolerances',
      'tolerances.EUR',
    ]);
  });

  for (const [name, json] of [
    ['nothing', null],
    ['a list', []],
    ['a text', 'x'],
  ] as const)
    it(`${name} instead of an object`, () => assert.equal(parseCatalogue(json).kind, 'faults'));

  it('a file that is not there, or no JSON', async () => {
    assert.equal((await readCatalogue('/nowhere/catalogue.json')).kind, 'faults');
    const read = await readCatalogue(new URL(import.meta.url).pathname);
    assert.ok(read.kind === 'faults' && read.faults[0]?.includes('is not JSON'));
  });
});

describe('IBANs', () => {
  // Examples of the SWIFT registry.
  const right = [
    'NL91 ABNA 0417 1643 00',
    'SE45 5000 0000 0583 9825 7466',
    'GB29NWBK60161331926819',
    'KW81CBKU0000000000001234560101',
  ];
  for (const account of right)
    it(`${account} is right, and wrong with a digit changed`, () => {
      assert.ok(looksLikeIban(account) && hasIbanCheckDigits(account));
      assert.ok(
        !hasIbanCheckDigits(account.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10))),
      );
    });
  it('a local account number is none', () => assert.ok(!looksLikeIban('999-1234567')));
});
