import assert from 'node:assert/strict';
import { choicesOf } from '../../membership/rules/reminder-plan.ts';
import { demoImport } from '../../playground/demo/partners.ts';
import { colleagues, dana, type DemoPerson } from '../../playground/demo/people.ts';
import { day } from '../support/partner.ts';
import { ordersOf, partnerOf } from './orders.ts';
import { askTitle, between, rolesOf } from './role-talk.ts';
import { presses, says, talk, talkerIn, today, type Talker } from './table.ts';

const [megan, adele, isaiah] = colleagues;

describe('forged presses about roles', () => {
  it('change nothing: the asker’s own answer, another organisation’s admin, a stranger’s request', () =>
    between(async ({ bot, asker, admin }) => {
      await talk(asker, [[says('orders')], [presses('Ask Megan Bowen')]]);
      const { data } = admin.chat.button('Grant role');
      const before = await partnerOf(bot);
      const elsewhere = talkerIn(bot, 'en', dana);
      const theirs = await partnerOf(bot, dana.tenantId);
      const { request } = data;
      const forged: readonly (readonly [Talker, Record<string, unknown>])[] = [
        [asker, { ...data, role: 'globalAdmin' }],
        [asker, { v: 1, action: 'declineRequest', request }],
        [asker, { v: 1, action: 'grantRole', nonce: 'n', to: isaiah.aadObjectId, role: 'globalAdmin' }],
        [asker, { v: 1, action: 'askRole', of: adele.aadObjectId, command: 'c' }],
        [asker, { v: 1, action: 'askRole', of: isaiah.aadObjectId, command: 'c' }],
        [elsewhere, { ...data, role: 'mpnPartnerAdmin' }],
        [elsewhere, { v: 1, action: 'declineRequest', request }],
        [elsewhere, { v: 1, action: 'grantRole', nonce: 'n', to: isaiah.aadObjectId, role: 'globalAdmin' }],
        [talkerIn(bot, 'en', adele), { ...data, role: 'mpnPartnerAdmin' }],
        [admin, { ...data, request: 'nobody', role: 'mpnPartnerAdmin' }],
        [admin, { ...data, role: 'operator' }],
        [admin, { ...data, request: ['x'], role: '__proto__' }],
      ];
      for (const [who, press] of forged) await who.chat.send(who.chat.speaker.submit(press));
      assert.deepEqual(await partnerOf(bot), before);
      assert.deepEqual(await partnerOf(bot, dana.tenantId), theirs);
      assert.doesNotMatch(bot.logged(), /"level":"error"/);
    }));
});

describe('a role taken away', () => {
  const without = (who: DemoPerson) => {
    const file = structuredClone(demoImport(day(today))) as {
      partners: { people: { aadObjectId: string; roles: string[] }[] }[];
    };
    for (const { people } of file.partners)
      for (const person of people) if (person.aadObjectId === who.aadObjectId) person.roles = [];
    return file;
  };

  it('mid-purchase: refused at the next deed, with the way to ask for it', () =>
    between(async ({ bot }) => {
      const buyer = talkerIn(bot, 'en', adele);
      await talk(buyer, [
        [says('data analytics')],
        [presses('Subscribe')],
        [presses('Next'), 'Review purchase details'],
        [() => bot.import(without(adele))],
        [presses('Submit', { agreement: 'true' }), 'Not authorised', `[${askTitle(buyer)}]`],
        [says('orders'), 'Not authorised'],
      ]);
      assert.deepEqual(await ordersOf(bot), []);
    }));

  it('mid-choice of a reminder’s day: nothing is kept, and the way to ask for it stands there', () =>
    between(async ({ bot }) => {
      const owner = talkerIn(bot, 'en', adele);
      await talk(owner, [[says('reminders')], [presses('Remind me later'), '[Tomorrow]']]);
      await bot.import(without(adele));
      await talk(owner, [[presses('Tomorrow'), 'Not authorised', `[${askTitle(owner)}]`]]);
      await talk(owner, [[says('renew'), 'Not authorised', `[${askTitle(owner)}]`]]);
      assert.deepEqual(choicesOf(await partnerOf(bot), adele.aadObjectId).later, []);
    }));

  it('of an admin who was asked: they can grant nothing any more', () =>
    between(async ({ bot, asker, admin }) => {
      await talk(asker, [[says('orders')], [presses('Ask Megan Bowen')]]);
      await bot.import(without(megan));
      await talk(admin, [[presses('Grant role'), 'You can’t give the role of MPN partner admin']]);
      assert.deepEqual(await rolesOf(bot, isaiah), []);
    }));

  it('of who was granted it: the import’s word counts', () =>
    between(async ({ bot, asker, admin }) => {
      await talk(asker, [[says('orders')], [presses('Ask Megan Bowen')]]);
      await talk(admin, [[presses('Grant role'), 'You gave']]);
      await talk(asker, [[says('orders'), 'Purchased offers']]);
      await bot.import(demoImport(day(today)));
      await talk(asker, [[says('orders'), 'Not authorised']]);
    }));
});
