import type { Partners } from '../../membership/ports.ts';
import type { OutboxMessage } from '../../membership/rules/message.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Log, MessageLine } from './log.ts';
import type { Metrics } from './metrics.ts';

/** What a commit did, in the word of its first event; marking messages writes no history. */
const deedOf = (before: Partner, after: Partner): { readonly deed: string; readonly order?: string } => {
  const first = after.history[before.history.length]?.event;
  if (!first) return { deed: 'messages' };
  return { deed: first.type, ...('order' in first ? { order: first.order } : {}) };
};

const outcomeOf = (before: OutboxMessage, after: OutboxMessage): MessageLine['outcome'] | undefined => {
  if (after.status !== 'pending') return after.status === before.status ? undefined : after.status;
  return after.attempts > before.attempts ? 'putOff' : undefined;
};

/** What became of the messages that waited, each once, since a commit is where it is settled. */
const messagesOf = (before: Partner, after: Partner): readonly MessageLine[] => {
  const waited = new Map(
    before.outbox.filter(({ status }) => status === 'pending').map((message) => [message.id, message]),
  );
  return after.outbox.flatMap((message) => {
    const known = waited.get(message.id);
    const outcome = known && outcomeOf(known, message);
    const { id, about, attempts } = message;
    return outcome ? [{ outcome, mpnId: after.mpnId, id, about: about.kind, attempts }] : [];
  });
};

interface Done extends ReturnType<typeof deedOf> {
  readonly messages: readonly MessageLine[];
}

/** The same partners, with every commit counted, timed and logged by what it did, and by what it says became of messages. */
export const observedPartners = (partners: Partners, log: Log, metrics: Metrics): Partners => ({
  ...partners,
  change: async (id, decide, options) => {
    const began = performance.now();
    let done: Done | undefined;
    try {
      const result = await partners.change(
        id,
        (before) => {
          const verdict = decide(before);
          done =
            verdict.kind === 'commit'
              ? { ...deedOf(before, verdict.partner), messages: messagesOf(before, verdict.partner) }
              : undefined;
          return verdict;
        },
        options,
      );
      if (!done || result.kind !== 'done') return result;
      const { messages, ...what } = done;
      metrics.commit(what.deed, 'committed');
      log.commit({ ...what, outcome: 'committed', ms: performance.now() - began, mpnId: id });
      for (const line of messages) {
        metrics.message(line.outcome);
        log.message(line);
      }
      return result;
    } catch (error) {
      metrics.commit(done?.deed ?? 'unknown', 'failed');
      throw error;
    }
  },
});
