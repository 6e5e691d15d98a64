import { ActivityTypes, type TurnContext } from 'botbuilder';
import { deskWelcomeCard } from '../../cards/desk/menu.ts';
import { attend, isForDesk, orderTyped } from '../../dialogs/desk/desk.ts';
import type { Input } from '../../dialogs/turn.ts';
import type { ChatRecord } from '../../membership/ports.ts';
import type { MpnId } from '../../membership/rules/ids.ts';
import type { House } from '../house.ts';
import { talkingOf, withTalking } from '../turns/chat.ts';
import { inputOf } from '../turns/input.ts';
import { keptInstall } from '../turns/install.ts';
import { session } from '../turns/session.ts';
import type { Speaker } from '../turns/speaker.ts';
import { inSpan } from '../observe/tracing.ts';
import { typingWhenSlow } from '../turns/typing.ts';
import { deskTurn } from './desk-turn.ts';

export interface DeskMeeting {
  readonly house: House;
  readonly context: TurnContext;
  readonly speaker: Speaker;
  readonly record: ChatRecord;
}

const begun = ({ house, context, speaker, record }: DeskMeeting, input: Input) => {
  const chat = session(context, record, input, talkingOf(record).waiting);
  return { chat, turn: deskTurn(house, context, { speaker, input, chat }) };
};

/** The desk keeps nothing of a talk: what a partner's person had open is over. */
const answer = async (meeting: DeskMeeting): Promise<void> => {
  const { house, context } = meeting;
  const { chat, turn } = begun(meeting, inputOf(context.activity, house.deeds.catalogue));
  const stopTyping = typingWhenSlow(chat);
  const unkept = (error: unknown): void =>
    house.log.fault({ reference: house.reference(), where: 'chat record', error });
  try {
    await inSpan('dialog', (tell) => {
      tell({ dialog: 'desk' });
      return attend(turn);
    });
  } finally {
    stopTyping();
    await house.chats.write(withTalking(chat.record(), {})).catch(unkept);
  }
};

const welcome = async (meeting: DeskMeeting): Promise<void> => {
  const { house, record } = meeting;
  // Kept first: a second install a few ms later waits in the queue, and finds it.
  const kept = await keptInstall(house, record);
  if (!kept) return;
  const { chat, turn } = begun({ ...meeting, record: kept }, { kind: 'text', text: '' });
  await turn.show(deskWelcomeCard(turn.language));
  await house.chats.write(chat.record());
};

/** What an operator does in a chat with the bot. */
export const meetAtDesk = async (meeting: DeskMeeting): Promise<void> => {
  const { house, context, record } = meeting;
  const { type, action } = context.activity;
  if (type === (ActivityTypes.Message as string)) return answer(meeting);
  if (type !== (ActivityTypes.InstallationUpdate as string)) return;
  return action === 'add'
    ? welcome(meeting)
    : house.chats.write({ ...record, installed: action !== 'remove' && record.installed });
};

/**
 * Whether an operator who is a partner's person too means the desk: by its words and buttons, or by the number of an
 * order of another partner.
 */
export const isMeantForDesk = async ({ house, context }: DeskMeeting, own: MpnId): Promise<boolean> => {
  const { activity } = context;
  if (activity.type !== (ActivityTypes.Message as string)) return false;
  const input = inputOf(activity, house.deeds.catalogue);
  if (isForDesk(input)) return true;
  const number = orderTyped(input);
  const at = number && (await house.deeds.partners.ofOrder(number));
  return at !== undefined && at !== own;
};
