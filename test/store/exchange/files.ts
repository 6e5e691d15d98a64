import type { Catalogue } from '../../../membership/rules/catalogue.ts';
import { money, type Currency } from '../../../membership/rules/money.ts';
import type { CompetencyId } from '../../../membership/rules/ids.ts';
import { catalogue as wholeCatalogue } from '../../support/catalogue.ts';

const terms = (currency: string): Catalogue['countries'][string] => ({
  currency: currency as Currency,
  fees: {
    silver: money(currency as Currency, 100_000),
    gold: money(currency as Currency, 380_000),
  },
  taxBasisPoints: 2100,
  methods: ['transfer'],
  timeZone: 'Europe/Amsterdam',
});

const competency = (id: string): Catalogue['competencies'][number] => ({
  id: id as CompetencyId,
  name: id,
  area: 'dataAndAi',
  learnMore: 'https://example.org',
});

/** Fees for two countries, two competencies: enough to import by. */
export const catalogue: Catalogue = {
  ...wholeCatalogue,
  competencies: [competency('data-analytics'), competency('security')],
  countries: { NL: terms('EUR'), SE: terms('SEK') },
};

const address = { lines: ['Keizersgracht 1'], postcode: '1015 CJ', city: 'Amsterdam', country: 'NL' };

/** A partner as an import file has it. */
export const inFile = (own: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  mpnId: '6234461',
  locationIds: ['6234470'],
  name: 'Fabrikam B.V.',
  country: 'NL',
  tenantId: 'tenant-f',
  verified: true,
  contact: { name: 'Ada', email: 'ada@fabrikam.example', phone: '+31 20 555 0100' },
  taxId: 'NL123456782B90',
  billTo: address,
  soldTo: address,
  people: [
    {
      aadObjectId: 'ada',
      name: 'Ada',
      email: 'ada@fabrikam.example',
      roles: ['mpnPartnerAdmin'],
      guest: false,
    },
  ],
  qualifications: [{ competency: 'data-analytics', level: 'gold', metOn: '2026-10-01' }],
  memberships: [
    {
      level: 'silver',
      competency: 'data-analytics',
      paidOn: '2026-03-01',
      anniversary: '2027-03-01',
      benefitsUsed: false,
    },
  ],
  ...own,
});

/** Another partner, with ids of its own. */
export const otherInFile = (own: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
  inFile({ mpnId: '6234999', locationIds: [], name: 'Northwind', tenantId: 'tenant-n', ...own });

export const objectFile = (...partners: readonly unknown[]): string => JSON.stringify({ partners }, null, 2);
export const lineFile = (...partners: readonly unknown[]): string =>
  partners.map((one) => JSON.stringify(one)).join('\n') + '\n';
