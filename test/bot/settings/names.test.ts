import assert from 'node:assert/strict';
import { isPlaceholder } from '../../../bot/settings/checks.ts';
import { misspeltNames } from '../../../bot/settings/names.ts';

describe('names', () => {
  const cases: readonly [string, boolean][] = [
    ['MICROSOFT_APP_ID', true],
    ['microsoftAppTenantID', true],
    ['Catalog', true],
    ['OPERATOR', true],
    ['PUBLICURL', true],
    ['DATA-DIR', true],
    ['LOG_LEVLE', true],
    ['STRIPE_SECRET', false],
    ['HOSTNAME', false],
    ['POST', false],
    ['npm_config_loglevel', false],
    ['PATH', false],
  ];
  for (const [name, misspelt] of cases)
    it(`${name} is ${misspelt ? 'a misspelt setting' : 'no matter of ours'}`, () => {
      assert.equal(misspeltNames({ [name]: 'x' }).length, misspelt ? 1 : 0);
    });
});

describe('placeholders', () => {
  const cases: readonly [string, boolean][] = [
    ['<your-app-id>', true],
    ['https://<host>/', true],
    ['changeme', true],
    ['Change-Me', true],
    ['your-bot-id', true],
    ['https://your-bot.azurewebsites.net', true],
    ['${PASSWORD}', true],
    ['{{secret}}', true],
    ['xxxx', true],
    ['https://bot.fabrikam.com', false],
    ['Kx8~Q.a-long_one', false],
    ['https://exchange.fabrikam.com', false],
    ['5b1c5f0e-3f44-4c0d-8a83-0d9e7c1f2a10', false],
  ];
  for (const [value, expected] of cases)
    it(`${value} ${expected ? 'is one' : 'is none'}`, () => assert.equal(isPlaceholder(value), expected));
});
