import type { Catalogue } from './catalogue.ts';
import type { Day } from './calendar.ts';
import { creditIn } from './credit.ts';
import type { Money } from './money.ts';
import type { Offer } from './offers.ts';
import type { OrderKind } from './order.ts';
import type { Partner } from './partner.ts';
import type { Quote } from './pricing.ts';

/** What a review shows and Submit commits to, beside what was chosen. */
export interface ShownPurchase {
  readonly quote: Quote;
  readonly kind: OrderKind;
  readonly renews?: Day | undefined;
  /** What it takes the amount due from. */
  readonly credit: Money;
  /** Which version of the agreement. */
  readonly agreement: string;
}

/** Tells whether two purchases are the same to whoever agrees to them; it is no price itself. */
export const purchaseMark = ({ quote, kind, renews, credit, agreement }: ShownPurchase): string =>
  JSON.stringify([
    quote.total.currency,
    quote.fee.minor,
    quote.net.minor,
    quote.tax.treatment,
    quote.total.minor,
    kind,
    renews ?? '',
    credit.minor,
    agreement,
  ]);

/** The mark of an offer as it is reviewed now. `partner` is taken as of today (see `asOf`). */
export const markOf = (
  { agreement }: Pick<Catalogue, 'agreement'>,
  { credits }: Pick<Partner, 'credits'>,
  { quote, kind, renews }: Pick<Offer, 'quote' | 'kind' | 'renews'>,
): string =>
  purchaseMark({
    quote,
    kind,
    renews,
    credit: creditIn({ credits }, quote.total.currency),
    agreement: agreement.version,
  });
