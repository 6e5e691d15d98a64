import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { languages } from '../../membership/rules/catalogue.ts';
import { colleagues, objectOf, type DemoPerson } from '../../playground/demo/people.ts';
import { partnerOf } from './orders.ts';
import { askTitle, between, rolesOf, type Both } from './role-talk.ts';
import { installs, not, presses, says, talk, talkerIn, withBot, type Talker } from './table.ts';

const [megan, adele, isaiah, , lynne] = colleagues;
const unlisted: DemoPerson = {
  ...isaiah,
  key: 'kim',
  name: 'Kim Roos',
  aadObjectId: objectOf('kim'),
  userId: '29:kim',
};

const inEach = (title: string, work: (both: Both) => Promise<void>, who = isaiah): void => {
  for (const language of languages) it(`${title} (${language})`, () => between(work, language, who));
};

/** What a chat shows while somebody else acts in theirs. */
const meanwhile = async (talker: Talker, work: () => Promise<void>): Promise<string> => {
  const before = talker.mark();
  await work();
  return talker.heard(before);
};

const shows = (heard: string, ...texts: readonly string[]): void => {
  for (const text of texts) assert.ok(heard.includes(text), `missing: ${text}\n--- shown:\n${heard}`);
};

const dayIn = { en: '2 March 2026', nl: '2 maart 2026', sv: '2 mars 2026' } as const;

describe('asking for a role', () => {
  inEach('a refused colleague asks, an admin grants, both are told, and it works at once', async (both) => {
    const { bot, asker, admin } = both;
    const { language, w } = asker;
    const asked = await meanwhile(admin, () =>
      talk(asker, [
        [says('orders'), w('needsRole'), `[${askTitle(asker)}]`],
        [presses(askTitle(asker)), say(language, 'hasBeenAsked', { name: megan.name }), w('answerComes')],
      ]),
    );
    shows(
      asked,
      say(language, 'asksForRole', { name: isaiah.name }),
      isaiah.email,
      w('nameFromTeams'),
      `[${w('grantRole')}]`,
      `[${w('declineRole')}]`,
    );
    const given = { role: w('role.mpnPartnerAdmin'), day: dayIn[language] };
    const told = await meanwhile(asker, () =>
      talk(admin, [
        [
          presses(w('grantRole')),
          say(language, 'given.byYou', { to: isaiah.name, ...given }),
          not(`[${w('grantRole')}]`),
        ],
      ]),
    );
    shows(told, say(language, 'given.toYou', { by: megan.name, ...given }), `[${w('membershipOffers')}]`);
    assert.deepEqual(await rolesOf(bot, isaiah), ['mpnPartnerAdmin']);
    await talk(asker, [[says('orders'), w('purchasedOffers'), not(w('needsRole'))]]);
  });

  inEach(
    'somebody whom nobody has listed is declined, told, and may ask again',
    async ({ bot, asker, admin }) => {
      const { language, w } = asker;
      const asked = await meanwhile(admin, () =>
        talk(asker, [[says('cancel'), w('needsRole')], [presses(askTitle(asker))]]),
      );
      shows(asked, unlisted.name, w('isNotListed'));
      const told = await meanwhile(asker, () =>
        talk(admin, [
          [
            presses(w('declineRole')),
            say(language, 'declined.byYou', { to: unlisted.name, day: dayIn[language] }),
          ],
        ]),
      );
      shows(told, say(language, 'declined.toYou', { by: megan.name, day: dayIn[language] }), w('stillLook'));
      assert.equal(await rolesOf(bot, unlisted), undefined);
      const types = (await partnerOf(bot)).history.map(({ event }) => event.type);
      assert.deepEqual(types, ['roleAsked', 'roleDeclined']);
      await talk(asker, [
        [presses(w('roles')), `[${askTitle(asker)}]`],
        [presses(askTitle(asker)), say(language, 'hasBeenAsked', { name: megan.name })],
      ]);
    },
    unlisted,
  );

  it('stands wherever somebody is not authorised: welcome, help, tiles, fields, roles', () =>
    between(async ({ asker }) => {
      const ask = `[${askTitle(asker)}]`;
      await talk(asker, [
        [installs, ask],
        [says('help'), ask],
        [says('data analytics'), ask],
        [says('subscribe gold'), ask],
        [says('roles'), ask, 'Your roles: none', 'see offers and fees'],
        [says('receipt'), ask],
      ]);
    }));

  inEach('stands where renewing, reminders and refunds are refused too', async ({ asker }) => {
    const { w } = asker;
    const refused = [w('needsRole'), `[${askTitle(asker)}]`] as const;
    await talk(asker, [
      ...(['typed.renew', 'typed.reminders', 'remindLater', 'stopReminding', 'typed.refund'] as const).map(
        (word) => [says(w(word)), ...refused] as const,
      ),
      [presses(askTitle(asker)), w('answerComes')],
    ]);
  });

  it('where no global admin can be reached, the link stands instead', () =>
    withBot(async (bot) => {
      const asker = talkerIn(bot, 'en', isaiah);
      const link = '[Find your global admin ↗](https:';
      await talk(asker, [
        [
          says('orders'),
          'Ask your global admin: Megan Bowen.',
          'can’t reach any of them',
          link,
          not('[Ask '),
        ],
        [says('data analytics'), link, not('[Ask ')],
      ]);
    }));

  it('the same admin again is not asked twice; the card says when it was', () =>
    between(async ({ bot, asker }) => {
      await talk(asker, [[says('orders')], [says('roles')], [presses('Ask Megan Bowen')]]);
      const [first] = asker.chat.shown();
      assert(first);
      await talk(asker, [
        [presses('Ask Megan Bowen'), 'has been asked'],
        [says('roles'), 'Megan Bowen was asked on 2 March 2026', not('[Ask Megan')],
      ]);
      assert.equal((await partnerOf(bot)).requests.length, 1);
    }));

  it('an admin who has gone since can’t be asked', () =>
    between(async ({ bot, asker, admin }) => {
      await talk(asker, [[says('orders')]]);
      await admin.chat.send({ ...admin.chat.speaker.installed(), action: 'remove' });
      await talk(asker, [
        [presses('Ask Megan Bowen'), 'Megan Bowen can’t be reached here any more', 'Find your global admin'],
      ]);
      assert.deepEqual((await partnerOf(bot)).requests, []);
    }));
});

