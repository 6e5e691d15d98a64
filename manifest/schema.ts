import localizationSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json' with { type: 'json' };
import manifestSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json' with { type: 'json' };
import type { ErrorObject } from 'ajv';
import AjvDraft04 from 'ajv-draft-04';

const publishedAt = 'https://developer.microsoft.com/json-schemas/teams/v1.30';

/**
 * Microsoft's own checker can't compile its localisation schema: one of the patterns there is no pattern in
 * Unicode mode. Hence the engine beneath it, without that mode, on the schemas that come with it.
 */
const ajv = new AjvDraft04.default({
  allErrors: true,
  strict: false,
  unicodeRegExp: false,
  // Only `$schema` has a format, and it is compared as a whole.
  validateFormats: false,
});

const schemas = {
  manifest: { address: `${publishedAt}/MicrosoftTeams.schema.json`, accepts: ajv.compile(manifestSchema) },
  localization: {
    address: `${publishedAt}/MicrosoftTeams.Localization.schema.json`,
    accepts: ajv.compile(localizationSchema),
  },
};

const sentence = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath || '/'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`;

const namesSchema = (value: unknown, address: string): boolean =>
  typeof value === 'object' && value !== null && '$schema' in value && value.$schema === address;

/** Judges parsed JSON by Microsoft's schema, offline; one sentence a fault. */
export const schemaFaults = (kind: keyof typeof schemas, value: unknown): readonly string[] => {
  const { address, accepts } = schemas[kind];
  const unnamed = namesSchema(value, address) ? [] : [`/$schema must be ${address}`];
  return accepts(value) ? unnamed : [...unnamed, ...(accepts.errors ?? []).map(sentence)];
};
