import type { BankAccount, Competency, Language } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import type { Money } from '../membership/rules/money.ts';
import type { Offer } from '../membership/rules/offers.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import {
  card,
  facts,
  heading,
  link,
  problemList,
  subheading,
  submit,
  text,
  type Card,
  type Element,
} from './elements.ts';
import { showMoney } from './format.ts';
import { toggleInput } from './inputs.ts';
import { priceFacts } from './price.ts';
import { renewalLines } from './renewal.ts';
import { say } from './say.ts';
import { refusalText } from './sentences.ts';
import { wireInstructions } from './wire.ts';

export interface Review {
  readonly nonce: CommandId;
  readonly competency: Competency;
  readonly offer: Offer;
  readonly mpnId: string;
  readonly organisation: string;
  /** Where a transfer goes; a card is paid with on a page, so that its review shows no account. */
  readonly payment:
    { readonly method: 'transfer'; readonly account: BankAccount } | { readonly method: 'card' };
  /** What the partner has to its credit in the offer's currency. */
  readonly credit?: Money | undefined;
  /** The total less what the credit covers. */
  readonly due: Money;
  readonly agreementUrl: string;
  readonly problems: readonly Refusal[];
  /** Whether the agreement was accepted already, by a typed word. */
  readonly accepted?: boolean | undefined;
}

/** The agreement's toggle as it arrives with Submit when it is on. */
export const agreementAccepted = 'true';

const purchase = (language: Language, review: Review): readonly Element[] => [
  subheading(say(language, 'yourPurchase')),
  facts(
    [say(language, `membership.${review.offer.level}`), review.competency.name],
    [say(language, 'organisation'), review.organisation],
    [say(language, 'mpnId'), review.mpnId],
    ...priceFacts(language, review.offer.quote),
  ),
  ...renewalLines(language, review.offer),
];

/** How it will be paid, and that nothing is paid before Submit. */
const howToPay = (language: Language, { payment, due }: Review): readonly Element[] => {
  switch (payment.method) {
    case 'transfer':
      return [
        ...wireInstructions(language, payment.account, due),
        text(say(language, 'payAfterSubmit'), { weight: 'bolder' }),
      ];
    case 'card':
      return [
        facts([say(language, 'paymentMethod'), say(language, 'method.card')]),
        text(say(language, 'paidOutside')),
        text(say(language, 'cardAddress')),
        text(say(language, 'pageAfterSubmit'), { weight: 'bolder' }),
      ];
  }
};

const amountDue = (language: Language, review: Review): readonly Element[] => {
  const { due, credit } = review;
  const amount = text(showMoney(language, due), { size: 'large', weight: 'bolder', spacing: 'none' });
  const lead = [subheading(say(language, 'amountDue')), amount];
  const used = credit && credit.minor > 0 ? showMoney(language, credit) : undefined;
  if (due.minor === 0) {
    return [
      ...lead,
      ...(used ? [text(say(language, 'nothingToPay', { credit: used }), { weight: 'bolder' })] : []),
    ];
  }
  return [
    ...lead,
    ...(used ? [text(say(language, 'creditWillBeUsed', { credit: used }), { weight: 'bolder' })] : []),
    ...howToPay(language, review),
  ];
};

const agreement = (
  language: Language,
  { organisation, agreementUrl, accepted }: Review,
): readonly Element[] => [
  toggleInput({
    id: 'agreement',
    label: say(language, 'agreement'),
    title: say(language, 'acceptAgreement', { organisation }),
    missing: say(language, 'acceptMissing'),
    on: accepted ?? false,
  }),
  link(say(language, 'link.agreement'), agreementUrl),
];

/** "Review purchase details": the amount, how it is paid, the agreement, Submit. */
export const reviewCard = (language: Language, review: Review): Card => {
  const title = say(language, 'reviewDetails');
  return card(
    `${title}: ${say(language, 'amountDue')} ${showMoney(language, review.due)}`,
    [
      heading(title),
      ...problemList(review.problems.map((problem) => refusalText(language, problem))),
      ...purchase(language, review),
      ...amountDue(language, review),
      ...agreement(language, review),
    ],
    [
      submit(say(language, 'back'), { action: 'back', nonce: review.nonce }),
      submit(
        say(language, 'submit'),
        { action: 'submit', nonce: review.nonce },
        { inputs: true, style: 'positive' },
      ),
    ],
  );
};
