import type { CardGateway } from '../../membership/gateway-ports.ts';
import type { Partners } from '../../membership/ports.ts';
import { HttpRefusal, type HttpAnswer, type Route } from '../http/exchange.ts';
import { deedOf } from './commits.ts';
import type { SendLine } from './log.ts';
import { inSpan, spanBehind, type SpanFacts } from './tracing.ts';

/** The same partners, each commit a span that says what it did. */
export const tracedPartners = (partners: Partners): Partners => ({
  ...partners,
  change: (id, decide, options) =>
    inSpan('commit', async (tell) => {
      let done: SpanFacts = { outcome: 'unchanged' };
      tell({ mpnId: id });
      const result = await partners.change(
        id,
        (before) => {
          const verdict = decide(before);
          if (verdict.kind === 'commit') done = { ...deedOf(before, verdict.partner), outcome: 'committed' };
          return verdict;
        },
        options,
      );
      tell(result.kind === 'done' ? done : { outcome: result.kind });
      return result;
    }),
});

/** The same gateway, each call a span that says how it ended. */
export const tracedGateway = (gateway: CardGateway): CardGateway => {
  const seen = <Answer extends { readonly kind: string; readonly code?: string }>(
    facts: SpanFacts & { readonly call: keyof CardGateway },
    ask: () => Promise<Answer>,
  ): Promise<Answer> =>
    inSpan('gateway', async (tell) => {
      tell(facts);
      const answer = await ask();
      tell({ outcome: answer.kind, code: answer.code });
      return answer;
    });
  return {
    open: (wish) => seen({ call: 'open', order: wish.order }, () => gateway.open(wish)),
    look: (session) => seen({ call: 'look' }, () => gateway.look(session)),
    close: (session) => seen({ call: 'close' }, () => gateway.close(session)),
    refund: (charge, key) => seen({ call: 'refund' }, () => gateway.refund(charge, key)),
  };
};

/** What a handler's answer or refusal says; a refusal is an answer, and no fault of ours. */
const answerOf = async (answer: () => ReturnType<Route['handle']>): Promise<HttpAnswer | HttpRefusal> => {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof HttpRefusal) return error;
    throw error;
  }
};

/** The same route, each request a span that says how it was answered. */
export const tracedRoute = (route: Route): Route => ({
  ...route,
  handle: async (request) => {
    const answer = await inSpan('request', async (tell) => {
      tell({ route: `${route.method} ${route.path}` });
      const given = await answerOf(() => route.handle(request));
      tell({ status: given.status });
      return given;
    });
    if (answer instanceof HttpRefusal) throw answer;
    return answer;
  },
});

/** A call to the connector, once it is over. */
export const traceSend = ({ kind, outcome, ms, attempts, status, code }: SendLine): void =>
  spanBehind('send', ms, { call: kind, outcome, attempts, status, code }, outcome === 'failed');
