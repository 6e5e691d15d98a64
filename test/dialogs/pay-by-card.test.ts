import assert from 'node:assert/strict';
import { languages } from '../../membership/rules/catalogue.ts';
import { wordsOf } from '../support/chat.ts';
import { buys, opensPage, pageOf, paying, pays } from './paying.ts';

describe('paying by card', () => {
  for (const language of languages) {
    it(`takes Subscribe, Next, the agreement and Submit, then the page (${language})`, () =>
      paying(
        async (here) => {
          const { chat, w, order } = here;
          await chat.say('data analytics');
          await chat.press(w('subscribe'));
          await chat.press(w('next'), { method: 'card' });
          for (const word of ['reviewDetails', 'paidOutside', 'cardAddress', 'pageAfterSubmit'] as const)
            assert.ok(chat.last().includes(w(word)), word);
          assert.ok(!chat.last().includes(w('wireInstructions')));
          await chat.press(w('submit'), { agreement: 'true' });
          assert.ok(chat.last().includes(w('news.placed')));
          assert.equal((await order()).state, 'awaitingCardPayment');
          assert.match(pageOf(chat.shown().at(-1), w('openPaymentPage')) ?? '', /\/pay\/[^/]+$/);
        },
        { language },
      ));

    it(`the card in the chat turns active by itself, with its receipt (${language})`, () =>
      paying(
        async (here) => {
          const { chat, w, order } = here;
          await buys(here, 'card');
          const before = chat.shown().length;
          await pays(here);
          assert.equal((await order()).state, 'active');
          const turned = chat.shown().find((shown) => pageOf(shown, w('openReceipt')));
          assert.ok(turned && wordsOf(turned).join('\n').includes(w('news.active')));
          assert.equal(pageOf(turned, w('openPaymentPage')), undefined);
          assert.equal(chat.shown().length, before + 1, 'one line says so');
        },
        { language },
      ));
  }

  it('can be typed wholly', () =>
    paying(async ({ chat, order, w }) => {
      await chat.say('data analytics');
      await chat.say('subscribe gold');
      await chat.say('pay by card');
      assert.ok(chat.last().includes(w('paidOutside')));
      await chat.say('accept');
      await chat.say('submit');
      assert.equal((await order()).method, 'card');
    }));

  it('the review goes back for another way of paying', () =>
    paying(async ({ chat, w, orders }) => {
      await chat.say('data analytics');
      await chat.press(w('subscribe'));
      await chat.press(w('next'), { method: 'card' });
      await chat.say('transfer');
      assert.ok(chat.last().includes(w('selectPayment')));
      await chat.say('next');
      assert.ok(chat.last().includes(w('wireInstructions')));
      assert.deepEqual(await orders(), []);
    }));

  it('nobody chose: the transfer', () =>
    paying(async ({ chat, w }) => {
      await chat.say('data analytics');
      await chat.press(w('subscribe'));
      await chat.press(w('next'));
      assert.ok(chat.last().includes(w('wireInstructions')));
    }));

  it('declined, then timed out: the card says so, and the page can be opened again', () =>
    paying(async (here) => {
      const { gateway, chat, tell, w } = here;
      await buys(here, 'card');
      const page = await opensPage(here);
      const card = () => chat.shown().findLast((shown) => pageOf(shown, w('openPaymentPage')));
      await tell(gateway.decline(page));
      assert.ok(wordsOf(card()!).join('\n').includes(w('retry.declined')));
      for (const news of gateway.runOut(page)) await tell(news);
      assert.ok(wordsOf(card()!).join('\n').includes(w('news.pageEnded')));
      await chat.say((await here.order()).number);
      assert.notEqual(await opensPage(here), page);
    }));

  it('where card is not offered, it stands in the list with the reason', () =>
    paying(
      async ({ chat, w }) => {
        await chat.say('data analytics');
        await chat.press(w('subscribe'));
        assert.match(chat.last(), /Credit card: not available at the moment/);
        await chat.say('card');
        assert.match(chat.last(), /Credit card can’t be used for this order/);
      },
      { takesCards: false },
    ));
});
