const longest = 100;

/** Characters that show nothing, or turn the text around so that `fdp.exe` reads as `exe.pdf`. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A file's name as it may be shown and kept: no folders, nothing unseen, at most 100 characters, its
 * ending kept. Not safe as a path, for which proofs have their hash.
 */
export const tidyFileName = (name: string): string => {
  const base = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = base.replaceAll(unseen, '').normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return /[^.]/.test(plain) ? shortened(plain) : 'proof';
};

const shortened = (name: string): string => {
  if (name.length <= longest) return name;
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  const start = name.slice(0, longest - ending.length);
  // The cut may fall within a character of two units.
  return start.replace(/[\uD800-\uDBFF]$/, '') + ending;
};
