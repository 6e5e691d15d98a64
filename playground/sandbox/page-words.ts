import { languages, type Language } from '../../membership/rules/catalogue.ts';

/** What the hosted page says. */
export interface PageWords {
  readonly title: string;
  readonly sandbox: string;
  readonly order: string;
  readonly due: string;
  readonly card: string;
  readonly number: string;
  readonly expiry: string;
  readonly cvc: string;
  readonly name: string;
  readonly billing: string;
  readonly billingNote: string;
  readonly line1: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly choose: string;
  readonly pay: string;
  readonly back: string;
  readonly testCards: string;
  readonly outcomes: Readonly<Record<'succeeds' | 'declined' | 'funds' | 'challenged' | 'disputed', string>>;
  readonly challenge: string;
  readonly challengeNote: string;
  readonly complete: string;
  readonly fail: string;
  readonly paid: string;
  readonly over: string;
  readonly unknown: string;
  readonly errors: Readonly<Record<'number' | 'expiry' | 'cvc' | 'missing' | 'form' | DeclineCode, string>>;
}

export type DeclineCode = 'card_declined' | 'insufficient_funds' | 'payment_intent_authentication_failure';

const words: Readonly<Record<Language, PageWords>> = {
  en: {
    title: 'Payment',
    sandbox: 'Sandbox: a practice page. No money moves; never enter a real card.',
    order: 'Order number',
    due: 'Amount due',
    card: 'Card',
    number: 'Card number',
    expiry: 'Expiry (MM/YY)',
    cvc: 'Security code (CVC)',
    name: 'Name on the card',
    billing: 'Billing address',
    billingNote: 'The address and zip code of the card, not of your organisation.',
    line1: 'Street and number',
    postalCode: 'Zip or postal code',
    city: 'City',
    country: 'Country',
    choose: 'Choose…',
    pay: 'Pay',
    back: 'Back without paying',
    testCards: 'Test cards',
    outcomes: {
      succeeds: 'is paid',
      declined: 'is declined',
      funds: 'has insufficient funds',
      challenged: 'asks for authentication',
      disputed: 'is paid, then charged back',
    },
    challenge: 'Your bank asks whether it is you',
    challengeNote: 'With a real card, its bank would ask you to confirm this payment.',
    complete: 'Complete authentication',
    fail: 'Fail authentication',
    paid: 'This has been paid.',
    over: 'This page can no longer be paid on.',
    unknown: 'There is no such page.',
    errors: {
      number: 'That is no test card. Take one of the numbers below.',
      expiry: 'Enter a month and year to come, such as 12/34.',
      cvc: 'Enter the three or four digits of the security code.',
      missing: 'This can’t be empty.',
      form: 'Nothing was charged. See what is marked below.',
      card_declined: 'The card was declined. Try another card.',
      insufficient_funds: 'The card has insufficient funds. Try another card.',
      payment_intent_authentication_failure:
        'The card could not be authenticated. Try again, or another card.',
    },
  },
  nl: {
    title: 'Betaling',
    sandbox: 'Sandbox: een oefenpagina. Er gaat geen geld om; vul nooit een echte kaart in.',
    order: 'Ordernummer',
    due: 'Verschuldigd bedrag',
    card: 'Kaart',
    number: 'Kaartnummer',
    expiry: 'Vervaldatum (MM/JJ)',
    cvc: 'Beveiligingscode (CVC)',
    name: 'Naam op de kaart',
    billing: 'Factuuradres',
    billingNote: 'Het adres en de postcode van de kaart, niet die van uw organisatie.',
    line1: 'Straat en nummer',
    postalCode: 'Postcode',
    city: 'Plaats',
    country: 'Land',
    choose: 'Kies…',
    pay: 'Betalen',
    back: 'Terug zonder te betalen',
    testCards: 'Testkaarten',
    outcomes: {
      succeeds: 'wordt betaald',
      declined: 'wordt geweigerd',
      funds: 'heeft onvoldoende saldo',
      challenged: 'vraagt om verificatie',
      disputed: 'wordt betaald en daarna teruggedraaid',
    },
    challenge: 'Uw bank vraagt of u het bent',
    challengeNote: 'Bij een echte kaart zou de bank u vragen deze betaling te bevestigen.',
    complete: 'Verificatie voltooien',
    fail: 'Verificatie laten mislukken',
    paid: 'Dit is betaald.',
    over: 'Op deze pagina kan niet meer worden betaald.',
    unknown: 'Deze pagina bestaat niet.',
    errors: {
      number: 'Dat is geen testkaart. Neem een van de nummers hieronder.',
      expiry: 'Vul een maand en jaar in de toekomst in, zoals 12/34.',
      cvc: 'Vul de drie of vier cijfers van de beveiligingscode in.',
      missing: 'Dit mag niet leeg zijn.',
      form: 'Er is niets afgeschreven. Zie wat hieronder is gemarkeerd.',
      card_declined: 'De kaart is geweigerd. Probeer een andere kaart.',
      insufficient_funds: 'De kaart heeft onvoldoende saldo. Probeer een andere kaart.',
      payment_intent_authentication_failure:
        'De kaart kon niet worden geverifieerd. Probeer het opnieuw, of met een andere kaart.',
    },
  },
  sv: {
    title: 'Betalning',
    sandbox: 'Sandlåda: en övningssida. Inga pengar flyttas; ange aldrig ett riktigt kort.',
    order: 'Ordernummer',
    due: 'Belopp att betala',
    card: 'Kort',
    number: 'Kortnummer',
    expiry: 'Giltigt till (MM/ÅÅ)',
    cvc: 'Säkerhetskod (CVC)',
    name: 'Namn på kortet',
    billing: 'Faktureringsadress',
    billingNote: 'Kortets adress och postnummer, inte ert företags.',
    line1: 'Gata och nummer',
    postalCode: 'Postnummer',
    city: 'Ort',
    country: 'Land',
    choose: 'Välj…',
    pay: 'Betala',
    back: 'Tillbaka utan att betala',
    testCards: 'Testkort',
    outcomes: {
      succeeds: 'betalas',
      declined: 'nekas',
      funds: 'saknar täckning',
      challenged: 'kräver verifiering',
      disputed: 'betalas och återförs sedan',
    },
    challenge: 'Din bank frågar om det är du',
    challengeNote: 'Med ett riktigt kort skulle banken be dig bekräfta betalningen.',
    complete: 'Slutför verifieringen',
    fail: 'Låt verifieringen misslyckas',
    paid: 'Det här är betalt.',
    over: 'Det går inte längre att betala på den här sidan.',
    unknown: 'Sidan finns inte.',
    errors: {
      number: 'Det är inget testkort. Ta ett av numren nedan.',
      expiry: 'Ange en kommande månad och ett år, till exempel 12/34.',
      cvc: 'Ange säkerhetskodens tre eller fyra siffror.',
      missing: 'Det här får inte vara tomt.',
      form: 'Inget har dragits. Se vad som är markerat nedan.',
      card_declined: 'Kortet nekades. Prova ett annat kort.',
      insufficient_funds: 'Kortet saknar täckning. Prova ett annat kort.',
      payment_intent_authentication_failure:
        'Kortet kunde inte verifieras. Försök igen, eller med ett annat kort.',
    },
  },
};

/** @param locale as the bot asked for it; English where it is not spoken here */
export const pageLanguage = (locale: string): Language =>
  languages.find((language) => language === locale) ?? 'en';

export const pageWords = (language: Language): PageWords => words[language];
