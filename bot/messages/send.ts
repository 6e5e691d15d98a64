import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder';
import type { Card } from '../../cards/elements.ts';
import { SendFault } from '../connector/send-fault.ts';

const cardActivity = (card: Card): Partial<Activity> => ({
  type: ActivityTypes.Message,
  summary: card.fallbackText,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

/** @returns the activity's id, by which the card can be changed later */
export const sendCard = async (context: TurnContext, card: Card): Promise<string | undefined> =>
  (await context.sendActivity(cardActivity(card)))?.id;

export const sendText = async (context: TurnContext, text: string): Promise<void> => {
  await context.sendActivity({ type: ActivityTypes.Message, text, textFormat: 'plain' });
};

/** The person deleted it, or the client never had it: the card is sent anew instead. */
const isGone = (error: unknown): boolean =>
  error instanceof SendFault && (error.status === 404 || error.status === 400 || error.status === 403);

/** @returns false where there is no such activity any more */
export const updateCard = async (context: TurnContext, id: string, card: Card): Promise<boolean> => {
  try {
    await context.updateActivity({ ...cardActivity(card), id });
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
};
