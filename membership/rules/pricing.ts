import { termsOf, type Catalogue, type Level } from './catalogue.ts';
import { minus, plus, share, type Money } from './money.ts';
import type { Taxpayer } from './organisation.ts';
import { taxTreatment, type TaxTreatment } from './tax.ts';

/** A price, whole and in parts; the parts sum to the whole. */
export interface Quote {
  /** The list fee, net, for one year. */
  readonly fee: Money;
  readonly discount?: Money | undefined;
  /** Fee less discount. */
  readonly net: Money;
  readonly tax: { readonly basisPoints: number; readonly amount: Money; readonly treatment: TaxTreatment };
  readonly total: Money;
}

/**
 * The price of a level for an organisation.
 * @param buyer its country and tax ID decide currency and tax; throws RangeError for a country without a fee
 * @param discounted whether the upgrade discount applies
 */
export const quoteFor = (catalogue: Catalogue, buyer: Taxpayer, level: Level, discounted: boolean): Quote => {
  const terms = termsOf(catalogue, buyer.country);
  const fee = terms.fees[level];
  // The discounted fee is what is rounded; the discount is the difference (domain: 92.98 → 69.74).
  const net = discounted ? share(fee, 10_000 - catalogue.upgradeDiscountBasisPoints) : fee;
  const treatment = taxTreatment(catalogue.payee.country, buyer);
  const basisPoints = treatment === 'reverseCharge' ? 0 : terms.taxBasisPoints;
  const tax = share(net, basisPoints);
  return {
    fee,
    ...(discounted ? { discount: minus(fee, net) } : {}),
    net,
    tax: { basisPoints, amount: tax, treatment },
    total: plus(net, tax),
  };
};
