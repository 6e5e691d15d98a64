import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Clock, Partners } from '../../membership/ports.ts';
import { asOf } from '../../membership/rules/as-of.ts';
import { toDecimal, type Money } from '../../membership/rules/money.ts';
import { due, placedOn, received, type Order } from '../../membership/rules/order.ts';
import type { Partner } from '../../membership/rules/partner.ts';

/** A row of the export, a column a field: texts as they are, amounts as decimals in `currency`, days as ISO 8601. */
const rowOf = (partner: Partner, order: Order) => {
  const { quote } = order;
  const amount = (money: Money | undefined): string => (money ? toDecimal(money) : '');
  return {
    order: order.number,
    mpnId: order.buyer.mpnId,
    organisation: partner.name,
    country: partner.country,
    level: order.level,
    competency: order.competency,
    kind: order.kind,
    method: order.method,
    state: order.state,
    placedOn: placedOn(order),
    lastDay: order.lastDay,
    paidOn: order.purchaseDate ?? '',
    currency: quote.total.currency,
    fee: amount(quote.fee),
    discount: amount(quote.discount),
    tax: amount(quote.tax.amount),
    total: amount(quote.total),
    received: amount(received(order)),
    due: order.state === 'active' ? amount(undefined) : amount(due(order)),
    paymentIds: order.payments.map(({ id }) => id).join(' '),
    taxId: order.buyer.taxId ?? '',
    contactName: order.buyer.contact.name,
    contactEmail: order.buyer.contact.email,
  };
};

type Row = ReturnType<typeof rowOf>;

const columns = [
  'order',
  'mpnId',
  'organisation',
  'country',
  'level',
  'competency',
  'kind',
  'method',
  'state',
  'placedOn',
  'lastDay',
  'paidOn',
  'currency',
  'fee',
  'discount',
  'tax',
  'total',
  'received',
  'due',
  'paymentIds',
  'taxId',
  'contactName',
  'contactEmail',
] as const satisfies readonly (keyof Row)[];

/**
 * Where the field separator is a semicolon or a tab, a spreadsheet splits within a field as well: a formula there,
 * or behind spaces at its beginning, gets the apostrophe that the library gives to one at the very beginning.
 */
const withoutInnerFormulas = (text: string): string =>
  text.replace(/(^\s+|[;\t\r\n|]\s*)(?=[=+\-@＝＋－＠])/g, "$1'");

const safe = (row: Row): Row => {
  const fields = Object.entries(row).map(([name, text]) => [name, withoutInnerFormulas(text)]);
  return Object.fromEntries(fields) as Row;
};

async function* rows(partners: Pick<Partners, 'all'>, clock: Clock): AsyncGenerator<Row> {
  for await (const stored of partners.all()) {
    const { partner } = asOf(stored, clock.now());
    for (const order of partner.orders) yield safe(rowOf(partner, order));
  }
}

/**
 * Every order as CSV, one a row, as of now: UTF-8 with a byte order mark, commas, CRLF. A field that a spreadsheet
 * would take for a formula begins with an apostrophe, since its text may be somebody else's.
 */
export const ordersCsv = (partners: Pick<Partners, 'all'>, clock: Clock): Readable =>
  Readable.from(rows(partners, clock)).pipe(
    stringify({
      header: true,
      columns: [...columns],
      escape_formulas: true,
      bom: true,
      record_delimiter: 'windows',
    }),
  );
