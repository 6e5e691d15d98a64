import { languages, type Language } from '../../membership/rules/catalogue.ts';
import { objectOf, operator, type DemoPerson } from '../../playground/demo/people.ts';
import type { TestBot, TestBotOptions } from '../support/bot.ts';
import { bankPdf, handsOver } from './files.ts';
import { ordersOf } from './orders.ts';
import { ordered, rightAccount } from './rows.ts';
import { presses, says, talk, talkerIn, withBot, type Talker } from './table.ts';

/** A second operator of the same house. */
export const oscar: DemoPerson = {
  ...operator,
  key: 'oscar',
  name: 'Oscar Nyman',
  aadObjectId: objectOf('demo-oscar'),
  userId: '29:demo-oscar',
};

/** A partner's admin and two operators, each in a chat of their own with the same bot. */
export interface Desk {
  readonly bot: TestBot;
  readonly admin: Talker;
  readonly olivia: Talker;
  readonly oscar: Talker;
}

export const deskOn = (bot: TestBot, language: Language, admins: Language = language): Desk => ({
  bot,
  admin: talkerIn(bot, admins),
  olivia: talkerIn(bot, language, operator),
  oscar: talkerIn(bot, language, oscar),
});

export const withDesk = (
  work: (desk: Desk) => Promise<void>,
  language: Language = 'en',
  options: Partial<TestBotOptions> = {},
): Promise<void> =>
  withBot((bot) => work(deskOn(bot, language)), { operators: [operator, oscar], ...options });

/** The same in each language, with a bot of its own. */
export const atDeskInEachLanguage = (title: string, work: (desk: Desk) => Promise<void>): void => {
  for (const language of languages) it(`${title} (${language})`, () => withDesk(work, language));
};

/** The admin has an order whose proof waits for the operators. */
export const handedIn = async (admin: Talker, number?: string): Promise<string> => {
  const { w } = admin;
  if (number === undefined) await talk(admin, ordered(admin));
  const order = (await ordersOf(admin.bot)).at(-1);
  await talk(admin, [
    [says(`proof ${number ?? order?.number ?? ''}`), w('paymentProof')],
    [handsOver(bankPdf)],
    [
      presses(w('sendDetails'), {
        paymentDate: '2026-03-02',
        account: rightAccount(admin),
        reference: 'TX-1',
      }),
      w('news.proofReceived'),
    ],
  ]);
  return order?.number ?? '';
};
