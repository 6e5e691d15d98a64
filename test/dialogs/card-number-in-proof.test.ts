import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { currentPerson } from '../../playground/demo/people.ts';
import { respond } from '../support/respond.ts';
import { buys, paying, type Paying } from './paying.ts';

const byChance = '4111 1111 1111 1111';
const fields = { paymentDate: '2026-03-01', account: 'NL91 ABNA 0417 1643 00', reference: 'TRX-1' };

/** What the newest card's input begins with. */
const valueOf = ({ chat }: Paying, field: string): string | undefined =>
  new RegExp(`"id":"${field}"[^}]*?"value":"([^"]*)"`).exec(JSON.stringify(chat.shown().at(-1)))?.[1];

/** What was logged, sent, and kept of the talk. */
const everything = async ({ bot, chat }: Paying): Promise<string> =>
  bot.logged() +
  JSON.stringify(await bot.app.store.chats.read(currentPerson)) +
  JSON.stringify(bot.connector.in(chat.speaker.conversation).map(({ activity }) => activity));

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Sends a picture as the proof's file, as from the desktop. */
const sendsFile = async ({ chat }: Paying): Promise<void> => {
  const server = createServer((_, response) =>
    respond(response, 200, { 'content-type': 'image/png' }, picture),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await chat.send(chat.speaker.file(`http://127.0.0.1:${port}/proof.png`, 'proof.png'));
  server.close();
};

describe('a proof’s field that passes a card number’s check', () => {
  for (const field of ['account', 'reference'] as const) {
    it(`${field}: asked about, not refused; entered once more it is meant`, () =>
      paying(async (here) => {
        const { chat, w } = here;
        await buys(here, 'transfer');
        await chat.press(w('uploadProof'));
        await chat.press(w('sendDetails'), { ...fields, [field]: byChance });
        assert.ok(chat.last().includes(w(`maybeCardNumber.${field}`)));
        assert.doesNotMatch(await everything(here), /4111/);
        assert.equal(valueOf(here, field), undefined);
        await chat.press(w('sendDetails'), { ...fields, [field]: byChance });
        assert.ok(!chat.last().includes(w(`maybeCardNumber.${field}`)));
        assert.ok(chat.last().includes(w('haveFields')));
        assert.equal(valueOf(here, field), byChance);
      }));
  }

  it('with the file there, nothing is handed in before it was answered', () =>
    paying(async (here) => {
      const { chat, w, order } = here;
      await buys(here, 'transfer');
      await chat.press(w('uploadProof'));
      await sendsFile(here);
      await chat.press(w('sendDetails'), { ...fields, reference: byChance });
      assert.deepEqual((await order()).proofs, []);
      await sendsFile(here);
      assert.deepEqual((await order()).proofs, []);
      await chat.press(w('sendDetails'), { ...fields, reference: byChance });
      assert.deepEqual(
        (await order()).proofs.map(({ reference }) => reference),
        [byChance],
      );
    }));

  it('left empty instead: taken as empty', () =>
    paying(async (here) => {
      const { chat, w } = here;
      await buys(here, 'transfer');
      await chat.press(w('uploadProof'));
      await chat.press(w('sendDetails'), { ...fields, reference: byChance });
      await chat.press(w('sendDetails'), { ...fields, reference: '' });
      assert.ok(!chat.last().includes(w('maybeCardNumber.reference')));
      assert.ok(chat.last().includes(w('haveFields')));
    }));

  it('typed into another card it is warned of and goes nowhere', () =>
    paying(async (here) => {
      const { chat, w } = here;
      await chat.say('data analytics');
      await chat.press(w('subscribe'));
      await chat.press(w('next'), { contactName: byChance });
      assert.equal(chat.last(), w('cardNumberSeen'));
      await chat.say(`my card is ${byChance}`);
      assert.equal(chat.last(), w('cardNumberSeen'));
      assert.doesNotMatch(await everything(here), /4111/);
    }));
});
