import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../membership/rules/calendar.ts';
import type { OrderNumber } from '../../../membership/rules/ids.ts';
import { day, eur } from '../../support/partner.ts';
import { deskHouse, first, omar, other, second } from './desk-house.ts';

/** A payment that really was made, and how much the bank's statement says of it. */
interface Real {
  readonly n: number;
  readonly minor: number;
  readonly daysAgo: number;
  readonly to: OrderNumber;
  readonly says: 'order' | 'orderAndReference' | 'reference' | 'nothing' | 'strangeMpnId';
  /** Whether the operator reads the day right. */
  readonly daysOff: number;
}

type Doing = 'marked' | 'markedByOther' | 'posted' | 'placed' | 'restart';
interface Act {
  readonly nth: number;
  readonly what: Doing;
}

const reals: fc.Arbitrary<readonly Real[]> = fc
  .array(
    fc.record({
      minor: fc.constantFrom(40_000, 40_000, 60_000, 100_000),
      daysAgo: fc.constantFrom(1, 1, 2, 5),
      to: fc.constantFrom(first.number, first.number, second.number, other.number),
      says: fc.constantFrom(
        'order' as const,
        'orderAndReference' as const,
        'reference' as const,
        'nothing' as const,
        'strangeMpnId' as const,
      ),
      daysOff: fc.constantFrom(0, 0, 1, 3),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((made) => made.map((one, n) => ({ ...one, n })));

const acts: fc.Arbitrary<readonly (readonly Act[])[]> = fc.array(
  fc.array(
    fc.record({
      nth: fc.nat(3),
      what: fc.constantFrom<Doing>('marked', 'markedByOther', 'posted', 'posted', 'placed', 'restart'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  { minLength: 1, maxLength: 8 },
);

const reference = ({ n }: Real): string => `FT-26/70${n}Q`;
const valueDate = ({ daysAgo }: Real) => addDays(day('2026-03-12'), -daysAgo);
const textOf = (real: Real): string => {
  const texts = {
    order: `order ${real.to}`,
    orderAndReference: `${real.to} ${reference(real).toLowerCase()}`,
    reference: reference(real).replaceAll('/', ' '),
    nothing: 'thank you',
    strangeMpnId: `${real.to} ${real.to === other.number ? '6234461' : '7000001'}`,
  };
  return texts[real.says];
};

type House = ReturnType<typeof deskHouse>;
const perform = (house: House, real: Real, what: Doing): Promise<unknown> => {
  const { n, minor, to } = real;
  const wish = {
    ...{ order: to, amount: eur(minor), reference: reference(real) },
    valueDate: addDays(valueDate(real), real.daysAgo > real.daysOff ? real.daysOff : 0),
  };
  switch (what) {
    case 'marked':
      return house.marks(`mark-${n}`, wish);
    case 'markedByOther':
      return house.marks(`other-mark-${n}`, wish, omar);
    case 'posted':
      return house.posts(`l${n}`, {
        amount: eur(minor),
        valueDate: valueDate(real),
        bookedOn: addDays(valueDate(real), n),
        text: textOf(real),
      });
    case 'placed':
      return house.places(`l${n}`, to, house.ports.chance.commandId());
    case 'restart':
      return house.restarts();
  }
};

/** What is refused or breaks is nobody's loss: the statement brings every payment in the end. */
const orCut = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);

const settle = async (house: House, made: readonly Real[]): Promise<void> => {
  await house.restarts();
  for (const real of made) await perform(house, real, 'posted');
  await house.restarts();
  // A line that is placed may free another, which had been taken for its mark: that waits anew.
  for (let round = 0; round < made.length; round += 1)
    for (const real of made) {
      const line = (await house.ledger.held()).find(({ id }) => id === `l${real.n}`);
      if (line) await perform(house, real, 'placed');
    }
  // What may have been marked, and was not, takes a second word.
  for (const { n, to } of made)
    if ((await house.ledger.held()).some(({ id }) => id === `l${n}`)) await house.insists(`l${n}`, to);
};

const assertCounted = async (house: House, made: readonly Real[]): Promise<void> => {
  const paid = made.reduce((all, { minor }) => all + minor, 0);
  assert.equal(await house.total(), paid, 'money lost or made');
  assert.deepEqual(await house.ledger.unmarked(), []);
  assert.deepEqual(await house.ledger.held(), []);
  const lines = house.ledger.all();
  const confirms = lines.flatMap(({ status }) => (status.kind === 'confirms' ? [status.provisional] : []));
  assert.equal(new Set(confirms).size, confirms.length, 'one mark by hand, confirmed twice');
  for (const { id, status } of lines)
    if (status.kind === 'matched' && status.confirmedBy) assert.ok(confirms.includes(id));
};

describe('each real payment is counted once', () => {
  it('in any order of marks by hand, statement lines, placed lines and power cuts', async function () {
    this.timeout(process.env['ENDURE'] ? 900_000 : 60_000);
    const reached = new Map<string, number>();
    const powerCuts = fc.array(fc.nat(9), { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(reals, acts, powerCuts, async (made, told, drawn) => {
        let writes = 0;
        let isWell = false;
        const house = deskHouse({ orders: [first, second] }, () => {
          const draw = isWell ? 9 : drawn[writes++ % drawn.length];
          return draw === 0 ? 'before' : draw === 1 ? 'after' : undefined;
        });
        for (const together of told)
          await Promise.all(
            together.map(({ nth, what }) => orCut(perform(house, made[nth % made.length]!, what))),
          );
        isWell = true;
        await settle(house, made);
        await assertCounted(house, made);
        for (const { status, byHand } of house.ledger.all()) {
          const key = `${status.kind}${byHand ? ` ${byHand.as}` : ''}`;
          reached.set(key, (reached.get(key) ?? 0) + 1);
        }
      }),
      { seed: 20260312, numRuns: process.env['ENDURE'] ? 20_000 : 1_000 },
    );
    for (const key of ['matched', 'matched marked', 'matched placed', 'confirms', 'confirms placed'])
      assert.ok((reached.get(key) ?? 0) > 20, `no story with ${key}: ${JSON.stringify([...reached])}`);
  });
});
