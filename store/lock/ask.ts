import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { inFolder, StoreFault } from '../faults.ts';
import { connect, socketsIn } from './connect.ts';
import { greetings, linesOf, nextLine, socketFolder, type AnswerLine, type Request } from './protocol.ts';

/** A process that is starting says `holder` once it has read what others left; a frozen one never speaks. */
const patience = 10_000;

interface Holder {
  readonly socket: Socket;
  readonly lines: AsyncGenerator<string>;
}

const isHolder = async (lines: AsyncGenerator<string>): Promise<boolean> => {
  const first = await nextLine(lines, patience);
  return first === greetings.candidate
    ? (await nextLine(lines, patience)) === greetings.holder
    : first === greetings.holder;
};

const findHolder = async (dataFolder: string): Promise<Holder | undefined> => {
  if (!existsSync(dataFolder)) return undefined;
  for (const path of await socketsIn(await socketFolder(dataFolder))) {
    const socket = await connect(path);
    if (!socket) continue;
    const lines = linesOf(socket);
    if (await isHolder(lines)) return { socket, lines };
    socket.destroy();
  }
  return undefined;
};

async function* answerLines({ socket, lines }: Holder): AsyncGenerator<string> {
  try {
    for await (const text of lines) {
      // Written by this same program at the other end of a socket that only its user can open.
      const answer = JSON.parse(text) as AnswerLine;
      if ('fault' in answer) throw new StoreFault(answer.code, answer.fault);
      if ('end' in answer) return;
      yield answer.line;
    }
    throw new StoreFault('closed', 'the process that has the store ended before its answer did');
  } finally {
    socket.destroy();
  }
}

/**
 * Hands work to the process that has the store open.
 * @returns the lines of its answer; undefined where no process has it. Rejects with a
 * `StoreFault` where the folder can't be used; reading does with what the other threw.
 */
export const askHolder = async (
  dataFolder: string,
  request: Request,
): Promise<AsyncIterable<string> | undefined> => {
  const holder = await inFolder(dataFolder, () => findHolder(dataFolder));
  if (!holder) return undefined;
  holder.socket.write(`${JSON.stringify(request)}\n`);
  return answerLines(holder);
};
