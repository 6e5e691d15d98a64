import type { Entries } from './entry.ts';

/** Orders after Submit, what was bought, and cancelling. */
export const orderWords = {
  'news.placed': {
    en: 'Your order has been received.',
    nl: 'Uw order is geplaatst.',
    sv: 'Beställningen har tagits emot.',
  },
  'news.proofReceived': {
    en: 'Your payment proof has been received.',
    nl: 'Uw betalingsbewijs is ontvangen.',
    sv: 'Betalningsbeviset har tagits emot.',
  },
  'news.proofRejected': {
    en: 'The payment proof was not accepted.',
    nl: 'Het betalingsbewijs is niet geaccepteerd.',
    sv: 'Betalningsbeviset godkändes inte.',
  },
  'news.cancelled': {
    en: 'The order is cancelled.',
    nl: 'De order is geannuleerd.',
    sv: 'Ordern är annullerad.',
  },
  'news.active': {
    en: 'Paid in full: the membership is active.',
    nl: 'Volledig betaald: het lidmaatschap is actief.',
    sv: 'Allt är betalt: medlemskapet är aktivt.',
  },
  'news.short': {
    en: 'A payment came in, but it does not cover the whole amount.',
    nl: 'Er is een betaling ontvangen, maar die dekt niet het hele bedrag.',
    sv: 'En betalning har kommit in, men den täcker inte hela beloppet.',
  },
  'news.held': {
    en: 'A payment came in that does not match this order. We will contact you about it; there is no need to pay again.',
    nl: 'Er is een betaling ontvangen die niet met deze order overeenkomt. Wij nemen hierover contact met u op; u hoeft niet opnieuw te betalen.',
    sv: 'En betalning har kommit in som inte stämmer med den här ordern. Vi kontaktar dig om den; du behöver inte betala igen.',
  },
  'news.declined': {
    en: 'The credit card was declined. Nothing has been paid.',
    nl: 'De creditcard is geweigerd. Er is niets betaald.',
    sv: 'Kreditkortet nekades. Inget har betalats.',
  },
  'news.pageEnded': {
    en: 'The payment page has closed. Nothing has been paid on it.',
    nl: 'De betaalpagina is gesloten. Daarop is niets betaald.',
    sv: 'Betalningssidan har stängts. Inget har betalats på den.',
  },
  'news.pageFailed': {
    en: 'The payment page could not be opened. Nothing has been paid.',
    nl: 'De betaalpagina kon niet worden geopend. Er is niets betaald.',
    sv: 'Betalningssidan kunde inte öppnas. Inget har betalats.',
  },
  'news.refunded': {
    en: 'The fee has been refunded.',
    nl: 'De kosten zijn terugbetaald.',
    sv: 'Avgiften har återbetalats.',
  },
  'news.refundRequested': {
    en: 'Your refund request has been received. You will be told what is decided.',
    nl: 'Uw verzoek om terugbetaling is ontvangen. U krijgt bericht zodra er is besloten.',
    sv: 'Er begäran om återbetalning har tagits emot. Du får besked när beslutet är fattat.',
  },
  'news.refundDeclined': {
    en: 'The refund request was declined.',
    nl: 'Het verzoek om terugbetaling is afgewezen.',
    sv: 'Begäran om återbetalning har avslagits.',
  },
  'news.paidBack': {
    en: 'Money has been paid back to you by bank transfer.',
    nl: 'Er is geld per overboeking aan u terugbetaald.',
    sv: 'Pengar har återbetalats till er med banköverföring.',
  },
  'news.reversed': {
    en: 'The payment has been reversed.',
    nl: 'De betaling is teruggedraaid.',
    sv: 'Betalningen har återförts.',
  },
  'news.credited': {
    en: 'A payment came in for this order, which had ended. It is kept as your credit.',
    nl: 'Er is een betaling ontvangen voor deze order, die al was afgesloten. Het bedrag blijft als tegoed voor u staan.',
    sv: 'En betalning har kommit in för den här ordern, som redan var avslutad. Beloppet sparas som ert tillgodohavande.',
  },
  'news.creditedPaid': {
    en: 'A payment came in for this order, which was already paid. It is kept as your credit.',
    nl: 'Er is een betaling ontvangen voor deze order, die al was betaald. Het bedrag blijft als tegoed voor u staan.',
    sv: 'En betalning har kommit in för den här ordern, som redan var betald. Beloppet sparas som ert tillgodohavande.',
  },
  'news.creditedLate': {
    en: 'A payment came in whose value date is after the last day of this order, so it does not count for it. It is kept as your credit.',
    nl: 'Er is een betaling ontvangen met een valutadatum na de laatste dag van deze order; die telt daarom niet mee. Het bedrag blijft als tegoed voor u staan.',
    sv: 'En betalning har kommit in med en valutadag efter den här orderns sista dag och räknas därför inte. Beloppet sparas som ert tillgodohavande.',
  },
  'next.awaitingTransfer': {
    en: 'Transfer exactly {due} by {lastDay}, with the reference below. Then upload the payment proof.',
    nl: 'Maak uiterlijk {lastDay} precies {due} over, met de referentie hieronder. Upload daarna het betalingsbewijs.',
    sv: 'För över exakt {due} senast den {lastDay}, med referensen nedan. Ladda sedan upp betalningsbeviset.',
  },
  'next.awaitingCardPayment': {
    en: 'This order is open for a card payment until {lastDay}. Once the payment is confirmed, the membership is active and this message changes by itself.',
    nl: 'Deze order staat tot en met {lastDay} open voor betaling met een creditcard. Zodra de betaling is bevestigd, is het lidmaatschap actief en verandert dit bericht vanzelf.',
    sv: 'Den här ordern är öppen för kortbetalning till och med den {lastDay}. När betalningen har bekräftats är medlemskapet aktivt och det här meddelandet ändras av sig självt.',
  },
  'next.proofUnderReview': {
    en: 'We are checking the proof; the money itself must reach the account by {lastDay}. There is nothing more to do once it is transferred.',
    nl: 'Wij beoordelen het bewijs; het geld zelf moet uiterlijk {lastDay} op de rekening staan. Is het overgemaakt, dan hoeft u niets meer te doen.',
    sv: 'Vi granskar beviset; själva pengarna ska finnas på kontot senast den {lastDay}. När överföringen är gjord behöver du inte göra något mer.',
  },
  'next.activeUntil': {
    en: 'The membership is active until {anniversary}. It can be renewed from {opens} to {closes}.',
    nl: 'Het lidmaatschap is actief tot en met {anniversary}. Verlengen kan van {opens} t/m {closes}.',
    sv: 'Medlemskapet är aktivt till och med den {anniversary}. Det kan förnyas från och med den {opens} till och med den {closes}.',
  },
  'next.active': {
    en: 'The order is paid.',
    nl: 'De order is betaald.',
    sv: 'Ordern är betald.',
  },
  'next.expired': {
    en: 'It was not paid in full by {lastDay}. Nothing is lost: money that arrives for it stays your credit, and a new order takes it up without paying again.',
    nl: 'De order is niet uiterlijk {lastDay} volledig betaald. Er gaat niets verloren: geld dat er nog voor binnenkomt, blijft uw tegoed, en een nieuwe order gebruikt dat zonder opnieuw te betalen.',
    sv: 'Ordern betalades inte i sin helhet senast den {lastDay}. Inget går förlorat: pengar som kommer in för den blir ert tillgodohavande, och en ny order använder dem utan att ni betalar igen.',
  },
  'next.cancelled': {
    en: 'Nothing is due any more. You can buy again at any time.',
    nl: 'U hoeft niets meer te betalen. U kunt altijd opnieuw kopen.',
    sv: 'Det finns inget kvar att betala. Du kan köpa igen när du vill.',
  },
  'next.refunded': {
    en: 'The fee was refunded and the membership has ended.',
    nl: 'De kosten zijn terugbetaald en het lidmaatschap is beëindigd.',
    sv: 'Avgiften har återbetalats och medlemskapet har avslutats.',
  },
  'next.reversed': {
    en: 'The payment was taken back by the bank, so the membership has ended.',
    nl: 'De betaling is door de bank teruggedraaid; het lidmaatschap is daarom beëindigd.',
    sv: 'Betalningen har återförts av banken, så medlemskapet har avslutats.',
  },
  'next.refundedYear': {
    en: 'The fee was refunded, so the renewal is undone. The benefits go on until {day}.',
    nl: 'De kosten zijn terugbetaald; de verlenging is daarmee vervallen. De voordelen lopen door tot en met {day}.',
    sv: 'Avgiften har återbetalats, så förnyelsen gäller inte längre. Förmånerna finns kvar till och med den {day}.',
  },
  'next.reversedYear': {
    en: 'The payment was taken back by the bank, so the renewal is undone. The benefits go on until {day}.',
    nl: 'De betaling is door de bank teruggedraaid; de verlenging is daarmee vervallen. De voordelen lopen door tot en met {day}.',
    sv: 'Betalningen har återförts av banken, så förnyelsen gäller inte längre. Förmånerna finns kvar till och med den {day}.',
  },
  'next.silverBack': {
    en: 'The benefits of your Silver membership go on until {day}.',
    nl: 'De voordelen van uw Silver-lidmaatschap lopen door tot en met {day}.',
    sv: 'Förmånerna i ert Silvermedlemskap gäller till och med den {day}.',
  },
  whenActive: {
    en: 'Active usually 48 to 72 hours after the money reaches the account, a week at most; sooner with the reference right and the proof there.',
    nl: 'Gewoonlijk actief 48 tot 72 uur nadat het geld op de rekening staat, uiterlijk na een week; eerder met de juiste referentie en het bewijs erbij.',
    sv: 'Aktivt vanligtvis 48 till 72 timmar efter att pengarna har kommit in på kontot, senast efter en vecka; snabbare med rätt referens och beviset på plats.',
  },
  nothingIsLost: {
    en: 'A proof or a part payment does not extend the time. If the rest comes later, nothing is lost: it stays your credit.',
    nl: 'Een bewijs of een deelbetaling verlengt de termijn niet. Komt de rest later, dan gaat er niets verloren: het blijft uw tegoed.',
    sv: 'Ett bevis eller en delbetalning förlänger inte tiden. Kommer resten senare går inget förlorat: det blir ert tillgodohavande.',
  },
  creditKept: {
    en: 'Your credit: {credit}. Your next order takes it up.',
    nl: 'Uw tegoed: {credit}. Uw volgende order gebruikt het.',
    sv: 'Ert tillgodohavande: {credit}. Nästa order använder det.',
  },
  orderHeading: { en: 'Order {number}', nl: 'Order {number}', sv: 'Order {number}' },
  orderSummary: {
    en: 'Order {number}: {state}',
    nl: 'Order {number}: {state}',
    sv: 'Order {number}: {state}',
  },
  orderedOn: { en: 'Ordered on', nl: 'Besteld op', sv: 'Beställd' },
  paidOn: { en: 'Paid on', nl: 'Betaald op', sv: 'Betald' },
  cancelledOn: { en: 'Cancelled on', nl: 'Geannuleerd op', sv: 'Annullerad den' },
  paidBack: { en: 'Paid back', nl: 'Terugbetaald bedrag', sv: 'Återbetalt belopp' },
  amountOn: { en: '{amount} on {day}', nl: '{amount} op {day}', sv: '{amount} den {day}' },
  refundPending: {
    en: 'A refund was requested on {day}. Nothing has been decided yet.',
    nl: 'Op {day} is om terugbetaling verzocht. Daarover is nog niet besloten.',
    sv: 'Återbetalning begärdes den {day}. Inget beslut har fattats ännu.',
  },
  refundDeclinedOn: {
    en: 'The refund request was declined on {day}.',
    nl: 'Het verzoek om terugbetaling is op {day} afgewezen.',
    sv: 'Begäran om återbetalning avslogs den {day}.',
  },
  payBy: { en: 'Pay by', nl: 'Betalen uiterlijk', sv: 'Betala senast' },
  payByDays: {
    en: '{day} ({count, plural, =0 {last day} one {# day left} other {# days left}})',
    nl: '{day} ({count, plural, =0 {laatste dag} one {nog # dag} other {nog # dagen}})',
    sv: '{day} ({count, plural, =0 {sista dagen} one {# dag kvar} other {# dagar kvar}})',
  },
  received: { en: 'Received', nl: 'Ontvangen', sv: 'Inbetalt' },
  wireReference: {
    en: 'Reference for the transfer',
    nl: 'Referentie bij de overboeking',
    sv: 'Referens på överföringen',
  },
  readOnly: {
    en: 'You can read this order; acting on it needs the role of global admin, MPN partner admin or account admin.',
    nl: 'U kunt deze order inzien; voor handelingen is de rol globale beheerder, MPN-partnerbeheerder of accountbeheerder nodig.',
    sv: 'Du kan läsa ordern; för åtgärder krävs rollen global administratör, MPN-partneradministratör eller kontoadministratör.',
  },
  buyAgain: { en: 'Buy again', nl: 'Opnieuw kopen', sv: 'Köp igen' },
  nothingBought: {
    en: 'Nothing has been bought yet.',
    nl: 'Er is nog niets aangeschaft.',
    sv: 'Inget har köpts ännu.',
  },
  memberships: { en: 'Memberships', nl: 'Lidmaatschappen', sv: 'Medlemskap' },
  orders: { en: 'Orders', nl: 'Orders', sv: 'Ordrar' },
  moreOrders: {
    en: '{count, plural, one {# older order is not shown} other {# older orders are not shown}}: type the order number to see one.',
    nl: '{count, plural, one {# oudere order wordt} other {# oudere orders worden}} niet getoond: typ het ordernummer om die te bekijken.',
    sv: '{count, plural, one {# äldre order visas} other {# äldre ordrar visas}} inte: skriv ordernumret för att se den.',
  },
  purchasedSummary: {
    en: '{memberships, plural, one {# membership} other {# memberships}}, {orders, plural, one {# order} other {# orders}}',
    nl: '{memberships, plural, one {# lidmaatschap} other {# lidmaatschappen}}, {orders, plural, one {# order} other {# orders}}',
    sv: '{memberships, plural, other {# medlemskap}}, {orders, plural, one {# order} other {# ordrar}}',
  },
  chooseForProof: {
    en: 'Which order is the payment proof for?',
    nl: 'Voor welke order is het betalingsbewijs?',
    sv: 'Vilken order gäller betalningsbeviset?',
  },
  chooseForCancel: {
    en: 'Which order do you want to cancel?',
    nl: 'Welke order wilt u annuleren?',
    sv: 'Vilken order vill du annullera?',
  },
  reallyCancel: {
    en: 'Do you want to cancel this order? This can’t be undone, but you can buy again at any time.',
    nl: 'Wilt u deze order annuleren? Dit kan niet ongedaan worden gemaakt, maar u kunt altijd opnieuw kopen.',
    sv: 'Vill du annullera ordern? Det går inte att ångra, men du kan köpa igen när du vill.',
  },
  keepOrder: { en: 'Keep order', nl: 'Order behouden', sv: 'Behåll ordern' },
} as const satisfies Entries;
