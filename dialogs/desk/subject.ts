import type { DeskOf } from '../../cards/desk/actions.ts';
import type { DeskMoney } from '../../cards/desk/view.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { chargeOf } from '../../membership/rules/card.ts';
import type { OrderNumber, ProofHash } from '../../membership/rules/ids.ts';
import type { Money } from '../../membership/rules/money.ts';
import { due, isOpen, received, type Order } from '../../membership/rules/order.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { DeskFormView } from '../../cards/desk/form.ts';
import { isOwn, orderNow } from './look.ts';
import { moneyNow } from './money.ts';
import type { DeskTurn } from './turn.ts';

/** What a form about an order is about. */
export interface OrderSubject {
  readonly kind: 'order';
  readonly partner: Partner;
  readonly number: OrderNumber;
  readonly proof?: ProofHash | undefined;
  /** What the amount is expected to be. */
  readonly expected: Money;
  /** Paid by card: a refund goes back there by itself. */
  readonly toCard: boolean;
  readonly reader: Language;
}

/** What a form about money is about; a partner's, unless it is a bank line that names nobody. */
export interface MoneySubject {
  readonly kind: 'money';
  readonly money: DeskMoney;
  readonly partner?: Partner | undefined;
  readonly expected: Money;
}

export type Subject = OrderSubject | MoneySubject;

export type About = Pick<DeskOf<'open'>, 'form' | 'order' | 'proof' | 'payment'>;

const expectedOf = (form: About['form'], order: Order): Money => {
  if (form === 'refund') return received(order);
  return isOpen(order.state) ? due(order) : order.quote.total;
};

/** Whoever handed the proof in reads the reason, or whoever asked for the refund. */
const readerOf = (turn: DeskTurn, { tenantId }: Partner, order: Order): Promise<Language> => {
  const aadObjectId = order.proofs.at(-1)?.submittedBy ?? order.refundRequest?.by ?? order.placedBy;
  return turn.languageOf({ tenantId, aadObjectId });
};

const onOrder = async (turn: DeskTurn, about: About, number: OrderNumber): Promise<Subject | undefined> => {
  const found = await orderNow(turn, number);
  if (!found) return undefined;
  const { partner, order } = found;
  return {
    kind: 'order',
    partner,
    number,
    proof: about.proof,
    expected: expectedOf(about.form, order),
    toCard: about.form === 'refund' && chargeOf(order) !== undefined,
    reader: await readerOf(turn, partner, order),
  };
};

/** Whether a form is about money, wherever it is, and not about an order. */
const isAboutMoney = ({ form }: About): boolean =>
  form === 'place' || form === 'payBack' || form === 'withdraw';

/** What a form is about, as it is now; undefined where that is no more, or never was. */
export const subjectOf = async (turn: DeskTurn, about: About): Promise<Subject | undefined> => {
  if (!isAboutMoney(about)) return about.order && onOrder(turn, about, about.order);
  const found = about.payment && (await moneyNow(turn, about.payment));
  return found && { kind: 'money', ...found, expected: found.money.amount };
};

/** Nobody acts on their own organisation. */
export const isOwnSubject = (turn: DeskTurn, { partner }: Subject): boolean =>
  partner !== undefined && isOwn(turn, partner);

/** What the form shows of it. */
export const shownOf = (
  about: About,
  subject: Subject,
): Partial<DeskFormView> & Pick<DeskFormView, 'form'> => {
  const { form, order, proof, payment } = about;
  const same = { form, order, proof, payment, expected: subject.expected };
  if (subject.kind === 'money') return { ...same, organisation: subject.money.organisation };
  return { ...same, organisation: subject.partner.name, toCard: subject.toCard, reader: subject.reader };
};
