import type { Level, Role } from '../../membership/rules/catalogue.ts';
import { addDays, oneYearAfter, type Day } from '../../membership/rules/calendar.ts';
import { colleagues, currentPerson, dana, erik, noura, type DemoPerson } from './people.ts';

const person = ({ aadObjectId, name, email }: DemoPerson, roles: readonly Role[], guest = false): object => ({
  aadObjectId,
  name,
  email,
  roles,
  guest,
});

const met = (competency: string, level: Level, metOn: Day): object => ({ competency, level, metOn });

const paid = (level: Level, competency: string, paidOn: Day): object => ({
  level,
  competency,
  paidOn,
  anniversary: oneYearAfter(paidOn),
  benefitsUsed: level === 'gold',
});

/** A silver partner who meets gold in one competency: sees the upgrade with its discount, and what it lacks. */
const fabrikam = (today: Day): object => {
  const [megan, adele, isaiah, patti, lynne] = colleagues;
  const address = { lines: ['Keizersgracht 555'], postcode: '1017 DR', city: 'Amsterdam', country: 'NL' };
  return {
    mpnId: '6234461',
    locationIds: ['6234470'],
    name: 'Fabrikam B.V.',
    country: 'NL',
    tenantId: currentPerson.tenantId,
    verified: true,
    contact: { name: currentPerson.name, email: currentPerson.email, phone: '+31 20 555 0100' },
    taxId: 'NL123456782B90',
    billTo: address,
    soldTo: address,
    people: [
      person(currentPerson, ['mpnPartnerAdmin']),
      person(megan, ['globalAdmin']),
      person(adele, ['accountAdmin']),
      person(isaiah, []),
      person(patti, ['mpnPartnerAdmin'], true),
      person(lynne, [], true),
    ],
    qualifications: [
      met('data-analytics', 'gold', addDays(today, -20)),
      met('cloud-platform', 'silver', addDays(today, -200)),
      met('security', 'silver', addDays(today, -45)),
    ],
    memberships: [paid('silver', 'data-analytics', addDays(today, -150))],
  };
};

/** Its vetting is not finished: nothing can be bought yet. */
const nordvind = (today: Day): object => ({
  mpnId: '6310927',
  locationIds: [],
  name: erik.organisation,
  country: 'SE',
  tenantId: erik.tenantId,
  verified: false,
  contact: { name: erik.name, email: erik.email, phone: '+46 8 555 0100' },
  taxId: 'SE556677889901',
  billTo: { lines: ['Drottninggatan 71'], postcode: '111 36', city: 'Stockholm', country: 'SE' },
  soldTo: { lines: ['Drottninggatan 71'], postcode: '111 36', city: 'Stockholm', country: 'SE' },
  people: [person(erik, ['globalAdmin'])],
  qualifications: [met('application-development', 'silver', addDays(today, -10))],
  memberships: [],
});

/** Nothing bought yet: silver and gold at the full fee. */
const contoso = (today: Day): object => ({
  mpnId: '6405318',
  locationIds: ['6405326', '6405334'],
  name: dana.organisation,
  country: 'US',
  tenantId: dana.tenantId,
  verified: true,
  contact: { name: dana.name, email: dana.email, phone: '+1 206 555 0100' },
  billTo: { lines: ['4567 Main Street', 'Suite 300'], postcode: '98052', city: 'Redmond', country: 'US' },
  soldTo: { lines: ['4567 Main Street', 'Suite 300'], postcode: '98052', city: 'Redmond', country: 'US' },
  people: [person(dana, ['globalAdmin', 'mpnPartnerAdmin'])],
  qualifications: [
    met('cloud-platform', 'gold', addDays(today, -30)),
    met('devops', 'silver', addDays(today, -30)),
  ],
  memberships: [],
});

/** Gold, in a currency with three decimals: silver is covered, gold may be renewed when its window opens. */
const alpine = (today: Day): object => ({
  mpnId: '6518842',
  locationIds: [],
  name: noura.organisation,
  country: 'KW',
  tenantId: noura.tenantId,
  verified: true,
  contact: { name: noura.name, email: noura.email, phone: '+965 2222 0100' },
  billTo: { lines: ['Block 3, Street 12'], postcode: '13001', city: 'Kuwait City', country: 'KW' },
  soldTo: { lines: ['Block 3, Street 12'], postcode: '13001', city: 'Kuwait City', country: 'KW' },
  people: [person(noura, ['globalAdmin'])],
  qualifications: [met('data-platform', 'gold', addDays(today, -400))],
  memberships: [paid('gold', 'data-platform', addDays(today, -340))],
});

/**
 * The demo partners as an import file, every kind of offer tile among them.
 * @param today their memberships are placed around it
 */
export const demoImport = (today: Day): { readonly partners: readonly object[] } => ({
  partners: [fabrikam(today), nordvind(today), contoso(today), alpine(today)],
});
