import type { Competency, Language } from '../membership/rules/catalogue.ts';
import type { CommandId } from '../membership/rules/ids.ts';
import type { Order, ProofType } from '../membership/rules/order.ts';
import { simpleCard, type Card } from './elements.ts';
import type { FileFault } from './sentences.ts';

export type ProofProblem =
  | { readonly kind: 'dateMissing' }
  | { readonly kind: 'dateUnreadable'; readonly typed: string }
  | { readonly kind: 'accountMissing' }
  | { readonly kind: 'file'; readonly fault: FileFault };

export interface ProofView {
  readonly nonce: CommandId;
  readonly order: Order;
  readonly competency: Competency;
  readonly entered?:
    | {
        readonly paymentDate?: string | undefined;
        readonly account?: string | undefined;
        readonly reference?: string | undefined;
      }
    | undefined;
  /** The file, where it came first. */
  readonly file?: { readonly fileName: string; readonly bytes: number; readonly type: ProofType } | undefined;
  readonly problems: readonly ProofProblem[];
  /** The companion page; local mode only. */
  readonly localPage?: string | undefined;
}

/** "Payment proof": what the document must show, the fields, and what is there of both. */
export const proofCard = (language: Language, view: ProofView): Card => simpleCard(language, view.nonce);
