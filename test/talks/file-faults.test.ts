import assert from 'node:assert/strict';
import { say } from '../../cards/say.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { encryptedPdf, pdfOf, pdfWithoutItsPages } from '../payments/proof/pdf-files.ts';
import { picture, pngClaiming } from '../payments/proof/pictures.ts';
import { bankPdf, handsOver, type HandedFile } from './files.ts';
import { ordersOf } from './orders.ts';
import { ordered, rightAccount } from './rows.ts';
import { inEachLanguage, not, presses, says, talk, talkerIn, withBot, type Talker } from './table.ts';

type Fault = readonly [what: string, file: () => Promise<HandedFile>, says: (language: Language) => string];

const bytes = (text: string): Buffer => Buffer.from(text);
const file =
  (name: string, content: Buffer | Promise<Buffer>, rest: Partial<HandedFile> = {}) =>
  async () => ({
    name,
    bytes: await content,
    ...rest,
  });

/** Up to what was seen instead. */
const wrongType = (language: Language): string =>
  say(language, 'file.wrongType', { seen: '\n' }).split('\n')[0]!;

const faults: readonly Fault[] = [
  ['a picture of another type', file('a.png', picture('gif')), wrongType],
  ['a text that is called PDF', file('a.pdf', bytes('2026-03-02 EUR 2,850.00')), wrongType],
  ['an empty file', file('a.pdf', bytes('')), (l) => say(l, 'file.empty')],
  ['an encrypted PDF', file('a.pdf', encryptedPdf('secret')), (l) => say(l, 'file.encrypted')],
  ['too many pages', file('a.pdf', pdfOf(21)), (l) => say(l, 'file.tooManyPages', { most: 20 })],
  ['too many pixels', file('a.png', pngClaiming(20_000, 20_000)), (l) => say(l, 'file.tooManyPixels')],
  ['a damaged PDF', file('a.pdf', pdfWithoutItsPages()), (l) => say(l, 'file.damaged')],
  [
    'too many bytes',
    file('a.pdf', Buffer.concat([pdfOf(1), Buffer.alloc(6_000_000)])),
    (l) => say(l, 'file.tooLarge'),
  ],
  [
    'a web page',
    file('a.pdf', bytes('<!doctype html><p>Sign in</p>'), { contentType: 'text/html' }),
    (l) => say(l, 'file.page'),
  ],
  ['a file that is gone', file('a.pdf', bytes(''), { status: 404 }), (l) => say(l, 'file.gone')],
  ['a host that fails', file('a.pdf', bytes(''), { status: 500 }), (l) => say(l, 'file.error')],
  [
    'a way into the house',
    file('a.pdf', bytes(''), { status: 302, headers: { location: 'http://169.254.169.254/latest/' } }),
    (l) => say(l, 'file.host'),
  ],
];
describe('a file that can’t serve as a proof', () => {
  inEachLanguage('gets its own sentence each, and the talk goes on with what was entered', (talker) => {
    const { w, language } = talker;
    return [
      ...ordered(talker),
      [says('proof')],
      [
        presses(w('sendDetails'), { paymentDate: '2026-03-02', account: rightAccount(talker) }),
        w('haveFields'),
      ],
      ...faults.map(
        ([, make, sentence]) =>
          [
            async (each: Talker) => handsOver(await make())(each),
            sentence(language),
            w('haveFields'),
            not(w('news.proofReceived')),
          ] as const,
      ),
      [handsOver(bankPdf), w('news.proofReceived')],
    ];
  });

  for (const [what, make, sentence] of faults) {
    it(`is said where it comes unasked: ${what}`, () =>
      withBot(async (bot) => {
        const talker = talkerIn(bot, 'en');
        const offered = await make();
        await talk(talker, [
          ...ordered(talker),
          [handsOver(offered), sentence('en')],
          [handsOver(bankPdf), '✔ File: confirmation.pdf', '✖ Details: still missing'],
        ]);
        assert.equal((await ordersOf(bot))[0]?.state, 'awaitingTransfer');
      }));
  }
});

describe('several files', () => {
  inEachLanguage('at once are not taken, and the talk stays where it was', (talker) => {
    const { w } = talker;
    const both = async ({ chat, bot }: Talker): Promise<void> => {
      const url = bot.connector.offer({ bytes: pdfOf(1), contentType: 'application/pdf' });
      const one = chat.speaker.file(url, 'a.pdf');
      const attachments = one['attachments'] as readonly unknown[];
      await chat.send({ ...one, attachments: [...attachments, ...attachments] });
      assert.deepEqual(bot.connector.fetches(url), []);
    };
    return [
      ...ordered(talker),
      [says('proof')],
      [
        presses(w('sendDetails'), { paymentDate: '2026-03-02', account: rightAccount(talker) }),
        w('lackFile'),
      ],
      [both, w('severalFiles')],
      [handsOver(bankPdf), w('news.proofReceived')],
    ];
  });
});
