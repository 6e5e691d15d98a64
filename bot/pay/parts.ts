import type { Language } from '../../membership/rules/catalogue.ts';
import type { Purchase } from '../../pages/pay.ts';
import type { PaymentStanding } from '../../pages/return.ts';
import type { PageBundle } from '../../pages/bundle.ts';
import type { OrderClaim } from '../links/claims.ts';
import type { SignedLinks } from '../links/signed-links.ts';

/** What came of the wish to pay. */
export type OpenedPage =
  | { readonly kind: 'page'; readonly url: string }
  /** `words` in the reader's language. */
  | { readonly kind: 'refused'; readonly words: string }
  /** Nobody knows what the gateway did: it may be tried again. */
  | { readonly kind: 'trouble' };

/** What the routes under `/pay` need. Each is given the claim of a link that is ours and not expired. */
export interface PayParts {
  readonly links: Pick<SignedLinks, 'read'>;
  readonly bundle: PageBundle;
  /** Where the gateway's pages are, as CSP sources: a form may lead there. */
  readonly gateway: () => readonly string[];
  openPage(claim: OrderClaim): Promise<OpenedPage>;
  standing(claim: OrderClaim): Promise<PaymentStanding>;
  /** Undefined where the order is not paid, or is not there. */
  receipt(claim: OrderClaim): Promise<{ readonly pdf: Uint8Array; readonly fileName: string } | undefined>;
  /** Undefined where the order is not there, or the person has left the partner. */
  view(claim: OrderClaim): Promise<(Purchase & { readonly language: Language }) | undefined>;
}
