import assert from 'node:assert/strict';
import { guids, production, withoutPassword, settingsOf } from './environment.ts';

describe('settings that are right', () => {
  it('production', () => {
    assert.deepEqual(
      settingsOf(
        { ...production, OPERATORS: ` ${guids.tenant.toUpperCase()}/${guids.person} ` },
        'production',
      ),
      {
        mode: 'production',
        identity: {
          kind: 'singleTenant',
          appId: guids.app,
          password: 'Kx8~Q.a-long_one',
          tenantId: guids.tenant,
        },
        port: 3978,
        host: '0.0.0.0',
        publicUrl: 'https://bot.fabrikam.com',
        dataDir: '.data',
        proofStore: undefined,
        databaseUrl: undefined,
        catalogue: undefined,
        operators: [{ tenantId: guids.tenant, aadObjectId: guids.person }],
        logLevel: 'info',
        card: undefined,
      },
    );
  });

  it('a GUID in capitals is the one that tokens bring', () => {
    const { identity } = settingsOf({ ...production, MicrosoftAppId: guids.app.toUpperCase() }, 'production');
    assert.equal(identity.kind === 'none' ? '' : identity.appId, guids.app);
  });

  it('a managed identity has no password', () => {
    const { identity } = settingsOf(
      { ...withoutPassword, MicrosoftAppType: 'UserAssignedMSI' },
      'production',
    );
    assert.deepEqual(identity, { kind: 'userAssignedMsi', appId: guids.app, tenantId: guids.tenant });
  });

  it('local mode needs none, takes any free port, and ids that are no GUIDs', () => {
    const { identity, host, port, publicUrl, operators } = settingsOf(
      {
        PORT: '0',
        OPERATORS: 'tenant.1/user-1,tenant.1/user-2',
        MicrosoftAppId: '',
        STRIPE_SECRET_KEY: 'sk_test_1',
      },
      'local',
    );
    assert.deepEqual(
      [identity.kind, host, port, publicUrl, operators.length],
      ['none', '127.0.0.1', 0, undefined, 2],
    );
  });
});
