import assert from 'node:assert/strict';
import { host } from '../../../bot/settings/checks.ts';
import { readSettings } from '../../../bot/settings/settings.ts';

describe('the host to listen at', () => {
  for (const text of ['0.0.0.0', '::', 'fe80::1', 'localhost', 'bot-1.fabrikam.com', '3com.example'])
    it(`${text} is one`, () => assert.deepEqual(host(text), { value: text }));

  for (const text of [
    '!!',
    '256.0.0.1',
    'bot_1',
    '-bot',
    'bot..local',
    '[::1]',
    'http://bot',
    'a'.repeat(64),
  ])
    it(`${text} is none`, () => assert.deepEqual(host(text), { fault: 'is no IP address and no host name' }));

  it('is checked in production beside the other settings', () => {
    const read = readSettings({ HOST: '!!' }, 'production');
    assert.ok(read.kind === 'faults');
    assert.ok(read.faults.includes('HOST is no IP address and no host name'), read.faults.join('\n'));
  });
});
