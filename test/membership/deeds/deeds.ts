import { placeOrder, type PlaceOrder } from '../../../membership/deeds/place-order.ts';
import type { DeedPorts, Doing, Outcome } from '../../../membership/deeds/perform.ts';
import type { SubmitProof } from '../../../membership/deeds/submit-proof.ts';
import type { Chance } from '../../../membership/ports.ts';
import type { AadObjectId, CommandId, OrderNumber, ProofHash } from '../../../membership/rules/ids.ts';
import { asOf } from '../../../membership/rules/as-of.ts';
import { offerFor } from '../../../membership/rules/offers.ts';
import { dayOf } from '../../../membership/rules/calendar.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { markOf } from '../../../membership/rules/purchase-mark.ts';
import { catalogue, competencies } from '../../support/catalogue.ts';
import { ada, at, contact, day, partner } from '../../support/partner.ts';
import { foreseenChance, partnersInMemory, standingClock } from '../../support/partners.ts';

/** A bot's deeds over a store of these partners, at noon of 2 March 2026. */
export const house = (partners: readonly Partner[] = [partner()], chance: Chance = foreseenChance()) => {
  const clock = standingClock(at('2026-03-02'));
  const store = partnersInMemory(...partners);
  const ports: DeedPorts = { partners: store, clock, chance, catalogue, methods: ['card', 'transfer'] };
  return { clock, store, ports };
};

export const doing = (command: string, who: AadObjectId = ada, given: Partial<Doing> = {}): Doing => ({
  partner: partner().mpnId,
  by: { kind: 'person', aadObjectId: who, name: 'Ada' },
  through: 'card',
  command: command as CommandId,
  ...given,
});

/** What Ada submits for silver by transfer, as she is shown it on a day. */
export const wish = (
  owner: Partner,
  given: Partial<PlaceOrder> = {},
  today = day('2026-03-02'),
): PlaceOrder => {
  const level = given.level ?? 'silver';
  const buyer = { ...owner, taxId: given.taxId };
  const context = { catalogue, partner: buyer, person: undefined, today };
  const offer = offerFor(context, competencies.analytics, level);
  return {
    person: ada,
    competency: competencies.analytics,
    level,
    method: 'transfer',
    contact,
    agreementAccepted: true,
    mark: markOf(catalogue, owner, offer),
    ...given,
  };
};

export type Accepted = Extract<Outcome, { kind: 'accepted' }>;
/** The outcome of a deed that must have been done. */
export const done = (outcome: Outcome): Accepted => {
  if (outcome.kind !== 'accepted') throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome;
};
export const refusalOf = (outcome: Outcome) => (outcome.kind === 'refused' ? outcome.refusal : outcome.kind);

/** Ada buys silver. */
export const buy = async (
  ports: DeedPorts,
  command = 'buy',
  given: Partial<PlaceOrder> = {},
): Promise<Accepted> => {
  const now = ports.clock.now();
  const stored = await ports.partners.read(partner().mpnId);
  const shown = wish(asOf(stored ?? partner(), now).partner, given, dayOf(now));
  return done(await placeOrder(ports, doing(command), shown));
};

/** What Ada hands in for an order. */
export const handIn = (number: OrderNumber, given: Partial<SubmitProof> = {}): SubmitProof => ({
  person: ada,
  order: number,
  file: { hash: 'a'.repeat(64) as ProofHash, type: 'application/pdf', bytes: 9, fileName: 'wire.pdf' },
  fields: { paymentDate: day('2026-03-02'), account: 'IE29AIBK93115212345678' },
  ...given,
});
