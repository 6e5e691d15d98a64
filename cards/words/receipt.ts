import type { Entries } from './entry.ts';

/** The receipt on paper. */
export const receiptWords = {
  receiptTitle: { en: 'Receipt', nl: 'Kwitantie', sv: 'Kvitto' },
  receiptNumbered: {
    en: 'Receipt for order {number}',
    nl: 'Kwitantie voor order {number}',
    sv: 'Kvitto för order {number}',
  },
  receivedBy: {
    en: 'Payment received by {payee}',
    nl: 'Betaling ontvangen door {payee}',
    sv: 'Betalningen mottagen av {payee}',
  },
  receiptPeriod: { en: 'Period: {period}', nl: 'Periode: {period}', sv: 'Period: {period}' },
  reverseChargeNote: {
    en: 'Reverse charge: VAT is to be accounted for by the buyer (Article 196 of Directive 2006/112/EC).',
    nl: 'Btw verlegd: de btw wordt door de koper voldaan (artikel 196 van Richtlijn 2006/112/EG).',
    sv: 'Omvänd betalningsskyldighet: köparen redovisar momsen (artikel 196 i direktiv 2006/112/EG).',
  },
  afterwards: {
    en: 'Status of the order: {state}.',
    nl: 'Status van de order: {state}.',
    sv: 'Orderns status: {state}.',
  },
  receiptPayments: { en: 'Payments', nl: 'Betalingen', sv: 'Betalningar' },
  'paidWith.card': { en: 'Credit card', nl: 'Creditcard', sv: 'Kreditkort' },
  'paidWith.transfer': {
    en: 'Electronic bank transfer',
    nl: 'Elektronische bankoverboeking',
    sv: 'Elektronisk banköverföring',
  },
  'paidWith.credit': { en: 'Credit taken up', nl: 'Verrekend tegoed', sv: 'Utnyttjat tillgodohavande' },
  paymentId: { en: 'Transaction', nl: 'Transactie', sv: 'Transaktion' },
} as const satisfies Entries;
