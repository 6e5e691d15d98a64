import type { Charge } from './rules/card.ts';
import type { Language } from './rules/catalogue.ts';
import type { Instant } from './rules/calendar.ts';
import type { AttemptKey, CardSession, CommandId, OrderNumber, PaymentId } from './rules/ids.ts';
import type { Money } from './rules/money.ts';

/** A hosted page that is asked for; the same key with the same content gives the same page. */
export interface PageWish {
  readonly key: AttemptKey;
  readonly order: OrderNumber;
  readonly amount: Money;
  /** When the attempt was recorded: the page closes by it, so that a repeat asks for the very same page. */
  readonly startedAt: Instant;
  /** What is bought, as the page shows it. */
  readonly title: string;
  readonly language: Language;
  /** Where the gateway sends the browser afterwards; neither says anything about money. */
  readonly returnUrl: string;
  readonly cancelUrl: string;
}

/** The gateway said no (`refused`, final), or nobody knows what it did (`unknown`: ask again with the same key). */
export type GatewayTrouble =
  { readonly kind: 'refused'; readonly code: string } | { readonly kind: 'unknown' };

export interface OpenPage {
  readonly kind: 'open';
  readonly session: CardSession;
  readonly url: string;
  readonly expiresAt: Instant;
}

/** A charge as the gateway tells of it, with the order that it was for. */
export interface CardCharge extends Charge {
  readonly order: OrderNumber;
}

/** How a page stands at the gateway. */
export type PageState =
  OpenPage | { readonly kind: 'paid'; readonly charge: CardCharge } | { readonly kind: 'expired' };

/** The card gateway, as small as the deeds need it. None of its calls rejects for what the gateway does. */
export interface CardGateway {
  open(wish: PageWish): Promise<OpenPage | GatewayTrouble>;
  look(session: CardSession): Promise<PageState | GatewayTrouble>;
  /** Closes the page, so that it can't be paid on; `paid` where that is too late. */
  close(session: CardSession): Promise<Exclude<PageState, OpenPage> | GatewayTrouble>;
  /** Pays the whole charge back; the same key never pays twice. */
  refund(charge: PaymentId, key: CommandId): Promise<{ readonly kind: 'refunded' } | GatewayTrouble>;
}

/** What the gateway tells unasked, each at least once and in any order. */
export type CardNews =
  | { readonly kind: 'paid'; readonly charge: CardCharge }
  | {
      readonly kind: 'declined';
      readonly order: OrderNumber;
      readonly attempt: AttemptKey;
      readonly at: Instant;
    }
  | { readonly kind: 'pageExpired'; readonly order: OrderNumber; readonly attempt: AttemptKey }
  | { readonly kind: 'refunded'; readonly charge: PaymentId; readonly amount: Money }
  /** A chargeback has taken the money away. */
  | { readonly kind: 'reversed'; readonly charge: PaymentId };

/** Signed news, or why it is none of the gateway's. */
export type ReadCardNews =
  | { readonly kind: 'news'; readonly id: CommandId; readonly news: CardNews }
  /** Genuine, and about nothing that matters here. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'forged' };

/** News that could not be placed yet: kept until it can. */
export interface ParkedNews {
  readonly id: CommandId;
  readonly news: CardNews;
  readonly at: Instant;
}

export interface ParkedCardNews {
  /** Safe on disk when it resolves; the same id is kept once. */
  park(news: ParkedNews): Promise<void>;
  all(): Promise<readonly ParkedNews[]>;
  remove(id: CommandId): Promise<void>;
}
