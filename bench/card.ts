import Stripe from 'stripe';
import { instant } from '../membership/rules/calendar.ts';
import { readStripeNews } from '../payments/card/webhook.ts';
import { testBot, testClock, type TestBot } from '../test/support/bot.ts';
import { chatWith } from '../test/support/chat.ts';
import { standInGateway, type StandInGateway } from '../test/support/gateway.ts';
import type { Bench, Findings } from './bench.ts';
import { quantile } from './statistics.ts';

const secret = 'whsec_bench';
const today = '2026-03-02';
const noon = `${today}T12:00:00Z`;
const address = { lines: ['Keizersgracht 1'], postcode: '1015 CJ', city: 'Amsterdam', country: 'NL' };

/** A partner that may buy gold, and its one admin. */
const partner = (nth: number): object => ({
  mpnId: String(7_000_000 + nth),
  locationIds: [],
  name: `Partner ${nth}`,
  country: 'NL',
  tenantId: `tenant-${nth}`,
  verified: true,
  contact: { name: 'Ada', email: 'ada@example.com', phone: '+31 20 555 0100' },
  billTo: address,
  soldTo: address,
  people: [{ aadObjectId: `person-${nth}`, name: 'Ada', roles: ['globalAdmin'], guest: false }],
  qualifications: [{ competency: 'devops', level: 'gold', metOn: today }],
  memberships: [],
});

/** Buys by card in the chat and opens the hosted page. @returns what the gateway will say of it */
const opened = async (bot: TestBot, gateway: StandInGateway, nth: number): Promise<string> => {
  const chat = chatWith(bot, { tenantId: `tenant-${nth}`, aadObjectId: `person-${nth}` });
  for (const said of ['devops', 'subscribe gold', 'credit card', 'accept', 'submit']) await chat.say(said);
  const link = /\/pay\/[^"]+/.exec(JSON.stringify(chat.shown().at(-1)))?.[0] ?? '';
  await fetch(`${bot.url}${link}/open`, { method: 'POST', headers: { accept: 'application/json' } });
  const page = gateway.pages().at(-1);
  if (!page) throw new Error('no page was opened');
  const { session, wish } = page;
  const object = {
    id: session,
    object: 'checkout.session',
    status: 'complete',
    payment_status: 'paid',
    payment_intent: `pi_${nth}`,
    amount_total: wish.amount.minor,
    currency: wish.amount.currency.toLowerCase(),
    livemode: false,
    metadata: { order: wish.order, attempt: wish.key },
  };
  const created = Date.parse(noon) / 1_000;
  const event = { id: `evt_${nth}`, object: 'event', created, livemode: false, data: { object } };
  return JSON.stringify({ ...event, type: 'checkout.session.completed' });
};

/** Milliseconds from the signed news to the card that says so at the connector. */
const confirmed = async (bot: TestBot, payload: string): Promise<number> => {
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
  const changed = bot.connector.waitFor(
    ({ kind, activity }) => kind === 'updated' && /active until/i.test(JSON.stringify(activity)),
  );
  bot.connector.clear();
  const began = performance.now();
  const headers = { 'stripe-signature': signature };
  await fetch(`${bot.url}/webhooks/stripe`, { method: 'POST', body: payload, headers });
  await changed;
  return performance.now() - began;
};

/** From the gateway's confirmation to the changed card in the chat, one payment after the other. */
export const measureCard = async ({ counts }: Bench): Promise<Findings> => {
  const gateway = standInGateway(testClock(noon));
  const readNews = readStripeNews({ secrets: [secret], live: false, now: () => instant(new Date()) });
  const partners = Array.from({ length: counts.card.payments }, (_, nth) => partner(nth));
  const card = { gateway, readNews, live: false, pages: () => [] };
  const bot = await testBot({ partners: { partners }, now: noon, card });
  try {
    const times: number[] = [];
    for (const nth of partners.keys()) times.push(await confirmed(bot, await opened(bot, gateway, nth)));
    const sorted = times.toSorted((a, b) => a - b);
    const [p50, p99] = [quantile(sorted, 0.5), quantile(sorted, 0.99)].map((ms) => ms.toFixed(1));
    const what = `From the gateway's confirmation to the changed card, ${counts.card.payments} payments`;
    return { ratios: [], absolute: [what, `  p50 ${p50} ms, p99 ${p99} ms`] };
  } finally {
    await bot.stop();
  }
};
