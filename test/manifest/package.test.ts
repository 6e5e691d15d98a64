import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppManifestUtils, TeamsManifestConverter } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { buildPackage } from '../../manifest/build.ts';
import { packageFaults } from '../../manifest/check.ts';
import { trialValues, type Settings } from '../../manifest/settings.ts';

const settings: Settings = {
  MicrosoftAppId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  PUBLIC_URL: 'https://bot.fabrikam.com:8443/teams',
  DEVELOPER_NAME: 'Fabrikam "Süd"',
  DEVELOPER_WEBSITE_URL: 'https://fabrikam.com',
  DEVELOPER_PRIVACY_URL: 'https://fabrikam.com/privacy',
  DEVELOPER_TERMS_URL: 'https://fabrikam.com/terms',
};

const manifestShape = z.object({
  id: z.string(),
  manifestVersion: z.string(),
  developer: z.record(z.string(), z.string()),
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  bots: z.array(
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      supportsFiles: z.boolean(),
      isNotificationOnly: z.boolean(),
      commandLists: z.array(z.object({ commands: z.array(z.object({ title: z.string() })) })),
    }),
  ),
  validDomains: z.array(z.string()),
});

describe('the Teams app package', () => {
  let folder: string;
  let files: Record<string, Uint8Array>;

  const text = (name: string): string => new TextDecoder().decode(files[name]);
  const manifest = () => manifestShape.parse(JSON.parse(text('manifest.json')));

  const build = async (name: string, chosen: Settings): Promise<Buffer> => {
    const target = join(folder, 'made', name);
    assert.deepEqual(await buildPackage(chosen, target), []);
    return readFile(target);
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'package-'));
    files = unzipSync(await build('package.zip', settings));
  });
  after(() => rm(folder, { recursive: true }));

  it('holds the manifest, two languages and two icons, at its top', () => {
    assert.deepEqual(Object.keys(files).sort(), [
      'color.png',
      'manifest.json',
      'nl.json',
      'outline.png',
      'sv.json',
    ]);
  });

  it('still has no faults when it is opened again', async () => {
    assert.deepEqual(await packageFaults(new Map(Object.entries(files))), []);
  });

  it("is valid by Microsoft's own checker", async () => {
    const read = TeamsManifestConverter.jsonToManifest(text('manifest.json'));
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(read), []);
  });

  it('says what the settings say', () => {
    const { id, bots, validDomains, developer } = manifest();
    assert.equal(id, settings.MicrosoftAppId);
    assert.deepEqual(
      bots.map(({ botId }) => botId),
      [settings.MicrosoftAppId],
    );
    assert.deepEqual(validDomains, ['bot.fabrikam.com:8443']);
    assert.deepEqual(developer, {
      name: settings.DEVELOPER_NAME,
      websiteUrl: settings.DEVELOPER_WEBSITE_URL,
      privacyUrl: settings.DEVELOPER_PRIVACY_URL,
      termsOfUseUrl: settings.DEVELOPER_TERMS_URL,
    });
  });

  it('is a personal bot that takes files and talks', () => {
    const [bot] = manifest().bots;
    assert.deepEqual(bot?.scopes, ['personal']);
    assert.equal(bot.supportsFiles, true);
    assert.equal(bot.isNotificationOnly, false);
  });

  it('offers the typed words as commands, in three languages', () => {
    const english = manifest().bots[0]!.commandLists[0]!.commands.map(({ title }) => title);
    const translated = (file: string): unknown[] => {
      const keys = z.record(z.string(), z.string()).parse(JSON.parse(text(file)));
      return english.map((_, nth) => keys[`bots[0].commandLists[0].commands[${nth}].title`]);
    };
    assert.deepEqual(
      english.map((word, nth) => [word, translated('nl.json')[nth], translated('sv.json')[nth]]),
      [
        ['offers', 'aanbiedingen', 'erbjudanden'],
        ['orders', 'orders', 'ordrar'],
        ['fee', 'kosten', 'avgift'],
        ['proof', 'bewijs', 'bevis'],
        ['cancel', 'annuleren', 'annullera'],
        ['language', 'taal', 'språk'],
        ['stop', 'stoppen', 'avsluta'],
        ['help', 'help', 'hjälp'],
      ],
    );
    const { localizationInfo } = manifest();
    assert.equal(localizationInfo.defaultLanguageTag, 'en');
    assert.deepEqual(
      localizationInfo.additionalLanguages.map(({ languageTag }) => languageTag),
      ['nl', 'sv'],
    );
  });

  it('is made of the trial values too', async () => {
    await build('trial.zip', trialValues);
  });

  it('is the same, byte for byte, in another time zone', async () => {
    const zone = process.env['TZ'];
    const at = async (name: string): Promise<Buffer> => {
      process.env['TZ'] = name;
      return build('zone.zip', settings);
    };
    try {
      assert.deepEqual(await at('Pacific/Auckland'), await at('America/Los_Angeles'));
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('is not written when there is a fault', async () => {
    const target = join(folder, 'refused.zip');
    const faults = await buildPackage({ ...settings, MicrosoftAppId: 'no guid' }, target);
    assert.equal(faults.length, 2);
    await assert.rejects(stat(target), { code: 'ENOENT' });
  });
});
