import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Host extends AsyncDisposable {
  readonly origin: string;
}

/** A little HTTP server on a free loopback port, gone with its scope, open connections included. */
export const hostThat = async (answers: RequestListener): Promise<Host> => {
  const server = createServer(answers);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((gone) => {
        server.close(() => gone());
        server.closeAllConnections();
      }),
  };
};
