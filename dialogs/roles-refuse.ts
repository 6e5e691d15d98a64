import { notAuthorisedCard, type Askable, type RoleHelp } from '../cards/role-ask.ts';
import { refusalText } from '../cards/sentences.ts';
import { dayOf } from '../membership/rules/calendar.ts';
import type { PartnerPerson } from '../membership/rules/partner.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import { openRequests } from '../membership/rules/role-request.ts';
import { globalAdmins } from '../membership/rules/roles.ts';
import type { Turn } from './turn.ts';
import { isBuyer } from './views.ts';

/** So many global admins are offered, of so many who are looked up. */
const most = { offered: 4, lookedUp: 20 };

const asking = ({ partner, person, deeds }: Turn, admin: PartnerPerson): Askable => {
  const { aadObjectId: id, name } = admin;
  const open = openRequests(partner, person.aadObjectId).find((request) => request.of === id);
  return { id, name, command: deeds.chance.commandId(), ...(open ? { askedOn: dayOf(open.at) } : {}) };
};

const askable = async (turn: Turn): Promise<readonly Askable[]> => {
  const { tenantId, aadObjectId: own } = turn.person;
  const found: PartnerPerson[] = [];
  const admins = globalAdmins(turn.partner).filter(({ aadObjectId }) => aadObjectId !== own);
  for (const admin of admins.slice(0, most.lookedUp)) {
    if (found.length === most.offered) break;
    if (await turn.reachable({ tenantId, aadObjectId: admin.aadObjectId })) found.push(admin);
  }
  return found.map((admin) => asking(turn, admin));
};

/** Whom this person can turn to for a role; who has one needs nobody. */
export const roleHelp = async (turn: Turn): Promise<RoleHelp> => ({
  globalAdmins: globalAdmins(turn.partner).map((admin) => admin.name),
  askable: isBuyer(turn) ? [] : await askable(turn),
  links: turn.deeds.catalogue.links,
});

export const isForLackOfRole = (refusal: Refusal): boolean =>
  refusal.kind === 'notAuthorised' ||
  (refusal.kind === 'offerUnavailable' && refusal.why.reason === 'notAuthorised');

/** Says why not; to somebody without a role with the way to get one. */
export const refuse = async (turn: Turn, refusal: Refusal): Promise<void> =>
  isForLackOfRole(refusal)
    ? turn.show(notAuthorisedCard(turn.language, await roleHelp(turn)))
    : turn.say(refusalText(turn.language, refusal));
