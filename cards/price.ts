import type { Language } from '../membership/rules/catalogue.ts';
import { minus, zero, type Money } from '../membership/rules/money.ts';
import type { Quote } from '../membership/rules/pricing.ts';
import { showMoney, showPercent } from './format.ts';
import { say } from './say.ts';

type Fact = readonly [title: string, value: string];

/** The discount's rate to a tenth of a percent: the amounts are rounded, so they give it only nearly. */
const rateOf = (discount: Money, fee: Money): number =>
  fee.minor === 0 ? 0 : Math.round((discount.minor / fee.minor) * 1000) * 10;

export const discountPercent = (language: Language, { discount, fee }: Quote): string | undefined =>
  discount && showPercent(language, rateOf(discount, fee));

const discountFact = (language: Language, quote: Quote): readonly Fact[] => {
  const { discount } = quote;
  const percent = discountPercent(language, quote);
  if (!discount || percent === undefined) return [];
  const taken = minus(zero(discount.currency), discount);
  return [[say(language, 'discountRate', { percent }), showMoney(language, taken)]];
};

const taxFact = (language: Language, { tax }: Quote): Fact => {
  const amount = showMoney(language, tax.amount);
  return [
    say(language, 'taxRate', { percent: showPercent(language, tax.basisPoints) }),
    tax.treatment === 'reverseCharge' ? say(language, 'taxReversed', { amount }) : amount,
  ];
};

/** Fee, discount where there is one, tax and total, a line each. */
export const priceFacts = (language: Language, quote: Quote): readonly Fact[] => [
  [say(language, 'fee'), showMoney(language, quote.fee)],
  ...discountFact(language, quote),
  taxFact(language, quote),
  [say(language, 'total'), showMoney(language, quote.total)],
];

/** The yearly net fee in one line, with the old price beside a discounted one. */
export const priceLine = (language: Language, quote: Quote): string => {
  const amount = showMoney(language, quote.net);
  return quote.discount
    ? say(language, 'perYearInstead', { amount, was: showMoney(language, quote.fee) })
    : say(language, 'perYear', { amount });
};
