import assert from 'node:assert/strict';
import { cancelOrder } from '../../../membership/deeds/cancel-order.ts';
import type { CardPorts } from '../../../membership/deeds/card-ports.ts';
import { openCardPage } from '../../../membership/deeds/open-card-page.ts';
import type { PlaceOrder } from '../../../membership/deeds/place-order.ts';
import { receiveOrPark } from '../../../membership/deeds/receive-card-news.ts';
import { sweepCardPages } from '../../../membership/deeds/sweep-card-pages.ts';
import type { CardCharge, CardNews, ParkedCardNews, ParkedNews } from '../../../membership/gateway-ports.ts';
import { later, type Instant } from '../../../membership/rules/calendar.ts';
import { creditIn } from '../../../membership/rules/credit.ts';
import type { AadObjectId, CommandId, OrderNumber } from '../../../membership/rules/ids.ts';
import { orderOf, type Partner } from '../../../membership/rules/partner.ts';
import { EUR } from '../../support/catalogue.ts';
import { paidNews, standInGateway } from '../../support/gateway.ts';
import { ada, at, bob, newsOf, partner, person } from '../../support/partner.ts';
import { orderShown } from '../../../membership/rules/message.ts';
import { foreseenChance, partnersInMemory } from '../../support/partners.ts';
import { catalogue } from '../../support/catalogue.ts';
import { buy, doing, type refusalOf } from '../deeds/deeds.ts';

/** What a refusal says, at its most telling. */
export const kindOf = (refusal: ReturnType<typeof refusalOf>) =>
  typeof refusal === 'string' ? refusal : 'because' in refusal ? refusal.because : refusal.kind;

/** Ada and Bob may both buy. */
export const twoAdmins = (given: Partial<Partner> = {}): Partner =>
  partner({ people: [person(ada, 'mpnPartnerAdmin'), person(bob, 'accountAdmin')], ...given });

export const parkedInMemory = (): ParkedCardNews => {
  const kept = new Map<CommandId, ParkedNews>();
  return {
    park: (news) => {
      if (!kept.has(news.id)) kept.set(news.id, news);
      return Promise.resolve();
    },
    all: () => Promise.resolve([...kept.values()]),
    remove: (id) => {
      kept.delete(id);
      return Promise.resolve();
    },
  };
};

const movableClock = (start: Instant) => {
  let now = start;
  return { now: () => now, passMinutes: (minutes: number) => void (now = later(now, minutes * 60_000)) };
};

const joined = (given: Partial<Partner>) => {
  const clock = movableClock(at('2026-03-02'));
  const store = partnersInMemory(twoAdmins(given));
  const gateway = standInGateway(clock);
  const ports: CardPorts & { readonly parked: ParkedCardNews } = {
    partners: store,
    clock,
    chance: foreseenChance(),
    catalogue,
    methods: ['card', 'transfer'],
    gateway,
    live: false,
    pageOf: (_, order) => ({
      title: order.level,
      returnUrl: `https://bot.example/return/${order.number}`,
      cancelUrl: `https://bot.example/cancelled/${order.number}`,
    }),
    parked: parkedInMemory(),
  };
  return { clock, store, gateway, ports };
};

/** The deeds of card payment over a store and a gateway in memory, at noon of 2 March 2026. */
export const cardHouse = (given: Partial<Partner> = {}) => {
  const { clock, store, gateway, ports } = joined(given);
  const owner = async (): Promise<Partner> => (await store.read(partner().mpnId))!;
  const order = async (number: OrderNumber) => orderOf(await owner(), number)!;
  const open = (number: OrderNumber, who: AadObjectId = ada) => {
    const { by, through, partner: id } = doing('unused', who);
    return openCardPage(ports, { by, through, partner: id }, { person: who, order: number, language: 'en' });
  };
  const page = async (number: OrderNumber, who?: AadObjectId): Promise<string> => {
    const opened = await open(number, who);
    assert.ok(opened.kind === 'page', JSON.stringify(opened));
    return opened.url;
  };
  const hear = (id: string, news: CardNews) => receiveOrPark(ports, id as CommandId, news);
  return {
    clock,
    store,
    gateway,
    ports,
    owner,
    order,
    open,
    page,
    hear,
    state: async (number: OrderNumber) => (await order(number)).state,
    attempts: async (number: OrderNumber) =>
      (await order(number)).attempts?.map(({ state, end }) => (end === undefined ? state : end)) ?? [],
    credit: async () => creditIn(await owner(), EUR).minor,
    buy: async (given: Partial<PlaceOrder> = {}, command = 'buy') =>
      (await buy(ports, command, { method: 'card', ...given })).order,
    pays: (url: string, changed?: Partial<CardCharge>): CardCharge => {
      const charge = gateway.pay(url, changed);
      assert.ok(charge, 'the page is closed');
      return charge;
    },
    hearPaid: (charge: CardCharge, id = `evt-${charge.id}`) => hear(id, paidNews(charge)),
    cancel: (number: OrderNumber, command = 'cancel', who: AadObjectId = ada) =>
      cancelOrder(ports, doing(command, who), { person: who, order: number }, ports),
    sweep: () => sweepCardPages(ports, partner().mpnId),
    /** To whom is told what of an order, what was superseded left out. */
    told: async (number: OrderNumber) =>
      (await owner()).outbox
        .filter((message) => orderShown(message.about) === number && message.status === 'pending')
        .map((message) => `${message.to}: ${newsOf(message)}`),
  };
};
