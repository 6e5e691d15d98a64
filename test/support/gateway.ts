import assert from 'node:assert/strict';
import type {
  CardCharge,
  CardGateway,
  CardNews,
  GatewayTrouble,
  OpenPage,
  PageWish,
} from '../../membership/gateway-ports.ts';
import type { Clock } from '../../membership/ports.ts';
import { dayOf, later, type Instant } from '../../membership/rules/calendar.ts';
import type { AttemptKey, CardSession, CommandId, PaymentId } from '../../membership/rules/ids.ts';
import type { Money } from '../../membership/rules/money.ts';

/** `lostBefore`: never arrived; `lostAfter`: had its effect, the answer is lost; `refused`: no, without effect. */
export type GatewayFault = 'lostBefore' | 'lostAfter' | 'refused';
export type GatewayCall = 'open' | 'look' | 'close' | 'refund';

interface Page {
  readonly wish: PageWish;
  readonly session: CardSession;
  readonly expiresAt: Instant;
  state: 'open' | 'paid' | 'expired';
  charge?: CardCharge;
}

/** What a person can do on a hosted page, and what the gateway can do by itself. */
export interface StandInGateway extends CardGateway {
  /** `call key-or-session`, in the order in which they came. */
  readonly calls: string[];
  /** What happens to the next call of its kind, one after the other; `fine` lets one through. */
  readonly fail: (call: GatewayCall, ...faults: readonly (GatewayFault | 'fine')[]) => void;
  readonly healed: () => void;
  /** Before every call and once it has had its effect: where a test lets others go first. */
  between: () => Promise<void>;
  readonly pages: () => readonly Readonly<Page>[];
  readonly pageAt: (url: string) => Readonly<Page>;
  /** Pays on a page. @returns nothing where it is closed */
  readonly pay: (url: string, given?: Partial<CardCharge>) => CardCharge | undefined;
  readonly decline: (url: string) => CardNews;
  /** Closes what nobody paid on in time, or what is named. @returns the news */
  readonly runOut: (url?: string) => readonly CardNews[];
  readonly charges: () => readonly CardCharge[];
  /** A refund or chargeback that nobody here asked for. */
  readonly takeBack: (charge: PaymentId, kind: 'refunded' | 'reversed') => CardNews;
  readonly gone: () => ReadonlyMap<PaymentId, Money>;
}

export const pageLifeMs = 3_600_000;

interface World {
  readonly clock: Clock;
  readonly pages: Page[];
  readonly gone: Map<PaymentId, Money>;
  readonly refunds: Map<CommandId, PaymentId>;
}

const chargeOf = (page: Page, nth: number, clock: Clock, given: Partial<CardCharge>): CardCharge => ({
  id: `pi_${String(nth)}` as PaymentId,
  order: page.wish.order,
  attempt: page.wish.key,
  session: page.session,
  amount: page.wish.amount,
  on: dayOf(clock.now()),
  live: false,
  ...given,
});

const aged = ({ clock, pages }: World): void => {
  for (const page of pages) if (page.state === 'open' && page.expiresAt < clock.now()) page.state = 'expired';
};

const opened = (world: World, wish: PageWish): OpenPage => {
  const known = world.pages.find((page) => page.wish.key === wish.key);
  if (known) assert.deepEqual(wish, known.wish, 'the same key asks for the same page');
  const session = `cs_${wish.key}` as CardSession;
  const expiresAt = later(wish.startedAt, pageLifeMs);
  if (!known) world.pages.push({ wish, session, expiresAt, state: 'open' });
  // A repeat is answered with the first answer, whatever has become of the page.
  return { kind: 'open', session, url: `https://pay.example/${wish.key}`, expiresAt };
};

const bySession = ({ pages }: World, session: CardSession): Page | undefined =>
  pages.find((page) => page.session === session);

const looked = (world: World, session: CardSession) => {
  aged(world);
  const page = bySession(world, session);
  if (!page) return { kind: 'refused', code: 'resource_missing' } as const;
  if (page.charge) return { kind: 'paid', charge: page.charge } as const;
  return page.state === 'open' ? opened(world, page.wish) : ({ kind: 'expired' } as const);
};

const closed = (world: World, session: CardSession) => {
  const page = bySession(world, session);
  if (page?.state === 'open') page.state = 'expired';
  const state = looked(world, session);
  return state.kind === 'open' ? ({ kind: 'unknown' } as const) : state;
};

