import { notAuthorisedCard, type Askable } from '../../../cards/role-ask.ts';
import { answerCard, answeredCard, askedCard, requestCard } from '../../../cards/role-request.ts';
import { rolesCard } from '../../../cards/roles.ts';
import { roles as everyRole } from '../../../membership/rules/catalogue.ts';
import type { AadObjectId, RequestId } from '../../../membership/rules/ids.ts';
import type { AnswerSeen } from '../../../membership/rules/role-request.ts';
import { day, links, nonce } from '../fixtures.ts';
import { type Variant, variant } from './variant.ts';

const person = (id: string): AadObjectId => id as AadObjectId;
const rolesThatBuy = everyRole;
const on = day('2026-11-21');

const anna: Askable = { id: person('anna'), name: 'Anna de Vries', command: nonce };
/** As long a name as is kept. */
const erik: Askable = { id: person('erik'), name: 'Erik Svensson '.repeat(7).trim(), command: nonce };
export const askable: readonly Askable[] = [
  anna,
  erik,
  { ...anna, id: person('fatima'), name: 'Fatima', askedOn: on },
];
const names = askable.map(({ name }) => name);
const help = { globalAdmins: names, askable, links };

const request = {
  request: 'request-1' as RequestId,
  name: 'Isaiah Langer',
  organisation: 'Fabrikam B.V.',
  askedOn: on,
  roles: everyRole,
  rolesThatBuy,
};

const granted: AnswerSeen = { on, role: 'mpnPartnerAdmin' };
export const answers: readonly AnswerSeen[] = [
  { ...granted, to: 'Isaiah Langer' },
  { ...granted, to: 'Isaiah Langer', by: 'Anna de Vries' },
  { ...granted, by: 'Anna de Vries' },
  { on, to: 'Isaiah Langer' },
  { on, by: 'Anna de Vries' },
];

const view = { ...help, held: [], mayBuy: false, rolesThatBuy };
const admin = { ...view, held: ['globalAdmin', 'accountAdmin'] as const, mayBuy: true, askable: [] };
const colleague = { id: person('isaiah'), name: 'Isaiah Langer' };
const form = { nonce, roles: everyRole, colleagues: [colleague], problems: [] };
const everybody = Array.from({ length: 100 }, (_, index) => ({
  id: person(`00000000-0000-0000-0000-0000000${index}`),
  name: 'Isaiah Langer '.repeat(5).trim(),
}));

/** Roles: who is refused, who asks, who answers. */
export const roleCards: readonly Variant[] = [
  variant('not authorised', (language) => notAuthorisedCard(language, help)),
  variant('not authorised, nobody can be reached', (language) =>
    notAuthorisedCard(language, { ...help, askable: [] }),
  ),
  variant('not authorised, nobody is known', (language) =>
    notAuthorisedCard(language, { globalAdmins: [], askable: [], links }),
  ),
  variant('role asked for', (language) => askedCard(language, { of: 'Anna de Vries' })),
  variant('role request', (language) =>
    requestCard(language, { ...request, email: 'isaiah@example.com', standing: 'member' }),
  ),
  variant('role request, guest', (language) => requestCard(language, { ...request, standing: 'guest' })),
  variant('role request, unlisted', (language) =>
    requestCard(language, { ...request, standing: 'unlisted' }),
  ),
  ...answers.map((answer, index) =>
    variant(`role answered ${index}`, (language) => answeredCard(language, answer)),
  ),
  variant('role granted to the reader', (language) =>
    answerCard(language, { answer: answers[2]!, held: ['mpnPartnerAdmin'], rolesThatBuy }),
  ),
  variant('role declined to the reader', (language) =>
    answerCard(language, { answer: answers[4]!, held: [], rolesThatBuy }),
  ),
  variant('roles, none', (language) => rolesCard(language, view)),
  variant('roles, partner admin', (language) =>
    rolesCard(language, { ...admin, held: ['mpnPartnerAdmin'], form: undefined }),
  ),
  variant('roles, global admin', (language) =>
    rolesCard(language, { ...admin, form: { ...form, problems: ['Ojdå!'], chosen: colleague.id } }),
  ),
  variant('roles, nobody to give one to', (language) =>
    rolesCard(language, { ...admin, form: { ...form, colleagues: [] } }),
  ),
  variant('roles, very much', (language) =>
    rolesCard(language, { ...admin, form: { ...form, colleagues: everybody } }),
  ),
];
