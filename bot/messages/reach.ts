import type { ConversationReference, TurnContext } from 'botbuilder';
import type { ChatRecord, ChatRecords } from '../../membership/ports.ts';
import type { PersonId } from '../../membership/rules/ids.ts';
import type { TeamsAdapter } from '../adapter/teams-adapter.ts';
import { SendFault } from '../connector/send-fault.ts';
import type { ConversationQueue } from '../queue/conversation-queue.ts';
import { referenceIn } from '../turns/chat.ts';
import type { Pace, Places } from './pace.ts';

export interface ReachParts {
  readonly chats: ChatRecords;
  readonly adapter: Pick<TeamsAdapter, 'continueConversation'>;
  readonly queue: Pick<ConversationQueue, 'run'>;
  readonly pace: Pick<Pace, 'take'>;
}

/** What is done in the chat; answers with the record as it is then. */
type Work = (context: TurnContext, record: ChatRecord) => Promise<ChatRecord>;

/**
 * Runs work in a person's chat, unasked, at the pace that Teams allows. Resolves `unreachable` where they do not have
 * the bot, or have it no more; rejects with any other `SendFault` that the work's messages meet, and with a
 * `QueueRefusal` where it was not begun.
 */
export type Reach = (person: PersonId, work: Work) => Promise<'done' | 'unreachable'>;

/** A card is changed, and a line says so: no work makes more calls. */
const mostCalls = 2;

/** 403 and 404: nothing more is sent until the person comes back. A card that can't be found may just be deleted. */
const isEnd = (error: unknown, of: 'send' | 'update'): error is SendFault =>
  error instanceof SendFault && (error.status === 403 || (error.status === 404 && of === 'send'));

/**
 * Counts what is sent, and sends nothing more once the chat has ended.
 * @returns the fault that ended it
 */
const watch = (context: TurnContext, places: Places): (() => SendFault | undefined) => {
  let end: SendFault | undefined;
  const watched = async <Answer>(of: 'send' | 'update', call: () => Promise<Answer>): Promise<Answer> => {
    if (end) throw end;
    places.use();
    try {
      return await call();
    } catch (error) {
      if (isEnd(error, of)) end = error;
      throw error;
    }
  };
  context.onSendActivities((_context, _activities, call) => watched('send', call));
  context.onUpdateActivity((_context, _activity, call) => watched('update', call));
  return () => end;
};

const endSubscription = async (chats: ChatRecords, person: PersonId): Promise<'unreachable'> => {
  const record = await chats.read(person);
  if (record) await chats.write({ ...record, installed: false });
  return 'unreachable';
};

const workIn = async (
  { chats, adapter }: ReachParts,
  reference: Partial<ConversationReference>,
  { person, work, places }: { person: PersonId; work: Work; places: Places },
): Promise<'done' | 'unreachable'> => {
  let ended: () => SendFault | undefined = () => undefined;
  try {
    await adapter.continueConversation(reference, async (context) => {
      ended = watch(context, places);
      const record = await chats.read(person);
      if (!record) return;
      const after = await work(context, record);
      if (after !== record) await chats.write(after);
    });
  } catch (error) {
    if (error !== ended()) throw error;
  }
  return ended() ? endSubscription(chats, person) : 'done';
};

/** In line with the person's own turns, so that neither overwrites the other's record. */
export const reach =
  (parts: ReachParts): Reach =>
  async (person, work) => {
    const { chats, queue, pace } = parts;
    const known = referenceIn(await chats.read(person));
    if (!known) return 'unreachable';
    const conversation = known.conversation?.id ?? '';
    // Before the line of the conversation, where it would keep the person's own turns waiting.
    const places = await pace.take({ conversation, tenantId: person.tenantId }, mostCalls);
    try {
      return await queue.run(conversation, async () => {
        // What was before it in the line may have ended the chat.
        const reference = referenceIn(await chats.read(person));
        return reference ? await workIn(parts, reference, { person, work, places }) : 'unreachable';
      });
    } finally {
      places.leave();
    }
  };
