import type { TurnContext } from 'botbuilder';
import { isNewTimeZone, noteTimeZone } from '../../membership/deeds/note-time-zone.ts';
import { personOf, type Partner } from '../../membership/rules/partner.ts';
import { mayBuy } from '../../membership/rules/roles.ts';
import type { House } from '../house.ts';
import type { Speaker } from './speaker.ts';

interface Heard {
  readonly house: House;
  readonly context: TurnContext;
  readonly speaker: Speaker;
  readonly partner: Partner;
}

/** Whoever may be reminded is reminded by the clock of where they last were; Teams tells it with each message. */
export const noteWhere = async ({ house, context, speaker, partner }: Heard): Promise<void> => {
  // Not every client sends it, whatever the SDK's type says.
  const zone: unknown = context.activity.localTimezone;
  const { aadObjectId } = speaker.person;
  if (typeof zone !== 'string' || !mayBuy(house.deeds.catalogue, personOf(partner, aadObjectId))) return;
  if (!isNewTimeZone(partner, aadObjectId, zone)) return;
  try {
    await noteTimeZone(house.deeds.partners, partner.mpnId, aadObjectId, zone);
  } catch (error) {
    // What was asked for is done; it is told again with the next message.
    house.log.fault({ reference: house.reference(), where: 'time zone', error });
  }
};
