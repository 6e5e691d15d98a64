import { escaped } from '../../pages/html.ts';

/** Markup that is ready to be shown. */
export interface Html {
  readonly html: string;
}

type Part = string | Html | readonly Html[];
const markup = (part: Part): string => {
  if (typeof part === 'string') return escaped(part);
  return 'html' in part ? part.html : part.map(({ html: inner }) => inner).join('');
};

/** A template whose texts are escaped and whose markup is not. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: strings.reduce((page, text, at) => page + markup(parts[at - 1] ?? '') + text),
});
