import type { Language } from '../membership/rules/catalogue.ts';
import type { OrderNumber } from '../membership/rules/ids.ts';
import { isOrderNumber } from '../membership/rules/order-number.ts';
import { plainWords } from '../membership/rules/plain-words.ts';

/** What a typed word asks for; the same as a button. */
export type Intent =
  | 'offers'
  | 'orders'
  | 'fee'
  | 'proof'
  | 'cancel'
  | 'payByCard'
  | 'payByTransfer'
  | 'stop'
  | 'renew'
  | 'refund'
  | 'receipt'
  | 'reminders'
  | 'remindLater'
  | 'stopReminding'
  | 'roles'
  | 'help'
  | 'queue'
  | 'menu';

export type Understood =
  | { readonly intent: Intent; readonly order?: OrderNumber | undefined }
  | { readonly intent: 'language'; readonly language?: Language | undefined }
  /** Nothing but an order number. */
  | { readonly intent: 'order'; readonly order: OrderNumber };

/** They choose the method too, where a card asks for it. */
export const payByCardWords = [
  'pay by card',
  'pay by credit card',
  'pay with card',
  'cancel and pay by card',
  'betalen met creditcard',
  'met creditcard betalen',
  'betalen met kaart',
  'annuleren en met creditcard betalen',
  'betala med kort',
  'betala med kreditkort',
  'annullera och betala med kort',
] as const;
export const payByTransferWords = [
  'pay by transfer',
  'pay by bank transfer',
  'pay by wire',
  'pay by bank transfer instead',
  'betalen per overboeking',
  'per overboeking betalen',
  'betalen per bankoverboeking',
  'toch per overboeking betalen',
  'betala med överföring',
  'betala med banköverföring',
  'betala via banken',
  'byt till banköverföring',
] as const;

/** English, Dutch and Swedish beside each other; the titles of the buttons are understood too. */
const typedWords: Readonly<Record<Intent | 'language', readonly string[]>> = {
  offers: [
    'offers',
    'offer',
    'membership offers',
    'aanbiedingen',
    'aanbieding',
    'lidmaatschapsaanbiedingen',
    'erbjudanden',
    'erbjudande',
    'medlemskapserbjudanden',
    'see the offers',
    'aanbiedingen bekijken',
    'visa erbjudanden',
    'another competency',
    'andere competentie',
    'en annan kompetens',
    'buy again',
    'opnieuw kopen',
    'köp igen',
  ],
  orders: [
    'orders',
    'my orders',
    'purchased offers',
    'mijn orders',
    'bestellingen',
    'mijn bestellingen',
    'aangeschafte aanbiedingen',
    'ordrar',
    'mina ordrar',
    'beställningar',
    'mina beställningar',
    'köpta erbjudanden',
    'show order',
    'order bekijken',
    'visa order',
  ],
  fee: [
    'fee',
    'fees',
    'check a fee',
    'kosten',
    'prijs',
    'kosten opvragen',
    'avgift',
    'avgifter',
    'pris',
    'se en avgift',
  ],
  proof: [
    'proof',
    'payment proof',
    'upload payment proof',
    'bewijs',
    'betalingsbewijs',
    'betalingsbewijs uploaden',
    'bevis',
    'betalningsbevis',
    'ladda upp betalningsbevis',
  ],
  cancel: [
    'cancel',
    'cancel order',
    'annuleren',
    'annuleer',
    'order annuleren',
    'annullera',
    'annullera order',
  ],
  payByCard: payByCardWords,
  payByTransfer: payByTransferWords,
  stop: ['stop', 'quit', 'exit', 'stoppen', 'avsluta', 'sluta'],
  renew: ['renew', 'verlengen', 'förnya'],
  refund: [
    'refund',
    'request refund',
    'request a refund',
    'terugbetaling',
    'terugbetaling aanvragen',
    'återbetalning',
    'begär återbetalning',
  ],
  receipt: ['receipt', 'receipts', 'bon', 'kwitantie', 'kwitanties', 'kvitto', 'kvitton'],
  reminders: [
    'reminders',
    'remind me again',
    'herinneringen',
    'herinner mij weer',
    'påminnelser',
    'påminn mig igen',
  ],
  remindLater: ['remind me later', 'herinner mij later', 'påminn mig senare'],
  stopReminding: [
    'stop reminding me about this',
    'stop reminding me',
    'hierover geen herinneringen meer',
    'geen herinneringen meer',
    'sluta påminna mig om detta',
    'sluta påminna mig',
  ],
  language: ['language', 'taal', 'språk'],
  roles: ['roles', 'role', 'my roles', 'rollen', 'rol', 'mijn rollen', 'roller', 'roll', 'mina roller'],
  help: ['help', 'hulp', 'hjälp'],
  queue: ['queue', 'wachtrij', 'kö'],
  menu: [
    'menu',
    'start',
    'hello',
    'hi',
    'hey',
    'hallo',
    'hoi',
    'goedemorgen',
    'goedemiddag',
    'meny',
    'börja',
    'hej',
    'god morgon',
  ],
};

const languageNames: Readonly<Record<string, Language>> = {
  english: 'en',
  engels: 'en',
  engelska: 'en',
  en: 'en',
  dutch: 'nl',
  nederlands: 'nl',
  nederländska: 'nl',
  holländska: 'nl',
  nl: 'nl',
  swedish: 'sv',
  zweeds: 'sv',
  svenska: 'sv',
  sv: 'sv',
};

const byPlain = <Value>(
  entries: readonly (readonly [words: string, value: Value])[],
): ReadonlyMap<string, Value> =>
  new Map(entries.map(([words, value]) => [plainWords(words).join(' '), value]));

const isIntent = (word: string): word is Intent | 'language' => Object.hasOwn(typedWords, word);

const intents = byPlain(
  Object.keys(typedWords)
    .filter(isIntent)
    .flatMap((intent) => typedWords[intent].map((words) => [words, intent] as const)),
);
const spoken = byPlain(Object.entries(languageNames));

const understandLanguage = (words: readonly string[]): Understood | undefined => {
  const [first = '', second = ''] = words;
  if (words.length !== 2 || intents.get(first) !== 'language') return undefined;
  const language = spoken.get(second);
  return language && { intent: 'language', language };
};

/**
 * The typed words in all three languages, whatever the person's own; case, accents, punctuation and spaces don't
 * matter. A word may come with an order number or, for language, with a language; a language alone will do.
 * @returns undefined for what is none of them; it may then be the name of a competency
 */
export const understandWord = (text: string): Understood | undefined => {
  const words = plainWords(text);
  const order = words.find(isOrderNumber);
  const rest = words.filter((word) => word !== order).join(' ');
  if (order && ['', 'order', 'ordernummer', 'order number', 'bestalling'].includes(rest)) {
    return { intent: 'order', order };
  }
  const intent = intents.get(rest);
  if (intent === 'language') return { intent };
  if (intent) return order ? { intent, order } : { intent };
  // "en" and "sv" alone are too short to be meant; the whole names are.
  const alone = words.length === 1 && rest.length > 2 ? spoken.get(rest) : undefined;
  return alone ? { intent: 'language', language: alone } : understandLanguage(words);
};
