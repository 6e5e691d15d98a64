import type { z } from 'zod';
import {
  HttpRefusal,
  jsonAnswer,
  type HttpAnswer,
  type HttpRequest,
  type Route,
} from '../../bot/http/exchange.ts';
import { isLoopbackHost } from '../../bot/http/loopback.ts';

/** A wish that can't be granted, with the sentence that says why. */
export const wrong = (sentence: string): HttpAnswer => jsonAnswer(400, { error: sentence });

const sentenceOf = ({ issues }: z.ZodError): string => {
  const [issue] = issues;
  if (!issue) return 'That is not understood.';
  const place = issue.path.join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
};

const isForeign = (origin: string | undefined): boolean =>
  origin !== undefined && !(URL.canParse(origin) && isLoopbackHost(new URL(origin).host));

/** A route for programs and the companion page: JSON in, checked, JSON out. */
export const wishRoute = <Wish>(
  path: string,
  schema: z.ZodType<Wish>,
  grant: (wish: Wish) => Promise<HttpAnswer>,
  maxBody?: number,
): Route => ({
  method: 'POST',
  path,
  hosts: 'loopback',
  ...(maxBody === undefined ? {} : { maxBody }),
  handle: async (request: HttpRequest) => {
    // A page of another site must not move this machine's clock.
    if (isForeign(request.header('origin'))) throw new HttpRefusal(403, 'originNotAllowed');
    const body = await request.json().catch((error: unknown) => {
      if (error instanceof HttpRefusal && error.status === 400) return undefined;
      throw error;
    });
    if (body === undefined) return wrong('Send JSON, with the content type application/json.');
    const read = schema.safeParse(body);
    return read.success ? grant(read.data) : wrong(sentenceOf(read.error));
  },
});
