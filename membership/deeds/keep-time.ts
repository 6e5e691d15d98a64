import type { Partners } from '../ports.ts';
import { asOf } from '../rules/as-of.ts';
import type { Instant } from '../rules/calendar.ts';
import type { MpnId, OrderNumber } from '../rules/ids.ts';

/** Commits what time alone has changed. Answers with the orders that were not paid in time. */
export const keepTime = async (
  partners: Partners,
  id: MpnId,
  now: Instant,
): Promise<readonly OrderNumber[]> => {
  const result = await partners.change<readonly OrderNumber[]>(id, (stored) => {
    const { partner, events } = asOf(stored, now);
    if (events.length === 0) return { kind: 'unchanged', answer: [] };
    const entries = events.map((event) => ({
      at: now,
      by: { kind: 'clock' as const },
      through: 'timer' as const,
      event,
    }));
    return {
      kind: 'commit',
      partner: { ...partner, history: [...partner.history, ...entries] },
      answer: events.flatMap((event) => (event.type === 'orderExpired' ? [event.order] : [])),
    };
  });
  return result.kind === 'done' ? result.answer : [];
};
