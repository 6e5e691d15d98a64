import type { Language } from '../membership/rules/catalogue.ts';
import { dayOf, type Instant } from '../membership/rules/calendar.ts';
import type { Order } from '../membership/rules/order.ts';
import { text, type Element } from './elements.ts';
import { showDay, showMoney } from './format.ts';
import type { OrderView } from './order-view.ts';
import { say } from './say.ts';

const pendingText = (language: Language, at: Instant, name: string | undefined): string => {
  const day = showDay(language, dayOf(at));
  return name === undefined
    ? say(language, 'refundPending', { day })
    : say(language, 'refundPendingBy', { name, day });
};

/** How the partner's wish to have the fee back stands, where the order is still active. */
export const refundLines = (
  language: Language,
  { order: { state, refundRequest }, refundBy }: Pick<OrderView, 'order' | 'refundBy'>,
): readonly Element[] => {
  if (state !== 'active' || !refundRequest) return [];
  const { at, declined } = refundRequest;
  return declined
    ? [
        text(say(language, 'refundDeclinedOn', { day: showDay(language, dayOf(declined.at)) })),
        text(say(language, 'rejectedBecause', { reason: declined.reason }), { spacing: 'small' }),
      ]
    : [text(pendingText(language, at, refundBy))];
};

/** The fee went back: what ended with it, and until when benefits go on all the same. */
export const endedText = (
  language: Language,
  state: 'refunded' | 'reversed',
  { order: { level, kind }, remains }: Pick<OrderView, 'order' | 'remains'>,
): string => {
  const day = remains ? showDay(language, remains.until) : '';
  if (kind === 'renewal' && remains?.level === level) return say(language, `next.${state}Year`, { day });
  const ended = say(language, `next.${state}`);
  return level === 'gold' && remains?.level === 'silver'
    ? `${ended} ${say(language, 'next.silverBack', { day })}`
    : ended;
};

/** What the operator's bank paid back, each with its day. */
export const paidBackFacts = (
  language: Language,
  { paidBack = [] }: Order,
): readonly (readonly [string, string])[] =>
  paidBack.map(({ amount, on }) => [
    say(language, 'paidBack'),
    say(language, 'amountOn', { amount: showMoney(language, amount), day: showDay(language, on) }),
  ]);
