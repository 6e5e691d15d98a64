import type { Route } from '../../bot/http/exchange.ts';
import type { OperationName } from './misbehave.ts';
import { expandable, sessionObject } from './objects.ts';
import { readPage, type Fields } from './parameters.ts';
import { closePage, refundCharge } from './paying.ts';
import { found, missing, refuse, wrongParameter, type Reply } from './reply.ts';
import type { Session } from './state.ts';
import type { World } from './world.ts';

/** One call of the API. */
export interface Call {
  /** Of what the path names. */
  readonly id: string;
  readonly fields: Fields;
}

export interface Operation {
  readonly method: Route['method'];
  /** Below `/v1`. */
  readonly path: string;
  readonly run: (world: World, call: Call) => Reply;
}

const create = (world: World, { fields }: Call): Reply => {
  const asked = readPage(fields, world.now());
  if (asked.kind === 'refused') return asked.reply;
  const session: Session = {
    id: world.id('cs_test'),
    status: 'open',
    ...asked.page,
    created: world.now(),
    intent: null,
    challenged: false,
  };
  world.state.sessions.set(session.id, session);
  return found(sessionObject(world, session));
};

const onSession =
  (act: (world: World, session: Session, fields: Fields) => Reply) =>
  (world: World, { id, fields }: Call): Reply => {
    const session = world.state.sessions.get(id);
    return session ? act(world, session, fields) : missing('session', 'checkout.session', id);
  };

const retrieve = onSession((world, session, fields) => {
  const expand = Object.values(fields);
  const strange = expand.find((field) => !expandable.includes(field));
  return strange === undefined
    ? found(sessionObject(world, session, expand))
    : wrongParameter('expand', `This property cannot be expanded (${strange}).`);
});

const expire = onSession((world, session) => {
  if (session.status !== 'open')
    return refuse(400, {
      type: 'invalid_request_error',
      message: `Only Checkout Sessions with a status in ["open"] can be expired. This one is ${session.status}.`,
    });
  closePage(world, session);
  return found(sessionObject(world, session));
});

const alreadyRefunded = (id: string): Reply =>
  refuse(400, {
    type: 'invalid_request_error',
    code: 'charge_already_refunded',
    message: `Charge ${id} has already been refunded.`,
  });

const refund = (world: World, { fields }: Call): Reply => {
  const { payment_intent: id = '', amount: asked } = fields;
  const intent = world.state.intents.get(id);
  if (!intent?.charge) return missing('payment_intent', 'payment_intent', id);
  if (intent.charge.disputed)
    return refuse(400, {
      type: 'invalid_request_error',
      code: 'charge_disputed',
      message: 'This charge has been charged back.',
    });
  const left = intent.amount - intent.charge.refunded;
  if (left === 0) return alreadyRefunded(intent.charge.id);
  const amount = asked === undefined ? left : Number(asked);
  return Number.isInteger(amount) && amount > 0 && amount <= left
    ? found(refundCharge(world, intent, amount))
    : wrongParameter('amount', 'The amount must be positive and at most what is left of the charge.');
};

/** What of the gateway's API is spoken here. */
export const operations: Readonly<Record<OperationName, Operation>> = {
  'sessions.create': { method: 'POST', path: '/checkout/sessions', run: create },
  'sessions.retrieve': { method: 'GET', path: '/checkout/sessions/:id', run: retrieve },
  'sessions.expire': { method: 'POST', path: '/checkout/sessions/:id/expire', run: expire },
  'refunds.create': { method: 'POST', path: '/refunds', run: refund },
};
