import assert from 'node:assert/strict';
import { extractText, getDocumentProxy } from 'unpdf';
import { receiptOf } from '../../../bot/pay/receipt.ts';
import { languages, type Language } from '../../../membership/rules/catalogue.ts';
import type { PaymentId } from '../../../membership/rules/ids.ts';
import { orderStates, type Order } from '../../../membership/rules/order.ts';
import { catalogue } from '../../support/catalogue.ts';
import { buyer, day, euro, order, orderNumber, payment, upgradeQuote } from '../../cards/fixtures.ts';

const paid = (changes: Partial<Order> = {}): Order =>
  order({
    state: 'active',
    purchaseDate: day('2026-11-22'),
    payments: [payment(459800)],
    ...changes,
  });

describe('a receipt for an order', function () {
  this.timeout(20_000);

  const textOf = async (of: Order, language: Language = 'en'): Promise<string> => {
    const made = await receiptOf(catalogue, { order: of, language });
    assert.ok(made);
    const document = await getDocumentProxy(new Uint8Array(made.pdf));
    const { text } = await extractText(document, { mergePages: true });
    return text.normalize('NFKC').replace(/\s+/g, ' ');
  };

  const expected: Readonly<Record<Language, readonly string[]>> = {
    en: [
      'Receipt Payment received by',
      `Order number ${orderNumber()}`,
      'Ordered on 19 November 2026 Paid on 22 November 2026',
      'Organisation Fabrikam B.V. MPN ID 6234461 Tax ID NL123456782B90',
      'Bill to Herengracht 1 1015 BA Amsterdam Netherlands',
      'Gold membership, Data Analytics Period: 22 November 2026 to 22 November 2027',
      'Fee EUR 3,800.00 Tax (21%) EUR 798.00 Total EUR 4,598.00',
      'Payments Electronic bank transfer 22 November 2026 EUR 4,598.00 Transaction: line-459800',
    ],
    nl: [
      'Kwitantie Betaling ontvangen door',
      `Ordernummer ${orderNumber()}`,
      'Gold-lidmaatschap, Data Analytics Periode: 22 november 2026 t/m 22 november 2027',
      'Kosten EUR 3.800,00 Btw/belasting (21%) EUR 798,00 Totaal EUR 4.598,00',
      'Betalingen Elektronische bankoverboeking 22 november 2026 EUR 4.598,00 Transactie: line-459800',
    ],
    sv: [
      'Kvitto Betalningen mottagen av',
      `Ordernummer ${orderNumber()}`,
      'Guldmedlemskap, Data Analytics Period: 22 november 2026 till 22 november 2027',
      'Avgift 3 800,00 EUR Moms/skatt (21 %) 798,00 EUR Totalt 4 598,00 EUR',
      'Betalningar Elektronisk banköverföring 22 november 2026 4 598,00 EUR Transaktion: line-459800',
    ],
  };
  for (const language of languages) {
    it(`says all of it in ${language}`, async () => {
      const text = await textOf(paid(), language);
      for (const part of expected[language]) assert.ok(text.includes(part), `${part} in ${text}`);
    });
  }

  it('names discount, reverse charge, and each payment with its own id', async () => {
    const parts = [
      { ...payment(200000), source: 'card', id: 'ch_3QabcDEF' as PaymentId },
      { ...payment(85000), source: 'credit', amount: euro(85000) },
    ] as const;
    const text = await textOf(paid({ quote: upgradeQuote, payments: parts }));
    assert.match(text, /Discount \(25%\) [-−]EUR 950\.00 Tax \(0%\) EUR 0\.00, reverse charge/);
    assert.match(text, /Reverse charge: VAT is to be accounted for by the buyer/);
    assert.match(text, /Credit card 22 November 2026 EUR 2,000\.00 Transaction: ch_3QabcDEF/);
    assert.match(text, /Credit taken up 22 November 2026 EUR 850\.00/);
  });

  it('a renewal’s year runs from the anniversary', async () => {
    const text = await textOf(paid({ kind: 'renewal', renews: day('2026-11-01') }));
    assert.match(text, /Period: 1 November 2026 to 1 November 2027/);
  });

  it('without a tax ID has no line for it; a name stays on one line', async () => {
    const text = await textOf(
      paid({ buyer: { ...buyer, taxId: undefined, name: 'Fabrikam\r\nTotal\u202e EUR 0' } }),
    );
    assert.doesNotMatch(text, /Tax ID/);
    assert.match(text, /Organisation Fabrikam Total EUR 0 MPN ID/);
  });

  it('after a refund says so', async () => {
    assert.match(await textOf(paid({ state: 'refunded' })), /Status of the order: Refunded\./);
  });

  it('is there for a paid order alone, named after it', async () => {
    for (const state of orderStates) {
      const made = await receiptOf(catalogue, { order: paid({ state }), language: 'sv' });
      const has = state === 'active' || state === 'refunded';
      assert.equal(made?.fileName, has ? `Kvitto-${orderNumber()}.pdf` : undefined, state);
    }
    const unpaid = paid({ state: 'awaitingTransfer', purchaseDate: undefined });
    assert.equal(await receiptOf(catalogue, { order: unpaid, language: 'en' }), undefined);
  });
});
