import type { Language } from '../membership/rules/catalogue.ts';
import type { Refusal } from '../membership/rules/refusals.ts';

/** Why a file can't serve as a proof. */
export type FileFault =
  | { readonly kind: 'wrongType'; readonly seen: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'tooManyPages'; readonly most: number }
  | { readonly kind: 'tooManyPixels' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'unreachable'; readonly because: 'host' | 'gone' | 'page' | 'error' | 'slow' };

/** A refusal as one or two sentences: why, and what to do. Plain text, no Markdown. */
export const refusalText = (language: Language, refusal: Refusal): string => `${language} ${refusal.kind}`;

/** Why a file can't serve, and what to send instead. Plain text, no Markdown. */
export const fileFaultText = (language: Language, fault: FileFault): string => `${language} ${fault.kind}`;
