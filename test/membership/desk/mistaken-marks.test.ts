import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../membership/rules/calendar.ts';
import type { OrderNumber } from '../../../membership/rules/ids.ts';
import { day, eur } from '../../support/partner.ts';
import { deskHouse, first, other, second } from './desk-house.ts';

/** A payment that really was made, and what an operator marked of it before its statement. */
interface Real {
  readonly n: number;
  readonly minor: number;
  readonly to: OrderNumber;
  readonly says: string;
  readonly mark?:
    | {
        readonly minor: number;
        readonly daysBefore: number;
        readonly reference: string;
        readonly isWithdrawn: boolean;
      }
    | undefined;
}

const reals: fc.Arbitrary<readonly Real[]> = fc
  .array(
    fc.record({
      minor: fc.constantFrom(28_500, 28_500, 28_380, 25_800),
      to: fc.constantFrom(first.number, first.number, second.number, other.number),
      says: fc.constantFrom('order', 'order', 'reference', 'nothing', 'mpnId', 'strangeMpnId'),
      mark: fc.option(
        fc.record({
          minor: fc.constantFrom(28_500, 28_380, 25_800),
          daysBefore: fc.constantFrom(0, 1, 7),
          reference: fc.constantFrom('BK-1', 'BK-12345'),
          isWithdrawn: fc.boolean(),
        }),
        { nil: undefined },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((made) => made.map((one, n) => ({ ...one, n })));

const referenceOf = ({ mark, n }: Real): string => `${mark?.reference ?? 'BK-98765'}${n}`.slice(-8);
const idOf = (to: OrderNumber, strange: boolean): string =>
  (to === other.number) === strange ? '6234461' : '7000001';
const textOf = (real: Real): string => {
  const texts: Readonly<Record<string, string>> = {
    order: `order ${real.to}`,
    reference: `${real.to} ${referenceOf(real)}`,
    mpnId: `${idOf(real.to, false)} invoice`,
    strangeMpnId: `${idOf(real.to, true)} invoice`,
  };
  return texts[real.says] ?? 'thank you';
};

const valueDate = day('2026-03-11');
type House = ReturnType<typeof deskHouse>;

/** First it is marked, where it is, and perhaps withdrawn; then the statement brings it; then an operator puts it on its order. */
const step = async (house: House, real: Real, nth: number): Promise<unknown> => {
  const { n, to, mark } = real;
  if (nth === 0 && mark)
    return house.marks(`m${n}`, {
      ...{ order: to, amount: eur(mark.minor), reference: referenceOf(real) },
      valueDate: addDays(valueDate, -mark.daysBefore),
    });
  if (nth === 1 && mark?.isWithdrawn) return house.withdraws(`hand:m${n}`, `undo-m${n}`, to);
  if (nth === 3) return house.places(`l${n}`, to, house.ports.chance.commandId());
  return nth === 2
    ? house.posts(`l${n}`, { amount: eur(real.minor), valueDate, text: textOf(real) })
    : undefined;
};

const heldIn = async ({ ledger }: House): Promise<number> =>
  (await ledger.held()).reduce((all, { amount }) => all + amount.minor, 0);
const unconfirmedIn = ({ ledger }: House): number =>
  ledger.all().reduce((all, { status, amount, byHand }) => {
    const isOpenMark = byHand?.as === 'marked' && status.kind === 'provisional' && !status.confirmedBy;
    return isOpenMark ? all + amount.minor : all;
  }, 0);

const sumOf = (made: readonly Real[], of: (real: Real) => number): number =>
  made.reduce((all, real) => all + of(real), 0);

describe('marks by hand with mistaken amounts, days and references', () => {
  it('never make two of one payment without an operator’s second word, and lose none', async function () {
    this.timeout(60_000);
    let held = 0;
    const order = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(reals, order, async (made, drawn) => {
        const house = deskHouse({ orders: [first, second] });
        const done = new Map<number, number>();
        const rest = made.flatMap(({ n }) => [n, n, n, n]);
        for (const n of [...drawn, ...rest]) {
          const real = made[n];
          const nth = done.get(n) ?? 0;
          if (real && nth < 4) await step(house, real, nth);
          done.set(n, nth + 1);
          if (nth % 2 === 0) await house.restarts();
        }
        const total = await house.total();
        const most = sumOf(made, ({ minor, mark }) => Math.max(minor, mark?.minor ?? 0));
        assert.ok(total <= most, `counted ${total}, where at most ${most} were there`);
        const waiting = await heldIn(house);
        assert.equal(
          total + waiting - unconfirmedIn(house),
          sumOf(made, ({ minor }) => minor),
        );
        held += waiting > 0 ? 1 : 0;
      }),
      { seed: 20260312, numRuns: 1_000 },
    );
    assert.ok(held > 50, `only ${held} stories in which money waits`);
  });
});
