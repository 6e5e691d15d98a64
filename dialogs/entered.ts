import { chosenMethod, type EnteredDetails } from '../cards/details.ts';
import { buyerRefusals, methodsFor } from '../membership/deeds/buyer.ts';
import {
  competencyOf,
  type Competency,
  type Level,
  type PaymentMethod,
} from '../membership/rules/catalogue.ts';
import type { CompetencyId } from '../membership/rules/ids.ts';
import { offerFor, type Offer } from '../membership/rules/offers.ts';
import type { Contact } from '../membership/rules/organisation.ts';
import type { Partner } from '../membership/rules/partner.ts';
import type { Refusal } from '../membership/rules/refusals.ts';
import { canonicalTaxId, isTaxId } from '../membership/rules/tax.ts';
import type { Turn } from './turn.ts';
import { offerContext } from './views.ts';

/** What is being bought, and what was entered for it so far. */
export interface Purchase {
  readonly competency: CompetencyId;
  readonly level: Level;
  readonly entered?: EnteredDetails | undefined;
}

/** An input that was emptied says so; one that was never shown keeps what is known. */
const typedOr = (typed: string | undefined, known: string): string =>
  typed === undefined ? known : typed.trim();

export const contactOf = ({ contact }: Partner, entered: EnteredDetails = {}): Contact => ({
  name: typedOr(entered.contactName, contact.name),
  email: typedOr(entered.contactEmail, contact.email),
  phone: typedOr(entered.contactPhone, contact.phone),
});

export const taxIdOf = ({ country, taxId }: Partner, entered: EnteredDetails = {}): string | undefined =>
  canonicalTaxId(country, typedOr(entered.taxId, taxId ?? '')) || undefined;

/** The offer at the price that the entered tax ID brings; one that does not check out changes nothing. */
export const offerOf = (turn: Turn, { competency, level, entered }: Purchase): Offer => {
  const context = offerContext(turn);
  const taxId = taxIdOf(turn.partner, entered);
  const partner =
    taxId === undefined || isTaxId(turn.partner.country, taxId) ? { ...turn.partner, taxId } : turn.partner;
  return offerFor({ ...context, partner }, competency, level);
};

export const competencyFor = (turn: Turn, { competency }: Purchase): Competency => {
  const known = competencyOf(turn.deeds.catalogue, competency);
  if (!known) throw new RangeError('a purchase begins with a competency of the catalogue');
  return known;
};

/** What was chosen, be it offered or not; without a choice what the card shows as chosen. */
export const methodOf = ({ deeds, partner }: Turn, entered: EnteredDetails | undefined): PaymentMethod =>
  entered?.method ?? chosenMethod(methodsFor(deeds, partner.country), entered) ?? 'transfer';

/** Everything that keeps the details from being complete. */
export const detailsProblems = (turn: Turn, entered: EnteredDetails): readonly Refusal[] => {
  const { country } = turn.partner;
  const buyer = { taxId: taxIdOf(turn.partner, entered), contact: contactOf(turn.partner, entered) };
  const method = methodOf(turn, entered);
  const offered = methodsFor(turn.deeds, country).includes(method);
  return [
    ...buyerRefusals(country, buyer),
    ...(offered ? [] : [{ kind: 'methodNotOffered' as const, method }]),
  ];
};
