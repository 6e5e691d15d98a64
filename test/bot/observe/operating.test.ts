import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { botMetrics } from '../../../bot/observe/metrics.ts';

const root = resolve(import.meta.dirname, '../../..');
const manual = readFileSync(join(root, 'docs/operating.md'), 'utf8');
const sources = readdirSync(join(root, 'bot'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'bot', name), 'utf8'))
  .join('\n');

describe('the manual for whoever runs the bot', () => {
  it('has every metric that there is, and no other', async () => {
    const { body } = await botMetrics({ process: true }).text();
    const printed = new Set([...body.matchAll(/^# HELP (\S+)/gm)].map(([, name = '']) => name));
    const told = new Set([...manual.matchAll(/\b(?:bot|process|nodejs)_[a-z0-9_]+/g)].map(([name]) => name));
    const known = [...told].map((name) => (printed.has(name) ? name : name.replace(/_count$/, '')));
    assert.deepEqual(
      known.filter((name) => !printed.has(name)),
      [],
    );
    const own = [...printed].filter((name) => name.startsWith('bot_'));
    assert.deepEqual(
      own.filter((name) => !told.has(name)),
      [],
    );
  });

  it('explains lines that the log really has, every warning among them', () => {
    const warnings = [...sources.matchAll(/\.warning\('([\w.]+)'/g)].map(([, name = '']) => name);
    assert.ok(warnings.length > 3);
    assert.deepEqual(
      warnings.filter((name) => !manual.includes(`\`${name}\``)),
      [],
    );
    for (const [, name = ''] of manual.matchAll(/`((?:store|card|proofStore)\.[A-Za-z]+)`/g))
      assert.ok(sources.includes(`'${name}'`), name);
  });
});
