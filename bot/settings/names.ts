/** Every name that is read from the environment. */
export const settingNames = [
  'MicrosoftAppType',
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'DATA_DIR',
  'DATABASE_URL',
  'PROOF_STORE',
  'CATALOGUE',
  'OPERATORS',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'STRIPE_API_BASE',
  'LOG_LEVEL',
] as const;
export type SettingName = (typeof settingNames)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

const known: ReadonlySet<string> = new Set(settingNames);

const bare = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');

/** How many letters must be added, dropped, changed or swapped with their neighbour to make one into the other. */
const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
};

/** Of a short name nearly everything is a neighbour: HOST and POST, PORT and SORT. */
const allowance = (name: string): number => (name.length < 7 ? 0 : name.length < 9 ? 1 : 2);

const near = (name: string): SettingName | undefined =>
  settingNames.find((setting) => distance(bare(name), bare(setting)) <= allowance(bare(setting)));

/** Names that look like settings and are none: one would think that they are in force. */
export const misspeltNames = (env: Environment): readonly string[] =>
  Object.keys(env)
    .filter((name) => (env[name] ?? '') !== '' && !known.has(name) && !/^npm_/i.test(name))
    .flatMap((name) => {
      const meant = near(name);
      if (meant) return [`${name} is not a setting: ${meant} is meant, it seems`];
      return /^microsoft_?app/i.test(name) ? [`${name} is not a setting of this bot`] : [];
    });
