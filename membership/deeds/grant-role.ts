import type { Instant } from '../rules/calendar.ts';
import type { Role } from '../rules/catalogue.ts';
import { then } from '../rules/change.ts';
import type { AadObjectId, RequestId } from '../rules/ids.ts';
import { personOf, type Partner } from '../rules/partner.ts';
import { granted, grantRefusal, openRequests, requestOf, type Grant } from '../rules/role-request.ts';
import { roleNews } from './ask-role.ts';
import { alter, type Alteration, type Altered, type DeedPorts, type Doing } from './perform.ts';

/** Who gives which colleague a role that nobody asked for. */
export interface GrantRole {
  readonly person: AadObjectId;
  readonly to: AadObjectId;
  readonly role: Role;
}

/** The grant, told to both as the answer of this request, and to whoever else was asked. */
export const grantAs = (partner: Partner, request: RequestId, grant: Grant & { at: Instant }): Alteration => {
  const refusal = grantRefusal(partner, grant);
  if (refusal) return { kind: 'refused', refusal };
  const { by, to, at } = grant;
  const others = openRequests(partner, to).filter(({ id }) => id !== request);
  return {
    kind: 'accepted',
    change: granted(partner, grant, at),
    tell: [
      roleNews([to, by], request, 'granted'),
      ...others.map(({ id, of }) => roleNews([of], id, 'granted')),
    ],
  };
};

/**
 * Gives somebody whom the partner's people name a role. It is kept as a request that was granted as it was made,
 * unless this admin was asked for it before.
 */
export const grantRole = (ports: DeedPorts, doing: Doing, wish: GrantRole): Promise<Altered> =>
  alter(ports, doing, (partner, at) => {
    const { person: by, to, role } = wish;
    const known = personOf(partner, to);
    if (!known) return { kind: 'refused', refusal: { kind: 'personUnknown' } };
    const { name } = known;
    const before = openRequests(partner, to).find((request) => request.of === by);
    const id = before?.id ?? requestOf(doing.command);
    const decision = grantAs(partner, id, { by, to, name, role, at });
    if (before || decision.kind === 'refused') return decision;
    const answer = { by, at, as: 'granted', role } as const;
    const change = then(decision.change, (after) => ({
      partner: { ...after, requests: [...after.requests, { id, by: to, name, of: by, at, answer }] },
      events: [],
    }));
    return { ...decision, change };
  });
