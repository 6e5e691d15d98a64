import assert from 'node:assert/strict';
import { openBlobProofs } from '../../store/blob/proofs.ts';
import { startAzurite, type Azurite } from '../support/azurite.ts';
import { withBot } from '../talks/table.ts';
import { buy, chatOf, offerProof, onlyOrder, png } from './turns/demo.ts';

const fields = { paymentDate: '2026-03-02', account: 'IE29 AIBK 9311 5212 3456 78', reference: 'TRX 88' };
const identity = { kind: 'azurite' } as const;

describe('the bot with its proofs in an object store', () => {
  let azurite: Azurite;
  before(async () => {
    azurite = await startAzurite();
  });
  after(() => azurite.stop());

  it('keeps a proof there; while it hangs says “not saved”, keeps what was entered, and goes on after it', async () => {
    const place = { url: azurite.containerUrl('proofs'), identity };
    const { proofs } = await openBlobProofs(place, { perTry: 150, overall: 500 });
    await withBot(
      async (bot) => {
        const chat = chatOf(bot);
        await buy(bot, chat);
        await chat.say('proof');
        await chat.press('Submit', fields);
        azurite.hang();
        try {
          await chat.send(chat.speaker.file(offerProof(bot), 'proof.png'));
        } finally {
          azurite.goOn();
        }
        assert.match(chat.last(), /could not be saved, so nothing was changed/);
        assert.equal((await onlyOrder(bot)).state, 'awaitingTransfer');
        assert.match(
          bot.logged(),
          /"code":"notSaved","message":"a proof could not be kept in the object store/,
        );
        assert.doesNotMatch(bot.logged(), /devstoreaccount1|127\.0\.0\.1:\d+\/dev/);

        await chat.send(chat.speaker.file(offerProof(bot), 'proof.png'));
        const { state, proofs: given } = await onlyOrder(bot);
        assert.equal(state, 'proofUnderReview');
        assert.equal(given[0]?.reference, 'TRX 88');
        assert.deepEqual(Buffer.from((await proofs.get(given[0].hash))!), png);
      },
      { around: (store) => ({ ...store, proofs }) },
    );
  });
});
