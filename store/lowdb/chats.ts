import { hash } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { LRUCache } from 'lru-cache';
import type { ChatRecord, ChatRecords } from '../../membership/ports.ts';
import type { PersonId } from '../../membership/rules/ids.ts';
import { setAside, type StoreLog } from './damaged.ts';
import { DamagedFile, documentAdapter, folders, type Files } from './files.ts';
import type { Queues } from './queues.ts';
import { recentChats, type RecentChats } from './recent-chats.ts';

/** A few kilobytes each: the people of a busy day. */
const cachedRecords = 5_000;

const keyOf = ({ tenantId, aadObjectId }: PersonId): string => `${tenantId}\n${aadObjectId}`;

/** Ids are opaque and may hold what a file name may not; the name is their hash. */
const fileKey = (key: string): string => hash('sha256', key).slice(0, 40);

export const isChatRecord = (value: unknown): value is ChatRecord =>
  typeof value === 'object' &&
  value !== null &&
  'person' in value &&
  'installed' in value &&
  'cards' in value &&
  Array.isArray(value.cards);

type Kept = { readonly kind: 'none' } | ChatRecord;
const isKept = (value: unknown): value is Kept => isChatRecord(value);

/** The chat records of a store, and what its closing does with the newest. */
export type KeptChats = ChatRecords & Pick<RecentChats, 'settle'>;

/** One file a person, and the newest in lines, which a power cut may forget: at most where a talk was. */
export const chatRecords = async (
  files: Files,
  turns: Queues<string>,
  log: StoreLog,
  guard: () => void,
): Promise<KeptChats> => {
  const cache = new LRUCache<string, ChatRecord>({ max: cachedRecords });
  const pathOf = (key: string): string => join(files.root, folders.chats, `${fileKey(key)}.json`);
  const documentOf = (key: string, kept: Kept): Low<Kept> =>
    new Low(documentAdapter(files, pathOf(key), isKept, 'file'), kept);
  const names = await files.disk.list(join(files.root, folders.chats));
  /** Most colleagues of who talks never have: their files need not be looked for. */
  const saved = new Set(names.map((name) => name.slice(0, -'.json'.length)));
  const recent = await recentChats({
    files,
    log,
    save: async (key, record) => {
      await documentOf(key, record).write();
      saved.add(fileKey(key));
    },
    recordOf: (value) => (isChatRecord(value) ? [keyOf(value.person), value] : undefined),
  });

  const inMemory = (key: string): ChatRecord | undefined => cache.get(key) ?? recent.get(key);

  const load = async (key: string): Promise<ChatRecord | undefined> => {
    // A write may have come before this read's turn.
    const newer = inMemory(key);
    if (newer) return newer;
    if (!saved.has(fileKey(key))) return undefined;
    const document = documentOf(key, { kind: 'none' });
    try {
      await document.read();
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      await setAside(files, pathOf(key), error, log);
    }
    if ('kind' in document.data) return undefined;
    cache.set(key, document.data);
    return document.data;
  };

  return {
    read: async (person) => {
      guard();
      const key = keyOf(person);
      return inMemory(key) ?? turns.run(key, () => load(key));
    },
    write: async (record) => {
      guard();
      const key = keyOf(record.person);
      await turns.run(key, async () => {
        await recent.write(key, record);
        cache.set(key, record);
      });
    },
    settle: () => recent.settle(),
  };
};
