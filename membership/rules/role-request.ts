import { dayOf, type Day, type Instant } from './calendar.ts';
import type { Catalogue, Role } from './catalogue.ts';
import type { Change } from './change.ts';
import { isRequestId, type AadObjectId, type CommandId, type RequestId } from './ids.ts';
import { personOf, type Partner, type PartnerPerson, type RoleAnswer, type RoleRequest } from './partner.ts';
import { globalAdmins, mayBuy, rolesToGive } from './roles.ts';

/** So many requests of one person may wait for an answer. */
export const mostRequests = 3;

/** As much of a name as is kept; Teams sets no limit. */
const mostOfName = 100;

/** An answer as one person reads it: an absent name is that person's own, an absent role was declined. */
export interface AnswerSeen {
  readonly by?: string | undefined;
  readonly to?: string | undefined;
  readonly on: Day;
  readonly role?: Role | undefined;
}

/** Why a role can't be asked for, granted or declined. */
export type RoleRefusal =
  | { readonly kind: 'roleAsked'; readonly name: string; readonly on: Day }
  | { readonly kind: 'tooManyRoleRequests'; readonly most: number }
  | { readonly kind: 'roleNotNeeded' }
  | { readonly kind: 'notGlobalAdmin' }
  | { readonly kind: 'requestNotFound' }
  | { readonly kind: 'roleAnswered'; readonly answer: AnswerSeen }
  | { readonly kind: 'roleHeld'; readonly name: string; readonly role: Role }
  | { readonly kind: 'cannotGrant'; readonly role: Role }
  | { readonly kind: 'personUnknown' };

type Answered = RoleRequest & { readonly answer: RoleAnswer };

/** A request is known by the command that asked. */
export const requestOf = (command: CommandId): RequestId => {
  const text: string = command;
  if (!isRequestId(text)) throw new RangeError('a command’s id is a request’s id');
  return text;
};

export const nameKept = (name: string): string => Array.from(name).slice(0, mostOfName).join('');

export const requestWith = (partner: Partner, id: RequestId): RoleRequest | undefined =>
  partner.requests.find((request) => request.id === id);

export const isAnswered = (request: RoleRequest): request is Answered => request.answer !== undefined;

/** What this person has asked and nobody has answered. */
export const openRequests = (partner: Partner, by: AadObjectId): readonly RoleRequest[] =>
  partner.requests.filter((request) => request.by === by && !isAnswered(request));

const nameOf = (partner: Partner, id: AadObjectId): string => personOf(partner, id)?.name ?? id;

export const answerSeen = (
  partner: Partner,
  { by, name, answer }: Answered,
  reader: AadObjectId,
): AnswerSeen => ({
  ...(answer.by === reader ? {} : { by: nameOf(partner, answer.by) }),
  ...(by === reader ? {} : { to: name }),
  on: dayOf(answer.at),
  ...(answer.as === 'granted' ? { role: answer.role } : {}),
});

/** An old button was pressed again, after its command was forgotten. */
const knownRefusal = (partner: Partner, known: RoleRequest, by: AadObjectId): RoleRefusal => {
  if (known.by !== by) return { kind: 'requestNotFound' };
  return isAnswered(known)
    ? { kind: 'roleAnswered', answer: answerSeen(partner, known, by) }
    : { kind: 'roleAsked', name: nameOf(partner, known.of), on: dayOf(known.at) };
};

/** Why this request can't be made. */
export const askRefusal = (
  catalogue: Catalogue,
  partner: Partner,
  { id, by, of }: RoleRequest,
): RoleRefusal | undefined => {
  const known = requestWith(partner, id);
  if (known) return knownRefusal(partner, known, by);
  if (mayBuy(catalogue, personOf(partner, by))) return { kind: 'roleNotNeeded' };
  if (of === by || !globalAdmins(partner).some((admin) => admin.aadObjectId === of))
    return { kind: 'notGlobalAdmin' };
  const open = openRequests(partner, by);
  const same = open.find((request) => request.of === of);
  if (same) return { kind: 'roleAsked', name: nameOf(partner, of), on: dayOf(same.at) };
  return open.length < mostRequests ? undefined : { kind: 'tooManyRoleRequests', most: mostRequests };
};

export const asked = (partner: Partner, request: RoleRequest): Change => ({
  partner: { ...partner, requests: [...partner.requests, request] },
  events: [{ type: 'roleAsked', request: request.id, of: request.of }],
});

/** The request that a person was asked and has not answered, or why there is none. */
export const requestTo = (
  partner: Partner,
  person: AadObjectId,
  id: RequestId,
):
  | { readonly kind: 'request'; readonly request: RoleRequest }
  | { readonly kind: 'refused'; readonly refusal: RoleRefusal } => {
  const request = requestWith(partner, id);
  if (request?.of !== person) return { kind: 'refused', refusal: { kind: 'requestNotFound' } };
  if (!isAnswered(request)) return { kind: 'request', request };
  return { kind: 'refused', refusal: { kind: 'roleAnswered', answer: answerSeen(partner, request, person) } };
};

/** Who gives which role to whom. */
export interface Grant {
  readonly by: AadObjectId;
  readonly to: AadObjectId;
  /** As the receiver is called, where the partner's people don't name them. */
  readonly name: string;
  readonly role: Role;
}

/** Why the role can't be given; judged by the roles of now. */
export const grantRefusal = (partner: Partner, { by, to, name, role }: Grant): RoleRefusal | undefined => {
  const known = personOf(partner, to);
  if (rolesToGive(partner, by, to).includes(role)) return undefined;
  return by !== to && known?.roles.includes(role)
    ? { kind: 'roleHeld', name: known.name || name, role }
    : { kind: 'cannotGrant', role };
};

const withRole = (people: readonly PartnerPerson[], { to, name, role }: Grant): readonly PartnerPerson[] =>
  people.some((person) => person.aadObjectId === to)
    ? people.map((person) =>
        person.aadObjectId === to ? { ...person, roles: [...person.roles, role] } : person,
      )
    : [...people, { aadObjectId: to, name, roles: [role], guest: false }];

const answering = (
  requests: readonly RoleRequest[],
  isMeant: (request: RoleRequest) => boolean,
  answer: RoleAnswer,
): readonly RoleRequest[] =>
  requests.map((request) => (!isAnswered(request) && isMeant(request) ? { ...request, answer } : request));

/** The receiver has the role, and whatever they have asked of anybody is settled by it. */
export const granted = (partner: Partner, grant: Grant, at: Instant): Change => {
  const { by, to, role } = grant;
  const answer = { by, at, as: 'granted', role } as const;
  return {
    partner: {
      ...partner,
      people: withRole(partner.people, grant),
      requests: answering(partner.requests, (request) => request.by === to, answer),
    },
    events: [{ type: 'roleGranted', to, role }],
  };
};

/** Other requests of the same person wait on. */
export const declined = (partner: Partner, { id, by: to, of: by }: RoleRequest, at: Instant): Change => ({
  partner: {
    ...partner,
    requests: answering(partner.requests, (request) => request.id === id, { by, at, as: 'declined' }),
  },
  events: [{ type: 'roleDeclined', to }],
});
