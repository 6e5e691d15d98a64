import type { Entries } from './entry.ts';

/** Why an operator can't do something with money, and why a fee is not refunded. */
export const deskRefusalWords = {
  unknownOrder: {
    en: 'There is no order {number}.',
    nl: 'Order {number} bestaat niet.',
    sv: 'Det finns ingen order {number}.',
  },
  ownOrganisation: {
    en: 'You can’t act on an order of your own organisation. Please leave it to a colleague.',
    nl: 'Een order van uw eigen organisatie mag u niet behandelen. Laat dit aan een collega over.',
    sv: 'Du får inte hantera en order från din egen organisation. Överlåt det till en kollega.',
  },
  takesNoTransfer: {
    en: 'No transfer can be marked as received for order {number}: {method}, {state}.',
    nl: 'Voor order {number} kan geen overboeking als ontvangen worden gemarkeerd: {method}, {state}.',
    sv: 'Ingen överföring kan markeras som mottagen för order {number}: {method}, {state}.',
  },
  dayInFuture: {
    en: '{day} is in the future. Please check the date.',
    nl: '{day} ligt in de toekomst. Controleer de datum.',
    sv: '{day} ligger i framtiden. Kontrollera datumet.',
  },
  dayTooEarly: {
    en: '{day} is too early: the date can’t be before {earliest}.',
    nl: '{day} is te vroeg: de datum kan niet vóór {earliest} liggen.',
    sv: '{day} är för tidigt: datumet kan inte ligga före den {earliest}.',
  },
  amountNotPositive: {
    en: 'The amount must be more than zero.',
    nl: 'Het bedrag moet hoger zijn dan nul.',
    sv: 'Beloppet måste vara större än noll.',
  },
  currencyDiffers: {
    en: 'Order {number} is in {currency}, not in {given}. Money in another currency can’t be put on it.',
    nl: 'Order {number} is in {currency}, niet in {given}. Geld in een andere valuta kan er niet op worden geboekt.',
    sv: 'Order {number} är i {currency}, inte i {given}. Pengar i en annan valuta kan inte bokföras på den.',
  },
  accountUnknown: {
    en: 'Account {account} is neither this order’s account nor another one of ours.',
    nl: 'Rekening {account} is niet de rekening van deze order en ook geen andere rekening van ons.',
    sv: 'Konto {account} är varken den här orderns konto eller något annat av våra konton.',
  },
  'leftEmpty.reference': {
    en: 'Please enter the bank’s reference.',
    nl: 'Vul de referentie van de bank in.',
    sv: 'Ange bankens referens.',
  },
  'leftEmpty.reason': {
    en: 'Please enter a reason: the partner will read it.',
    nl: 'Vul een reden in: de partner krijgt die te lezen.',
    sv: 'Ange en orsak: partnern får läsa den.',
  },
  'leftEmpty.note': {
    en: 'Please enter a note for your colleagues.',
    nl: 'Vul een notitie voor uw collega’s in.',
    sv: 'Skriv en anteckning till dina kollegor.',
  },
  moneyKnown: {
    en: 'This money has already been recorded for order {number}, value date {day}.',
    nl: 'Dit geld is al geboekt op order {number}, valutadatum {day}.',
    sv: 'De här pengarna är redan bokförda på order {number}, valutadag {day}.',
  },
  'moneyKnown.by': {
    en: 'This money has already been recorded for order {number}, value date {day}, by {name}.',
    nl: 'Dit geld is al geboekt op order {number}, valutadatum {day}, door {name}.',
    sv: 'De här pengarna är redan bokförda på order {number}, valutadag {day}, av {name}.',
  },
  unknownLine: {
    en: 'There is no such bank line that waits for an operator.',
    nl: 'Er wacht geen bankregel als deze op een operator.',
    sv: 'Det finns ingen sådan bankrad som väntar på en operatör.',
  },
  alreadyPlaced: {
    en: 'This money was already put on order {number}.',
    nl: 'Dit geld was al op order {number} geboekt.',
    sv: 'De här pengarna har redan bokförts på order {number}.',
  },
  'alreadyPlaced.by': {
    en: 'This money was already put on order {number}: {name}, {at}.',
    nl: 'Dit geld was al op order {number} geboekt: {name}, {at}.',
    sv: 'De här pengarna har redan bokförts på order {number}: {name}, {at}.',
  },
  heldForOther: {
    en: 'This money was sent for order {number} of another partner, so it can’t be put on this order. It can be paid back.',
    nl: 'Dit geld is overgemaakt voor order {number} van een andere partner en kan daarom niet op deze order worden geboekt. Het kan wel worden terugbetaald.',
    sv: 'De här pengarna gäller order {number}, som tillhör en annan partner, och kan därför inte bokföras på den här ordern. De kan återbetalas.',
  },
  differsFromHand: {
    en: '{marked} was marked by hand for order {number}, and the bank hasn’t confirmed it yet. This may be the same money.',
    nl: 'Voor order {number} is {marked} handmatig gemarkeerd; de bank heeft dat nog niet bevestigd. Dit kan hetzelfde geld zijn.',
    sv: '{marked} har markerats för hand för order {number}, och banken har inte bekräftat det än. Det kan vara samma pengar.',
  },
  'refundNotPossible.notActive': {
    en: 'Order {number} is not active, so there is nothing to refund.',
    nl: 'Order {number} is niet actief; er valt niets terug te betalen.',
    sv: 'Order {number} är inte aktiv, så det finns inget att återbetala.',
  },
  'refundNotPossible.benefitsUsed': {
    en: 'Order {number} can’t be refunded: benefits of the membership have been used.',
    nl: 'Order {number} kan niet worden terugbetaald: er zijn voordelen van het lidmaatschap gebruikt.',
    sv: 'Order {number} kan inte återbetalas: medlemskapets förmåner har använts.',
  },
  'refundNotPossible.silverAfterUpgrade': {
    en: 'Order {number} can’t be refunded: after an upgrade to gold with discount, the fee of the Silver membership is never refundable.',
    nl: 'Order {number} kan niet worden terugbetaald: na een upgrade naar Gold met korting worden de kosten van het Silver-lidmaatschap nooit terugbetaald.',
    sv: 'Order {number} kan inte återbetalas: efter en uppgradering till Guld med rabatt återbetalas avgiften för Silvermedlemskapet aldrig.',
  },
  'refundNotPossible.alreadyRequested': {
    en: 'A refund of order {number} has already been requested. You will be told what is decided.',
    nl: 'Voor order {number} is al om terugbetaling verzocht. U krijgt bericht zodra er is besloten.',
    sv: 'Återbetalning av order {number} har redan begärts. Du får besked när beslutet är fattat.',
  },
  refundTooLate: {
    en: 'A refund of order {number} could be requested until {lastDay}.',
    nl: 'Voor order {number} kon tot en met {lastDay} om terugbetaling worden verzocht.',
    sv: 'Återbetalning av order {number} kunde begäras till och med den {lastDay}.',
  },
  noRefundRequest: {
    en: 'Nobody has asked for a refund of order {number}.',
    nl: 'Niemand heeft om terugbetaling van order {number} verzocht.',
    sv: 'Ingen har begärt återbetalning av order {number}.',
  },
  refundDiffers: {
    en: 'For order {number}, exactly {amount} is to be paid back.',
    nl: 'Voor order {number} moet precies {amount} worden terugbetaald.',
    sv: 'För order {number} ska exakt {amount} återbetalas.',
  },
  gatewayRefused: {
    en: 'The payment provider refused the refund of order {number} ({code}). Nothing was paid back.',
    nl: 'De betaaldienst heeft de terugbetaling van order {number} geweigerd ({code}). Er is niets terugbetaald.',
    sv: 'Betaltjänsten nekade återbetalningen av order {number} ({code}). Inget har återbetalats.',
  },
  'decided.refunded': {
    en: 'Order {number} has already been refunded: {who}.',
    nl: 'Order {number} is al terugbetaald: {who}.',
    sv: 'Order {number} har redan återbetalats: {who}.',
  },
  'decided.refundApproved': {
    en: 'The refund of order {number} has already been approved: {who}.',
    nl: 'De terugbetaling van order {number} is al goedgekeurd: {who}.',
    sv: 'Återbetalningen av order {number} har redan godkänts: {who}.',
  },
  'decided.refundDeclined': {
    en: 'The refund of order {number} has already been declined: {who}.',
    nl: 'De terugbetaling van order {number} is al afgewezen: {who}.',
    sv: 'Återbetalningen av order {number} har redan avslagits: {who}.',
  },
  'decided.paid': {
    en: 'Order {number} has already been paid: {who}.',
    nl: 'Order {number} is al betaald: {who}.',
    sv: 'Order {number} är redan betald: {who}.',
  },
  'decided.proofRejected': {
    en: 'The payment proof of order {number} has already been rejected: {who}.',
    nl: 'Het betalingsbewijs van order {number} is al afgewezen: {who}.',
    sv: 'Betalningsbeviset för order {number} har redan avvisats: {who}.',
  },
  'decided.proofHeld': {
    en: 'The payment proof of order {number} is already on hold: {who}.',
    nl: 'Het betalingsbewijs van order {number} is al aangehouden: {who}.',
    sv: 'Betalningsbeviset för order {number} har redan lagts åt sidan: {who}.',
  },
  nothingToPayBack: {
    en: 'This money is no longer there to be paid back.',
    nl: 'Dit geld is er niet meer om terug te betalen.',
    sv: 'De här pengarna finns inte längre att återbetala.',
  },
  moreThanThere: {
    en: 'At most {left} can be paid back.',
    nl: 'Er kan maximaal {left} worden terugbetaald.',
    sv: 'Högst {left} kan återbetalas.',
  },
  alreadyPaidBack: {
    en: '{amount} of this money was already paid back on {day}.',
    nl: 'Van dit geld is op {day} al {amount} terugbetaald.',
    sv: 'Av de här pengarna återbetalades {amount} redan den {day}.',
  },
  'alreadyPaidBack.by': {
    en: '{amount} of this money was already paid back on {day} by {name}.',
    nl: 'Van dit geld is op {day} al {amount} terugbetaald door {name}.',
    sv: 'Av de här pengarna återbetalades {amount} redan den {day} av {name}.',
  },
  'cannotWithdraw.confirmed': {
    en: 'The bank statement has confirmed this money for order {number}, so the mark can’t be withdrawn.',
    nl: 'Het bankafschrift heeft dit geld voor order {number} bevestigd; de markering kan niet meer worden ingetrokken.',
    sv: 'Kontoutdraget har bekräftat de här pengarna för order {number}, så markeringen kan inte tas bort.',
  },
  'cannotWithdraw.withdrawn': {
    en: 'This mark on order {number} has already been withdrawn.',
    nl: 'Deze markering op order {number} is al ingetrokken.',
    sv: 'Den här markeringen på order {number} har redan tagits bort.',
  },
  'cannotWithdraw.counted': {
    en: 'Order {number} is active, or the money has been used, so the mark can’t be withdrawn. What is still credit can be paid back; the fee can be refunded once the partner requests it.',
    nl: 'Order {number} is actief of het geld is al gebruikt; de markering kan niet meer worden ingetrokken. Wat er nog aan tegoed is, kan worden terugbetaald; de kosten ook, zodra de partner daarom verzoekt.',
    sv: 'Order {number} är aktiv eller pengarna har redan använts, så markeringen kan inte tas bort. Det som finns kvar som tillgodohavande kan återbetalas, och avgiften när partnern begär det.',
  },
  proofReplaced: {
    en: 'Order {number} has a newer payment proof. Please review that one.',
    nl: 'Voor order {number} is er een nieuwer betalingsbewijs. Beoordeel dat.',
    sv: 'Det finns ett nyare betalningsbevis för order {number}. Granska det i stället.',
  },
} as const satisfies Entries;
