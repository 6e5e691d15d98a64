import { LRUCache } from 'lru-cache';
import { Agent } from 'undici';
import { noRepeats } from './retry.ts';
import { SendFault } from './send-fault.ts';
import { defaultTimeoutMs, sender, textField, type Send, type SendOptions } from './send.ts';

/** What the SDK's adapter asks of a connector client, and no more. All reject with a {@link SendFault}. */
export interface Conversations {
  replyToActivity(conversation: string, activity: string, body: object): Promise<{ id: string }>;
  sendToConversation(conversation: string, body: object): Promise<{ id: string }>;
  updateActivity(conversation: string, activity: string, body: object): Promise<{ id: string }>;
  deleteActivity(conversation: string, activity: string): Promise<void>;
  createConversation(parameters: object): Promise<{ id: string; activityId?: string; serviceUrl?: string }>;
}

export interface LeanConnectorOptions extends SendOptions {
  readonly serviceUrlAllowed: (url: string) => boolean;
}

export interface LeanConnector {
  /**
   * `unasked`: nobody waits for the messages, and none is repeated. Throws a {@link SendFault}
   * `serviceUrlNotAllowed`: a stored service URL is judged again by this.
   */
  at(serviceUrl: string, turn: 'asked' | 'unasked'): Conversations;
  close(): Promise<void>;
}

const identified = (answer: unknown, otherwise = ''): { id: string } => ({
  id: textField(answer, 'id') ?? otherwise,
});

const created = (answer: unknown): { id: string; activityId?: string; serviceUrl?: string } => {
  const activityId = textField(answer, 'activityId');
  const serviceUrl = textField(answer, 'serviceUrl');
  return {
    ...identified(answer),
    ...(activityId === undefined ? {} : { activityId }),
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
  };
};

const conversationsAt = (serviceUrl: string, send: Send): Conversations => {
  const { origin, pathname } = new URL(serviceUrl);
  const root = `${pathname.replace(/\/+$/, '')}/v3/conversations`;
  const all = (conversation: string): string => `${root}/${encodeURIComponent(conversation)}/activities`;
  const one = (conversation: string, activity: string): string =>
    `${all(conversation)}/${encodeURIComponent(activity)}`;
  const post = (kind: 'reply' | 'send' | 'create', path: string, body: object): Promise<unknown> =>
    send({ kind, origin, method: 'POST', path, body: JSON.stringify(body) });
  return {
    replyToActivity: async (conversation, activity, body) =>
      identified(await post('reply', one(conversation, activity), body)),
    sendToConversation: async (conversation, body) => identified(await post('send', all(conversation), body)),
    createConversation: async (parameters) => created(await post('create', root, parameters)),
    updateActivity: async (conversation, activity, body) => {
      const path = one(conversation, activity);
      const answer = await send({ kind: 'update', origin, method: 'PUT', path, body: JSON.stringify(body) });
      return identified(answer, activity);
    },
    deleteActivity: async (conversation, activity) => {
      const path = one(conversation, activity);
      await send({ kind: 'delete', origin, method: 'DELETE', path, body: undefined });
    },
  };
};

/** The few calls of the Teams connector's REST API that a bot needs, on lines that are kept open. */
export const leanConnector = (options: LeanConnectorOptions): LeanConnector => {
  const timeout = options.timeoutMs ?? defaultTimeoutMs;
  // An answer is an id or an error; one that is longer is not read to its end.
  const agent = new Agent({ connections: 128, connect: { timeout }, maxResponseSize: 256 * 1024 });
  const send = { asked: sender(agent, options), unasked: sender(agent, { ...options, repeats: noRepeats }) };
  const known = new LRUCache<string, Conversations>({ max: 100 });
  return {
    at: (serviceUrl, turn) => {
      const key = `${turn} ${serviceUrl}`;
      const earlier = known.get(key);
      if (earlier) return earlier;
      if (!options.serviceUrlAllowed(serviceUrl)) throw new SendFault({ code: 'serviceUrlNotAllowed' });
      const conversations = conversationsAt(serviceUrl, send[turn]);
      known.set(key, conversations);
      return conversations;
    },
    close: () => agent.destroy(),
  };
};
