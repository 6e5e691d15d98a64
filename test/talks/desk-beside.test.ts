import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { isCredited } from './bank.ts';
import { atDeskInEachLanguage } from './desk.ts';
import { ordersOf } from './orders.ts';
import { ordered } from './rows.ts';
import { presses, says, talk } from './table.ts';

describe('a bank line that may be money marked by hand', () => {
  atDeskInEachLanguage('waits, and counts beside it by a second press', async ({ admin, olivia }) => {
    const { w, language } = olivia;
    await talk(admin, ordered(admin));
    const number = (await ordersOf(olivia.bot))[0]?.number ?? '';
    const received = async () => (await ordersOf(olivia.bot))[0]?.payments.map(({ amount }) => amount.minor);
    olivia.bot.clock.set('2026-03-05T10:00:00Z');
    const figures = { day: '2026-03-02', amount: '1000', reference: 'BK-12345' };
    await talk(olivia, [
      [says(number), w('open.receive')],
      [presses(w('open.receive')), w('form.receive')],
      [presses(w('do.receive'), figures), /1[.,\s]000/],
      [presses(w('do.receive'), figures), w('order.awaitingTransfer')],
    ]);
    await isCredited({ money: ['EUR', '990.00'], text: number, valueDate: '2026-03-02' })(admin);
    assert.deepEqual(await received(), [100_000]);
    await talk(olivia, [
      [says(w('list.held')), w('heldWhy.differsFromHand')],
      [
        async ({ chat }) => {
          await chat.press(chat.buttons().find((title) => title.includes('990')) ?? '');
        },
        w('heldTitle'),
      ],
      [presses(w('open.place')), w('form.place')],
      [
        presses(w('do.place'), { toOrder: number }),
        say(language, 'countsBeside', { marked: '@' }).split('@')[0] ?? '',
        w('form.place'),
      ],
    ]);
    assert.deepEqual(await received(), [100_000]);
    await talk(olivia, [
      [presses(w('do.place'), { toOrder: number }), w('done.place')],
      [says(w('list.held')), w('listEmpty')],
    ]);
    assert.deepEqual(await received(), [100_000, 99_000]);
  });
});
