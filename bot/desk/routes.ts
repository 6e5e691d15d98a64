import type { Readable } from 'node:stream';
import type { Day } from '../../membership/rules/calendar.ts';
import type { PersonId } from '../../membership/rules/ids.ts';
import { attachmentAnswer, documentAnswer, fileNamed, linkRefusal } from '../http/answers.ts';
import type { HttpAnswer, HttpRequest, Route } from '../http/exchange.ts';
import type { ExportClaim, LinkClaim, ProofClaim } from '../links/claims.ts';
import type { SignedLinks } from '../links/signed-links.ts';
import type { Log } from '../observe/log.ts';
import type { ProofDocument } from './kept-proof.ts';

export interface DeskRouteParts {
  readonly links: Pick<SignedLinks, 'read'>;
  /** Tells one build of the pages' script and style from another. */
  readonly version: string;
  readonly isOperator: (person: PersonId) => boolean;
  /** Undefined where there is no such document, or this operator may not see it. */
  proof(claim: ProofClaim): Promise<ProofDocument | undefined>;
  /** Every order as CSV. */
  csv(): Readable;
  readonly today: () => Day;
  readonly log: Pick<Log, 'event'>;
}

interface DeskClaims {
  readonly proof: ProofClaim;
  readonly export: ExportClaim;
}
type DeskPurpose = keyof DeskClaims;
type Handle<Purpose extends DeskPurpose> = (claim: DeskClaims[Purpose]) => Promise<HttpAnswer | undefined>;

const expiredWords = { proof: 'expired', export: 'exportLinkExpired' } as const;

const refusal = (
  { version }: DeskRouteParts,
  request: HttpRequest,
  about: 'notFound' | (typeof expiredWords)[DeskPurpose],
): HttpAnswer => linkRefusal(request, { up: '../../pay/', version }, about);

const isFor = <Purpose extends DeskPurpose>(
  claim: LinkClaim,
  purpose: Purpose,
): claim is DeskClaims[Purpose] => claim.purpose === purpose;

/** Lets in who has a link of ours for this purpose and is an operator still; nobody else learns what there is. */
const deskRoute = <Purpose extends DeskPurpose>(
  parts: DeskRouteParts,
  purpose: Purpose,
  handle: Handle<Purpose>,
): Route => ({
  method: 'GET',
  path: `/desk/${purpose}/:token`,
  handle: async (request) => {
    const read = parts.links.read(request.params['token'] ?? '');
    if (read.kind === 'expired') return refusal(parts, request, expiredWords[purpose]);
    const answer =
      read.kind === 'claim' && isFor(read.claim, purpose) && parts.isOperator(read.claim.operator)
        ? await handle(read.claim)
        : undefined;
    return answer ?? refusal(parts, request, 'notFound');
  },
});

const csvAnswer = (csv: Readable, today: Day): HttpAnswer =>
  attachmentAnswer('text/csv; charset=utf-8', fileNamed('attachment', `orders-${today}.csv`), csv);

/** What operators get as files: a payment proof's document, and every order. */
export const deskRoutes = (parts: DeskRouteParts): readonly Route[] => [
  deskRoute(parts, 'proof', async (claim) => {
    const found = await parts.proof(claim);
    return found && documentAnswer(found.type, found.bytes, found.fileName);
  }),
  deskRoute(parts, 'export', ({ operator }) => {
    parts.log.event('export', { operator: operator.aadObjectId });
    return Promise.resolve(csvAnswer(parts.csv(), parts.today()));
  }),
];
