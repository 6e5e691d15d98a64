/** What happens when a card is charged. */
export type CardOutcome =
  | { readonly kind: 'succeeds' }
  | { readonly kind: 'declined'; readonly code: 'card_declined' | 'insufficient_funds' }
  /** The holder must prove to their bank that it is them. */
  | { readonly kind: 'challenged' }
  /** Paid, and taken back by the holder's bank at once. */
  | { readonly kind: 'disputed' };

export interface TestCard {
  readonly number: string;
  readonly outcome: CardOutcome;
}

/** The gateway's own well-known test cards; any expiry to come and any three digits go with them. */
export const testCards: readonly TestCard[] = [
  { number: '4242 4242 4242 4242', outcome: { kind: 'succeeds' } },
  { number: '4000 0000 0000 0002', outcome: { kind: 'declined', code: 'card_declined' } },
  { number: '4000 0000 0000 9995', outcome: { kind: 'declined', code: 'insufficient_funds' } },
  { number: '4000 0025 0000 3155', outcome: { kind: 'challenged' } },
  { number: '4000 0000 0000 0259', outcome: { kind: 'disputed' } },
];

const digitsOf = (text: string): string => text.replace(/[\s-]/g, '');

/** @returns undefined for a number that is no test card's: a real card has no place here */
export const outcomeOf = (number: string): CardOutcome | undefined =>
  testCards.find((card) => digitsOf(card.number) === digitsOf(number))?.outcome;
