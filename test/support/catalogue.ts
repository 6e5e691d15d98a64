import type { BankAccount, Catalogue, CountryTerms } from '../../membership/rules/catalogue.ts';
import type { CompetencyId } from '../../membership/rules/ids.ts';
import { parseMoney, type Currency } from '../../membership/rules/money.ts';

export const EUR = 'EUR' as Currency;
export const USD = 'USD' as Currency;
export const JPY = 'JPY' as Currency;
export const KWD = 'KWD' as Currency;

export const competencies = {
  analytics: 'data-analytics' as CompetencyId,
  devOps: 'devops' as CompetencyId,
};

const terms = (
  currency: Currency,
  [silver, gold]: readonly [string, string],
  taxBasisPoints: number,
  timeZone: string,
): CountryTerms => ({
  currency,
  fees: { silver: parseMoney(currency, silver)!, gold: parseMoney(currency, gold)! },
  taxBasisPoints,
  methods: ['card', 'transfer'],
  timeZone,
});

const account = (number: string): BankAccount => ({
  beneficiary: 'Network Operations Ltd',
  bank: 'Sample Bank',
  account: number,
  swift: 'SMPLIE2D',
});

/** A small catalogue: currencies of two, none and three digits; the payee is in Ireland. */
export const catalogue: Catalogue = {
  payee: { name: 'Network Operations Ltd', country: 'IE' },
  competencies: [
    {
      id: competencies.analytics,
      name: 'Data Analytics',
      area: 'dataAndAi',
      learnMore: 'https://example.com/1',
    },
    {
      id: competencies.devOps,
      name: 'DevOps',
      area: 'appsAndInfrastructure',
      learnMore: 'https://example.com/2',
    },
  ],
  countries: {
    IE: terms(EUR, ['1600.00', '3800.00'], 2300, 'Europe/Dublin'),
    NL: terms(EUR, ['1600.00', '3800.00'], 2100, 'Europe/Amsterdam'),
    US: terms(USD, ['1850.00', '4730.00'], 0, 'America/New_York'),
    JP: terms(JPY, ['180000', '450000'], 1000, 'Asia/Tokyo'),
    KW: terms(KWD, ['550.000', '1450.125'], 0, 'Asia/Kuwait'),
  },
  bankAccounts: {
    EUR: account('IE29 AIBK 9311 5212 3456 78'),
    USD: account('000123456789'),
    JPY: account('JP-7654321'),
    KWD: account('KW81CBKU0000000000001234560101'),
  },
  tolerances: {
    EUR: parseMoney(EUR, '15.00')!,
    USD: parseMoney(USD, '25.00')!,
    JPY: parseMoney(JPY, '2500')!,
  },
  upgradeDiscountBasisPoints: 2500,
  orderDays: 30,
  refundDays: 30,
  renewalWindow: { opens: 1, closes: 30 },
  reminders: {
    unpaid: [23, 27, 29],
    beforeAnniversary: 15,
    afterAnniversary: 23,
    workingHours: { from: 9, to: 17 },
  },
  agreement: { version: '2026-01' },
  rolesThatBuy: ['globalAdmin', 'mpnPartnerAdmin', 'accountAdmin'],
  links: {
    competencies: 'https://example.com/competencies',
    licences: 'https://example.com/licences',
    compareOffers: 'https://example.com/compare',
    joinNetwork: 'https://example.com/join',
    roles: 'https://example.com/roles',
    findGlobalAdmin: 'https://example.com/admin',
    taxId: 'https://example.com/tax',
    addresses: 'https://example.com/addresses',
    agreement: 'https://example.com/agreement',
    support: 'https://example.com/support',
  },
};
