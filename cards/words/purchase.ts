import type { Entries } from './entry.ts';

/** From the offer to the order: purchase details and their review. */
export const purchaseWords = {
  purchaseDetails: { en: 'Purchase details', nl: 'Aankoopgegevens', sv: 'Köpuppgifter' },
  reviewDetails: {
    en: 'Review purchase details',
    nl: 'Aankoopgegevens controleren',
    sv: 'Granska köpuppgifterna',
  },
  yourPurchase: { en: 'Your selected purchase', nl: 'Uw geselecteerde aankoop', sv: 'Ditt köp' },
  selectPayment: {
    en: 'Select your payment preference',
    nl: 'Selecteer uw betalingsvoorkeur',
    sv: 'Välj betalningssätt',
  },
  organisation: { en: 'Organisation', nl: 'Organisatie', sv: 'Företag' },
  changeAddresses: {
    en: 'Change the addresses in Partner Center ↗',
    nl: 'Adressen wijzigen in Partner Center ↗',
    sv: 'Ändra adresserna i Partner Center ↗',
  },
  aboutTaxId: {
    en: 'About the tax ID ↗',
    nl: 'Over het btw-/fiscaal nummer ↗',
    sv: 'Om moms-/skatteregistreringsnumret ↗',
  },
  invoiceContact: { en: 'For the invoice', nl: 'Voor de factuur', sv: 'För fakturan' },
  contactName: { en: 'Contact name', nl: 'Naam contactpersoon', sv: 'Kontaktpersonens namn' },
  contactEmail: {
    en: 'Contact email',
    nl: 'E-mailadres contactpersoon',
    sv: 'Kontaktpersonens e-postadress',
  },
  contactPhone: {
    en: 'Contact phone',
    nl: 'Telefoonnummer contactpersoon',
    sv: 'Kontaktpersonens telefonnummer',
  },
  contactNameMissing: {
    en: 'Enter the contact’s name.',
    nl: 'Vul de naam van de contactpersoon in.',
    sv: 'Ange kontaktpersonens namn.',
  },
  contactEmailMissing: {
    en: 'Enter the contact’s email address.',
    nl: 'Vul het e-mailadres van de contactpersoon in.',
    sv: 'Ange kontaktpersonens e-postadress.',
  },
  contactPhoneMissing: {
    en: 'Enter the contact’s phone number.',
    nl: 'Vul het telefoonnummer van de contactpersoon in.',
    sv: 'Ange kontaktpersonens telefonnummer.',
  },
  methodMissing: {
    en: 'Choose how you want to pay.',
    nl: 'Kies hoe u wilt betalen.',
    sv: 'Välj hur du vill betala.',
  },
  'methodOff.notYet': {
    en: '{method}: not available at the moment.',
    nl: '{method}: op dit moment niet beschikbaar.',
    sv: '{method}: inte tillgängligt just nu.',
  },
  'methodOff.notInCountry': {
    en: '{method}: not offered in your country.',
    nl: '{method}: wordt in uw land niet aangeboden.',
    sv: '{method}: erbjuds inte i ert land.',
  },
  noMethod: {
    en: 'No way to pay is available at the moment, so the purchase can’t go on here.',
    nl: 'Op dit moment is er geen betaalwijze beschikbaar; u kunt hier niet verder met de aankoop.',
    sv: 'Just nu finns inget betalningssätt tillgängligt, så köpet kan inte fortsätta här.',
  },
  silverNotRefundable: {
    en: 'After this upgrade with discount, the fee of your Silver membership is never refundable.',
    nl: 'Na deze upgrade met korting worden de kosten van uw Silver-lidmaatschap nooit meer terugbetaald.',
    sv: 'Efter den här uppgraderingen med rabatt återbetalas aldrig avgiften för ert Silvermedlemskap.',
  },
  creditWillBeUsed: {
    en: 'Your credit of {credit} will be used for this order.',
    nl: 'Uw tegoed van {credit} wordt voor deze order gebruikt.',
    sv: 'Ert tillgodohavande på {credit} används för den här ordern.',
  },
  nothingToPay: {
    en: '{credit} already received: nothing to pay.',
    nl: '{credit} is al ontvangen: u hoeft niets te betalen.',
    sv: '{credit} har redan kommit in: inget att betala.',
  },
  beneficiary: { en: 'Beneficiary', nl: 'Begunstigde', sv: 'Mottagare' },
  bank: { en: 'Bank', nl: 'Bank', sv: 'Bank' },
  accountNumber: { en: 'Account number', nl: 'Rekeningnummer', sv: 'Kontonummer' },
  iban: { en: 'IBAN', nl: 'IBAN', sv: 'IBAN' },
  swift: { en: 'SWIFT code', nl: 'SWIFT-code', sv: 'SWIFT-kod' },
  payAfterSubmit: {
    en: 'Please don’t pay yet: after Submit you get the order number that the transfer must carry.',
    nl: 'Betaal nog niet: na ‘Order plaatsen’ krijgt u het ordernummer dat bij de overboeking moet staan.',
    sv: 'Betala inte ännu: när du har tryckt på Skicka får du det ordernummer som ska anges på överföringen.',
  },
  agreement: { en: 'Agreement', nl: 'Overeenkomst', sv: 'Avtal' },
  acceptAgreement: {
    en: 'On behalf of {organisation}, I accept the MPN Offer Purchase Terms and Conditions.',
    nl: 'Namens {organisation} ga ik akkoord met de Aankoopvoorwaarden voor MPN-aanbiedingen.',
    sv: 'För {organisation} godkänner jag Köpvillkor för MPN-erbjudanden.',
  },
  acceptMissing: {
    en: 'Accept the agreement to place the order.',
    nl: 'Ga akkoord met de overeenkomst om de order te plaatsen.',
    sv: 'Godkänn avtalet för att lägga ordern.',
  },
} as const satisfies Entries;
