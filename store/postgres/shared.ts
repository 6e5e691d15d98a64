import { openDatabase, type Run } from './database.ts';

const inDatabase = async <Result>(url: string, work: (run: Run) => Promise<Result>): Promise<Result> => {
  const database = openDatabase({ url, connections: 1 });
  try {
    return await work(database.run);
  } finally {
    await database.close();
  }
};

const read = async (run: Run, name: string): Promise<string | undefined> =>
  (await run<{ readonly value: string }>('readShared', [name]))[0]?.value;

/** What all instances on a database share under a name; undefined where there is none. The store was opened once. */
export const readShared = (url: string, name: string): Promise<string | undefined> =>
  inDatabase(url, (run) => read(run, name));

/**
 * Gives the database a value under a name, unless it has one: of several instances at once, one gives it.
 * @returns the value that it has
 */
export const shareOnce = (url: string, name: string, value: string): Promise<string> =>
  inDatabase(url, async (run) => {
    await run('shareOnce', [name, value]);
    return (await read(run, name)) ?? value;
  });

/** Gives the database a value under a name, whatever it had. */
export const share = (url: string, name: string, value: string): Promise<void> =>
  inDatabase(url, async (run) => {
    await run('share', [name, value]);
  });

/** How many documents of each kind a database has. */
export interface Counts {
  readonly partners: number;
  readonly chats: number;
  readonly bankLines: number;
  readonly parkedNews: number;
}

export const countAll = (url: string): Promise<Counts> =>
  inDatabase(url, async (run) => {
    const [counts] = await run<Counts>('countAll');
    return counts ?? { partners: 0, chats: 0, bankLines: 0, parkedNews: 0 };
  });
