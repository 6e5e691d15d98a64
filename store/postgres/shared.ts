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
