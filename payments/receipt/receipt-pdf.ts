import { paper, type Column, type Paper } from './paper.ts';
import type { Amount, Fact, Receipt } from './receipt.ts';

const label: Column = { from: 0, to: 0.3, colour: 'soft' };
const value: Column = { from: 0.32, to: 1 };
const amountLabel: Column = { from: 0.3, to: 0.76, colour: 'soft' };
const right: Column = { from: 0.76, to: 1, right: true };
const bold = { weight: 'bold' } as const;

const fact = (on: Paper, { label: name, lines }: Fact): void => {
  lines.forEach((line, index) => on.row([index === 0 ? name : '', label], [line, value]));
  on.space(3);
};

const item = (on: Paper, { what, details }: Receipt['items'][number]): void => {
  on.row([what, { from: 0, to: 1, ...bold }]);
  for (const detail of details) on.row([detail, { from: 0, to: 1, colour: 'soft' }]);
  on.space(6);
};

const sum = (on: Paper, { label: name, amount }: Amount): void => {
  on.row([name, amountLabel], [amount, right]);
};

const payment = (
  on: Paper,
  { method, reference, date, amount }: Receipt['payments']['rows'][number],
): void => {
  on.row([method, { from: 0, to: 0.46 }], [date, { from: 0.48, to: 0.74 }], [amount, right]);
  for (const line of reference.lines)
    on.row([`${reference.label}: ${line}`, { from: 0, to: 1, size: 9, colour: 'soft' }]);
  on.space(4);
};

/** A receipt as a PDF of one page, or more where its texts are long. The same receipt gives the same bytes. */
export const receiptPdf = (receipt: Receipt): Promise<Uint8Array> => {
  const { title, documentTitle, payee, language, dated, total, payments } = receipt;
  const on = paper({ title: documentTitle, author: payee, language, dated });
  on.row([title, { from: 0, to: 1, size: 22, ...bold }]);
  on.row([receipt.receivedBy, { from: 0, to: 1, colour: 'soft' }]);
  on.space(18);
  for (const each of receipt.facts) fact(on, each);
  on.space(10);
  on.rule();
  for (const each of receipt.items) item(on, each);
  on.rule();
  for (const each of receipt.amounts) sum(on, each);
  on.space(4);
  on.row(
    [total.label, { ...amountLabel, ...bold, size: 12, colour: 'ink' }],
    [total.amount, { ...right, ...bold, size: 12 }],
  );
  on.space(10);
  for (const note of receipt.notes) on.row([note, { from: 0, to: 1, size: 9 }]);
  on.space(16);
  on.row([payments.heading, { from: 0, to: 1, ...bold, size: 12 }]);
  on.space(2);
  on.rule();
  for (const each of payments.rows) payment(on, each);
  return on.end();
};
