import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { settingNames } from '../../bot/settings/names.ts';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'Dockerfile'), 'utf8');
const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

interface Instruction {
  readonly keyword: string;
  readonly words: readonly string[];
  readonly stage: number;
}

/** Every instruction with the stage that it stands in. */
const instructions = (): readonly Instruction[] => {
  let stage = -1;
  return DockerfileParser.parse(text)
    .getInstructions()
    .map((line) => {
      if (line.getKeyword() === 'FROM') stage += 1;
      const words = line.getArguments().map((word) => word.getValue());
      return { keyword: line.getKeyword(), words, stage };
    });
};

const last = Math.max(...instructions().map(({ stage }) => stage));
const inImage = (keyword: string): readonly Instruction[] =>
  instructions().filter((line) => line.stage === last && line.keyword === keyword);

/** What is copied out of the repository, into either stage. */
const copied = instructions()
  .filter(({ keyword }) => keyword === 'COPY')
  .filter((line) => !line.words.some((word) => word.startsWith('/bot/node_modules')))
  .map(({ words, stage }) => ({ stage, names: words.slice(0, -1) }));
const roomsInImage = copied.filter(({ stage }) => stage === last).flatMap(({ names }) => names);

const imported = /(?:from\s+|import\s*\(\s*|import\s+|import\.meta\.resolve\(\s*|new URL\(\s*)'([^']+)'/g;

/** All files that a program of the repository leads to, and the packages that they name. */
const reached = (entries: readonly string[]) => {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.ts')) return;
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(imported)) {
      const inside = resolve(dirname(file), name);
      if (name.startsWith('.') && existsSync(inside)) visit(inside);
      else if (/^[@a-z]/.test(name) && !name.startsWith('node:'))
        packages.add(name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
    }
  };
  for (const entry of entries) visit(join(root, entry));
  return { files: [...files].map((file) => relative(root, file)), packages: [...packages] };
};

const programs = [
  'bot/main.ts',
  'bot/commands/import.ts',
  'bot/commands/export.ts',
  'bot/commands/migrate.ts',
  'pages/browser/page.ts',
];

describe('the image', () => {
  it('has a Dockerfile that the linter finds nothing in', () => assert.deepEqual(validate(text), []));

  it('stands on Node 24, slim, in both stages', () => {
    const bases = instructions().filter(({ keyword }) => keyword === 'FROM');
    assert.deepEqual(
      bases.map(({ words }) => words[0]),
      ['node:24-bookworm-slim', 'node:24-bookworm-slim'],
    );
  });

  it('has the packages of production alone', () => {
    const runs = instructions().filter(({ keyword, stage }) => keyword === 'RUN' && stage < last);
    assert.deepEqual(
      runs.map(({ words }) => words.join(' ')),
      ['npm ci --omit=dev'],
    );
  });

  it('has every file that the bot runs on, and no test', () => {
    const { files } = reached(programs);
    assert.ok(files.length > 150);
    const there = [...roomsInImage, 'node_modules'];
    const missing = files.filter((file) => !there.includes(file.split('/')[0]!));
    assert.deepEqual(missing, []);
    assert.ok(!roomsInImage.some((room) => /test|bench|playground|manifest/.test(room)));
  });

  it('needs no package that is there for development alone', () => {
    const known = reached(programs).packages.filter((name) => name in manifest.dependencies);
    const unknown = reached(programs).packages.filter((name) => !(name in manifest.dependencies));
    assert.ok(known.length > 15);
    assert.deepEqual(unknown, []);
  });

  it('is given by .dockerignore what it copies, and nothing else', () => {
    const lines = ignored.filter((line) => line !== '' && !line.startsWith('#'));
    assert.equal(lines[0], '*');
    const given = lines.slice(1).map((line) => line.replace('!', ''));
    assert.deepEqual(given.toSorted(), [...new Set(copied.flatMap(({ names }) => names))].toSorted());
  });

  it('runs Node itself, as nobody in particular, and writes to its volume alone', () => {
    assert.deepEqual(
      inImage('CMD').map(({ words }) => words),
      [['["node",', '"bot/main.ts"]']],
    );
    assert.equal(inImage('ENTRYPOINT').length, 0);
    assert.deepEqual(inImage('USER')[0]?.words, ['node']);
    assert.deepEqual(inImage('VOLUME')[0]?.words, ['/data']);
  });

  it('asks after its health by Node, of the very path', () => {
    const [health] = inImage('HEALTHCHECK');
    assert.match(health!.words.join(' '), /\["node", "-e", "fetch\(.*\/healthz/);
  });

  it('has no setting built in but where its data lies', () => {
    const env = inImage('ENV').flatMap(({ words }) => words.map((word) => word.split('=')[0]!));
    assert.deepEqual(
      env.filter((name) => (settingNames as readonly string[]).includes(name)),
      ['DATA_DIR'],
    );
    assert.equal(instructions().filter(({ keyword }) => keyword === 'ARG').length, 0);
  });
});
