import assert from 'node:assert/strict';
import { failingDisk } from '../../store/failing-disk.ts';
import { isCredited } from '../../talks/bank.ts';
import { handedIn, withDesk } from '../../talks/desk.ts';
import { until } from '../../talks/due.ts';
import { ordered } from '../../talks/rows.ts';
import { presses, says, talk, talkerIn, withBot } from '../../talks/table.ts';
import { shopping } from '../card/shop.ts';
import { buys, opensPage, pays } from '../card/steps.ts';
import { accept, chatOf, onlyOrder, pressing, review } from '../turns/demo.ts';
import { all, keepingSpans, tree, type Seen, type Spans } from './spans.ts';

/** Names, accounts, amounts, addresses, cards, links, ids of people: of whatever is in these talks. */
const personal =
  /Fabrikam|Alex|Olivia|Oscar|Megan|demo-|29:|IE29|TX-1|analytics|EUR|USD|3[.,]?800|2[.,]?850|4242|https?:|eyJ|cs_|pi_/i;

const saysNothingPersonal = ({ finished }: Spans): void => {
  const said = finished().map(({ name, attributes, events, status }) => [name, attributes, events, status]);
  assert.ok(said.length > 0);
  assert.doesNotMatch(JSON.stringify(said), personal);
};

/** What was committed, in the word of its first event. */
const deeds = (seen: readonly Seen[]): readonly unknown[] =>
  all(seen).flatMap(({ says: { 'bot.deed': deed } }) => deed ?? []);

describe('traces of', () => {
  const spans = keepingSpans();
  const { roots, reset } = spans;

  it('the operators’ desk: the turn, its dialog, its commit and what was sent', () =>
    withDesk(async ({ admin, olivia, bot }) => {
      await handedIn(admin);
      await talk(olivia, [[says('queue')], [presses(olivia.w('open.reject'))]]);
      await bot.app.settled();
      reset();
      await talk(olivia, [[presses(olivia.w('do.reject'), { reason: 'Page 2 of Alex is missing.' })]]);
      await bot.app.settled();
      const [turn, ...others] = roots();
      assert.deepEqual(others, []);
      assert.match(tree(turn!), /^turn \[dialog \[commit .*send/);
      const [dialog] = turn!.within;
      assert.equal(dialog?.says['bot.dialog'], 'desk');
      assert.equal(dialog.within[0]?.says['bot.deed'], 'proofRejected');
      assert.equal(turn!.says['bot.outcome'], 'answered');
      saysNothingPersonal(spans);
    }));

  it('a reminder: what fell due, its commits, and the message', () =>
    withBot(async (bot) => {
      const alex = talkerIn(bot, 'en');
      await talk(alex, ordered(alex));
      await bot.app.settled();
      reset();
      await talk(alex, [[until('2026-03-25T20:00:00Z')]]);
      const reminding = roots().filter((root) => all([root]).some(({ name }) => name === 'send'));
      assert.deepEqual([...new Set(reminding.map(({ name }) => name))], ['due']);
      assert.match(reminding.map(tree).join(' '), /^due \[.*commit .*send.* commit/);
      assert.equal(reminding[0]?.says['bot.mpnId'], '6234461');
      saysNothingPersonal(spans);
    }));

  it('a card payment: the page, its call to the gateway, the gateway’s news', () =>
    shopping(async (shop) => {
      await buys(shop);
      await shop.settled();
      reset();
      await pays(shop, await opensPage(shop));
      await shop.settled();
      assert.deepEqual(
        roots().map(({ says: { 'bot.route': route, 'bot.status': status } }) => [route, status]),
        [
          ['POST /pay/:token/open', 303],
          ['POST /webhooks/stripe', 200],
        ],
      );
      const [opening, news] = roots().map(tree);
      assert.equal(opening, 'request [commit gateway commit]');
      assert.match(news ?? '', /^request \[commit .*send/);
      assert.ok(deeds(roots()).includes('paymentReceived'));
      saysNothingPersonal(spans);
    }));

  it('a line of the bank', () =>
    withBot(async (bot) => {
      const alex = talkerIn(bot, 'en');
      await talk(alex, ordered(alex));
      const { number } = await onlyOrder(bot);
      reset();
      await isCredited({ money: ['EUR', '2850.00'], text: number, valueDate: '2026-03-02' })(alex);
      assert.match(roots('bank').map(tree).join(' '), /^bank \[commit/);
      saysNothingPersonal(spans);
    }));

  it('a fault: each span it passed has failed, with its code and the reference that was told', () => {
    const disk = failingDisk();
    return withBot(
      async (bot) => {
        const chat = chatOf(bot);
        await review(chat);
        const press = pressing(chat, 'Submit', accept);
        await bot.app.settled();
        reset();
        disk.fails = () => true;
        await chat.send(press());
        disk.fails = () => false;
        const failed = all(roots('turn')).filter((span) => span.failed);
        assert.deepEqual(
          failed.map(({ name, says: { 'bot.code': code, 'error.type': type } }) => [name, code, type]),
          ['turn', 'dialog', 'commit'].map((name) => [name, 'notSaved', 'StoreFault']),
        );
        assert.ok(chat.last().includes(String(failed[0]?.says['bot.reference'])));
        saysNothingPersonal(spans);
      },
      { disk },
    );
  });
});
