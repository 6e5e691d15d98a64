import type { Entries } from './entry.ts';

/** Renewing a membership. */
export const renewalWords = {
  renew: { en: 'Renew', nl: 'Verlengen', sv: 'Förnya' },
  'typed.renew': { en: 'renew', nl: 'verlengen', sv: 'förnya' },
  'does.renew': {
    en: 'renew a membership in its renewal window',
    nl: 'een lidmaatschap verlengen in de verlengingsperiode',
    sv: 'förnya ett medlemskap under förnyelseperioden',
  },
  renewalYear: {
    en: 'Renewal: the new year runs from {from} to {to}.',
    nl: 'Verlenging: het nieuwe jaar loopt van {from} t/m {to}.',
    sv: 'Förnyelse: det nya året löper från och med den {from} till och med den {to}.',
  },
  'renew.forWhich': {
    en: 'For which competency do you want to renew the {membership}?',
    nl: 'Voor welke competentie wilt u het {membership} verlengen?',
    sv: 'Vilken kompetens vill du förnya ert {membership} för?',
  },
  'renew.noLongerMet': {
    en: 'Your organisation no longer meets the requirements of {competency}.',
    nl: 'Uw organisatie voldoet niet meer aan de vereisten van {competency}.',
    sv: 'Ert företag uppfyller inte längre kraven för {competency}.',
  },
  'renew.noneMet': {
    en: 'Your {membership} can’t be renewed: your organisation meets the {level} requirements of no competency any more.',
    nl: 'Uw {membership} kan niet worden verlengd: uw organisatie voldoet voor geen enkele competentie meer aan de {level}-vereisten.',
    sv: 'Ert {membership} kan inte förnyas: ert företag uppfyller inte längre kraven för {level} i någon kompetens.',
  },
  'renew.notYet': {
    en: 'Your {membership} is active until {anniversary}. It can be renewed from {opens} to {closes}.',
    nl: 'Uw {membership} is actief tot en met {anniversary}. Verlengen kan van {opens} t/m {closes}.',
    sv: 'Ert {membership} är aktivt till och med den {anniversary}. Det kan förnyas från och med den {opens} till och med den {closes}.',
  },
  'renew.lapsed': {
    en: 'Your {membership} could be renewed until {closes} and has expired. You can buy it again.',
    nl: 'Uw {membership} kon tot en met {closes} worden verlengd en is verlopen. U kunt het opnieuw kopen.',
    sv: 'Ert {membership} kunde förnyas till och med den {closes} och har gått ut. Du kan köpa det igen.',
  },
  'renew.lapsedUnmet': {
    en: 'Your {membership} could be renewed until {closes} and has expired. It can be bought again once your organisation meets the requirements.',
    nl: 'Uw {membership} kon tot en met {closes} worden verlengd en is verlopen. Opnieuw kopen kan zodra uw organisatie aan de vereisten voldoet.',
    sv: 'Ert {membership} kunde förnyas till och med den {closes} och har gått ut. Det kan köpas igen när ert företag uppfyller kraven.',
  },
  'reminder.unmet': {
    en: 'Requirements no longer met: {what}',
    nl: 'Niet meer aan de vereisten voldaan: {what}',
    sv: 'Kraven uppfylls inte längre: {what}',
  },
  'reminder.unmetNext': {
    en: 'The benefits go on until {closes}. If your organisation meets the requirements again by then, it can still be renewed.',
    nl: 'De voordelen lopen door tot en met {closes}. Voldoet uw organisatie uiterlijk dan weer aan de vereisten, dan is verlengen nog mogelijk.',
    sv: 'Förmånerna gäller till och med den {closes}. Om ert företag uppfyller kraven igen senast den dagen kan det fortfarande förnyas.',
  },
  'reminder.lapsedUnmet': {
    en: 'It could be renewed until {day}. It can be bought again once your organisation meets the requirements.',
    nl: 'Verlengen kon tot en met {day}. Opnieuw kopen kan zodra uw organisatie aan de vereisten voldoet.',
    sv: 'Det kunde förnyas till och med den {day}. Det kan köpas igen när ert företag uppfyller kraven.',
  },
  'renew.none': {
    en: 'There is no membership to renew.',
    nl: 'Er is geen lidmaatschap om te verlengen.',
    sv: 'Det finns inget medlemskap att förnya.',
  },
} as const satisfies Entries;
