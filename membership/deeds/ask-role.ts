import type { AadObjectId, RequestId } from '../rules/ids.ts';
import type { RoleNews } from '../rules/message.ts';
import { askRefusal, asked, nameKept, requestOf } from '../rules/role-request.ts';
import { alter, type Altered, type DeedPorts, type Doing, type Tell } from './perform.ts';

/** Who asks whom for a role. */
export interface AskRole {
  readonly person: AadObjectId;
  /** As Teams gives it; who asks may be nobody that the partner's people name. */
  readonly name: string;
  readonly of: AadObjectId;
}

export const roleNews = (to: readonly AadObjectId[], request: RequestId, news: RoleNews): Tell => ({
  to,
  about: { kind: 'role', request, news },
});

/** Asks a global admin for a role; the command's id is the request's. */
export const askRole = (ports: DeedPorts, doing: Doing, wish: AskRole): Promise<Altered> =>
  alter(ports, doing, (partner, at) => {
    const { person: by, of } = wish;
    const request = { id: requestOf(doing.command), by, name: nameKept(wish.name) || by, of, at };
    const refusal = askRefusal(ports.catalogue, partner, request);
    if (refusal) return { kind: 'refused', refusal };
    return {
      kind: 'accepted',
      change: asked(partner, request),
      tell: [roleNews([of, by], request.id, 'asked')],
    };
  });
