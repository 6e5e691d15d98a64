import assert from 'node:assert/strict';
import type { PaymentMethod } from '../../../membership/rules/catalogue.ts';
import { pageOf } from '../../dialogs/paying.ts';
import { signatureOf } from '../../../playground/sandbox/deliveries.ts';
import type { SandboxEvent } from '../../../playground/sandbox/state.ts';
import { payOnPage, webhookSecret } from '../../playground/sandbox/server.ts';
import { wordsOf, type Chat } from '../../support/chat.ts';
import type { SentActivity } from '../../support/connector.ts';
import type { Shop } from './shop.ts';

/** From the name of the competency to the order. */
export const buys = async ({ chat }: Shop, method: PaymentMethod = 'card'): Promise<void> => {
  await chat.say('data analytics');
  await chat.press('Subscribe');
  await chat.press('Next', { method });
  await chat.press('Submit', { agreement: 'true' });
};

/** Where a link of the bot's leads, on the port that it has in this run. */
export const here = ({ bot }: Shop, link: string): string => bot.url + new URL(link).pathname;

const showing = (chat: Chat, title: string): SentActivity | undefined =>
  chat.shown().findLast((shown) => pageOf(shown, title) !== undefined);

/** The link of the newest button of this title. */
export const linkIn = (chat: Chat, title: string): string => {
  const link = pageOf(showing(chat, title), title);
  assert.ok(link, `a button "${title}"`);
  return link;
};

export const hasLink = (chat: Chat, title: string): boolean => showing(chat, title) !== undefined;

/** Everything in the chat, as it reads now. */
export const readsIn = (chat: Chat): string => chat.shown().flatMap(wordsOf).join('\n');

/** Presses the button of the page before the gateway's, as a browser without scripts does. */
export const asksForPage = (shop: Shop, chat: Chat = shop.chat): Promise<Response> =>
  fetch(`${here(shop, linkIn(chat, 'Open payment page ↗'))}/open`, { method: 'POST', redirect: 'manual' });

const pageIn = (answer: Response): string => {
  const location = answer.headers.get('location');
  assert.ok(location, `opened: ${answer.status}`);
  return location;
};

/** @returns the address of the gateway's page */
export const opensPage = async (shop: Shop, chat: Chat = shop.chat): Promise<string> =>
  pageIn(await asksForPage(shop, chat));

/** Pays on the gateway's page. @returns where it leads back to; what it tells the bot is under way then */
export const pays = async (shop: Shop, page: string): Promise<string> =>
  here(shop, pageIn(await payOnPage(page)));

/** How the payment stands, as the page to which the gateway leads back asks. */
export const standing = async (back: string): Promise<unknown> => {
  const answer = await fetch(back.replace('/pay/return/', '/pay/status/'));
  const { standing: found } = (await answer.json()) as { readonly standing: unknown };
  return found;
};

/** So many charges at the gateway, and pages that can be paid on. */
export const counts = async ({
  gateway,
}: Shop): Promise<{ readonly charges: number; readonly open: number }> => {
  const { intents, sessions } = await gateway();
  return {
    charges: [...intents.values()].filter(({ charge }) => charge).length,
    open: [...sessions.values()].filter(({ status }) => status === 'open').length,
  };
};

/** The page of the one session that the gateway has. */
export const onlyPage = async ({ gateway, gatewayUrl }: Shop): Promise<string> => {
  const [session, ...others] = (await gateway()).sessions.keys();
  assert.ok(session);
  assert.deepEqual(others, [], 'one page');
  return `${gatewayUrl}/pay/${session}`;
};

/** Posts to the webhook as whoever has the secret does. */
export const posts = ({ bot }: Shop, body: string, signature: string | undefined): Promise<Response> =>
  fetch(`${bot.url}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(signature ? { 'stripe-signature': signature } : {}) },
    body,
  });

export const secondsNow = ({ bot }: Shop): number => Math.floor(Date.parse(bot.clock.now()) / 1_000);

/** Tells an event that the gateway did not send by itself, as genuine as its own. */
export const told = (shop: Shop, event: SandboxEvent): Promise<Response> => {
  const body = JSON.stringify(event);
  return posts(shop, body, signatureOf(body, webhookSecret, secondsNow(shop)));
};

/** The event with other fields in what it is about, where that is a paid page. */
export const sessionFields = (event: SandboxEvent, fields: object): SandboxEvent =>
  event.type === 'checkout.session.completed'
    ? { ...event, data: { object: { ...event.data.object, ...fields } } }
    : event;
