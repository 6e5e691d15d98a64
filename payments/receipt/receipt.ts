import type { Day } from '../../membership/rules/calendar.ts';
import type { Language } from '../../membership/rules/catalogue.ts';

/** A label and what stands beside it, a line each. */
export interface Fact {
  readonly label: string;
  readonly lines: readonly string[];
}

export interface Amount {
  readonly label: string;
  readonly amount: string;
}

/** Exactly what the paper says: every text is in its language and formatted already. */
export interface Receipt {
  readonly language: Language;
  /** The heading. */
  readonly title: string;
  /** The document's own title, as a viewer shows it. */
  readonly documentTitle: string;
  /** Who was paid. */
  readonly payee: string;
  /** Says so, under the heading. */
  readonly receivedBy: string;
  /** When it was paid; the document's date too, so that the same receipt is the same file. */
  readonly dated: Day;
  readonly facts: readonly Fact[];
  readonly items: readonly { readonly what: string; readonly details: readonly string[] }[];
  /** What makes up the total. */
  readonly amounts: readonly Amount[];
  readonly total: Amount;
  readonly notes: readonly string[];
  readonly payments: {
    readonly heading: string;
    readonly rows: readonly {
      readonly method: string;
      /** The bank's or the gateway's id. */
      readonly reference: Fact;
      readonly date: string;
      readonly amount: string;
    }[];
  };
}
