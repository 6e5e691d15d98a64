import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { ordersCsv } from '../../../bot/desk/export-csv.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { at, contact, day, eur, order, orderNumber, partner } from '../../support/partner.ts';

const now = at('2026-03-10');

const csvOf = async (...partners: readonly Partner[]): Promise<string> => {
  const bytes = await buffer(
    ordersCsv(
      {
        async *all() {
          await Promise.resolve();
          yield* partners;
        },
      },
      { now: () => now },
    ),
  );
  return bytes.toString('utf8');
};

const ordered = (name: string): Partner => {
  const placed = order();
  const buyer = { ...placed.buyer, contact: { ...contact, name } };
  return partner({ name, orders: [{ ...placed, buyer }] });
};

/** The cell of the organisation's name, as it stands in the file. */
const cellOf = async (name: string): Promise<string | undefined> => {
  const [, row = ''] = (await csvOf(ordered(name))).split('\r\n');
  return /^\d+,\d+,(.*?),NL,/s.exec(row)?.[1];
};

describe('the export of orders', () => {
  it('has a header, a row for each order, and ends each line as spreadsheets expect', async () => {
    const orders = [order(), order({ number: orderNumber(2), state: 'expired' })];
    const lines = (await csvOf(partner({ orders }))).split('\r\n');
    assert.equal(lines.length, 4);
    assert.match(lines[0] ?? '', /^\uFEFForder,mpnId,organisation,country,/);
    assert.match(lines[2] ?? '', new RegExp(`^${orderNumber(2)},6234461,Fabrikam B\\.V\\.,NL,.*,expired,`));
  });

  it('has an order that time has ended as expired, whether or not a job has run', async () => {
    const old = order({ lastDay: day('2026-03-01') });
    assert.match(await csvOf(partner({ orders: [old] })), /,expired,/);
  });

  it('has amounts as decimals beside their currency', async () => {
    const { quote } = order();
    assert.match(
      await csvOf(partner({ orders: [order({ quote: { ...quote, total: eur(459_800) } })] })),
      /,EUR,.*,4598\.00,/,
    );
  });

  const formulas: readonly [typed: string, cell: string][] = [
    ['=1+1', "'=1+1"],
    ['+31 20', "'+31 20"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    [' =1', " '=1"],
    ['Fabrikam;=1+1', "Fabrikam;'=1+1"],
    ['Fabrikam B.V.', 'Fabrikam B.V.'],
    ['Smit-Jansen; de Vries', 'Smit-Jansen; de Vries'],
    ['A, "B"', '"A, ""B"""'],
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ];
  for (const [typed, cell] of formulas)
    it(`a name that is ${typed} is no formula`, async () => {
      assert.equal(await cellOf(typed), cell);
    });
});
