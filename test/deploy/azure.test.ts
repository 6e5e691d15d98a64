import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { settingNames } from '../../bot/settings/names.ts';
import { trialValues } from '../../manifest/settings.ts';
import { bicepReader, type BicepFile } from './bicep.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'deploy/azure');
const names = readdirSync(folder).filter((name) => name.endsWith('.bicep'));

describe('the deployment to Azure', () => {
  const files = new Map<string, BicepFile>();
  const all = (): readonly (readonly [string, BicepFile])[] => [...files];
  const file = (name: string): BicepFile => files.get(name) ?? assert.fail(name);

  before(async () => {
    const read = await bicepReader();
    for (const name of names) files.set(name, read(join(folder, name)));
  });

  it('is Bicep by its grammar', () => {
    assert.ok(names.length > 5);
    for (const [name, { faults }] of all()) assert.deepEqual(faults, [], name);
  });

  it('uses no name that is not declared, and declares no parameter or variable that is not used', () => {
    for (const [name, { declared, used, parameters, variables }] of all()) {
      const unknown = used.filter((one) => !declared.includes(one));
      assert.deepEqual(unknown, [], name);
      const idle = [...parameters.map((one) => one.name), ...variables].filter((one) => !used.includes(one));
      assert.deepEqual(idle, [], name);
    }
  });

  it('gives each module what it asks for, and takes what it gives', () => {
    const { modules, outputsUsed } = file('main.bicep');
    assert.deepEqual(
      modules.map(({ path }) => path).toSorted(),
      names.filter((name) => name !== 'main.bicep'),
    );
    for (const { name, path, given } of modules) {
      const { parameters, outputs } = file(path);
      const known = parameters.map((one) => one.name);
      assert.deepEqual(
        given.filter((one) => !known.includes(one)),
        [],
        path,
      );
      const missing = parameters.filter((one) => one.required && !given.includes(one.name));
      assert.deepEqual(missing, [], path);
      const taken = outputsUsed.filter(([module]) => module === name).map(([, output]) => output);
      assert.deepEqual(
        taken.filter((one) => !outputs.some((output) => output.name === one)),
        [],
        path,
      );
    }
  });

  it('names a settled version of every kind of resource', () => {
    for (const [name, { types }] of all())
      for (const type of types) assert.match(type, /^Microsoft\.\w+(?:\/\w+)+@20\d\d-\d\d-\d\d$/, name);
  });

  it('keeps secrets secure, and gives none out', () => {
    for (const [name, { parameters, outputs }] of all()) {
      for (const one of parameters)
        assert.equal(one.secure, /password|secret|databaseUrl/i.test(one.name), `${name}: ${one.name}`);
      const secrets = parameters.filter(({ secure }) => secure).map((one) => one.name);
      for (const output of outputs) assert.ok(!output.uses.some((one) => secrets.includes(one)), name);
    }
    const text = readFileSync(join(folder, 'app.bicep'), 'utf8');
    for (const secret of ['DATABASE_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'])
      assert.match(text, new RegExp(`name: '${secret}', secretRef: '`));
  });

  it('gives the container every setting but the ones that it must not have', () => {
    const text = readFileSync(join(folder, 'app.bicep'), 'utf8');
    const given = [...text.matchAll(/name: '([A-Za-z_]+)', (?:value|secretRef)/g)].map(([, name]) => name);
    // A managed identity has no password; the gateway is the real one.
    const left = settingNames.filter((name) => !/^(?:MicrosoftAppPassword|STRIPE_API_BASE)$/.test(name));
    assert.deepEqual(
      left.filter((name) => !given.includes(name)),
      [],
    );
    assert.match(text, /name: 'MicrosoftAppType', value: 'UserAssignedMSI'/);
    assert.match(text, /path: '\/healthz'/);
    assert.match(text, /path: '\/readyz'/);
  });

  it('has a file of parameters that fits it', () => {
    const given = JSON.parse(readFileSync(join(folder, 'main.parameters.json'), 'utf8')) as {
      parameters: Record<string, { value: string }>;
    };
    const { parameters } = file('main.bicep');
    for (const name of Object.keys(given.parameters))
      assert.ok(
        parameters.some((one) => one.name === name),
        name,
      );
    for (const { name, required } of parameters) if (required) assert.ok(name in given.parameters, name);
    for (const [name, { value }] of Object.entries(given.parameters))
      assert.match(value, /password|secret/i.test(name) ? /^\$\{\{SECRET_\w+\}\}$/ : /^\$\{\{\w+\}\}$/);
  });
});

interface Agents {
  readonly publish: readonly { readonly uses: string; readonly env?: Readonly<Record<string, string>> }[];
}

describe('m365agents.yml', () => {
  const text = readFileSync(join(root, 'm365agents.yml'), 'utf8');
  const agents = parse(text) as Agents;

  it('is one by the toolkit’s own schema', () => {
    const schema = JSON.parse(
      readFileSync(join(root, 'test/data/m365agents-v1.11.schema.json'), 'utf8'),
    ) as object;
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    assert.equal(validate(agents), true, JSON.stringify(validate.errors));
  });

  it('names files that are there, and the package that npm run package makes', () => {
    const paths = [...text.matchAll(/: (\.\/deploy\/\S+)/g)].map(([, path = '']) => path);
    assert.ok(paths.length > 0);
    for (const path of paths) assert.ok(existsSync(join(root, path)), path);
    assert.match(readFileSync(join(root, 'manifest/package.ts'), 'utf8'), /'dist', 'membership-bot\.zip'/);
    assert.match(text, /appPackagePath: \.\/dist\/membership-bot\.zip/);
  });

  it('gives npm run package all that it reads', () => {
    const packing = agents.publish.find(({ uses }) => uses === 'cli/runNpmCommand');
    assert.deepEqual(Object.keys(packing?.env ?? {}).toSorted(), Object.keys(trialValues).toSorted());
  });

  it('takes from the environment what the manual says is to be put there, and what the deployment gives', () => {
    const parameters = readFileSync(join(folder, 'main.parameters.json'), 'utf8');
    const bicep = readFileSync(join(folder, 'main.bicep'), 'utf8');
    const [, manual = ''] = readFileSync(join(root, 'docs/operating.md'), 'utf8').split('## In Azure');
    const wanted = [...(text + parameters).matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
    const unknown = wanted.filter(
      (name) =>
        !new RegExp(`^output ${name} `, 'm').test(bicep) &&
        !manual.includes(`\`${name}`) &&
        !(name.startsWith('DEVELOPER_') && manual.includes('`DEVELOPER_…`')),
    );
    assert.ok(wanted.length > 10);
    assert.deepEqual(unknown, []);
  });

  it('uses outputs that the deployment has', () => {
    const bicep = readFileSync(join(folder, 'main.bicep'), 'utf8');
    const outputs = [...bicep.matchAll(/^output (\w+)/gm)].map(([, name]) => name);
    for (const name of ['BOT_ID', 'BOT_PUBLIC_URL', 'BOT_REGISTRY']) {
      assert.ok(outputs.includes(name));
      assert.match(text, new RegExp(`\\$\\{\\{${name}\\}\\}`));
    }
  });
});
