import { isDay } from '../../membership/rules/calendar.ts';
import { levels, type Level } from '../../membership/rules/catalogue.ts';
import {
  isAadObjectId,
  isMpnId,
  isProofHash,
  isTenantId,
  type AadObjectId,
  type MpnId,
  type OrderNumber,
  type PersonId,
  type ProofHash,
} from '../../membership/rules/ids.ts';
import { isOrderNumber } from '../../membership/rules/order-number.ts';
import type { ReminderSubject } from '../../membership/rules/reminder.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What a link is good for: where it leads, and for how many milliseconds. */
export const places = {
  pay: { path: '/pay/', life: hour },
  return: { path: '/pay/return/', life: 24 * hour },
  cancelled: { path: '/pay/cancelled/', life: 24 * hour },
  receipt: { path: '/pay/receipt/', life: 30 * minute },
  // A reminder is a message that nobody asked for: it may be read after the weekend.
  calendar: { path: '/calendar/', life: 72 * hour },
  proof: { path: '/desk/proof/', life: 30 * minute },
  export: { path: '/desk/export/', life: 15 * minute },
} as const satisfies Record<string, { readonly path: `/${string}/`; readonly life: number }>;

export type LinkPurpose = keyof typeof places;
export const isPurpose = (text: string): text is LinkPurpose => Object.hasOwn(places, text);

/** Those that a partner's person has for an order. */
export type OrderPurpose = 'pay' | 'return' | 'cancelled' | 'receipt';

/** Who may do what with which order by having the link. */
export interface OrderClaim {
  readonly purpose: OrderPurpose;
  readonly partner: MpnId;
  readonly order: OrderNumber;
  readonly person: AadObjectId;
}

/** Who may have which date for their calendar. */
export interface CalendarClaim {
  readonly purpose: 'calendar';
  readonly partner: MpnId;
  readonly subject: ReminderSubject;
  readonly person: AadObjectId;
}

/** Which operator may look at which payment proof. */
export interface ProofClaim {
  readonly purpose: 'proof';
  readonly operator: PersonId;
  readonly partner: MpnId;
  readonly order: OrderNumber;
  readonly hash: ProofHash;
}

/** Which operator may have every order. */
export interface ExportClaim {
  readonly purpose: 'export';
  readonly operator: PersonId;
}

/** What the bearer of a link may do. */
export type LinkClaim = OrderClaim | CalendarClaim | ProofClaim | ExportClaim;

export const isOrderClaim = (claim: LinkClaim): claim is OrderClaim =>
  places[claim.purpose].path.startsWith('/pay/');

/** A claim as texts, as it is signed. */
export const fieldsOf = (claim: LinkClaim): readonly string[] => {
  switch (claim.purpose) {
    case 'pay':
    case 'return':
    case 'cancelled':
    case 'receipt':
      return [claim.partner, claim.order, claim.person];
    case 'calendar':
      return [claim.partner, claim.person, ...subjectFields(claim.subject)];
    case 'proof':
      return [...personFields(claim.operator), claim.partner, claim.order, claim.hash];
    case 'export':
      return personFields(claim.operator);
  }
};

const personFields = ({ tenantId, aadObjectId }: PersonId): readonly string[] => [tenantId, aadObjectId];

const subjectFields = (subject: ReminderSubject): readonly string[] =>
  subject.kind === 'unpaid' ? [subject.order] : [subject.level, subject.anniversary];

const isLevel = (text: string): text is Level => levels.some((level) => level === text);

const subjectIn = (first: string, second: string | undefined): ReminderSubject | undefined => {
  if (second === undefined) return isOrderNumber(first) ? { kind: 'unpaid', order: first } : undefined;
  return isLevel(first) && isDay(second)
    ? { kind: 'membership', level: first, anniversary: second }
    : undefined;
};

const orderClaim = (
  purpose: OrderPurpose,
  [partner = '', order = '', person = '', ...more]: readonly string[],
): OrderClaim | undefined =>
  isMpnId(partner) && isOrderNumber(order) && isAadObjectId(person) && more.length === 0
    ? { purpose, partner, order, person }
    : undefined;

const calendarClaim = ([partner = '', person = '', first = '', second, ...more]: readonly string[]):
  CalendarClaim | undefined => {
  const subject = subjectIn(first, second);
  return isMpnId(partner) && isAadObjectId(person) && subject && more.length === 0
    ? { purpose: 'calendar', partner, subject, person }
    : undefined;
};

const personIn = (tenantId: string, aadObjectId: string): PersonId | undefined =>
  isTenantId(tenantId) && isAadObjectId(aadObjectId) ? { tenantId, aadObjectId } : undefined;

const proofClaim = ([
  tenant = '',
  object = '',
  partner = '',
  order = '',
  hash = '',
  ...more
]: readonly string[]): ProofClaim | undefined => {
  const operator = personIn(tenant, object);
  return operator && isMpnId(partner) && isOrderNumber(order) && isProofHash(hash) && more.length === 0
    ? { purpose: 'proof', operator, partner, order, hash }
    : undefined;
};

const exportClaim = ([tenant = '', object = '', ...more]: readonly string[]): ExportClaim | undefined => {
  const operator = personIn(tenant, object);
  return operator && more.length === 0 ? { purpose: 'export', operator } : undefined;
};

/** The inverse of {@link fieldsOf}; undefined for what none can have written. */
export const readClaim = (purpose: LinkPurpose, fields: readonly string[]): LinkClaim | undefined => {
  switch (purpose) {
    case 'pay':
    case 'return':
    case 'cancelled':
    case 'receipt':
      return orderClaim(purpose, fields);
    case 'calendar':
      return calendarClaim(fields);
    case 'proof':
      return proofClaim(fields);
    case 'export':
      return exportClaim(fields);
  }
};
