import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestBot } from '../../support/bot.ts';
import type { Chat } from '../../support/chat.ts';
import { ordersOf } from '../../talks/orders.ts';
import { withBot } from '../../talks/table.ts';
import { accept, buy, chatOf, offerProof, onlyOrder, review } from './demo.ts';

const card = '4111 1111 1111 1111';
const leaked = /4111[\s\S]?1111/;

const filesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
};

/** Nowhere in what is kept, logged or said. */
const assertNowhere = async (bot: TestBot): Promise<void> => {
  const kept = await filesIn(bot.folder);
  assert(kept.length > 0);
  for (const content of kept) assert.doesNotMatch(content, leaked);
  assert.doesNotMatch(bot.logged(), leaked);
  assert.doesNotMatch(JSON.stringify(bot.connector.recorded), leaked);
};

const warned = /That looks like a card number/;
const proofFields = { paymentDate: '2026-03-02', account: 'IE29 AIBK 9311 5212 3456 78' };

/** Where a person may type one, and how the talk goes on there. */
const places: Readonly<
  Record<
    string,
    readonly [to: (bot: TestBot, chat: Chat) => Promise<unknown>, on: (chat: Chat) => Promise<void>]
  >
> = {
  'where nothing is asked': [() => Promise.resolve(), (chat) => chat.say('orders')],
  'while a competency is chosen': [(_, chat) => chat.say('offers'), (chat) => chat.say('devops')],
  'below the offer tiles': [(_, chat) => chat.say('data analytics'), (chat) => chat.say('subscribe gold')],
  'below the review': [(_, chat) => review(chat), (chat) => chat.press('Submit', accept)],
  'while a proof is awaited': [
    async (bot, chat) => {
      await buy(bot, chat);
      await chat.say('proof');
    },
    (chat) => chat.press('Submit', proofFields),
  ],
};

describe('a card number', () => {
  for (const [where, [go, on]] of Object.entries(places))
    it(`typed ${where} is not kept, logged or repeated, and the talk stays`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot);
        await go(bot, chat);
        const before = chat.shown().length;
        await chat.say(`my card: ${card}`);
        assert.match(chat.last(), warned);
        assert.equal(chat.shown().length, before + 1);
        await on(chat);
        assert.doesNotMatch(chat.last(), /no longer current|I have not asked|did not understand/);
        await assertNowhere(bot);
      }));

  for (const input of ['taxId', 'contactName', 'contactEmail', 'contactPhone'])
    it(`typed into ${input} of the purchase details is not kept or repeated`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot);
        await chat.say('data analytics');
        await chat.press('Subscribe');
        await chat.press('Next', { [input]: card });
        assert.match(chat.last(), warned);
        await chat.press('Next');
        await chat.press('Submit', accept);
        assert.equal((await ordersOf(bot)).length, 1);
        await assertNowhere(bot);
      }));

  const asked = /could be a card number/;
  for (const [input, answered] of [
    ['paymentDate', warned],
    ['account', asked],
    ['reference', asked],
  ] as const)
    it(`typed into ${input} of the payment proof is not kept or repeated`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot);
        await buy(bot, chat);
        await chat.say('proof');
        await chat.press('Submit', { ...proofFields, [input]: card });
        assert.match(chat.last(), answered);
        await chat.press('Submit', proofFields);
        await chat.send(chat.speaker.file(offerProof(bot), 'proof.png'));
        assert.equal((await onlyOrder(bot)).state, 'proofUnderReview');
        await assertNowhere(bot);
      }));

  it('beside a file: the file is not fetched', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      const url = offerProof(bot);
      await chat.send(chat.speaker.file(url, 'proof.png', card));
      assert.match(chat.last(), warned);
      assert.deepEqual(bot.connector.fetches(url), []);
      await assertNowhere(bot);
    }));

  it('in a file’s name: the file is taken, its name is not', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      await chat.send(chat.speaker.file(offerProof(bot), `${card}.png`, '2026-03-02 IE29AIBK93115212345678'));
      await chat.say('proof');
      assert.match(chat.last(), /Payment proof/);
      await assertNowhere(bot);
    }));
});

describe('numbers that are no card’s', () => {
  const said = [
    '2026-03-02, IE29 AIBK 9311 5212 3456 78',
    'IE29AIBK93115212345678 2026-03-02',
    '2026-03-02, 12345678',
  ];
  for (const text of said)
    it(`"${text}" fills the waiting proof form`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot);
        await buy(bot, chat);
        await chat.say('proof');
        await chat.say(text);
        await chat.send(chat.speaker.file(offerProof(bot), 'proof.png'));
        const [proof] = (await onlyOrder(bot)).proofs;
        assert.equal(proof?.paymentDate, '2026-03-02');
        assert.match(proof.account, /^(IE29|12345678)/);
      }));

  it('an account of ours that looks like a card number can be named on a proof', () =>
    withBot(async (bot) => {
      const { catalogue } = bot;
      const [currency, account] = ['EUR', catalogue.bankAccounts['EUR']!];
      const bankAccounts = { ...catalogue.bankAccounts, [currency]: { ...account, account: card } };
      await bot.restart({ ...catalogue, bankAccounts });
      const chat = chatOf(bot);
      await buy(bot, chat);
      await chat.say('proof');
      await chat.say(`2026-03-02, ${card}`);
      await chat.send(chat.speaker.file(offerProof(bot), 'proof.png'));
      assert.deepEqual((await onlyOrder(bot)).proofs[0]?.marks, []);
    }));

  it('an order number with MPN IDs is looked up', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      const { number } = await buy(bot, chat);
      await chat.say(`${number} 6234461 6234479`);
      assert.doesNotMatch(chat.last(), warned);
    }));
});
