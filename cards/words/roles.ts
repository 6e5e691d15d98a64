import type { Entries } from './entry.ts';

/** Who may do what; asking for a role, granting and declining it. */
export const roleWords = {
  roles: { en: 'Roles', nl: 'Rollen', sv: 'Roller' },
  'role.globalAdmin': { en: 'global admin', nl: 'globale beheerder', sv: 'global administratör' },
  'role.mpnPartnerAdmin': {
    en: 'MPN partner admin',
    nl: 'MPN-partnerbeheerder',
    sv: 'MPN-partneradministratör',
  },
  'role.accountAdmin': { en: 'account admin', nl: 'accountbeheerder', sv: 'kontoadministratör' },
  yourRoles: { en: 'Your roles', nl: 'Uw rollen', sv: 'Dina roller' },
  noRole: { en: 'none', nl: 'geen', sv: 'inga' },
  youMay: { en: 'You may', nl: 'U mag', sv: 'Du får' },
  globalAdmins: { en: 'Global admins', nl: 'Globale beheerders', sv: 'Globala administratörer' },
  whatRolesAllow: { en: 'What the roles allow', nl: 'Wat de rollen toestaan', sv: 'Vad rollerna tillåter' },
  'allows.buy': {
    en: 'buy, pay, upload payment proof, cancel, ask for a refund',
    nl: 'kopen, betalen, betalingsbewijs uploaden, annuleren, terugbetaling aanvragen',
    sv: 'köpa, betala, ladda upp betalningsbevis, annullera, begära återbetalning',
  },
  'allows.look': {
    en: 'see offers and fees',
    nl: 'aanbiedingen en kosten bekijken',
    sv: 'se erbjudanden och avgifter',
  },
  'allows.grantAny': {
    en: 'give colleagues any role',
    nl: 'collega’s elke rol toewijzen',
    sv: 'tilldela kollegor vilken roll som helst',
  },
  'allows.grantPartnerAdmin': {
    en: 'make colleagues MPN partner admin',
    nl: 'collega’s de rol MPN-partnerbeheerder toewijzen',
    sv: 'tilldela kollegor rollen MPN-partneradministratör',
  },
  askPerson: { en: 'Ask {name}', nl: '{name} vragen', sv: 'Fråga {name}' },
  askedBefore: {
    en: '{name} was asked on {day} and has not answered yet.',
    nl: 'Op {day} aan {name} gevraagd; er is nog geen antwoord.',
    sv: '{name} fick frågan den {day} och har inte svarat än.',
  },
  nobodyReachable: {
    en: 'I can’t reach any of them here.',
    nl: 'Ik kan hier niemand van hen bereiken.',
    sv: 'Jag kan inte nå någon av dem här.',
  },
  hasBeenAsked: {
    en: '{name} has been asked to give you a role.',
    nl: 'Aan {name} is gevraagd om u een rol toe te wijzen.',
    sv: '{name} har fått frågan om att ge dig en roll.',
  },
  answerComes: {
    en: 'You will read the answer here.',
    nl: 'U krijgt het antwoord hier.',
    sv: 'Du får svaret här.',
  },
  asksForRole: { en: '{name} asks for a role', nl: '{name} vraagt om een rol', sv: '{name} ber om en roll' },
  wantsToBuy: {
    en: 'To buy and pay here for {organisation}, this person needs a role.',
    nl: 'Om hier voor {organisation} te kopen en te betalen heeft deze persoon een rol nodig.',
    sv: 'För att köpa och betala här för {organisation} behöver personen en roll.',
  },
  personName: { en: 'Name', nl: 'Naam', sv: 'Namn' },
  personEmail: { en: 'Email', nl: 'E-mail', sv: 'E-post' },
  askedOn: { en: 'Asked on', nl: 'Gevraagd op', sv: 'Begärd den' },
  isGuest: {
    en: 'A guest of your organisation.',
    nl: 'Gastgebruiker bij uw organisatie.',
    sv: 'Gästanvändare hos ert företag.',
  },
  isNotListed: {
    en: 'Not in your organisation’s list of people; with a role this person is added to it.',
    nl: 'Staat niet op de personenlijst van uw organisatie; met een rol wordt deze persoon eraan toegevoegd.',
    sv: 'Finns inte i ert företags personlista; med en roll läggs personen till i den.',
  },
  nameFromTeams: {
    en: 'The name is the one that Teams gives. Make sure who it is before you grant a role.',
    nl: 'De naam is zoals Teams die doorgeeft. Ga na wie het is voordat u een rol toewijst.',
    sv: 'Namnet är det som Teams anger. Kontrollera vem det är innan du tilldelar en roll.',
  },
  whichRole: { en: 'Role', nl: 'Rol', sv: 'Roll' },
  chooseRole: { en: 'Please choose a role.', nl: 'Kies een rol.', sv: 'Välj en roll.' },
  grantRole: { en: 'Grant role', nl: 'Rol toewijzen', sv: 'Tilldela roll' },
  declineRole: { en: 'Decline', nl: 'Weigeren', sv: 'Avslå' },
  'given.byYou': {
    en: 'You gave {to} the role of {role} on {day}.',
    nl: 'U hebt {to} op {day} de rol {role} toegewezen.',
    sv: 'Du tilldelade {to} rollen {role} den {day}.',
  },
  'given.toYou': {
    en: '{by} gave you the role of {role} on {day}.',
    nl: '{by} heeft u op {day} de rol {role} toegewezen.',
    sv: '{by} tilldelade dig rollen {role} den {day}.',
  },
  'given.byOther': {
    en: '{by} gave {to} the role of {role} on {day}.',
    nl: '{by} heeft {to} op {day} de rol {role} toegewezen.',
    sv: '{by} tilldelade {to} rollen {role} den {day}.',
  },
  'declined.byYou': {
    en: 'You declined {to}’s request for a role on {day}.',
    nl: 'U hebt het verzoek van {to} om een rol op {day} geweigerd.',
    sv: 'Du avslog den {day} en begäran om en roll från {to}.',
  },
  'declined.toYou': {
    en: '{by} declined your request for a role on {day}.',
    nl: '{by} heeft uw verzoek om een rol op {day} geweigerd.',
    sv: '{by} avslog den {day} din begäran om en roll.',
  },
  youMayNow: { en: 'You can now: {what}.', nl: 'U kunt nu: {what}.', sv: 'Nu kan du: {what}.' },
  stillLook: {
    en: 'Offers and fees are still there to see.',
    nl: 'Aanbiedingen en kosten kunt u blijven bekijken.',
    sv: 'Erbjudanden och avgifter kan du fortfarande se.',
  },
  giveColleague: {
    en: 'Give a colleague a role',
    nl: 'Een collega een rol toewijzen',
    sv: 'Tilldela en kollega en roll',
  },
  colleague: { en: 'Colleague', nl: 'Collega', sv: 'Kollega' },
  chooseColleague: { en: 'Please choose a colleague.', nl: 'Kies een collega.', sv: 'Välj en kollega.' },
  notInTheList: {
    en: 'Whoever is not in the list can write to me and ask a global admin for a role.',
    nl: 'Wie niet in de lijst staat, kan mij een bericht sturen en een globale beheerder om een rol vragen.',
    sv: 'Den som inte finns i listan kan skriva till mig och be en global administratör om en roll.',
  },
  everybodyHas: {
    en: 'Every colleague has the roles that you may give.',
    nl: 'Alle collega’s hebben de rollen die u mag toewijzen al.',
    sv: 'Alla kollegor har redan de roller som du får tilldela.',
  },
  'typed.roles': { en: 'roles', nl: 'rollen', sv: 'roller' },
  'does.roles': {
    en: 'who may do what, and asking for a role',
    nl: 'wie wat mag, en om een rol vragen',
    sv: 'vem som får göra vad, och att be om en roll',
  },
  tooManyRequests: {
    en: 'You have already asked {most} global admins. Please wait until one of them answers.',
    nl: 'U hebt het al aan {most} globale beheerders gevraagd. Wacht tot een van hen antwoordt.',
    sv: 'Du har redan frågat {most} globala administratörer. Vänta tills någon av dem svarar.',
  },
  roleNotNeeded: {
    en: 'You have a role already: you can buy and pay.',
    nl: 'U hebt al een rol: u kunt kopen en betalen.',
    sv: 'Du har redan en roll: du kan köpa och betala.',
  },
  notGlobalAdmin: {
    en: 'That person is not a global admin of your organisation now. Please ask somebody else.',
    nl: 'Deze persoon is nu geen globale beheerder van uw organisatie. Vraag het iemand anders.',
    sv: 'Personen är inte global administratör på ert företag nu. Fråga någon annan.',
  },
  unreachableNow: {
    en: '{name} can’t be reached here any more.',
    nl: '{name} is hier niet meer te bereiken.',
    sv: '{name} går inte längre att nå här.',
  },
  requestNotFound: {
    en: 'There is no such request, or it was not made to you.',
    nl: 'Dit verzoek bestaat niet, of is niet aan u gericht.',
    sv: 'Begäran finns inte, eller är inte riktad till dig.',
  },
  roleHeld: {
    en: '{name} already has the role of {role}.',
    nl: '{name} heeft de rol {role} al.',
    sv: '{name} har redan rollen {role}.',
  },
  cannotGrant: {
    en: 'You can’t give the role of {role}: a global admin may give any role, an account admin only MPN partner admin, and nobody to themselves.',
    nl: 'U kunt de rol {role} niet toewijzen: een globale beheerder mag elke rol toewijzen, een accountbeheerder alleen MPN-partnerbeheerder, en niemand zichzelf.',
    sv: 'Du kan inte tilldela rollen {role}: en global administratör får tilldela alla roller, en kontoadministratör bara MPN-partneradministratör, och ingen får tilldela sig själv en roll.',
  },
  personUnknown: {
    en: 'That person is not in your organisation’s list of people.',
    nl: 'Deze persoon staat niet op de personenlijst van uw organisatie.',
    sv: 'Personen finns inte i ert företags personlista.',
  },
} as const satisfies Entries;
