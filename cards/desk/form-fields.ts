import { isDay } from '../../membership/rules/calendar.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import type { OrderNumber } from '../../membership/rules/ids.ts';
import type { Money } from '../../membership/rules/money.ts';
import { showMoney } from '../format.ts';
import { dateInput, textInput, type Input } from '../inputs.ts';
import { say } from '../say.ts';
import type { DeskEntered, DeskForm } from './actions.ts';

/** What decides which fields a form has, and what stands in them. */
export interface FieldsView {
  readonly form: DeskForm;
  readonly order?: OrderNumber | undefined;
  /** Due, to be refunded, or there to be paid back: what the amount is expected to be. */
  readonly expected?: Money | undefined;
  /** A refund goes to the card by itself: there is nothing to fill in. */
  readonly toCard?: boolean | undefined;
  /** The language that the partner's person reads. */
  readonly reader?: Language | undefined;
  readonly entered: DeskEntered;
}

type DayTitle = 'valueDate' | 'field.paidOn';

const dayField = (language: Language, title: DayTitle, { day }: DeskEntered): Input =>
  dateInput(
    'day',
    say(language, title),
    day !== undefined && isDay(day) ? day : undefined,
    say(language, 'missing.day'),
  );

const amountField = (language: Language, { entered, expected }: FieldsView): Input =>
  textInput({
    id: 'amount',
    label: say(language, 'amount'),
    value: entered.amount ?? (expected ? showMoney(language, expected) : ''),
    missing: say(language, 'missing.amount'),
  });

const referenceField = (language: Language, { entered }: FieldsView): Input =>
  textInput({
    id: 'reference',
    label: say(language, 'field.bankReference'),
    value: entered.reference,
    missing: say(language, 'leftEmpty.reference'),
  });

const moneyFields = (language: Language, view: FieldsView, day: DayTitle): readonly Input[] => [
  dayField(language, day, view.entered),
  amountField(language, view),
  referenceField(language, view),
];

const commonReasons = ['unreadable', 'notReceived', 'otherAccount', 'otherPayment'] as const;

/** Offered as the partner's person will read them; one's own words come before. */
const reasonFields = (language: Language, { entered, reader = 'en' }: FieldsView): readonly Input[] => {
  const choices = commonReasons.map((reason) => {
    const words = say(reader, `reason.${reason}`);
    return { title: words, value: words };
  });
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'common',
      label: say(language, 'field.reason'),
      style: 'expanded',
      wrap: true,
      choices,
      ...(entered.common ? { value: entered.common } : {}),
    },
    textInput({ id: 'reason', label: say(language, 'field.ownReason'), value: entered.reason }),
  ];
};

/** What an operator fills in. */
export const fieldsOf = (language: Language, view: FieldsView): readonly Input[] => {
  const { form, entered, toCard } = view;
  switch (form) {
    case 'receive':
      return moneyFields(language, view, 'valueDate');
    case 'refund':
    case 'payBack':
      return toCard ? [] : moneyFields(language, view, 'field.paidOn');
    case 'withdraw':
      return [];
    case 'reject':
      return reasonFields(language, view);
    case 'decline':
      return [
        textInput({
          id: 'reason',
          label: say(language, 'field.reason'),
          value: entered.reason,
          missing: say(language, 'leftEmpty.reason'),
        }),
      ];
    case 'hold':
      return [
        textInput({
          id: 'note',
          label: say(language, 'field.note'),
          value: entered.note,
          missing: say(language, 'leftEmpty.note'),
        }),
      ];
    case 'place':
      return [
        textInput({
          id: 'toOrder',
          label: say(language, 'orderNumber'),
          value: entered.toOrder ?? view.order,
          missing: say(language, 'missing.toOrder'),
        }),
      ];
  }
};
