import type { Partners } from '../../membership/ports.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** What a commit did, in the word of its first event; marking messages writes no history. */
const deedOf = (before: Partner, after: Partner): { readonly deed: string; readonly order?: string } => {
  const first = after.history[before.history.length]?.event;
  if (!first) return { deed: 'messages' };
  return { deed: first.type, ...('order' in first ? { order: first.order } : {}) };
};

/** The same partners, with every commit counted, timed and logged by what it did. */
export const observedPartners = (partners: Partners, log: Log, metrics: Metrics): Partners => ({
  ...partners,
  change: async (id, decide, options) => {
    const began = performance.now();
    let done: ReturnType<typeof deedOf> | undefined;
    try {
      const result = await partners.change(
        id,
        (before) => {
          const verdict = decide(before);
          done = verdict.kind === 'commit' ? deedOf(before, verdict.partner) : undefined;
          return verdict;
        },
        options,
      );
      if (!done || result.kind !== 'done') return result;
      metrics.commit(done.deed, 'committed');
      log.commit({ ...done, outcome: 'committed', ms: performance.now() - began, mpnId: id });
      return result;
    } catch (error) {
      metrics.commit(done?.deed ?? 'unknown', 'failed');
      throw error;
    }
  },
});
