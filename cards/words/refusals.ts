import type { Entries } from './entry.ts';

/** Why something can't be done, and what can be done instead. */
export const refusalWords = {
  needsRole: {
    en: 'Not authorised: you need the role of global admin, MPN partner admin or account admin.',
    nl: 'Niet gemachtigd: u hebt de rol globale beheerder, MPN-partnerbeheerder of accountbeheerder nodig.',
    sv: 'Ej behörig: du behöver rollen global administratör, MPN-partneradministratör eller kontoadministratör.',
  },
  askGlobalAdmin: {
    en: 'Ask your global admin: {admins}.',
    nl: 'Vraag het uw globale beheerder: {admins}.',
    sv: 'Fråga er globala administratör: {admins}.',
  },
  noGlobalAdmin: {
    en: 'I know of no global admin at your organisation.',
    nl: 'Bij uw organisatie is mij geen globale beheerder bekend.',
    sv: 'Jag känner inte till någon global administratör på ert företag.',
  },
  notVerified: {
    en: 'Your organisation’s vetting is not finished, so nothing can be bought yet.',
    nl: 'De verificatie van uw organisatie is nog niet afgerond; tot dan kunt u niets kopen.',
    sv: 'Verifieringen av ert företag är inte klar, så det går inte att köpa något ännu.',
  },
  coveredByGold: {
    en: 'Your Gold membership includes the silver benefits until {day}; silver can’t be bought beside it.',
    nl: 'Uw Gold-lidmaatschap omvat de Silver-voordelen tot en met {day}; Silver is daarnaast niet te koop.',
    sv: 'Ert Guldmedlemskap omfattar Silverförmånerna till och med den {day}; Silver går inte att köpa därutöver.',
  },
  alreadyActive: {
    en: 'Active until {anniversary}. Nothing is due until it can be renewed, from {opens}.',
    nl: 'Actief tot en met {anniversary}. U hoeft niets te betalen tot verlengen mogelijk is, vanaf {opens}.',
    sv: 'Aktivt till och med den {anniversary}. Det finns inget att betala förrän det går att förnya, från och med den {opens}.',
  },
  orderInProgress: {
    en: 'Order {number} for {level} is in progress: {state}.',
    nl: 'Order {number} voor {level} is in behandeling: {state}.',
    sv: 'Order {number} för {level} pågår: {state}.',
  },
  coveredByRenewal: {
    en: 'Your Gold membership includes the silver benefits as long as its renewal is in progress; silver can’t be bought beside it.',
    nl: 'Uw Gold-lidmaatschap omvat de Silver-voordelen zolang de verlenging ervan loopt; Silver is daarnaast niet te koop.',
    sv: 'Ert Guldmedlemskap omfattar Silverförmånerna så länge förnyelsen pågår; Silver går inte att köpa därutöver.',
  },
  requirementsNotMet: {
    en: 'Your organisation does not meet the {level} requirements of this competency.',
    nl: 'Uw organisatie voldoet niet aan de {level}-vereisten van deze competentie.',
    sv: 'Ert företag uppfyller inte kraven för {level} i den här kompetensen.',
  },
  offerUnavailable: {
    en: '{membership} can’t be bought now. {why}',
    nl: '{membership} is nu niet te koop. {why}',
    sv: '{membership} går inte att köpa nu. {why}',
  },
  unknownCompetency: {
    en: 'There is no such competency any more. Please choose another one.',
    nl: 'Deze competentie bestaat niet meer. Kies een andere.',
    sv: 'Den kompetensen finns inte längre. Välj en annan.',
  },
  methodNotOffered: {
    en: '{method} can’t be used for this order. Please choose another way to pay.',
    nl: '{method} kan voor deze order niet worden gebruikt. Kies een andere betaalwijze.',
    sv: '{method} kan inte användas för den här ordern. Välj ett annat betalningssätt.',
  },
  agreementNotAccepted: {
    en: 'Please accept the agreement on behalf of your organisation; then the order can be placed. You can also type “I accept”.',
    nl: 'Ga namens uw organisatie akkoord met de overeenkomst; daarna kan de order worden geplaatst. U kunt ook ‘akkoord’ typen.',
    sv: 'Godkänn avtalet för ert företags räkning, så kan ordern läggas. Du kan också skriva ”jag godkänner”.',
  },
  taxIdInvalid: {
    en: '“{taxId}” is not a valid tax ID in your country. Please check it: an invoice can’t be changed once issued.',
    nl: '‘{taxId}’ is in uw land geen geldig btw- of fiscaal nummer. Controleer het: een verzonden factuur kan niet meer worden gewijzigd.',
    sv: '”{taxId}” är inget giltigt moms- eller skatteregistreringsnummer i ert land. Kontrollera det: en utfärdad faktura kan inte ändras.',
  },
  contactIncomplete: {
    en: 'Please complete the contact: {missing}.',
    nl: 'Vul de contactgegevens aan: {missing}.',
    sv: 'Komplettera kontaktuppgifterna: {missing}.',
  },
  'contact.name': { en: 'name', nl: 'naam', sv: 'namn' },
  'contact.email': { en: 'email address', nl: 'e-mailadres', sv: 'e-postadress' },
  'contact.phone': { en: 'phone number', nl: 'telefoonnummer', sv: 'telefonnummer' },
  quoteChanged: {
    en: 'Something here has changed since it was shown: the amount, your credit, the renewal or the agreement. Nothing was ordered; please look again.',
    nl: 'Er is iets gewijzigd sinds dit werd getoond: het bedrag, uw tegoed, de verlenging of de overeenkomst. Er is niets besteld; bekijk de gegevens opnieuw.',
    sv: 'Något har ändrats sedan detta visades: beloppet, ert tillgodohavande, förnyelsen eller avtalet. Ingenting har beställts; granska uppgifterna igen.',
  },
  noSuchOrder: {
    en: 'Your organisation has no such order.',
    nl: 'Uw organisatie heeft geen order met dit nummer.',
    sv: 'Ert företag har ingen sådan order.',
  },
  'cannotCancel.proofUnderReview': {
    en: 'Order {number} can’t be cancelled while its payment proof is under review.',
    nl: 'Order {number} kan niet worden geannuleerd zolang het betalingsbewijs wordt beoordeeld.',
    sv: 'Order {number} kan inte annulleras medan betalningsbeviset granskas.',
  },
  'cannotCancel.moneyReceived': {
    en: 'Order {number} can’t be cancelled: {received} has been received for it.',
    nl: 'Order {number} kan niet worden geannuleerd: er is al {received} voor ontvangen.',
    sv: 'Order {number} kan inte annulleras: {received} har redan kommit in för den.',
  },
  'cannotCancel.someReceived': {
    en: 'Order {number} can’t be cancelled: money has been received for it.',
    nl: 'Order {number} kan niet worden geannuleerd: er is al geld voor ontvangen.',
    sv: 'Order {number} kan inte annulleras: pengar har redan kommit in för den.',
  },
  'cannotCancel.ended': {
    en: 'Order {number} has already ended: {state}. There is nothing to cancel.',
    nl: 'Order {number} is al afgesloten: {state}. Er valt niets te annuleren.',
    sv: 'Order {number} är redan avslutad: {state}. Det finns inget att annullera.',
  },
  'cannotCancel.active': {
    en: 'Order {number} is paid and active, so it can’t be cancelled.',
    nl: 'Order {number} is betaald en actief en kan niet meer worden geannuleerd.',
    sv: 'Order {number} är betald och aktiv och kan därför inte annulleras.',
  },
  notPayableByCard: {
    en: 'Order {number} is not waiting for a card payment: {state}.',
    nl: 'Order {number} wacht niet op een kaartbetaling: {state}.',
    sv: 'Order {number} väntar inte på någon kortbetalning: {state}.',
  },
  gatewayUnsure: {
    en: 'The payment provider does not answer, so we can’t be sure whether order {number} has been paid. Nothing was changed; please try again in a minute.',
    nl: 'De betaaldienst geeft geen antwoord. Daardoor is niet zeker of order {number} is betaald. Er is niets gewijzigd; probeer het over een minuut opnieuw.',
    sv: 'Betaltjänsten svarar inte, så det är inte säkert om order {number} har betalats. Ingenting har ändrats; försök igen om en minut.',
  },
  proofNotExpected: {
    en: 'Order {number} needs no payment proof: {state}.',
    nl: 'Voor order {number} is geen betalingsbewijs nodig: {state}.',
    sv: 'Order {number} behöver inget betalningsbevis: {state}.',
  },
  reminderDayPast: {
    en: 'Please choose a day after today.',
    nl: 'Kies een dag na vandaag.',
    sv: 'Välj en dag efter i dag.',
  },
  reminderDayTooLate: {
    en: 'That would be too late. The last day on which I can remind you is {last}.',
    nl: 'Dat zou te laat zijn. De laatste dag waarop ik u kan herinneren, is {last}.',
    sv: 'Det skulle bli för sent. Den sista dagen jag kan påminna dig är den {last}.',
  },
  nothingToRemind: {
    en: 'There is nothing left to remind you of: this is settled, or over.',
    nl: 'Er valt hier niets meer te herinneren: dit is afgehandeld of voorbij.',
    sv: 'Det finns inget kvar att påminna om: det här är klart eller har passerat.',
  },
} as const satisfies Entries;
