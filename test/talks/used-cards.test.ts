import assert from 'node:assert/strict';
import { colleagues } from '../../playground/demo/people.ts';
import { buttonsOf, wordsOf } from '../support/chat.ts';
import { isCredited } from './bank.ts';
import { ordered } from './rows.ts';
import { at, installs, plain, presses, says, talk, talkerIn, withBot, type Talker } from './table.ts';

const [megan] = colleagues;

/** The chat as the person sees it: of each message the first line, and its buttons. */
const screen = ({ chat }: Talker): readonly string[] =>
  chat.shown().map((shown) => {
    const [first = ''] = wordsOf(shown);
    const buttons = buttonsOf(shown).map(({ title }) => `[${title}]`);
    return plain([first, ...buttons].join(' '));
  });

const tiles = 'Offers available for purchase [Subscribe] [Another competency]';

describe('a used card', () => {
  it('becomes what its button led to', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [[says('offers')], [presses('Data & AI')], [presses('Data Analytics')]]);
      assert.deepEqual(screen(talker), [tiles]);
      await talk(talker, [[presses('Subscribe')], [presses('Next')]]);
      assert.deepEqual(screen(talker), ['Review purchase details [Back] [Submit]']);
      await talk(talker, [[presses('Submit', { agreement: 'true' })]]);
      assert.deepEqual(screen(talker), [
        'Gold membership, Data Analytics [Upload payment proof] [Cancel Order] [Purchased offers]',
      ]);
    }));

  it('says what it led to where the answer was typed, and has no buttons any more', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [[says('data analytics')], [says('subscribe gold')], [says('next')]]);
      assert.deepEqual(screen(talker), [
        tiles,
        'Review purchase details: Amount due EUR 2,850.00',
        'Review purchase details [Back] [Submit]',
      ]);
    }));

  it('is the old card of an order, when the order is shown anew', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, ordered(talker));
      await talk(talker, [[says('orders')], [presses('Show order')]]);
      const orders = screen(talker).filter((line) => line.includes('[Upload payment proof]'));
      assert.equal(orders.length, 2, 'the list, and one card of the order');
    }));

  it('says that it was left, by its button and by a word', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      const stopped = 'Stopped. Nothing was changed.';
      await talk(talker, [[says('data analytics')], [says('subscribe gold')], [presses('Stop')]]);
      assert.deepEqual(screen(talker), [tiles, stopped]);
      await talk(talker, [[presses('Subscribe')], [says('stop')]]);
      assert.deepEqual(screen(talker), [stopped, stopped, stopped]);
    }));

  it('whose talk was left can be pressed where it still stands, and says that it is old', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [[says('data analytics')], [presses('Subscribe')]]);
      const { data, card } = talker.chat.button('Next');
      await talk(talker, [
        [says('stop'), 'Stopped.'],
        [({ chat }) => chat.send(chat.speaker.submit(data, card)), 'This card is no longer current.'],
      ]);
    }));

  it('pressed while another card waits leaves that one with what was entered', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [[says('data analytics')], [presses('Subscribe')]]);
      const { data, card } = talker.chat.button('Next');
      await talk(talker, [
        [says('stop')],
        [says('data analytics')],
        [says('subscribe gold')],
        [presses('Next', { contactName: 'Zoë Bakker', contactPhone: '' }), 'Please complete the contact'],
        [
          ({ chat }) => chat.send(chat.speaker.submit(data, card)),
          'This card is no longer current.',
          'Please complete the contact',
        ],
        [presses('Next', { contactPhone: '+31 20 1' }), 'Review purchase details'],
      ]);
    }));
});

describe('an order’s card', () => {
  it('changes in another admin’s chat when the order does', () =>
    withBot(async (bot) => {
      const [alex, other] = [talkerIn(bot, 'en'), talkerIn(bot, 'nl', megan)];
      await talk(alex, ordered(alex));
      await talk(other, [[installs], [says('orders')], [presses('Order bekijken'), 'Wacht op overboeking']]);
      const before = other.mark();
      await talk(alex, [[says('cancel')], [says('yes'), 'The order is cancelled.']]);
      assert.match(other.heard(before), /Geannuleerd/);
      assert(!screen(other).at(-1)!.includes('[Order annuleren]'));
    }));

  it('of an order that expired is judged by its day, whatever the card says', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [
        ...ordered(talker),
        [at('2026-04-02T00:00:00Z')],
        [presses('Upload payment proof'), 'needs no payment proof: Expired'],
        [presses('Cancel Order'), 'has already ended: Expired'],
      ]);
    }));

  it('of an order that was paid meanwhile can’t cancel it', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [
        ...ordered(talker),
        [says('cancel'), 'Do you want to cancel this order?'],
        [isCredited({ money: ['EUR', '2850.00'] }), 'the membership is active'],
        [says('yes'), 'is paid and active, so it can’t be cancelled'],
      ]);
    }));
});
