import assert from 'node:assert/strict';
import { currentPerson } from '../../../playground/demo/people.ts';
import { minute, shopping, type Shop } from './shop.ts';
import { asksForPage, buys, here, linkIn, opensPage, pays } from './steps.ts';

/** Alex has paid. @returns the receipt's link, as it is reached in this run */
const receiptLink = async (shop: Shop): Promise<string> => {
  await buys(shop);
  await pays(shop, await opensPage(shop));
  await shop.settled();
  return here(shop, linkIn(shop.chat, 'Receipt ↗'));
};

const leaves = async ({ bot, partner }: Shop): Promise<void> => {
  const { mpnId } = await partner();
  await bot.app.store.partners.change(mpnId, (before) => ({
    kind: 'commit',
    partner: {
      ...before,
      people: before.people.filter(({ aadObjectId }) => aadObjectId !== currentPerson.aadObjectId),
    },
    answer: undefined,
  }));
};

/** Nobody learns from the refusal whether there is such an order. */
const refused = async (shop: Shop, link: string, status: number): Promise<void> => {
  const answer = await fetch(link);
  assert.equal(answer.status, status);
  const page = await answer.text();
  for (const { number } of (await shop.partner()).orders) assert.ok(!page.includes(number));
  assert.doesNotMatch(page, /Fabrikam|2,850/);
};

const token = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

describe('the receipt’s link', () => {
  it('is a PDF that is not kept on the way, as often as it is asked for', () =>
    shopping(async (shop) => {
      const link = await receiptLink(shop);
      for (let time = 0; time < 2; time += 1) {
        const answer = await fetch(link);
        assert.deepEqual(
          [answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')],
          [200, 'application/pdf', 'no-store'],
        );
        assert.equal(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 5), '%PDF-');
      }
    }));

  it('each reader has their own, and the order by itself is enough for none', () =>
    shopping(async (shop) => {
      const mine = await receiptLink(shop);
      await shop.colleague.say((await shop.order()).number);
      const hers = here(shop, linkIn(shop.colleague, 'Receipt ↗'));
      assert.notEqual(token(hers), token(mine));
      assert.equal((await fetch(hers)).status, 200);
      await refused(shop, `${shop.bot.url}/pay/receipt/${(await shop.order()).number}`, 404);
    }));

  it('after half an hour: expired; asked for again in the chat: good', () =>
    shopping(async (shop) => {
      const link = await receiptLink(shop);
      await shop.passes(29 * minute);
      assert.equal((await fetch(link)).status, 200);
      await shop.passes(minute);
      await refused(shop, link, 410);
      await shop.chat.say('receipt');
      assert.equal((await fetch(here(shop, linkIn(shop.chat, 'Receipt ↗')))).status, 200);
    }));

  it('forged: another order, person, purpose, time or signature', () =>
    shopping(async (shop) => {
      const link = await receiptLink(shop);
      const parts = token(link).split('.');
      const [, , until = '', partner = '', order = ''] = parts;
      const swaps: readonly (readonly [string, string])[] = [
        [`.${order}.`, '.5500000006.'],
        [`.${currentPerson.aadObjectId}.`, `.${shop.colleague.speaker.conversation}.`],
        [`.${partner}.`, '.6234462.'],
        [`.${until}.`, `.${until.replace(/.$/, 'z')}z.`],
        [parts.at(-1) ?? '', 'A'.repeat(43)],
      ];
      for (const [from, to] of swaps) {
        assert.ok(link.includes(from), from);
        await refused(shop, link.replace(from, to), 404);
      }
    }));

  it('a link for another purpose opens no receipt', () =>
    shopping(async (shop) => {
      await buys(shop);
      const pay = here(shop, linkIn(shop.chat, 'Open payment page ↗'));
      await pays(shop, await opensPage(shop));
      await shop.settled();
      await refused(shop, pay.replace('/pay/', '/pay/receipt/'), 404);
    }));

  it('whoever has left the organisation: neither receipt nor page', () =>
    shopping(async (shop) => {
      await buys(shop);
      const button = shop.chat.shown().at(-1);
      const before = { ...shop.chat, shown: () => (button ? [button] : []) };
      await pays(shop, await opensPage(shop));
      await shop.settled();
      const receipt = here(shop, linkIn(shop.chat, 'Receipt ↗'));
      await leaves(shop);
      await refused(shop, receipt, 404);
      assert.equal((await asksForPage(shop, before)).status, 404);
    }));
});
