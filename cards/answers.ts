import type { PaymentMethod } from '../membership/rules/catalogue.ts';
import { payByCardWords, payByTransferWords } from './understand.ts';

/** What a typed answer says to the card that waits; understood in all three languages. */
export type Answer = 'next' | 'back' | 'submit' | 'accept' | 'yes' | 'no' | PaymentMethod;

const words: Readonly<Record<Answer, readonly string[]>> = {
  next: ['next', 'volgende', 'verder', 'nästa', 'vidare'],
  back: ['back', 'terug', 'tillbaka'],
  submit: ['submit', 'order plaatsen', 'plaatsen', 'indienen', 'skicka', 'beställ'],
  accept: [
    'accept',
    'i accept',
    'i agree',
    'agree',
    'akkoord',
    'ik ga akkoord',
    'accepteren',
    'jag godkänner',
    'godkänn',
    'godkänner',
  ],
  yes: ['yes', 'ja', 'ok', 'okay', 'oké'],
  no: [
    'no',
    'nee',
    'nej',
    'keep',
    'keep order',
    'keep membership',
    'behouden',
    'order behouden',
    'lidmaatschap behouden',
    'behåll',
    'behåll ordern',
    'behåll medlemskapet',
  ],
  card: ['card', 'credit card', 'creditcard', 'kaart', 'kort', 'kreditkort', ...payByCardWords],
  transfer: [
    'transfer',
    'bank transfer',
    'wire',
    'wire transfer',
    'electronic bank transfer',
    'overboeking',
    'bankoverboeking',
    'elektronische bankoverboeking',
    'överföring',
    'banköverföring',
    'elektronisk banköverföring',
    ...payByTransferWords,
  ],
};

const answers = new Map(
  Object.entries(words).flatMap(([answer, said]) => said.map((word) => [word, answer as Answer] as const)),
);

/** @returns undefined for what answers nothing; meaning comes only from a card that waits */
export const understandAnswer = (text: string): Answer | undefined =>
  answers.get(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[.!]+$/, '')
      .trim()
      .replace(/\s+/g, ' '),
  );

/** "Subscribe gold", or either word alone, in all three languages; without a level where both are for sale it is asked for. */
export const understandSubscribe = (text: string): { readonly level?: 'silver' | 'gold' } | undefined => {
  const match =
    /^(?<verb>subscribe|abonneren|prenumerera|buy|kopen|köp)?\s*(?<level>silver|zilver|gold|goud|guld)?$/.exec(
      text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[.!?]+$/, '')
        .trim(),
    );
  const { verb, level } = match?.groups ?? {};
  if (level) return { level: /^[sz]/.test(level) ? 'silver' : 'gold' };
  return verb ? {} : undefined;
};
