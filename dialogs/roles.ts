import { rolesCard, type GrantForm } from '../cards/roles.ts';
import { say } from '../cards/say.ts';
import { refusalText } from '../cards/sentences.ts';
import { answerRole, type AnswerRole } from '../membership/deeds/answer-role.ts';
import { askRole } from '../membership/deeds/ask-role.ts';
import { grantRole } from '../membership/deeds/grant-role.ts';
import type { Altered } from '../membership/deeds/perform.ts';
import { roles as everyRole, type Role } from '../membership/rules/catalogue.ts';
import type { AadObjectId, CommandId, RequestId } from '../membership/rules/ids.ts';
import { personOf, type Partner } from '../membership/rules/partner.ts';
import { openRequests, requestOf, requestWith } from '../membership/rules/role-request.ts';
import { rolesToGive } from '../membership/rules/roles.ts';
import { doing } from './deed.ts';
import { refuse, roleHelp } from './roles-refuse.ts';
import { viewRequest } from './roles-view.ts';
import type { Turn } from './turn.ts';
import { isBuyer, readerOf } from './views.ts';

/** What a person wants about roles. */
export type RoleIntent =
  | { readonly kind: 'roles' }
  | { readonly kind: 'askRole'; readonly of: AadObjectId; readonly command: CommandId }
  | {
      readonly kind: 'answerRole';
      readonly request: RequestId;
      readonly answer?: AnswerRole['answer'] | undefined;
    }
  | ({ readonly kind: 'grantRole'; readonly command: CommandId } & Chosen);

interface Chosen {
  readonly to?: AadObjectId | undefined;
  readonly role?: Role | undefined;
}

/** A card must stay within what Teams takes; whoever is not listed can ask. */
const mostColleagues = 100;

const formOf = (turn: Turn, problems: readonly string[], chosen: Chosen): GrantForm | undefined => {
  const { partner, person, deeds } = turn;
  const own = person.aadObjectId;
  const givable = (to: AadObjectId) => rolesToGive(partner, own, to);
  const held = personOf(partner, own)?.roles ?? [];
  if (!held.includes('globalAdmin') && !held.includes('accountAdmin')) return undefined;
  const colleagues = partner.people
    .filter(({ aadObjectId }) => givable(aadObjectId).length > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name, turn.language))
    .slice(0, mostColleagues)
    .map(({ aadObjectId: id, name }) => ({ id, name }));
  const roles = everyRole.filter((role) => colleagues.some(({ id }) => givable(id).includes(role)));
  return { nonce: deeds.chance.commandId(), roles, colleagues, chosen: chosen.to, problems };
};

/** My roles, and asking for one or giving one. */
export const showRoles = async (
  turn: Turn,
  problems: readonly string[] = [],
  chosen: Chosen = {},
): Promise<void> => {
  const { catalogue } = turn.deeds;
  await turn.show(
    rolesCard(turn.language, {
      ...(await roleHelp(turn)),
      held: personOf(turn.partner, turn.person.aadObjectId)?.roles ?? [],
      mayBuy: isBuyer(turn),
      rolesThatBuy: catalogue.rolesThatBuy,
      form: formOf(turn, problems, chosen),
    }),
  );
};

/** Shows what became of a request, or why nothing did. */
const reportRequest = async (turn: Turn, outcome: Altered, request: RequestId): Promise<void> => {
  const { partner } = outcome;
  if (outcome.kind === 'refused' && outcome.refusal.kind !== 'roleAnswered')
    return refuse(turn, outcome.refusal);
  const shown = viewRequest(readerOf(turn), partner, request);
  if (!shown) return turn.say(refusalText(turn.language, { kind: 'requestNotFound' }));
  if (outcome.kind === 'refused') return turn.show(shown);
  await turn.tell({ partner, request }, () => turn.show(shown));
};

/** A global admin who has gone since the card was shown can't be asked. */
export const ask = async (
  turn: Turn,
  { of, command }: Extract<RoleIntent, { kind: 'askRole' }>,
): Promise<void> => {
  const { person, partner, language, name } = turn;
  const admin = personOf(partner, of);
  if (admin && !(await turn.reachable({ tenantId: person.tenantId, aadObjectId: of }))) {
    await turn.say(say(language, 'unreachableNow', { name: admin.name }));
    return showRoles(turn);
  }
  const outcome = await askRole(turn.deeds, doing(turn, command), { person: person.aadObjectId, name, of });
  await reportRequest(turn, outcome, requestOf(command));
};

/** Grants or declines; the card of the request becomes what was answered, by whomever. */
export const answer = async (
  turn: Turn,
  { request, answer: answered }: Extract<RoleIntent, { kind: 'answerRole' }>,
): Promise<void> => {
  if (!answered) return turn.say(say(turn.language, 'chooseRole'));
  const wish = { person: turn.person.aadObjectId, request, answer: answered };
  const outcome = await answerRole(turn.deeds, doing(turn, turn.deeds.chance.commandId()), wish);
  await reportRequest(turn, outcome, request);
};

/** The request that the grant was kept as: its own, or one that the colleague had made. */
const keptAs = (turn: Turn, after: Partner, command: CommandId, to: AadObjectId): RequestId => {
  const own = requestOf(command);
  const before = openRequests(turn.partner, to).find(({ of }) => of === turn.person.aadObjectId);
  return requestWith(after, own) || !before ? own : before.id;
};

/** Gives a colleague a role that nobody asked for; what is wrong is said on the form. */
export const grant = async (
  turn: Turn,
  { command, to, role }: Extract<RoleIntent, { kind: 'grantRole' }>,
): Promise<void> => {
  const { language, person } = turn;
  if (!to || !role) {
    const missing = [...(to ? [] : ['chooseColleague' as const]), ...(role ? [] : ['chooseRole' as const])];
    return showRoles(
      turn,
      missing.map((key) => say(language, key)),
      { to, role },
    );
  }
  const outcome = await grantRole(turn.deeds, doing(turn, command), { person: person.aadObjectId, to, role });
  if (outcome.kind === 'refused' && !formOf(turn, [], {})) return refuse(turn, outcome.refusal);
  if (outcome.kind === 'refused')
    return showRoles({ ...turn, partner: outcome.partner }, [refusalText(language, outcome.refusal)], { to });
  await reportRequest(turn, outcome, keptAs(turn, outcome.partner, command, to));
};
