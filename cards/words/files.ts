import type { Entries } from './entry.ts';

/** Why a file can't serve as a payment proof, and what to send instead. */
export const fileWords = {
  'file.wrongType': {
    en: 'This file can’t be used: it is {seen}. Please send a PDF, JPEG or PNG.',
    nl: 'Dit bestand kan niet worden gebruikt: het is {seen}. Stuur een PDF, JPEG of PNG.',
    sv: 'Den här filen kan inte användas: den är {seen}. Skicka en PDF, JPEG eller PNG.',
  },
  'file.wrongTypeUnknown': {
    en: 'This file can’t be used. Please send a PDF, JPEG or PNG.',
    nl: 'Dit bestand kan niet worden gebruikt. Stuur een PDF, JPEG of PNG.',
    sv: 'Den här filen kan inte användas. Skicka en PDF, JPEG eller PNG.',
  },
  'file.empty': {
    en: 'This file is empty. Please send it again.',
    nl: 'Dit bestand is leeg. Stuur het opnieuw.',
    sv: 'Filen är tom. Skicka den igen.',
  },
  'file.tooLarge': {
    en: 'This file is larger than 5 MB. Please send a smaller one, such as a photo of the confirmation.',
    nl: 'Dit bestand is groter dan 5 MB. Stuur een kleiner bestand, bijvoorbeeld een foto van de bevestiging.',
    sv: 'Filen är större än 5 MB. Skicka en mindre fil, till exempel ett foto av bekräftelsen.',
  },
  'file.encrypted': {
    en: 'This PDF is protected with a password. Please send it without one, or a photo of it.',
    nl: 'Deze PDF is met een wachtwoord beveiligd. Stuur hem zonder wachtwoord, of stuur een foto.',
    sv: 'PDF-filen är lösenordsskyddad. Skicka den utan lösenord, eller ett foto av den.',
  },
  'file.tooManyPages': {
    en: 'This PDF has more than {most, plural, one {# page} other {# pages}}. Please send only the bank’s confirmation.',
    nl: 'Deze PDF heeft meer dan {most, plural, one {# pagina} other {# pagina’s}}. Stuur alleen de bevestiging van de bank.',
    sv: 'PDF-filen har mer än {most, plural, one {# sida} other {# sidor}}. Skicka bara bankens bekräftelse.',
  },
  'file.tooManyPixels': {
    en: 'This picture is too large. Please send it in a lower resolution.',
    nl: 'Deze afbeelding is te groot. Stuur haar in een lagere resolutie.',
    sv: 'Bilden är för stor. Skicka den med lägre upplösning.',
  },
  'file.damaged': {
    en: 'This file is damaged and can’t be opened. Please send it again, or a photo of it.',
    nl: 'Dit bestand is beschadigd en kan niet worden geopend. Stuur het opnieuw, of stuur een foto.',
    sv: 'Filen är skadad och kan inte öppnas. Skicka den igen, eller ett foto av den.',
  },
  'file.host': {
    en: 'I can’t fetch files from there. Please attach the file to a message in this chat.',
    nl: 'Vanaf die plek kan ik geen bestanden ophalen. Voeg het bestand toe aan een bericht in deze chat.',
    sv: 'Därifrån kan jag inte hämta filer. Bifoga filen i ett meddelande i den här chatten.',
  },
  'file.gone': {
    en: 'The file is no longer there. Please attach it again.',
    nl: 'Het bestand is er niet meer. Voeg het opnieuw toe.',
    sv: 'Filen finns inte kvar. Bifoga den igen.',
  },
  'file.page': {
    en: 'Teams gave me a web page instead of the file. Please send it from another device, or as a photo.',
    nl: 'Teams gaf mij een webpagina in plaats van het bestand. Stuur het vanaf een ander apparaat, of stuur een foto.',
    sv: 'Teams gav mig en webbsida i stället för filen. Skicka den från en annan enhet, eller som ett foto.',
  },
  'file.error': {
    en: 'The file could not be fetched. Please attach it again.',
    nl: 'Het bestand kon niet worden opgehaald. Voeg het opnieuw toe.',
    sv: 'Filen kunde inte hämtas. Bifoga den igen.',
  },
  'file.slow': {
    en: 'Fetching the file took too long. Please attach it again, or send a smaller one.',
    nl: 'Het ophalen van het bestand duurde te lang. Voeg het opnieuw toe, of stuur een kleiner bestand.',
    sv: 'Det tog för lång tid att hämta filen. Bifoga den igen, eller skicka en mindre fil.',
  },
} as const satisfies Entries;
