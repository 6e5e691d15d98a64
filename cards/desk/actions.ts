import { z } from 'zod';
import type { PaymentId } from '../../membership/rules/ids.ts';
import { isCommandId, isMpnId, isProofHash } from '../../membership/rules/ids.ts';
import { matterKinds } from '../../membership/rules/matters.ts';
import { isOrderNumber } from '../../membership/rules/order-number.ts';

/**
 * What an operator fills in.
 * - `receive`: a transfer seen at the bank, with or without a proof; `reject`, `hold`: a proof
 * - `refund`, `decline`: a request to have the fee back
 * - `place`: a held bank line, on an order; `payBack`: credit or held money, by the operator's bank
 * - `withdraw`: a mark by hand that was a mistake
 */
export const deskForms = [
  'receive',
  'reject',
  'hold',
  'refund',
  'decline',
  'place',
  'payBack',
  'withdraw',
] as const;
export type DeskForm = (typeof deskForms)[number];

/** A bank's own id of a line is whatever the bank makes of it. */
const isPaymentId = (text: string): text is PaymentId => text.length > 0 && text.length <= 200;

const action = z.literal('desk');
const order = z.string().refine(isOrderNumber);
const payment = z.string().refine(isPaymentId);
const page = z.int().min(0).max(100_000).optional();
/** The card becomes what its button led to; without it, that comes below. */
const instead = z.literal(true).optional();
const input = z.string().max(500).optional().catch(undefined);

/** What a form is about. */
const about = {
  form: z.enum(deskForms),
  order: order.optional(),
  /** The proof that the operator looked at. */
  proof: z.string().refine(isProofHash).optional(),
  payment: payment.optional(),
};

/** What is entered, as it is typed. */
const entered = {
  day: input,
  amount: input,
  reference: input,
  reason: input,
  /** A reason of those that are offered. */
  common: input,
  note: input,
  toOrder: input,
};

/** The buttons of the operators' desk: ids and inputs, never a price. */
export const deskVocabulary = z.discriminatedUnion('desk', [
  z.object({ action, desk: z.literal('menu') }),
  z.object({ action, desk: z.literal('help') }),
  z.object({ action, desk: z.literal('search'), query: input }),
  z.object({ action, desk: z.literal('list'), list: z.enum(matterKinds), page, instead }),
  z.object({ action, desk: z.literal('partner'), partner: z.string().refine(isMpnId), page, instead }),
  z.object({ action, desk: z.literal('queue'), after: order.optional(), instead }),
  z.object({ action, desk: z.literal('order'), order, instead }),
  z.object({ action, desk: z.literal('history'), order, page, instead }),
  z.object({ action, desk: z.literal('money'), payment, instead }),
  z.object({ action, desk: z.literal('open'), ...about }),
  z.object({
    action,
    desk: z.literal('do'),
    ...about,
    /** The command's id. */
    nonce: z.string().refine(isCommandId),
    /** In minor units: the unexpected amount that was read once, and shown. */
    understood: z.int().optional(),
    /** The order on which the money counts beside what was marked by hand, as was shown. */
    beside: order.optional(),
    ...entered,
  }),
]);

export type DeskAction = z.infer<typeof deskVocabulary>;
export type DeskOf<Kind extends DeskAction['desk']> = Extract<DeskAction, { desk: Kind }>;

/** What was entered into a form. */
export type DeskEntered = Readonly<Partial<Record<keyof typeof entered, string | undefined>>>;

/** The data of a desk's button; the inputs are the card's. */
export type DeskButtonData =
  | Exclude<DeskAction, { desk: 'do' | 'search' }>
  | Omit<DeskOf<'do'>, keyof typeof entered>
  | Omit<DeskOf<'search'>, 'query'>;

/** Whether the pressed card gives way to what it led to. */
export const givesWay = (pressed: DeskAction): boolean =>
  pressed.desk === 'open' || pressed.desk === 'do' || ('instead' in pressed && pressed.instead === true);
