import assert from 'node:assert/strict';
import { readSettings, trialValues } from '../../manifest/settings.ts';

const real = {
  MicrosoftAppId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  PUBLIC_URL: 'https://bot.fabrikam.com',
  DEVELOPER_NAME: 'Fabrikam',
  DEVELOPER_WEBSITE_URL: 'https://fabrikam.com',
  DEVELOPER_PRIVACY_URL: 'https://fabrikam.com/privacy',
  DEVELOPER_TERMS_URL: 'https://fabrikam.com/terms',
};

describe('settings of the app package', () => {
  it('come from the environment', () => {
    assert.deepEqual(readSettings({ ...real, PATH: '/bin' }), {
      kind: 'settings',
      settings: real,
      trial: [],
    });
  });

  it('that are not set, or empty, have trial values, and are named', () => {
    const environment = { ...real, DEVELOPER_NAME: undefined, PUBLIC_URL: ' ' };
    assert.deepEqual(readSettings(environment), {
      kind: 'settings',
      settings: {
        ...real,
        DEVELOPER_NAME: trialValues.DEVELOPER_NAME,
        PUBLIC_URL: trialValues.PUBLIC_URL,
      },
      trial: ['PUBLIC_URL', 'DEVELOPER_NAME'],
    });
  });

  const wrong: readonly (readonly [keyof typeof real, string])[] = [
    ['MicrosoftAppId', 'my-bot'],
    ['MicrosoftAppId', '3f2504e04f8941d39a0c0305e82c3301'],
    ['PUBLIC_URL', 'bot.fabrikam.com'],
    ['PUBLIC_URL', 'http://bot.fabrikam.com'],
    ['PUBLIC_URL', 'https://localhost:3978'],
    ['PUBLIC_URL', 'https://127.0.0.1'],
    ['PUBLIC_URL', 'https://[::1]:3978'],
    ['DEVELOPER_NAME', 'F'.repeat(33)],
    ['DEVELOPER_WEBSITE_URL', 'fabrikam'],
    ['DEVELOPER_PRIVACY_URL', 'javascript:alert(1)'],
    ['DEVELOPER_TERMS_URL', 'http://fabrikam.com/terms'],
  ];
  for (const [name, value] of wrong)
    it(`${name} can't be ${value}`, () => {
      const reading = readSettings({ ...real, [name]: value });
      assert.equal(reading.kind, 'faults');
      assert.equal(reading.faults.length, 1);
      assert.match(reading.faults[0]!, new RegExp(`^${name} must be `));
    });

  it('are refused with every fault at once', () => {
    const reading = readSettings({ ...real, MicrosoftAppId: 'x', PUBLIC_URL: 'y', DEVELOPER_TERMS_URL: 'z' });
    assert.equal(reading.kind, 'faults');
    assert.deepEqual(
      reading.faults.map((fault) => fault.split(' ')[0]),
      ['MicrosoftAppId', 'PUBLIC_URL', 'DEVELOPER_TERMS_URL'],
    );
  });
});
