import type { Partners } from '../ports.ts';
import type { AadObjectId, MpnId } from '../rules/ids.ts';
import type { Partner } from '../rules/partner.ts';
import { choicesOf } from '../rules/reminder-plan.ts';
import { isTimeZone } from '../rules/working-hours.ts';

/** Whether it tells something new of where a person is; what names no time zone tells nothing. */
export const isNewTimeZone = (partner: Partner, person: AadObjectId, zone: string): boolean =>
  choicesOf(partner, person).timeZone !== zone && isTimeZone(zone);

/** Keeps where a person last was (IANA); a power cut may forget it until they speak again. */
export const noteTimeZone = async (
  partners: Partners,
  id: MpnId,
  person: AadObjectId,
  zone: string,
): Promise<void> => {
  await partners.change<undefined>(
    id,
    (stored) => {
      if (!isNewTimeZone(stored, person, zone)) return { kind: 'unchanged', answer: undefined };
      const others = stored.reminders.filter((known) => known.person !== person);
      const reminders = [...others, { ...choicesOf(stored, person), timeZone: zone }];
      return { kind: 'commit', partner: { ...stored, reminders }, answer: undefined };
    },
    { durable: false },
  );
};
