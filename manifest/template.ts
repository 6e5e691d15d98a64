import type { Settings } from './settings.ts';

/** A place in the template, `${{NAME}}`, that is filled when the package is made. */
const placeholder = /\$\{\{(\w+)\}\}/g;

/** By placeholder. */
export const placeholderValues = (settings: Settings): ReadonlyMap<string, string> =>
  new Map([...Object.entries(settings), ['PUBLIC_HOST', new URL(settings.PUBLIC_URL).host]]);

/**
 * Fills the placeholders of a JSON text, inside strings only, so that no value can break the JSON.
 * A placeholder without a value stays and is found by the check.
 */
export const fillTemplate = (template: string, values: ReadonlyMap<string, string>): string => {
  const fill = (text: string): string =>
    text.replace(placeholder, (whole, name: string) => values.get(name) ?? whole);
  const filled: unknown = JSON.parse(template, (_key, value: unknown) =>
    typeof value === 'string' ? fill(value) : value,
  );
  return `${JSON.stringify(filled, null, 2)}\n`;
};

/** The names of the placeholders that a text still has. */
export const placeholdersIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(placeholder), ([, name = '']) => name);
