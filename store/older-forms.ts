import type { Partner } from '../membership/rules/partner.ts';

/** A message about an order had no `about` once: its order and news stood beside its id. */
export const currentMessage = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('order' in value) || !('news' in value)) return value;
  const { order, news, ...rest } = value;
  return { ...rest, about: { kind: 'order', order, news } };
};

/** A partner as an earlier version kept it, with what has been added to its form since. */
export const broughtUpToDate = (kept: Partner): Partner => {
  // Today's form, as nearly all are: nothing is copied.
  if ('requests' in kept && 'reminders' in kept) return kept;
  const older: Partner = kept;
  return {
    ...older,
    requests: [],
    reminders: [],
    outbox: older.outbox.map((message) => currentMessage(message) as Partner['outbox'][number]),
  };
};
