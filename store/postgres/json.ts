const control = String.fromCharCode(0);

/** In JSON's text, what jsonb has no place for: U+0000 and half a surrogate pair. */
const foreign = /\\u(?:0000|d[89a-f])/;

const replaced = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(control, '\uFFFD').toWellFormed() : value;

/** JSON as jsonb takes it; a character that it can't keep becomes U+FFFD. */
export const jsonb = (value: unknown): string => {
  const text = JSON.stringify(value);
  return foreign.test(text) ? JSON.stringify(value, replaced) : text;
};
