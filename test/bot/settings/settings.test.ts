import assert from 'node:assert/strict';
import type { Environment } from '../../../bot/settings/names.ts';
import type { Mode } from '../../../bot/settings/settings.ts';
import { guids, production, faultsOf } from './environment.ts';

describe('settings that are wrong', () => {
  type Wrong = readonly [string, Mode, Environment, readonly string[]];
  const cases: readonly Wrong[] = [
    [
      'nothing at all: every missing one at once',
      'production',
      {},
      [
        'MicrosoftAppType is missing',
        'MicrosoftAppId is missing',
        'MicrosoftAppTenantId is missing',
        'MicrosoftAppPassword is missing',
        'PUBLIC_URL is missing',
      ],
    ],
    [
      'a type that would silently be another',
      'production',
      { ...production, MicrosoftAppType: 'SingleTennant' },
      ['MicrosoftAppType must be SingleTenant or UserAssignedMSI'],
    ],
    [
      'a type that lets everyone in',
      'production',
      { ...production, MicrosoftAppType: 'MultiTenant' },
      ['MicrosoftAppType must be SingleTenant or UserAssignedMSI'],
    ],
    [
      'a misspelt name',
      'production',
      { ...production, MicrosoftAppID: guids.app },
      ['MicrosoftAppID is not a setting: MicrosoftAppId is meant, it seems'],
    ],
    [
      'a name of another framework',
      'production',
      { ...production, MicrosoftAppSecret: 'x' },
      ['MicrosoftAppSecret is not a setting of this bot'],
    ],
    ['no GUID', 'production', { ...production, MicrosoftAppId: 'bot' }, ['MicrosoftAppId is not a GUID']],
    [
      'an empty GUID',
      'production',
      { ...production, MicrosoftAppId: '00000000-0000-0000-0000-000000000000' },
      ['MicrosoftAppId still has a placeholder for its value'],
    ],
    [
      'a placeholder, whose value is not told',
      'production',
      { ...production, MicrosoftAppPassword: '<client-secret>' },
      ['MicrosoftAppPassword still has a placeholder for its value'],
    ],
    [
      'a password beside a managed identity',
      'production',
      { ...production, MicrosoftAppType: 'UserAssignedMSI' },
      ['MicrosoftAppPassword must not be set with UserAssignedMSI, which has none'],
    ],
    [
      'plain http',
      'production',
      { ...production, PUBLIC_URL: 'http://bot.fabrikam.com' },
      ['PUBLIC_URL must begin with https://'],
    ],
    [
      'this machine as the public address',
      'production',
      { ...production, PUBLIC_URL: 'https://localhost' },
      ['PUBLIC_URL must be an address that Teams can reach, not this machine'],
    ],
    [
      'no address',
      'production',
      { ...production, PUBLIC_URL: 'bot.fabrikam.com' },
      ['PUBLIC_URL is not an address such as https://bot.example.com'],
    ],
    [
      'an address with a query',
      'production',
      { ...production, PUBLIC_URL: 'https://bot.fabrikam.com/?a=1' },
      ['PUBLIC_URL is not an address such as https://bot.example.com'],
    ],
    [
      'a port out of range',
      'production',
      { ...production, PORT: '70000' },
      ['PORT is not a port number from 1 to 65535'],
    ],
    [
      'any free port',
      'production',
      { ...production, PORT: '0' },
      ['PORT is not a port number from 1 to 65535'],
    ],
    [
      'a log level that does not exist',
      'production',
      { ...production, LOG_LEVEL: 'verbose' },
      ['LOG_LEVEL is none of trace, debug, info, warn, error, fatal, silent'],
    ],
    [
      'operators that are no GUIDs',
      'production',
      { ...production, OPERATORS: `${guids.tenant}/${guids.person},a/b,${guids.tenant}` },
      ['OPERATORS has an entry that is not two GUIDs, tenantId/aadObjectId: number 2, 3'],
    ],
    ...['mysql://db/bot', 'db:5432/bot', 'postgres:///bot', 'postgres://db'].map((url): Wrong => [
      `a database at ${url}`,
      'production',
      { ...production, DATABASE_URL: url },
      ['DATABASE_URL is no address such as postgres://user:password@db.example.com:5432/membership'],
    ]),
    ...['postgres://db.example.com/bot', 'postgres://localhost/bot?host=db.example.com'].map((url): Wrong => [
      `a database at ${url}`,
      'local',
      { DATABASE_URL: url },
      ['DATABASE_URL must be on this machine in local mode'],
    ]),
    [
      'an object store',
      'local',
      { PROOF_STORE: 's3://proofs' },
      [
        'PROOF_STORE must be Azurite on this machine in local mode: http://127.0.0.1:10000/devstoreaccount1/CONTAINER',
      ],
    ],
    [
      'an identity in local mode',
      'local',
      { MicrosoftAppId: guids.app, MicrosoftAppPasword: 'x' },
      [
        'MicrosoftAppId is set, but local mode has no Microsoft identity: use npm start with it',
        'MicrosoftAppPasword is set, but local mode has no Microsoft identity: use npm start with it',
      ],
    ],
    [
      'local mode open to the network',
      'local',
      { HOST: '0.0.0.0' },
      ['HOST must be this machine in local mode: 127.0.0.1, ::1 or localhost'],
    ],
    [
      'local mode under a public address',
      'local',
      { PUBLIC_URL: 'https://bot.fabrikam.com' },
      ['PUBLIC_URL must be this machine in local mode'],
    ],
    [
      'a name that only begins like this machine',
      'local',
      { PUBLIC_URL: 'http://localhost.fabrikam.com' },
      ['PUBLIC_URL must be this machine in local mode'],
    ],
    [
      'real money in local mode',
      'local',
      { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_API_BASE: 'https://api.stripe.com' },
      [
        'STRIPE_SECRET_KEY must begin with sk_test_ in local mode',
        'STRIPE_API_BASE must be this machine in local mode',
      ],
    ],
  ];
  for (const [name, mode, env, expected] of cases)
    it(`${mode}: ${name}`, () => assert.deepEqual(faultsOf(env, mode), expected));

  it('no fault tells a secret', () => {
    const told = faultsOf(
      { ...production, MicrosoftAppPassword: '<Kx8~Q>', STRIPE_SECRET_KEY: 'sk_live_abc' },
      'local',
    );
    assert.doesNotMatch(told.join('\n'), /Kx8|abc/);
  });
});
