import { request } from 'undici';

/** An inbound activity, plain JSON as it comes over the wire. */
export type WireActivity = Record<string, unknown> & {
  readonly type: string;
  readonly id: string;
  readonly conversation: { readonly id: string };
};

/** `teams`: as the service sends. `playground`: as Microsoft 365 Agents Playground does, with fewer fields. */
export type Sender = 'teams' | 'playground';

export interface SpeakerOptions {
  readonly serviceUrl: string;
  readonly tenantId?: string;
  readonly aadObjectId?: string;
  readonly name?: string;
  readonly locale?: string;
  readonly conversation?: string;
  readonly conversationType?: 'personal' | 'groupChat' | 'channel';
  readonly sender?: Sender;
  /** Where activity ids come from; counts from 1 when left out. */
  readonly nextId?: () => string;
}

export interface Speaker {
  readonly conversation: string;
  message(text: string): WireActivity;
  /** A pressed button; `replyTo` is the activity that carries the card. */
  submit(data: Record<string, unknown>, replyTo?: string): WireActivity;
  /** A file from the desktop: a short-lived link that needs no token. */
  file(url: string, name: string, text?: string): WireActivity;
  /** A photo from a phone: it lies on the connector. */
  image(url: string, contentType?: string): WireActivity;
  installed(action?: 'add' | 'remove'): WireActivity;
  joined(): WireActivity;
}

const bot = { id: '28:bot', name: 'Membership' };
const sentAt = '2026-10-05T09:00:00.000Z';

const counter = (): (() => string) => {
  let count = 0;
  return () => `in-${++count}`;
};

/** The parts of every activity that say who speaks, where, and how. */
const envelope = (
  options: Required<SpeakerOptions>,
): { id: string; conversation: { id: string } } & Record<string, unknown> => {
  const { serviceUrl, tenantId, aadObjectId, name, locale, conversation, conversationType, sender } = options;
  const shared = {
    id: options.nextId(),
    timestamp: sentAt,
    channelId: 'msteams',
    serviceUrl,
    recipient: bot,
    conversation: { id: conversation, conversationType, tenantId },
    channelData: { tenant: { id: tenantId } },
  };
  if (sender === 'playground')
    return {
      ...shared,
      from: { id: `user-${aadObjectId}`, aadObjectId, name },
      locale: 'en-US',
      deliveryMode: undefined,
    };
  return {
    ...shared,
    localTimestamp: '2026-10-05T11:00:00.000+02:00',
    from: { id: `29:${aadObjectId}`, name, aadObjectId },
    locale,
    entities: [
      { type: 'clientInfo', locale, country: 'NL', platform: 'Windows', timezone: 'Europe/Amsterdam' },
    ],
  };
};

/** The copy of a message's text that Teams puts beside it; no file. */
const richText = (text: string) => ({ contentType: 'text/html', content: `<p>${text}</p>` });

/** A person in a chat with the bot; each call makes a new activity with a new id. */
export const speaker = (given: SpeakerOptions): Speaker => {
  const options: Required<SpeakerOptions> = {
    tenantId: '7f0d5c61-6a5e-4e0c-9d62-2f3f5f1a0b01',
    aadObjectId: 'a1f6b3c2-1111-4222-8333-944455556666',
    name: 'Anna de Vries',
    locale: 'en-US',
    conversation: `a:${given.aadObjectId ?? 'personal'}`,
    conversationType: 'personal',
    sender: 'teams',
    nextId: counter(),
    ...given,
  };
  const make = (fields: Record<string, unknown> & { type: string }): WireActivity => ({
    ...envelope(options),
    ...fields,
  });
  const copy = (text: string) => (options.sender === 'teams' ? { attachments: [richText(text)] } : {});
  return {
    conversation: options.conversation,
    message: (text) => make({ type: 'message', text, textFormat: 'plain', ...copy(text) }),
    submit: (value, replyTo) =>
      make({ type: 'message', value, ...(replyTo === undefined ? {} : { replyToId: replyTo }) }),
    file: (downloadUrl, name, text = '') => {
      const fileType = name.split('.').pop() ?? '';
      const contentType = 'application/vnd.microsoft.teams.file.download.info';
      const content = { downloadUrl, uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D', fileType };
      const contentUrl = `https://fabrikam-my.sharepoint.com/personal/files/${encodeURIComponent(name)}`;
      return make({
        type: 'message',
        text,
        attachments: [{ contentType, contentUrl, name, content }, richText(text)],
      });
    },
    image: (contentUrl, contentType = 'image/*') =>
      make({ type: 'message', attachments: [{ contentType, contentUrl }, richText('')] }),
    installed: (action = 'add') => make({ type: 'installationUpdate', action }),
    joined: () => make({ type: 'conversationUpdate', membersAdded: [{ id: bot.id }] }),
  };
};

/** Delivers an activity as a channel does; resolves when the bot has answered. */
export const deliver = async (
  botUrl: string,
  activity: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> => {
  const response = await request(`${botUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(activity),
  });
  return { status: response.statusCode, body: await response.body.text() };
};
