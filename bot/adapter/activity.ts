import type { Activity } from 'botbuilder-core';
import * as z from 'zod';

const id = z.string().max(1_024);
/** .NET senders write what they have not as null; it is taken for what it means. */
const absent = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .nullish(schema)
    .transform((value) => value ?? undefined)
    .optional();
const account = z.looseObject({
  id: id.min(1),
  aadObjectId: absent(id),
  name: absent(z.string().max(4_096)),
});

/** What must be there before anything is asked of an activity; the SDK skips checks where one of these is missing. */
const envelope = z.looseObject({
  type: z.string().min(1).max(64),
  id: absent(id),
  channelId: z.string().min(1).max(64),
  serviceUrl: z.string().min(1).max(2_048),
  from: account,
  recipient: account,
  conversation: z.looseObject({ id: id.min(1), tenantId: absent(id), conversationType: absent(id) }),
  text: absent(z.string()),
  locale: absent(z.string().max(64)),
  attachments: absent(z.array(z.looseObject({ contentType: z.string() }))),
  timestamp: absent(z.string()),
  localTimestamp: absent(z.string()),
  expiration: absent(z.string()),
});

const moment = (text: string | undefined): Date | undefined => {
  const date = text === undefined ? undefined : new Date(text);
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
};

/**
 * Reads an activity out of a request's JSON, its moments as dates, as the SDK's own reader does.
 * @returns undefined where it is none
 */
export const readActivity = (json: unknown): Activity | undefined => {
  const read = envelope.safeParse(json);
  if (!read.success) return undefined;
  const { timestamp, localTimestamp, expiration, ...rest } = read.data;
  // The edge: the SDK's type has some fifty fields more, each of which is judged where it is used.
  return {
    ...rest,
    ...(timestamp === undefined ? {} : { timestamp: moment(timestamp), rawTimestamp: timestamp }),
    ...(localTimestamp === undefined
      ? {}
      : { localTimestamp: moment(localTimestamp), rawLocalTimestamp: localTimestamp }),
    ...(expiration === undefined ? {} : { expiration: moment(expiration), rawExpiration: expiration }),
  } as unknown as Activity;
};

/** Names one delivery; undefined for an activity without an id, which can't be told from another. */
export const deliveryKey = (activity: Activity): string | undefined =>
  activity.id
    ? `${activity.channelId}\n${activity.conversation.id}\n${activity.type}\n${activity.id}`
    : undefined;
