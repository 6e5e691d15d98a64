import type { Entries } from './entry.ts';

/**
 * Paying by card. One message is read on every device, phones included, so nothing here urges to pay; and whatever
 * opens a page says that it leaves Teams.
 */
export const cardPaymentWords = {
  openPaymentPage: {
    en: 'Open payment page ↗',
    nl: 'Betaalpagina openen ↗',
    sv: 'Öppna betalningssidan ↗',
  },
  'change.card': {
    en: 'Cancel and pay by card',
    nl: 'Annuleren en met creditcard betalen',
    sv: 'Annullera och betala med kort',
  },
  'change.transfer': {
    en: 'Pay by bank transfer instead',
    nl: 'Toch per overboeking betalen',
    sv: 'Byt till banköverföring',
  },
  paymentMethod: { en: 'Payment method', nl: 'Betaalwijze', sv: 'Betalningssätt' },
  paidOutside: {
    en: 'A card payment is made in the browser, outside Teams, on the payment provider’s secure page.',
    nl: 'Een creditcardbetaling verloopt via de browser, buiten Teams, op de beveiligde pagina van de betaaldienst.',
    sv: 'En kortbetalning görs i webbläsaren, utanför Teams, på betaltjänstens säkra sida.',
  },
  cardAddress: {
    en: 'The page asks for the billing address. It must be the address and zip code of the card, not those of the legal entity.',
    nl: 'De pagina vraagt om het factuuradres. Dat moeten het adres en de postcode van de creditcard zijn, niet die van de rechtspersoon.',
    sv: 'Sidan frågar efter faktureringsadressen. Det ska vara kortets adress och postnummer, inte den juridiska personens.',
  },
  pageAfterSubmit: {
    en: 'Nothing is paid yet: after Submit you get the order number and the button that opens the page.',
    nl: 'Er wordt nu nog niets betaald: na ‘Order plaatsen’ krijgt u het ordernummer en de knop die de pagina opent.',
    sv: 'Inget betalas ännu: när du har tryckt på Skicka får du ordernumret och knappen som öppnar sidan.',
  },
  openUntil: { en: 'Open until', nl: 'Open t/m', sv: 'Öppen t.o.m.' },
  'retry.declined': {
    en: 'The order is still open: the page can be opened again, for this card or another one.',
    nl: 'De order staat nog open: de pagina kan opnieuw worden geopend, voor deze of een andere creditcard.',
    sv: 'Ordern är fortfarande öppen: sidan kan öppnas igen, för det här kortet eller ett annat.',
  },
  'retry.page': {
    en: 'The order is still open: the page can be opened again.',
    nl: 'De order staat nog open: de pagina kan opnieuw worden geopend.',
    sv: 'Ordern är fortfarande öppen: sidan kan öppnas igen.',
  },
  orTransfer: {
    en: 'A bank transfer is possible too.',
    nl: 'Een bankoverboeking is ook mogelijk.',
    sv: 'Det går också att betala med banköverföring.',
  },
  changed: {
    en: 'Order {old} is cancelled; order {number} takes its place.',
    nl: 'Order {old} is geannuleerd; order {number} komt ervoor in de plaats.',
    sv: 'Order {old} är annullerad; order {number} ersätter den.',
  },
  changeByHand: {
    en: 'To pay in another way, cancel the order and buy again.',
    nl: 'Wilt u op een andere manier betalen, annuleer dan de order en koop opnieuw.',
    sv: 'Om du vill betala på ett annat sätt kan du annullera ordern och köpa igen.',
  },
  noOrderToChange: {
    en: 'There is no order that can be changed to another way of paying.',
    nl: 'Er is geen order waarvan de betaalwijze kan worden gewijzigd.',
    sv: 'Det finns ingen order vars betalningssätt kan ändras.',
  },
  'chooseToPayBy.card': {
    en: 'Which order do you want to pay by card?',
    nl: 'Welke order wilt u met een creditcard betalen?',
    sv: 'Vilken order vill du betala med kort?',
  },
  'chooseToPayBy.transfer': {
    en: 'Which order do you want to pay by bank transfer?',
    nl: 'Welke order wilt u per bankoverboeking betalen?',
    sv: 'Vilken order vill du betala med banköverföring?',
  },
  openReceipt: { en: 'Receipt ↗', nl: 'Kwitantie ↗', sv: 'Kvitto ↗' },
  receipts: { en: 'Receipts', nl: 'Kwitanties', sv: 'Kvitton' },
  receiptsSummary: {
    en: '{count, plural, one {# receipt} other {# receipts}}',
    nl: '{count, plural, one {# kwitantie} other {# kwitanties}}',
    sv: '{count, plural, one {# kvitto} other {# kvitton}}',
  },
  noReceiptYet: {
    en: 'There is no receipt yet. An order has one once it is paid in full.',
    nl: 'Er is nog geen kwitantie. Een order krijgt er een zodra die volledig is betaald.',
    sv: 'Det finns inget kvitto ännu. En order får ett när den är betald i sin helhet.',
  },
  noReceiptFor: {
    en: 'There is no receipt for order {number}: {state}.',
    nl: 'Voor order {number} is er geen kwitantie: {state}.',
    sv: 'Det finns inget kvitto för order {number}: {state}.',
  },
} as const satisfies Entries;
