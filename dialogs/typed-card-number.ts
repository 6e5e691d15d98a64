import type { CardAction } from '../cards/actions.ts';
import { holdsCardNumber } from '../cards/card-number.ts';
import type { Input, Turn } from './turn.ts';
import type { EnteredProof } from './typed-proof.ts';

const inputsOf = (action: CardAction): readonly (string | undefined)[] => {
  switch (action.action) {
    case 'next':
      return [action.taxId, action.contactName, action.contactEmail, action.contactPhone];
    // The proof's account and reference pass the check by chance: its form asks about them.
    case 'proofFields':
      return [action.paymentDate];
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

const doubtful = ['account', 'reference'] as const;
/** A field of a proof whose honest content can pass a card number's check by chance. */
export type DoubtfulField = (typeof doubtful)[number];

export interface Screened {
  /** Without what is in doubt, so that it is neither kept nor shown again. */
  readonly entered: EnteredProof | undefined;
  readonly inDoubt: readonly DoubtfulField[];
}

/**
 * Takes out of a proof's fields what may be a card number, to be asked about.
 * @param asked the fields that were asked about: what is entered there once more is meant
 */
export const screened = (
  turn: Turn,
  entered: EnteredProof | undefined,
  asked: readonly DoubtfulField[],
): Screened => {
  const accounts = accountsFor(turn);
  const inDoubt = doubtful.filter(
    (field) => !asked.includes(field) && holdsCardNumber(entered?.[field] ?? '', accounts),
  );
  const emptied = Object.fromEntries(inDoubt.map((field) => [field, undefined]));
  return { entered: entered && { ...entered, ...emptied }, inDoubt };
};
