import fc from 'fast-check';
import { changeCommand, changeMethod } from '../../../membership/deeds/change-method.ts';
import { keepTime } from '../../../membership/deeds/keep-time.ts';
import { retryParked } from '../../../membership/deeds/receive-card-news.ts';
import { refundCardOrder } from '../../../membership/deeds/refund-order.ts';
import type { CardNews } from '../../../membership/gateway-ports.ts';
import type { AadObjectId, OrderNumber } from '../../../membership/rules/ids.ts';
import { paidNews, type GatewayCall, type GatewayFault } from '../../support/gateway.ts';
import { ada, bob, eur, partner } from '../../support/partner.ts';
import { doing } from '../deeds/deeds.ts';
import { cardHouse } from './card-house.ts';
import { stage } from './stage.ts';

type Act =
  | {
      readonly does: 'open' | 'cancel' | 'toTransfer' | 'toCard';
      readonly who: AadObjectId;
      readonly nth: number;
    }
  | { readonly does: 'pay'; readonly nth: number }
  | { readonly does: 'refund' | 'takeBack' | 'reverse'; readonly nth: number }
  | { readonly does: 'sweep' | 'retry' | 'deliver' | 'lose' | 'buy' | 'keepTime' }
  | { readonly does: 'fault'; readonly call: GatewayCall; readonly fault: GatewayFault };
/** What is done at once, and how long nothing happens then. */
export interface Scene {
  readonly acts: readonly Act[];
  readonly minutes: number;
}

const nth = fc.nat(4);
const who = fc.constantFrom(ada, bob);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('open' as const), who, nth }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('cancel' as const), who, nth }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom('toTransfer' as const, 'toCard' as const), who, nth }),
  },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('pay' as const), nth }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('refund' as const, 'takeBack' as const, 'reverse' as const),
      nth,
    }),
  },
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(...(['sweep', 'retry', 'deliver', 'deliver', 'lose', 'buy', 'buy', 'keepTime'] as const))
      .map((does) => ({ does })),
  },
  {
    weight: 3,
    arbitrary: fc.oneof(
      fc.record({
        does: fc.constant('fault' as const),
        call: fc.constantFrom<GatewayCall>('open', 'look', 'close', 'refund'),
        fault: fc.constantFrom<GatewayFault>('lostBefore', 'lostAfter'),
      }),
      fc.record({
        does: fc.constant('fault' as const),
        call: fc.constantFrom<GatewayCall>('open', 'refund'),
        fault: fc.constant<GatewayFault>('refused'),
      }),
    ),
  },
);
export const scenes: fc.Arbitrary<readonly Scene[]> = fc.array(
  fc.record({
    acts: fc.array(act, { minLength: 1, maxLength: 5 }),
    minutes: fc.constantFrom(0, 1, 3, 10, 30, 59, 61, 1440, 29 * 1440),
  }),
  { minLength: 2, maxLength: 10 },
);

/** A world in which people, the gateway and the bot act at once, news go astray, and deeds die. */
const world = (draws: readonly number[]) => {
  let drawn = 0;
  const place = stage(() => draws[drawn++ % draws.length] ?? 0);
  const house = cardHouse();
  const inner = { ...house.store };
  /** Only once the story has begun: what sets the scene is not cut off. */
  let staged = false;
  const gate = () => (staged ? place.gate() : Promise.resolve());
  const change: typeof inner.change = async (id, decide, options) => {
    await gate();
    const result = await inner.change(id, decide, options);
    await gate();
    return result;
  };
  Object.assign(house.ports, { partners: { ...inner, change } });
  house.gateway.between = gate;
  return { house, place, begin: () => (staged = true), end: () => (staged = false) };
};
type World = ReturnType<typeof world>;

export interface Story {
  readonly world: World;
  /** Pages that somebody has been given. */
  readonly links: Set<string>;
  readonly mail: { readonly id: string; readonly news: CardNews }[];
  acts: number;
}

/** A silver order that waits for a card, and what its partner's people and the gateway do from then on. */
export const begin = async (draws: readonly number[]): Promise<Story> => {
  const story: Story = { world: world(draws), links: new Set(), mail: [], acts: 0 };
  await story.world.house.buy();
  story.world.begin();
  return story;
};

const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % Math.max(1, items.length)];
const post = (story: Story, news: CardNews): void =>
  // At least once: some news come twice.
  void story.mail.push(...[1, 2].map(() => ({ id: `evt-${JSON.stringify(news)}`, news })));

const orderAt = async ({ world: { house } }: Story, at: number): Promise<OrderNumber | undefined> =>
  pick((await house.owner()).orders, at)?.number;

const person = async (story: Story, { does, who: admin, nth: at }: Extract<Act, { who: AadObjectId }>) => {
  const { house } = story.world;
  const order = await orderAt(story, at);
  if (!order) return;
  const command = `${does}-${story.acts}`;
  if (does === 'open') {
    const opened = await house.open(order, admin);
    if (opened.kind === 'page') story.links.add(opened.url);
  } else if (does === 'cancel') await house.cancel(order, command, admin);
  else {
    const to = does === 'toCard' ? 'card' : 'transfer';
    const changing = doing(changeCommand({ order, to }), admin);
    await changeMethod(house.ports, changing, { person: admin, order, to }, house.ports);
  }
};

const goesBack = async (
  story: Story,
  { does, nth: at }: Extract<Act, { does: 'refund' | 'takeBack' | 'reverse' }>,
) => {
  const { house } = story.world;
  if (does === 'refund') {
    const order = await orderAt(story, at);
    if (order) await refundCardOrder(house.ports, doing(`refund-${story.acts}`), order);
    return;
  }
  const charge = pick(house.gateway.charges(), at);
  if (charge && !house.gateway.gone().has(charge.id))
    post(story, house.gateway.takeBack(charge.id, does === 'reverse' ? 'reversed' : 'refunded'));
};

const pays = (story: Story, at: number): void => {
  const { gateway } = story.world.house;
  const url = pick([...story.links], at);
  const charge =
    url === undefined ? undefined : gateway.pay(url, story.acts % 9 === 8 ? { amount: eur(77) } : {});
  if (charge) post(story, paidNews(charge));
};

const buys = async (story: Story) => {
  const { house } = story.world;
  // What is not on offer now is refused.
  await house
    .buy({ level: story.acts % 3 === 0 ? 'gold' : 'silver' }, `buy-${story.acts}`)
    .catch((error: unknown) => {
      if (!(error instanceof Error) || !error.message.startsWith('not done')) throw error;
    });
};

/** Does one thing, as far as it can be done now. */
export const perform = async (story: Story, does: Act): Promise<unknown> => {
  const { house } = story.world;
  story.acts += 1;
  switch (does.does) {
    case 'open':
    case 'cancel':
    case 'toTransfer':
    case 'toCard':
      return person(story, does);
    case 'pay':
      await story.world.place.gate();
      pays(story, does.nth);
      return;
    case 'refund':
    case 'takeBack':
    case 'reverse':
      return goesBack(story, does);
    case 'buy':
      return buys(story);
    case 'sweep':
      return house.sweep();
    case 'retry':
      return retryParked(house.ports);
    case 'keepTime':
      return keepTime(house.ports, partner().mpnId);
    case 'lose':
      return story.mail.shift();
    case 'deliver': {
      for (const news of house.gateway.runOut()) post(story, news);
      const letter = story.mail.splice(story.acts % Math.max(1, story.mail.length), 1)[0];
      return letter && house.hear(letter.id, letter.news);
    }
    case 'fault':
      house.gateway.fail(does.call, does.fault);
      return;
  }
};
