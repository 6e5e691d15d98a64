import { presses, says, type PlainWord, type Row, type Talker } from './table.ts';

/** Rows that many talks begin with: from nothing to an order that awaits its transfer. */
export const ordered = ({ w }: { readonly w: (key: PlainWord) => string }): readonly Row[] => [
  [says('data analytics'), w('offersAvailable')],
  [presses(w('subscribe')), w('purchaseDetails')],
  [presses(w('next')), w('reviewDetails')],
  [presses(w('submit'), { agreement: 'true' }), w('news.placed'), w('orderNumber')],
];

/** The account that the demo partner's order is to be paid to. */
export const rightAccount = ({ bot }: Pick<Talker, 'bot'>): string =>
  bot.catalogue.bankAccounts['EUR']?.account ?? '';
