import assert from 'node:assert/strict';
import type { Store } from '../../../store/contract.ts';
import { failingDisk } from '../../store/failing-disk.ts';
import type { TestBot, TestBotOptions } from '../../support/bot.ts';
import { partnerOf } from '../../talks/orders.ts';
import { withBot } from '../../talks/table.ts';
import { accept, buy, chatOf, offerProof, onlyOrder, pressing, review } from './demo.ts';

const fields = { paymentDate: '2026-03-02', account: 'IE29 AIBK 9311 5212 3456 78', reference: 'TRX 88' };

const referenceIn = (text: string): string => {
  const [, reference = ''] = /[Rr]efer[a-z]+[^:]*: (\S+)$/.exec(text) ?? [];
  assert.notEqual(reference, '', text);
  return reference;
};

const assertLogged = (bot: TestBot, reference: string): void => {
  const lines = bot.logged().split('\n');
  const [found] = lines.filter((line) => line.includes(`"reference":"${reference}"`));
  assert.match(found ?? '', /"level":"error".*"where":"turn"/);
};

/** A bot whose disk is full once it is told to be. */
const withFullDisk = (work: (bot: TestBot, full: (now: boolean) => void) => Promise<void>) => {
  const disk = failingDisk();
  return withBot((bot) => work(bot, (now) => void (disk.fails = () => now)), { disk });
};

describe('a disk that takes nothing', () => {
  it('Submit says that it could not be saved, once, and changes nothing; later it goes on', () =>
    withFullDisk(async (bot, full) => {
      const chat = chatOf(bot);
      await review(chat);
      const before = await partnerOf(bot);
      const press = pressing(chat, 'Submit', accept);
      const shown = chat.shown().length;
      full(true);
      await chat.send(press());
      assert.match(chat.last(), /could not be saved, so nothing was changed/);
      assert.equal(chat.shown().length, shown + 1);
      assertLogged(bot, referenceIn(chat.last()));
      full(false);
      assert.deepEqual(await partnerOf(bot), before);
      await chat.send(press());
      assert.match((await onlyOrder(bot)).number, /^\d{10}$/);
      await bot.restart();
      assert.equal((await onlyOrder(bot)).state, 'awaitingTransfer');
    }));

  it('a talk that can’t be kept says so; in Swedish too', () =>
    withFullDisk(async (bot, full) => {
      const chat = chatOf(bot, undefined, 'sv');
      full(true);
      await chat.say('erbjudanden');
      assert.match(chat.last(), /kunde detta inte sparas/);
      full(false);
      await chat.say('ordrar');
      assert.match(chat.last(), /Köpta erbjudanden/);
    }));

  it('what needs nothing kept is answered as ever', () =>
    withFullDisk(async (bot, full) => {
      const chat = chatOf(bot);
      full(true);
      await chat.say('help');
      assert.match(chat.last(), /What you can type/);
      full(false);
    }));

  it('a proof that can’t be kept is not taken, and can be sent again', () =>
    withFullDisk(async (bot, full) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      await chat.say('proof');
      await chat.press('Submit', fields);
      full(true);
      await chat.send(chat.speaker.file(offerProof(bot), 'proof.png'));
      assert.match(chat.last(), /could not be saved/);
      assert.deepEqual((await onlyOrder(bot)).proofs, []);
      full(false);
      await chat.send(chat.speaker.file(offerProof(bot), 'proof.png'));
      const [proof] = (await onlyOrder(bot)).proofs;
      assert.equal(proof?.reference, 'TRX 88');
    }));
});

describe('a part that breaks', () => {
  /** Keeping a proof throws, as many times as it is told to. */
  const breaking = (times: number): Pick<TestBotOptions, 'around'> => {
    let left = times;
    const around = (store: Store): Store => ({
      ...store,
      proofs: {
        ...store.proofs,
        put: (hash, bytes) =>
          left-- > 0 ? Promise.reject(new TypeError('no shelf')) : store.proofs.put(hash, bytes),
      },
    });
    return { around };
  };

  it('the person gets an apology with a reference that the log has; what was entered is kept', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      await chat.say('proof');
      await chat.press('Submit', fields);
      await chat.send(chat.speaker.file(offerProof(bot), 'proof.png'));
      assert.match(chat.last(), /something went wrong on our side/);
      assert.doesNotMatch(chat.last(), /shelf/);
      assertLogged(bot, referenceIn(chat.last()));
      assert.equal((await onlyOrder(bot)).state, 'awaitingTransfer');
      await chat.send(chat.speaker.file(offerProof(bot), 'proof.png'));
      const [proof] = (await onlyOrder(bot)).proofs;
      assert.equal(proof?.reference, 'TRX 88');
    }, breaking(1)));

  it('each fault has a reference of its own', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      const references: string[] = [];
      for (const name of ['a.png', 'b.png']) {
        await chat.send(chat.speaker.file(offerProof(bot), name));
        references.push(referenceIn(chat.last()));
      }
      assert.notEqual(references[0], references[1]);
    }, breaking(2)));
});
