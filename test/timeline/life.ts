import { showDay, showMoney } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import { day } from '../support/partner.ts';
import { amount } from '../talks/bank.ts';
import { not, says, type Deed, type Shows, type Talker } from '../talks/table.ts';
import {
  bankTells,
  leaves,
  marksMoneySeen,
  meets,
  pressing,
  submits,
  subscribesToGold,
  typing,
  uploadsProof,
} from './deeds.ts';

/** Something that is done at a moment, and what the bot then shows to whoever does it. */
export interface Scene {
  /** ISO 8601, in UTC. */
  readonly at: string;
  readonly by: 'sanne' | 'grace' | 'olivia' | 'bank';
  /** In plain English, for the page. */
  readonly did: string;
  readonly deeds: readonly Deed[];
  /** Texts are quoted on the page; what must not be shown is only checked. */
  readonly shows?: (talker: Talker) => readonly Shows[];
}

/** A part of the story; what falls due before the next part begins belongs to it. */
export interface Chapter {
  readonly title: string;
  /** What to look at. */
  readonly about: string;
  readonly scenes: readonly Scene[];
  /** ISO 8601, in UTC: all that falls due up to here is done. */
  readonly until: string;
}

const covered = ({ language }: Talker): string =>
  say(language, 'nothingToPay', { credit: showMoney(language, amount('EUR', '3800.00')) });

const firstOrder: Chapter = {
  title: 'An order that is not paid in time',
  about:
    'Day 0 is 2 March 2026. Day 27 is a Sunday, so its reminder comes on the Monday. Both clocks change: New York’s on 8 March, Amsterdam’s on 29 March.',
  until: '2026-04-03T08:00:00Z',
  scenes: [
    {
      at: '2026-03-02T09:00:00Z',
      by: 'sanne',
      did: 'says hello; Teams tells where she is',
      deeds: [meets('Europe/Amsterdam')],
    },
    {
      at: '2026-03-02T09:05:00Z',
      by: 'sanne',
      did: 'orders gold for Data Analytics by bank transfer',
      deeds: [says('data analytics'), subscribesToGold, pressing('next'), submits],
      shows: ({ w }) => [w('news.placed'), 'EUR 3.800,00', w('order.awaitingTransfer')],
    },
    {
      at: '2026-03-02T15:00:00Z',
      by: 'grace',
      did: 'says hello; Teams tells where she is',
      deeds: [meets('America/New_York')],
    },
    {
      at: '2026-03-25T14:00:00Z',
      by: 'grace',
      did: 'presses *Remind me later*, then *In a week*',
      deeds: [pressing('remindLater'), pressing('later.week')],
      shows: ({ language }) => [say(language, 'later.set', { day: showDay(language, day('2026-04-01')) })],
    },
    {
      at: '2026-03-27T18:40:00Z',
      by: 'bank',
      did: 'credits a part, EUR 1,000.00, late on a Friday: told at once',
      deeds: [bankTells({ decimal: '1000.00', valueDate: '2026-03-27', bankReference: 'NB-260327-1' })],
    },
    {
      at: '2026-04-02T10:30:00Z',
      by: 'bank',
      did: 'credits the rest, EUR 2,800.00, with a value date after day 30: it is credit',
      deeds: [bankTells({ decimal: '2800.00', valueDate: '2026-04-02', bankReference: 'NB-260402-1' })],
    },
  ],
};

const secondOrder: Chapter = {
  title: 'A new order takes up the credit',
  about: 'Nothing is paid a second time, and the review says so before anything is submitted.',
  until: '2026-04-03T09:00:00Z',
  scenes: [
    {
      at: '2026-04-03T08:00:00Z',
      by: 'sanne',
      did: 'presses *Buy again* on the reminder, and goes up to the review',
      deeds: [pressing('buyAgain'), subscribesToGold, pressing('next')],
      shows: (talker) => [talker.w('reviewDetails'), covered(talker)],
    },
    {
      at: '2026-04-03T08:02:00Z',
      by: 'sanne',
      did: 'submits',
      deeds: [submits],
      shows: ({ w }) => [w('news.active')],
    },
  ],
};

const renewal: Chapter = {
  title: 'The first anniversary, and the renewal',
  about:
    'The anniversary is 3 April 2027, a Saturday. The renewal window opens on the Sunday after it and closes on 3 May; its reminder comes on the Monday.',
  until: '2027-05-04T00:00:00Z',
  scenes: [
    {
      at: '2027-03-19T10:00:00Z',
      by: 'sanne',
      did: 'asks to renew, before the window: the date is shown',
      deeds: [typing('renew')],
      shows: ({ language, w }) => [
        say(language, 'renew.notYet', {
          membership: say(language, 'membership.gold'),
          anniversary: showDay(language, day('2027-04-03')),
          opens: showDay(language, day('2027-04-04')),
          closes: showDay(language, day('2027-05-03')),
        }),
        not(w('purchaseDetails')),
      ],
    },
    {
      at: '2027-04-26T09:00:00Z',
      by: 'sanne',
      did: 'presses *Renew* on the reminder, and orders by bank transfer',
      deeds: [pressing('renew'), pressing('next'), submits],
      shows: ({ w }) => [w('news.placed'), w('order.awaitingTransfer')],
    },
    {
      at: '2027-04-27T14:00:00Z',
      by: 'grace',
      did: 'uploads the payment proof',
      deeds: [uploadsProof('2027-04-27')],
      shows: ({ w }) => [w('news.proofReceived'), w('order.proofUnderReview')],
    },
    {
      at: '2027-04-28T12:00:00Z',
      by: 'olivia',
      did: 'compares the proof with the bank’s screen and marks EUR 3,800.00 as received',
      deeds: [
        marksMoneySeen({ decimal: '3800', valueDate: '2027-04-28', bankReference: 'NB-270428-1' }),
        leaves,
      ],
      shows: ({ w }) => ['Marked as received: EUR 3,800.00', w('order.active')],
    },
    {
      at: '2027-04-30T05:00:00Z',
      by: 'bank',
      did: 'tells the same money in its statement: it confirms, and adds nothing',
      deeds: [
        bankTells({ decimal: '3800.00', valueDate: '2027-04-28', bankReference: 'NB-270428-1' }, 'confirms'),
      ],
    },
  ],
};

const lapse: Chapter = {
  title: 'The second anniversary, and the lapse',
  about:
    'The anniversary is now 3 April 2028, the old one plus a year, whenever the renewal was paid. This time nobody renews.',
  until: '2028-06-30T00:00:00Z',
  scenes: [],
};

/** Two years of a partner's life, from its first order to the lapse of its membership. */
export const life: readonly Chapter[] = [firstOrder, secondOrder, renewal, lapse];
