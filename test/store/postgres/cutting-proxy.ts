import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Where the connection is cut: before the server has what was asked, or after it has answered and nobody has heard. */
export type Cut = 'before' | 'after';

/** Stands between a store and its database. */
export interface CuttingProxy {
  readonly url: string;
  /** Cuts the connection that next asks for this, at that point, once for each. */
  cut(asked: string, cuts: readonly Cut[]): void;
  stop(): Promise<void>;
}

export const cuttingProxy = async (url: string): Promise<CuttingProxy> => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let wanted = '';
  let cuts: Cut[] = [];

  const join = (client: Socket): void => {
    const server = connect(Number(target.port), target.hostname);
    let deaf = false;
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on('data', (bytes) => {
      const cut = wanted !== '' && bytes.includes(wanted) ? cuts.shift() : undefined;
      if (cut === 'before') return end();
      deaf ||= cut === 'after';
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (deaf) end();
      else client.write(bytes);
    });
  };

  const proxy = createServer(join).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const through = new URL(url);
  through.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: through.href,
    cut: (asked, at) => {
      wanted = asked;
      cuts = [...at];
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
};
