import { SpanStatusCode, trace, type Attributes, type Span } from '@opentelemetry/api';
import { codeOf } from './fault-record.ts';
import { scrub, shortDigest } from './scrub.ts';

/**
 * A trace begins with a `turn`, a `request` of a page or of the gateway's news, what fell `due`, or a line of the
 * `bank`, and shows what it does, from the door to the connector.
 */
export type SpanName = 'turn' | 'request' | 'due' | 'bank' | 'dialog' | 'commit' | 'gateway' | 'send';

/** What a span may say: what the log says, and no more. Words of our own, an MPN ID, an order number, figures. */
export interface SpanFacts {
  readonly outcome?: string | undefined;
  readonly activityType?: string | undefined;
  /** Kept as a short digest, which the log has too. */
  readonly conversation?: string | undefined;
  readonly action?: string | undefined;
  /** The route's pattern, never the path: that has signed links in it. */
  readonly route?: string | undefined;
  /** What fell due and belongs to no partner. */
  readonly beside?: string | undefined;
  /** The dialog that waits, with its version. */
  readonly dialog?: string | undefined;
  readonly deed?: string | undefined;
  readonly mpnId?: string | undefined;
  readonly order?: string | undefined;
  /** Of the gateway or of the connector. */
  readonly call?: string | undefined;
  readonly attempts?: number | undefined;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  /** Of a fault: what the person was told, and the log has. */
  readonly reference?: string | undefined;
}

/** Does nothing until an SDK is registered, and follows it from then on. */
const tracer = trace.getTracer('membership-bot');

const attributesOf = ({ conversation, ...facts }: SpanFacts): Attributes => {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(facts) as [string, string | number | undefined][])
    if (value !== undefined) attributes[`bot.${name}`] = typeof value === 'string' ? scrub(value) : value;
  if (conversation !== undefined) attributes['bot.conversation'] = shortDigest(conversation);
  return attributes;
};

const note = (span: Span, facts: SpanFacts): void => {
  if (span.isRecording()) span.setAttributes(attributesOf(facts));
};

/** The class and the code alone: a message may hold what no trace may. */
const fail = (span: Span, error: unknown): void => {
  if (!span.isRecording()) return;
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', scrub(error instanceof Error ? error.constructor.name : typeof error));
  note(span, codeOf(error));
};

/** The span in which a fault was caught has failed, although what it is a span of goes on. */
export const failSpan = (error: unknown, reference: string): void => {
  const span = trace.getActiveSpan();
  if (!span) return;
  fail(span, error);
  note(span, { reference });
};

/**
 * Does work within a span, to which all spans begun in it belong. Settles as the work does.
 * @param work gets what adds facts to the span
 */
export const inSpan = <Value>(
  name: SpanName,
  work: (tell: (facts: SpanFacts) => void) => Promise<Value>,
): Promise<Value> =>
  tracer.startActiveSpan(name, async (span) => {
    try {
      return await work((facts) => note(span, facts));
    } catch (error) {
      fail(span, error);
      throw error;
    } finally {
      span.end();
    }
  });

/** A span of something that is over. @param ms how long it took */
export const spanBehind = (name: SpanName, ms: number, facts: SpanFacts, failed: boolean): void => {
  const span = tracer.startSpan(name, { startTime: Date.now() - ms });
  note(span, facts);
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
};
