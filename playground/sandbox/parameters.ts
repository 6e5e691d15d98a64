import { z } from 'zod';
import { fromGateway, toGateway } from '../../payments/card/amounts.ts';
import { wrongParameter, type Reply } from './reply.ts';

/** A form's fields under the names they have on the wire, brackets included. */
export type Fields = Readonly<Record<string, string>>;

/** Form-encoded, as the gateway's API takes a body or a query. */
export const readFields = (form: URLSearchParams): Fields => Object.fromEntries(form);

const whole = z
  .string()
  .regex(/^\d{1,12}$/, 'Invalid integer')
  .transform(Number);
const address = z.url('Not a valid URL');

/** What the bot asks of a page; any other parameter is refused, as the gateway would one that it does not know. */
const sessionFields = z.strictObject({
  mode: z.literal('payment'),
  'line_items[0][quantity]': z.literal('1'),
  'line_items[0][price_data][currency]': z.string().regex(/^[a-z]{3}$/, 'Invalid currency'),
  'line_items[0][price_data][unit_amount]': whole,
  'line_items[0][price_data][product_data][name]': z.string().min(1).max(250),
  client_reference_id: z.string().max(200).optional(),
  'allowed_payment_method_types[0]': z.literal('card').optional(),
  'adaptive_pricing[enabled]': z.enum(['true', 'false']).optional(),
  billing_address_collection: z.enum(['auto', 'required']).optional(),
  submit_type: z.literal('pay').optional(),
  locale: z.string().default('auto'),
  expires_at: whole.optional(),
  success_url: address,
  cancel_url: address.optional(),
});

/** `metadata[order]` → `order`, for each field of the group. */
const group = (fields: Fields, name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      key.startsWith(`${name}[`) && key.endsWith(']') ? [[key.slice(name.length + 1, -1), value]] : [],
    ),
  );

const intentMetadata = 'payment_intent_data[metadata]';

const isChargeable = (currency: string, amount: number): boolean => {
  try {
    return toGateway(fromGateway({ currency, amount })) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const shortestSeconds = 30 * 60;
const longestSeconds = 24 * 60 * 60;

/** What a page is made of, or the gateway's refusal. */
export type PageAsked =
  | {
      readonly kind: 'page';
      readonly page: {
        readonly amount: number;
        readonly currency: string;
        readonly title: string;
        readonly locale: string;
        readonly reference: string | null;
        readonly metadata: Record<string, string>;
        readonly intentMetadata: Record<string, string>;
        readonly successUrl: string;
        readonly cancelUrl: string | null;
        readonly expiresAt: number;
      };
    }
  | { readonly kind: 'refused'; readonly reply: Reply };

const refusalOf = ({ issues }: z.ZodError): Reply => {
  const [issue] = issues;
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return wrongParameter(key, `Received unknown parameter: ${key}`, 'parameter_unknown');
  }
  const param = String(issue?.path[0] ?? '');
  return wrongParameter(param, `${issue?.message ?? 'Invalid'}: ${param}`);
};

/** @param now seconds since 1970 */
export const readPage = (fields: Fields, now: number): PageAsked => {
  const bare = Object.entries(fields).filter(
    ([key]) => !key.startsWith('metadata[') && !key.startsWith(`${intentMetadata}[`),
  );
  const read = sessionFields.safeParse(Object.fromEntries(bare));
  if (!read.success) return { kind: 'refused', reply: refusalOf(read.error) };
  const asked = read.data;
  const currency = asked['line_items[0][price_data][currency]'];
  const amount = asked['line_items[0][price_data][unit_amount]'];
  if (!isChargeable(currency, amount)) {
    const param = 'line_items[0][price_data][unit_amount]';
    return { kind: 'refused', reply: wrongParameter(param, 'This amount can not be charged.') };
  }
  const expiresAt = asked.expires_at ?? now + longestSeconds;
  if (expiresAt < now + shortestSeconds || expiresAt > now + longestSeconds)
    return {
      kind: 'refused',
      reply: wrongParameter('expires_at', 'It must be 30 minutes to 24 hours from now.'),
    };
  return {
    kind: 'page',
    page: {
      amount,
      currency,
      title: asked['line_items[0][price_data][product_data][name]'],
      locale: asked.locale,
      reference: asked.client_reference_id ?? null,
      metadata: group(fields, 'metadata'),
      intentMetadata: group(fields, intentMetadata),
      successUrl: asked.success_url,
      cancelUrl: asked.cancel_url ?? null,
      expiresAt,
    },
  };
};
