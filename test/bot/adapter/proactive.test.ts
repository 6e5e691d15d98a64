import assert from 'node:assert/strict';
import type { ConversationReference } from 'botbuilder-core';
import { TurnContext } from 'botbuilder-core';
import { connectorTokens } from '../../../bot/adapter/connector-token.ts';
import { teamsAdapter } from '../../../bot/adapter/teams-adapter.ts';
import { deliver, speaker } from '../../support/activities.ts';
import { standInConnector } from '../../support/connector.ts';
import { echoBot } from '../../support/echo-bot.ts';
import { appId } from './tokens.ts';

describe('a message that nobody asked for', () => {
  it('goes out by the kept reference, may be updated and deleted', async () => {
    const connector = await standInConnector();
    let reference: Partial<ConversationReference> = {};
    const bot = await echoBot({
      onTurn: (context) => {
        reference = TurnContext.getConversationReference(context.activity);
        return Promise.resolve();
      },
    });
    const anna = speaker({ serviceUrl: connector.serviceUrl });
    await deliver(bot.url, anna.message('hi'));
    await bot.adapter.continueConversation(reference, async (context) => {
      const sent = await context.sendActivity('first');
      await context.updateActivity({ type: 'message', id: sent?.id ?? '', text: 'second' });
      const gone = await context.sendActivity('gone');
      await context.deleteActivity(gone?.id ?? '');
    });
    assert.deepEqual(
      connector.recorded.map(({ kind }) => kind),
      ['sent', 'updated', 'sent', 'deleted'],
    );
    assert.deepEqual(
      connector.shown(anna.conversation).map(({ text }) => text),
      ['second'],
    );
    await bot.close();
    await connector.close();
  });

  it('a kept service URL is judged again', async () => {
    const adapter = teamsAdapter({ identity: { kind: 'none' } });
    const reference = { serviceUrl: 'https://evil.example.com/', conversation: { id: 'a:1' } };
    await assert.rejects(
      adapter.continueConversation(reference as Partial<ConversationReference>, () => Promise.resolve()),
      { name: 'SendFault', code: 'serviceUrlNotAllowed' },
    );
    await adapter.close();
  });

  it("a send that fails rejects inside the turn with the connector's code", async () => {
    const connector = await standInConnector();
    connector.misbehave({
      kind: 'status',
      status: 403,
      body: { error: { code: 'ConversationBlockedByUser' } },
    });
    const adapter = teamsAdapter({ identity: { kind: 'none' } });
    const reference = {
      serviceUrl: connector.serviceUrl,
      conversation: { id: 'a:1', isGroup: false, conversationType: 'personal', name: '' },
    };
    await assert.rejects(
      adapter.continueConversation(reference, async (context) => {
        await context.sendActivity('hello');
      }),
      { name: 'SendFault', status: 403, code: 'ConversationBlockedByUser' },
    );
    await adapter.close();
    await connector.close();
  });
});

describe("the connector's token", () => {
  const identity = { kind: 'singleTenant', appId, password: 'x', tenantId: appId } as const;
  const giving = (getToken: (fresh: boolean) => Promise<string>) => ({
    isValidAppId: () => Promise.resolve(true),
    isAuthenticationDisabled: () => Promise.resolve(false),
    // What the SDK's own factory makes has more to it; only this is used.
    createCredentials: () => Promise.resolve({ getToken } as never),
  });

  it('is none in local mode', async () => {
    assert.equal(await connectorTokens({ kind: 'none' })(), undefined);
  });

  it('is asked for once by turns at the same time', async () => {
    let asked = 0;
    const token = connectorTokens(
      identity,
      giving(() => Promise.resolve(`token-${++asked}`)),
    );
    assert.deepEqual(await Promise.all([token(), token(), token()]), ['token-1', 'token-1', 'token-1']);
    assert.equal(await token(), 'token-2');
  });

  it('that can not be had shows as degraded, until it can', async () => {
    let works = false;
    const credentials = giving(() => (works ? Promise.resolve('t') : Promise.reject(new Error('AADSTS'))));
    const adapter = teamsAdapter({ identity, credentials });
    assert.equal(adapter.signIn(), 'ok');
    await assert.rejects(adapter.connectorToken());
    assert.equal(adapter.signIn(), 'degraded');
    works = true;
    assert.equal(await adapter.connectorToken(), 't');
    assert.equal(adapter.signIn(), 'ok');
    await adapter.close();
  });
});
