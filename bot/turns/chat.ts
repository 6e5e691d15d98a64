import type { Activity, ConversationReference } from 'botbuilder';
import { TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import type { ChatRecord, Json } from '../../membership/ports.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import type { CardSubject } from '../../membership/rules/message.ts';
import { isTimeZone } from '../../membership/rules/working-hours.ts';
import { languageOf, type Speaker } from './speaker.ts';

/** How many subjects' cards are remembered; older ones are judged by the store when they are pressed. */
const mostCards = 40;

/** What a chat remembers of the talk, in the record's `dialogs`. */
export interface Talking {
  readonly dialogs?: DialogState | undefined;
  /** The activity whose card waits for an answer. */
  readonly waiting?: string | undefined;
}

/** The edge: a chat record keeps JSON, the SDK has types of its own for it. */
const json = (value: unknown): Json => value as Json;

/** What the last turn left; whether the SDK can go on with it `converse` judges. */
export const talkingOf = ({ dialogs }: ChatRecord): Talking =>
  typeof dialogs === 'object' && dialogs !== null ? (dialogs as unknown as Talking) : {};

export const withTalking = (record: ChatRecord, { dialogs, waiting }: Talking): ChatRecord => {
  const kept = { ...(dialogs ? { dialogs: json(dialogs) } : {}), ...(waiting ? { waiting } : {}) };
  return { ...record, dialogs: Object.keys(kept).length > 0 ? kept : undefined };
};

/** Where this person can be reached, taken anew from each turn, since references change. */
const referenceOf = (activity: Activity): Json => {
  const { bot, channelId, conversation, serviceUrl, user } = TurnContext.getConversationReference(activity);
  return json({ bot, channelId, conversation, serviceUrl, user });
};

/** Where a person who has the bot can be reached; the edge: the record's JSON is the reference that the SDK gave. */
export const referenceIn = (record: ChatRecord | undefined): Partial<ConversationReference> | undefined =>
  record?.installed && record.reference !== undefined
    ? (record.reference as unknown as Partial<ConversationReference>)
    : undefined;

/** Not every client sends it, whatever the SDK's type says. */
const timeZoneOf = ({ localTimezone }: Activity): string | undefined => {
  const zone: unknown = localTimezone;
  return typeof zone === 'string' && isTimeZone(zone) ? zone : undefined;
};

/** The record as this activity finds it. */
export const refreshed = (
  known: ChatRecord | undefined,
  speaker: Speaker,
  activity: Activity,
): ChatRecord => ({
  person: speaker.person,
  installed: true,
  cards: [],
  ...known,
  ...(known && !known.installed ? { installed: true } : {}),
  name: speaker.name,
  locale: activity.locale ?? known?.locale,
  timeZone: timeZoneOf(activity) ?? known?.timeZone,
  reference: referenceOf(activity),
});

/** The person's choice, else the activity's locale, else English. */
export const languageFor = ({ language, locale }: ChatRecord): Language =>
  language ?? languageOf(locale) ?? 'en';

export const cardOf = (record: ChatRecord, shows: CardSubject): string | undefined =>
  record.cards.find((card) => card.shows === shows)?.activityId;

/** Remembers the newest activity that shows a subject; a card that showed another one shows that no more. */
export const tracking = (record: ChatRecord, shows: CardSubject, activityId: string): ChatRecord => {
  const others = record.cards.filter((card) => card.shows !== shows && card.activityId !== activityId);
  return { ...record, cards: [...others.slice(1 - mostCards), { shows, activityId }] };
};
