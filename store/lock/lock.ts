import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { basename, join } from 'node:path';
import { StoreFault } from '../faults.ts';
import { connect, socketsIn } from './connect.ts';
import { greetings, linesOf, nextLine, socketFolder, type Handlers } from './protocol.ts';
import { answerOne } from './serve.ts';

/** A data folder's lock. It dies with its process, however that ends. */
export interface Lock {
  /** From now on does the work that other processes hand over; those that asked earlier have waited for it. */
  serve(handlers: Handlers): void;
  release(): Promise<void>;
}

/** How long another candidate, or an asker, waits for this process before it takes it for frozen or busy. */
const patience = 10_000;

interface Candidate {
  readonly server: Server;
  readonly path: string;
  readonly sockets: Set<Socket>;
  readonly handlers: PromiseWithResolvers<Handlers>;
  greeting: string;
}

const soon = async (handlers: Promise<Handlers>): Promise<Handlers | undefined> => {
  const over = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => over.resolve(undefined), patience);
  return Promise.race([handlers, over.promise]).finally(() => clearTimeout(timer));
};

const welcome = (candidate: Candidate, socket: Socket): void => {
  candidate.sockets.add(socket);
  socket.once('close', () => candidate.sockets.delete(socket));
  socket.on('error', () => undefined);
  socket.write(`${candidate.greeting}\n`);
  void answerOne(socket, () => soon(candidate.handlers.promise));
};

const listen = (server: Server, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });

/** A name is given only to a socket that listens already: one that refuses is thus known to be dead. */
const standForElection = async (folder: string): Promise<Candidate> => {
  const onWindows = process.platform === 'win32';
  const name = randomBytes(6).toString('hex');
  const path = onWindows ? `${folder}lock` : join(folder, `${name}.sock`);
  const server = createServer();
  const candidate: Candidate = {
    server,
    path,
    sockets: new Set(),
    handlers: Promise.withResolvers(),
    greeting: greetings.candidate,
  };
  server.on('connection', (socket) => welcome(candidate, socket));
  await listen(server, onWindows ? path : `${path}.new`);
  if (!onWindows) await rename(`${path}.new`, path);
  server.unref();
  return candidate;
};

/**
 * Whether another socket's process leaves the lock to us. Names decide between two that stand at once: the later
 * one goes, the earlier one waits for it to have gone. Whoever sees nobody has it, and says so.
 */
const yieldsTo = async (own: Candidate, other: string): Promise<boolean> => {
  const socket = await connect(other);
  if (!socket) {
    // Its process is dead, and its name is never given again, so nobody else's socket is removed.
    await rm(other, { force: true });
    return true;
  }
  const lines = linesOf(socket);
  try {
    const first = await nextLine(lines, patience);
    // A connection that ends without a word is a candidate's that just went.
    if (first === undefined) return socket.readableEnded || socket.destroyed;
    if (first !== greetings.candidate || basename(other) < basename(own.path)) return false;
    const second = await nextLine(lines, patience);
    return second === undefined && (socket.readableEnded || socket.destroyed);
  } finally {
    socket.destroy();
  }
};

const leave = async ({ server, path, sockets }: Candidate): Promise<void> => {
  if (process.platform !== 'win32') await rm(path, { force: true });
  const closed = new Promise((resolve) => server.close(resolve));
  for (const socket of sockets) socket.destroy();
  await closed;
};

const lockedFault = (dataFolder: string): StoreFault =>
  new StoreFault('locked', `another process has the store in ${dataFolder} open`);

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/**
 * Takes the lock of a data folder that exists. Rejects with a `StoreFault` `locked` where another process has it;
 * a process that was killed has none, so a start straight after succeeds.
 */
export const takeLock = async (dataFolder: string): Promise<Lock> => {
  const folder = await socketFolder(dataFolder);
  const own = await standForElection(folder).catch((error: unknown) => {
    throw isTaken(error) ? lockedFault(dataFolder) : error;
  });
  for (const other of await socketsIn(folder)) {
    if (other === own.path || (await yieldsTo(own, other))) continue;
    await leave(own);
    throw lockedFault(dataFolder);
  }
  own.greeting = greetings.holder;
  for (const socket of own.sockets) socket.write(`${greetings.holder}\n`);
  return { serve: own.handlers.resolve, release: () => leave(own) };
};
