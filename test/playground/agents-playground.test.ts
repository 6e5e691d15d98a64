import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlayground, type RunningPlayground } from '../../playground/agents-playground.ts';
import { playgroundConversation } from '../../playground/agents-playground-config.ts';
import { currentPerson } from '../../playground/demo/people.ts';

const listen = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};

/** An address of this machine that the network sees. */
const outside = (): string | undefined =>
  Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

describe('playground: the Agents Playground as a process', function () {
  this.timeout(40_000);
  let folder: string;
  let bot: Server;
  let taken: Server;
  let playground: RunningPlayground;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'playground-'));
    bot = createServer((_request, response) => response.end());
    taken = createServer();
    const [botPort, takenPort] = [await listen(bot), await listen(taken)];
    const messagesUrl = `http://127.0.0.1:${botPort}/api/messages`;
    playground = await startPlayground({ folder, messagesUrl, port: takenPort, browser: false });
  });
  after(async () => {
    await playground.stop();
    bot.close();
    taken.close();
    await rm(folder, { recursive: true });
  });

  it('takes a free port where the wished one is in use, and serves its page there', async () => {
    assert.notEqual(Number(new URL(playground.page).port), (taken.address() as AddressInfo).port);
    const page = await fetch(playground.page);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<div id="root">/);
  });

  it('has the demo tenant, its current person and the one personal chat', async () => {
    const member = await fetch(
      `${playground.serviceUrl}/v3/conversations/${encodeURIComponent(playgroundConversation)}/members`,
    );
    const [person] = (await member.json()) as { objectId: string; tenantId: string }[];
    assert.deepEqual(
      { aadObjectId: person?.objectId, tenantId: person?.tenantId },
      { aadObjectId: currentPerson.aadObjectId, tenantId: currentPerson.tenantId },
    );
  });

  it('is not to be reached from the network', async function () {
    const address = outside();
    if (address === undefined) return this.skip();
    await assert.rejects(fetch(playground.page.replace('localhost', address)));
  });

  it('ends by its id', async () => {
    const { pid } = playground;
    assert.ok(pid);
    await playground.stop();
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
    await playground.stop();
  });
});
