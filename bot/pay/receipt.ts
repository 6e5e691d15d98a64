import { oneLine, showCountry, showDay, showMoney } from '../../cards/format.ts';
import { priceFacts } from '../../cards/price.ts';
import { say } from '../../cards/say.ts';
import { hasReceipt } from '../../dialogs/views.ts';
import type { Day } from '../../membership/rules/calendar.ts';
import { competencyOf, type Catalogue, type Language } from '../../membership/rules/catalogue.ts';
import { anniversaryOf } from '../../membership/rules/membership.ts';
import { placedOn, type Order, type Payment } from '../../membership/rules/order.ts';
import type { Address } from '../../membership/rules/organisation.ts';
import type { Receipt } from '../../payments/receipt/receipt.ts';

interface PaidOrder {
  readonly order: Order;
  readonly language: Language;
}

const addressLines = (language: Language, address: Address): readonly string[] =>
  [...address.lines, `${address.postcode} ${address.city}`, showCountry(language, address.country)]
    .map(oneLine)
    .filter((line) => line !== '');

const facts = ({ order, language }: PaidOrder, paidOn: Day): Receipt['facts'] => {
  const { buyer } = order;
  const fact = (label: string, ...lines: readonly string[]) => ({ label, lines });
  return [
    fact(say(language, 'orderNumber'), order.number),
    fact(say(language, 'orderedOn'), showDay(language, placedOn(order))),
    fact(say(language, 'paidOn'), showDay(language, paidOn)),
    fact(say(language, 'organisation'), oneLine(buyer.name)),
    fact(say(language, 'mpnId'), buyer.mpnId),
    ...(buyer.taxId === undefined ? [] : [fact(say(language, 'taxId'), oneLine(buyer.taxId))]),
    fact(say(language, 'billTo'), ...addressLines(language, buyer.billTo)),
  ];
};

const item = (
  catalogue: Catalogue,
  { order, language }: PaidOrder,
  paidOn: Day,
): Receipt['items'][number] => {
  const competency = competencyOf(catalogue, order.competency)?.name ?? order.competency;
  const period = say(language, 'fromTo', {
    from: showDay(language, order.renews ?? paidOn),
    to: showDay(language, anniversaryOf(order, paidOn)),
  });
  return {
    what: `${say(language, `membership.${order.level}`)}, ${competency}`,
    details: [say(language, 'receiptPeriod', { period })],
  };
};

const paymentRow = (language: Language, { id, source, amount, valueDate }: Payment) => ({
  method: say(language, `paidWith.${source}`),
  reference: { label: say(language, 'paymentId'), lines: [oneLine(id)] },
  date: showDay(language, valueDate),
  amount: showMoney(language, amount),
});

const notes = ({ order, language }: PaidOrder): readonly string[] => [
  ...(order.quote.tax.treatment === 'reverseCharge' ? [say(language, 'reverseChargeNote')] : []),
  ...(order.state === 'active'
    ? []
    : [say(language, 'afterwards', { state: say(language, `order.${order.state}`) })]),
];

const receiptFor = (catalogue: Catalogue, paid: PaidOrder, paidOn: Day): Receipt => {
  const { order, language } = paid;
  const { number, quote, payments } = order;
  const payee = catalogue.payee.name;
  const amounts = priceFacts(language, quote).map(([label, amount]) => ({ label, amount }));
  return {
    language,
    title: say(language, 'receiptTitle'),
    documentTitle: say(language, 'receiptNumbered', { number }),
    payee,
    receivedBy: say(language, 'receivedBy', { payee }),
    dated: paidOn,
    facts: facts(paid, paidOn),
    items: [item(catalogue, paid, paidOn)],
    amounts: amounts.slice(0, -1),
    total: { label: say(language, 'total'), amount: showMoney(language, quote.total) },
    notes: notes(paid),
    payments: {
      heading: say(language, 'receiptPayments'),
      rows: payments.map((payment) => paymentRow(language, payment)),
    },
  };
};

/**
 * An order's receipt in the reader's language, with the buyer as it was when the order was placed.
 * @returns undefined for an order that has none: not paid in full, or the money was taken back
 */
export const receiptOf = async (
  catalogue: Catalogue,
  paid: PaidOrder,
): Promise<{ readonly pdf: Uint8Array; readonly fileName: string } | undefined> => {
  const { order, language } = paid;
  if (order.purchaseDate === undefined || !hasReceipt(order)) return undefined;
  // Its library takes a while to load, and most have no use for it.
  const { receiptPdf } = await import('../../payments/receipt/receipt-pdf.ts');
  const pdf = await receiptPdf(receiptFor(catalogue, paid, order.purchaseDate));
  return { pdf, fileName: `${say(language, 'receiptTitle')}-${order.number}.pdf` };
};
