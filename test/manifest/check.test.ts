import assert from 'node:assert/strict';
import sharp from 'sharp';
import { z } from 'zod';
import { packageFiles } from '../../manifest/build.ts';
import { packageFaults, type PackageFiles } from '../../manifest/check.ts';
import { trialValues } from '../../manifest/settings.ts';

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const objectShape = z.record(z.string(), z.unknown());

/** One change to a whole package. */
type Damage = (files: Map<string, Uint8Array>) => void | Promise<void>;

const json =
  (file: string, change: Readonly<Record<string, unknown>>): Damage =>
  (files) => {
    const whole = objectShape.parse(JSON.parse(decode(files.get(file))));
    files.set(file, encode(JSON.stringify({ ...whole, ...change })));
  };

const square = (edge: number, background: string): Promise<Buffer> =>
  sharp({ create: { width: edge, height: edge, channels: 4, background } })
    .png()
    .toBuffer();

const picture =
  (file: string, bytes: () => Promise<Buffer>): Damage =>
  async (files) =>
    void files.set(file, await bytes());

const text = (file: string, content: string): Damage => {
  return (files) => void files.set(file, encode(content));
};

const faultsAfter = async (damage: Damage): Promise<readonly string[]> => {
  const files = new Map<string, Uint8Array>(await packageFiles(trialValues));
  await damage(files);
  return packageFaults(files satisfies PackageFiles);
};

const title = 'bots[0].commandLists[0].commands[0].title';
const thirteen = Array.from({ length: 13 }, () => ({ title: 'offers' }));
const bot = { botId: trialValues.MicrosoftAppId, scopes: ['personal'] };

describe('the check of the app package', () => {
  const damages: readonly (readonly [what: string, damage: Damage, fault: RegExp])[] = [
    ['no JSON', text('manifest.json', '{'), /^manifest\.json: /],
    ['no manifest', (files) => void files.delete('manifest.json'), /^manifest\.json: /],
    ['a name of 31', json('manifest.json', { name: { short: 'n'.repeat(31) } }), /name\/short .* 30 /],
    [
      'a description of 81',
      json('manifest.json', { description: { short: 'd'.repeat(81), full: 'd' } }),
      /description\/short .* 80 /,
    ],
    [
      'thirteen commands',
      json('manifest.json', { bots: [{ ...bot, commandLists: [{ scopes: [], commands: thirteen }] }] }),
      /commands .* 12 /,
    ],
    ['an unknown scope', json('manifest.json', { bots: [{ ...bot, scopes: ['crowd'] }] }), /scopes\/0 /],
    ['an unknown word', json('manifest.json', { supportFiles: true }), /supportFiles/],
    [
      'another schema',
      json('manifest.json', { $schema: 'https://example.com/schema.json' }),
      /\$schema must be/,
    ],
    ['a placeholder', json('manifest.json', { validDomains: ['${{HOST}}'] }), /nothing is known for HOST/],
    ['no Swedish', (files) => void files.delete('sv.json'), /^sv\.json: is named .* but missing/],
    ['a stranger', text('notes.txt', 'notes'), /^notes\.txt: is not named/],
    ['broken Dutch', text('nl.json', '{'), /^nl\.json: /],
    ['no Dutch title', json('nl.json', { [title]: undefined }), /^nl\.json: .*title is not translated/],
    [
      'one Dutch title too many',
      json('nl.json', { [title.replace('s[0].t', 's[9].t')]: 'x' }),
      /translates nothing/,
    ],
    [
      'a Dutch name of 31',
      json('nl.json', { 'name.short': 'n'.repeat(31) }),
      /^nl\.json: \/name\.short .* 30 /,
    ],
    ['no Dutch name', json('nl.json', { 'name.short': ' ' }), /^nl\.json: \/name\.short must match/],
    [
      'a small icon',
      picture('color.png', () => square(96, '#0b5a63')),
      /^color\.png: must be 192 × 192, is 96 × 96/,
    ],
    ['an icon that is text', text('color.png', 'icon'), /^color\.png: must be a PNG/],
    [
      'a filled outline',
      picture('outline.png', () => square(32, '#ffffff')),
      /^outline\.png: must be white on/,
    ],
    [
      'a blank outline',
      picture('outline.png', () => square(32, '#ffffff00')),
      /^outline\.png: must be white on/,
    ],
  ];
  for (const [what, damage, fault] of damages)
    it(`refuses ${what}`, async () => {
      const faults = await faultsAfter(damage);
      assert.ok(
        faults.some((sentence) => fault.test(sentence)),
        faults.join('\n') || 'no fault was found',
      );
    });

  it('accepts the package as it is', async () => {
    assert.deepEqual(await faultsAfter(() => undefined), []);
  });

  it('names the faults of all files at once', async () => {
    const faults = await faultsAfter(async (files) => {
      await json('nl.json', { [title]: undefined })(files);
      await json('sv.json', { 'description.short': 'd'.repeat(81) })(files);
      await picture('outline.png', () => square(16, '#ffffff'))(files);
    });
    assert.deepEqual(
      faults.map((fault) => fault.split(':')[0]),
      ['outline.png', 'outline.png', 'nl.json', 'sv.json'],
    );
  });
});
