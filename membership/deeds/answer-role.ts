import type { Role } from '../rules/catalogue.ts';
import type { AadObjectId, RequestId } from '../rules/ids.ts';
import { declined, requestTo } from '../rules/role-request.ts';
import { roleNews } from './ask-role.ts';
import { grantAs } from './grant-role.ts';
import { alter, type Altered, type DeedPorts, type Doing } from './perform.ts';

/** What a person who was asked for a role answers. */
export interface AnswerRole {
  readonly person: AadObjectId;
  readonly request: RequestId;
  readonly answer: { readonly as: 'granted'; readonly role: Role } | { readonly as: 'declined' };
}

/** Grants or declines what was asked; only the person who was asked may, with the roles that they have now. */
export const answerRole = (ports: DeedPorts, doing: Doing, wish: AnswerRole): Promise<Altered> =>
  alter(ports, doing, (partner, at) => {
    const { person, answer } = wish;
    const found = requestTo(partner, person, wish.request);
    if (found.kind === 'refused') return found;
    const { id, by: to, name } = found.request;
    if (answer.as === 'granted') return grantAs(partner, id, { by: person, to, name, role: answer.role, at });
    return {
      kind: 'accepted',
      change: declined(partner, found.request, at),
      tell: [roleNews([to, person], id, 'declined')],
    };
  });
