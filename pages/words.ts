import type { Entries } from '../cards/words/entry.ts';

/** What the pages say, in whole sentences without gaps. Terms that cards use too come from there. */
export const pageWords = {
  payTitle: { en: 'Pay by credit card', nl: 'Betalen met creditcard', sv: 'Betala med kreditkort' },
  leaving: {
    en: 'This leaves Microsoft Teams: payment is made in the browser, on the secure page of our payment provider.',
    nl: 'U verlaat Microsoft Teams: betaald wordt in de browser, op de beveiligde pagina van onze betaaldienst.',
    sv: 'Du lämnar Microsoft Teams: betalningen görs i webbläsaren, på betaltjänstens säkra sida.',
  },
  cardAddress: {
    en: 'The address and zip code asked for there are those of the card, not of the legal entity.',
    nl: 'Het adres en de postcode die daar worden gevraagd, zijn die van de kaart, niet die van de rechtspersoon.',
    sv: 'Adressen och postnumret som efterfrågas där är kortets, inte den juridiska personens.',
  },
  openPage: { en: 'Open payment page ↗', nl: 'Betaalpagina openen ↗', sv: 'Öppna betalningssidan ↗' },
  opening: {
    en: 'Opening the payment page …',
    nl: 'De betaalpagina wordt geopend …',
    sv: 'Betalningssidan öppnas …',
  },
  troubleTitle: {
    en: 'The payment page can’t be opened right now',
    nl: 'De betaalpagina kan nu niet worden geopend',
    sv: 'Betalningssidan kan inte öppnas just nu',
  },
  trouble: {
    en: 'The payment page can’t be opened right now. Nothing has been charged. Please try again in a minute.',
    nl: 'De betaalpagina kan nu niet worden geopend. Er is niets afgeschreven. Probeer het over een minuut opnieuw.',
    sv: 'Betalningssidan kan inte öppnas just nu. Inget har dragits. Försök igen om en minut.',
  },
  refusedTitle: {
    en: 'This order can’t be paid here',
    nl: 'Deze order kan hier niet worden betaald',
    sv: 'Den här ordern kan inte betalas här',
  },
  confirmingTitle: {
    en: 'Confirming the payment …',
    nl: 'De betaling wordt bevestigd …',
    sv: 'Betalningen bekräftas …',
  },
  confirming: {
    en: 'We are waiting for the payment provider’s word. It usually takes a few seconds.',
    nl: 'Wij wachten op bericht van de betaaldienst. Dat duurt meestal enkele seconden.',
    sv: 'Vi väntar på besked från betaltjänsten. Det tar oftast några sekunder.',
  },
  paidTitle: {
    en: 'Paid: the membership is active',
    nl: 'Betaald: het lidmaatschap is actief',
    sv: 'Betalt: medlemskapet är aktivt',
  },
  paid: {
    en: 'The chat shows until when, and has the receipt.',
    nl: 'In de chat staat tot wanneer, en daar vindt u de kwitantie.',
    sv: 'Chatten visar till och med vilken dag, och där finns kvittot.',
  },
  endedTitle: {
    en: 'The payment page was closed before payment',
    nl: 'De betaalpagina is gesloten voordat er betaald was',
    sv: 'Betalningssidan stängdes innan något betalades',
  },
  ended: {
    en: 'Nothing has been charged, and the order still stands. The chat offers another try, or a bank transfer instead.',
    nl: 'Er is niets afgeschreven en de order staat er nog. In de chat kunt u het opnieuw proberen of voor een bankoverboeking kiezen.',
    sv: 'Inget har dragits och ordern finns kvar. I chatten kan du försöka igen eller välja banköverföring i stället.',
  },
  goneTitle: {
    en: 'This order is no longer waiting for a card payment',
    nl: 'Deze order wacht niet meer op een kaartbetaling',
    sv: 'Den här ordern väntar inte längre på kortbetalning',
  },
  gone: {
    en: 'The chat shows how the order stands.',
    nl: 'In de chat ziet u hoe het met de order staat.',
    sv: 'I chatten ser du hur det står till med ordern.',
  },
  slowTitle: {
    en: 'The confirmation takes longer than usual',
    nl: 'De bevestiging duurt langer dan gewoonlijk',
    sv: 'Bekräftelsen dröjer längre än vanligt',
  },
  slow: {
    en: 'This page can be closed. The chat says so as soon as the payment is confirmed; please don’t pay again.',
    nl: 'U kunt deze pagina sluiten. Zodra de betaling bevestigd is, staat dat in de chat; betaal niet opnieuw.',
    sv: 'Du kan stänga sidan. Chatten säger till så snart betalningen är bekräftad; betala inte igen.',
  },
  cancelledTitle: { en: 'Not paid', nl: 'Niet betaald', sv: 'Inte betalt' },
  cancelled: {
    en: 'Nothing has been charged. The order waits in the chat, with the button that opens the payment page again.',
    nl: 'Er is niets afgeschreven. De order staat in de chat klaar, met de knop die de betaalpagina opnieuw opent.',
    sv: 'Inget har dragits. Ordern väntar i chatten, med knappen som öppnar betalningssidan igen.',
  },
  expiredTitle: {
    en: 'This link has expired',
    nl: 'Deze link is verlopen',
    sv: 'Länken har gått ut',
  },
  expired: {
    en: 'Get a new one from the chat in Microsoft Teams: type the order number there, and the order comes with new buttons.',
    nl: 'Haal een nieuwe op in de chat in Microsoft Teams: typ daar het ordernummer en u krijgt de order met nieuwe knoppen.',
    sv: 'Hämta en ny i chatten i Microsoft Teams: skriv ordernumret där, så kommer ordern med nya knappar.',
  },
  notFoundTitle: {
    en: 'There is nothing here',
    nl: 'Hier is niets te vinden',
    sv: 'Här finns inget',
  },
  notFound: {
    en: 'The link is not complete, or not ours. The chat in Microsoft Teams has the right one.',
    nl: 'De link is niet volledig, of niet van ons. In de chat in Microsoft Teams staat de juiste.',
    sv: 'Länken är inte fullständig, eller inte vår. Den rätta finns i chatten i Microsoft Teams.',
  },
  noReceiptTitle: {
    en: 'There is no receipt yet',
    nl: 'Er is nog geen kwitantie',
    sv: 'Det finns inget kvitto ännu',
  },
  noReceipt: {
    en: 'An order has a receipt once it is paid in full.',
    nl: 'Een order krijgt er een zodra die volledig is betaald.',
    sv: 'En order har ett kvitto när den är betald i sin helhet.',
  },
  dateLinkExpired: {
    en: 'Get a new one from the chat in Microsoft Teams: type “reminders” there.',
    nl: 'Haal een nieuwe op in de chat in Microsoft Teams: typ daar ‘herinneringen’.',
    sv: 'Hämta en ny i chatten i Microsoft Teams: skriv ”påminnelser” där.',
  },
  exportLinkExpired: {
    en: 'Get a new one from the chat in Microsoft Teams: type “export” there.',
    nl: 'Haal een nieuwe op in de chat in Microsoft Teams: typ daar ‘exporteren’.',
    sv: 'Hämta en ny i chatten i Microsoft Teams: skriv ”exportera” där.',
  },
  noDateTitle: {
    en: 'There is no such date any more',
    nl: 'Deze datum is er niet meer',
    sv: 'Datumet finns inte längre',
  },
  noDate: {
    en: 'It has been settled or is over. The chat in Microsoft Teams shows how things stand.',
    nl: 'De zaak is afgehandeld of voorbij. In de chat in Microsoft Teams ziet u hoe het ervoor staat.',
    sv: 'Saken är klar eller över. Chatten i Microsoft Teams visar hur det ligger till.',
  },
  backToTeams: {
    en: 'Go back to Microsoft Teams: everything else is in the chat there.',
    nl: 'Ga terug naar Microsoft Teams: al het andere vindt u daar in de chat.',
    sv: 'Gå tillbaka till Microsoft Teams: allt annat finns i chatten där.',
  },
} as const satisfies Entries;

export type PageWord = keyof typeof pageWords;
