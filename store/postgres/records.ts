import type { ParkedCardNews, ParkedNews } from '../../membership/gateway-ports.ts';
import type { ChatRecord, ChatRecords } from '../../membership/ports.ts';
import type { PersonId } from '../../membership/rules/ids.ts';
import type { Queues } from '../lowdb/queues.ts';
import type { Run } from './database.ts';
import type { Gate } from './gate.ts';
import { jsonb } from './json.ts';

/**
 * One row a person; the newest counts, since a conversation has one turn at a time.
 * @param queue of one process: what it writes of a person is written in that order, over whichever connection
 */
export const chatRecords = (run: Run, gate: Gate, queue: Queues<string>): ChatRecords => {
  const inLine = <Result>(
    { tenantId, aadObjectId }: PersonId,
    work: (key: readonly [string, string]) => Promise<Result>,
  ) => gate.pass(() => queue.run(`${tenantId}\n${aadObjectId}`, () => work([tenantId, aadObjectId])));
  return {
    read: (person) =>
      inLine(person, async (key) => {
        const [row] = await run<{ readonly record: ChatRecord }>('readChat', key);
        return row?.record;
      }),
    write: (record) =>
      inLine(record.person, async (key) => {
        await run('writeChat', [...key, jsonb(record)]);
      }),
  };
};

/** News that has no place yet. */
export const parkedCardNews = (run: Run, gate: Gate): ParkedCardNews => ({
  park: (news) =>
    gate.pass(async () => {
      await run('park', [news.id, jsonb(news)]);
    }),
  all: () =>
    gate.pass(async () => {
      const rows = await run<{ readonly news: ParkedNews }>('parkedNews');
      return rows.map(({ news }) => news);
    }),
  remove: (id) =>
    gate.pass(async () => {
      await run('unpark', [id]);
    }),
});
