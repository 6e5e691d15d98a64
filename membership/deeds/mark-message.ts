import type { Partners } from '../ports.ts';
import type { MessageId, MpnId } from '../rules/ids.ts';
import type { OutboxMessage } from '../rules/message.ts';

/** Records what became of messages; forgetting it at a power cut means at most that one is sent twice. */
export const markMessages = async (
  partners: Partners,
  partner: MpnId,
  ids: readonly MessageId[],
  mark: (message: OutboxMessage) => OutboxMessage,
): Promise<void> => {
  await partners.change(
    partner,
    (stored) => ({
      kind: 'commit',
      partner: {
        ...stored,
        outbox: stored.outbox.map((message) => (ids.includes(message.id) ? mark(message) : message)),
      },
      answer: undefined,
    }),
    { durable: false },
  );
};
