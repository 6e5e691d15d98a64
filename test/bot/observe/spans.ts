import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { TracerProvider, type ReadableSpan, type SpanProcessor } from '@opentelemetry/sdk-trace';

/** What a span says, and what lies within it, in the order in which it ended. */
export interface Seen {
  readonly name: string;
  readonly says: Readonly<Record<string, unknown>>;
  readonly failed: boolean;
  readonly within: readonly Seen[];
}

/** The spans of what ran since the last reset. */
export interface Spans {
  readonly finished: () => readonly ReadableSpan[];
  /** Those that begin a trace. */
  readonly roots: (name?: string) => readonly Seen[];
  readonly reset: () => void;
}

/** Such as `turn [dialog [commit send]]`. */
export const tree = ({ name, within }: Seen): string =>
  within.length === 0 ? name : `${name} [${within.map(tree).join(' ')}]`;

/** With all that lies within, at any depth. */
export const all = (seen: readonly Seen[]): readonly Seen[] =>
  seen.flatMap((one) => [one, ...all(one.within)]);

let kept: ReadableSpan[] = [];
let keeping = false;

const keeper: SpanProcessor = {
  onStart: () => undefined,
  onEnd: (span) => {
    if (keeping) kept.push(span);
  },
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

/** One for all files: a tracer stays with the first provider that it has found. */
const provider = new TracerProvider({ spanProcessors: [keeper] });

const within = (parent: string | undefined): readonly Seen[] =>
  kept
    .filter((span) => span.parentSpanContext?.spanId === parent)
    .map((span) => ({
      name: span.name,
      says: span.attributes,
      failed: span.status.code === SpanStatusCode.ERROR,
      within: within(span.spanContext().spanId),
    }));

/** Keeps the spans of the tests around it, each test's its own. */
export const keepingSpans = (): Spans => {
  const reset = (): void => {
    kept = [];
  };
  before(() => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager());
    trace.setGlobalTracerProvider(provider);
    keeping = true;
  });
  after(() => {
    keeping = false;
    trace.disable();
    context.disable();
  });
  beforeEach(reset);
  return {
    finished: () => kept,
    roots: (wanted) => within(undefined).filter(({ name }) => wanted === undefined || name === wanted),
    reset,
  };
};