const paidBack = ({ pages, gone, refunds }: World, charge: PaymentId, key: CommandId) => {
  const paid = pages.find((page) => page.charge?.id === charge)?.charge;
  if (!paid) return { kind: 'refused', code: 'resource_missing' } as const;
  if (gone.has(charge) && refunds.get(key) !== charge)
    return { kind: 'refused', code: 'charge_already_refunded' } as const;
  refunds.set(key, charge);
  gone.set(charge, paid.amount);
  return { kind: 'refunded' } as const;
};

const person = (world: World) => {
  const pageAt = (url: string): Page => {
    const page = world.pages.find(({ wish }) => url === `https://pay.example/${wish.key}`);
    assert.ok(page, 'no such page');
    return page;
  };
  return {
    pageAt,
    pay: (url: string, given: Partial<CardCharge> = {}) => {
      aged(world);
      const page = pageAt(url);
      if (page.state !== 'open') return undefined;
      page.state = 'paid';
      const nth = world.pages.filter(({ charge }) => charge).length + 1;
      return (page.charge = chargeOf(page, nth, world.clock, given));
    },
    decline: (url: string): CardNews => {
      const { wish } = pageAt(url);
      return { kind: 'declined', order: wish.order, attempt: wish.key, at: world.clock.now() };
    },
  };
};

const byItself = (world: World) => ({
  runOut: (url?: string): readonly CardNews[] => {
    aged(world);
    if (url !== undefined && person(world).pageAt(url).state === 'open')
      person(world).pageAt(url).state = 'expired';
    return world.pages
      .filter((page) => page.state === 'expired')
      .map(({ wish }) => ({ kind: 'pageExpired', order: wish.order, attempt: wish.key }));
  },
  takeBack: (charge: PaymentId, kind: 'refunded' | 'reversed'): CardNews => {
    const paid = world.pages.find((page) => page.charge?.id === charge)?.charge;
    assert.ok(paid, 'no such charge');
    world.gone.set(charge, paid.amount);
    return kind === 'refunded' ? { kind, charge, amount: paid.amount } : { kind, charge };
  },
});

/** Calls that are recorded, can be held up, and go wrong when told so. */
const wire = () => {
  const faults = new Map<GatewayCall, (GatewayFault | 'fine')[]>();
  const line = { calls: new Array<string>(), between: () => Promise.resolve() };
  const over = async <Answer>(call: GatewayCall, about: string, effect: () => Answer) => {
    line.calls.push(`${call} ${about}`);
    await line.between();
    const fault = faults.get(call)?.shift();
    if (fault === 'refused') return { kind: 'refused', code: 'stand_in' } as const;
    if (fault === 'lostBefore') return unknown;
    const answer = effect();
    await line.between();
    return fault === 'lostAfter' ? unknown : answer;
  };
  return { faults, line, over };
};
const unknown: GatewayTrouble = { kind: 'unknown' };

/** A card gateway in memory, as a whole a stand-in for the port. Its pages live an hour. */
export const standInGateway = (clock: Clock): StandInGateway => {
  const world: World = { clock, pages: [], gone: new Map(), refunds: new Map() };
  const { faults, line, over } = wire();
  return Object.assign(line, {
    fail: (call: GatewayCall, ...more: readonly (GatewayFault | 'fine')[]) =>
      void faults.set(call, [...(faults.get(call) ?? []), ...more]),
    healed: () => faults.clear(),
    open: (wish: PageWish) => over('open', wish.key, () => opened(world, wish)),
    look: (session: CardSession) => over('look', session, () => looked(world, session)),
    close: (session: CardSession) => over('close', session, () => closed(world, session)),
    refund: (charge: PaymentId, key: CommandId) => over('refund', charge, () => paidBack(world, charge, key)),
    pages: () => world.pages,
    charges: () => world.pages.flatMap(({ charge }) => charge ?? []),
    gone: () => world.gone,
    ...person(world),
    ...byItself(world),
  });
};

/** The news that a page was paid on. */
export const paidNews = (charge: CardCharge): CardNews => ({ kind: 'paid', charge });
export const expiredNews = (order: PageWish['order'], attempt: AttemptKey): CardNews => ({
  kind: 'pageExpired',
  order,
  attempt,
});
