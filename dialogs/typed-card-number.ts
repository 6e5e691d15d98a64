import type { CardAction } from '../cards/actions.ts';
import { holdsCardNumber } from '../cards/card-number.ts';
import type { Input, Turn } from './turn.ts';

const inputsOf = (action: CardAction): readonly (string | undefined)[] => {
  switch (action.action) {
    case 'next':
      return [action.taxId, action.contactName, action.contactEmail, action.contactPhone];
    case 'proofFields':
      return [action.paymentDate, action.account, action.reference];
    default:
      return [];
  }
};

/** A message, or what was typed into a card. */
const typedIn = (input: Input): readonly (string | undefined)[] => {
  switch (input.kind) {
    case 'text':
    case 'file':
      return [input.text];
    case 'press':
      return inputsOf(input.action);
    case 'severalFiles':
    case 'strangePress':
      return [];
  }
};

/** The accounts that a partner pays to, so that a proof can name them. */
const accountsFor = ({ deeds, partner }: Turn): readonly string[] =>
  [
    ...Object.values(deeds.catalogue.bankAccounts),
    ...partner.orders.flatMap((order) => order.account ?? []),
  ].map(({ account }) => account);

/** Whether what a person typed holds what may be a card number. */
export const typedCardNumber = (turn: Turn): boolean =>
  typedIn(turn.input).some((text) => text !== undefined && holdsCardNumber(text, accountsFor(turn)));
