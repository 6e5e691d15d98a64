import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StoreFault } from '../faults.ts';
import { linesOf, type AnswerLine, type Handlers, type Request } from './protocol.ts';

const isRequest = (value: unknown): value is Request =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'body' in value &&
  typeof value.body === 'string';

async function* answer(text: string, handlers: Handlers | undefined): AsyncGenerator<AnswerLine> {
  try {
    const request: unknown = JSON.parse(text);
    const handler =
      isRequest(request) && handlers && Object.hasOwn(handlers, request.name)
        ? handlers[request.name]
        : undefined;
    if (!handler || !isRequest(request)) {
      yield { fault: 'the process that has the store does not take this work', code: 'unusable' };
      return;
    }
    for await (const line of handler(request.body)) yield { line };
    yield { end: true };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    yield { fault, code: error instanceof StoreFault ? error.code : 'unusable' };
  }
}

async function* written(lines: AsyncIterable<AnswerLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/** Answers the one request of a connection; an asker that goes away is nobody's fault. */
export const answerOne = async (
  socket: Socket,
  handlers: () => Promise<Handlers | undefined>,
): Promise<void> => {
  try {
    const request = await linesOf(socket).next();
    if (request.done) return;
    await pipeline(Readable.from(written(answer(request.value, await handlers()))), socket);
  } catch {
    socket.destroy();
  }
};
