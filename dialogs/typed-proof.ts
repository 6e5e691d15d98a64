import { parseTypedDay } from '../cards/typed-day.ts';
import type { Turn } from './turn.ts';

/** A proof's fields as they were entered, checked or not. */
export interface EnteredProof {
  /** A day, where it could be read as one: the card's date field takes nothing else. */
  readonly paymentDate?: string | undefined;
  readonly account?: string | undefined;
  readonly reference?: string | undefined;
}

/** An IBAN, or eight digits and more. */
const accountIn = (text: string): string | undefined =>
  (/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/i.exec(text) ??
    /(?<![\d-])\d(?:[ -]?\d){7,17}(?![\d-])/.exec(text))?.[0].trim();

const referenceIn = (text: string): string | undefined =>
  /\b(?:ref(?:erence|erentie|erens)?|transaction|transactie|transaktion)\b\.?(?: (?:no|nr|nummer|number))?\.? *[:#]? *([A-Z0-9][\w/-]{2,34})/i.exec(
    text,
  )?.[1];

/** The date as a day, where it can be read. */
export const withDay = ({ language, today }: Turn, entered: EnteredProof): EnteredProof => {
  const day = entered.paymentDate && parseTypedDay(language, entered.paymentDate, today);
  return day ? { ...entered, paymentDate: day } : entered;
};

/** A message's parts, as people set them apart. */
const parts = (text: string): readonly string[] => text.split(/[\n;,]+/).map((part) => part.trim());

const dayIn = ({ language, today }: Turn, text: string): string | undefined =>
  [text.trim(), ...parts(text), ...text.split(/\s+/)].find(
    (part) => part && parseTypedDay(language, part, today),
  );

/**
 * Reads the fields from a message instead of the card: "21-11-2026, IE29 AIBK 9311 5212 3456 78, ref 8812".
 * @returns undefined where the text names none of them
 */
export const typedFields = (turn: Turn, text: string): EnteredProof | undefined => {
  const paymentDate = dayIn(turn, text);
  const rest = paymentDate ? text.replace(paymentDate, ' ') : text;
  const reference = referenceIn(rest);
  const account = accountIn(reference ? rest.replace(reference, ' ') : rest);
  const found = {
    ...(paymentDate ? { paymentDate } : {}),
    ...(account ? { account } : {}),
    ...(reference ? { reference } : {}),
  };
  return Object.keys(found).length > 0 ? found : undefined;
};
