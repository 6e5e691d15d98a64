import { readdir } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';

/** Sockets that listen, or did before their process died. Windows has one pipe, which dies with its process. */
export const socketsIn = async (folder: string): Promise<readonly string[]> => {
  if (process.platform === 'win32') return [`${folder}lock`];
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.sock')).map((name) => join(folder, name));
};

/** Undefined where nobody listens there any more. */
export const connect = (path: string): Promise<Socket | undefined> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      // From here on a broken connection is just its end.
      socket.on('error', () => undefined);
      resolve(socket);
    });
    socket.once('error', (error) => {
      const gone = 'code' in error && (error.code === 'ECONNREFUSED' || error.code === 'ENOENT');
      if (gone) resolve(undefined);
      else reject(error);
    });
  });
