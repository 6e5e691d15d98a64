import type { ChatRecord, ChatRecords, ParkedCardNews, ParkedNews } from '../../membership/ports.ts';
import type { Run } from './database.ts';
import type { Gate } from './gate.ts';
import { jsonb } from './json.ts';

/** One row a person; the newest counts, since a conversation has one turn at a time. */
export const chatRecords = (run: Run, gate: Gate): ChatRecords => ({
  read: ({ tenantId, aadObjectId }) =>
    gate.pass(async () => {
      const [row] = await run<{ readonly record: ChatRecord }>('readChat', [tenantId, aadObjectId]);
      return row?.record;
    }),
  write: (record) =>
    gate.pass(async () => {
      const { tenantId, aadObjectId } = record.person;
      await run('writeChat', [tenantId, aadObjectId, jsonb(record)]);
    }),
});

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
