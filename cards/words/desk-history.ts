import type { Entries } from './entry.ts';

/** What happened to an order, who did it, and through what. */
export const deskHistoryWords = {
  'did.orderPlaced': {
    en: 'Order placed: {total}, {method}',
    nl: 'Order geplaatst: {total}, {method}',
    sv: 'Ordern lagd: {total}, {method}',
  },
  'did.agreementAccepted': {
    en: 'Agreement accepted, version {version}',
    nl: 'Overeenkomst aanvaard, versie {version}',
    sv: 'Avtalet godkänt, version {version}',
  },
  'did.taxIdChanged': {
    en: 'Tax ID changed from {from} to {to}',
    nl: 'Btw-/fiscaal nummer gewijzigd van {from} in {to}',
    sv: 'Moms-/skatteregistreringsnummer ändrat från {from} till {to}',
  },
  'did.contactChanged': {
    en: 'Contact changed from {from} to {to}',
    nl: 'Contactpersoon gewijzigd van {from} in {to}',
    sv: 'Kontaktperson ändrad från {from} till {to}',
  },
  'did.proofSubmitted': {
    en: 'Payment proof handed in',
    nl: 'Betalingsbewijs ingediend',
    sv: 'Betalningsbevis inlämnat',
  },
  'did.proofRejected': {
    en: 'Payment proof rejected: {reason}',
    nl: 'Betalingsbewijs afgewezen: {reason}',
    sv: 'Betalningsbevis avvisat: {reason}',
  },
  'did.proofHeld': {
    en: 'Payment proof put on hold: {note}',
    nl: 'Betalingsbewijs aangehouden: {note}',
    sv: 'Betalningsbevis lagt åt sidan: {note}',
  },
  'did.paymentReceived': { en: 'Received: {amount}', nl: 'Ontvangen: {amount}', sv: 'Inbetalt: {amount}' },
  'did.moneyHeld': {
    en: 'Money held for an operator: {amount}',
    nl: 'Geld aangehouden voor een operator: {amount}',
    sv: 'Pengar väntar på en operatör: {amount}',
  },
  'did.cardPageAsked': {
    en: 'Card payment page opened',
    nl: 'Betaalpagina voor de creditcard geopend',
    sv: 'Betalningssidan för kort öppnad',
  },
  'did.cardDeclined': { en: 'Credit card declined', nl: 'Creditcard geweigerd', sv: 'Kreditkortet nekades' },
  'did.cardPageEnded': {
    en: 'Card payment page closed without money',
    nl: 'Betaalpagina zonder betaling gesloten',
    sv: 'Betalningssidan stängd utan betalning',
  },
  'did.markedByHand': {
    en: 'Money marked as received by hand, bank’s reference {reference}',
    nl: 'Geld handmatig als ontvangen gemarkeerd, referentie van de bank {reference}',
    sv: 'Pengar markerade som mottagna för hand, bankens referens {reference}',
  },
  'did.markWithdrawn': {
    en: 'Mark by hand withdrawn: {amount}',
    nl: 'Handmatige markering ingetrokken: {amount}',
    sv: 'Manuell markering borttagen: {amount}',
  },
  'did.lineConfirmed': {
    en: 'The bank statement confirmed the money marked by hand',
    nl: 'Het bankafschrift heeft het handmatig gemarkeerde geld bevestigd',
    sv: 'Kontoutdraget har bekräftat pengarna som markerats för hand',
  },
  'did.creditKept': {
    en: 'Kept as credit: {amount}',
    nl: 'Als tegoed bewaard: {amount}',
    sv: 'Sparat som tillgodohavande: {amount}',
  },
  'did.creditTakenUp': {
    en: 'Credit used: {amount}',
    nl: 'Tegoed gebruikt: {amount}',
    sv: 'Tillgodohavande använt: {amount}',
  },
  'did.moneyTakenBack': {
    en: 'Money taken back: {amount}',
    nl: 'Teruggeboekt: {amount}',
    sv: 'Återfört: {amount}',
  },
  'did.moneyPaidBack': {
    en: 'Paid back on {day}: {amount}, bank’s reference {reference}',
    nl: 'Terugbetaald op {day}: {amount}, referentie van de bank {reference}',
    sv: 'Återbetalat den {day}: {amount}, bankens referens {reference}',
  },
  'did.orderActivated': {
    en: 'Paid in full: active',
    nl: 'Volledig betaald: actief',
    sv: 'Betald i sin helhet: aktiv',
  },
  'did.orderExpired': {
    en: 'Expired: not paid in time',
    nl: 'Verlopen: niet op tijd betaald',
    sv: 'Utgången: inte betald i tid',
  },
  'did.orderCancelled': { en: 'Order cancelled', nl: 'Order geannuleerd', sv: 'Ordern annullerad' },
  'did.orderRefunded': {
    en: 'Refunded: {amount}, reference {reference}',
    nl: 'Terugbetaald: {amount}, referentie {reference}',
    sv: 'Återbetalat: {amount}, referens {reference}',
  },
  'did.refundRequested': {
    en: 'Refund asked for',
    nl: 'Om terugbetaling verzocht',
    sv: 'Återbetalning begärd',
  },
  'did.refundRequestedFor': {
    en: 'Refund asked for: {reason}',
    nl: 'Om terugbetaling verzocht: {reason}',
    sv: 'Återbetalning begärd: {reason}',
  },
  'did.refundApproved': {
    en: 'Refund approved',
    nl: 'Terugbetaling goedgekeurd',
    sv: 'Återbetalning godkänd',
  },
  'did.refundDeclined': {
    en: 'Refund declined: {reason}',
    nl: 'Terugbetaling afgewezen: {reason}',
    sv: 'Återbetalning avslagen: {reason}',
  },
  'did.orderReversed': { en: 'Payment reversed', nl: 'Betaling teruggedraaid', sv: 'Betalningen återförd' },
  'did.membershipEnded.upgraded': {
    en: '{membership} ended: replaced by gold',
    nl: '{membership} beëindigd: vervangen door Gold',
    sv: '{membership} avslutat: ersatt av Guld',
  },
  'did.membershipEnded.refunded': {
    en: '{membership} ended: fee refunded',
    nl: '{membership} beëindigd: kosten terugbetaald',
    sv: '{membership} avslutat: avgiften återbetald',
  },
  'did.membershipEnded.reversed': {
    en: '{membership} ended: payment reversed',
    nl: '{membership} beëindigd: betaling teruggedraaid',
    sv: '{membership} avslutat: betalningen återförd',
  },
  'did.membershipRestored': {
    en: '{membership} restored',
    nl: '{membership} hersteld',
    sv: '{membership} återställt',
  },
  'did.reminded': {
    en: '{count, plural, one {# person} other {# people}} reminded',
    nl: '{count, plural, one {# persoon} other {# personen}} herinnerd',
    sv: '{count, plural, one {# person påmind} other {# personer påminda}}',
  },
  'did.roleAsked': {
    en: 'Role asked for: {name}',
    nl: 'Rol gevraagd aan {name}',
    sv: 'Roll begärd hos {name}',
  },
  'did.roleGranted': {
    en: 'Role granted: {name}',
    nl: 'Rol toegewezen: {name}',
    sv: 'Roll tilldelad: {name}',
  },
  'did.roleDeclined': {
    en: 'Role declined: {name}',
    nl: 'Rol geweigerd: {name}',
    sv: 'Begäran om roll avslagen: {name}',
  },
  'by.operator': { en: '{name}, operator', nl: '{name}, operator', sv: '{name}, operatör' },
  'by.bank': { en: 'the bank', nl: 'de bank', sv: 'banken' },
  'by.gateway': { en: 'the payment provider', nl: 'de betaaldienst', sv: 'betaltjänsten' },
  'by.clock': { en: 'the system', nl: 'het systeem', sv: 'systemet' },
  'through.card': {
    en: 'on a card in the chat',
    nl: 'via een kaart in de chat',
    sv: 'via ett kort i chatten',
  },
  'through.word': { en: 'typed', nl: 'getypt', sv: 'skrivet' },
  'through.file': { en: 'with a file', nl: 'met een bestand', sv: 'med en fil' },
  'through.statement': { en: 'bank statement', nl: 'bankafschrift', sv: 'kontoutdrag' },
  'through.webhook': {
    en: 'message of the payment provider',
    nl: 'bericht van de betaaldienst',
    sv: 'meddelande från betaltjänsten',
  },
  'through.timer': { en: 'automatic', nl: 'automatisch', sv: 'automatiskt' },
  'through.import': { en: 'import', nl: 'import', sv: 'import' },
  doneBy: { en: '{who} · {through}', nl: '{who} · {through}', sv: '{who} · {through}' },
  lastHappened: {
    en: '{what} ({who}, {at})',
    nl: '{what} ({who}, {at})',
    sv: '{what} ({who}, {at})',
  },
  nothingThere: { en: 'none', nl: 'geen', sv: 'inget' },
} as const satisfies Entries;
