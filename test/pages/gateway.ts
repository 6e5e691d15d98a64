import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { respond } from '../support/respond.ts';

/** Some page on another origin, where a payment would go on. */
export interface Elsewhere extends AsyncDisposable {
  readonly url: string;
}

/** @param name a host name ending in `localhost`, which browsers find on this machine */
export const elsewhere = async (name: string): Promise<Elsewhere> => {
  const server = createServer((_request, response) =>
    respond(response, 200, { 'content-type': 'text/html' }, '<title>Gateway</title><h1>Pay here</h1>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://${name}:${(server.address() as AddressInfo).port}/c/pay/1`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
