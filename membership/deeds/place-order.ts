import { lastDayOf, type Order } from '../rules/order.ts';
import type { Catalogue, Level, PaymentMethod } from '../rules/catalogue.ts';
import { termsOf } from '../rules/catalogue.ts';
import { dayOf, type Instant } from '../rules/calendar.ts';
import type { AadObjectId, CompetencyId, OrderNumber } from '../rules/ids.ts';
import { offerFor, type Offer } from '../rules/offers.ts';
import { drawOrderNumber } from '../rules/order-number.ts';
import type { Contact } from '../rules/organisation.ts';
import { orderOf, personOf, type Partner } from '../rules/partner.ts';
import { placeOrder as placed } from '../rules/placing.ts';
import { markOf } from '../rules/purchase-mark.ts';
import type { PartnerEvent } from '../rules/history.ts';
import type { Refusal } from '../rules/refusals.ts';
import { admins } from '../rules/roles.ts';
import { authorityRefusal } from './authority.ts';
import { buyerRefusals, methodsFor } from './buyer.ts';
import { tellOf, type Effect } from './news.ts';
import { perform, type Decision, type DeedPorts, type Doing, type Outcome } from './perform.ts';

/** What a person submits after the review. */
export interface PlaceOrder {
  readonly person: AadObjectId;
  readonly competency: CompetencyId;
  readonly level: Level;
  readonly method: PaymentMethod;
  readonly taxId?: string | undefined;
  readonly contact: Contact;
  readonly agreementAccepted: boolean;
  /** Of all that the person saw (see `markOf`): what is another purchase by now is not placed silently. */
  readonly mark: string;
}

const corrected = (partner: Partner, { taxId, contact }: PlaceOrder): Partner => ({
  ...partner,
  taxId,
  contact,
});

/** The offer as the buyer's corrected data make it. */
const offerOf = (catalogue: Catalogue, partner: Partner, wish: PlaceOrder, now: Instant): Offer =>
  offerFor(
    { catalogue, partner, person: personOf(partner, wish.person), today: dayOf(now) },
    wish.competency,
    wish.level,
  );

const refusalOf = (
  ports: DeedPorts,
  partner: Partner,
  wish: PlaceOrder,
  offer: Offer,
): Refusal | undefined => {
  const noRole = authorityRefusal(ports.catalogue, partner, wish.person);
  if (noRole) return noRole;
  if (offer.why) return { kind: 'offerUnavailable', level: wish.level, why: offer.why };
  if (!methodsFor(ports, partner.country).includes(wish.method)) {
    return { kind: 'methodNotOffered', method: wish.method };
  }
  const [wrongBuyer] = buyerRefusals(partner.country, wish);
  if (wrongBuyer) return wrongBuyer;
  if (markOf(ports.catalogue, partner, offer) !== wish.mark) return { kind: 'quoteChanged' };
  return wish.agreementAccepted ? undefined : { kind: 'agreementNotAccepted' };
};

const newOrder = (
  catalogue: Catalogue,
  partner: Partner,
  wish: PlaceOrder,
  made: { readonly number: OrderNumber; readonly now: Instant; readonly offer: Offer },
): Order => {
  const { number, now, offer } = made;
  const { currency } = termsOf(catalogue, partner.country);
  const { mpnId, name, taxId, contact, billTo, soldTo } = partner;
  return {
    number,
    state: wish.method === 'card' ? 'awaitingCardPayment' : 'awaitingTransfer',
    level: wish.level,
    competency: wish.competency,
    kind: offer.kind,
    renews: offer.renews,
    method: wish.method,
    placedAt: now,
    placedBy: wish.person,
    quote: offer.quote,
    ...(wish.method === 'transfer' ? { account: catalogue.bankAccounts[currency] } : {}),
    lastDay: lastDayOf(now, catalogue.orderDays),
    buyer: { mpnId, name, taxId, contact, billTo, soldTo },
    agreement: { version: catalogue.agreement.version, acceptedBy: wish.person, at: now },
    payments: [],
    proofs: [],
  };
};

const corrections = (before: Partner, after: Partner): readonly PartnerEvent[] => {
  const same = JSON.stringify(before.contact) === JSON.stringify(after.contact);
  return [
    ...(before.taxId === after.taxId
      ? []
      : [{ type: 'taxIdChanged' as const, from: before.taxId, to: after.taxId }]),
    ...(same ? [] : [{ type: 'contactChanged' as const, from: before.contact, to: after.contact }]),
  ];
};

/** Credit may have paid it at once: an active order is told to every admin, one that waits to who placed it. */
const told = (catalogue: Catalogue, partner: Partner, person: AadObjectId, order: OrderNumber): Effect =>
  orderOf(partner, order)?.state === 'active'
    ? { to: admins(catalogue, partner), order, news: 'active' }
    : { to: [person], order, news: 'placed' };

/** The decision alone, for a deed that places an order among other things. */
export const decideOrder =
  (ports: DeedPorts, wish: PlaceOrder, number: OrderNumber) =>
  (stored: Partner, now: Instant): Decision => {
    const partner = corrected(stored, wish);
    const offer = offerOf(ports.catalogue, partner, wish, now);
    const refusal = refusalOf(ports, partner, wish, offer);
    if (refusal) return { kind: 'refused', refusal };
    const order = newOrder(ports.catalogue, partner, wish, { number, now, offer });
    const change = placed(partner, order, { catalogue: ports.catalogue, now });
    const effect = told(ports.catalogue, change.partner, wish.person, number);
    return {
      kind: 'accepted',
      change: { ...change, events: [...corrections(stored, partner), ...change.events] },
      order: number,
      tell: tellOf(partner, change.partner, effect),
    };
  };

/** Places an order; a number that another order has by now is drawn again. */
export const placeOrder = async (ports: DeedPorts, doing: Doing, wish: PlaceOrder): Promise<Outcome> => {
  const number = drawOrderNumber(() => ports.chance.random());
  const outcome = await perform(ports, doing, decideOrder(ports, wish, number));
  return outcome.kind === 'orderNumberTaken' ? placeOrder(ports, doing, wish) : outcome;
};
