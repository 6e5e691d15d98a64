import type { Turns } from '../../store/contract.ts';
import type { ConversationQueue } from './conversation-queue.ts';

/**
 * The queue of one process, and at its head the lock over all of them: who waits in it holds nothing, and in the
 * database each conversation waits at most once a process.
 */
export const sharedQueue = (queue: ConversationQueue, turns: Turns): ConversationQueue => ({
  run: (conversation, work) =>
    queue.run(conversation, async () => {
      const turn = await turns.run({ conversation }, work);
      // Nothing is delivered here, and so nothing twice.
      if (turn.kind === 'repeated') throw new RangeError('a turn without a delivery was repeated');
      return turn.result;
    }),
  get size() {
    return queue.size;
  },
  close: (graceMs) => queue.close(graceMs),
});
