import { cancelOrder } from '../membership/deeds/cancel-order.ts';
import { keepTime } from '../membership/deeds/keep-time.ts';
import { markMessages } from '../membership/deeds/mark-message.ts';
import type { Doing } from '../membership/deeds/perform.ts';
import { placeOrder } from '../membership/deeds/place-order.ts';
import { postBankLine, type BankPorts } from '../membership/deeds/post-bank-line.ts';
import type { BankLedger } from '../membership/ports.ts';
import { addDays, dayOf, startOf, type Day } from '../membership/rules/calendar.ts';
import type { Catalogue, Level } from '../membership/rules/catalogue.ts';
import type {
  AadObjectId,
  CompetencyId,
  MpnId,
  OrderNumber,
  PaymentId,
  TenantId,
} from '../membership/rules/ids.ts';
import { offerFor } from '../membership/rules/offers.ts';
import { drawOrderNumber } from '../membership/rules/order-number.ts';
import { orderOf, personOf, type Partner } from '../membership/rules/partner.ts';
import { markOf } from '../membership/rules/purchase-mark.ts';
import { partner as sample, person } from '../test/support/partner.ts';
import { foreseenChance, partnersInMemory, standingClock } from '../test/support/partners.ts';
import type { Somebody } from './driver.ts';

/** `none` has bought nothing yet; `ten` has ten orders behind it and may buy again. */
export type Past = 'none' | 'ten';

const competency = 'data-analytics' as CompetencyId;
const mpnId = '6000000' as MpnId;
const template = {
  tenant: 'the-tenant' as TenantId,
  admin: 'the-admin' as AadObjectId,
  other: 'the-other' as AadObjectId,
};

const newcomer = (metOn: Day): Partner =>
  sample({
    mpnId,
    locationIds: [],
    tenantId: template.tenant,
    taxId: 'NL123456782B90',
    people: [person(template.admin, 'mpnPartnerAdmin'), person(template.other)],
    qualifications: [{ competency, level: 'gold', metOn }],
  });

/** Every credit names its order, so nothing need be looked up or remembered. */
const ledger: BankLedger = {
  record: () => Promise.resolve(true),
  mark: () => Promise.resolve(),
  unmarked: () => Promise.resolve([]),
  provisional: () => Promise.resolve([]),
  held: () => Promise.resolve([]),
  find: () => Promise.resolve(undefined),
  inTurn: (work) => work(),
  lines: () => Promise.resolve([]),
};

type Deeds = BankPorts & { readonly clock: ReturnType<typeof standingClock> };

const deedsAt = (catalogue: Catalogue, start: Day): Deeds => ({
  partners: partnersInMemory(newcomer(start)),
  clock: standingClock(startOf(start)),
  chance: foreseenChance(),
  catalogue,
  methods: ['transfer'],
  ledger,
  match: (line) => Promise.resolve({ kind: 'order', order: line.text as OrderNumber, partner: mpnId }),
});

const stored = async ({ partners }: Deeds): Promise<Partner> => {
  const partner = await partners.read(mpnId);
  if (!partner) throw new RangeError('the template is there from the start');
  return partner;
};

const doing = (deeds: Deeds): Doing => ({
  partner: mpnId,
  by: { kind: 'person', aadObjectId: template.admin, name: 'Ada Jansen' },
  through: 'card',
  command: deeds.chance.commandId(),
});

const place = async (deeds: Deeds, level: Level): Promise<OrderNumber> => {
  const partner = await stored(deeds);
  const today = dayOf(deeds.clock.now());
  const buyer = personOf(partner, template.admin);
  const offer = offerFor({ catalogue: deeds.catalogue, partner, person: buyer, today }, competency, level);
  const { taxId, contact } = partner;
  const wish = {
    person: template.admin,
    competency,
    level,
    method: 'transfer',
    taxId,
    contact,
    mark: markOf(deeds.catalogue, partner, offer),
    agreementAccepted: true,
  } as const;
  const outcome = await placeOrder(deeds, doing(deeds), wish);
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome.order;
};

const cancel = (deeds: Deeds, order: OrderNumber) =>
  cancelOrder(deeds, doing(deeds), { person: template.admin, order });

const pay = async (deeds: Deeds, number: OrderNumber): Promise<void> => {
  const order = orderOf(await stored(deeds), number);
  if (!order) throw new RangeError('an order that was placed is there');
  const bookedOn = dayOf(deeds.clock.now());
  const money = { amount: order.quote.total, bookedOn, valueDate: bookedOn, text: number };
  const id = `line-${number}` as PaymentId;
  const status = { kind: 'recorded' } as const;
  await postBankLine(deeds, { id, account: order.account?.account ?? '', status, ...money });
};

const tellAll = async (deeds: Deeds): Promise<void> => {
  const { outbox } = await stored(deeds);
  const ids = outbox.map((message) => message.id);
  await markMessages(deeds.partners, mpnId, ids, (message) => ({ ...message, status: 'sent' }));
};

const yearAndWindow = 400;
const orderLife = 40;

/** Two years that were paid and have lapsed, four orders that were cancelled, four that were not paid in time. */
const tenOrders = async (catalogue: Catalogue, today: Day): Promise<Partner> => {
  const deeds = deedsAt(catalogue, addDays(today, -2 * yearAndWindow - 4 * orderLife));
  const { clock } = deeds;
  for (const level of ['silver', 'gold'] as const) {
    await pay(deeds, await place(deeds, level));
    await tellAll(deeds);
    clock.pass(yearAndWindow);
  }
  for (let n = 0; n < 4; n += 1) {
    await cancel(deeds, await place(deeds, 'gold'));
    await place(deeds, 'gold');
    clock.pass(orderLife);
    await keepTime(deeds, mpnId);
    await tellAll(deeds);
  }
  return stored(deeds);
};

const guid = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The nth partner's admin; each generation brings another, who has not talked with the bot yet. */
export const adminOf = (n: number, generation: number): Somebody => ({
  tenantId: guid(1, n),
  aadObjectId: guid(10 + generation, n),
});

/** All that is the nth partner's own, its MPN ID first. */
export const idsOf = (n: number, generation: number, orders: number): readonly string[] => {
  const { tenantId, aadObjectId } = adminOf(n, generation);
  const numbers = Array.from({ length: orders }, (_, k) => drawOrderNumber(() => (n * 10 + k + 0.5) / 9e8));
  return [String(6_000_000 + n), tenantId, aadObjectId, guid(2, n), ...numbers];
};

/** Partners that are alike but for their ids and order numbers. */
export interface Stock {
  make(n: number, generation: number): Partner;
}

export const stockOf = async (catalogue: Catalogue, past: Past, today: Day): Promise<Stock> => {
  const first = past === 'ten' ? await tenOrders(catalogue, today) : newcomer(addDays(today, -30));
  const text = JSON.stringify({ ...first, mpnId: 'the-mpn-id' }).replaceAll(
    `"mpnId":"${mpnId}"`,
    '"mpnId":"the-mpn-id"',
  );
  const numbers = first.orders.map((order) => order.number);
  const { tenant, admin, other } = template;
  const places = ['the-mpn-id', tenant, admin, other, ...numbers];
  const variable = new RegExp(places.join('|'), 'g');
  return {
    make: (n, generation) => {
      const ids = idsOf(n, generation, numbers.length);
      const own = new Map<string, string>(places.map((place, k) => [place, ids[k] ?? place]));
      return JSON.parse(text.replace(variable, (id) => own.get(id) ?? id)) as Partner;
    },
  };
};
