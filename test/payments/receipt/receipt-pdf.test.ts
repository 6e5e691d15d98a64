import assert from 'node:assert/strict';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Day } from '../../../membership/rules/calendar.ts';
import { receiptPdf } from '../../../payments/receipt/receipt-pdf.ts';
import type { Receipt } from '../../../payments/receipt/receipt.ts';

const receipt = (changes: Partial<Receipt> = {}): Receipt => ({
  language: 'nl',
  title: 'Kwitantie',
  documentTitle: 'Kwitantie voor order 1000000005',
  payee: 'Partner Network Operations Ltd',
  receivedBy: 'Betaling ontvangen door Partner Network Operations Ltd',
  dated: '2026-11-22' as Day,
  facts: [{ label: 'Organisatie', lines: ['Fabrikam B.V.'] }],
  items: [{ what: 'Gold-lidmaatschap, Data Analytics', details: ['22 november 2026 t/m 22 november 2027'] }],
  amounts: [{ label: 'Kosten', amount: 'EUR 3.800,00' }],
  total: { label: 'Totaal', amount: 'EUR 4.598,00' },
  notes: [],
  payments: {
    heading: 'Betalingen',
    rows: [
      {
        method: 'Creditcard',
        reference: { label: 'Transactie', lines: ['ch_3Q'] },
        date: '22 november 2026',
        amount: 'EUR 4.598,00',
      },
    ],
  },
  ...changes,
});
const named = (name: string): Receipt => receipt({ facts: [{ label: 'Organisatie', lines: [name] }] });

const read = async (pdf: Uint8Array) => {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  const { info } = await document.getMetadata();
  return { text: text.normalize('NFKC'), totalPages, info: info as Readonly<Record<string, unknown>> };
};

const fontsIn = (pdf: Uint8Array): readonly string[] =>
  [
    ...new Set(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/(?<=\/FontName \/[A-Z]{6}\+)[\w-]+/g),
    ),
  ].sort();

describe('a receipt as PDF', function () {
  this.timeout(20_000);

  it('says all that it is given, on one page', async () => {
    const { text, totalPages } = await read(await receiptPdf(receipt({ notes: ['Btw verlegd.'] })));
    assert.equal(totalPages, 1);
    for (const part of [
      'Kwitantie',
      'Partner Network Operations Ltd',
      'Fabrikam B.V.',
      'Gold-lidmaatschap, Data Analytics',
      '22 november 2026 t/m 22 november 2027',
      'Kosten EUR 3.800,00',
      'Totaal EUR 4.598,00',
      'Btw verlegd.',
      'Creditcard 22 november 2026 EUR 4.598,00',
      'Transactie: ch_3Q',
    ])
      assert.ok(text.includes(part), `${part} in ${text}`);
  });

  it('has a title, a language and the day of payment, not today', async () => {
    const { info } = await read(await receiptPdf(receipt()));
    assert.equal(info['Title'], 'Kwitantie voor order 1000000005');
    assert.equal(info['Author'], 'Partner Network Operations Ltd');
    assert.equal(info['Language'], 'nl');
    assert.equal(info['CreationDate'], 'D:20261122000000Z');
  });

  it('is the same file for the same receipt, and another for another', async () => {
    const first = await receiptPdf(receipt());
    assert.deepEqual(await receiptPdf(receipt()), first);
    assert.notDeepEqual(await receiptPdf(receipt({ dated: '2026-11-23' as Day })), first);
  });

  const names: readonly (readonly [string, string, fonts: readonly string[]])[] = [
    ['Dutch and Swedish', 'Coöperatie Übergångsstället Åland', []],
    ['Polish', 'Zażółć Gęślą Jaźń Sp. z o.o.', []],
    ['Romanian, Turkish, Hungarian', 'Șoseaua Ğırtlak Ízű Őrült', []],
    ['Greek', 'Ανώνυμη Εταιρεία Ἀθῆναι', []],
    ['Cyrillic', 'ТОВ «Київ», Ђорђе', []],
    ['Devanagari', 'टाटा', []],
    ['Japanese', '株式会社髙島屋 システム', ['BIZUDPGothic-Regular']],
    ['Korean', '삼성전자 주식회사', ['NanumGothic']],
    ['all at once', 'Žluťoučký 東京 서울 Αθήνα', ['BIZUDPGothic-Regular', 'NanumGothic']],
  ];
  for (const [script, name, fonts] of names) {
    it(`${script}: shows, and can be read back`, async () => {
      const pdf = await receiptPdf(named(name));
      const { text } = await read(pdf);
      const bare = (some: string): string => some.normalize('NFKC').replace(/\s/g, '');
      assert.ok(bare(text).includes(bare(name)), text);
      assert.deepEqual(fontsIn(pdf), [...fonts, 'NotoSans-Bold', 'NotoSans-Regular'].sort());
      assert.ok(pdf.length < 60_000, `${pdf.length} bytes`);
    });
  }

  it('a text that no font has is no fault', async () => {
    const { text } = await read(await receiptPdf(named('😀 شركة ‏ \u{10ffff}')));
    assert.ok(text.includes('EUR 4.598,00'));
  });

  it('long texts wrap, and many payments go on to further pages', async () => {
    const [row] = receipt().payments.rows;
    assert.ok(row);
    const rows = Array.from({ length: 40 }, (_, index) => ({ ...row, method: `Methode ${index}` }));
    const long = receipt({
      facts: [{ label: 'Organisatie', lines: ['Handelsonderneming '.repeat(20).trim()] }],
      payments: { heading: 'Betalingen', rows },
    });
    const { text, totalPages } = await read(await receiptPdf(long));
    assert.equal(totalPages, 3);
    assert.equal(text.match(/Handelsonderneming/g)?.length, 20);
    for (const { method } of rows) assert.match(text, new RegExp(`${method}\\b`));
  });
});
