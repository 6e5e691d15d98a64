import type { Language, Role } from '../membership/rules/catalogue.ts';
import type { AnswerSeen, RoleRefusal } from '../membership/rules/role-request.ts';
import { showDay } from './format.ts';
import { say } from './say.ts';

export const roleName = (language: Language, role: Role): string => say(language, `role.${role}`);

/** What somebody with these roles may do, in a few words. */
export const allowedText = (
  language: Language,
  rolesThatBuy: readonly Role[],
  held: readonly Role[],
): string => {
  const buys = held.some((role) => rolesThatBuy.includes(role));
  const any = held.includes('globalAdmin');
  return [
    say(language, buys ? 'allows.buy' : 'allows.look'),
    ...(any ? [say(language, 'allows.grantAny')] : []),
    ...(held.includes('accountAdmin') && !any ? [say(language, 'allows.grantPartnerAdmin')] : []),
  ].join(', ');
};

/** Who has answered a request, how and when. */
export const answerText = (language: Language, { by, to, on, role }: AnswerSeen): string => {
  const day = showDay(language, on);
  if (role === undefined) {
    return to === undefined
      ? say(language, 'declined.toYou', { by: by ?? '', day })
      : say(language, 'declined.byYou', { to, day });
  }
  const given = { role: roleName(language, role), day };
  if (to === undefined) return say(language, 'given.toYou', { by: by ?? '', ...given });
  return by === undefined
    ? say(language, 'given.byYou', { to, ...given })
    : say(language, 'given.byOther', { by, to, ...given });
};

/** Why a role can't be asked for or given, as a sentence. Plain text, no Markdown. */
export const roleRefusalText = (language: Language, refusal: RoleRefusal): string => {
  switch (refusal.kind) {
    case 'roleAsked':
      return say(language, 'askedBefore', { name: refusal.name, day: showDay(language, refusal.on) });
    case 'tooManyRoleRequests':
      return say(language, 'tooManyRequests', { most: refusal.most });
    case 'roleAnswered':
      return answerText(language, refusal.answer);
    case 'roleHeld':
      return say(language, 'roleHeld', { name: refusal.name, role: roleName(language, refusal.role) });
    case 'cannotGrant':
      return say(language, 'cannotGrant', { role: roleName(language, refusal.role) });
    case 'roleNotNeeded':
    case 'notGlobalAdmin':
    case 'requestNotFound':
    case 'personUnknown':
      return say(language, refusal.kind);
  }
};
