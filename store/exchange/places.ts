/** What is wrong in an import file, and where: `partners[3].people[0].aadObjectId`, `line 4: name`. */
export interface ImportFault {
  readonly place: string;
  readonly message: string;
}

export type Path = readonly PropertyKey[];

/** Where an entry stands: `partners[3]` in the object's form, a line's number else. */
export type EntryPlace =
  { readonly kind: 'index'; readonly index: number } | { readonly kind: 'line'; readonly line: number };

/** `partners[3].name` */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

/** The place of a field of an entry; of the entry itself with an empty path. */
export const placeIn = (entry: EntryPlace, path: Path): string => {
  if (entry.kind === 'index') return pathText(['partners', entry.index, ...path]);
  return path.length === 0 ? `line ${entry.line}` : `line ${entry.line}: ${pathText(path)}`;
};
