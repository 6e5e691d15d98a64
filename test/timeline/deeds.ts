import assert from 'node:assert/strict';
import type { BankLine } from '../../membership/ports.ts';
import type { PaymentId } from '../../membership/rules/ids.ts';
import type { Order } from '../../membership/rules/order.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import { day } from '../support/partner.ts';
import { amount } from '../talks/bank.ts';
import { bankPdf, handsOver } from '../talks/files.ts';
import { ordersOf, partnerOf } from '../talks/orders.ts';
import { rightAccount } from '../talks/rows.ts';
import { presses, says, type Deed, type PlainWord, type Talker } from '../talks/table.ts';
import { mpnId, organisation } from './people.ts';

export const stored = (bot: Talker['bot']): Promise<Partner> => partnerOf(bot, organisation.tenantId);

const newestOrder = async ({ bot }: Pick<Talker, 'bot'>): Promise<Order> => {
  const order = (await ordersOf(bot, organisation.tenantId)).at(-1);
  if (!order) throw new RangeError('nothing was ordered');
  return order;
};

/** A button by its word, in the language of whoever presses it. */
export const pressing =
  (word: PlainWord, inputs: Record<string, string> = {}): Deed =>
  (talker) =>
    presses(talker.w(word), inputs)(talker);

export const typing =
  (word: PlainWord): Deed =>
  (talker) =>
    says(talker.w(word))(talker);

/** Meets the bot; the app says where its user is, as Teams does with every message. */
export const meets =
  (timeZone: string): Deed =>
  ({ chat }) =>
    chat.send({ ...chat.speaker.message('menu'), localTimezone: timeZone });

/** Silver's tile comes first and has the same button. */
export const subscribesToGold: Deed = ({ chat, w }) => {
  const { card, data } = chat.button(w('subscribe'));
  return chat.send(chat.speaker.submit({ ...data, level: 'gold' }, card));
};

export const submits: Deed = pressing('submit', { agreement: 'true' });

export const uploadsProof =
  (paidOn: string): Deed =>
  async (talker) => {
    const { number } = await newestOrder(talker);
    await says(`proof ${number}`)(talker);
    await handsOver(bankPdf)(talker);
    await pressing('sendDetails', { paymentDate: paidOn, account: rightAccount(talker) })(talker);
  };

/** Money in euros for the newest order, with its references. */
export interface Transfer {
  readonly decimal: string;
  readonly valueDate: string;
  readonly bankReference: string;
}

/** The statement's line, which is new money or confirms what an operator saw: nobody in a chat does anything. */
export const bankTells =
  ({ decimal, valueDate, bankReference }: Transfer, taken: 'matched' | 'confirms' = 'matched'): Deed =>
  async (talker) => {
    const { number } = await newestOrder(talker);
    const line: BankLine = {
      id: bankReference as PaymentId,
      account: rightAccount(talker),
      bookedOn: day(valueDate),
      valueDate: day(valueDate),
      amount: amount('EUR', decimal),
      text: `${number} ${mpnId} ${bankReference}`,
      status: { kind: 'recorded' },
    };
    const posted = await talker.bot.app.credit(line);
    assert(posted.kind !== 'known' && posted.line.status.kind === taken);
    assert.equal(posted.line.status.order, number);
  };

/** An operator accepts the oldest proof of the queue as money seen. */
export const marksMoneySeen =
  ({ decimal, valueDate, bankReference }: Transfer): Deed =>
  async (talker) => {
    await says('queue')(talker);
    await pressing('open.receive')(talker);
    const seen = { day: valueDate, amount: decimal, reference: bankReference };
    await pressing('do.receive', seen)(talker);
  };

/** Takes the app away: an operator's digests are another story, and Teams' limits would make it a long one. */
export const leaves: Deed = ({ chat }) => chat.send(chat.speaker.installed('remove'));
