import { asOf } from '../rules/as-of.ts';
import type { Instant } from '../rules/calendar.ts';
import type { MpnId, OrderNumber } from '../rules/ids.ts';
import type { Partner } from '../rules/partner.ts';
import { byTheClock, withMessages } from './commit.ts';
import type { DeedPorts } from './perform.ts';
import { remind } from './remind.ts';

export type TimePorts = Pick<DeedPorts, 'partners' | 'clock' | 'chance' | 'catalogue'>;

interface Kept {
  readonly partner: Partner;
  readonly expired: readonly OrderNumber[];
}

const kept = ({ catalogue, chance }: TimePorts, stored: Partner, now: Instant): Kept | undefined => {
  const aged = asOf(stored, now);
  const reminding = remind(catalogue, aged.partner, now);
  if (aged.events.length === 0 && !reminding) return undefined;
  const { partner, events, tell } = reminding ?? { partner: aged.partner, events: [], tell: [] };
  const stamp = { now, messageId: () => chance.messageId() };
  return {
    partner: {
      ...partner,
      history: [...partner.history, ...byTheClock([...aged.events, ...events], now)],
      outbox: withMessages(partner.outbox, tell, stamp),
    },
    expired: aged.events.flatMap((event) => (event.type === 'orderExpired' ? [event.order] : [])),
  };
};

/**
 * Commits what time alone has changed, and the reminders that it has made due; nothing where there is neither.
 * Answers with the orders that were not paid in time.
 */
export const keepTime = async (ports: TimePorts, id: MpnId): Promise<readonly OrderNumber[]> => {
  const result = await ports.partners.change<readonly OrderNumber[]>(id, (stored) => {
    const done = kept(ports, stored, ports.clock.now());
    return done
      ? { kind: 'commit', partner: done.partner, answer: done.expired }
      : { kind: 'unchanged', answer: [] };
  });
  return result.kind === 'done' ? result.answer : [];
};
