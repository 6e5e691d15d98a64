import assert from 'node:assert/strict';
import type { BankLine } from '../../../membership/ports.ts';
import { day, eur } from '../../support/partner.ts';
import { deskHouse, first, other, said } from './desk-house.ts';

const statusOf = (ledger: ReturnType<typeof deskHouse>['ledger'], id: string) =>
  ledger.all().find((line) => line.id === id)?.status;

describe('a statement’s line after a mark by hand that nothing has confirmed', () => {
  const lines: readonly [says: string, line: Partial<BankLine>, total: number, kind: string][] = [
    ['the same order, four days later', { valueDate: day('2026-03-14') }, 40_000, 'confirmed'],
    ['the same order, six days later', { valueDate: day('2026-03-16') }, 40_000, 'held'],
    [
      'no order, but the reference',
      { text: 'ft26069 xy12', valueDate: day('2026-03-01') },
      40_000,
      'confirmed',
    ],
    ['no order, the reference in its id', { text: '', id: 'e2e:FT26069XY12' as never }, 40_000, 'confirmed'],
    ['neither, the same day', { text: 'thank you' }, 40_000, 'confirmed'],
    ['neither, another day', { text: 'thank you', valueDate: day('2026-03-11') }, 40_000, 'held'],
    [
      'another partner’s order, with the reference',
      { text: `${other.number} FT-26069/XY12` },
      40_000,
      'held',
    ],
    ['another partner’s order alone', { text: other.number }, 80_000, 'told'],
    ['another amount, no reference', { amount: eur(30_000) }, 40_000, 'held'],
    [
      'less by bank charges, with its MPN ID',
      { text: `${first.number} 6234461`, amount: eur(39_988) },
      40_000,
      'held',
    ],
    ['more than was marked', { amount: eur(40_012) }, 40_000, 'held'],
    ['another amount on a far day', { amount: eur(90_000), valueDate: day('2026-03-30') }, 40_000, 'held'],
    ['on another account of ours', { account: '000123456789' }, 40_000, 'held'],
    ['its own MPN ID alone, the same day', { text: '6234461 invoice' }, 40_000, 'confirmed'],
    ['another’s MPN ID, the same day', { text: '7000001 invoice' }, 40_000, 'held'],
    ['another’s MPN ID and the reference', { text: '7000001 FT-26069/XY12' }, 40_000, 'held'],
    ['its order and another’s MPN ID', { text: `${first.number} 7000001` }, 40_000, 'held'],
    ['the account written otherwise', { account: 'ie29 aibk 9311 5212 3456 78' }, 40_000, 'confirmed'],
  ];
  for (const [says, line, total, kind] of lines)
    it(`${says}: ${kind}`, async () => {
      const house = deskHouse();
      await house.marks('m1');
      assert.equal((await house.posts('l1', line)).kind, kind);
      assert.equal(await house.total(), total);
    });

  it('a reference too short to be found: the line of another day or amount is held all the same', async () => {
    for (const line of [{ valueDate: day('2026-03-17') }, { amount: eur(45_000) }]) {
      const house = deskHouse();
      await house.marks('m1', { reference: 'B-1' });
      assert.equal((await house.posts('l1', line)).kind, 'held');
      assert.equal(await house.total(), 40_000);
    }
  });

  it('a line of its order on a far day waits; put on that order, it confirms the mark, and the next line counts', async () => {
    const house = deskHouse();
    await house.marks('m1');
    await house.posts('l1', { valueDate: day('2026-03-16') });
    assert.equal(said(await house.places('l1')), 'done');
    assert.equal(statusOf(house.ledger, 'l1')?.kind, 'confirms');
    assert.equal(await house.total(), 40_000);
    assert.equal((await house.posts('l2')).kind, 'told');
    assert.equal(await house.total(), 80_000);
  });

  it('a line of another partner’s order with its reference waits, and counts there at an operator’s second word', async () => {
    const house = deskHouse();
    await house.marks('m1');
    await house.posts('l1', { text: `${other.number} FT-26069/XY12` });
    const refusal = { kind: 'differsFromHand', order: first.number, marked: eur(40_000) };
    assert.deepEqual(said(await house.places('l1', other.number)), refusal);
    assert.equal(await house.got(other.number), 0);
    assert.equal(said(await house.insists('l1', other.number)), 'done');
    assert.deepEqual([await house.got(), await house.got(other.number)], [40_000, 40_000]);
  });

  it('by an operator’s second word, further money counts once, whatever is run again', async () => {
    const house = deskHouse();
    await house.marks('m1');
    await house.posts('l1', { amount: eur(30_000) });
    assert.equal(said(await house.insists('l1')), 'done');
    assert.equal(said(await house.insists('l1')), 'again');
    await house.restarts();
    assert.equal(await house.total(), 70_000);
    assert.equal((await house.posts('l2')).kind, 'confirmed');
    assert.equal(await house.total(), 70_000);
  });

  it('an operator’s second word makes no further money of what surely was marked', async () => {
    const house = deskHouse();
    await house.marks('m1');
    await house.posts('l1', { text: `${first.number} 7000001` });
    assert.equal(said(await house.insists('l1')), 'done');
    assert.equal(await house.total(), 40_000);
  });

  it('a line with its order and reference but another amount is held, and not put on that order by one word', async () => {
    const house = deskHouse();
    await house.marks('m1');
    await house.posts('l1', { text: `${first.number} FT-26069/XY12`, amount: eur(39_000) });
    assert.deepEqual(statusOf(house.ledger, 'l1'), {
      kind: 'held',
      because: 'differsFromHand',
      suggestion: first.number,
    });
    assert.deepEqual(said(await house.places('l1')), {
      kind: 'differsFromHand',
      order: first.number,
      marked: eur(40_000),
    });
    assert.equal(await house.total(), 40_000);
  });
});
