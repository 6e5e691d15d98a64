import type { Branded } from '../membership/rules/ids.ts';

/** Text that is safe to stand in a page as it is. */
export type Html = Branded<string, 'Html'>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it is written in markup, in attributes too, between quotes. */
export const escaped = (plain: string): string => plain.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** A value in a template: markup of ours, markup one after the other, or any text, which is escaped. */
type Part = Html | readonly Html[] | { readonly text: string };

const partOf = (part: Part): string => {
  if (typeof part === 'string') return part;
  if ('text' in part) return escaped(part.text);
  return part.join('');
};

/** Any text, to be shown as it is written; in attributes too, between double quotes. */
export const text = (plain: string): { readonly text: string } => ({ text: plain });

/** Markup: what is filled in is markup already or a {@link text}, so that nothing gets in unescaped. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  // The one place where text becomes markup: every part was one, or has been escaped.
  String.raw({ raw: strings }, ...parts.map(partOf)) as Html;

export const nothing: Html = html``;
