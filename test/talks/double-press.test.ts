import assert from 'node:assert/strict';
import { bankPdf, handsOver } from './files.ts';
import { ordersOf } from './orders.ts';
import { ordered, rightAccount } from './rows.ts';
import { not, presses, says, talk, talkerIn, withBot, type Deed, type Talker } from './table.ts';

/** Presses the same button of the same card twice, as a slow client's user does: two activities, one nonce. */
const pressesTwice =
  (title: string, inputs: Record<string, string> = {}): Deed =>
  async ({ chat }) => {
    const { data, card } = chat.button(title);
    const press = () => chat.speaker.submit({ ...data, ...inputs }, card);
    await Promise.all([chat.send(press()), chat.send(press())]);
  };

describe('a button pressed twice', () => {
  const inTalk = (title: string, work: (talker: Talker) => Promise<void>): void => {
    it(title, () => withBot((bot) => work(talkerIn(bot, 'en'))));
  };

  inTalk('Subscribe and Next lead on once', async (talker) => {
    await talk(talker, [
      [says('data analytics')],
      [pressesTwice('Subscribe'), 'Purchase details'],
      [
        pressesTwice('Next', { contactName: 'Zoë Bakker' }),
        'Review purchase details',
        not('no longer current'),
      ],
    ]);
    assert.match(talker.chat.last(), /Review purchase details/);
    await talk(talker, [[presses('Submit', { agreement: 'true' }), 'Your order has been received.']]);
    assert.equal((await ordersOf(talker.bot))[0]?.buyer.contact.name, 'Zoë Bakker');
  });

  inTalk('Back, and Next again, lead on once', (talker) =>
    talk(talker, [
      [says('data analytics')],
      [presses('Subscribe')],
      [presses('Next')],
      [pressesTwice('Back'), 'Purchase details', not('no longer current')],
      [presses('Next'), 'Review purchase details'],
    ]),
  );

  inTalk('Submit places one order', async (talker) => {
    await talk(talker, [
      ...ordered(talker).slice(0, 3),
      [
        pressesTwice('Submit', { agreement: 'true' }),
        'Your order has been received.',
        not('no longer current'),
      ],
    ]);
    const [order, ...more] = await ordersOf(talker.bot);
    assert.deepEqual(more, []);
    assert.match(talker.chat.last(), new RegExp(`${order!.number} 6234461`));
  });

  inTalk('Submit without the agreement asks for it, and can then be gone on with', async (talker) => {
    await talk(talker, [
      ...ordered(talker).slice(0, 3),
      [pressesTwice('Submit', { agreement: 'false' }), 'Please accept the agreement'],
      [presses('Submit', { agreement: 'true' }), 'Your order has been received.'],
    ]);
    assert.equal((await ordersOf(talker.bot)).length, 1);
  });

  inTalk('Submit of the proof hands in one proof', async (talker) => {
    const inputs = { paymentDate: '2026-03-02', account: rightAccount(talker) };
    await talk(talker, [
      ...ordered(talker),
      [says('proof')],
      [handsOver(bankPdf)],
      [pressesTwice('Submit', inputs), 'Your payment proof has been received.', not('A new proof replaces')],
    ]);
    assert.equal((await ordersOf(talker.bot))[0]?.proofs.length, 1);
  });

  inTalk('Submit of a proof whose file is missing keeps the fields', async (talker) => {
    const inputs = { paymentDate: '2026-03-02', account: rightAccount(talker) };
    await talk(talker, [
      ...ordered(talker),
      [says('proof')],
      [pressesTwice('Submit', inputs), '✔ Details: there'],
      [handsOver(bankPdf), 'Your payment proof has been received.'],
    ]);
  });

  inTalk('Cancel Order cancels once, and says so twice', (talker) =>
    talk(talker, [
      ...ordered(talker),
      [says('cancel')],
      [
        pressesTwice('Cancel Order'),
        'The order is cancelled.',
        not('already ended'),
        not('no longer current'),
      ],
    ]),
  );

  inTalk('Stop leaves once', (talker) =>
    talk(talker, [
      [says('data analytics')],
      [presses('Subscribe')],
      [pressesTwice('Stop'), 'Stopped. Nothing was changed.'],
      [says('submit'), 'I have not asked anything'],
    ]),
  );
});
