import { LRUCache } from 'lru-cache';
import { dayOf, type Day, type Instant } from '../../membership/rules/calendar.ts';
import type { PersonId } from '../../membership/rules/ids.ts';

/** Who of an unknown tenant was answered today; nothing of them is stored. */
export interface Strangers {
  /** True once a day for each person. */
  isNew(person: PersonId, now: Instant): boolean;
}

const most = 50_000;

export const strangers = (): Strangers => {
  const answered = new LRUCache<string, Day>({ max: most });
  return {
    isNew: ({ tenantId, aadObjectId }, now) => {
      const key = `${tenantId}\n${aadObjectId}`;
      const today = dayOf(now);
      if (answered.get(key) === today) return false;
      answered.set(key, today);
      return true;
    },
  };
};
