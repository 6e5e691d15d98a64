import assert from 'node:assert/strict';
import { markReceived, type MarkReceived } from '../../../membership/deeds/mark-received.ts';
import { placeHeld } from '../../../membership/deeds/place-held.ts';
import { postBankLine, postUnmarked, type BankPorts } from '../../../membership/deeds/post-bank-line.ts';
import { withdrawMark } from '../../../membership/deeds/withdraw-mark.ts';
import type { DeskOutcome } from '../../../membership/deeds/desk.ts';
import type { BankLine } from '../../../membership/ports.ts';
import type { Operator } from '../../../membership/rules/history.ts';
import type {
  AadObjectId,
  CommandId,
  MpnId,
  OrderNumber,
  PaymentId,
  TenantId,
} from '../../../membership/rules/ids.ts';
import { sum } from '../../../membership/rules/money.ts';
import { isOpen, received } from '../../../membership/rules/order.ts';
import { orderOf, type Partner } from '../../../membership/rules/partner.ts';
import { matcher } from '../../../payments/transfer/match.ts';
import { catalogue, EUR } from '../../support/catalogue.ts';
import { ledgerInMemory } from '../../support/ledger.ts';
import { ada, at, bob, day, eur, order, orderNumber, partner, person } from '../../support/partner.ts';
import { foreseenChance, partnersInMemory, standingClock } from '../../support/partners.ts';

const staff = (name: string, tenantId = 'payee'): Operator => ({
  tenantId: tenantId as TenantId,
  aadObjectId: name.toLowerCase() as AadObjectId,
  name,
});
export const olga = staff('Olga');
export const omar = staff('Omar');
/** An operator who belongs to the partner too. */
export const insider = staff('Ingrid', 'fabrikam');

export const account = 'IE29AIBK93115212345678';
export const first = order();
/** Another partner's. */
export const other = order({ number: orderNumber(2) });
export const second = order({ number: orderNumber(3), level: 'gold' });

export const fabrikam = (given: Partial<Partner> = {}): Partner =>
  partner({
    people: [person(ada, 'mpnPartnerAdmin'), person(bob, 'globalAdmin')],
    orders: [first],
    ...given,
  });
const contoso = partner({
  mpnId: '7000001' as MpnId,
  locationIds: [],
  tenantId: 'contoso' as TenantId,
  orders: [other],
});

/** Where a power cut hits a write: before it is kept, or after, when its caller is not told any more. */
export type PowerCut = () => 'before' | 'after' | undefined;

const cut =
  (cuts: PowerCut) =>
  async <Value>(write: () => Promise<Value>): Promise<Value> => {
    const when = cuts();
    if (when === 'before') throw new Error('power cut');
    const value = await write();
    if (when === 'after') throw new Error('power cut');
    return value;
  };

/** What the operators do with money, on 12 March 2026, ten days after the orders. */
export const deskHouse = (given: Partial<Partner> = {}, cuts: PowerCut = () => undefined) => {
  const store = partnersInMemory(fabrikam(given), contoso);
  const hit = cut(cuts);
  const clock = standingClock(at('2026-03-12'));
  const ledger = ledgerInMemory();
  const ports: BankPorts = {
    partners: { ...store, change: (id, decide) => hit(() => store.change(id, decide)) },
    ledger: {
      ...ledger,
      record: (line) => hit(() => ledger.record(line)),
      mark: (line) => hit(() => ledger.mark(line)),
    },
    ...{ clock, chance: foreseenChance(), catalogue },
    methods: ['card', 'transfer'],
    match: matcher(store, catalogue),
  };
  const owner = async (id = fabrikam().mpnId): Promise<Partner> => (await store.read(id))!;
  return {
    ports,
    store,
    clock,
    ledger,
    owner,
    order: async (number: OrderNumber = first.number) =>
      orderOf(await owner(number === other.number ? contoso.mpnId : undefined), number)!,
    got: async (number: OrderNumber = first.number) =>
      received(orderOf(await owner(number === other.number ? contoso.mpnId : undefined), number)!).minor,
    /** All that the partners have: in living orders, as credit, held. */
    total: async () => {
      const partners = [await owner(), await owner(contoso.mpnId)];
      const living = partners
        .flatMap(({ orders }) => orders)
        .filter(({ state }) => isOpen(state) || state === 'active');
      const kept = partners.flatMap(({ credits }) => credits.map(({ left }) => left));
      const held = partners.flatMap((one) => one.held.map(({ amount }) => amount));
      return sum(EUR, [...living.map(received), ...kept, ...held]).minor;
    },
    events: async () => (await owner()).history.map(({ event }) => event.type),
    told: async () =>
      (await owner()).outbox.flatMap(({ to, about }) =>
        about.kind === 'order' ? [`${to} ${about.order} ${about.news}`] : [],
      ),
    marks: (command: string, wish: Partial<MarkReceived> = {}, operator = olga) =>
      markReceived(ports, operator, {
        order: first.number,
        valueDate: day('2026-03-10'),
        amount: eur(40_000),
        reference: 'FT-26069/XY12',
        command: command as CommandId,
        ...wish,
      }),
    /** Puts a line on an order where that may count beside a mark by hand. */
    insists: (line: string, number: OrderNumber = first.number, command = `insist-${line}`) =>
      placeHeld(ports, olga, {
        line: line as PaymentId,
        order: number,
        anyway: true,
        command: command as CommandId,
      }),
    places: (line: string, number: OrderNumber = first.number, command = `place-${line}`, operator = olga) =>
      placeHeld(ports, operator, {
        line: line as PaymentId,
        order: number,
        command: command as CommandId,
      }),
    withdraws: (mark: string, command = `undo-${mark}`, order = first.number, operator = olga) =>
      withdrawMark(ports, operator, { order, mark: mark as PaymentId, command: command as CommandId }),
    posts: (id: string, line: Partial<BankLine> = {}) =>
      postBankLine(ports, {
        id: id as PaymentId,
        account,
        bookedOn: day('2026-03-11'),
        valueDate: day('2026-03-10'),
        amount: eur(40_000),
        text: `order ${first.number}`,
        status: { kind: 'recorded' },
        ...line,
      }),
    restarts: () => postUnmarked(ports, (error) => assert.fail(String(error))),
  };
};

/** A refusal, or what else came of it. */
export const said = (outcome: DeskOutcome) =>
  outcome.kind === 'refused' ? outcome.refusal : outcome.again ? 'again' : 'done';
export const kinds = (outcomes: readonly DeskOutcome[]) =>
  outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.refusal.kind : outcome.kind)).toSorted();
