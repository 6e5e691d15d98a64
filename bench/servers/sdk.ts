import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type ActivityHandler } from 'botbuilder';
import restify from 'restify';
import { attend } from './attend.ts';

/** A bot as the SDK's samples run one: its adapter, its connector client, restify; no identity. */
export const serveWithSdk = async (bot: ActivityHandler): Promise<void> => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  adapter.onTurnError = (_context, error) => {
    console.error(error);
    process.exit(1);
  };
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
    await adapter.process(request, response, (context) => bot.run(context));
  });
  const node = server.server as Server;
  node.keepAliveTimeout = 60_000;
  node.listen(0, '127.0.0.1');
  await once(node, 'listening');
  attend({ port: (node.address() as AddressInfo).port });
};
