import { buyingCards } from './variants/buying.ts';
import { deskCards } from './variants/desk.ts';
import { digestCards } from './variants/digest.ts';
import { choosingCards, offerCards } from './variants/offering.ts';
import { orderCards } from './variants/ordered.ts';
import { proofCards } from './variants/proving.ts';
import { purchasedCards } from './variants/purchased.ts';
import { remindingCards } from './variants/reminding.ts';
import { renewingCards } from './variants/renewing.ts';
import { roleCards } from './variants/roles.ts';
import { startCards } from './variants/start.ts';
import type { Variant } from './variants/variant.ts';

/** Every card in every variant that a person can meet. */
export const everyCard: readonly Variant[] = [
  ...startCards,
  ...choosingCards,
  ...offerCards,
  ...buyingCards,
  ...orderCards,
  ...purchasedCards,
  ...proofCards,
  ...deskCards,
  ...digestCards,
  ...roleCards,
  ...remindingCards,
  ...renewingCards,
];
