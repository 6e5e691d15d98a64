import type { Digest, Unreached } from '../../cards/desk/digest.ts';
import type { ParkedCardNews } from '../../membership/gateway-ports.ts';
import { dayOf, elapsed, type Day, type Instant } from '../../membership/rules/calendar.ts';
import type { MpnId } from '../../membership/rules/ids.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { unheard } from '../../membership/rules/reminder-sending.ts';
import { bought } from '../reminders-view.ts';
import { entriesOf } from './lists.ts';
import { partnerNow } from './look.ts';
import type { DeskPorts } from './turn.ts';

/** What the digest is made from. */
export interface DigestPorts {
  readonly desk: DeskPorts;
  readonly parked: Pick<ParkedCardNews, 'all'>;
  readonly damaged: () => readonly MpnId[];
  /** A partner that can't be read. */
  readonly fault: (error: unknown) => void;
}

/** What asks for an operator; any other open order takes care of itself. */
const told = ['proof', 'refund', 'expiring', 'held', 'credit'] as const;

/** So many lines stay a glance. */
const mostUnreached = 5;
/** News that are tried again may find their place by themselves before. */
const parkedMs = 3_600_000;

type Scene = Pick<DigestPorts, 'desk'> & { readonly today: Day };

const earliest = <Moment extends string>(moments: readonly Moment[]): Moment | undefined =>
  moments.toSorted((a, b) => a.localeCompare(b))[0];

const waitingOn = async (scene: Scene, list: (typeof told)[number]): Promise<Digest['waiting']> => {
  const entries = await entriesOf(scene, list);
  const oldest = earliest(entries.map(({ since }) => since));
  return oldest === undefined ? [] : [{ list, count: entries.length, oldest }];
};

const unreachedAt = ({ desk: { catalogue }, today }: Scene, partner: Partner): readonly Unreached[] =>
  unheard(catalogue, partner, today).flatMap(({ step, subject }) => {
    const about = bought(catalogue, partner, subject);
    return about ? [{ partner: partner.mpnId, organisation: partner.name, step, ...about }] : [];
  });

/** Reads those partners alone at whom there is one. */
const unreached = async (ports: DigestPorts, scene: Scene): Promise<Digest['unreached']> => {
  const damaged = new Set(ports.damaged());
  const ids = (await ports.desk.partners.withUnreached()).filter((id) => !damaged.has(id));
  const found: Unreached[] = [];
  for (const id of ids) {
    try {
      const partner = await partnerNow(scene, id);
      if (partner) found.push(...unreachedAt(scene, partner));
    } catch (error) {
      // The others' are told all the same.
      ports.fault(error);
    }
  }
  return { shown: found.slice(0, mostUnreached), more: Math.max(0, found.length - mostUnreached) };
};

const parkedBefore = async ({ parked }: DigestPorts, now: Instant): Promise<Digest['parked']> => {
  const lain = (await parked.all()).map(({ at }) => at).filter((at) => elapsed(at, now) > parkedMs);
  const oldest = earliest(lain);
  return oldest && { count: lain.length, oldest };
};

/** What waits for operators, as of now; costs as much as that, however much is stored. */
export const digestNow = async (ports: DigestPorts): Promise<Omit<Digest, 'day'>> => {
  const now = ports.desk.clock.now();
  const scene = { desk: ports.desk, today: dayOf(now) };
  const lists = await Promise.all(told.map((list) => waitingOn(scene, list)));
  return {
    waiting: lists.flat(),
    unreached: await unreached(ports, scene),
    damaged: ports.damaged(),
    parked: await parkedBefore(ports, now),
  };
};
