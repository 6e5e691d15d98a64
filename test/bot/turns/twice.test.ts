import assert from 'node:assert/strict';
import { colleagues, currentPerson } from '../../../playground/demo/people.ts';
import { ordersOf } from '../../talks/orders.ts';
import { withBot } from '../../talks/table.ts';
import { accept, allShown, buy, chatOf, offerProof, onlyOrder, pressing, review } from './demo.ts';

const confirmations = (text: string): number => text.split('Your order has been received.').length - 1;

describe('what is done twice', () => {
  it('the same activity, again and at once, is one order', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      const submit = pressing(chat, 'Submit', accept)();
      await Promise.all([chat.send(submit), chat.send(submit), chat.send(submit)]);
      assert.equal(await chat.send(submit), 200);
      const order = await onlyOrder(bot);
      assert.equal(confirmations(allShown(chat)), 1);
      assert.match(chat.last(), new RegExp(order.number));
    }));

  it('the same press with new ids, at once, is one order, and each is answered with it', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      const press = pressing(chat, 'Submit', accept);
      const statuses = await Promise.all([press(), press(), press()].map((each) => chat.send(each)));
      assert.deepEqual(statuses, [200, 200, 200]);
      const order = await onlyOrder(bot);
      const repeated = bot.connector.in(chat.speaker.conversation).slice(-2);
      for (const { activity } of repeated) assert.match(JSON.stringify(activity), new RegExp(order.number));
      assert.doesNotMatch(allShown(chat), /no longer current|went wrong/);
    }));

  it('the press comes again after a restart, with a new id: the same order answers', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      const press = pressing(chat, 'Submit', accept);
      await chat.send(press());
      const { number } = await onlyOrder(bot);
      await bot.restart();
      await chat.send(press());
      assert.equal((await onlyOrder(bot)).number, number);
      assert.match(chat.last(), new RegExp(number));
      assert.match(chat.last(), /Awaiting transfer/);
    }));

  it('two admins who buy the same at once get one order; the other is shown it', () =>
    withBot(async (bot) => {
      const [megan] = colleagues;
      const chats = [chatOf(bot, currentPerson), chatOf(bot, megan)];
      for (const chat of chats) await review(chat);
      await Promise.all(chats.map((chat) => chat.send(pressing(chat, 'Submit', accept)())));
      const order = await onlyOrder(bot);
      const said = chats.map(allShown);
      assert.equal(said.filter((text) => confirmations(text) === 1).length, 1);
      const refused = said.filter((text) => /can’t be bought now/.test(text));
      assert.equal(refused.length, 1);
      assert.match(refused.join(''), new RegExp(`Order ${order.number} for Gold is in progress`));
    }));

  it('a cancel and a proof at once come to one legal end, and both are told the same', () =>
    withBot(async (bot) => {
      const [megan] = colleagues;
      const chats = [chatOf(bot, currentPerson), chatOf(bot, megan)] as const;
      const [canceller, sender] = chats;
      const { number } = await buy(bot, canceller);
      await canceller.say(`cancel ${number}`);
      await sender.say(`proof ${number}`);
      await sender.send(sender.speaker.file(offerProof(bot), 'proof.png'));
      const fields = { paymentDate: '2026-03-02', account: 'IE29 AIBK 9311 5212 3456 78' };
      await Promise.all([
        canceller.send(pressing(canceller, 'Cancel Order')()),
        sender.send(pressing(sender, 'Submit', fields)()),
      ]);
      const { state, proofs } = await onlyOrder(bot);
      assert(state === 'cancelled' ? proofs.length === 0 : proofs.length === 1, state);
      assert(['cancelled', 'proofUnderReview'].includes(state));
      const shown = state === 'cancelled' ? /Cancelled/ : /Proof under review/i;
      for (const chat of chats) assert.match(allShown(chat), shown);
      assert.doesNotMatch(chats.map(allShown).join(''), /went wrong/);
    }));

  it('one person’s confirmed cancel, twice at once, is one cancel', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      await chat.say('cancel');
      const press = pressing(chat, 'Cancel Order');
      await Promise.all([chat.send(press()), chat.send(press())]);
      assert.deepEqual(
        (await ordersOf(bot)).map(({ state }) => state),
        ['cancelled'],
      );
      assert.doesNotMatch(allShown(chat), /can’t be cancelled/);
    }));
});
