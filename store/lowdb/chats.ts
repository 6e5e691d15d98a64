import { hash } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { LRUCache } from 'lru-cache';
import type { ChatRecord, ChatRecords } from '../../membership/ports.ts';
import type { PersonId } from '../../membership/rules/ids.ts';
import { StoreFault } from '../faults.ts';
import { reasonOf, setAside, type StoreLog } from './damaged.ts';
import { DamagedFile, documentAdapter, folders, type Files } from './files.ts';
import type { Queues } from './queues.ts';

/** A few kilobytes each: the people of a busy day. */
const cachedRecords = 5_000;

/** Ids are opaque and may hold what a file name may not; the name is their hash. */
const keyOf = ({ tenantId, aadObjectId }: PersonId): string =>
  hash('sha256', `${tenantId}\n${aadObjectId}`).slice(0, 40);

export const isChatRecord = (value: unknown): value is ChatRecord =>
  typeof value === 'object' &&
  value !== null &&
  'person' in value &&
  'installed' in value &&
  'cards' in value &&
  Array.isArray(value.cards);

type Kept = { readonly kind: 'none' } | ChatRecord;
const isKept = (value: unknown): value is Kept => isChatRecord(value);

/** One file a person. Not synced: a power cut forgets at most where a talk was. */
export const chatRecords = (
  files: Files,
  turns: Queues<string>,
  log: StoreLog,
  guard: () => void,
): ChatRecords => {
  const cache = new LRUCache<string, ChatRecord>({ max: cachedRecords });
  const documentOf = (key: string, kept: Kept): Low<Kept> =>
    new Low(documentAdapter(files, join(files.root, folders.chats, `${key}.json`), isKept, 'none'), kept);

  const load = async (key: string): Promise<ChatRecord | undefined> => {
    const document = documentOf(key, { kind: 'none' });
    try {
      await document.read();
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      await setAside(files, join(files.root, folders.chats, `${key}.json`), error, log);
    }
    if ('kind' in document.data) return undefined;
    cache.set(key, document.data);
    return document.data;
  };

  return {
    read: async (person) => {
      guard();
      const key = keyOf(person);
      return cache.get(key) ?? turns.run(key, () => load(key));
    },
    write: async (record) => {
      guard();
      const key = keyOf(record.person);
      await turns.run(key, async () => {
        try {
          await documentOf(key, record).write();
        } catch (cause) {
          throw new StoreFault('notSaved', `a chat record could not be saved: ${reasonOf(cause)}`, { cause });
        }
        cache.set(key, record);
      });
    },
  };
};
