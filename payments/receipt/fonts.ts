import { fileURLToPath } from 'node:url';

export type Weight = 'regular' | 'bold';

/** Openly licensed, and whole in one file each: what a web font splits would have to be put together again. */
const faces = {
  noto: {
    regular: fileURLToPath(
      import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    ),
    bold: fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')),
  },
  japanese: {
    regular: fileURLToPath(
      import.meta.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
    ),
    bold: fileURLToPath(
      import.meta.resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'),
    ),
  },
  korean: {
    regular: fileURLToPath(
      import.meta.resolve('@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf'),
    ),
    bold: fileURLToPath(
      import.meta.resolve('@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf'),
    ),
  },
} as const satisfies Record<string, Readonly<Record<Weight, string>>>;
type Face = keyof typeof faces;

const hangul = /\p{Script=Hangul}/u;
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30a0-\u30ff\uff00-\uffef]/u;

/** Noto Sans has Latin, Greek, Cyrillic and Devanagari; what none of them has shows as an empty box. */
const faceOf = (character: string): Face => {
  if (hangul.test(character)) return 'korean';
  return eastAsian.test(character) ? 'japanese' : 'noto';
};

/** A part of a text that one font can show. */
export interface Run {
  readonly text: string;
  /** The font's file. */
  readonly font: string;
}

/** Cuts a text where its script changes to one that another font has; never empty. */
export const runsOf = (text: string, weight: Weight): readonly [Run, ...Run[]] => {
  const [first = '', ...rest] = Array.from(text.normalize('NFC'));
  let face = faceOf(first);
  let part = first;
  const done: Run[] = [];
  for (const character of rest) {
    const own = faceOf(character);
    if (own !== face) {
      done.push({ text: part, font: faces[face][weight] });
      face = own;
      part = '';
    }
    part += character;
  }
  const last: Run = { text: part, font: faces[face][weight] };
  const [head, ...more] = done;
  return head ? [head, ...more, last] : [last];
};
