import assert from 'node:assert/strict';
import { understandWord } from '../../cards/understand.ts';
import { orderNumber } from './fixtures.ts';

const number = orderNumber();

/** What was typed → what it asks for. */
const talk: readonly (readonly [typed: string, intent: string])[] = [
  ['offers', 'offers'],
  ['  Offers! ', 'offers'],
  ['AANBIEDINGEN', 'offers'],
  ['erbjudanden', 'offers'],
  ['Membership offers', 'offers'],
  ['orders', 'orders'],
  ['ordrar', 'orders'],
  ['bestellingen', 'orders'],
  ['Beställningar', 'orders'],
  ['Köpta erbjudanden', 'orders'],
  ['fee', 'fee'],
  ['kosten', 'fee'],
  ['prijs?', 'fee'],
  ['avgift', 'fee'],
  ['pris', 'fee'],
  ['proof', 'proof'],
  ['bewijs', 'proof'],
  ['bevis', 'proof'],
  ['cancel', 'cancel'],
  ['Cancel Order', 'cancel'],
  ['annuleren', 'cancel'],
  ['annullera', 'cancel'],
  ['stop', 'stop'],
  ['stoppen', 'stop'],
  ['avsluta', 'stop'],
  ['renew', 'renew'],
  ['verlengen', 'renew'],
  ['förnya', 'renew'],
  ['fornya', 'renew'],
  ['refund', 'refund'],
  ['terugbetaling', 'refund'],
  ['återbetalning', 'refund'],
  ['receipt', 'receipt'],
  ['bon', 'receipt'],
  ['kwitantie', 'receipt'],
  ['kvitto', 'receipt'],
  ['pay by card', 'payByCard'],
  ['Cancel and pay by card', 'payByCard'],
  ['betalen met creditcard', 'payByCard'],
  ['betala med kort', 'payByCard'],
  [`pay by card ${number}`, `payByCard ${number}`],
  ['pay by bank transfer', 'payByTransfer'],
  ['betalen per overboeking', 'payByTransfer'],
  ['Toch per overboeking betalen', 'payByTransfer'],
  ['betala med banköverföring', 'payByTransfer'],
  [`kvitto ${number}`, `receipt ${number}`],
  ['roles', 'roles'],
  ['Mijn rollen', 'roles'],
  ['roller', 'roles'],
  ['roll', 'roles'],
  ['reminders', 'reminders'],
  ['herinneringen', 'reminders'],
  ['påminnelser', 'reminders'],
  ['language', 'language'],
  ['taal', 'language'],
  ['språk', 'language'],
  ['sprak', 'language'],
  ['taal nederlands', 'language nl'],
  ['språk: svenska', 'language sv'],
  ['Language Dutch', 'language nl'],
  ['language english', 'language en'],
  ['svenska', 'language sv'],
  ['help', 'help'],
  ['hjälp', 'help'],
  ['queue', 'queue'],
  ['wachtrij', 'queue'],
  ['kö', 'queue'],
  ['menu', 'menu'],
  ['hej', 'menu'],
  [number, `order ${number}`],
  [`Order ${number}.`, `order ${number}`],
  [`cancel ${number}`, `cancel ${number}`],
  [`bewijs voor ${number}`, '-'],
  [`proof ${number}`, `proof ${number}`],
  ['1234567890', '-'],
  ['yes', '-'],
  ['ja', '-'],
  ['ok', '-'],
  ['en', '-'],
  ['data analytics', '-'],
  ['', '-'],
  ['toString', '-'],
  ['constructor', '-'],
];

describe('typed words', () => {
  for (const [typed, expected] of talk) {
    it(`${JSON.stringify(typed)} → ${expected}`, () => {
      const understood = understandWord(typed);
      const about =
        understood &&
        ('language' in understood ? understood.language : 'order' in understood ? understood.order : '');
      assert.equal(understood ? `${understood.intent} ${about ?? ''}`.trim() : '-', expected);
    });
  }
});
