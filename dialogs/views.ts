import type { Card } from '../cards/elements.ts';
import { orderCard } from '../cards/order.ts';
import type { OrderLine } from '../cards/purchased.ts';
import { usedCard } from '../cards/used.ts';
import type { Day } from '../membership/rules/calendar.ts';
import {
  competencyOf,
  type Catalogue,
  type Competency,
  type Language,
} from '../membership/rules/catalogue.ts';
import { creditIn } from '../membership/rules/credit.ts';
import type { AadObjectId, CompetencyId, OrderNumber } from '../membership/rules/ids.ts';
import { windowOf } from '../membership/rules/membership.ts';
import type { OfferContext } from '../membership/rules/offers.ts';
import { due, type Order } from '../membership/rules/order.ts';
import { orderOf, personOf, type News, type Partner } from '../membership/rules/partner.ts';
import { mayBuy } from '../membership/rules/roles.ts';
import type { Turn } from './turn.ts';

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

export const lineOf = (catalogue: Catalogue, order: Order): OrderLine => ({
  order,
  competency: named(catalogue, order.competency),
  due: due(order),
});

/** Whoever reads an order's card. */
export interface Reader {
  readonly language: Language;
  readonly person: AadObjectId;
  readonly today: Day;
  readonly catalogue: Catalogue;
}

/** An order's card as this reader may see it now, with what has just happened on top. */
export const viewOrder = (reader: Reader, partner: Partner, number: OrderNumber, news?: News): Card => {
  const { language, catalogue, today } = reader;
  const order = orderOf(partner, number);
  if (!order) return usedCard(language, { title: number });
  const membership = partner.memberships.find((held) => held.order === number);
  return orderCard(language, {
    order,
    competency: named(catalogue, order.competency),
    mpnId: partner.mpnId,
    today,
    credit: creditIn(partner, order.quote.total.currency),
    news,
    mayAct: mayBuy(catalogue, personOf(partner, reader.person)),
    links: catalogue.links,
    anniversary: membership?.anniversary,
    renewal: membership && windowOf(catalogue, membership.anniversary),
  });
};

export const readerOf = (turn: Turn): Reader => ({
  language: turn.language,
  person: turn.person.aadObjectId,
  today: turn.today,
  catalogue: turn.deeds.catalogue,
});
