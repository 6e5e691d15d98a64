import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import {
  colleagues,
  currentPerson,
  dana,
  operator,
  stranger,
  type DemoPerson,
} from '../../../playground/demo/people.ts';
import { orderNumber } from '../../support/partner.ts';
import { ordersOf, partnerOf } from '../../talks/orders.ts';
import { withBot } from '../../talks/table.ts';
import { allShown, buy, chatOf, offerProof, png } from './demo.ts';

const [megan, adele, isaiah, patti, lynne] = colleagues;
const needsRole = /Not authorised: you need the role .* Ask your global admin: Megan Bowen\./;

const everyFile = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);

describe('who may buy', () => {
  for (const who of [currentPerson, megan, adele, patti])
    it(`${who.about}: orders`, () =>
      withBot(async (bot) => {
        const order = await buy(bot, chatOf(bot, who));
        assert.equal(order.placedBy, who.aadObjectId);
      }));
});

describe('who may not', () => {
  /** Known to the directory, but no person of the partner's. */
  const unlisted: DemoPerson = { ...isaiah, aadObjectId: dana.aadObjectId, about: 'nobody listed' };

  for (const who of [isaiah, lynne, unlisted]) {
    it(`${who.about}: help, language, fees and tiles, which name the global admins`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot, who);
        await chat.send(chat.speaker.installed());
        assert.match(chat.last(), /Welcome/);
        await chat.say('help');
        assert.match(chat.last(), /What you can type/);
        await chat.say('fee');
        await chat.say('messaging');
        assert.match(chat.last(), /3,800\.00/);
        await chat.say('data analytics');
        assert.match(chat.last(), needsRole);
        assert.deepEqual(
          chat.buttons().filter((title) => title === 'Subscribe'),
          [],
        );
        await chat.say('svenska');
        assert.match(chat.last(), /Medlemskapserbjudanden/);
      }));

    it(`${who.about}: no order, proof, cancel, nor a look at orders`, () =>
      withBot(async (bot) => {
        const { number } = await buy(bot, chatOf(bot));
        const chat = chatOf(bot, who);
        for (const words of ['orders', 'proof', `proof ${number}`, 'cancel', `cancel ${number}`, number]) {
          await chat.say(words);
          assert.match(chat.last(), needsRole, words);
        }
        await chat.say('data analytics');
        await chat.say('subscribe gold');
        assert.match(chat.last(), needsRole);
        assert.doesNotMatch(allShown(chat), new RegExp(`${number}|Awaiting transfer`));
        assert.deepEqual(
          (await ordersOf(bot)).map(({ state }) => state),
          ['awaitingTransfer'],
        );
      }));

    it(`${who.about}: a file is refused and never fetched`, () =>
      withBot(async (bot) => {
        await buy(bot, chatOf(bot));
        const chat = chatOf(bot, who);
        const desktop = offerProof(bot);
        const phone = bot.connector.offer({ bytes: png, contentType: 'image/png', onConnector: true });
        await chat.send(chat.speaker.file(desktop, 'proof.png', '2026-03-02'));
        await chat.send(chat.speaker.image(phone));
        assert.match(chat.last(), needsRole);
        assert.deepEqual([...bot.connector.fetches(desktop), ...bot.connector.fetches(phone)], []);
      }));

    it(`${who.about}: cards of somebody who may change nothing`, () =>
      withBot(async (bot) => {
        const admin = chatOf(bot);
        await buy(bot, admin);
        const before = await partnerOf(bot);
        const chat = chatOf(bot, who);
        for (const title of ['Cancel Order', 'Upload payment proof']) {
          await chat.send(chat.speaker.submit(admin.button(title).data));
          assert.match(chat.last(), needsRole);
        }
        await admin.say('cancel');
        await chat.send(chat.speaker.submit(admin.button('Cancel Order').data));
        assert.match(chat.last(), needsRole);
        assert.deepEqual(await partnerOf(bot), before);
      }));
  }
});

describe('orders of others', () => {
  it('another organisation’s number, and nobody’s, are not found: typed or pressed', () =>
    withBot(async (bot) => {
      const { number } = await buy(bot, chatOf(bot));
      const before = await partnerOf(bot);
      const chat = chatOf(bot, dana);
      for (const each of [number, orderNumber(99)]) {
        for (const words of [each, `cancel ${each}`, `proof ${each}`]) {
          await chat.say(words);
          assert.match(chat.last(), /Your organisation has no such order/, words);
        }
        for (const action of ['order', 'cancel', 'proof']) {
          await chat.send(chat.speaker.submit({ v: 1, action, order: each }));
          assert.match(chat.last(), /no such order/, action);
        }
      }
      assert.doesNotMatch(allShown(chat), /Fabrikam|Data Analytics/);
      assert.deepEqual(await partnerOf(bot), before);
    }));
});

describe('who belongs to no partner', () => {
  it('is told once a day where to join, and nothing of them is kept', () =>
    withBot(async (bot) => {
      const before = await everyFile(bot.folder);
      const chat = chatOf(bot, stranger, 'nl');
      await chat.send(chat.speaker.installed());
      await chat.say('help');
      await chat.send(chat.speaker.submit({ v: 1, action: 'orders' }));
      await chat.send(chat.speaker.file(offerProof(bot), 'proof.png'));
      assert.equal(chat.shown().length, 1);
      assert.match(chat.last(), /Uw organisatie is hier niet bekend als partner.*https:/);
      bot.clock.set('2026-03-03T00:00:00Z');
      await chat.say('hello');
      assert.equal(chat.shown().length, 2);
      assert.deepEqual(await everyFile(bot.folder), before);
    }));

  it('and is an operator: is told that buying is the partners’ own', () =>
    withBot(
      async (bot) => {
        const chat = chatOf(bot, operator, 'sv');
        await chat.say('erbjudanden');
        assert.match(chat.last(), /inloggad som operatör/);
        assert.doesNotMatch(bot.logged(), /"level":"error"/);
      },
      { operators: [operator] },
    ));
});

describe('in a group', () => {
  for (const conversationType of ['groupChat', 'channel'])
    it(`of the kind ${conversationType}: one sentence that points to the personal chat, whatever is asked`, () =>
      withBot(async (bot) => {
        const chat = chatOf(bot);
        const { number } = await buy(bot, chat);
        const conversation = { id: '19:group', conversationType, tenantId: currentPerson.tenantId };
        for (const activity of [chat.speaker.message('orders'), chat.speaker.message(`cancel ${number}`)])
          await chat.send({ ...activity, conversation });
        const said = bot.connector.shown('19:group').map(({ text }) => text);
        assert.equal(said.length, 2);
        for (const text of said) assert.match(text ?? '', /please write to me in a personal chat/);
        // What a group says does not move the personal chat's talk, nor where its person is reached.
        await chat.say('orders');
        assert.match(chat.last(), /Awaiting transfer/);
      }));
});
