import assert from 'node:assert/strict';
import { withBot } from '../../talks/table.ts';
import { chatWith, type Chat } from '../../support/chat.ts';
import type { TestBot } from '../../support/bot.ts';
import { currentPerson } from '../../../playground/demo/people.ts';
import { ordersOf, partnerOf } from '../../talks/orders.ts';
import { allShown, accept, buy, chatOf, offerProof, onlyOrder, review } from './demo.ts';

const link = 'https://example.com/x';

/** Attachments that are no file of ours, with an empty message. */
const attachments: Readonly<Record<string, readonly unknown[]>> = {
  'a picture’s web address in rich text': [{ contentType: 'text/html', content: `<img src="${link}">` }],
  'a card of somebody’s': [{ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }],
  'a sound': [{ contentType: 'audio/mp3', contentUrl: link }],
  'download info without a link': [
    { contentType: 'application/vnd.microsoft.teams.file.download.info', content: null },
  ],
  'download info that is text': [
    { contentType: 'application/vnd.microsoft.teams.file.download.info', content: 'https://x' },
  ],
  'a picture without an address': [{ contentType: 'image/png' }],
  'a picture whose address is a number': [{ contentType: 'image/png', contentUrl: 5, name: {} }],
  'none at all': [],
};

const texts: Readonly<Record<string, string | null | undefined>> = {
  nothing: '',
  'spaces and line breaks': ' \n\t\u00a0 ',
  'no text': undefined,
  null: null,
  emoji: '👩‍👩‍👧‍👦🇳🇱👍🏽',
  'text from right to left': '\u202Eeludeworp\u202C مرحبا',
  'half a character': '\ud83d',
  'control characters': '\u0000\u0007\u001b[31m',
  'a hundred kilobytes': 'x'.repeat(100_000),
  'a hundred kilobytes of words': 'gold '.repeat(20_000),
  'a hundred kilobytes of digits': '1'.repeat(100_000),
  'a hundred kilobytes of spaced digits': '4 '.repeat(50_000),
  markdown: '[click](https://example.com) **bold** <at>bot</at>',
  __proto__: '__proto__',
  'a template': '{count, plural, other{#}} ${process.env.HOME}',
};

const isHealthy = async (bot: TestBot, chat: Chat): Promise<void> => {
  assert.doesNotMatch(bot.logged(), /"level":"error"/);
  await chat.say('help');
  assert.match(allShown(chat), /What you can type/);
};

describe('odd input', () => {
  for (const [name, given] of Object.entries(attachments))
    it(`${name} attached: a word and the menu, nothing fetched`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot);
        await buy(bot, chat);
        const before = await partnerOf(bot);
        assert.equal(await chat.send({ ...chat.speaker.message(''), attachments: given }), 200);
        assert.match(allShown(chat), /I did not understand that/);
        assert.deepEqual(await partnerOf(bot), before);
        await isHealthy(bot, chat);
      }));

  for (const [name, text] of Object.entries(texts))
    it(`${name} typed is answered quickly, at the top and while something is asked`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot);
        for (const first of ['hello', 'offers', 'data analytics']) {
          await chat.say(first);
          const before = chat.shown().length;
          const began = performance.now();
          assert.equal(await chat.send({ ...chat.speaker.message(''), text }), 200);
          assert(performance.now() - began < 1500);
          assert(chat.shown().length > before, 'an answer came');
          assert(
            JSON.stringify(chat.shown().at(-1)).length < 40_000,
            'what was typed is not repeated at length',
          );
        }
        assert.deepEqual(await ordersOf(bot), []);
        await isHealthy(bot, chat);
      }));

  it('several files at once are not taken, and said so', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      const [one, two] = [offerProof(bot), offerProof(bot)];
      const [first] = chat.speaker.file(one, 'a.png')['attachments'] as unknown[];
      const [second] = chat.speaker.file(two, 'b.png')['attachments'] as unknown[];
      await chat.send({ ...chat.speaker.message(''), attachments: [first, second] });
      assert.match(chat.last(), /one file at a time/);
      assert.deepEqual([...bot.connector.fetches(one), ...bot.connector.fetches(two)], []);
    }));

  it('a file’s name is shown without what turns it around, and without its markup', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      await chat.send(chat.speaker.file(offerProof(bot), '../[pay](https://example.com)\u202Egnp.exe'));
      assert.doesNotMatch(allShown(chat), /\u202E|(?<!\\)\]\(https:\/\/example/);
      await chat.send(chat.speaker.message('2026-03-02 IE29AIBK93115212345678'));
      assert.equal((await onlyOrder(bot)).proofs.length, 1);
    }));

  it('a name with markup or from right to left is greeted as text', () =>
    withBot(async (bot) => {
      const { tenantId, aadObjectId } = currentPerson;
      const name = '**Bob** [x](https://example.com)\u202E';
      const chat = chatWith(bot, { tenantId, aadObjectId, name });
      await chat.send(chat.speaker.installed());
      assert.match(chat.last(), /Welcome/);
      assert.doesNotMatch(chat.last(), /(?<!\\)\]\(https:\/\/example|(?<!\\)\*\*Bob/);
      await isHealthy(bot, chat);
    }));

  it('contact data with markup is kept as it was typed', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await chat.say('data analytics');
      await chat.press('Subscribe');
      await chat.press('Next', { contactName: '  **Zoë** 李 [x](y) ' });
      await chat.press('Submit', accept);
      assert.equal((await onlyOrder(bot)).buyer.contact.name, '**Zoë** 李 [x](y)');
    }));

  it('what Teams sends besides messages is taken in silence', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      const before = chat.shown().length;
      for (const type of [
        'typing',
        'messageReaction',
        'messageUpdate',
        'messageDelete',
        'event',
        'conversationUpdate',
      ])
        assert.equal(await chat.send({ ...chat.speaker.joined(), type }), 200, type);
      assert.equal(chat.shown().length, before);
      await chat.press('Submit', accept);
      assert.equal((await ordersOf(bot)).length, 1);
    }));
});
