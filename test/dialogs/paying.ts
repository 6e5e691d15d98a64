import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import type { WordKey } from '../../cards/words/all.ts';
import type { CardNews } from '../../membership/gateway-ports.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import type { CommandId, MpnId } from '../../membership/rules/ids.ts';
import { due, type Order } from '../../membership/rules/order.ts';
import { demoImport } from '../../playground/demo/partners.ts';
import { colleagues, currentPerson } from '../../playground/demo/people.ts';
import { testBot, testClock, type TestBot } from '../support/bot.ts';
import { chatWith, type Chat } from '../support/chat.ts';
import type { SentActivity } from '../support/connector.ts';
import { standInGateway, type StandInGateway } from '../support/gateway.ts';
import { day } from '../support/partner.ts';

const now = '2026-03-02T09:00:00Z';

/** A word of the catalogue that names nothing. */
type PlainWord = {
  [Key in WordKey]: Parameters<typeof say<Key>> extends [Language, Key] ? Key : never;
}[WordKey];

/** Alex and Megan of the demo partner, each in a chat with a bot that takes cards. */
export interface Paying {
  readonly bot: TestBot;
  readonly gateway: StandInGateway;
  readonly chat: Chat;
  readonly colleague: Chat;
  readonly w: (key: PlainWord) => string;
  /** Every order, oldest first. */
  readonly orders: () => Promise<readonly Order[]>;
  /** The newest order. */
  readonly order: () => Promise<Order>;
  /** The gateway's news reach the bot. */
  readonly tell: (news: CardNews) => Promise<void>;
}

const locales: Readonly<Record<Language, string>> = { en: 'en-US', nl: 'nl-NL', sv: 'sv-SE' };

export interface PayingOptions {
  readonly language?: Language;
  readonly takesCards?: boolean;
}

const news = (bot: TestBot) => {
  let told = 0;
  return async (about: CardNews): Promise<void> => {
    const body = JSON.stringify({ id: `event-${++told}`, news: about });
    const { status } = await fetch(`${bot.url}/webhooks/stripe`, { method: 'POST', body });
    assert.equal(status, 200);
    await bot.app.settled();
  };
};

/** The signature is the gateway's matter; here its news are told as they are. */
const asTold = (body: Uint8Array) => ({
  kind: 'news' as const,
  ...(JSON.parse(Buffer.from(body).toString()) as { id: CommandId; news: CardNews }),
});

/** A bot of its own for as long as the work takes. */
export const paying = async (
  work: (paying: Paying) => Promise<void>,
  { language = 'en', takesCards = true }: PayingOptions = {},
): Promise<void> => {
  const gateway = standInGateway(testClock(now));
  const card = { gateway, readNews: asTold, live: false, pages: () => ['https://pay.example'] };
  const bot = await testBot({
    partners: demoImport(day('2026-03-02')),
    now,
    ...(takesCards ? { card } : {}),
  });
  const in_ = (who: typeof currentPerson): Chat => chatWith(bot, { ...who, locale: locales[language] });
  const orders = async (): Promise<readonly Order[]> =>
    (await bot.app.store.partners.read('6234461' as MpnId))?.orders ?? [];
  const order = async (): Promise<Order> => {
    const newest = (await orders()).at(-1);
    assert.ok(newest, 'an order');
    return newest;
  };
  const w = (key: PlainWord): string => (say as (spoken: Language, word: PlainWord) => string)(language, key);
  try {
    await work({
      bot,
      gateway,
      chat: in_(currentPerson),
      colleague: in_(colleagues[0]),
      w,
      orders,
      order,
      tell: news(bot),
    });
  } finally {
    await bot.stop();
  }
};

/** From the name of the competency to the order. */
export const buys = async ({ chat, w }: Paying, method: 'card' | 'transfer'): Promise<void> => {
  await chat.say('data analytics');
  await chat.press(w('subscribe'));
  await chat.press(w('next'), { method });
  await chat.press(w('submit'), { agreement: 'true' });
};

/** The page that a card's button opens, where it has one of that title. */
export const pageOf = (activity: SentActivity | undefined, title: string): string | undefined => {
  const card = JSON.stringify(activity?.attachments ?? []);
  const found = new RegExp(`"type":"Action\\.OpenUrl","title":"${title}","url":"([^"]+)"`).exec(card);
  return found?.[1];
};

/** Opens the gateway's page through the button of the newest card, as a browser does. @returns its address */
export const opensPage = async ({ bot, chat, w }: Paying): Promise<string> => {
  const link = pageOf(chat.shown().at(-1), w('openPaymentPage'));
  assert.ok(link, 'a button to the page');
  const { pathname } = new URL(link);
  const opened = await fetch(`${bot.url}${pathname}/open`, { method: 'POST', redirect: 'manual' });
  const location = opened.headers.get('location');
  assert.ok(location, `opened: ${opened.status}`);
  return location;
};

/** Pays on the page, and the gateway tells. */
export const pays = async (paying: Paying): Promise<void> => {
  const charge = paying.gateway.pay(await opensPage(paying));
  assert.ok(charge, 'the page can be paid on');
  assert.deepEqual(charge.amount, due(await paying.order()));
  await paying.tell({ kind: 'paid', charge });
};
