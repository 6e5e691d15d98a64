import { objectOf, operator, tenantOf, type DemoPerson } from '../../playground/demo/people.ts';
import { testBot, type TestBot } from '../support/bot.ts';
import { talkerIn, type Talker } from '../talks/table.ts';

const tenantId = tenantOf('timeline-windmolen');
const name = 'Windmolen Software B.V.';

const admin = (key: string, fullName: string, about: string): DemoPerson => ({
  key,
  name: fullName,
  email: `${key}@windmolen.example`,
  userId: `29:${key}`,
  tenantId,
  aadObjectId: objectOf(`timeline-${key}`),
  about,
  organisation: name,
});

const sanne = admin('sanne', 'Sanne Bakker', 'global admin');
const grace = admin('grace', 'Grace Miller', 'account admin');

export const mpnId = '6702215';
const address = { lines: ['Oudegracht 120'], postcode: '3511 AW', city: 'Utrecht', country: 'NL' };

/** A partner in the Netherlands that has bought nothing yet and meets gold in one competency. */
const windmolen = {
  mpnId,
  locationIds: [],
  name,
  country: 'NL',
  tenantId,
  verified: true,
  contact: { name: sanne.name, email: sanne.email, phone: '+31 30 555 0100' },
  taxId: 'NL123456782B90',
  billTo: address,
  soldTo: address,
  people: [
    { ...sanne, roles: ['globalAdmin'] },
    { ...grace, roles: ['accountAdmin'] },
  ].map(({ aadObjectId, name, email, roles }) => ({ aadObjectId, name, email, roles, guest: false })),
  qualifications: [{ competency: 'data-analytics', level: 'gold', metOn: '2026-01-15' }],
  memberships: [],
};

export const organisation = { tenantId, name };

/** Somebody of whom the timeline tells. */
export interface Somebody extends Talker {
  readonly fullName: string;
  /** Whose clock the local times are. */
  readonly timeZone: string;
}

/** Two admins in two languages and two time zones, and an operator, each in a chat with the same bot. */
export interface Cast {
  readonly bot: TestBot;
  readonly sanne: Somebody;
  readonly grace: Somebody;
  readonly olivia: Somebody;
}

/** On the day on which the story begins. */
export const castOn = async (now: string): Promise<Cast> => {
  const bot = await testBot({ partners: { partners: [windmolen] }, operators: [operator], now });
  return {
    bot,
    sanne: { ...talkerIn(bot, 'nl', sanne), fullName: sanne.name, timeZone: 'Europe/Amsterdam' },
    grace: { ...talkerIn(bot, 'en', grace), fullName: grace.name, timeZone: 'America/New_York' },
    olivia: { ...talkerIn(bot, 'en', operator), fullName: operator.name, timeZone: 'Europe/Dublin' },
  };
};
