import { z } from 'zod';
import { areas, languages, levels, paymentMethods, roles } from '../membership/rules/catalogue.ts';
import { isDay } from '../membership/rules/calendar.ts';
import { isAadObjectId, isCommandId, isCompetencyId, isRequestId } from '../membership/rules/ids.ts';
import { isOrderNumber } from '../membership/rules/order-number.ts';
import { deskVocabulary, type DeskButtonData } from './desk/actions.ts';

/** The version of the vocabulary below; a button of another version is answered as an old card. */
export const actionVersion = 1;

const competency = z.string().refine(isCompetencyId);
const order = z.string().refine(isOrderNumber);
/** The step that a card belongs to; of a card that commits it is the command's id. */
const nonce = z.string().refine(isCommandId);
/** Inputs arrive as text; what is longer is no honest input. */
const input = z.string().max(500).optional().catch(undefined);
const person = z.string().refine(isAadObjectId);
const request = z.string().refine(isRequestId);
const role = z.enum(roles).optional().catch(undefined);
/** What a reminder is about. */
const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unpaid'), order }),
  z.object({
    kind: z.literal('membership'),
    level: z.enum(levels),
    anniversary: z.string().refine(isDay),
  }),
]);
/** The button stands on the list of reminders, which is shown again. */
const list = z.literal(true).optional();

/** Every button's word with what travels beside it, never a price. Inputs of the same card join on Submit. */
const vocabulary = z.discriminatedUnion('action', [
  z.object({ action: z.literal('menu') }),
  z.object({ action: z.literal('help') }),
  z.object({ action: z.literal('stop') }),
  z.object({ action: z.literal('language'), language: z.enum(languages).optional() }),
  z.object({ action: z.literal('offers') }),
  z.object({ action: z.literal('fee') }),
  z.object({ action: z.literal('area'), nonce, area: z.enum(areas).optional() }),
  z.object({
    action: z.literal('competency'),
    nonce: nonce.optional(),
    purpose: z.enum(['offers', 'fee']),
    competency,
  }),
  z.object({ action: z.literal('subscribe'), competency, level: z.enum(levels) }),
  z.object({
    action: z.literal('next'),
    nonce,
    taxId: input,
    contactName: input,
    contactEmail: input,
    contactPhone: input,
    method: z.enum(paymentMethods).optional().catch(undefined),
  }),
  z.object({ action: z.literal('back'), nonce }),
  z.object({ action: z.literal('submit'), nonce, agreement: input }),
  z.object({ action: z.literal('orders') }),
  z.object({ action: z.literal('order'), order }),
  z.object({ action: z.literal('proof'), order: order.optional(), nonce: nonce.optional() }),
  z.object({
    action: z.literal('proofFields'),
    order,
    nonce,
    paymentDate: input,
    account: input,
    reference: input,
  }),
  z.object({ action: z.literal('cancel'), order: order.optional(), nonce: nonce.optional() }),
  z.object({
    action: z.literal('changeMethod'),
    order,
    to: z.enum(paymentMethods),
    nonce: nonce.optional(),
  }),
  z.object({ action: z.literal('confirmCancel'), order, nonce }),
  z.object({
    action: z.literal('renew'),
    level: z.enum(levels).optional(),
    competency: competency.optional(),
    nonce: nonce.optional(),
  }),
  z.object({ action: z.literal('refund'), order: order.optional(), nonce: nonce.optional() }),
  z.object({ action: z.literal('confirmRefund'), order, nonce, reason: input }),
  z.object({ action: z.literal('reminders') }),
  z.object({ action: z.literal('remindLater'), about }),
  z.object({
    action: z.literal('remindOn'),
    about,
    nonce,
    when: z.enum(['tomorrow', 'week', 'date']),
    date: input,
  }),
  z.object({ action: z.literal('stopReminding'), about, list }),
  z.object({ action: z.literal('resumeReminding'), about, list }),
  z.object({ action: z.literal('keep'), nonce }),
  z.object({ action: z.literal('roles') }),
  // Stands on cards that stay, so that its command is no nonce.
  z.object({ action: z.literal('askRole'), of: person, command: nonce }),
  z.object({ action: z.literal('grantRequest'), request, role }),
  z.object({ action: z.literal('declineRequest'), request }),
  z.object({ action: z.literal('grantRole'), nonce, to: person.optional().catch(undefined), role }),
  deskVocabulary,
]);

/** What a button asks for. */
export type CardAction = z.infer<typeof vocabulary>;

const versioned = z.object({ v: z.literal(actionVersion) });

/**
 * Reads what a press brought, inputs included.
 * @returns undefined for what is no button of ours, or one of another version
 */
export const parseAction = (value: unknown): CardAction | undefined => {
  if (!versioned.safeParse(value).success) return undefined;
  const parsed = vocabulary.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

/** The data of a button; the inputs are the card's, so they are not given here. */
export type ButtonData =
  | Exclude<
      CardAction,
      {
        action:
          | 'desk'
          | 'next'
          | 'submit'
          | 'proofFields'
          | 'remindOn'
          | 'confirmRefund'
          | 'grantRequest'
          | 'grantRole';
      }
    >
  | Omit<Extract<CardAction, { action: 'grantRequest' }>, 'role'>
  | Omit<Extract<CardAction, { action: 'grantRole' }>, 'to' | 'role'>
  | Omit<Extract<CardAction, { action: 'remindOn' }>, 'date'>
  | Omit<Extract<CardAction, { action: 'confirmRefund' }>, 'reason'>
  | Pick<Extract<CardAction, { action: 'next' }>, 'action' | 'nonce'>
  | Pick<Extract<CardAction, { action: 'submit' }>, 'action' | 'nonce'>
  | Pick<Extract<CardAction, { action: 'proofFields' }>, 'action' | 'nonce' | 'order'>
  | DeskButtonData;

export const buttonData = (data: ButtonData): ButtonData & { readonly v: typeof actionVersion } => ({
  ...data,
  v: actionVersion,
});
