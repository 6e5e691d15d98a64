import type { Card } from '../cards/elements.ts';
import { answerCard, answeredCard, askedCard, requestCard, type RequestView } from '../cards/role-request.ts';
import { dayOf } from '../membership/rules/calendar.ts';
import type { AadObjectId, RequestId } from '../membership/rules/ids.ts';
import { personOf, type Partner, type RoleRequest } from '../membership/rules/partner.ts';
import { answerSeen, isAnswered, requestWith } from '../membership/rules/role-request.ts';
import { rolesToGive } from '../membership/rules/roles.ts';
import type { Reader } from './views.ts';

type RoleReader = Pick<Reader, 'language' | 'person' | 'catalogue'>;

const standingOf = (partner: Partner, id: AadObjectId): RequestView['standing'] => {
  const known = personOf(partner, id);
  if (!known) return 'unlisted';
  return known.guest ? 'guest' : 'member';
};

/** Nothing where the reader may give no role any more. */
const openCard = (
  { language, catalogue }: RoleReader,
  partner: Partner,
  { id, by, of, name, at }: RoleRequest,
): Card | undefined => {
  const roles = rolesToGive(partner, of, by);
  if (roles.length === 0) return undefined;
  return requestCard(language, {
    request: id,
    name,
    email: personOf(partner, by)?.email,
    standing: standingOf(partner, by),
    organisation: partner.name,
    askedOn: dayOf(at),
    roles,
    rolesThatBuy: catalogue.rolesThatBuy,
  });
};

const ownCard = (
  { language, person, catalogue }: RoleReader,
  partner: Partner,
  request: RoleRequest,
): Card | undefined => {
  if (!isAnswered(request)) {
    return askedCard(language, { of: personOf(partner, request.of)?.name ?? request.of });
  }
  const held = personOf(partner, person)?.roles ?? [];
  const { answer } = request;
  // A role that was taken away since is no news.
  if (answer.as === 'granted' && !held.includes(answer.role)) return undefined;
  const { rolesThatBuy } = catalogue;
  return answerCard(language, { answer: answerSeen(partner, request, person), held, rolesThatBuy });
};

/**
 * A request's card as this reader sees it now: who asked, who was asked, or who gave the role unasked.
 * @returns undefined where it is none of the reader's, or there is nothing to tell any more
 */
export const viewRequest = (reader: RoleReader, partner: Partner, id: RequestId): Card | undefined => {
  const request = requestWith(partner, id);
  if (!request) return undefined;
  if (request.by === reader.person) return ownCard(reader, partner, request);
  if (request.of !== reader.person) return undefined;
  return isAnswered(request)
    ? answeredCard(reader.language, answerSeen(partner, request, reader.person))
    : openCard(reader, partner, request);
};
