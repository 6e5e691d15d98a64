import type { Activity, InvokeResponse } from 'botbuilder-core';
import { deliveryKey, readActivity } from '../adapter/activity.ts';
import type { Admission, TeamsAdapter, TurnLogic } from '../adapter/teams-adapter.ts';
import { isLoopback } from '../connector/service-url.ts';
import type { Log, TurnLine } from '../observe/log.ts';
import type { Metrics } from '../observe/metrics.ts';
import { inSpan } from '../observe/tracing.ts';
import { QueueRefusal, type ConversationQueue } from '../queue/conversation-queue.ts';
import type { DeliveredOnce } from '../queue/delivered-once.ts';
import type { StillHeld, Turns } from '../../store/contract.ts';
import { StoreFault } from '../../store/faults.ts';
import { HttpRefusal, jsonAnswer, type HttpAnswer, type HttpRequest, type Route } from './exchange.ts';

export interface MessagesOptions {
  readonly adapter: Pick<TeamsAdapter, 'admit' | 'run'>;
  readonly queue: Pick<ConversationQueue, 'run'>;
  /** Over all processes. */
  readonly turns: Turns;
  readonly delivered: DeliveredOnce<InvokeResponse | undefined>;
  /** A turn. What it throws is answered 500, so that Teams delivers again: it should catch what it can explain. */
  readonly onTurn: TurnLogic;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Unsigned activities are accepted: from this machine, under its own name, alone. */
  readonly local: boolean;
}

const refusals = {
  unauthorised: [401, 'unauthorised'],
  serviceUrl: [403, 'serviceUrlNotAllowed'],
  channel: [403, 'channelNotAllowed'],
  unknown: [503, 'signInUnavailable'],
} as const satisfies Record<Extract<Admission, { kind: 'refused' }>['because'], readonly [number, string]>;

/** A button's action, where it is one word: the rest of what a card brings is nothing for a log. */
const actionOf = ({ value }: Activity): string | undefined => {
  const data: unknown = value;
  const action = typeof data === 'object' && data !== null && 'action' in data ? data.action : undefined;
  return typeof action === 'string' && /^[a-z][a-zA-Z]{0,40}$/.test(action) ? action : undefined;
};

const admitted = async (options: MessagesOptions, request: HttpRequest, activity: Activity) => {
  if (options.local && !isLoopback(request.remoteAddress)) throw new HttpRefusal(403, 'senderNotAllowed');
  const admission = await options.adapter.admit(activity, request.header('authorization') ?? '');
  if (admission.kind === 'admitted') return admission.sender;
  const [status, code] = refusals[admission.because];
  throw new HttpRefusal(status, code);
};

const answerOf = (response: InvokeResponse | undefined): HttpAnswer => {
  const body: unknown = response?.body;
  const status = response?.status ?? 200;
  return body === undefined || body === null ? { status } : jsonAnswer(status, body);
};

/** Not begun, or taken over: Teams delivers again. What a turn's own deeds meet is answered in the turn. */
const refusalOf = (error: unknown): unknown =>
  error instanceof QueueRefusal || error instanceof StoreFault ? new HttpRefusal(503, error.code) : error;

/**
 * Runs a turn that says nothing more once its conversation is another process's, which may be at the same activity.
 * Rejects then with the `StoreFault`, whatever the turn made of it: it was not answered, and Teams delivers it again.
 */
const unlessLost = async <Answer>(
  logic: TurnLogic,
  stillHeld: StillHeld | undefined,
  run: (logic: TurnLogic) => Promise<Answer>,
): Promise<Answer> => {
  if (!stillHeld) return run(logic);
  let lost: StoreFault | undefined;
  const first = async <Sent>(send: () => Promise<Sent>): Promise<Sent> => {
    try {
      await stillHeld();
    } catch (error) {
      if (error instanceof StoreFault) lost = error;
      throw error;
    }
    return send();
  };
  const answer = await run((context) => {
    context.onSendActivities((_context, _activities, send) => first(send));
    context.onUpdateActivity((_context, _activity, send) => first(send));
    return logic(context);
  });
  if (lost) throw lost;
  return answer;
};

type Tell = (outcome: TurnLine['outcome']) => void;

/** Teams' way in: one activity a request, answered when its turn is done. */
export const messagesRoute = (options: MessagesOptions): Route => {
  const { adapter, queue, turns, delivered, onTurn, log, metrics } = options;
  const answered = async (
    activity: Activity,
    turn: () => Promise<InvokeResponse | undefined>,
    tell: Tell,
  ) => {
    const key = deliveryKey(activity);
    const { repeated, answer } =
      key === undefined ? { repeated: false, answer: turn() } : delivered.run(key, turn);
    try {
      const response = await answer;
      tell(repeated ? 'repeated' : 'answered');
      return answerOf(response);
    } catch (error) {
      const refusal = refusalOf(error);
      tell(refusal instanceof HttpRefusal ? 'refused' : 'failed');
      throw refusal;
    }
  };
  const handle = async (request: HttpRequest): Promise<HttpAnswer> => {
    const began = performance.now();
    const activity = readActivity(await request.json());
    if (!activity) throw new HttpRefusal(400, 'noActivity');
    const sender = await admitted(options, request, activity);
    const { type: activityType, conversation } = activity;
    const turn = () =>
      queue.run(conversation.id, async () => {
        const run = (stillHeld?: StillHeld) =>
          unlessLost(onTurn, stillHeld, (logic) => adapter.run(sender, activity, logic));
        const done = await turns.run({ conversation: conversation.id, delivery: deliveryKey(activity) }, run);
        // Another process has answered it.
        return done.kind === 'done' ? done.result : undefined;
      });
    const facts = { activityType, conversation: conversation.id, action: actionOf(activity) };
    return inSpan('turn', (tellSpan) =>
      answered(activity, turn, (outcome) => {
        const ms = performance.now() - began;
        metrics.turn(outcome, ms);
        log.turn({ ...facts, outcome, ms });
        tellSpan({ ...facts, outcome });
      }),
    );
  };
  return { method: 'POST', path: '/api/messages', handle, hosts: options.local ? 'loopback' : 'any' };
};
