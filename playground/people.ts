import type { LocalBot } from './local-bot.ts';
import { isAadObjectId, isTenantId, samePerson, type PersonId } from '../membership/rules/ids.ts';
import type { DemoPerson } from './demo/people.ts';

/** Somebody to speak as: a demo person, or one whom an import brought. */
export type LocalPerson = Pick<DemoPerson, 'tenantId' | 'aadObjectId' | 'name' | 'userId'>;

const named = (id: PersonId, name: string): LocalPerson => ({
  ...id,
  name,
  userId: `29:${id.tenantId}:${id.aadObjectId}`,
});

const pair = (text: string): PersonId | undefined => {
  const [tenantId = '', aadObjectId = '', ...more] = text.split('/');
  return more.length === 0 && isTenantId(tenantId) && isAadObjectId(aadObjectId)
    ? { tenantId, aadObjectId }
    : undefined;
};

const imported = async (
  bot: Pick<LocalBot, 'partners'>,
  matches: (id: PersonId) => boolean,
): Promise<LocalPerson | undefined> => {
  for await (const { tenantId, people } of bot.partners.all()) {
    for (const { aadObjectId, name } of people) {
      if (matches({ tenantId, aadObjectId })) return named({ tenantId, aadObjectId }, name);
    }
  }
  return undefined;
};

/**
 * Finds a person by a demo person's key, name or chat id, by `tenantId/aadObjectId`, or by the object id alone.
 * A pair that nobody knows is somebody too: an unknown person.
 */
export const findPerson = async (
  bot: Pick<LocalBot, 'partners'>,
  demo: readonly DemoPerson[],
  text: string,
): Promise<LocalPerson | undefined> => {
  const id = pair(text);
  const known = demo.find(
    (person) =>
      [person.key, person.userId, person.aadObjectId].includes(text) ||
      person.name.toLowerCase() === text.toLowerCase() ||
      (id !== undefined && samePerson(person, id)),
  );
  if (known) return known;
  const found = await imported(bot, (other) => (id ? samePerson(other, id) : other.aadObjectId === text));
  return found ?? (id && named(id, id.aadObjectId));
};
