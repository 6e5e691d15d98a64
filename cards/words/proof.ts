import type { Entries } from './entry.ts';

/** Handing in a payment proof. */
export const proofWords = {
  paymentProof: { en: 'Payment proof', nl: 'Betalingsbewijs', sv: 'Betalningsbevis' },
  paymentDate: { en: 'Payment date', nl: 'Betalingsdatum', sv: 'Betalningsdatum' },
  paidToAccount: {
    en: 'Paid to account number',
    nl: 'Overgemaakt naar rekeningnummer',
    sv: 'Inbetalt till kontonummer',
  },
  transactionRef: {
    en: 'Transaction/Ref no',
    nl: 'Transactie-/referentienummer',
    sv: 'Transaktions-/referensnummer',
  },
  optional: { en: '{label} (optional)', nl: '{label} (optioneel)', sv: '{label} (valfritt)' },
  mustShow: {
    en: 'The bank’s confirmation must show:',
    nl: 'Op de bevestiging van de bank moet te zien zijn:',
    sv: 'Bankens bekräftelse ska visa:',
  },
  onOrAfter: { en: '{day} or later', nl: '{day} of later', sv: '{day} eller senare' },
  amount: { en: 'Amount', nl: 'Bedrag', sv: 'Belopp' },
  howToAttach: {
    en: 'Photo or PDF (PDF, JPEG or PNG, at most 5 MB): attach it with 📎 below and send it in this chat. File and details may come in either order.',
    nl: 'Foto of PDF (PDF, JPEG of PNG, hooguit 5 MB): voeg het bestand hieronder toe met 📎 en verstuur het in deze chat. Bestand en gegevens mogen in willekeurige volgorde.',
    sv: 'Foto eller PDF (PDF, JPEG eller PNG, högst 5 MB): bifoga filen med 📎 nedan och skicka den i den här chatten. Fil och uppgifter kan komma i valfri ordning.',
  },
  localFile: {
    en: 'In local mode, hand over the file on the companion page ↗',
    nl: 'In de lokale modus geeft u het bestand op de begeleidende pagina ↗',
    sv: 'I lokalt läge lämnar du filen på följesidan ↗',
  },
  haveFile: {
    en: '✔ File: {name} ({size})',
    nl: '✔ Bestand: {name} ({size})',
    sv: '✔ Fil: {name} ({size})',
  },
  lackFile: {
    en: '✖ File: still missing',
    nl: '✖ Bestand: ontbreekt nog',
    sv: '✖ Fil: saknas ännu',
  },
  haveFields: { en: '✔ Details: there', nl: '✔ Gegevens: ingevuld', sv: '✔ Uppgifter: ifyllda' },
  lackFields: {
    en: '✖ Details: still missing',
    nl: '✖ Gegevens: ontbreken nog',
    sv: '✖ Uppgifter: saknas ännu',
  },
  dateMissing: {
    en: 'Enter the payment date.',
    nl: 'Vul de betalingsdatum in.',
    sv: 'Ange betalningsdatum.',
  },
  dateUnreadable: {
    en: '“{typed}” can’t be read as a date. Write it as 2026-11-21, for instance.',
    nl: '‘{typed}’ is niet als datum te lezen. Schrijf de datum bijvoorbeeld als 2026-11-21.',
    sv: '”{typed}” kan inte läsas som ett datum. Skriv det till exempel som 2026-11-21.',
  },
  accountMissing: {
    en: 'Enter the account number that you paid to.',
    nl: 'Vul het rekeningnummer in waarnaar u hebt overgemaakt.',
    sv: 'Ange det kontonummer som du betalade till.',
  },
  'maybeCardNumber.account': {
    en: 'What you entered as the account number could be a card number, so I have not kept it. Is it really an account number? Then enter it once more and submit.',
    nl: 'Wat u als rekeningnummer hebt ingevuld, kan een kaartnummer zijn; ik heb het daarom niet bewaard. Is het echt een rekeningnummer? Vul het dan nog een keer in en dien het in.',
    sv: 'Det du angav som kontonummer kan vara ett kortnummer, så jag har inte sparat det. Är det verkligen ett kontonummer? Ange det då en gång till och skicka.',
  },
  'maybeCardNumber.reference': {
    en: 'What you entered as the transaction or reference number could be a card number, so I have not kept it. Is it really a reference? Then enter it once more and submit.',
    nl: 'Wat u als transactie- of referentienummer hebt ingevuld, kan een kaartnummer zijn; ik heb het daarom niet bewaard. Is het echt een referentie? Vul het dan nog een keer in en dien het in.',
    sv: 'Det du angav som transaktions- eller referensnummer kan vara ett kortnummer, så jag har inte sparat det. Är det verkligen en referens? Ange den då en gång till och skicka.',
  },
  sendDetails: { en: 'Submit', nl: 'Indienen', sv: 'Skicka' },
  replacesProof: {
    en: 'A new proof replaces the one from {at}, which is kept.',
    nl: 'Een nieuw bewijs vervangt dat van {at}; dat blijft bewaard.',
    sv: 'Ett nytt bevis ersätter det från {at}, som sparas.',
  },
  handedIn: { en: 'Handed in', nl: 'Ingediend', sv: 'Inlämnat' },
  file: { en: 'File', nl: 'Bestand', sv: 'Fil' },
  right: { en: '{value} ✔', nl: '{value} ✔', sv: '{value} ✔' },
  wrong: { en: '{value} ✖ {why}', nl: '{value} ✖ {why}', sv: '{value} ✖ {why}' },
  'mark.futureDate': {
    en: 'lies in the future',
    nl: 'ligt in de toekomst',
    sv: 'ligger i framtiden',
  },
  'mark.dateBeforeOrder': {
    en: 'is before the order',
    nl: 'ligt vóór de order',
    sv: 'är före beställningen',
  },
  'mark.otherAccount': {
    en: 'is not the account of this order',
    nl: 'is niet de rekening van deze order',
    sv: 'är inte den här orderns konto',
  },
  'mark.alsoFor': {
    en: 'was handed in for another order too',
    nl: 'is ook voor een andere order ingediend',
    sv: 'har lämnats in för en annan order också',
  },
  rejectedBecause: { en: 'Reason: {reason}', nl: 'Reden: {reason}', sv: 'Orsak: {reason}' },
  sendAnother: {
    en: 'Please upload a new proof.',
    nl: 'Upload een nieuw bewijs.',
    sv: 'Ladda upp ett nytt bevis.',
  },
} as const satisfies Entries;
