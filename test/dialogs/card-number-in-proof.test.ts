import assert from 'node:assert/strict';
import { currentPerson } from '../../playground/demo/people.ts';
import { buys, paying, type Paying } from './paying.ts';

const byChance = '4111 1111 1111 1111';
const fields = { paymentDate: '2026-03-01', account: 'NL91 ABNA 0417 1643 00', reference: 'TRX-1' };

const inputs = ({ chat }: Paying): Record<string, unknown> => {
  const text = JSON.stringify(chat.shown().map(({ attachments }) => attachments));
  return Object.fromEntries(
    [...text.matchAll(/"id":"(account|reference)"[^}]*?"value":"([^"]*)"/g)].map(([, id, value]) => [
      id,
      value,
    ]),
  );
};
const everything = ({ bot, chat }: Paying): string =>
  bot.logged() + JSON.stringify(bot.connector.in(chat.speaker.conversation).map(({ activity }) => activity));

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
        assert.equal(inputs(here)[field], undefined);
        await chat.press(w('sendDetails'), { ...fields, [field]: byChance });
        assert.ok(!chat.last().includes(w(`maybeCardNumber.${field}`)));
        assert.ok(chat.last().includes(w('haveFields')));
        assert.equal(inputs(here)[field], byChance);
      }));
  }

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
