import type { DeskFormView, FormProblem } from '../../../cards/desk/form.ts';
import { deskFormCard } from '../../../cards/desk/form.ts';
import { historyCard } from '../../../cards/desk/history.ts';
import { listCard, partnerCard, partnersCard, type DeskLine } from '../../../cards/desk/lists.ts';
import { deskCard, deskHelpCard, deskWelcomeCard } from '../../../cards/desk/menu.ts';
import { moneyCard } from '../../../cards/desk/money.ts';
import { deskOrderCard, reviewCard } from '../../../cards/desk/order.ts';
import { pageOf } from '../../../cards/desk/page.ts';
import type { DeskMoney, DeskOrderView, HeldWhy } from '../../../cards/desk/view.ts';
import { deskForms } from '../../../cards/desk/actions.ts';
import type { AadObjectId, MpnId, PaymentId } from '../../../membership/rules/ids.ts';
import { matterKinds, type MatterKind } from '../../../membership/rules/matters.ts';
import { orderStates } from '../../../membership/rules/order.ts';
import { everyEvent } from '../every-event.ts';
import { analytics, day, euro, instant, nonce, order, orderNumber, proof, today } from '../fixtures.ts';
import { type Variant, variant } from './variant.ts';

const mpnId = '6234461' as MpnId;
const payment = 'NL-2026-000123' as PaymentId;
const organisation = 'Fabrikam B.V.';
const nameOf = (id: AadObjectId): string => (id === 'anna' ? 'Anna de Vries' : id);
const marked = proof({ marks: ['futureDate', 'otherAccount'], alsoFor: orderNumber(0.7) });
const document = 'https://bot.example/desk/proof/token';

const view = (changes: Partial<DeskOrderView> = {}): DeskOrderView => ({
  order: order({ state: 'proofUnderReview', proofs: [proof()] }),
  competency: analytics,
  organisation,
  mpnId,
  today,
  nameOf,
  own: false,
  forms: ['receive', 'reject', 'hold'],
  money: [],
  document,
  ...changes,
});

const money = (changes: Partial<DeskMoney> = {}): DeskMoney => ({
  kind: 'line',
  payment,
  amount: euro(284_900),
  since: day('2026-11-20'),
  because: 'noReference',
  account: 'IE29 AIBK 9311 5212 3456 78',
  text: 'FABRIKAM BV MEMBERSHIP GOLD INV 2026-11',
  order: orderNumber(),
  organisation,
  may: ['place', 'payBack'],
  ...changes,
});
const credit = money({
  kind: 'credit',
  because: undefined,
  text: undefined,
  account: undefined,
  may: ['payBack'],
});

const byHand = money({ kind: 'marked', because: undefined, text: 'BK-77120', may: ['withdraw'] });

const last = {
  at: instant('2026-11-21T10:00:00.000Z'),
  by: { kind: 'operator', name: 'Olivia Brandt', tenantId: 't', aadObjectId: 'o' },
  through: 'card',
  event: { type: 'proofRejected', order: orderNumber(), reason: 'The document can’t be read.' },
} as DeskOrderView['last'];

const refundOrder = order({
  state: 'active',
  purchaseDate: day('2026-11-10'),
  payments: [],
  refundRequest: {
    at: instant('2026-11-20T09:00:00.000Z'),
    by: 'anna' as AadObjectId,
    reason: 'Bought twice',
  },
});

const orders: readonly Variant[] = [
  ...orderStates.map((state) =>
    variant(`desk: order, ${state}`, (language) =>
      deskOrderCard(language, view({ order: order({ state }), forms: [], document: undefined })),
    ),
  ),
  variant('desk: order, done', (language) =>
    deskOrderCard(
      language,
      view({
        said: { style: 'good', words: 'Marked.' },
        money: [credit, money()],
        queue: { place: 1, count: 3 },
      }),
    ),
  ),
  variant('desk: order, refused', (language) =>
    deskOrderCard(language, view({ said: { style: 'attention', words: 'Already decided.' } })),
  ),
  variant('desk: order, somebody else acted', (language) => deskOrderCard(language, view({ last }))),
  variant('desk: order, refund asked for', (language) =>
    deskOrderCard(language, view({ order: refundOrder, forms: ['refund', 'decline'] })),
  ),
  variant('desk: order, own organisation', (language) =>
    deskOrderCard(language, view({ own: true, forms: [], money: [] })),
  ),
  variant('desk: queue', (language) => reviewCard(language, view({ queue: { place: 1, count: 3 } }))),
  variant('desk: queue, every mark', (language) =>
    reviewCard(
      language,
      view({
        queue: { place: 3, count: 3 },
        order: order({
          state: 'proofUnderReview',
          proofs: [{ ...marked, held: { note: 'asked the bank', at: instant('2026-11-21T10:00:00.000Z') } }],
        }),
        money: [money()],
      }),
    ),
  ),
];

