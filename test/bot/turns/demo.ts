import assert from 'node:assert/strict';
import type { Language } from '../../../membership/rules/catalogue.ts';
import type { Order } from '../../../membership/rules/order.ts';
import { currentPerson, dana, type DemoPerson } from '../../../playground/demo/people.ts';
import type { TestBot } from '../../support/bot.ts';
import { chatWith, wordsOf, type Chat } from '../../support/chat.ts';
import { ordersOf } from '../../talks/orders.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-US', nl: 'nl-NL', sv: 'sv-SE' };

/** Somebody of the demo partners, or of nobody's, in their own chat. */
export const chatOf = (bot: TestBot, who: DemoPerson = currentPerson, language: Language = 'en'): Chat =>
  chatWith(bot, {
    tenantId: who.tenantId,
    aadObjectId: who.aadObjectId,
    name: who.name,
    locale: locales[language],
  });

export const accept = { agreement: 'true' };

/** As far as the card whose Submit places the order. */
export const review = async (chat: Chat): Promise<void> => {
  await chat.say('data analytics');
  await chat.press('Subscribe');
  await chat.press('Next');
};

/** Buys the upgrade to gold by transfer. */
export const buy = async (bot: TestBot, chat: Chat): Promise<Order> => {
  await review(chat);
  await chat.press('Submit', accept);
  return onlyOrder(bot);
};

/** Dana, of another organisation, as far as the card whose Submit places the order. */
export const reviewElsewhere = async (bot: TestBot): Promise<Chat> => {
  const chat = chatOf(bot, dana);
  await chat.say('cloud platform');
  await chat.say('subscribe gold');
  await chat.press('Next');
  return chat;
};

/** Dana's organisation buys gold by transfer. */
export const buyElsewhere = async (bot: TestBot): Promise<Order> => {
  const chat = await reviewElsewhere(bot);
  await chat.press('Submit', accept);
  const [order] = await ordersOf(bot, dana.tenantId);
  assert(order);
  return order;
};

/** The only order there is: a second one is what a test is about. */
export const onlyOrder = async (bot: TestBot): Promise<Order> => {
  const [order, another] = await ordersOf(bot);
  assert(order && !another, 'there is one order');
  return order;
};

/** All that a chat shows now, as words. */
export const allShown = (chat: Chat): string => chat.shown().flatMap(wordsOf).join('\n');

/** The presses of a button that is shown now; each a new activity, or the same one. */
export const pressing = (
  chat: Chat,
  title: string,
  inputs: Record<string, unknown> = {},
): (() => ReturnType<Chat['speaker']['submit']>) => {
  const { data, card } = chat.button(title);
  return () => chat.speaker.submit({ ...data, ...inputs }, card);
};

/** The smallest file that passes for a proof. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

/** Puts a proof where Teams would. */
export const offerProof = (bot: TestBot): string =>
  bot.connector.offer({ bytes: png, contentType: 'image/png' });
