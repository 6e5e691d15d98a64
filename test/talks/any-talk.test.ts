import assert from 'node:assert/strict';
import fc from 'fast-check';
import { currentPerson, dana } from '../../playground/demo/people.ts';
import { buttonsOf } from '../support/chat.ts';
import { isCredited } from './bank.ts';
import { bankPdf, handsOver } from './files.ts';
import { ordersOf, partnerOf } from './orders.ts';
import { talk, talkerIn, says, withBot, type Deed, type Talker } from './table.ts';

/** What people type, in any language, asked for or not. */
const words = [
  ...[
    'offers',
    'kosten',
    'ordrar',
    'bewijs',
    'annullera',
    'help',
    'taal',
    'svenska',
    'stop',
    'renew',
    'queue',
  ],
  ...['data analytics', 'cloud', 'security', 'subscribe gold', 'subscribe', 'abonneren silver', 'blockchain'],
  ...[
    'next',
    'back',
    'accept',
    'submit',
    'yes',
    'no',
    'card',
    'transfer',
    '🙂',
    '<b>**[x](y)',
    'a'.repeat(3000),
  ],
  ...[
    '2 maart 2026',
    '31.02.2026',
    'IE07 SAMP 9900 0012 3456 78',
    '2026-03-02, DE02120300000000202051, ref 8812',
  ],
];

/** What is typed into the inputs of a card, whatever they ask. */
const typed = ['', 'true', 'transfer', 'card', 'NL123456781B90', '2026-03-02', 'Zoë', 'not a date', ' '];

const presses =
  (which: number, content: string | undefined): Deed =>
  async ({ chat, bot }) => {
    const cards = bot.connector
      .in(chat.speaker.conversation)
      .flatMap((recorded) => buttonsOf(recorded.activity).map((button) => ({ recorded, button })));
    const pressed = cards.at(-1 - (which % (cards.length || 1)));
    if (!pressed) return;
    const inputs = ['taxId', 'contactName', 'method', 'agreement', 'paymentDate', 'account'];
    const filled = content === undefined ? {} : Object.fromEntries(inputs.map((id) => [id, content]));
    await chat.send(chat.speaker.submit({ ...filled, ...pressed.button.data }, pressed.recorded.activityId));
  };

/** Time goes by. */
const passes =
  (hours: number): Deed =>
  ({ bot }) => {
    bot.clock.set(new Date(Date.parse(bot.clock.now()) + hours * 3_600_000).toISOString());
    return Promise.resolve();
  };

interface Step {
  readonly what: string;
  readonly does: Deed;
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words).map((text) => ({ what: text, does: says(text) })) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.oneof(fc.nat(4), fc.nat(40)), fc.option(fc.constantFrom(...typed), { nil: undefined }))
      .map(([which, content]) => ({
        what: `press ${which} ${content ?? ''}`,
        does: presses(which, content),
      })),
  },
  { weight: 1, arbitrary: fc.constant({ what: 'file', does: handsOver(bankPdf, '') }) },
  { weight: 1, arbitrary: fc.constantFrom(1, 24, 200).map((h) => ({ what: `${h} h`, does: passes(h) })) },
  { weight: 1, arbitrary: fc.constant({ what: 'bank', does: isCredited({ money: ['EUR', '1000.00'] }) }) },
  { weight: 1, arbitrary: fc.constant({ what: 'restart', does: ({ bot }: Talker) => bot.restart() }) },
);

const goesOn = async (talker: Talker, steps: readonly Step[]): Promise<void> => {
  for (const { does } of steps) {
    await does(talker);
    assert.doesNotMatch(talker.bot.logged(), /"where":"turn"/);
  }
};

const runs = process.env.ENDURE ? 500 : 12;

describe('any talk', () => {
  for (const who of [currentPerson, dana]) {
    it(`of ${who.name} never fails, and can always be left and begun anew`, function () {
      this.timeout(120_000);
      return fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) =>
          withBot(async (bot) => {
            const talker = talkerIn(bot, 'en', who);
            await goesOn(talker, [{ what: 'begin', does: says('data analytics') }, ...steps]);
            await talk(talker, [[says('stop')], [says('english'), 'English'], [says('devops'), 'DevOps']]);
            const orders = await ordersOf(bot, who.tenantId);
            const open = orders.filter(({ state }) => /awaiting|Review/.test(state));
            const levels = open.map(({ level }) => level);
            assert.equal(new Set(levels).size, levels.length, 'one open order a level');
            assert.equal(new Set(orders.map(({ number }) => number)).size, orders.length);
            assert((await partnerOf(bot, who.tenantId)).history.length >= orders.length);
          }),
        ),
        { numRuns: runs },
      );
    });
  }
});
