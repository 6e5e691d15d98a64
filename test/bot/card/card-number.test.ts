import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { payOnPage } from '../../playground/sandbox/server.ts';
import { shopping, type Shop } from './shop.ts';
import { buys, opensPage } from './steps.ts';

const digits = '4242424242424242';
const fullWidth = digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const written = [
  digits,
  '4242 4242 4242 4242',
  '4242-4242-4242-4242',
  fullWidth,
  `it is ${digits}, valid until 12/34`,
];

const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/** All that is kept, logged or said, as far as it has four fours and twos in a row or the like. */
const traces = async ({ bot }: Shop): Promise<readonly string[]> => {
  const files = await filesBelow(bot.folder);
  assert.ok(files.length > 0, 'there are files to look through');
  const kept = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const));
  const said = bot.connector.recorded.map(({ activity }) => JSON.stringify(activity));
  const all = [...kept, ['log', bot.logged()] as const, ['replies', said.join('\n')] as const];
  const trace = /(?:4242[ -]?){2}|(?:\uff14\uff12){4}/;
  return all.filter(([, text]) => trace.test(text)).map(([name]) => name);
};

const assertWarned = (shop: Shop): void =>
  assert.match(shop.chat.last(), /looks like a card number.*have not kept it.*delete your message/);

/** What a person is in the middle of when they type it. */
const talks: Readonly<Record<string, (shop: Shop) => Promise<void>>> = {
  'at the top': () => Promise.resolve(),
  'where a competency is asked for': ({ chat }) => chat.say('offers'),
  'on the purchase details': async ({ chat }) => {
    await chat.say('data analytics');
    await chat.press('Subscribe');
  },
  'on the review': async ({ chat }) => {
    await chat.say('data analytics');
    await chat.press('Subscribe');
    await chat.press('Next', { method: 'card' });
  },
  'with the page open': async (shop) => {
    await buys(shop);
    await opensPage(shop);
  },
  'where a cancel is confirmed': async (shop) => {
    await buys(shop);
    await shop.chat.say('cancel');
  },
  'where a proof is asked for': async (shop) => {
    await buys(shop, 'transfer');
    await shop.chat.press('Upload payment proof');
  },
};

describe('13 a card number in the chat is nowhere afterwards', () => {
  for (const [name, begin] of Object.entries(talks))
    it(`typed ${name}: warned of, not kept, logged or repeated`, () =>
      shopping(async (shop) => {
        await begin(shop);
        for (const text of written) {
          await shop.chat.say(text);
          assertWarned(shop);
        }
        await shop.settled();
        assert.deepEqual(await traces(shop), []);
      }));

  for (const field of ['contactName', 'contactEmail', 'contactPhone', 'taxId'])
    it(`entered as ${field}: not kept`, () =>
      shopping(async (shop) => {
        await shop.chat.say('data analytics');
        await shop.chat.press('Subscribe');
        await shop.chat.press('Next', { [field]: '4242 4242 4242 4242', method: 'card' });
        assert.deepEqual(await traces(shop), []);
        assert.deepEqual((await shop.partner()).orders, []);
      }));

  it('as a file’s name, with a text beside it, and in the data of a button', () =>
    shopping(async (shop) => {
      const { chat } = shop;
      await buys(shop, 'transfer');
      await chat.press('Upload payment proof');
      const url = shop.bot.connector.offer({ bytes: Buffer.from(digits), contentType: 'text/plain' });
      await chat.send(chat.speaker.file(url, `${digits}.txt`, `my card ${digits}`));
      await chat.send(chat.speaker.file(url, 'card.txt'));
      await chat.send(chat.speaker.file(url, `${digits}.png`));
      await chat.send(chat.speaker.submit({ action: digits, v: 1, order: digits }));
      await shop.settled();
      assert.deepEqual(await traces(shop), []);
    }));

  it('on the gateway’s page: neither here nor in what the sandbox keeps', () =>
    shopping(async (shop) => {
      await buys(shop);
      const page = await opensPage(shop);
      await payOnPage(page, { number: digits.replace(/2$/, '1') });
      await payOnPage(page, { number: digits });
      await shop.settled();
      assert.equal((await shop.order()).state, 'active');
      assert.deepEqual(await traces(shop), []);
      const { sessions, intents, answers } = await shop.gateway();
      assert.doesNotMatch(JSON.stringify([...sessions, ...intents, ...answers]), /4242/);
    }));
});
