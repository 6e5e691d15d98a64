import type { ChatRecords } from '../../membership/ports.ts';
import type { AadObjectId, MpnId, OrderNumber } from '../../membership/rules/ids.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { deliver } from './deliver.ts';
import { readNow, type Reading } from './order-news.ts';
import { reach, type ReachParts } from './reach.ts';
import { refreshCards } from './refresh.ts';

export interface NotifierParts extends ReachParts {
  readonly reading: Reading;
  readonly chats: ChatRecords;
  readonly fault: (error: unknown) => void;
  /** Changes the order's card at the operators' desk, but in the chats of those who were told. */
  readonly atDesk: (order: OrderNumber, told: readonly AadObjectId[]) => Promise<void>;
}

/** What a turn has changed, and who has seen it there. */
export interface Changed {
  readonly order?: OrderNumber | undefined;
  readonly by: AadObjectId;
}

/** Tells people who are not in a turn what commits left to be told. */
export interface Notifier {
  /** Sends what waits at this partner; resolves when each message was sent, refused or put off. */
  deliver(partner: MpnId): Promise<void>;
  /** The same, and then the cards that the order's change concerns, of those who were not addressed. */
  tell(partner: MpnId, order: OrderNumber): Promise<void>;
  /** Changes the order's card in everybody's chat. */
  refresh(partner: MpnId, order: OrderNumber): Promise<void>;
  /** Behind a turn that is not held up by it: what waits, and the order's card in everybody else's chat. */
  afterTurn(partner: MpnId, changed: Changed): void;
  /** The same for what nobody's turn has changed: a gateway's news. */
  afterEvent(partner: MpnId, order: OrderNumber): void;
  /** Resolves when all that was put behind turns is done. */
  settled(): Promise<void>;
}

export const notifier = (parts: NotifierParts): Notifier => {
  const { reading, chats, fault } = parts;
  const delivery = { reading, chats, fault, reach: reach(parts) };
  const behind = new Set<Promise<void>>();

  const refreshAll = async (
    partner: Partner,
    order: OrderNumber,
    told: readonly AadObjectId[],
  ): Promise<void> => {
    await refreshCards(delivery, partner, { order, told });
    await parts.atDesk(order, told);
  };

  const tellOthers = async (
    id: MpnId,
    order: OrderNumber | undefined,
    by: readonly AadObjectId[],
  ): Promise<void> => {
    const partner = await readNow(reading, id);
    if (!partner) return;
    const told = await deliver(delivery, partner);
    if (order) await refreshAll(partner, order, [...by, ...told]);
  };

  const behindTurns = (work: Promise<void>): void => {
    const done = work.catch(fault).finally(() => behind.delete(done));
    behind.add(done);
  };

  return {
    deliver: (partner) => tellOthers(partner, undefined, []),
    tell: (partner, order) => tellOthers(partner, order, []),
    refresh: async (id, order) => {
      const partner = await readNow(reading, id);
      if (partner) await refreshAll(partner, order, []);
    },
    afterTurn: (partner, { order, by }) => behindTurns(tellOthers(partner, order, [by])),
    afterEvent: (partner, order) => behindTurns(tellOthers(partner, order, [])),
    settled: async () => {
      while (behind.size > 0) await Promise.all(behind);
    },
  };
};
