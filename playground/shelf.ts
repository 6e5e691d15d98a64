import { randomUUID } from 'node:crypto';

export interface ShelvedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files on their way to the bot, each under an id that nobody can guess. */
export interface Shelf {
  put(file: ShelvedFile): string;
  get(id: string): ShelvedFile | undefined;
}

/** Old ones make room: the bot fetches a file in the turn that brings it. */
const most = 20;

export const fileShelf = (): Shelf => {
  const files = new Map<string, ShelvedFile>();
  return {
    put: (file) => {
      const id = randomUUID();
      files.set(id, file);
      const [oldest] = files.keys();
      if (files.size > most && oldest !== undefined) files.delete(oldest);
      return id;
    },
    get: (id) => files.get(id),
  };
};
