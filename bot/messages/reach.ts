import type { ConversationReference, TurnContext } from 'botbuilder';
import type { ChatRecord, ChatRecords } from '../../membership/ports.ts';
import type { PersonId } from '../../membership/rules/ids.ts';
import type { TeamsAdapter } from '../adapter/teams-adapter.ts';
import { SendFault } from '../connector/send-fault.ts';
import type { ConversationQueue } from '../queue/conversation-queue.ts';

export interface ReachParts {
  readonly chats: ChatRecords;
  readonly adapter: Pick<TeamsAdapter, 'continueConversation'>;
  readonly queue: Pick<ConversationQueue, 'run'>;
}

/**
 * Runs work in a person's chat, unasked. Resolves `unreachable` where they do not have the bot, or have it no more;
 * rejects with any other `SendFault` that the work's messages meet.
 */
export type Reach = (
  person: PersonId,
  work: (context: TurnContext, record: ChatRecord) => Promise<ChatRecord>,
) => Promise<'done' | 'unreachable'>;

/** The edge: the record's JSON is the reference that the SDK gave. */
const referenceIn = (record: ChatRecord | undefined): Partial<ConversationReference> | undefined =>
  record?.installed && record.reference !== undefined
    ? (record.reference as unknown as Partial<ConversationReference>)
    : undefined;

/** 403 and 404: nothing more is sent until the person comes back. */
const isEnd = (error: unknown): boolean =>
  error instanceof SendFault && (error.status === 403 || error.status === 404);

const endSubscription = async (chats: ChatRecords, person: PersonId): Promise<'unreachable'> => {
  const record = await chats.read(person);
  if (record) await chats.write({ ...record, installed: false });
  return 'unreachable';
};

/** In line with the person's own turns, so that neither overwrites the other's record. */
export const reach =
  ({ chats, adapter, queue }: ReachParts): Reach =>
  async (person, work) => {
    const reference = referenceIn(await chats.read(person));
    if (!reference) return 'unreachable';
    const run = async (): Promise<'done'> => {
      await adapter.continueConversation(reference, async (context) => {
        const record = await chats.read(person);
        if (!record) return;
        const after = await work(context, record);
        if (after !== record) await chats.write(after);
      });
      return 'done';
    };
    return queue.run(reference.conversation?.id ?? '', () =>
      run().catch((error: unknown) => {
        if (!isEnd(error)) throw error;
        return endSubscription(chats, person);
      }),
    );
  };
