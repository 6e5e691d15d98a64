import type { Language } from '../membership/rules/catalogue.ts';
import { minus, share, zero } from '../membership/rules/money.ts';
import type { Quote } from '../membership/rules/pricing.ts';
import { showMoney, showPercent } from './format.ts';
import { say } from './say.ts';

type Fact = readonly [title: string, value: string];

/** Hundredths of a percent: the roundest rate that gives these amounts, which are rounded themselves. */
const rateOf = ({ fee, net }: Quote): number => {
  const nearly = fee.minor === 0 ? 0 : (1 - net.minor / fee.minor) * 10_000;
  const candidates = [100, 10, 1].map((step) => Math.round(nearly / step) * step);
  return candidates.find((rate) => share(fee, 10_000 - rate).minor === net.minor) ?? Math.round(nearly);
};

/** The rate of the discount, the same wherever the offer or its order is shown. */
export const discountPercent = (language: Language, quote: Quote): string | undefined =>
  quote.discount && showPercent(language, rateOf(quote));

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
