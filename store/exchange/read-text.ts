import { visit } from 'jsonc-parser';
import { z } from 'zod';
import { partnerForm, type ImportedPartner } from './partner-form.ts';
import { pathText, placeIn, type EntryPlace, type ImportFault, type Path } from './places.ts';

/** A partner of the file, and where it stands. */
export interface Entry {
  readonly place: EntryPlace;
  readonly partner: ImportedPartner;
}

export interface ReadFile {
  readonly entries: readonly Entry[];
  readonly faults: readonly ImportFault[];
}

type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

const parse = (text: string): Json => {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'no JSON' };
  }
};

/**
 * Keys that come twice, of which JSON would silently take the last, and `__proto__`.
 * @param text JSON that parses
 */
const doubtfulKeys = (text: string): readonly { readonly path: Path; readonly message: string }[] => {
  const found: { path: Path; message: string }[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (...[key, , , , , path]) => {
      const keys = open.at(-1);
      if (keys?.has(key)) found.push({ path: [...path(), key], message: 'is there twice' });
      if (key === '__proto__') found.push({ path: [...path(), key], message: 'is no field' });
      keys?.add(key);
    },
  });
  return found;
};

const readPartner = (value: unknown, place: EntryPlace): ReadFile => {
  const result = partnerForm.safeParse(value);
  if (result.success) return { entries: [{ place, partner: result.data }], faults: [] };
  const faults = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ place: placeIn(place, [...issue.path, key]), message: 'is no field' }))
      : [{ place: placeIn(place, issue.path), message: issue.message }],
  );
  return { entries: [], faults };
};

const joined = (parts: readonly ReadFile[]): ReadFile => ({
  entries: parts.flatMap((part) => part.entries),
  faults: parts.flatMap((part) => part.faults),
});

const objectForm = z.strictObject({ partners: z.array(z.unknown()) });

const readObject = (text: string, value: unknown): ReadFile => {
  const result = objectForm.safeParse(value);
  if (!result.success)
    return {
      entries: [],
      faults: [{ place: 'file', message: 'must be an object that has `partners` alone' }],
    };
  const doubts = doubtfulKeys(text).map(({ path, message }) => ({ place: pathText(path), message }));
  const read = joined(
    result.data.partners.map((partner, index) => readPartner(partner, { kind: 'index', index })),
  );
  return { ...read, faults: [...doubts, ...read.faults] };
};

const readLine = (text: string, line: number): ReadFile => {
  const json = parse(text);
  const place: EntryPlace = { kind: 'line', line };
  if (!json.ok) return { entries: [], faults: [{ place: placeIn(place, []), message: json.message }] };
  const doubts = doubtfulKeys(text).map(({ path, message }) => ({ place: placeIn(place, path), message }));
  const read = readPartner(json.value, place);
  return { ...read, faults: [...doubts, ...read.faults] };
};

const readLines = (text: string): ReadFile =>
  joined(
    text.split(/\r?\n/).flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)])),
  );

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where in a text JSON.parse stopped, as far as it says: V8 names no position for a text that ends too soon. */
const syntaxPlace = (text: string, message: string): string => {
  const named = /at position (\d+)/.exec(message)?.[1];
  if (named === undefined && !message.includes('end of JSON')) return 'file';
  const before = text.slice(0, named === undefined ? undefined : Number(named)).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
};

/**
 * Reads an import file: an object with `partners`, or JSON lines, one partner a line.
 * Every fault of form is found at once; what can't be judged by the file alone is judged later.
 */
export const readImport = (file: string): ReadFile => {
  const text = file.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { entries: [], faults: [{ place: 'file', message: 'is empty' }] };
  const whole = parse(text);
  if (whole.ok && isObject(whole.value) && !('mpnId' in whole.value)) return readObject(text, whole.value);
  // A line that is an object by itself makes it JSON lines, faulty or not.
  const [first = ''] = text.trimStart().split(/\r?\n/, 1);
  const start = parse(first);
  if (whole.ok || start.ok || !first.trimStart().startsWith('{') || first.includes('"mpnId"'))
    return readLines(text);
  return { entries: [], faults: [{ place: syntaxPlace(text, whole.message), message: whole.message }] };
};
