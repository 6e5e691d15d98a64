import type { Entries } from './entry.ts';

/** The welcome, the menu, help and the choice of language. */
export const startWords = {
  hello: { en: 'Welcome, {name}', nl: 'Welkom, {name}', sv: 'Välkommen, {name}' },
  whatICanDo: {
    en: 'Here you pay the fee of a silver or gold competency for {organisation}: see the offers, order, choose how to pay, and upload the payment proof of a bank transfer.',
    nl: 'Hier betaalt u voor {organisation} de kosten van een Silver- of Gold-competentie: aanbiedingen bekijken, bestellen, een betaalwijze kiezen en het betalingsbewijs van een overboeking uploaden.',
    sv: 'Här betalar du avgiften för en kompetens på nivån Silver eller Guld för {organisation}: se erbjudanden, beställ, välj betalningssätt och ladda upp betalningsbeviset för en överföring.',
  },
  typeInstead: {
    en: 'Use the buttons, or type: a competency’s name, for instance, or “help”.',
    nl: 'Gebruik de knoppen of typ, bijvoorbeeld de naam van een competentie of ‘help’.',
    sv: 'Använd knapparna eller skriv, till exempel namnet på en kompetens eller ”hjälp”.',
  },
  whatNext: { en: 'What would you like to do?', nl: 'Wat wilt u doen?', sv: 'Vad vill du göra?' },
  checkFee: { en: 'Check a fee', nl: 'Kosten opvragen', sv: 'Se en avgift' },
  help: { en: 'Help', nl: 'Help', sv: 'Hjälp' },
  language: { en: 'Language', nl: 'Taal', sv: 'Språk' },
  chooseLanguage: {
    en: 'Which language shall I speak?',
    nl: 'Welke taal zal ik spreken?',
    sv: 'Vilket språk ska jag prata?',
  },
  whatYouCanType: { en: 'What you can type', nl: 'Wat u kunt typen', sv: 'Det här kan du skriva' },
  'typed.offers': { en: 'offers', nl: 'aanbiedingen', sv: 'erbjudanden' },
  'typed.orders': { en: 'orders', nl: 'orders', sv: 'ordrar' },
  'typed.fee': { en: 'fee', nl: 'kosten', sv: 'avgift' },
  'typed.proof': { en: 'proof', nl: 'bewijs', sv: 'bevis' },
  'typed.receipt': { en: 'receipt', nl: 'kwitantie', sv: 'kvitto' },
  'typed.cancel': { en: 'cancel', nl: 'annuleren', sv: 'annullera' },
  'typed.stop': { en: 'stop', nl: 'stoppen', sv: 'avsluta' },
  'typed.language': { en: 'language', nl: 'taal', sv: 'språk' },
  'does.offers': {
    en: 'offers for a competency, and buying',
    nl: 'aanbiedingen voor een competentie, en kopen',
    sv: 'erbjudanden för en kompetens, och köp',
  },
  'does.orders': {
    en: 'what was bought and what is due',
    nl: 'wat is aangeschaft en wat nog betaald moet worden',
    sv: 'vad som har köpts och vad som ska betalas',
  },
  'does.fee': {
    en: 'the fee of a competency, without buying',
    nl: 'de kosten van een competentie, zonder te kopen',
    sv: 'avgiften för en kompetens, utan att köpa',
  },
  'does.proof': {
    en: 'upload payment proof',
    nl: 'betalingsbewijs uploaden',
    sv: 'ladda upp betalningsbevis',
  },
  'does.receipt': {
    en: 'the receipt of a paid order',
    nl: 'de kwitantie van een betaalde order',
    sv: 'kvittot på en betald order',
  },
  'does.cancel': {
    en: 'cancel an unpaid order',
    nl: 'een onbetaalde order annuleren',
    sv: 'annullera en obetald order',
  },
  'does.stop': {
    en: 'leave what we are doing; nothing changes',
    nl: 'stoppen waarmee we bezig zijn; er verandert niets',
    sv: 'lämna det vi håller på med; inget ändras',
  },
  'does.language': {
    en: 'English, Nederlands or svenska',
    nl: 'English, Nederlands of svenska',
    sv: 'English, Nederlands eller svenska',
  },
  competencyName: {
    en: 'a competency’s name',
    nl: 'naam van een competentie',
    sv: 'namnet på en kompetens',
  },
  competencyNameDoes: {
    en: 'its offers; part of the name will do',
    nl: 'de aanbiedingen ervan; een deel van de naam volstaat',
    sv: 'erbjudanden för den; en del av namnet räcker',
  },
  anOrderNumber: { en: 'an order number', nl: 'een ordernummer', sv: 'ett ordernummer' },
  orderNumberDoes: { en: 'that order', nl: 'die order', sv: 'den ordern' },
  readMore: { en: 'Read more', nl: 'Meer lezen', sv: 'Läs mer' },
  'link.competencies': {
    en: 'Competencies: benefits and requirements ↗',
    nl: 'Competenties: voordelen en vereisten ↗',
    sv: 'Kompetenser: förmåner och krav ↗',
  },
  'link.licences': { en: 'Licence tables ↗', nl: 'Licentietabellen ↗', sv: 'Licenstabeller ↗' },
  'link.compareOffers': {
    en: 'Compare offers ↗',
    nl: 'Aanbiedingen vergelijken ↗',
    sv: 'Jämför erbjudanden ↗',
  },
  'link.joinNetwork': {
    en: 'Join the network ↗',
    nl: 'Aansluiten bij het netwerk ↗',
    sv: 'Gå med i nätverket ↗',
  },
  'link.roles': {
    en: 'Roles and what they allow ↗',
    nl: 'Rollen en hun bevoegdheden ↗',
    sv: 'Roller och behörigheter ↗',
  },
  'link.findGlobalAdmin': {
    en: 'Find your global admin ↗',
    nl: 'Uw globale beheerder vinden ↗',
    sv: 'Hitta er globala administratör ↗',
  },
  'link.taxId': {
    en: 'Tax ID ↗',
    nl: 'Btw-/fiscaal nummer ↗',
    sv: 'Moms-/skatteregistreringsnummer ↗',
  },
  'link.addresses': {
    en: 'Bill-to and sold-to address ↗',
    nl: 'Factuuradres en adres van de koper ↗',
    sv: 'Faktureringsadress och köparens adress ↗',
  },
  'link.agreement': {
    en: 'MPN Offer Purchase Terms and Conditions ↗',
    nl: 'Aankoopvoorwaarden voor MPN-aanbiedingen ↗',
    sv: 'Köpvillkor för MPN-erbjudanden ↗',
  },
  'link.support': { en: 'Support ↗', nl: 'Ondersteuning ↗', sv: 'Support ↗' },
  localPage: {
    en: 'Companion page (local mode) ↗',
    nl: 'Begeleidende pagina (lokale modus) ↗',
    sv: 'Följesida (lokalt läge) ↗',
  },
  nextSteps: { en: 'Next steps', nl: 'Volgende stappen', sv: 'Nästa steg' },
  nextStepsBuy: {
    en: 'Choose a competency and see its offers, or look at what is still to be paid.',
    nl: 'Kies een competentie en bekijk de aanbiedingen, of bekijk wat nog betaald moet worden.',
    sv: 'Välj en kompetens och se erbjudandena, eller se vad som återstår att betala.',
  },
  nextStepsNoRole: {
    en: 'You can look at offers and fees; to buy, ask for a role first.',
    nl: 'U kunt aanbiedingen en kosten bekijken; vraag eerst een rol aan om te kopen.',
    sv: 'Du kan se erbjudanden och avgifter; be om en roll för att kunna köpa.',
  },
} as const satisfies Entries;
