import type { Activity } from 'botbuilder';
import { languages, type Language } from '../../membership/rules/catalogue.ts';
import { isAadObjectId, isTenantId, type PersonId } from '../../membership/rules/ids.ts';

/** Whoever sent an activity, as Teams vouches for it. */
export interface Speaker {
  readonly person: PersonId;
  /** For display only. */
  readonly name: string;
  /** The chat with one person; anything else is a group or a team. */
  readonly personal: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Teams names the tenant in its channel data; the conversation has it too. */
const tenantOf = ({ channelData, conversation }: Activity): string => {
  const data: unknown = channelData;
  const tenant = isRecord(data) && isRecord(data['tenant']) ? data['tenant']['id'] : undefined;
  return typeof tenant === 'string' ? tenant : (conversation.tenantId ?? '');
};

/** @returns undefined where the activity does not say who it is from */
export const speakerOf = (activity: Activity): Speaker | undefined => {
  const tenantId = tenantOf(activity);
  const aadObjectId = activity.from.aadObjectId ?? '';
  if (!isTenantId(tenantId) || !isAadObjectId(aadObjectId)) return undefined;
  const { isGroup, conversationType } = activity.conversation;
  return {
    person: { tenantId, aadObjectId },
    name: activity.from.name,
    // The Playground's personal chat has no type.
    personal: !isGroup && (conversationType || 'personal') === 'personal',
  };
};

/** The bot's language for a locale such as `sv-SE`. */
export const languageOf = (locale: string | undefined): Language | undefined =>
  languages.find((language) => language === locale?.slice(0, 2).toLowerCase());
