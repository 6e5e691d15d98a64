import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { ParkedCardNews, ParkedNews } from '../../membership/gateway-ports.ts';
import { StoreFault } from '../faults.ts';
import { reasonOf, setAside, type StoreLog } from './damaged.ts';
import { DamagedFile, documentAdapter, folders, type Files } from './files.ts';

const isParkedNews = (value: unknown): value is ParkedNews =>
  typeof value === 'object' && value !== null && 'id' in value && 'news' in value && 'at' in value;

type Kept = { readonly kind: 'none' } | ParkedNews;
const isKept = (value: unknown): value is Kept => isParkedNews(value);

/** An event's id is the gateway's; the file's name is its hash. */
const nameOf = (id: string): string => `${createHash('sha256').update(id).digest('hex').slice(0, 40)}.json`;

/** One synced file for each piece of news that has no place yet: there are few, and most are soon gone. */
export const parkedCardNews = (files: Files, log: StoreLog, guard: () => void): ParkedCardNews => {
  const folder = join(files.root, folders.parked);

  const read = async (name: string): Promise<readonly ParkedNews[]> => {
    const path = join(folder, name);
    const document = new Low<Kept>(documentAdapter(files, path, isKept, 'name'), { kind: 'none' });
    try {
      await document.read();
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      await setAside(files, path, error, log);
    }
    return 'kind' in document.data ? [] : [document.data];
  };

  return {
    park: async (news) => {
      guard();
      const adapter = documentAdapter(files, join(folder, nameOf(news.id)), isKept, 'name');
      try {
        await new Low<Kept>(adapter, news).write();
      } catch (cause) {
        throw new StoreFault('notSaved', `news could not be parked: ${reasonOf(cause)}`, { cause });
      }
    },
    all: async () => {
      guard();
      const names = (await files.disk.list(folder)).filter((name) => name.endsWith('.json'));
      return (await Promise.all(names.map(read))).flat();
    },
    remove: async (id) => {
      guard();
      await files.disk.remove(join(folder, nameOf(id)));
    },
  };
};
