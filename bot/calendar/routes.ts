import { attachmentAnswer, linkRefusal } from '../http/answers.ts';
import type { HttpAnswer, HttpRequest, Route } from '../http/exchange.ts';
import type { CalendarClaim } from '../links/claims.ts';
import type { SignedLinks } from '../links/signed-links.ts';
import { tracedRoute } from '../observe/traced.ts';
import { calendarFile, type CalendarEntry } from './entry.ts';

export interface CalendarParts {
  readonly links: Pick<SignedLinks, 'read'>;
  /** Tells one build of the pages' script and style from another. */
  readonly version: string;
  /** Undefined where the person may not have it, or there is no such date any more. */
  entry(claim: CalendarClaim): Promise<CalendarEntry | undefined>;
}

const refusal = (
  { version }: CalendarParts,
  request: HttpRequest,
  about: 'dateLinkExpired' | 'notFound' | 'noDate',
): HttpAnswer => linkRefusal(request, { up: '../pay/', version }, about);

const fileAnswer = (entry: CalendarEntry): HttpAnswer =>
  attachmentAnswer(
    'text/calendar; charset=utf-8',
    `attachment; filename="reminder-${entry.day}.ics"`,
    calendarFile(entry),
  );

/** The date of a reminder as a file for the calendar of the person whose link it is. */
export const calendarRoutes = (parts: CalendarParts): readonly Route[] => [
  tracedRoute({
    method: 'GET',
    path: '/calendar/:token',
    handle: async (request) => {
      const read = parts.links.read(request.params['token'] ?? '');
      if (read.kind === 'expired') return refusal(parts, request, 'dateLinkExpired');
      if (read.kind === 'forged' || read.claim.purpose !== 'calendar')
        return refusal(parts, request, 'notFound');
      const entry = await parts.entry(read.claim);
      return entry ? fileAnswer(entry) : refusal(parts, request, 'noDate');
    },
  }),
];
