import type { ParkedCardNews, ParkedNews } from '../../membership/gateway-ports.ts';
import type { ChatRecord, ChatRecords } from '../../membership/ports.ts';
import type { PersonId } from '../../membership/rules/ids.ts';
import type { StillHeld } from '../contract.ts';
import type { Queues } from '../lowdb/queues.ts';
import { inBatches } from './batches.ts';
import type { Run } from './database.ts';
import type { Gate } from './gate.ts';
import { jsonb } from './json.ts';

export interface ChatParts {
  readonly run: Run;
  readonly gate: Gate;
  /** Of one process: what it writes of a person is written in that order, over whichever connection. */
  readonly queue: Queues<string>;
  /** A turn that is another process's by now writes nothing. */
  readonly stillHeld: StillHeld;
}

/** One row a person; the newest counts, since a conversation has one turn at a time. */
export const chatRecords = ({ run, gate, queue, stillHeld }: ChatParts): ChatRecords => {
  const save = inBatches(async (all: readonly ChatRecord[]) => {
    const written = all.map((record) => ({
      tenant: record.person.tenantId,
      person: record.person.aadObjectId,
      record,
    }));
    return run('writeChats', [jsonb(written)]);
  });
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
      inLine(record.person, async () => {
        await stillHeld();
        await save(record);
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
