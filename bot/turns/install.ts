import type { ChatRecord } from '../../membership/ports.ts';
import { elapsed } from '../../membership/rules/calendar.ts';
import type { House } from '../house.ts';

/** An install that is told twice within a minute is one. */
const sameInstallMs = 60_000;

/**
 * Keeps when an install was told.
 * @returns the record as it is kept; undefined where the install is one that was welcomed already
 */
export const keptInstall = async (
  { chats, deeds }: Pick<House, 'chats' | 'deeds'>,
  record: ChatRecord,
): Promise<ChatRecord | undefined> => {
  const now = deeds.clock.now();
  const known = record.welcomedAt;
  const again = known !== undefined && elapsed(known, now) >= 0 && elapsed(known, now) < sameInstallMs;
  const kept = { ...record, welcomedAt: again ? known : now };
  await chats.write(kept);
  return again ? undefined : kept;
};
