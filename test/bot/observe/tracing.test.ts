import assert from 'node:assert/strict';
import { withBot } from '../../talks/table.ts';
import { asksForPage, buys } from '../card/steps.ts';
import { shopping } from '../card/shop.ts';
import { accept, chatOf, review } from '../turns/demo.ts';
import { all, keepingSpans, tree } from './spans.ts';

describe('traces', () => {
  const { finished, roots, reset } = keepingSpans();

  it('show a purchase: the turn, its dialog, its commits and what was sent', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      await bot.app.settled();
      reset();
      await chat.press('Submit', accept);
      await bot.app.settled();

      const turns = roots('turn');
      assert.equal(turns.length, 1);
      const [turn] = turns;
      assert.match(tree(turn!), /^turn \[dialog \[commit send commit\]/);
      assert.equal(turn!.says['bot.outcome'], 'answered');
      assert.equal(turn!.says['bot.action'], 'submit');
      const [placed] = all(turns).filter(({ says }) => says['bot.deed'] === 'orderPlaced');
      assert.match(String(placed?.says['bot.order']), /^\d{10}$/);
      assert.equal(placed?.says['bot.mpnId'], '6234461');
    }));

  it('show a call to the gateway', () =>
    shopping(async (shop) => {
      await buys(shop);
      reset();
      await asksForPage(shop);
      const [call] = all(roots()).filter(({ name }) => name === 'gateway');
      assert.equal(call?.says['bot.call'], 'open');
      assert.equal(call.says['bot.outcome'], 'open');
    }));

  it('say nothing that a log may not say', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      await chat.press('Submit', accept);
      await chat.say('my card is 4242 4242 4242 4242');
      await bot.app.settled();
      const said = JSON.stringify(
        finished().map(({ attributes, events, status }) => [attributes, events, status]),
      );
      assert.ok(finished().length > 10);
      assert.doesNotMatch(said, /Fabrikam|Alex|IE29|4242|analytics|EUR|3[.,]?800|http|eyJ/i);
      const names = new Set(finished().flatMap(({ attributes }) => Object.keys(attributes)));
      const known = ['action', 'activityType', 'attempts', 'call', 'conversation', 'deed', 'dialog', 'mpnId'];
      const rest = ['order', 'outcome', 'status'];
      assert.deepEqual(
        [...names].toSorted(),
        [...known, ...rest].map((name) => `bot.${name}`),
      );
    }));
});
