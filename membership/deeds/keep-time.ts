import type { Partners } from '../ports.ts';
import { asOf } from '../rules/as-of.ts';
import type { Instant } from '../rules/calendar.ts';
import type { MpnId } from '../rules/ids.ts';
import type { Partner } from '../rules/partner.ts';

/** Commits what time alone has changed: orders that were not paid in time. Answers with the partner as of now. */
export const keepTime = async (partners: Partners, id: MpnId, now: Instant): Promise<Partner | undefined> => {
  const result = await partners.change(id, (stored) => {
    const { partner, events } = asOf(stored, now);
    if (events.length === 0) return { kind: 'unchanged', answer: undefined };
    const entries = events.map((event) => ({
      at: now,
      by: { kind: 'clock' as const },
      through: 'timer' as const,
      event,
    }));
    return {
      kind: 'commit',
      partner: { ...partner, history: [...partner.history, ...entries] },
      answer: undefined,
    };
  });
  return result.kind === 'done' ? result.partner : undefined;
};
