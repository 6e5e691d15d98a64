import { isDeepStrictEqual } from 'node:util';
import type { Membership, Partner } from '../../membership/rules/partner.ts';
import { newPartner, type ImportedPartner } from './partner-form.ts';

const same = (a: Membership, b: Membership): boolean =>
  a.level === b.level && a.anniversary === b.anniversary;

/** Added or corrected by level and anniversary; what the file does not say of one, such as its order, stays. */
const mergeMemberships = (
  stored: readonly Membership[],
  imported: readonly Membership[],
): readonly Membership[] => [
  ...stored.map((membership) => ({
    ...membership,
    ...imported.find((candidate) => same(candidate, membership)),
  })),
  ...imported.filter((candidate) => !stored.some((membership) => same(candidate, membership))),
];

/** Whether something has happened at a partner here, beside its being imported. */
export const hasDoings = (partner: Partner): boolean =>
  [partner.orders, partner.credits, partner.held, partner.requests, partner.history, partner.handled].some(
    (list) => list.length > 0,
  );

/**
 * The stored partner as the file makes it: its own data, people, roles and qualifications the file's; memberships
 * added or corrected, none removed; what it did here stays. A partner that has done nothing here takes the file's.
 */
const merge = (stored: Partner, fresh: Partner): Partner => {
  const { orders, credits, held, requests, reminders, history, outbox, handled } = hasDoings(stored)
    ? stored
    : fresh;
  const memberships = mergeMemberships(stored.memberships, fresh.memberships);
  return {
    ...fresh,
    memberships,
    orders,
    credits,
    held,
    requests,
    reminders,
    history,
    outbox,
    handled,
  };
};

/** As it will be read from the disk: without the fields that are there but undefined. */
const asStored = (partner: Partner): unknown => JSON.parse(JSON.stringify(partner));

/** @returns the partner to write; undefined where the import changes nothing. */
export const imported = (stored: Partner | undefined, entry: ImportedPartner): Partner | undefined => {
  if (!stored) return newPartner(entry);
  const merged = merge(stored, newPartner(entry));
  return isDeepStrictEqual(asStored(merged), asStored(stored)) ? undefined : merged;
};
