import { roles, type Catalogue, type Role } from './catalogue.ts';
import type { Partner, PartnerPerson } from './partner.ts';

/** Whether a person may buy, pay, upload proof, cancel and ask for a refund. A guest with a role may. */
export const mayBuy = (catalogue: Catalogue, person: PartnerPerson | undefined): boolean =>
  person?.roles.some((role) => catalogue.rolesThatBuy.includes(role)) ?? false;

/** Who can be asked for a role. */
export const globalAdmins = (partner: Partner): readonly PartnerPerson[] =>
  partner.people.filter((person) => person.roles.includes('globalAdmin'));

/** The roles that a person may give to another: a global admin any, an account admin only MPN partner admin. */
export const grantableRoles = (granter: PartnerPerson, receiver: PartnerPerson): readonly Role[] => {
  if (granter.aadObjectId === receiver.aadObjectId) return [];
  if (granter.roles.includes('globalAdmin')) return roles;
  if (granter.roles.includes('accountAdmin')) return ['mpnPartnerAdmin'];
  return [];
};
