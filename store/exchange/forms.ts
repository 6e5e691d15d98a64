import { z } from 'zod';
import { isDay, isInstant } from '../../membership/rules/calendar.ts';
import { levels, roles } from '../../membership/rules/catalogue.ts';
import {
  isAadObjectId,
  isCompetencyId,
  isMpnId,
  isProofHash,
  isTenantId,
  type CommandId,
  type MessageId,
  type PaymentId,
} from '../../membership/rules/ids.ts';
import { isCurrency, type Money } from '../../membership/rules/money.ts';
import { isOrderNumber } from '../../membership/rules/order-number.ts';
import type { Address, Contact } from '../../membership/rules/organisation.ts';
import type { Membership, PartnerPerson, Qualification } from '../../membership/rules/partner.ts';

/** A form for each field of a type, so that a field which is added to the type does not compile until it has one. */
type Shape<T> = { readonly [K in keyof Required<T>]: z.ZodType<T[K]> };

/** An object with exactly these fields; one that is not known is a fault, since it is most likely misspelt. */
export const form =
  <T>() =>
  <S extends Shape<T>>(shape: S) =>
    z.strictObject(shape);

export const checked = <T extends string>(guard: (text: string) => text is T, must: string) =>
  z.custom<T>((value) => typeof value === 'string' && guard(value), `must be ${must}`);

export const opaque = '1 to 128 of A-Z a-z 0-9 . _ : -';
export const tenantId = checked(isTenantId, opaque);
export const aadObjectId = checked(isAadObjectId, opaque);
export const mpnId = checked(isMpnId, 'an MPN ID: 1 to 12 digits, as a text');
export const competencyId = checked(
  isCompetencyId,
  'a competency: its English name, lower case, words joined by hyphens',
);
export const orderNumber = checked(isOrderNumber, 'an order number: ten digits, the last its check digit');
export const proofHash = checked(isProofHash, '64 hex digits');
export const day = checked(isDay, 'a day that exists, YYYY-MM-DD');
export const instant = checked(isInstant, 'a moment in UTC, as in 2026-03-01T09:00:00.000Z');
export const currency = checked(isCurrency, 'an ISO 4217 currency');

/** Ids that the bot or a bank made: any text that can be a key. */
const someId = <T extends string>() =>
  checked((text): text is T => text.length > 0 && text.length <= 256, 'an id of 1 to 256 characters');
export const paymentId = someId<PaymentId>();
export const messageId = someId<MessageId>();
export const commandId = someId<CommandId>();

/** Long enough for every real name and address line, short enough for a card. */
export const line = z.string().max(256);
export const name = z.string().min(1).max(256);
export const level = z.enum(levels);
export const country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 country of two capitals');
export const list = <S extends z.ZodType>(item: S) => z.array(item).readonly();
export const count = z.int().nonnegative();

export const money = form<Money>()({ currency, minor: z.int() });
export const contact = form<Contact>()({ name: line, email: line, phone: line });
export const address = form<Address>()({ lines: list(line), postcode: line, city: line, country });

export const person = form<PartnerPerson>()({
  aadObjectId,
  name,
  email: line.optional(),
  roles: list(z.enum(roles)),
  guest: z.boolean().default(false),
});

export const qualification = form<Qualification>()({ competency: competencyId, level, metOn: day });

const membershipEnd = form<NonNullable<Membership['ended']>>()({
  as: z.enum(['upgraded', 'refunded', 'reversed']),
  on: day,
  by: orderNumber.optional(),
});

export const membership = form<Membership>()({
  level,
  competency: competencyId,
  paidOn: day,
  anniversary: day,
  benefitsUsed: z.boolean().default(false),
  order: orderNumber.optional(),
  discountedUpgrade: z.boolean().optional(),
  ended: membershipEnd.optional(),
});
