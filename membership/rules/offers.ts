import type { Catalogue, Level } from './catalogue.ts';
import { levels } from './catalogue.ts';
import type { Day } from './calendar.ts';
import type { CompetencyId } from './ids.ts';
import { benefitsUntil, currentMembership, windowOf } from './membership.ts';
import { isOpen, type Order, type OrderKind } from './order.ts';
import type { Partner, PartnerPerson } from './partner.ts';
import { quoteFor, type Quote } from './pricing.ts';
import type { OfferReason } from './refusals.ts';
import { globalAdmins, mayBuy } from './roles.ts';

/** One tile: a competency at a level for this partner and person, with its price, and why it can't be bought. */
export interface Offer {
  readonly competency: CompetencyId;
  readonly level: Level;
  readonly kind: OrderKind;
  /** Of a renewal: the anniversary from which the next year runs. */
  readonly renews?: Day | undefined;
  readonly quote: Quote;
  /** Undefined where it can be bought. */
  readonly why?: OfferReason | undefined;
}

/** Everything that an offer is judged by. `partner` is taken as of today (see `asOf`). */
export interface OfferContext {
  readonly catalogue: Catalogue;
  readonly partner: Partner;
  /** The person who asks, where the partner knows them. */
  readonly person: PartnerPerson | undefined;
  readonly today: Day;
}

/** Gold requirements met imply silver requirements met. */
export const meetsRequirements = (partner: Partner, competency: CompetencyId, level: Level): boolean =>
  partner.qualifications.some(
    (met) => met.competency === competency && (met.level === level || met.level === 'gold'),
  );

/** The competencies that are a reason to buy the level, or to renew it. */
export const competenciesMet = (
  { competencies }: Pick<Catalogue, 'competencies'>,
  partner: Partner,
  level: Level,
): readonly CompetencyId[] =>
  competencies.map(({ id }) => id).filter((id) => meetsRequirements(partner, id, level));

/** Silver's anniversary not passed, and gold requirements met in a competency in which the partner holds silver. */
const isUpgrade = ({ catalogue, partner, today }: OfferContext, competency: CompetencyId): boolean => {
  const silver = currentMembership(catalogue, partner, 'silver', today)?.membership;
  return (
    silver !== undefined && today <= silver.anniversary && meetsRequirements(partner, competency, 'gold')
  );
};

/** An order in progress for this level, or for the higher one: nothing else is bought beside it. */
export const openOrderFor = (partner: Partner, level: Level): Order | undefined =>
  partner.orders.find((order) => isOpen(order.state) && (order.level === level || order.level === 'gold'));

/** The first reason that applies, in domain order. */
const obstacle = (context: OfferContext, competency: CompetencyId, level: Level): OfferReason | undefined => {
  const { catalogue, partner, person, today } = context;
  if (!mayBuy(catalogue, person)) {
    return { reason: 'notAuthorised', globalAdmins: globalAdmins(partner).map((admin) => admin.name) };
  }
  if (!partner.verified) return { reason: 'accountNotVerified' };
  const gold = currentMembership(catalogue, partner, 'gold', today);
  if (level === 'silver' && gold) return { reason: 'coveredByGold', until: benefitsUntil(catalogue, gold) };
  const held = currentMembership(catalogue, partner, level, today);
  if (held?.standing === 'active') {
    const { anniversary } = held.membership;
    return { reason: 'alreadyActive', anniversary, windowOpens: windowOf(catalogue, anniversary).opens };
  }
  const open = openOrderFor(partner, level);
  if (open) return { reason: 'orderInProgress', order: open.number, level: open.level, state: open.state };
  return meetsRequirements(partner, competency, level) ? undefined : { reason: 'requirementsNotMet' };
};

const kindOf = (
  context: OfferContext,
  competency: CompetencyId,
  level: Level,
): Pick<Offer, 'kind' | 'renews'> => {
  const held = currentMembership(context.catalogue, context.partner, level, context.today);
  if (held && held.standing !== 'active') return { kind: 'renewal', renews: held.membership.anniversary };
  return { kind: level === 'gold' && isUpgrade(context, competency) ? 'upgrade' : 'new' };
};

export const offerFor = (context: OfferContext, competency: CompetencyId, level: Level): Offer => {
  const kind = kindOf(context, competency, level);
  return {
    competency,
    level,
    ...kind,
    quote: quoteFor(context.catalogue, context.partner, level, kind.kind === 'upgrade'),
    why: obstacle(context, competency, level),
  };
};

/** The silver and the gold tile of a competency. */
export const offersFor = (context: OfferContext, competency: CompetencyId): readonly Offer[] =>
  levels.map((level) => offerFor(context, competency, level));

/** The list price, whatever the partner's standing: what a fee check shows. */
export const listQuotes = (
  catalogue: Catalogue,
  partner: Partner,
): readonly { readonly level: Level; readonly quote: Quote }[] =>
  levels.map((level) => ({ level, quote: quoteFor(catalogue, partner, level, false) }));
