import { roles, type Catalogue, type Role } from './catalogue.ts';
import type { AadObjectId } from './ids.ts';
import { personOf, type Partner, type PartnerPerson } from './partner.ts';

/** Whether a person may buy, pay, upload proof, cancel and ask for a refund. A guest with a role may. */
export const mayBuy = (catalogue: Catalogue, person: PartnerPerson | undefined): boolean =>
  person?.roles.some((role) => catalogue.rolesThatBuy.includes(role)) ?? false;

/** Who can be asked for a role. */
export const globalAdmins = (partner: Partner): readonly PartnerPerson[] =>
  partner.people.filter((person) => person.roles.includes('globalAdmin'));

/** The roles that a person may give to another: a global admin any, an account admin only MPN partner admin. */
export const grantableRoles = (
  granter: PartnerPerson,
  receiver: Pick<PartnerPerson, 'aadObjectId'>,
): readonly Role[] => {
  if (granter.aadObjectId === receiver.aadObjectId) return [];
  if (granter.roles.includes('globalAdmin')) return roles;
  if (granter.roles.includes('accountAdmin')) return ['mpnPartnerAdmin'];
  return [];
};

/** What of it the receiver does not have yet; who receives may be nobody that the partner's people name. */
export const rolesToGive = (
  partner: Partner,
  granter: AadObjectId,
  receiver: AadObjectId,
): readonly Role[] => {
  const giver = personOf(partner, granter);
  if (!giver) return [];
  const held = personOf(partner, receiver)?.roles ?? [];
  return grantableRoles(giver, { aadObjectId: receiver }).filter((role) => !held.includes(role));
};

/** Everybody of the partner who has a role that buys. */
export const admins = (catalogue: Catalogue, partner: Partner): readonly AadObjectId[] =>
  partner.people.filter((person) => mayBuy(catalogue, person)).map((person) => person.aadObjectId);