const why: readonly HeldWhy[] = [
  'noReference',
  'unknownOrder',
  'otherPartner',
  'wrongCurrency',
  'otherAccount',
  'differsFromHand',
  'wrongAmount',
  'wrongMode',
];

const lines = (count: number): readonly DeskLine[] =>
  Array.from({ length: count }, (_, nth) => ({
    kind: 'order',
    order: order({ number: orderNumber(nth / 100), state: 'proofUnderReview' }),
    organisation:
      nth === 1
        ? 'A very long name of an organisation in the network, Limited Liability Company'
        : organisation,
    since: instant('2026-11-19T09:00:00.000Z'),
    aside: nth === 2,
  }));

const linesOf = (list: MatterKind): readonly DeskLine[] =>
  list === 'credit' || list === 'held'
    ? why.map((because) => ({ kind: 'money', money: list === 'held' ? money({ because }) : credit }))
    : lines(20);

const lists: readonly Variant[] = [
  variant('desk', (language) =>
    deskCard(
      language,
      { proof: 3, refund: 0, open: 12_345, expiring: 1, credit: 2, held: 7 },
      'https://bot.example/desk/export/token',
    ),
  ),
  variant('desk: welcome', deskWelcomeCard),
  variant('desk: help', (language) => deskHelpCard(language, 'http://localhost:3978/local')),
  ...matterKinds.map((list) =>
    variant(`desk: list, ${list}`, (language) =>
      listCard(language, { list, lines: pageOf(linesOf(list), 1) }),
    ),
  ),
  variant('desk: list, empty', (language) => listCard(language, { list: 'proof', lines: pageOf([]) })),
  variant('desk: partner', (language) =>
    partnerCard(language, {
      partner: mpnId,
      organisation,
      orders: pageOf(orderStates.map((state) => order({ state }))),
      money: [credit, money()],
    }),
  ),
  variant('desk: partner, nothing', (language) =>
    partnerCard(language, { partner: mpnId, organisation, orders: pageOf([]), money: [] }),
  ),
  variant('desk: partners', (language) => partnersCard(language, [{ partner: mpnId, organisation }], false)),
  variant('desk: partners, more', (language) =>
    partnersCard(language, [{ partner: mpnId, organisation }], true),
  ),
  ...why.map((because) =>
    variant(`desk: money, ${because}`, (language) =>
      moneyCard(language, { ...money({ because }), own: false }),
    ),
  ),
  variant('desk: money, marked by hand', (language) => moneyCard(language, { ...byHand, own: false })),
  variant('desk: order, money marked by hand', (language) =>
    deskOrderCard(language, view({ money: [byHand] })),
  ),
  variant('desk: money, credit, own', (language) => moneyCard(language, { ...credit, own: true })),
  ...[0, 1, 2, 3, 4].map((page) =>
    variant(`desk: history, page ${page}`, (language) =>
      historyCard(language, { order: orderNumber(), entries: pageOf(everyEvent, page), nameOf }),
    ),
  ),
];

const formView = (changes: Partial<DeskFormView> = {}): DeskFormView => ({
  form: 'receive',
  nonce,
  order: orderNumber(),
  proof: proof().hash,
  organisation,
  expected: euro(459_800),
  entered: {},
  problems: [],
  reader: 'sv',
  ...changes,
});

const problems: readonly FormProblem[] = [
  { kind: 'missing', field: 'day' },
  { kind: 'missing', field: 'amount' },
  { kind: 'missing', field: 'toOrder' },
  { kind: 'dayUnreadable', typed: '32 nov' },
  { kind: 'amountUnreadable', typed: 'much', currency: euro(1).currency },
  { kind: 'orderUnreadable', typed: '12' },
  { kind: 'cardNumber' },
  { kind: 'refused', words: 'Not so.' },
];

const forms: readonly Variant[] = [
  ...deskForms.map((form) =>
    variant(`desk: form, ${form}`, (language) =>
      deskFormCard(
        language,
        formView({ form, ...(['place', 'payBack', 'withdraw'].includes(form) ? { payment } : {}) }),
      ),
    ),
  ),
  variant('desk: form, refund to the card', (language) =>
    deskFormCard(language, formView({ form: 'refund', toCard: true })),
  ),
  variant('desk: form, place beside a mark by hand', (language) =>
    deskFormCard(
      language,
      formView({ form: 'place', payment, beside: { order: orderNumber(), marked: euro(285_000) } }),
    ),
  ),
  variant('desk: form, every problem', (language) =>
    deskFormCard(
      language,
      formView({
        problems,
        understood: euro(1),
        entered: { amount: '0,01', reference: 'BK-1', day: '2026-11-20' },
      }),
    ),
  ),
];

/** What operators see. */
export const deskCards: readonly Variant[] = [...orders, ...lists, ...forms];
