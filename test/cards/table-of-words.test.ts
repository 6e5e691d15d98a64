import assert from 'node:assert/strict';
import { languages } from '../../membership/rules/catalogue.ts';
import { words } from '../../cards/words/all.ts';
import { everyCard } from './every-card.ts';
import { textsOf, titlesOf } from './parts.ts';

/** The binding words, to the letter. */
const table: readonly (readonly [key: keyof typeof words, en: string, nl: string, sv: string])[] = [
  ['membershipOffers', 'Membership offers', 'Lidmaatschapsaanbiedingen', 'Medlemskapserbjudanden'],
  ['offersAvailable', 'Offers available for purchase', 'Beschikbare aanbiedingen', 'Erbjudanden du kan köpa'],
  ['level.gold', 'Gold', 'Gold', 'Guld'],
  ['membership.silver', 'Silver membership', 'Silver-lidmaatschap', 'Silvermedlemskap'],
  ['membership.gold', 'Gold membership', 'Gold-lidmaatschap', 'Guldmedlemskap'],
  ['fee', 'Fee', 'Kosten', 'Avgift'],
  ['subscribe', 'Subscribe', 'Abonneren', 'Prenumerera'],
  ['purchaseDetails', 'Purchase details', 'Aankoopgegevens', 'Köpuppgifter'],
  ['reviewDetails', 'Review purchase details', 'Aankoopgegevens controleren', 'Granska köpuppgifterna'],
  [
    'selectPayment',
    'Select your payment preference',
    'Selecteer uw betalingsvoorkeur',
    'Välj betalningssätt',
  ],
  ['method.card', 'Credit card', 'Creditcard', 'Kreditkort'],
  [
    'method.transfer',
    'Electronic bank transfer',
    'Elektronische bankoverboeking',
    'Elektronisk banköverföring',
  ],
  ['next', 'Next', 'Volgende', 'Nästa'],
  [
    'link.agreement',
    'MPN Offer Purchase Terms and Conditions ↗',
    'Aankoopvoorwaarden voor MPN-aanbiedingen ↗',
    'Köpvillkor för MPN-erbjudanden ↗',
  ],
  ['yourPurchase', 'Your selected purchase', 'Uw geselecteerde aankoop', 'Ditt köp'],
  ['amountDue', 'Amount due', 'Verschuldigd bedrag', 'Belopp att betala'],
  ['submit', 'Submit', 'Order plaatsen', 'Skicka'],
  ['orderNumber', 'Order number', 'Ordernummer', 'Ordernummer'],
  ['mpnId', 'MPN ID', 'MPN-id', 'MPN-ID'],
  ['wireInstructions', 'Wire transfer instructions', 'Overboekingsinstructies', 'Betalningsanvisningar'],
  ['purchasedOffers', 'Purchased offers', 'Aangeschafte aanbiedingen', 'Köpta erbjudanden'],
  ['uploadProof', 'Upload payment proof', 'Betalingsbewijs uploaden', 'Ladda upp betalningsbevis'],
  ['paymentProof', 'Payment proof', 'Betalingsbewijs', 'Betalningsbevis'],
  ['paymentDate', 'Payment date', 'Betalingsdatum', 'Betalningsdatum'],
  ['paidToAccount', 'Paid to account number', 'Overgemaakt naar rekeningnummer', 'Inbetalt till kontonummer'],
  ['transactionRef', 'Transaction/Ref no', 'Transactie-/referentienummer', 'Transaktions-/referensnummer'],
  ['cancelOrder', 'Cancel Order', 'Order annuleren', 'Annullera order'],
  [
    'change.card',
    'Cancel and pay by card',
    'Annuleren en met creditcard betalen',
    'Annullera och betala med kort',
  ],
  ['openPaymentPage', 'Open payment page ↗', 'Betaalpagina openen ↗', 'Öppna betalningssidan ↗'],
  ['renewalWindow', 'Renewal window', 'Verlengingsperiode', 'Förnyelseperiod'],
  ['anniversary', 'Anniversary date', 'Verlengingsdatum', 'Förnyelsedatum'],
  ['order.awaitingCardPayment', 'Awaiting card payment', 'Wacht op kaartbetaling', 'Väntar på kortbetalning'],
  ['order.awaitingTransfer', 'Awaiting transfer', 'Wacht op overboeking', 'Väntar på överföring'],
  ['order.proofUnderReview', 'Proof under review', 'Bewijs wordt beoordeeld', 'Betalningsbevis granskas'],
  ['order.active', 'Active', 'Actief', 'Aktiv'],
  ['order.expired', 'Expired', 'Verlopen', 'Utgången'],
  ['order.cancelled', 'Cancelled', 'Geannuleerd', 'Annullerad'],
  ['order.refunded', 'Refunded', 'Terugbetaald', 'Återbetald'],
  ['order.reversed', 'Reversed', 'Teruggedraaid', 'Återförd'],
  ['standing.active', 'Active', 'Actief', 'Aktivt'],
  ['standing.lapsed', 'Expired', 'Verlopen', 'Utgånget'],
  ['taxId', 'Tax ID', 'Btw-/fiscaal nummer', 'Moms-/skatteregistreringsnummer'],
  ['billTo', 'Bill to', 'Factuuradres', 'Faktureringsadress'],
  ['soldTo', 'Sold to', 'Adres van de koper', 'Köparens adress'],
];

describe('the table of words', () => {
  for (const [key, en, nl, sv] of table) {
    it(en, () => assert.deepEqual(words[key], { en, nl, sv }));
  }

  const english = table
    .filter(([, en, nl, sv]) => en !== nl && en !== sv && en !== 'Active')
    .map(([, en]) => en);
  for (const language of languages.filter((other) => other !== 'en')) {
    it(`no English word of it shows in ${language}`, () => {
      for (const { name, make } of everyCard) {
        const card = make(language);
        const shown = [...textsOf(card), ...titlesOf(card), card.fallbackText].join('\n');
        const leaked = english.filter((word) => new RegExp(`\\b${word}\\b`).test(shown));
        assert.deepEqual(leaked, [], name);
      }
    });
  }
});
