import type { Entries } from './entry.ts';

/** What operators fill in, and what came of it. */
export const deskFormWords = {
  'open.receive': { en: 'Money seen', nl: 'Geld ontvangen', sv: 'Pengarna har kommit in' },
  'open.reject': { en: 'Reject', nl: 'Afwijzen', sv: 'Avvisa' },
  'open.hold': { en: 'Put on hold', nl: 'Aanhouden', sv: 'Lägg åt sidan' },
  'open.refund': { en: 'Approve refund', nl: 'Terugbetaling goedkeuren', sv: 'Godkänn återbetalning' },
  'open.decline': { en: 'Decline refund', nl: 'Terugbetaling afwijzen', sv: 'Avslå återbetalning' },
  'open.place': { en: 'Put on an order', nl: 'Op een order boeken', sv: 'Bokför på en order' },
  'open.payBack': {
    en: 'Record a payment back',
    nl: 'Terugbetaling vastleggen',
    sv: 'Registrera återbetalning',
  },
  'open.withdraw': { en: 'Withdraw mark', nl: 'Markering intrekken', sv: 'Ta bort markeringen' },
  'form.receive': {
    en: 'Mark a transfer as received',
    nl: 'Overboeking als ontvangen markeren',
    sv: 'Markera en överföring som mottagen',
  },
  'form.reject': {
    en: 'Reject the payment proof',
    nl: 'Betalingsbewijs afwijzen',
    sv: 'Avvisa betalningsbeviset',
  },
  'form.hold': {
    en: 'Put the payment proof on hold',
    nl: 'Betalingsbewijs aanhouden',
    sv: 'Lägg betalningsbeviset åt sidan',
  },
  'form.refund': { en: 'Approve the refund', nl: 'Terugbetaling goedkeuren', sv: 'Godkänn återbetalningen' },
  'form.decline': {
    en: 'Decline the refund request',
    nl: 'Verzoek om terugbetaling afwijzen',
    sv: 'Avslå begäran om återbetalning',
  },
  'form.place': {
    en: 'Put held money on an order',
    nl: 'Aangehouden geld op een order boeken',
    sv: 'Bokför väntande pengar på en order',
  },
  'form.payBack': {
    en: 'Record a payment back',
    nl: 'Terugbetaling vastleggen',
    sv: 'Registrera en återbetalning',
  },
  'form.withdraw': {
    en: 'Withdraw a mark by hand',
    nl: 'Handmatige markering intrekken',
    sv: 'Ta bort en manuell markering',
  },
  'about.receive': {
    en: 'Enter what the bank shows. The statement’s line will confirm it later and add nothing.',
    nl: 'Vul in wat bij de bank te zien is. De regel op het afschrift bevestigt dit later en voegt niets toe.',
    sv: 'Ange det som syns hos banken. Raden på kontoutdraget bekräftar det senare och lägger inte till något.',
  },
  'about.reject': {
    en: 'The partner’s admins will read this reason. They read {language}.',
    nl: 'De beheerders van de partner krijgen deze reden te lezen. Zij lezen {language}.',
    sv: 'Partnerns administratörer får läsa den här orsaken. De läser {language}.',
  },
  'about.hold': {
    en: 'Only operators read this note. The proof stays under review and comes last in the queue.',
    nl: 'Alleen operators lezen deze notitie. Het bewijs blijft in beoordeling en komt achteraan in de wachtrij.',
    sv: 'Bara operatörer läser den här anteckningen. Beviset granskas fortfarande och hamnar sist i kön.',
  },
  'about.refundCard': {
    en: '{amount} goes back to the credit card. The order and its membership end.',
    nl: '{amount} gaat terug naar de creditcard. De order en het bijbehorende lidmaatschap worden beëindigd.',
    sv: '{amount} betalas tillbaka till kreditkortet. Ordern och dess medlemskap avslutas.',
  },
  'about.refundBank': {
    en: 'First pay {amount} back at your bank, then enter it here. The order and its membership end.',
    nl: 'Betaal eerst {amount} terug bij uw bank en leg dit daarna hier vast. De order en het bijbehorende lidmaatschap worden beëindigd.',
    sv: 'Betala först tillbaka {amount} via er bank och ange det sedan här. Ordern och dess medlemskap avslutas.',
  },
  'about.decline': {
    en: 'The partner’s admins will read this reason. They read {language}.',
    nl: 'De beheerders van de partner krijgen deze reden te lezen. Zij lezen {language}.',
    sv: 'Partnerns administratörer får läsa den här orsaken. De läser {language}.',
  },
  'about.place': {
    en: 'The money counts for that order as if its text had named it.',
    nl: 'Het geld telt voor die order alsof het ordernummer in de tekst stond.',
    sv: 'Pengarna räknas för den ordern som om texten hade nämnt den.',
  },
  'about.payBack': {
    en: 'First pay it back at your bank, then enter it here. At most {amount}.',
    nl: 'Betaal het eerst terug bij uw bank en leg dit daarna hier vast. Maximaal {amount}.',
    sv: 'Betala först tillbaka via er bank och ange det sedan här. Högst {amount}.',
  },
  'about.withdraw': {
    en: 'The order is then as it was before the mark, and the history keeps both. The partner is not told.',
    nl: 'De order is dan weer zoals vóór de markering; beide blijven in de geschiedenis staan. De partner krijgt geen bericht.',
    sv: 'Ordern blir då som före markeringen, och båda finns kvar i historiken. Partnern får inget besked.',
  },
  'languageName.en': { en: 'English', nl: 'Engels', sv: 'engelska' },
  'languageName.nl': { en: 'Dutch', nl: 'Nederlands', sv: 'nederländska' },
  'languageName.sv': { en: 'Swedish', nl: 'Zweeds', sv: 'svenska' },
  'field.paidOn': { en: 'Paid back on', nl: 'Terugbetaald op', sv: 'Återbetalat den' },
  'field.bankReference': { en: 'Bank’s reference', nl: 'Referentie van de bank', sv: 'Bankens referens' },
  'field.reason': {
    en: 'Reason for the partner',
    nl: 'Reden (de partner leest die)',
    sv: 'Orsak (partnern läser den)',
  },
  'field.ownReason': { en: 'Or in your own words', nl: 'Of in uw eigen woorden', sv: 'Eller med egna ord' },
  'field.note': { en: 'Note for colleagues', nl: 'Notitie voor collega’s', sv: 'Anteckning till kollegor' },
  'reason.unreadable': {
    en: 'The document can’t be read.',
    nl: 'Het document is niet leesbaar.',
    sv: 'Dokumentet går inte att läsa.',
  },
  'reason.notReceived': {
    en: 'The money has not arrived in our account.',
    nl: 'Het geld is niet op onze rekening ontvangen.',
    sv: 'Pengarna har inte kommit in på vårt konto.',
  },
  'reason.otherAccount': {
    en: 'The money was paid to another account than that of this order.',
    nl: 'Het geld is naar een andere rekening overgemaakt dan die van deze order.',
    sv: 'Pengarna har betalats till ett annat konto än det som gäller för ordern.',
  },
  'reason.otherPayment': {
    en: 'The document shows another payment than that for this order.',
    nl: 'Op het document staat een andere betaling dan die voor deze order.',
    sv: 'Dokumentet visar en annan betalning än den för den här ordern.',
  },
  'missing.day': { en: 'Enter the date.', nl: 'Vul de datum in.', sv: 'Ange datumet.' },
  'missing.amount': { en: 'Enter the amount.', nl: 'Vul het bedrag in.', sv: 'Ange beloppet.' },
  'missing.toOrder': {
    en: 'Enter the order number.',
    nl: 'Vul het ordernummer in.',
    sv: 'Ange ordernumret.',
  },
  amountUnreadable: {
    en: '“{typed}” can’t be read as an amount in {currency}. Write it as {example}, for instance.',
    nl: '‘{typed}’ is niet als bedrag in {currency} te lezen. Schrijf het bijvoorbeeld als {example}.',
    sv: '”{typed}” kan inte läsas som ett belopp i {currency}. Skriv det till exempel som {example}.',
  },
  orderUnreadable: {
    en: '“{typed}” is no order number. It has ten digits.',
    nl: '‘{typed}’ is geen ordernummer. Het bestaat uit tien cijfers.',
    sv: '”{typed}” är inget ordernummer. Det har tio siffror.',
  },
  fieldCardNumber: {
    en: 'What you entered could be a card number, so I have not kept it. If it is the bank’s reference, enter only a part of it.',
    nl: 'Wat u hebt ingevuld, kan een kaartnummer zijn; ik heb het daarom niet bewaard. Is het de referentie van de bank, vul er dan maar een deel van in.',
    sv: 'Det du angav kan vara ett kortnummer, så jag har inte sparat det. Om det är bankens referens, ange bara en del av den.',
  },
  amountUnexpected: {
    en: 'The amount was read as {amount}, where {expected} was expected. If that is right, press the button once more.',
    nl: 'Het bedrag is gelezen als {amount}, terwijl {expected} werd verwacht. Klopt dat, druk dan nog een keer op de knop.',
    sv: 'Beloppet lästes som {amount}, men {expected} var väntat. Tryck en gång till på knappen om det stämmer.',
  },
  countsBeside: {
    en: 'If it is further money, press the button once more: this counts beside the {marked} that was marked by hand.',
    nl: 'Gaat het om ander geld, druk dan nog een keer op de knop: het telt dan mee naast de {marked} die handmatig is gemarkeerd.',
    sv: 'Om det är ytterligare pengar, tryck en gång till på knappen: de räknas då utöver de {marked} som har markerats för hand.',
  },
  'do.receive': { en: 'Mark as received', nl: 'Als ontvangen markeren', sv: 'Markera som mottagen' },
  'do.reject': { en: 'Reject proof', nl: 'Bewijs afwijzen', sv: 'Avvisa beviset' },
  'do.hold': { en: 'Hold proof', nl: 'Bewijs aanhouden', sv: 'Lägg beviset åt sidan' },
  'do.refundCard': {
    en: 'Refund to the card',
    nl: 'Naar de kaart terugbetalen',
    sv: 'Återbetala till kortet',
  },
  'do.refundBank': {
    en: 'Record the refund',
    nl: 'Terugbetaling vastleggen',
    sv: 'Registrera återbetalningen',
  },
  'do.decline': { en: 'Decline request', nl: 'Verzoek afwijzen', sv: 'Avslå begäran' },
  'do.place': { en: 'Put on this order', nl: 'Op deze order boeken', sv: 'Bokför på den här ordern' },
  'do.payBack': { en: 'Record', nl: 'Vastleggen', sv: 'Registrera' },
  'do.withdraw': { en: 'Withdraw', nl: 'Intrekken', sv: 'Ta bort' },
  'done.receive': {
    en: 'Marked as received: {amount}, value date {day}, reference {reference}.',
    nl: 'Als ontvangen gemarkeerd: {amount}, valutadatum {day}, referentie {reference}.',
    sv: 'Markerat som mottaget: {amount}, valutadag {day}, referens {reference}.',
  },
  'done.reject': {
    en: 'The payment proof was rejected, and the partner has been told: {reason}',
    nl: 'Het betalingsbewijs is afgewezen en de partner heeft bericht gekregen: {reason}',
    sv: 'Betalningsbeviset har avvisats och partnern har fått besked: {reason}',
  },
  'done.hold': {
    en: 'The payment proof is on hold.',
    nl: 'Het betalingsbewijs is aangehouden.',
    sv: 'Betalningsbeviset har lagts åt sidan.',
  },
  'done.refund': {
    en: 'The fee was refunded, and the partner has been told.',
    nl: 'De kosten zijn terugbetaald en de partner heeft bericht gekregen.',
    sv: 'Avgiften har återbetalats och partnern har fått besked.',
  },
  'done.decline': {
    en: 'The refund request was declined, and the partner has been told: {reason}',
    nl: 'Het verzoek om terugbetaling is afgewezen en de partner heeft bericht gekregen: {reason}',
    sv: 'Begäran om återbetalning har avslagits och partnern har fått besked: {reason}',
  },
  'done.place': {
    en: 'The money was put on this order.',
    nl: 'Het geld is op deze order geboekt.',
    sv: 'Pengarna har bokförts på den här ordern.',
  },
  'done.withdraw': {
    en: 'The mark was withdrawn: {amount}.',
    nl: 'De markering is ingetrokken: {amount}.',
    sv: 'Markeringen har tagits bort: {amount}.',
  },
  'done.payBack': {
    en: '{amount} was recorded as paid back on {day}, and the partner has been told.',
    nl: 'Vastgelegd dat {amount} op {day} is terugbetaald; de partner heeft bericht gekregen.',
    sv: '{amount} har registrerats som återbetalat den {day} och partnern har fått besked.',
  },
} as const satisfies Entries;
