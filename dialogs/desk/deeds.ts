import type { DeskEntered, DeskForm } from '../../cards/desk/actions.ts';
import { showDay, showMoney } from '../../cards/format.ts';
import { say } from '../../cards/say.ts';
import { approveRefund, declineRefund } from '../../membership/deeds/decide-refund.ts';
import type { DeskOutcome } from '../../membership/deeds/desk.ts';
import { markReceived } from '../../membership/deeds/mark-received.ts';
import { payBack } from '../../membership/deeds/pay-back.ts';
import { placeHeld } from '../../membership/deeds/place-held.ts';
import { withdrawMark } from '../../membership/deeds/withdraw-mark.ts';
import { acceptProof, holdProof, rejectProof } from '../../membership/deeds/review-proof.ts';
import type { CommandId, OrderNumber, ProofHash } from '../../membership/rules/ids.ts';
import { readFigures, readOrder, reasonIn, type BankFigures, type Read } from './entered.ts';
import type { OrderSubject, Subject } from './subject.ts';
import type { DeskTurn } from './turn.ts';

/** What was entered, read: the deed that is to be done with it, and what is said once it is. */
export interface ReadyDeed {
  readonly run: () => Promise<DeskOutcome>;
  readonly done: string;
  /** The amount that would count, where one was entered. */
  readonly amount?: BankFigures['amount'] | undefined;
  /** The order on which a held line would be put. */
  readonly placedOn?: OrderNumber | undefined;
}

/** What a deed is made of: who acts on what, with what was entered, under which command. */
interface Wish<About extends Subject> {
  readonly turn: DeskTurn;
  readonly about: About;
  readonly entered: DeskEntered;
  readonly command: CommandId;
  /** The order on which money counts beside what was marked by hand, as the operator was shown. */
  readonly beside?: OrderNumber | undefined;
}

const ready = (deed: ReadyDeed): Read<ReadyDeed> => ({ kind: 'read', value: deed });

const withFigures = (
  { turn, about, entered }: Wish<Subject>,
  then: (figures: BankFigures) => ReadyDeed,
): Read<ReadyDeed> => {
  const read = readFigures(turn, entered, about.expected.currency);
  return read.kind === 'read' ? ready({ ...then(read.value), amount: read.value.amount }) : read;
};

const receive = (wish: Wish<OrderSubject>): Read<ReadyDeed> =>
  withFigures(wish, ({ day: valueDate, amount, reference }) => {
    const { turn, about, command } = wish;
    const { desk, operator, language } = turn;
    const money = { order: about.number, valueDate, amount, reference, command };
    const { proof } = about;
    return {
      run: () =>
        proof ? acceptProof(desk, operator, { ...money, proof }) : markReceived(desk, operator, money),
      done: say(language, 'done.receive', {
        amount: showMoney(language, amount),
        day: showDay(language, valueDate),
        reference,
      }),
    };
  });

const onProof = (
  { turn: { desk, operator, language }, about, entered, command }: Wish<OrderSubject>,
  form: 'reject' | 'hold',
  proof: ProofHash,
): Read<ReadyDeed> => {
  const seen = { order: about.number, proof, command };
  const [reason, note] = [reasonIn(entered), entered.note ?? ''];
  return form === 'reject'
    ? ready({
        run: () => rejectProof(desk, operator, { ...seen, reason }),
        done: say(language, 'done.reject', { reason }),
      })
    : ready({ run: () => holdProof(desk, operator, { ...seen, note }), done: say(language, 'done.hold') });
};

const refund = (wish: Wish<OrderSubject>): Read<ReadyDeed> => {
  const { turn, about, command } = wish;
  const { desk, operator, language } = turn;
  const done = say(language, 'done.refund');
  const order = about.number;
  if (about.toCard) return ready({ run: () => approveRefund(desk, operator, { order, command }), done });
  return withFigures(wish, ({ day: on, amount, reference }) => ({
    run: () => approveRefund(desk, operator, { order, command, paidBack: { on, amount, reference } }),
    done,
  }));
};

const decline = ({ turn, about, entered, command }: Wish<OrderSubject>): Read<ReadyDeed> => {
  const reason = reasonIn(entered);
  return ready({
    run: () => declineRefund(turn.desk, turn.operator, { order: about.number, reason, command }),
    done: say(turn.language, 'done.decline', { reason }),
  });
};

const place = (
  { turn, entered, command, beside }: Wish<Subject>,
  line: Extract<Subject, { kind: 'money' }>['money']['payment'],
): Read<ReadyDeed> => {
  const order = readOrder(entered);
  if (order.kind === 'problems') return order;
  return ready({
    run: () =>
      placeHeld(turn.desk, turn.operator, {
        ...{ line, order: order.value, command },
        // Another order than the one that was shown asks anew.
        anyway: beside === order.value,
      }),
    done: say(turn.language, 'done.place'),
    placedOn: order.value,
  });
};

const giveBack = (
  wish: Wish<Subject>,
  { partner, money }: Extract<Subject, { kind: 'money' }>,
): Read<ReadyDeed> | undefined =>
  partner &&
  withFigures(wish, ({ day: on, amount, reference }) => {
    const { desk, operator, language } = wish.turn;
    const paid = { partner: partner.mpnId, payment: money.payment, on, amount, reference };
    return {
      run: () => payBack(desk, operator, { ...paid, command: wish.command }),
      done: say(language, 'done.payBack', {
        amount: showMoney(language, amount),
        day: showDay(language, on),
      }),
    };
  });

const withdraw = (
  { turn, command }: Wish<Subject>,
  { order, payment: mark, amount }: Extract<Subject, { kind: 'money' }>['money'],
): Read<ReadyDeed> | undefined =>
  order &&
  ready({
    run: () => withdrawMark(turn.desk, turn.operator, { order, mark, command }),
    done: say(turn.language, 'done.withdraw', { amount: showMoney(turn.language, amount) }),
  });

const onMoney = (
  form: DeskForm,
  wish: Wish<Subject>,
  about: Extract<Subject, { kind: 'money' }>,
): Read<ReadyDeed> | undefined => {
  switch (form) {
    case 'place':
      return place(wish, about.money.payment);
    case 'payBack':
      return giveBack(wish, about);
    case 'withdraw':
      return withdraw(wish, about.money);
    case 'receive':
    case 'reject':
    case 'hold':
    case 'refund':
    case 'decline':
      return undefined;
  }
};

/** What each form does with what was entered; undefined where it does not fit what it is about. */
export const readDeed = (form: DeskForm, wish: Wish<Subject>): Read<ReadyDeed> | undefined => {
  const { about } = wish;
  if (about.kind === 'money') return onMoney(form, wish, about);
  const onOrder = { ...wish, about };
  switch (form) {
    case 'receive':
      return receive(onOrder);
    case 'reject':
    case 'hold':
      return about.proof && onProof(onOrder, form, about.proof);
    case 'refund':
      return refund(onOrder);
    case 'decline':
      return decline(onOrder);
    case 'place':
    case 'payBack':
    case 'withdraw':
      return undefined;
  }
};
