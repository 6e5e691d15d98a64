import type { Language } from '../membership/rules/catalogue.ts';
import type { ReminderSubject } from '../membership/rules/reminder.ts';
import {
  buyAgainButton,
  canBeCancelled,
  changeMethodButton,
  renewButton,
  seeOffersButton,
  showOrderButton,
  takesProof,
  uploadProofButton,
} from './buttons.ts';
import { openPage, submit, type Action, type SubmitAction } from './elements.ts';
import type { ReminderView, UnpaidReminder } from './reminder.ts';
import { say } from './say.ts';

export const remindLaterButton = (language: Language, about: ReminderSubject, what?: string): SubmitAction =>
  submit(say(language, 'remindLater'), { action: 'remindLater', about }, what ? { tooltip: what } : {});

const unpaidActions = (language: Language, { order, methods, held }: UnpaidReminder): readonly Action[] => {
  const byCard = canBeCancelled(order) && !held && methods.includes('card');
  return [
    ...(takesProof(order) ? [uploadProofButton(language, order.number)] : []),
    ...(byCard ? [changeMethodButton(language, order.number, 'card')] : []),
    showOrderButton(language, order.number),
  ];
};

/** What settles the matter. */
const settling = (language: Language, view: ReminderView): readonly Action[] => {
  switch (view.step) {
    case 'unpaid':
      return unpaidActions(language, view);
    case 'expired':
      return [buyAgainButton(language, view.competency), showOrderButton(language, view.order.number)];
    case 'before':
      return view.paidWith ? [showOrderButton(language, view.paidWith)] : [];
    case 'opens':
    case 'closing':
      return view.unmet === undefined ? [renewButton(language, view.level)] : [];
    case 'lapsed':
      return [seeOffersButton(language, view.competency)];
  }
};

/** What is over is told once: there is nothing to hear of later, or to stop. */
const hearing = (language: Language, { step, subject: about }: ReminderView): readonly Action[] =>
  step === 'expired' || step === 'lapsed'
    ? []
    : [
        remindLaterButton(language, about),
        submit(say(language, 'stopReminding'), { action: 'stopReminding', about }),
      ];

/** What settles the matter, then when to hear of it again, then the date for the reader's calendar. */
export const reminderActions = (language: Language, view: ReminderView): readonly Action[] => {
  const { calendar } = view;
  return [
    ...settling(language, view),
    ...hearing(language, view),
    ...(calendar === undefined ? [] : [openPage(say(language, 'addToCalendar'), calendar)]),
  ];
};
