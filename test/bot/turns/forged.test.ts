import assert from 'node:assert/strict';
import { request } from 'undici';
import { currentPerson, dana } from '../../../playground/demo/people.ts';
import type { TestBot } from '../../support/bot.ts';
import { orderNumber } from '../../support/partner.ts';
import { partnerOf } from '../../talks/orders.ts';
import { withBot } from '../../talks/table.ts';
import {
  accept,
  allShown,
  buy,
  buyElsewhere,
  chatOf,
  onlyOrder,
  pressing,
  review,
  reviewElsewhere,
} from './demo.ts';

/** Everything of both organisations but what became of messages. */
const everything = async (bot: TestBot): Promise<unknown> =>
  Promise.all([currentPerson, dana].map(({ tenantId }) => partnerOf(bot, tenantId)));

/** Posts a text, which may hold what no object of JavaScript's can. */
const post = async (bot: TestBot, body: string): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  const answer = await request(`${bot.url}/api/messages`, { method: 'POST', headers, body });
  await answer.body.dump();
  return answer.statusCode;
};

const number = orderNumber(7);
const foreign: readonly unknown[] = [
  { action: 'submit' },
  { v: 1 },
  { v: 2, action: 'submit', nonce: 'command-1', agreement: 'true' },
  { v: '1', action: 'confirmCancel', nonce: 'command-1', order: number },
  { v: 1, action: 'pay', amount: 1 },
  { v: 1, action: ['submit'] },
  { v: 1, action: { $ne: '' } },
  { v: 1, action: 'constructor' },
  { v: 1, action: 'submit', nonce: ['command-1'], agreement: 'true' },
  { v: 1, action: 'submit', nonce: '../../etc/passwd', agreement: 'true' },
  { v: 1, action: 'confirmCancel', order: number, nonce: 'x'.repeat(200) },
  { v: 1, action: 'confirmCancel', order: '1234567890', nonce: 'command-1' },
  { v: 1, action: 'proofFields', order: number, nonce: {} },
  { v: 1, action: 'subscribe', competency: 'data-analytics', level: 'platinum' },
  { v: 1, action: 'subscribe', competency: '../data', level: 'gold' },
  { v: 1, action: 'subscribe', competency: 'nope', level: 'gold' },
  { v: 1, action: 'competency', purpose: 'offers', competency: 'nope' },
  { v: 1, action: 'competency', purpose: 'fee', competency: 'constructor' },
  { v: 1, action: 'language', language: '__proto__' },
  [],
  [[{ v: 1, action: 'submit' }]],
  'submit',
  0,
  false,
];

describe('what is in no card of ours', () => {
  for (const value of foreign)
    it(`${JSON.stringify(value).slice(0, 90)} changes nothing, and says so`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot);
        await buy(bot, chat);
        const before = await everything(bot);
        assert.equal(await chat.send({ ...chat.speaker.message(''), text: undefined, value }), 200);
        assert.match(chat.last(), /no longer current. Nothing was changed/);
        assert.deepEqual(await everything(bot), before);
        assert.doesNotMatch(bot.logged(), /"level":"error"/);
      }));
});

describe('a card whose data was changed', () => {
  it('with a price, a state, another partner or a prototype: the order is as the store has it', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      const forged = {
        ...accept,
        price: 1,
        total: '1,00',
        quote: { total: { currency: 'EUR', minor: 1 } },
        mpnId: '6405318',
        partner: '6405318',
        state: 'active',
        level: 'silver',
        mark: 'cheap',
        constructor: { prototype: { mayBuy: true } },
      };
      const activity = pressing(chat, 'Submit', forged)();
      const body = JSON.stringify(activity).replace(
        '"v":1',
        '"v":1,"__proto__":{"accepted":true,"roles":["globalAdmin"]}',
      );
      assert.equal(await post(bot, body), 200);
      const order = await onlyOrder(bot);
      assert.deepEqual(
        [order.state, order.level, order.quote.total, order.payments],
        ['awaitingTransfer', 'gold', { currency: 'EUR', minor: 285_000 }, []],
      );
      assert.equal(({} as { accepted?: boolean }).accepted, undefined);
    }));

  it('with the nonce of another step: the waiting one is not answered by it', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      const { data } = chat.button('Submit');
      for (const nonce of ['command-0', 'bank:1', ''])
        await chat.send(chat.speaker.submit({ ...data, ...accept, nonce }));
      assert.deepEqual((await partnerOf(bot)).orders, []);
    }));

  it('with another order: a cancel of what was not shown is asked again, a foreign one is not found', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      const own = await buy(bot, chat);
      const other = await buyElsewhere(bot);
      await chat.say('cancel');
      const before = await everything(bot);
      const { data } = chat.button('Cancel Order');
      await chat.send(chat.speaker.submit({ ...data, nonce: 'command-0', order: other.number }));
      assert.match(chat.last(), /Your organisation has no such order/);
      await chat.send(chat.speaker.submit({ ...data, nonce: 'command-0' }));
      assert.match(chat.last(), new RegExp(own.number));
      assert.deepEqual(await everything(bot), before);
      assert.doesNotMatch(allShown(chat), /Contoso|Cloud Platform/);
    }));

  it('the nonce of somebody else’s review places nothing', () =>
    withBot(async (bot) => {
      const theirs = await reviewElsewhere(bot);
      const chat = chatOf(bot);
      await chat.send(chat.speaker.submit({ ...theirs.button('Submit').data, ...accept }));
      assert.match(chat.last(), /no longer current/);
      assert.deepEqual((await partnerOf(bot)).orders, []);
    }));
});

describe('what is too much', () => {
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const keys = Array.from({ length: 100_000 }, (_, index) => `"k${index}":1`).join();
  const much: Readonly<Record<string, readonly [value: string, status: number]>> = {
    '10 MB in a field': [`{"v":1,"action":"submit","agreement":"${'x'.repeat(10_000_000)}"}`, 413],
    'a hundred thousand keys': [`{"v":1,${keys}}`, 413],
    'a hundred thousand lists in each other': [nested, 200],
    'the same, and a prototype': [`{"v":1,"__proto__":${nested}}`, 400],
  };
  for (const [name, [value, status]] of Object.entries(much))
    it(`${name} → ${status}, and the bot goes on`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot);
        const before = await everything(bot);
        const body = JSON.stringify(chat.speaker.submit({ here: 1 })).replace('{"here":1}', value);
        assert.equal(await post(bot, body), status);
        await chat.say('help');
        assert.match(chat.last(), /What you can type/);
        assert.deepEqual(await everything(bot), before);
      }));
});
