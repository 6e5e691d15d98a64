import type { ProofFault } from '../../../membership/rules/proof.ts';
import { type CancelObstacle, type OfferReason, type Refusal } from '../../../membership/rules/refusals.ts';
import { day, euro, orderNumber } from '../fixtures.ts';
import { deskRefusals } from './desk-refused.ts';
import { answers } from './roles.ts';

export const reasons: readonly OfferReason[] = [
  { reason: 'notAuthorised', globalAdmins: ['Anna de Vries', 'Erik Svensson'] },
  { reason: 'notAuthorised', globalAdmins: [] },
  { reason: 'accountNotVerified' },
  { reason: 'coveredByGold', until: day('2027-03-01') },
  { reason: 'coveredByGold', until: undefined },
  { reason: 'alreadyActive', anniversary: day('2027-03-01'), windowOpens: day('2027-03-02') },
  { reason: 'orderInProgress', order: orderNumber(), level: 'gold', state: 'awaitingTransfer' },
  { reason: 'orderInProgress', order: orderNumber(), level: 'gold', state: 'proofUnderReview' },
  { reason: 'orderInProgress', order: orderNumber(), level: 'gold', state: 'awaitingCardPayment' },
  { reason: 'requirementsNotMet' },
];

const obstacles: readonly CancelObstacle[] = ['proofUnderReview', 'moneyReceived', 'ended', 'active'];
export const refusals: readonly Refusal[] = [
  { kind: 'notAuthorised', globalAdmins: ['Anna de Vries'] },
  { kind: 'notAuthorised', globalAdmins: [], findGlobalAdmin: 'https://example.com/admin' },
  ...reasons.map((why): Refusal => ({ kind: 'offerUnavailable', level: 'silver', why })),
  { kind: 'unknownCompetency' },
  { kind: 'methodNotOffered', method: 'card' },
  { kind: 'agreementNotAccepted' },
  { kind: 'taxIdInvalid', taxId: 'NL123' },
  { kind: 'contactIncomplete', missing: ['name', 'email', 'phone'] },
  { kind: 'quoteChanged' },
  { kind: 'orderNotFound' },
  ...obstacles.map((because): Refusal => ({
    kind: 'cannotCancel',
    order: orderNumber(),
    state: 'expired',
    because,
    received: euro(5000),
  })),
  { kind: 'cannotCancel', order: orderNumber(), state: 'awaitingTransfer', because: 'moneyReceived' },
  { kind: 'notPayableByCard', order: orderNumber(), state: 'active' },
  { kind: 'gatewayUnsure', order: orderNumber() },
  { kind: 'proofNotExpected', order: orderNumber(), state: 'active' },
  ...deskRefusals,
  { kind: 'roleAsked', name: 'Anna de Vries', on: day('2026-11-21') },
  { kind: 'tooManyRoleRequests', most: 3 },
  { kind: 'roleNotNeeded' },
  { kind: 'notGlobalAdmin' },
  { kind: 'requestNotFound' },
  ...answers.map((answer): Refusal => ({ kind: 'roleAnswered', answer })),
  { kind: 'roleHeld', name: 'Anna de Vries', role: 'accountAdmin' },
  { kind: 'cannotGrant', role: 'globalAdmin' },
  { kind: 'personUnknown' },
];

export const fileFaults: readonly ProofFault[] = [
  { kind: 'wrongType', seen: 'HEIC' },
  { kind: 'wrongType', seen: '' },
  { kind: 'empty' },
  { kind: 'tooLarge' },
  { kind: 'encrypted' },
  { kind: 'tooManyPages', most: 20 },
  { kind: 'tooManyPixels' },
  { kind: 'damaged' },
  ...(['host', 'gone', 'page', 'error', 'slow'] as const).map((because) => ({
    kind: 'unreachable' as const,
    because,
  })),
];
