import {
  isAadObjectId,
  isTenantId,
  type AadObjectId,
  type PersonId,
  type TenantId,
} from '../../membership/rules/ids.ts';

/** Somebody to speak as. */
export interface DemoPerson extends PersonId {
  /** What programs and the companion page call them. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  /** The id that a chat knows them by. */
  readonly userId: string;
  /** Who they are, in a few words. */
  readonly about: string;
  readonly organisation: string;
}

export const tenantOf = (text: string): TenantId => {
  if (!isTenantId(text)) throw new RangeError(`${text} is no tenant's id`);
  return text;
};
export const objectOf = (text: string): AadObjectId => {
  if (!isAadObjectId(text)) throw new RangeError(`${text} is no person's id`);
  return text;
};

/** The ids and names of the Agents Playground's own tenant and people, so that it finds them unconfigured too. */
export const fabrikamTenant = tenantOf('00000000-0000-0000-0000-0000000000001');

const persona = (last: string, name: string, about: string): DemoPerson => {
  const key = name.split(' ', 1)[0]?.toLowerCase() ?? name;
  return {
    key,
    name,
    email: `${key}${name.split(' ')[1]?.charAt(0).toLowerCase() ?? ''}@example.com`,
    userId: `user-id-${last}`,
    tenantId: fabrikamTenant,
    aadObjectId: objectOf(`00000000-0000-0000-0000-000000000002${last}`),
    about,
    organisation: 'Fabrikam B.V.',
  };
};

/** Who sits at the Agents Playground. */
export const currentPerson = persona('0', 'Alex Wilber', 'MPN partner admin');

/** The others of the Agents Playground, which wants exactly five. */
export const colleagues = [
  persona('1', 'Megan Bowen', 'global admin'),
  persona('2', 'Adele Vance', 'account admin'),
  persona('3', 'Isaiah Langer', 'no role'),
  persona('4', 'Patti Fernandez', 'guest with a role'),
  persona('5', 'Lynne Robbins', 'guest without a role'),
] as const;

const elsewhere = (
  key: string,
  name: string,
  at: { readonly tenant: string; readonly organisation: string; readonly about: string },
): DemoPerson => ({
  key,
  name,
  email: `${key}@${at.tenant.replace('demo-', '')}.example.com`,
  userId: `29:demo-${key}`,
  tenantId: tenantOf(at.tenant),
  aadObjectId: objectOf(`demo-${key}`),
  about: at.about,
  organisation: at.organisation,
});

export const erik = elsewhere('erik', 'Erik Lindqvist', {
  tenant: 'demo-nordvind',
  organisation: 'Nordvind Handel AB',
  about: 'global admin, partner not verified',
});
export const dana = elsewhere('dana', 'Dana Reyes', {
  tenant: 'demo-contoso',
  organisation: 'Contoso, Ltd.',
  about: 'global admin, no membership yet',
});
export const noura = elsewhere('noura', 'Noura Saleh', {
  tenant: 'demo-alpine',
  organisation: 'Alpine Ski House W.L.L.',
  about: 'global admin, gold member',
});
export const operator = elsewhere('olivia', 'Olivia Brandt', {
  tenant: 'demo-payee',
  organisation: 'Partner Network Operations Ltd',
  about: 'operator',
});
export const stranger = elsewhere('sam', 'Sam Rivera', {
  tenant: 'demo-unknown',
  organisation: 'An unknown tenant',
  about: 'not in the network',
});

/** Everybody whom the companion page offers. */
export const demoPeople: readonly DemoPerson[] = [
  currentPerson,
  ...colleagues,
  erik,
  dana,
  noura,
  operator,
  stranger,
];
