import type { Catalogue, Level } from './catalogue.ts';
import type { Day } from './calendar.ts';
import { currentMembership } from './membership.ts';
import { openOrderFor } from './offers.ts';
import type { Membership, Partner } from './partner.ts';

/**
 * The membership of a level that can be renewed on a day: its window is open, no order for it is in progress and,
 * where it is silver, no gold covers it. Whether the requirements are met is another matter.
 */
export const renewableMembership = (
  catalogue: Catalogue,
  partner: Partner,
  level: Level,
  today: Day,
): Membership | undefined => {
  const held = currentMembership(catalogue, partner, level, today);
  const isCovered = level === 'silver' && currentMembership(catalogue, partner, 'gold', today);
  return held?.standing === 'inWindow' && !isCovered && !openOrderFor(partner, level)
    ? held.membership
    : undefined;
};
