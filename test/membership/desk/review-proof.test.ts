import assert from 'node:assert/strict';
import { acceptProof, holdProof, rejectProof } from '../../../membership/deeds/review-proof.ts';
import { submitProof } from '../../../membership/deeds/submit-proof.ts';
import type { CommandId, ProofHash } from '../../../membership/rules/ids.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import { ada, bob, day, eur, order, proof } from '../../support/partner.ts';
import { doing, handIn } from '../deeds/deeds.ts';
import { deskHouse, first, insider, kinds, olga, omar, said } from './desk-house.ts';

const [seen, newer] = ['a', 'b'].map((letter) => letter.repeat(64) as ProofHash) as [ProofHash, ProofHash];
const reviewed = order({ state: 'proofUnderReview', proofs: [proof()] });

const proofHouse = (given: Partial<Partner> = {}) => {
  const house = deskHouse({ orders: [reviewed], ...given });
  const wish = (command: string, hash: ProofHash) => ({
    order: first.number,
    proof: hash,
    command: command as CommandId,
  });
  return {
    ...house,
    accepts: (command = 'yes', operator = olga, hash = seen, minor = 100_000) =>
      acceptProof(house.ports, operator, {
        ...wish(command, hash),
        ...{ valueDate: day('2026-03-10'), amount: eur(minor), reference: 'FT-26069/XY12' },
      }),
    rejects: (command = 'no', operator = olga, hash = seen, reason = ' The amount is cut off ') =>
      rejectProof(house.ports, operator, { ...wish(command, hash), reason }),
    holds: (command = 'hold', operator = olga, hash = seen, note = 'Asked the bank') =>
      holdProof(house.ports, operator, { ...wish(command, hash), note }),
    handsIn: (hash: ProofHash) =>
      submitProof(
        house.ports,
        doing(`hand-in-${hash.slice(0, 3)}-${house.store.commits()}`),
        handIn(first.number, { file: { ...handIn(first.number).file, hash } }),
      ),
    state: async () => (await house.order()).state,
    last: async () => (await house.order()).proofs.at(-1)!,
  };
};

describe('an operator reviews a proof', () => {
  it('accepts: the money is seen, and the order is active', async () => {
    const house = proofHouse();
    assert.equal(said(await house.accepts()), 'done');
    assert.equal(await house.state(), 'active');
    assert.equal(house.ledger.all()[0]?.status.kind, 'provisional');
    assert.equal(said(await house.accepts()), 'again');
    await house.posts('l1', { amount: eur(100_000) });
    assert.equal(await house.total(), 100_000);
  });

  it('accepts a part: the order waits on under review', async () => {
    const house = proofHouse();
    assert.equal(said(await house.accepts('yes', olga, seen, 40_000)), 'done');
    assert.equal(await house.state(), 'proofUnderReview');
  });

  it('rejects: every admin is told, reads the reason, and can hand in another', async () => {
    const house = proofHouse();
    assert.equal(said(await house.rejects()), 'done');
    assert.equal(await house.state(), 'awaitingTransfer');
    assert.equal((await house.last()).rejected?.reason, 'The amount is cut off');
    assert.deepEqual(await house.told(), [
      `${ada} ${first.number} proofRejected`,
      `${bob} ${first.number} proofRejected`,
    ]);
    assert.equal((await house.handsIn(newer)).kind, 'accepted');
    assert.equal(said(await house.rejects('no2', olga, newer)), 'done');
  });

  it('holds: it stays under review with a note; then it can be accepted or rejected', async () => {
    for (const after of ['accepts', 'rejects'] as const) {
      const house = proofHouse();
      assert.equal(said(await house.holds()), 'done');
      assert.equal(await house.state(), 'proofUnderReview');
      assert.equal((await house.last()).held?.note, 'Asked the bank');
      assert.deepEqual(await house.told(), []);
      assert.equal(said(await house[after]('after', omar)), 'done');
    }
  });

  const acts = ['accepts', 'rejects', 'holds'] as const;
  for (const act of acts) {
    it(`${act} a proof that was replaced: refused`, async () => {
      const house = proofHouse();
      await house.handsIn(newer);
      assert.deepEqual(said(await house[act]()), { kind: 'proofReplaced', order: first.number });
      assert.equal(said(await house[act]('n', olga, newer)), 'done');
    });
    it(`${act} one of their own organisation: refused`, async () => {
      assert.deepEqual(kinds([await proofHouse()[act]('x', insider)]), ['ownOrganisation']);
    });
    it(`${act} while another rejects: one effect, and who was first is told`, async () => {
      const house = proofHouse();
      const outcomes = [await house.rejects('first', omar), await house[act]('second')];
      assert.deepEqual(said(outcomes[1]!), {
        kind: 'alreadyDecided',
        order: first.number,
        as: 'proofRejected',
        at: house.clock.now(),
        by: omar.name,
      });
    });
    it(`${act} what is paid meanwhile: told as paid`, async () => {
      const house = proofHouse();
      await house.posts('l1', { amount: eur(100_000) });
      assert.deepEqual(said(await house[act]()), {
        kind: 'alreadyDecided',
        order: first.number,
        as: 'paid',
        at: house.clock.now(),
      });
    });
  }

  for (const one of acts)
    for (const other of acts)
      it(`${one} and ${other} at the same moment: both told, at most one decision`, async () => {
        const house = proofHouse();
        await Promise.all([house[one]('c1'), house[other]('c2', omar)]);
        const events = await house.events();
        const decisions = events.filter((type) => ['proofRejected', 'markedByHand'].includes(type));
        assert.ok(decisions.length <= 1, decisions.join());
        assert.ok(events.filter((type) => type === 'proofHeld').length <= 1);
        const both = [one, other].toSorted().join();
        if (both !== 'accepts,holds' && both !== 'holds,rejects')
          assert.equal(decisions.length + events.filter((type) => type === 'proofHeld').length, 1, both);
      });

  it('without a reason or a note: refused', async () => {
    const house = proofHouse();
    assert.deepEqual(said(await house.rejects('r', olga, seen, ' ')), { kind: 'leftEmpty', field: 'reason' });
    assert.deepEqual(said(await house.holds('h', olga, seen, '')), { kind: 'leftEmpty', field: 'note' });
    assert.equal(house.store.commits(), 0);
  });

  it('of an order that expired: the money can still be seen, but nothing is asked for again', async () => {
    const house = proofHouse();
    house.clock.pass(30);
    assert.deepEqual(kinds([await house.rejects()]), ['proofNotExpected']);
    assert.equal(said(await house.accepts()), 'done');
    assert.equal(await house.state(), 'active');
  });
});
