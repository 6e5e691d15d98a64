import type { Entries } from './entry.ts';

/** Reminders, their choices, and the dates that they are about. Whoever reads them is in a hurry. */
export const reminderWords = {
  'reminder.unpaid': {
    en: 'Not paid yet: {what}',
    nl: 'Nog niet betaald: {what}',
    sv: 'Inte betalt ännu: {what}',
  },
  'reminder.expired': {
    en: 'Order expired: {what}',
    nl: 'Order verlopen: {what}',
    sv: 'Ordern har gått ut: {what}',
  },
  'reminder.before': {
    en: 'To be renewed soon: {what}',
    nl: 'Binnenkort te verlengen: {what}',
    sv: 'Snart dags att förnya: {what}',
  },
  'reminder.opens': {
    en: 'Can be renewed now: {what}',
    nl: 'Nu te verlengen: {what}',
    sv: 'Kan förnyas nu: {what}',
  },
  'reminder.closing': {
    en: 'Renew in time: {what}',
    nl: 'Verleng op tijd: {what}',
    sv: 'Förnya i tid: {what}',
  },
  'reminder.lapsed': { en: 'Expired: {what}', nl: 'Verlopen: {what}', sv: 'Utgånget: {what}' },
  'reminder.payBy': {
    en: 'Pay by {day}: {count, plural, =0 {today is the last day} one {# day left} other {# days left}}.',
    nl: 'Betaal uiterlijk {day}: {count, plural, =0 {vandaag is de laatste dag} one {nog # dag} other {nog # dagen}}.',
    sv: 'Betala senast den {day}: {count, plural, =0 {i dag är sista dagen} one {# dag kvar} other {# dagar kvar}}.',
  },
  'reminder.renewBy': {
    en: 'Renew by {day}: {count, plural, =0 {today is the last day} one {# day left} other {# days left}}.',
    nl: 'Verleng uiterlijk {day}: {count, plural, =0 {vandaag is de laatste dag} one {nog # dag} other {nog # dagen}}.',
    sv: 'Förnya senast den {day}: {count, plural, =0 {i dag är sista dagen} one {# dag kvar} other {# dagar kvar}}.',
  },
  'reminder.transferNext': {
    en: 'Transfer exactly this amount with the reference below, then upload the payment proof.',
    nl: 'Maak precies dit bedrag over met de referentie hieronder en upload daarna het betalingsbewijs.',
    sv: 'För över exakt detta belopp med referensen nedan och ladda sedan upp betalningsbeviset.',
  },
  'reminder.reviewNext': {
    en: 'We are checking your payment proof, but the money has not reached the account yet. If it has been transferred, there is nothing more to do.',
    nl: 'Wij beoordelen uw betalingsbewijs, maar het geld staat nog niet op de rekening. Is het overgemaakt, dan hoeft u niets meer te doen.',
    sv: 'Vi granskar betalningsbeviset, men pengarna har inte kommit in på kontot ännu. Är överföringen gjord behöver du inte göra något mer.',
  },
  'reminder.heldNext': {
    en: 'Money came in for it that we are looking into. There is no need to pay again.',
    nl: 'Voor deze order is geld binnengekomen; wij zoeken uit wat ermee moet gebeuren. U hoeft niet opnieuw te betalen.',
    sv: 'Pengar har kommit in för ordern, och vi håller på att utreda dem. Du behöver inte betala igen.',
  },
  'reminder.notPaidBy': {
    en: 'It was not paid in full by {day}.',
    nl: 'De order is niet uiterlijk {day} volledig betaald.',
    sv: 'Ordern betalades inte i sin helhet senast den {day}.',
  },
  'reminder.creditCovers': {
    en: 'Buy again to use it: the new order is active at once.',
    nl: 'Koop opnieuw om het te gebruiken: de nieuwe order is dan meteen actief.',
    sv: 'Köp igen för att använda det: då blir den nya ordern aktiv direkt.',
  },
  'reminder.creditPart': {
    en: 'Your credit of {credit} will be used when you buy again.',
    nl: 'Uw tegoed van {credit} wordt gebruikt als u opnieuw koopt.',
    sv: 'Ert tillgodohavande på {credit} används när du köper igen.',
  },
  'reminder.moneyOnItsWay': {
    en: 'Already transferred? Nothing is lost: the money becomes your credit, and a new order takes it up.',
    nl: 'Al overgemaakt? Er gaat niets verloren: het geld wordt uw tegoed en een nieuwe order gebruikt het.',
    sv: 'Redan överfört? Inget går förlorat: pengarna blir ert tillgodohavande och en ny order använder dem.',
  },
  'reminder.opensOn': {
    en: 'Can be renewed from {day}',
    nl: 'Te verlengen vanaf {day}',
    sv: 'Kan förnyas från och med den {day}',
  },
  'reminder.renewNext': {
    en: 'The benefits go on until {closes}. The new year runs from {from} to {to}, whenever you renew.',
    nl: 'De voordelen lopen door tot en met {closes}. Het nieuwe jaar loopt van {from} t/m {to}, ongeacht wanneer u verlengt.',
    sv: 'Förmånerna gäller till och med den {closes}. Det nya året löper från och med den {from} till och med den {to}, oavsett när du förnyar.',
  },
  'reminder.lapsedNext': {
    en: 'It could be renewed until {day}. You can buy it again at any time.',
    nl: 'Verlengen kon tot en met {day}. U kunt het altijd opnieuw kopen.',
    sv: 'Det kunde förnyas till och med den {day}. Du kan köpa det igen när du vill.',
  },
  'typed.reminders': { en: 'reminders', nl: 'herinneringen', sv: 'påminnelser' },
  'does.reminders': {
    en: 'what you will be reminded of, and when',
    nl: 'waaraan u wordt herinnerd, en wanneer',
    sv: 'vad du får påminnelser om, och när',
  },
  remindLater: { en: 'Remind me later', nl: 'Herinner mij later', sv: 'Påminn mig senare' },
  stopReminding: {
    en: 'Stop reminding me about this',
    nl: 'Hierover geen herinneringen meer',
    sv: 'Sluta påminna mig om detta',
  },
  resumeReminding: { en: 'Remind me again', nl: 'Herinner mij weer', sv: 'Påminn mig igen' },
  addToCalendar: { en: 'Add to calendar ↗', nl: 'In agenda zetten ↗', sv: 'Lägg till i kalendern ↗' },
  'settled.paid': {
    en: 'Payment received on {day}.',
    nl: 'Betaling ontvangen op {day}.',
    sv: 'Betalningen kom in den {day}.',
  },
  'settled.paidBy': {
    en: 'Paid by {name} on {day}.',
    nl: 'Betaald door {name} op {day}.',
    sv: 'Betald av {name} den {day}.',
  },
  'settled.cancelled': {
    en: 'Cancelled on {day}.',
    nl: 'Geannuleerd op {day}.',
    sv: 'Annullerad den {day}.',
  },
  'settled.cancelledBy': {
    en: 'Cancelled by {name} on {day}.',
    nl: 'Geannuleerd door {name} op {day}.',
    sv: 'Annullerad av {name} den {day}.',
  },
  'settled.orderedAgain': {
    en: 'Ordered again on {day}.',
    nl: 'Opnieuw besteld op {day}.',
    sv: 'Beställt igen den {day}.',
  },
  'settled.orderedAgainBy': {
    en: 'Ordered again by {name} on {day}.',
    nl: 'Opnieuw besteld door {name} op {day}.',
    sv: 'Beställt igen av {name} den {day}.',
  },
  'settled.renewed': {
    en: 'Renewed with an order of {day}.',
    nl: 'Verlengd met een order van {day}.',
    sv: 'Förnyat genom en order den {day}.',
  },
  'settled.renewedBy': {
    en: 'Renewed by {name} on {day}.',
    nl: 'Verlengd door {name} op {day}.',
    sv: 'Förnyat av {name} den {day}.',
  },
  'settled.renewalOrdered': {
    en: 'Renewal ordered on {day}.',
    nl: 'Verlenging besteld op {day}.',
    sv: 'Förnyelse beställd den {day}.',
  },
  'settled.renewalOrderedBy': {
    en: 'Renewal ordered by {name} on {day}.',
    nl: 'Verlenging besteld door {name} op {day}.',
    sv: 'Förnyelse beställd av {name} den {day}.',
  },
  'settled.upgraded': {
    en: 'Replaced by Gold, ordered on {day}.',
    nl: 'Vervangen door Gold, besteld op {day}.',
    sv: 'Ersatt av Guld, beställt den {day}.',
  },
  'settled.upgradedBy': {
    en: 'Replaced by Gold, ordered by {name} on {day}.',
    nl: 'Vervangen door Gold, besteld door {name} op {day}.',
    sv: 'Ersatt av Guld, beställt av {name} den {day}.',
  },
  'settled.ended': { en: 'Ended on {day}.', nl: 'Beëindigd op {day}.', sv: 'Avslutat den {day}.' },
  'later.question': {
    en: 'When shall I remind you again?',
    nl: 'Wanneer zal ik u weer herinneren?',
    sv: 'När ska jag påminna dig igen?',
  },
  'later.tomorrow': { en: 'Tomorrow', nl: 'Morgen', sv: 'I morgon' },
  'later.week': { en: 'In a week', nl: 'Over een week', sv: 'Om en vecka' },
  'later.date': { en: 'On a date', nl: 'Op een datum', sv: 'På ett datum' },
  'later.onDate': { en: 'On this date', nl: 'Op deze datum', sv: 'På det här datumet' },
  'later.missing': { en: 'Choose a date.', nl: 'Kies een datum.', sv: 'Välj ett datum.' },
  'later.hint': {
    en: 'You can also type the date, such as “24 December” or “in 3 days”.',
    nl: 'U kunt de datum ook typen, bijvoorbeeld ‘24 december’ of ‘over 3 dagen’.',
    sv: 'Du kan också skriva datumet, till exempel ”24 december” eller ”om 3 dagar”.',
  },
  'later.unreadable': {
    en: '“{typed}” can’t be read as a date. Please write it like “24 December 2026”.',
    nl: '‘{typed}’ is niet als datum te lezen. Schrijf de datum bijvoorbeeld als ‘24 december 2026’.',
    sv: '”{typed}” går inte att läsa som ett datum. Skriv till exempel ”24 december 2026”.',
  },
  'later.set': {
    en: 'I will remind you on {day}.',
    nl: 'Ik herinner u op {day}.',
    sv: 'Jag påminner dig den {day}.',
  },
  'reminders.wayBack': {
    en: 'Type “reminders” to see or change what you get.',
    nl: 'Typ ‘herinneringen’ om te zien of te wijzigen waarover u bericht krijgt.',
    sv: 'Skriv ”påminnelser” för att se eller ändra vad du får.',
  },
  'reminders.stoppedAbout': {
    en: 'You will get no more reminders about {what}.',
    nl: 'U krijgt geen herinneringen meer over {what}.',
    sv: 'Du får inga fler påminnelser om {what}.',
  },
  'reminders.resumedAbout': {
    en: 'You will be reminded of {what} again.',
    nl: 'U krijgt weer herinneringen over {what}.',
    sv: 'Du får påminnelser om {what} igen.',
  },
  reminders: { en: 'Reminders', nl: 'Herinneringen', sv: 'Påminnelser' },
  'reminders.next': { en: 'Next reminder', nl: 'Volgende herinnering', sv: 'Nästa påminnelse' },
  'reminders.stopped': { en: 'Stopped', nl: 'Stopgezet', sv: 'Avstängd' },
  'reminders.none': { en: 'None', nl: 'Geen', sv: 'Ingen' },
  'reminders.summary': {
    en: 'Reminders about {count, plural, one {# matter} other {# matters}}',
    nl: 'Herinneringen over {count, plural, one {# onderwerp} other {# onderwerpen}}',
    sv: 'Påminnelser om {count, plural, one {# ärende} other {# ärenden}}',
  },
  'reminders.when': {
    en: 'On weekdays in working hours, in your local time.',
    nl: 'Op werkdagen tijdens kantooruren, in uw plaatselijke tijd.',
    sv: 'På vardagar under kontorstid, i din lokala tid.',
  },
  'reminders.empty': {
    en: 'There is nothing to remind you of at the moment. You will hear from me about a transfer order that is not paid, and when a membership can be renewed.',
    nl: 'Er is op dit moment niets om u aan te herinneren. U krijgt bericht over een order waarvoor de overboeking nog niet is ontvangen, en zodra een lidmaatschap kan worden verlengd.',
    sv: 'Just nu finns det inget att påminna om. Jag hör av mig om en order vars banköverföring inte har kommit in, och när ett medlemskap kan förnyas.',
  },
  'calendar.payBy': {
    en: 'Last day to pay: {what}',
    nl: 'Laatste betaaldag: {what}',
    sv: 'Sista betalningsdag: {what}',
  },
  'calendar.opens': {
    en: 'Can be renewed: {what}',
    nl: 'Te verlengen: {what}',
    sv: 'Kan förnyas: {what}',
  },
  'calendar.renewBy': {
    en: 'Last day to renew: {what}',
    nl: 'Laatste dag om te verlengen: {what}',
    sv: 'Sista dag att förnya: {what}',
  },
} as const satisfies Entries;
