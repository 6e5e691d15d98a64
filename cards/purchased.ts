import type { Competency, Language, Level } from '../membership/rules/catalogue.ts';
import type { Day } from '../membership/rules/calendar.ts';
import type { Standing } from '../membership/rules/membership.ts';
import type { Money } from '../membership/rules/money.ts';
import type { Order } from '../membership/rules/order.ts';
import type { MembershipEnd } from '../membership/rules/partner.ts';
import { simpleCard, type Card } from './elements.ts';

export interface OrderLine {
  readonly order: Order;
  readonly competency: Competency;
  readonly due: Money;
}

export interface MembershipLine {
  readonly level: Level;
  readonly competency: Competency;
  readonly standing: Standing;
  readonly anniversary: Day;
  readonly paidOn: Day;
  readonly ended?: MembershipEnd | undefined;
  readonly window: { readonly opens: Day; readonly closes: Day };
}

export interface Purchased {
  readonly entries: readonly OrderLine[];
  readonly memberships: readonly MembershipLine[];
  readonly credits: readonly Money[];
  readonly mayAct: boolean;
}

/** "Purchased offers": every membership and order, newest first, with what is due and what can be done. */
export const purchasedCard = (language: Language, purchased: Purchased): Card =>
  simpleCard(language, String(purchased.mayAct));
