import { createHash } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreFaultCode } from '../faults.ts';

/**
 * What a process does for others through its lock.
 * Takes the request's body, gives the answer's lines; what it throws reaches the asker as an error.
 */
export type Handlers = Readonly<Record<string, (body: string) => AsyncIterable<string>>>;

/** The first line that a process sends to who connects; `candidate` is followed by `holder`, or by the end. */
export const greetings = { candidate: 'candidate', holder: 'holder' } as const;

export interface Request {
  readonly name: string;
  readonly body: string;
}

/** The lines of an answer, each as JSON. One without `end` or `fault` was cut off. */
export type AnswerLine =
  | { readonly line: string }
  | { readonly end: true }
  | { readonly fault: string; readonly code: StoreFaultCode };

/** A socket's path is limited to about 100 bytes on every system; a name takes up to 21. */
const longestFolder = 80;

/**
 * The folder of sockets that belongs to a data folder: inside it where its path is short enough, else one in the
 * temporary folder, named by the hash of its real path.
 */
export const socketFolder = async (dataFolder: string): Promise<string> => {
  const real = await realpath(dataFolder);
  const name = createHash('sha256').update(real).digest('hex').slice(0, 24);
  // Named pipes have names of their own, and no folder.
  if (process.platform === 'win32') return `\\\\.\\pipe\\membership-${name}-`;
  const inside = join(real, 'lock');
  const folder = Buffer.byteLength(inside) <= longestFolder ? inside : join(tmpdir(), `membership-${name}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
};

/** The lines that come through a socket. Nothing is scanned twice, since an import's body is one line. */
export async function* linesOf(socket: Socket): AsyncGenerator<string, undefined> {
  let parts: string[] = [];
  socket.setEncoding('utf8');
  for await (const chunk of socket) {
    const [first = '', ...rest] = String(chunk).split('\n');
    parts.push(first);
    for (const next of rest) {
      yield parts.join('');
      parts = [next];
    }
  }
  return undefined;
}

/** The next line; undefined at the end, when the connection breaks, or after so many ms. */
export const nextLine = async (lines: AsyncGenerator<string>, ms: number): Promise<string | undefined> => {
  const over = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => over.resolve(undefined), ms);
  try {
    const next = lines.next().then(
      (result) => (result.done ? undefined : result.value),
      () => undefined,
    );
    return await Promise.race([next, over.promise]);
  } finally {
    clearTimeout(timer);
  }
};
