import { parseTypedDay } from '../cards/typed-day.ts';
import type { Turn } from './turn.ts';

/** A proof's fields as they were entered, checked or not. */
export interface EnteredProof {
  /** A day, where it could be read as one: the card's date field takes nothing else. */
  readonly paymentDate?: string | undefined;
  readonly account?: string | undefined;
  readonly reference?: string | undefined;
}

/** Groups of four, of which only the bank's may be letters alone: a word that follows is none of it. */
const iban =
  /\b[A-Z]{2}\d{2} ?[A-Z0-9]{4}(?: ?(?=[A-Z]{0,3}\d)[A-Z0-9]{4}){1,6}(?: ?(?=[A-Z]{0,2}\d)[A-Z0-9]{1,3})?(?![A-Z0-9])/i;
const eightDigitsOrMore = /(?<![\d-])\d(?:[ -]?\d){7,17}(?![\d-])/;

/** What the wire's reference names is no account, however many digits it has. */
const withoutReferences = ({ partner }: Turn, text: string): string =>
  [...partner.orders.map(({ number }) => number), partner.mpnId, ...partner.locationIds].reduce(
    (left, known) => left.replaceAll(known, ';'),
    text,
  );

const accountIn = (turn: Turn, text: string): string | undefined => {
  const left = withoutReferences(turn, text);
  return (iban.exec(left) ?? eightDigitsOrMore.exec(left))?.[0].trim();
};

/** A number after its name, as the proof's card calls it too; a word alone is none: "reference of the payment". */
const reference =
  /\b(?:ref(?:erence|erentie|erens)?|transaction|transactie|transaktion|(?:betalings)?kenmerk)\.?(?: ?(?:no|nr|nummer|number))?\b\.? *[:#]? *(?=[\w/-]*\d)([A-Z0-9][\w/-]{2,34})/i;

/** Meant as a date, though it can't be read as one: no such day, or either of two. It is no account. */
const meantAsDate = /(?<![\d./-])(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?![\d/-])/;

/** The date as a day, where it can be read. */
export const withDay = ({ language, today }: Turn, entered: EnteredProof): EnteredProof => {
  const day = entered.paymentDate && parseTypedDay(language, entered.paymentDate, today);
  return day ? { ...entered, paymentDate: day } : entered;
};

/** A message's parts, as people set them apart. */
const parts = (text: string): readonly string[] => text.split(/[\n;,]+/).map((part) => part.trim());

/** A date of several words amid others: "paid on 2 March 2026 to …". In digits alone it stands by itself. */
const phrases = (text: string): readonly string[] => {
  const words = text.split(/\s/);
  return [4, 3, 2]
    .flatMap((length) => words.map((_, at) => words.slice(at, at + length).join(' ')))
    .filter((phrase) => /\d/.test(phrase) && /\p{L}/u.test(phrase));
};

const dayIn = ({ language, today }: Turn, text: string): string | undefined =>
  [text.trim(), ...parts(text), ...phrases(text), ...text.split(/\s+/)].find(
    (part) => part && parseTypedDay(language, part, today),
  ) ?? meantAsDate.exec(text)?.[0];

/** No honest message is longer. */
const mostRead = 1000;

/**
 * Reads the fields from a message instead of the card: "21-11-2026, IE29 AIBK 9311 5212 3456 78, ref 8812".
 * @returns undefined where the text names none of them
 */
export const typedFields = (turn: Turn, message: string): EnteredProof | undefined => {
  const text = message.slice(0, mostRead);
  const paymentDate = dayIn(turn, text);
  const rest = paymentDate ? text.replace(paymentDate, ' ') : text;
  const [referred, number] = reference.exec(rest) ?? [];
  const account = accountIn(turn, referred ? rest.replace(referred, ' ') : rest);
  const found = {
    ...(paymentDate ? { paymentDate } : {}),
    ...(account ? { account } : {}),
    ...(number ? { reference: number } : {}),
  };
  return Object.keys(found).length > 0 ? found : undefined;
};