describe('giving a role', () => {
  inEach('an admin gives a colleague a role unasked, who is told', async ({ bot, asker, admin }) => {
    const { language, w } = admin;
    await talk(asker, [[installs]]);
    const given = { role: w('role.accountAdmin'), day: dayIn[language] };
    const told = await meanwhile(asker, () =>
      talk(admin, [
        [says(w('typed.roles')), w('giveColleague'), w('allows.grantAny')],
        [presses(w('grantRole')), w('chooseColleague')],
        [
          presses(w('grantRole'), { to: isaiah.aadObjectId, role: 'accountAdmin' }),
          say(language, 'given.byYou', { to: isaiah.name, ...given }),
        ],
      ]),
    );
    shows(told, say(language, 'given.toYou', { by: megan.name, ...given }));
    assert.deepEqual(await rolesOf(bot, isaiah), ['accountAdmin']);
  });

  it('an account admin gives MPN partner admin, and nothing else, whatever the press says', () =>
    withBot(async (bot) => {
      const admin = talkerIn(bot, 'en', adele);
      await talk(admin, [
        [says('roles'), 'make colleagues MPN partner admin'],
        [
          presses('Grant role', { to: lynne.aadObjectId, role: 'globalAdmin' }),
          'You can’t give the role of global admin',
        ],
        [presses('Grant role', { to: adele.aadObjectId, role: 'mpnPartnerAdmin' }), 'You can’t give'],
        [
          presses('Grant role', { to: lynne.aadObjectId, role: 'mpnPartnerAdmin' }),
          '✔ You gave Lynne Robbins',
        ],
      ]);
      assert.deepEqual(await rolesOf(bot, lynne), ['mpnPartnerAdmin']);
      assert.deepEqual(await rolesOf(bot, adele), ['accountAdmin']);
    }));

  it('a grant by somebody else settles the request, and the card of who was asked says so', () =>
    between(async ({ bot, asker, admin }) => {
      await talk(asker, [[says('orders')], [presses('Ask Megan Bowen')]]);
      const old = admin.chat.button('Grant role');
      const other = talkerIn(bot, 'en', adele);
      const told = await meanwhile(admin, () =>
        talk(other, [
          [says('roles')],
          [presses('Grant role', { to: isaiah.aadObjectId }), '✔ You gave Isaiah Langer'],
        ]),
      );
      shows(told, '✔ Adele Vance gave Isaiah Langer the role of MPN partner admin on 2 March 2026.');
      const before = await partnerOf(bot);
      await admin.chat.send(admin.chat.speaker.submit({ ...old.data, role: 'globalAdmin' }, old.card));
      assert.match(admin.chat.last(), /Adele Vance gave Isaiah Langer/);
      assert.deepEqual(await partnerOf(bot), before);
    }));
});
