import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { languages } from '../../membership/rules/catalogue.ts';
import {
  at,
  inEachLanguage,
  installs,
  not,
  nothing,
  presses,
  says,
  talk,
  talkerIn,
  withBot,
} from './table.ts';

describe('meeting the bot', () => {
  inEachLanguage('is welcomed once, by the installation alone', ({ chat, language, w }) => [
    [() => chat.send(chat.speaker.joined()), nothing],
    [
      installs,
      say(language, 'hello', { name: 'Alex Wilber' }),
      say(language, 'whatICanDo', { organisation: 'Fabrikam B.V.' }),
      `[${w('membershipOffers')}]`,
      `[${w('help')}]`,
    ],
    [installs, nothing],
    [() => chat.send(chat.speaker.joined()), nothing],
    // A day later it is a new installation.
    [at('2026-03-03T09:00:00Z')],
    [installs, say(language, 'hello', { name: 'Alex Wilber' })],
  ]);

  inEachLanguage('is welcomed once, however much a client tells at once', ({ chat, language }) => {
    const hello = say(language, 'hello', { name: 'Alex Wilber' });
    const told = [chat.speaker.installed(), chat.speaker.joined(), chat.speaker.installed()];
    return [
      [
        () => Promise.all(told.map((each) => chat.send(each))),
        new RegExp(`^(?!.*${hello}.*${hello})`, 's'),
        hello,
      ],
    ];
  });

  inEachLanguage('help says what can be typed, and leads on', ({ w }) => [
    [says('help'), w('whatYouCanType'), w('typed.proof'), w('nextSteps'), `[${w('membershipOffers')}]`],
    [presses(w('membershipOffers')), w('chooseCompetency')],
    [says('hulp'), w('whatYouCanType'), w('chooseCompetency')],
    [says('HJÄLP!'), w('whatYouCanType')],
  ]);

  inEachLanguage('a greeting brings the menu', ({ w }) => [
    [says('Hej'), w('whatNext'), `[${w('purchasedOffers')}]`],
    [says('goedemorgen'), w('whatNext')],
    [presses(w('checkFee')), w('chooseForFee')],
  ]);
});

describe('the language', () => {
  const changes = {
    language: 'English',
    taal: 'Nederlands',
    språk: 'Svenska',
  };

  for (const [index, [word, name]] of Object.entries(changes).entries()) {
    const chosen = languages[index]!;
    inEachLanguage(`becomes ${chosen} by a typed "${word}" and a button`, ({ w }) => [
      [says(word), w('chooseLanguage')],
      [presses(name), say(chosen, 'languageChanged')],
      [says('orders'), say(chosen, 'purchasedOffers')],
    ]);
    inEachLanguage(`becomes ${chosen} by a typed "${name}"`, () => [
      [says(name), say(chosen, 'languageChanged')],
      [says('orders'), say(chosen, 'purchasedOffers')],
    ]);
  }

  it('changes within a talk, which goes on where it was', () =>
    withBot(async (bot) => {
      await talk(talkerIn(bot, 'en'), [
        [says('data analytics'), 'Offers available for purchase'],
        [presses('Subscribe'), 'Purchase details'],
        [says('language swedish'), 'Från och med nu', 'Köpuppgifter', not('Purchase details')],
        [presses('Nästa'), 'Granska köpuppgifterna'],
      ]);
    }));

  it('is the person’s choice before the activity’s locale, also after a restart', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      await talk(talker, [[says('svenska'), 'Från och med nu']]);
      await bot.restart();
      await talk(talker, [[says('orders'), 'Köpta erbjudanden', not('Purchased offers')]]);
    }));

  it('is English where the locale is none of the three', () =>
    withBot(async (bot) => {
      const talker = talkerIn(bot, 'en');
      const { chat } = talker;
      const before = talker.mark();
      await chat.send({ ...chat.speaker.message('help'), locale: 'fr-FR' });
      assert.match(talker.heard(before), /What you can type/);
    }));
});
