import assert from 'node:assert/strict';
import { showMoney } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import { operator } from '../../playground/demo/people.ts';
import { amount } from './bank.ts';
import { atDeskInEachLanguage, type Desk } from './desk.ts';
import { ordersOf, partnerOf } from './orders.ts';
import { ordered } from './rows.ts';
import { at, not, presses, says, talk, type Row, type Talker } from './table.ts';

/** The order's EUR 2,850.00 is marked as 285.00. */
const mistyped = { day: '2026-03-02', amount: '285', reference: 'BK-12345' };
const line = ({ language }: Talker): string =>
  say(language, 'markedLine', { amount: showMoney(language, amount('EUR', '285.00')) });
const done = ({ language }: Talker): string =>
  say(language, 'done.withdraw', { amount: showMoney(language, amount('EUR', '285.00')) });

/** Olivia has pressed twice, since nobody expected that amount. */
const marks = (olivia: Talker, number: string, figures = mistyped): readonly Row[] => {
  const { w } = olivia;
  return [
    [says(number)],
    [presses(w('open.receive')), w('form.receive')],
    [presses(w('do.receive'), figures)],
    [presses(w('do.receive'), figures), figures.reference],
  ];
};

const orderedBy = async ({ admin, bot }: Desk): Promise<string> => {
  await talk(admin, ordered(admin));
  return (await ordersOf(bot))[0]?.number ?? '';
};
const paymentsOf = async ({ bot }: Desk) =>
  (await ordersOf(bot))[0]?.payments.map(({ amount: part }) => part.minor);

describe('a mark by hand that was mistyped', () => {
  atDeskInEachLanguage('is withdrawn on the order, once, and marked as it should be', async (desk) => {
    const { admin, olivia, bot } = desk;
    const { w } = olivia;
    const number = await orderedBy(desk);
    await talk(olivia, marks(olivia, number));
    assert.deepEqual(await paymentsOf(desk), [28_500]);
    await bot.restart();
    const before = admin.mark();
    await talk(olivia, [
      [says(number), line(olivia), w('notConfirmed')],
      [presses(line(olivia)), w('markedTitle'), 'BK-12345', w('notConfirmedYet'), `[${w('open.withdraw')}]`],
      [presses(w('open.withdraw')), w('form.withdraw'), w('about.withdraw')],
      [
        async ({ chat }) => {
          const { data, card } = chat.button(w('do.withdraw'));
          await chat.send(chat.speaker.submit(data, card));
          await chat.send(chat.speaker.submit(data, card));
        },
        done(olivia),
        w('order.awaitingTransfer'),
      ],
      [says(number), not(line(olivia)), `[${w('open.receive')}]`],
      [
        presses(w('history')),
        say(olivia.language, 'did.markWithdrawn', {
          amount: showMoney(olivia.language, amount('EUR', '285.00')),
        }),
      ],
    ]);
    assert.deepEqual(await paymentsOf(desk), []);
    const withdrawn = (await partnerOf(bot)).history.filter(({ event }) => event.type === 'markWithdrawn');
    assert.equal(withdrawn.length, 1);
    await bot.app.settled();
    // The partner's card shows what is due again.
    assert.match(admin.heard(before), /2[.,\s\u00a0\u202f]850[.,]00/);
    await talk(olivia, [
      ...marks(olivia, number, { ...mistyped, amount: '2850' }).slice(0, 3),
      [says(number), w('order.active'), not(w('notConfirmed'))],
    ]);
    assert.deepEqual(await paymentsOf(desk), [285_000]);
  });

  atDeskInEachLanguage('is withdrawn by one of two; the other is told so', async (desk) => {
    const { olivia, oscar, bot } = desk;
    const { w } = olivia;
    const number = await orderedBy(desk);
    await talk(olivia, marks(olivia, number));
    await talk(oscar, [
      [says(number)],
      [presses(line(oscar))],
      [presses(w('open.withdraw')), w('form.withdraw')],
    ]);
    const { data, card } = oscar.chat.button(w('do.withdraw'));
    const before = oscar.mark();
    await talk(olivia, [
      [says(number)],
      [presses(line(olivia))],
      [presses(w('open.withdraw'))],
      [presses(w('do.withdraw')), done(olivia)],
    ]);
    await bot.app.settled();
    assert.match(oscar.heard(before), new RegExp(operator.name));
    await talk(oscar, [
      [
        ({ chat }) => chat.send(chat.speaker.submit(data, card)),
        w('order.awaitingTransfer'),
        not(done(oscar)),
      ],
    ]);
    assert.deepEqual(await paymentsOf(desk), []);
  });

  atDeskInEachLanguage('after the order expired is credit, and withdrawn as such', async (desk) => {
    const { olivia, bot } = desk;
    const { w } = olivia;
    const number = await orderedBy(desk);
    await talk(olivia, marks(olivia, number));
    const credit = say(olivia.language, 'creditLine', {
      amount: showMoney(olivia.language, amount('EUR', '285.00')),
    });
    await talk(olivia, [
      [at('2026-04-03T10:00:00Z')],
      [says(number), credit, not(line(olivia))],
      [presses(credit), `[${w('open.payBack')}]`, `[${w('open.withdraw')}]`],
      [presses(w('open.withdraw'))],
      [presses(w('do.withdraw')), done(olivia), w('order.expired'), not(credit)],
    ]);
    assert.deepEqual((await partnerOf(bot)).credits, []);
  });

  atDeskInEachLanguage('that a partner’s person forges to withdraw stays', async (desk) => {
    const { admin, olivia } = desk;
    const { w } = olivia;
    const number = await orderedBy(desk);
    await talk(olivia, [...marks(olivia, number), [says(number)], [presses(line(olivia))]]);
    await talk(olivia, [[presses(w('open.withdraw'))]]);
    const { data } = olivia.chat.button(w('do.withdraw'));
    await talk(admin, [[({ chat }) => chat.send(chat.speaker.submit(data)), w('oldCard')]]);
    assert.deepEqual(await paymentsOf(desk), [28_500]);
  });
});
