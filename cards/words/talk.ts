import type { Entries } from './entry.ts';

/** What is said beside the cards. */
export const talkWords = {
  stranger: {
    en: 'Your organisation is not known here as a partner. You can join the network at {link}',
    nl: 'Uw organisatie is hier niet bekend als partner. U kunt zich bij het netwerk aansluiten via {link}',
    sv: 'Ert företag är inte registrerat som partner här. Ni kan gå med i nätverket på {link}',
  },
  operatorHere: {
    en: 'You are signed in as an operator. Operators act on partners’ orders; buying is for partners’ own admins.',
    nl: 'U bent aangemeld als operator. Operators behandelen orders van partners; kopen doen de beheerders van de partner zelf.',
    sv: 'Du är inloggad som operatör. Operatörer hanterar partnernas ordrar; köpen sköts av partnernas egna administratörer.',
  },
  groupChat: {
    en: 'Orders and payments are private, so please write to me in a personal chat.',
    nl: 'Orders en betalingen zijn vertrouwelijk. Stuur mij daarom een bericht in een persoonlijke chat.',
    sv: 'Ordrar och betalningar är konfidentiella. Skriv därför till mig i en personlig chatt.',
  },
  fault: {
    en: 'Sorry, something went wrong on our side. Please try again. If it happens again, give support this reference: {reference}',
    nl: 'Excuses, er is bij ons iets misgegaan. Probeer het opnieuw. Gebeurt het nog eens, geef dan deze referentie door aan de ondersteuning: {reference}',
    sv: 'Tyvärr gick något fel hos oss. Försök igen. Om det händer igen, uppge den här referensen till supporten: {reference}',
  },
  notSaved: {
    en: 'Sorry, this could not be saved, so nothing was changed. Please try again in a few minutes. Reference: {reference}',
    nl: 'Excuses, dit kon niet worden opgeslagen; er is niets gewijzigd. Probeer het over een paar minuten opnieuw. Referentie: {reference}',
    sv: 'Tyvärr kunde detta inte sparas, så ingenting har ändrats. Försök igen om några minuter. Referens: {reference}',
  },
  dialogGone: {
    en: 'I was updated in the meantime and lost track of what we were doing. Nothing was changed; please start again.',
    nl: 'Ik ben intussen bijgewerkt en weet niet meer waar we waren. Er is niets gewijzigd; begin alstublieft opnieuw.',
    sv: 'Jag har uppdaterats under tiden och vet inte längre var vi var. Ingenting har ändrats; börja gärna om.',
  },
  oldCard: {
    en: 'This card is no longer current. Nothing was changed.',
    nl: 'Deze kaart is niet meer actueel. Er is niets gewijzigd.',
    sv: 'Det här kortet är inte längre aktuellt. Ingenting har ändrats.',
  },
  nothingAsked: {
    en: 'I have not asked anything, so nothing was bought or changed. What would you like to do?',
    nl: 'Ik heb u niets gevraagd; er is dus niets gekocht of gewijzigd. Wat wilt u doen?',
    sv: 'Jag har inte frågat något, så ingenting har köpts eller ändrats. Vad vill du göra?',
  },
  notUnderstood: {
    en: 'I did not understand that. Type the name of a competency, or choose one of these.',
    nl: 'Dat heb ik niet begrepen. Typ de naam van een competentie of maak hier een keuze.',
    sv: 'Det förstod jag inte. Skriv namnet på en kompetens eller välj något av följande.',
  },
  useTheCard: {
    en: 'Please go on in the card above, or type “stop” to leave; nothing will be changed.',
    nl: 'Ga verder in de kaart hierboven, of typ ‘stop’ om te stoppen; er wordt dan niets gewijzigd.',
    sv: 'Fortsätt i kortet ovan, eller skriv ”avsluta” för att avbryta; då ändras ingenting.',
  },
  whichLevel: {
    en: 'Silver or gold?',
    nl: 'Silver of gold?',
    sv: 'Silver eller guld?',
  },
  stopped: {
    en: 'Stopped. Nothing was changed.',
    nl: 'Gestopt. Er is niets gewijzigd.',
    sv: 'Avslutat. Ingenting har ändrats.',
  },
  nothingToStop: {
    en: 'There is nothing to stop.',
    nl: 'Er is niets om te stoppen.',
    sv: 'Det finns inget att avsluta.',
  },
  languageChanged: {
    en: 'From now on I will speak English.',
    nl: 'Vanaf nu spreek ik Nederlands.',
    sv: 'Från och med nu pratar jag svenska.',
  },
  fileNotExpected: {
    en: 'No order is waiting for a payment proof, so I have not kept the file.',
    nl: 'Er is geen order die op een betalingsbewijs wacht. Ik heb het bestand dus niet bewaard.',
    sv: 'Ingen order väntar på ett betalningsbevis, så jag har inte sparat filen.',
  },
  severalFiles: {
    en: 'Please send one file at a time. I have taken none of these.',
    nl: 'Stuur één bestand tegelijk. Ik heb geen van deze bestanden aangenomen.',
    sv: 'Skicka en fil i taget. Jag har inte tagit emot någon av dessa.',
  },
  cardNumberSeen: {
    en: 'That looks like a card number. I have not kept it; please delete your message. Card details are only ever entered on the payment page.',
    nl: 'Dat lijkt op een kaartnummer. Ik heb het niet bewaard; verwijder uw bericht. Kaartgegevens vult u alleen in op de betaalpagina.',
    sv: 'Det där ser ut som ett kortnummer. Jag har inte sparat det; radera ditt meddelande. Kortuppgifter anges bara på betalningssidan.',
  },
  orderNotFound: {
    en: 'There is no order {number} at your organisation.',
    nl: 'Uw organisatie heeft geen order {number}.',
    sv: 'Ert företag har ingen order {number}.',
  },
  noOrderForProof: {
    en: 'No order is waiting for a payment proof.',
    nl: 'Er is geen order die op een betalingsbewijs wacht.',
    sv: 'Ingen order väntar på ett betalningsbevis.',
  },
  noOrderToCancel: {
    en: 'There is no order that can be cancelled.',
    nl: 'Er is geen order die geannuleerd kan worden.',
    sv: 'Det finns ingen order som kan annulleras.',
  },
  kept: {
    en: 'Order {number} has not been cancelled.',
    nl: 'Order {number} is niet geannuleerd.',
    sv: 'Order {number} har inte annullerats.',
  },
} as const satisfies Entries;
