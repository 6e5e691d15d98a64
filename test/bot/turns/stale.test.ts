import assert from 'node:assert/strict';
import type { Catalogue } from '../../../membership/rules/catalogue.ts';
import { parseMoney, type Currency } from '../../../membership/rules/money.ts';
import { demoImport } from '../../../playground/demo/partners.ts';
import { colleagues, currentPerson } from '../../../playground/demo/people.ts';
import type { TestBot } from '../../support/bot.ts';
import { day } from '../../support/partner.ts';
import { ordersOf, partnerOf } from '../../talks/orders.ts';
import { today, withBot } from '../../talks/table.ts';
import { accept, allShown, buy, chatOf, onlyOrder, pressing, review } from './demo.ts';

describe('an old card', () => {
  it('after stop: says that it is out of date, and a typed answer that nothing was asked', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      const press = pressing(chat, 'Submit', accept);
      await chat.say('stop');
      await chat.send(press());
      assert.match(allShown(chat), /no longer current. Nothing was changed/);
      await chat.say('submit');
      assert.match(allShown(chat), /I have not asked anything, so nothing was bought or changed/);
      assert.deepEqual(await ordersOf(bot), []);
    }));

  it('of an earlier talk: the newer one is not answered by it', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      const press = pressing(chat, 'Submit', accept);
      await review(chat);
      await chat.send(press());
      assert.deepEqual(await ordersOf(bot), []);
    }));

  it('with Cancel Order, once the order has expired: refused by the store’s truth', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      await chat.say('cancel');
      const press = pressing(chat, 'Cancel Order');
      await chat.say('stop');
      bot.clock.set('2026-04-02T00:00:00Z');
      await chat.send(press());
      assert.match(chat.last(), /has already ended: Expired. There is nothing to cancel/);
      assert.equal(
        (await onlyOrder(bot)).state,
        'awaitingTransfer',
        'what time has done no job has written yet',
      );
    }));

  it('with Cancel Order, pressed after a restart, cancels as it would have', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      await chat.say('cancel');
      await bot.restart();
      await chat.send(pressing(chat, 'Cancel Order')());
      assert.equal((await onlyOrder(bot)).state, 'cancelled');
    }));

  for (const word of ['yes', 'ja', 'ok', 'submit', 'next', 'accept'])
    it(`none: "${word}" with nothing asked buys nothing, and brings the menu`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot);
        const before = await partnerOf(bot);
        await chat.say(word);
        assert.match(allShown(chat), /I have not asked anything/);
        assert(chat.buttons().includes('Membership offers'));
        assert.deepEqual(await partnerOf(bot), before);
      }));
});

describe('a restart in the middle of a talk', () => {
  it('loses nothing of what was entered', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await chat.say('data analytics');
      await chat.press('Subscribe');
      await chat.press('Next', { contactName: 'Zoë Bakker' });
      await bot.restart();
      await chat.press('Submit', accept);
      assert.equal((await onlyOrder(bot)).buyer.contact.name, 'Zoë Bakker');
    }));

  /** What another version left behind. */
  const left: Readonly<Record<string, unknown>> = {
    'a dialog that is gone': { dialogStack: [{ id: 'pay-by-cheque.v3', state: {} }] },
    'an older version of one': {
      dialogStack: [
        { id: 'purchase.v0', state: { stepIndex: 2 } },
        { id: 'purchase-review.v0', state: {} },
      ],
    },
    'nothing that is a talk': { stack: 'full' },
  };
  for (const [name, dialogs] of Object.entries(left))
    it(`that finds ${name} says a word and brings the menu; then all is well`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot);
        await chat.say('offers');
        const { tenantId, aadObjectId } = currentPerson;
        const record = await bot.app.store.chats.read({ tenantId, aadObjectId });
        assert(record?.dialogs);
        await bot.app.store.chats.write({ ...record, dialogs: { dialogs: dialogs as never } });
        await bot.restart();
        await chat.say('data platform');
        assert.match(allShown(chat), /I was updated in the meantime.*Nothing was changed/);
        assert(chat.buttons().includes('Membership offers'));
        await chat.say('data platform');
        assert.match(chat.last(), /Data Platform/);
      }));
});

/** The demo partners, with other roles for Alex. */
const withRoles = (...roles: readonly string[]): object => {
  const file = structuredClone(demoImport(day(today))) as {
    partners: { people: { aadObjectId: string; roles: readonly string[] }[] }[];
  };
  for (const { people } of file.partners)
    for (const person of people) if (person.aadObjectId === currentPerson.aadObjectId) person.roles = roles;
  return file;
};

describe('a role that is taken away', () => {
  it('in the middle of a purchase: Submit is refused, and who can help is named', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      await bot.import(withRoles());
      await chat.press('Submit', accept);
      assert.match(allShown(chat), /Not authorised: you need the role .* Megan Bowen/);
      assert.deepEqual(await ordersOf(bot), []);
      await bot.import(withRoles('accountAdmin'));
      await buy(bot, chat);
    }));

  it('before a cancel is confirmed, or a proof submitted: refused', () =>
    withBot(async (bot) => {
      const [megan] = colleagues;
      const chat = chatOf(bot);
      const { number } = await buy(bot, chatOf(bot, megan));
      await chat.say(`cancel ${number}`);
      await bot.import(withRoles());
      await chat.press('Cancel Order');
      assert.match(chat.last(), /Not authorised/);
      assert.equal((await onlyOrder(bot)).state, 'awaitingTransfer');
    }));
});

/** The same catalogue at another gold fee, and with another account. */
const dearer = (catalogue: Catalogue, fee: string, account: string): Catalogue => {
  const nl = catalogue.countries['NL'];
  const eur = catalogue.bankAccounts['EUR'];
  const gold = parseMoney('EUR' as Currency, fee);
  assert(nl && eur && gold);
  return {
    ...catalogue,
    countries: { ...catalogue.countries, NL: { ...nl, fees: { ...nl.fees, gold } } },
    bankAccounts: { ...catalogue.bankAccounts, EUR: { ...eur, account } },
  };
};

describe('a fee that changes', () => {
  const account = 'DE89 3704 0044 0532 0130 00';
  const change = (bot: TestBot) => bot.restart(dearer(bot.catalogue, '4000.00', account));

  it('between review and Submit: is said and reviewed again, then bought at the new one', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await review(chat);
      await change(bot);
      await chat.press('Submit', accept);
      assert.deepEqual(await ordersOf(bot), []);
      assert.match(chat.last(), /has changed since it was shown/);
      assert.match(chat.last(), /3,000\.00/);
      assert.match(chat.last(), /DE89/);
      await chat.press('Submit', accept);
      const order = await onlyOrder(bot);
      assert.deepEqual(order.quote.total, { currency: 'EUR', minor: 300_000 });
      assert.equal(order.account?.account, account);
    }));

  it('after Submit: the order keeps its own, and its account', () =>
    withBot(async (bot) => {
      const chat = chatOf(bot);
      await buy(bot, chat);
      const before = await onlyOrder(bot);
      await change(bot);
      const after = await onlyOrder(bot);
      assert.equal(JSON.stringify(after), JSON.stringify(before));
      await chat.say(before.number);
      assert.match(chat.last(), /2,850\.00/);
      assert.match(chat.last(), new RegExp(before.account!.account));
      assert.doesNotMatch(chat.last(), /DE89|3,000\.00/);
    }));
});
