import { randomUUID } from 'node:crypto';
import type { Language } from '../membership/rules/catalogue.ts';
import type { Instant } from '../membership/rules/calendar.ts';
import type { PersonId } from '../membership/rules/ids.ts';
import type { WireActivity } from './chats.ts';

/** A person in a chat: where an activity of theirs comes from. */
export interface Speaker extends PersonId {
  readonly name: string;
  readonly userId: string;
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly bot: { readonly id: string; readonly name: string };
}

export interface Moment {
  readonly now: Instant;
  readonly language: Language;
}

const locales: Readonly<Record<Language, string>> = { en: 'en-US', nl: 'nl-NL', sv: 'sv-SE' };
const countries: Readonly<Record<Language, string>> = { en: 'US', nl: 'NL', sv: 'SE' };

const base = (speaker: Speaker, { now, language }: Moment): WireActivity => ({
  id: randomUUID(),
  timestamp: now,
  localTimestamp: now,
  localTimezone: 'UTC',
  channelId: 'msteams',
  serviceUrl: speaker.serviceUrl,
  from: { id: speaker.userId, name: speaker.name, aadObjectId: speaker.aadObjectId },
  conversation: { conversationType: 'personal', tenantId: speaker.tenantId, id: speaker.conversation },
  recipient: speaker.bot,
  locale: locales[language],
  entities: [
    {
      type: 'clientInfo',
      locale: locales[language],
      country: countries[language],
      platform: 'Web',
      timezone: 'UTC',
    },
  ],
  channelData: { tenant: { id: speaker.tenantId } },
});

export const typed = (speaker: Speaker, moment: Moment, text: string): WireActivity => ({
  ...base(speaker, moment),
  type: 'message',
  text,
  textFormat: 'plain',
});

/** A press of an `Action.Submit`, inputs and all. */
export const pressed = (
  speaker: Speaker,
  moment: Moment,
  press: { readonly value: unknown; readonly replyToId: string },
): WireActivity => ({
  ...base(speaker, moment),
  ...press,
  type: 'message',
  channelData: {
    source: { name: 'message' },
    tenant: { id: speaker.tenantId },
    legacy: { replyToId: press.replyToId },
  },
});

export const installation = (speaker: Speaker, moment: Moment, action: 'add' | 'remove'): WireActivity => ({
  ...base(speaker, moment),
  type: 'installationUpdate',
  action,
});

/** A file from the desktop: a card with a link that lives shortly. */
export const desktopFile = (
  speaker: Speaker,
  moment: Moment,
  file: { readonly name: string; readonly downloadUrl: string },
): WireActivity => ({
  ...base(speaker, moment),
  type: 'message',
  text: '',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: file.downloadUrl,
      name: file.name,
      content: {
        downloadUrl: file.downloadUrl,
        uniqueId: randomUUID(),
        fileType: file.name.includes('.')
          ? file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()
          : '',
      },
    },
  ],
});

/** A picture from a phone: it lies on the connector and has no name; Teams adds the message as HTML. */
export const phoneFile = (speaker: Speaker, moment: Moment, contentUrl: string): WireActivity => ({
  ...base(speaker, moment),
  type: 'message',
  text: '',
  attachments: [
    { contentType: 'image/*', contentUrl },
    { contentType: 'text/html', content: `<div><div><img alt="image" src="${contentUrl}"></div></div>` },
  ],
});
