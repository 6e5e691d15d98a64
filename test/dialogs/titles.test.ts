import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import { languages, type Language } from '../../membership/rules/catalogue.ts';
import { ordersOf } from '../talks/orders.ts';
import { ordered } from '../talks/rows.ts';
import { presses, says, talk, talkerIn, withBot, type Row, type Talker } from '../talks/table.ts';

const ownName: Readonly<Record<Language, string>> = { en: 'english', nl: 'nederlands', sv: 'svenska' };

/** Cards with buttons, and the way to each; there is an order that was cancelled, and one that waits. */
const cards: Readonly<Record<string, (talker: Talker, number: string) => readonly Row[]>> = {
  menu: () => [[says('hello')]],
  help: () => [[says('help')]],
  language: () => [[says('language')]],
  areas: () => [[says('offers')]],
  'an area': ({ w }) => [[says('offers')], [presses(w('area.businessApplications'))]],
  'several competencies': () => [[says('cloud')]],
  tiles: () => [[says('data analytics')]],
  fees: () => [[says('fee')], [says('data analytics')]],
  'purchased offers': () => [[says('orders')]],
  'an order that waits': () => [[says('orders')], [(each) => each.chat.press(each.w('showOrder'))]],
  'an order that was cancelled': (_, number) => [[says(number)]],
  'the proof': () => [[says('proof')]],
  'the cancel': () => [[says('cancel')]],
  reminders: () => [[says('reminders')]],
  'when to be reminded': ({ w }) => [[says('reminders')], [presses(w('remindLater'))]],
};

const beforeTheOrder: typeof cards = {
  tiles: () => [[says('data analytics')]],
  'purchase details': () => [[says('data analytics')], [says('subscribe gold')]],
  review: () => [[says('data analytics')], [says('subscribe gold')], [says('next')]],
};

const notUnderstood = ({ w }: Talker) => [w('notUnderstood'), w('useTheCard'), w('nothingAsked')];

/** Types every title of the card's buttons, each where the card is the newest. */
const assertTyped = async (talker: Talker, card: string, there: readonly Row[]): Promise<void> => {
  await talk(talker, there);
  const titles = new Set(talker.chat.buttons());
  assert(titles.size > 0, `${card} has buttons`);
  for (const title of titles) {
    await talk(talker, there);
    const before = talker.mark();
    await talker.chat.say(title);
    const heard = talker.heard(before);
    const said = notUnderstood(talker).find((sentence) => heard.includes(sentence));
    assert.equal(said, undefined, `“${title}” of ${card}`);
    assert.notEqual(heard, '', `“${title}” of ${card}`);
    await talker.chat.say('stop');
    await talker.chat.say(ownName[talker.language]);
  }
};

describe('a button’s title, typed', () => {
  for (const language of languages) {
    it(`is understood where the button is shown (${language})`, () =>
      withBot(async (bot) => {
        const talker = talkerIn(bot, language);
        for (const [card, there] of Object.entries(beforeTheOrder)) {
          await assertTyped(talker, card, there(talker, ''));
        }
        await talk(talker, [...ordered(talker), [says('cancel')], [says('yes'), talker.w('news.cancelled')]]);
        await talk(talker, ordered(talker));
        const [cancelled] = await ordersOf(bot);
        for (const [card, there] of Object.entries(cards)) {
          await assertTyped(talker, card, there(talker, cancelled!.number));
        }
        assert.deepEqual(
          (await ordersOf(bot)).map(({ state }) => state),
          ['cancelled', 'awaitingTransfer'],
        );
      }));

    it(`leads where its button leads, of an area (${language})`, () =>
      withBot(async (bot) => {
        const talker = talkerIn(bot, language);
        const { w } = talker;
        await talk(talker, [
          [says('offers')],
          [says(w('area.dataAndAi')), w('chooseCompetency'), '[Data Platform]'],
          [says(w('area.modernWork')), '[Enterprise Mobility Management]'],
          [says('stop')],
          [says(w('area.appsAndInfrastructure')), w('chooseCompetency'), '[DevOps]'],
          [says('fee')],
          [says(w('area.dataAndAi')), w('chooseCompetency')],
          [presses('Data Platform'), say(language, 'feeFor', { competency: 'Data Platform' })],
        ]);
      }));
  }
});
