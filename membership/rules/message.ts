import type { Instant } from './calendar.ts';
import type { AadObjectId, MessageId, OrderNumber, RequestId } from './ids.ts';
import type { Reminder } from './reminder.ts';

/** What a message that reports a commit about an order tells. */
export const newsKinds = [
  'placed',
  'proofReceived',
  'proofRejected',
  'cancelled',
  'active',
  'short',
  'held',
  'credited',
  'declined',
  'pageEnded',
  'refundRequested',
  'refundDeclined',
  'refunded',
  'paidBack',
  'reversed',
] as const;
export type News = (typeof newsKinds)[number];

/** What a message that reports a role request tells. */
export const roleNewsKinds = ['asked', 'granted', 'declined'] as const;
export type RoleNews = (typeof roleNewsKinds)[number];

/** What a message is about. */
export type MessageAbout =
  | { readonly kind: 'order'; readonly order: OrderNumber; readonly news: News }
  | { readonly kind: 'reminder'; readonly reminder: Reminder }
  | { readonly kind: 'role'; readonly request: RequestId; readonly news: RoleNews };

/** A message that a commit brings along. */
export interface OutboxMessage {
  readonly id: MessageId;
  readonly to: AadObjectId;
  readonly about: MessageAbout;
  /** When it is sent, or tried again. */
  readonly at: Instant;
  readonly status: 'pending' | 'sent' | 'givenUp' | 'superseded';
  readonly attempts: number;
}

/** A card's subject, as a chat remembers what its cards show: `order:1234567890`. */
export type CardSubject = string;

/** An order's card as an operator sees it. */
export const deskSubject = (order: OrderNumber): CardSubject => `desk:${order}`;

export const orderSubject = (order: OrderNumber): CardSubject => `order:${order}`;

/** Messages of one subject: a newer one to the same person takes an older one's place. */
export const subjectOf = (about: MessageAbout): CardSubject => {
  switch (about.kind) {
    case 'order':
      return orderSubject(about.order);
    case 'reminder':
      return about.reminder.subject.kind === 'unpaid'
        ? orderSubject(about.reminder.subject.order)
        : `membership:${about.reminder.subject.level}:${about.reminder.subject.anniversary}`;
    case 'role':
      return `role:${about.request}`;
  }
};

export const sameSubject = (a: MessageAbout, b: MessageAbout): boolean => subjectOf(a) === subjectOf(b);

/** The order that a message shows, if it shows one. */
export const orderShown = (about: MessageAbout): OrderNumber | undefined => {
  if (about.kind === 'order') return about.order;
  return about.kind === 'reminder' && about.reminder.subject.kind === 'unpaid'
    ? about.reminder.subject.order
    : undefined;
};
