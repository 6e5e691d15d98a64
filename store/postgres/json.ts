const control = String.fromCharCode(0);

/** In JSON's text, what jsonb has no place for: U+0000 and half a surrogate pair. */
const foreign = /\\u(?:0000|d[89a-f])/;

const replaced = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(control, '\uFFFD').toWellFormed() : value;

/** A value's JSON as jsonb takes it, and the value as it comes back: a character that it can't keep becomes U+FFFD. */
export const kept = <Value>(value: Value): { readonly text: string; readonly value: Value } => {
  const text = JSON.stringify(value);
  if (!foreign.test(text)) return { text, value };
  const without = JSON.stringify(value, replaced);
  // The edge: it is the same but for characters.
  return { text: without, value: JSON.parse(without) as Value };
};

/** The JSON alone. */
export const jsonb = (value: unknown): string => kept(value).text;
