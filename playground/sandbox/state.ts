import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

/** Moments are whole seconds since 1970 and amounts the gateway's own units, as its wire format has them. */
const words = z.record(z.string(), z.string());

const session = z.object({
  id: z.string(),
  status: z.enum(['open', 'complete', 'expired']),
  amount: z.int(),
  currency: z.string(),
  title: z.string(),
  locale: z.string(),
  reference: z.string().nullable(),
  metadata: words,
  intentMetadata: words,
  successUrl: z.string(),
  cancelUrl: z.string().nullable(),
  created: z.int(),
  expiresAt: z.int(),
  /** Made when a card is tried first. */
  intent: z.string().nullable(),
  /** The card's holder is asked to prove that it is them. */
  challenged: z.boolean(),
});

/** A payment and its charge, which there is once it succeeded. No word about the card is kept. */
const intent = z.object({
  id: z.string(),
  amount: z.int(),
  currency: z.string(),
  metadata: words,
  created: z.int(),
  charge: z.object({ id: z.string(), created: z.int(), refunded: z.int(), disputed: z.boolean() }).nullable(),
  failure: z.string().nullable(),
});

const event = z.object({
  id: z.string(),
  object: z.literal('event'),
  api_version: z.string(),
  created: z.int(),
  livemode: z.boolean(),
  pending_webhooks: z.int(),
  request: z.null(),
  type: z.string(),
  data: z.object({ object: z.record(z.string(), z.unknown()) }),
});

/** The answer to a call with an idempotency key, and what the call asked for. */
const kept = z.object({ asked: z.string(), status: z.int(), body: z.string(), at: z.int() });

const document = z.object({
  sessions: z.record(z.string(), session),
  intents: z.record(z.string(), intent),
  answers: z.record(z.string(), kept),
  /** Not yet received by the bot, oldest first. */
  events: z.array(event),
});

export type Session = z.infer<typeof session>;
export type Intent = z.infer<typeof intent>;
export type SandboxEvent = z.infer<typeof event>;
export type KeptAnswer = z.infer<typeof kept>;

/** All that the gateway knows; changed in place by its one process, then kept whole. */
export interface SandboxState {
  readonly sessions: Map<string, Session>;
  readonly intents: Map<string, Intent>;
  readonly answers: Map<string, KeptAnswer>;
  events: readonly SandboxEvent[];
}

export const emptyState = (): SandboxState => ({
  sessions: new Map(),
  intents: new Map(),
  answers: new Map(),
  events: [],
});

/** @param file need not be there; throws where it is damaged */
export const readState = async (file: string): Promise<SandboxState> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return emptyState();
    throw error;
  }
  try {
    const { sessions, intents, answers, events } = document.parse(JSON.parse(text));
    return {
      sessions: new Map(Object.entries(sessions)),
      intents: new Map(Object.entries(intents)),
      answers: new Map(Object.entries(answers)),
      events,
    };
  } catch (error) {
    throw new Error(`${file} is damaged. Delete it and the sandbox gateway starts empty.`, { cause: error });
  }
};

export const writeState = (file: string, state: SandboxState): Promise<void> =>
  writeFileAtomic(
    file,
    JSON.stringify({
      sessions: Object.fromEntries(state.sessions),
      intents: Object.fromEntries(state.intents),
      answers: Object.fromEntries(state.answers),
      events: state.events,
    }),
  );
