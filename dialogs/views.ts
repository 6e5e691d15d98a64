import type { Card } from '../cards/elements.ts';
import { orderCard } from '../cards/order.ts';
import type { OrderView } from '../cards/order-view.ts';
import type { OrderLine } from '../cards/purchased.ts';
import { usedCard } from '../cards/used.ts';
import { methodsFor } from '../membership/deeds/buyer.ts';
import { startOf, type Day } from '../membership/rules/calendar.ts';
import {
  competencyOf,
  type Catalogue,
  type Competency,
  type Language,
  type PaymentMethod,
} from '../membership/rules/catalogue.ts';
import { creditIn } from '../membership/rules/credit.ts';
import type { AadObjectId, CompetencyId, OrderNumber } from '../membership/rules/ids.ts';
import { windowOf } from '../membership/rules/membership.ts';
import type { News } from '../membership/rules/message.ts';
import type { OfferContext } from '../membership/rules/offers.ts';
import { due, type Order } from '../membership/rules/order.ts';
import { orderOf, personOf, type Partner } from '../membership/rules/partner.ts';
import { remainingWithout } from '../membership/rules/remaining.ts';
import { requestRefusal } from '../membership/rules/refunding.ts';
import { renewableMembership } from '../membership/rules/renewal.ts';
import { mayBuy } from '../membership/rules/roles.ts';
import type { OrderUrls, Turn } from './turn.ts';

/** The competency of something stored; one that the catalogue has dropped since is shown by its id. */
export const named = (catalogue: Catalogue, id: CompetencyId): Competency =>
  competencyOf(catalogue, id) ?? {
    id,
    name: id,
    area: 'modernWork',
    learnMore: catalogue.links.competencies,
  };

export const offerContext = (turn: Turn): OfferContext => ({
  catalogue: turn.deeds.catalogue,
  partner: turn.partner,
  person: personOf(turn.partner, turn.person.aadObjectId),
  today: turn.today,
});

export const isBuyer = (turn: Turn): boolean =>
  mayBuy(turn.deeds.catalogue, personOf(turn.partner, turn.person.aadObjectId));

/** A receipt tells what was paid: there is one once the order was paid in full, and after a refund too. */
export const hasReceipt = ({ state }: Order): boolean => state === 'active' || state === 'refunded';

export const lineOf = ({ deeds, urls }: Turn, order: Order): OrderLine => ({
  order,
  competency: named(deeds.catalogue, order.competency),
  due: due(order),
  receipt: hasReceipt(order) ? urls.receipt(order.number) : undefined,
});

/** Whoever reads an order's card. */
export interface Reader {
  readonly language: Language;
  readonly person: AadObjectId;
  readonly today: Day;
  readonly catalogue: Catalogue;
  /** What this deployment can take payment by. */
  readonly methods: readonly PaymentMethod[];
  readonly urls: OrderUrls;
}

/** A link is made only where it leads somewhere, and for nobody without a role. */
const pagesOf = ({ urls }: Reader, order: Order, mayAct: boolean): OrderView['urls'] =>
  mayAct
    ? {
        pay: order.state === 'awaitingCardPayment' ? urls.pay(order.number) : undefined,
        receipt: hasReceipt(order) ? urls.receipt(order.number) : undefined,
      }
    : {};

/** The order that has the same file may be another organisation's: that is for the operators alone. */
const hasSharedProof = (partner: Partner, { proofs }: Order): boolean => {
  const other = proofs.at(-1)?.alsoFor;
  return other !== undefined && orderOf(partner, other) !== undefined;
};

const isTakenBack = ({ state }: Order): boolean => state === 'refunded' || state === 'reversed';

/** An order's card as this reader may see it now, with what has just happened on top. */
export const viewOrder = (reader: Reader, partner: Partner, number: OrderNumber, news?: News): Card => {
  const { language, catalogue, today } = reader;
  const order = orderOf(partner, number);
  if (!order) return usedCard(language, { title: number });
  const membership = partner.memberships.find((held) => held.order === number);
  const mayAct = mayBuy(catalogue, personOf(partner, reader.person));
  return orderCard(language, {
    order,
    competency: named(catalogue, order.competency),
    mpnId: partner.mpnId,
    today,
    credit: creditIn(partner, order.quote.total.currency),
    news,
    held: partner.held.some((money) => money.order === number),
    sharedProof: hasSharedProof(partner, order),
    mayAct,
    urls: pagesOf(reader, order, mayAct),
    methods: methodsFor(reader, partner.country),
    links: catalogue.links,
    anniversary: membership?.anniversary,
    renewal: membership && windowOf(catalogue, membership.anniversary),
    remains: isTakenBack(order) ? remainingWithout(catalogue, partner, order, startOf(today)) : undefined,
    refundBy: order.refundRequest && personOf(partner, order.refundRequest.by)?.name,
    may: {
      renew:
        membership !== undefined &&
        renewableMembership(catalogue, partner, order.level, today) === membership,
      refund: !requestRefusal(catalogue, partner, order, startOf(today)),
    },
  });
};

export const readerOf = (turn: Turn): Reader => ({
  language: turn.language,
  person: turn.person.aadObjectId,
  today: turn.today,
  catalogue: turn.deeds.catalogue,
  methods: turn.deeds.methods,
  urls: turn.urls,
});
