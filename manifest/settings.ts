import { z } from 'zod';

/** What stands in the package where nothing was set: good for a look at the package, not for Teams. */
export const trialValues = {
  MicrosoftAppId: '00000000-0000-0000-0000-000000000000',
  PUBLIC_URL: 'https://bot.example.com',
  DEVELOPER_NAME: 'Trial, not for upload',
  DEVELOPER_WEBSITE_URL: 'https://example.com',
  DEVELOPER_PRIVACY_URL: 'https://example.com/privacy',
  DEVELOPER_TERMS_URL: 'https://example.com/terms',
} as const;

type SettingName = keyof typeof trialValues;
const names: readonly SettingName[] = [
  'MicrosoftAppId',
  'PUBLIC_URL',
  'DEVELOPER_NAME',
  'DEVELOPER_WEBSITE_URL',
  'DEVELOPER_PRIVACY_URL',
  'DEVELOPER_TERMS_URL',
];

export type Settings = Readonly<Record<SettingName, string>>;

export type SettingsReading =
  | {
      readonly kind: 'settings';
      readonly settings: Settings;
      /** The settings that have their trial value. */
      readonly trial: readonly SettingName[];
    }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

const isLoopback = (host: string): boolean => /^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(host);

const isPublicAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && !isLoopback(url.hostname);
};

const address = z
  .string()
  .refine(isPublicAddress, 'must be an https address that others can reach, such as https://bot.example.org');

const settingsShape = z.object({
  MicrosoftAppId: z.guid('must be a GUID, the Microsoft App ID of the bot'),
  PUBLIC_URL: address,
  DEVELOPER_NAME: z.string().max(32, 'must be at most 32 characters'),
  DEVELOPER_WEBSITE_URL: address,
  DEVELOPER_PRIVACY_URL: address,
  DEVELOPER_TERMS_URL: address,
});

/**
 * Reads the package's settings from the environment; what is not set, or empty, gets its trial value.
 * @returns the settings, or one sentence for every setting that is wrong
 */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): SettingsReading => {
  const given = (name: SettingName): string => environment[name]?.trim() ?? '';
  const trial = names.filter((name) => given(name) === '');
  const values = Object.fromEntries(names.map((name) => [name, given(name) || trialValues[name]]));
  const parsed = settingsShape.safeParse(values);
  return parsed.success
    ? { kind: 'settings', settings: parsed.data, trial }
    : {
        kind: 'faults',
        faults: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
      };
};
