/** A string (or number) that was checked once, at the edge, and is known by its kind from there on. */
export type Branded<Base, Kind extends string> = Base & { readonly __kind: Kind };

/** The partner's global MPN ID, digits. It is also the key under which the partner is stored. */
export type MpnId = Branded<string, 'MpnId'>;
/** Ten digits, the first not 0, the last a Damm check digit. */
export type OrderNumber = Branded<string, 'OrderNumber'>;
/** Opaque, 1 to 128 of `A-Za-z0-9._:-`. */
export type TenantId = Branded<string, 'TenantId'>;
/** Opaque, 1 to 128 of `A-Za-z0-9._:-`. */
export type AadObjectId = Branded<string, 'AadObjectId'>;
/** The English name, lower case, words joined by hyphens. */
export type CompetencyId = Branded<string, 'CompetencyId'>;
/** Identifies one wish to change something; the same id never has a second effect. */
export type CommandId = Branded<string, 'CommandId'>;
/** SHA-256 of a kept payment proof, 64 lower-case hex digits. */
export type ProofHash = Branded<string, 'ProofHash'>;
/** Identifies one message that reports a commit. */
export type MessageId = Branded<string, 'MessageId'>;
/** Identifies one wish for a role: the nonce of the card that asked. */
export type RequestId = Branded<string, 'RequestId'>;
/** Identifies one payment: a bank line, a gateway charge or a credit taken up. */
export type PaymentId = Branded<string, 'PaymentId'>;

/** The gateway's id of one visit to its hosted page. */
export type CardSession = Branded<string, 'CardSession'>;
/** The order's number and which try it is, `1234567890-1`: names an attempt, to the gateway too. */
export type AttemptKey = Branded<string, 'AttemptKey'>;

/** A person is a tenant and an object id; names are for display only. */
export interface PersonId {
  readonly tenantId: TenantId;
  readonly aadObjectId: AadObjectId;
}

const opaque = /^[A-Za-z0-9._:-]{1,128}$/;

export const isTenantId = (text: string): text is TenantId => opaque.test(text);
export const isAadObjectId = (text: string): text is AadObjectId => opaque.test(text);
export const isMpnId = (text: string): text is MpnId => /^\d{1,12}$/.test(text);
export const isCompetencyId = (text: string): text is CompetencyId => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
export const isCommandId = (text: string): text is CommandId => opaque.test(text);
export const isRequestId = (text: string): text is RequestId => opaque.test(text);
export const isAttemptKey = (text: string): text is AttemptKey => /^[1-9]\d{9}-[1-9]\d{0,3}$/.test(text);
export const isProofHash = (text: string): text is ProofHash => /^[0-9a-f]{64}$/.test(text);

export const samePerson = (a: PersonId, b: PersonId): boolean =>
  a.tenantId === b.tenantId && a.aadObjectId === b.aadObjectId;
