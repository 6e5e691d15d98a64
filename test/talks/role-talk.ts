import { say } from '../../cards/say.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { colleagues, type DemoPerson } from '../../playground/demo/people.ts';
import type { TestBot } from '../support/bot.ts';
import { partnerOf } from './orders.ts';
import { installs, talk, talkerIn, withBot, type Talker } from './table.ts';

const [megan, , isaiah] = colleagues;

/** Two people of one partner, on one bot. */
export interface Both {
  readonly bot: TestBot;
  /** Without a role. */
  readonly asker: Talker;
  /** A global admin who has the bot. */
  readonly admin: Talker;
}

export const between = (
  work: (both: Both) => Promise<void>,
  language: Language = 'en',
  who = isaiah,
): Promise<void> =>
  withBot(async (bot) => {
    const admin = talkerIn(bot, language, megan);
    await talk(admin, [[installs]]);
    await work({ bot, asker: talkerIn(bot, language, who), admin });
  });

/** The title of the button that asks. */
export const askTitle = ({ language }: Talker, name = megan.name): string =>
  say(language, 'askPerson', { name });
export const rolesOf = async (bot: TestBot, { aadObjectId }: DemoPerson) =>
  (await partnerOf(bot)).people.find((person) => person.aadObjectId === aadObjectId)?.roles;
