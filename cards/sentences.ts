import type { Language, Level } from '../membership/rules/catalogue.ts';
import type { ProofFault } from '../membership/rules/proof.ts';
import type { OfferReason, Refusal } from '../membership/rules/refusals.ts';
import { deskRefusalText } from './desk-sentences.ts';
import { showAlternatives, showDay, showMoney, showTyped } from './format.ts';
import { roleRefusalText } from './role-sentences.ts';
import { say } from './say.ts';

/** Which role is needed, and whom to ask for it. */
export const roleText = (language: Language, globalAdmins: readonly string[]): string => {
  const whom =
    globalAdmins.length === 0
      ? say(language, 'noGlobalAdmin')
      : say(language, 'askGlobalAdmin', { admins: showAlternatives(language, globalAdmins) });
  return `${say(language, 'needsRole')} ${whom}`;
};

/** Why an offer can't be bought, as it stands on its tile. Plain text, no Markdown. */
export const offerReasonText = (language: Language, level: Level, why: OfferReason): string => {
  switch (why.reason) {
    case 'notAuthorised':
      return roleText(language, why.globalAdmins);
    case 'accountNotVerified':
      return say(language, 'notVerified');
    case 'coveredByGold':
      return why.until
        ? say(language, 'coveredByGold', { day: showDay(language, why.until) })
        : say(language, 'coveredByRenewal');
    case 'alreadyActive':
      return say(language, 'alreadyActive', {
        anniversary: showDay(language, why.anniversary),
        opens: showDay(language, why.windowOpens),
      });
    case 'orderInProgress':
      return say(language, 'orderInProgress', {
        number: why.order,
        level: say(language, `level.${why.level}`),
        state: say(language, `order.${why.state}`),
      });
    case 'requirementsNotMet':
      return say(language, 'requirementsNotMet', { level: say(language, `level.${level}`) });
  }
};

/** A refusal as one or two sentences: why, and what to do. Plain text, no Markdown. */
export const refusalText = (language: Language, refusal: Refusal): string => {
  switch (refusal.kind) {
    case 'notAuthorised':
      return notAuthorisedText(language, refusal);
    case 'offerUnavailable':
      return say(language, 'offerUnavailable', {
        membership: say(language, `membership.${refusal.level}`),
        why: offerReasonText(language, refusal.level, refusal.why),
      });
    case 'methodNotOffered':
      return say(language, 'methodNotOffered', { method: say(language, `method.${refusal.method}`) });
    case 'taxIdInvalid':
      return say(language, 'taxIdInvalid', { taxId: showTyped(refusal.taxId) });
    case 'contactIncomplete':
      return say(language, 'contactIncomplete', {
        missing: refusal.missing.map((part) => say(language, `contact.${part}`)).join(', '),
      });
    case 'orderNotFound':
      return say(language, 'noSuchOrder');
    case 'cannotCancel':
      return cannotCancelText(language, refusal);
    case 'gatewayUnsure':
      return say(language, 'gatewayUnsure', { number: refusal.order });
    case 'notPayableByCard':
    case 'proofNotExpected':
      return say(language, refusal.kind, {
        number: refusal.order,
        state: say(language, `order.${refusal.state}`),
      });
    case 'unknownCompetency':
    case 'agreementNotAccepted':
    case 'quoteChanged':
    case 'reminderDayPast':
    case 'nothingToRemind':
      return say(language, refusal.kind);
    case 'reminderDayTooLate':
      return say(language, refusal.kind, { last: showDay(language, refusal.last) });
    case 'roleAsked':
    case 'tooManyRoleRequests':
    case 'roleNotNeeded':
    case 'notGlobalAdmin':
    case 'requestNotFound':
    case 'roleAnswered':
    case 'roleHeld':
    case 'cannotGrant':
    case 'personUnknown':
      return roleRefusalText(language, refusal);
    default:
      return deskRefusalText(language, refusal);
  }
};

/** An address has nothing after it, so that a chat makes a link of it. */
const notAuthorisedText = (
  language: Language,
  { globalAdmins, findGlobalAdmin }: Extract<Refusal, { kind: 'notAuthorised' }>,
): string => {
  const role = roleText(language, globalAdmins);
  return findGlobalAdmin ? `${role} ${say(language, 'link.findGlobalAdmin')}: ${findGlobalAdmin}` : role;
};

const cannotCancelText = (
  language: Language,
  { order: number, because, state, received }: Extract<Refusal, { kind: 'cannotCancel' }>,
): string => {
  switch (because) {
    case 'moneyReceived':
      return received
        ? say(language, 'cannotCancel.moneyReceived', { number, received: showMoney(language, received) })
        : say(language, 'cannotCancel.someReceived', { number });
    case 'ended':
      return say(language, 'cannotCancel.ended', { number, state: say(language, `order.${state}`) });
    case 'proofUnderReview':
    case 'active':
      return say(language, `cannotCancel.${because}`, { number });
  }
};

/** Why a file can't serve, and what to send instead. Plain text, no Markdown. */
export const fileFaultText = (language: Language, fault: ProofFault): string => {
  switch (fault.kind) {
    case 'wrongType':
      return fault.seen === ''
        ? say(language, 'file.wrongTypeUnknown')
        : say(language, 'file.wrongType', { seen: fault.seen });
    case 'tooManyPages':
      return say(language, 'file.tooManyPages', { most: fault.most });
    case 'unreachable':
      return say(language, `file.${fault.because}`);
    case 'empty':
    case 'tooLarge':
    case 'encrypted':
    case 'tooManyPixels':
    case 'damaged':
      return say(language, `file.${fault.kind}`);
  }
};
