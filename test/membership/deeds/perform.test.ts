import assert from 'node:assert/strict';
import { cancelOrder } from '../../../membership/deeds/cancel-order.ts';
import { keepTime } from '../../../membership/deeds/keep-time.ts';
import { markMessages } from '../../../membership/deeds/mark-message.ts';
import { placeOrder } from '../../../membership/deeds/place-order.ts';
import { submitProof } from '../../../membership/deeds/submit-proof.ts';
import type { MpnId } from '../../../membership/rules/ids.ts';
import { orderOf } from '../../../membership/rules/partner.ts';
import { orderShown } from '../../../membership/rules/message.ts';
import { ada, bob, newsOf, partner, person } from '../../support/partner.ts';
import { buy, doing, done, handIn, house, refusalOf, wish } from './deeds.ts';

const { mpnId } = partner();
describe('a command has at most one effect', () => {
  it('seen again it answers as the first time, and nothing more is kept', async () => {
    const { ports, store } = house();
    const first = await buy(ports, 'same');
    const again = done(await placeOrder(ports, doing('same'), wish(partner())));
    assert.deepEqual([first.again, again.again, again.order], [false, true, first.order]);
    assert.equal(store.commits(), 1);
    assert.equal(again.partner.orders.length, 1);
  });

  it('at once from two devices: one order', async () => {
    const { ports, store } = house();
    const press = () => placeOrder(ports, doing('same'), wish(partner()));
    const outcomes = await Promise.all([press(), press()]);
    assert.deepEqual(new Set(outcomes.map((outcome) => done(outcome).order)).size, 1);
    assert.equal(store.commits(), 1);
  });

  it('two commands for the same offer: the second is shown the open order', async () => {
    const { ports } = house();
    const { order: number } = await buy(ports, 'one');
    const refusal = refusalOf(await placeOrder(ports, doing('two'), wish(partner())));
    assert.deepEqual(refusal, {
      kind: 'offerUnavailable',
      level: 'silver',
      why: { reason: 'orderInProgress', order: number, level: 'silver', state: 'awaitingTransfer' },
    });
  });

  it('is remembered for 7 days, and forgotten with a later commit', async () => {
    const { ports, clock, store } = house();
    const { order: number } = await buy(ports, 'bought');
    clock.pass(6);
    await submitProof(ports, doing('proof'), handIn(number));
    const ids = async () => (await store.read(mpnId))!.handled.map(({ id }) => id);
    assert.deepEqual(await ids(), ['bought', 'proof']);
    clock.pass(1);
    await submitProof(ports, doing('better proof'), handIn(number));
    assert.deepEqual(await ids(), ['proof', 'better proof']);
  });

  it('a refusal is not remembered: the same command may succeed later', async () => {
    const { ports, store } = house([partner({ verified: false })]);
    assert.equal((await placeOrder(ports, doing('same'), wish(partner()))).kind, 'refused');
    await store.change(mpnId, (kept) => ({
      kind: 'commit',
      partner: { ...kept, verified: true },
      answer: 0,
    }));
    assert.equal(done(await placeOrder(ports, doing('same'), wish(partner()))).again, false);
  });

  it('a commit that fails has no effect, and the command may be given again', async () => {
    const { ports, store } = house();
    store.failNext();
    await assert.rejects(buy(ports, 'same'), /disk full/);
    assert.deepEqual((await store.read(mpnId))?.orders, []);
    assert.equal((await buy(ports, 'same')).again, false);
  });

  it('for a partner that is not there it is a fault', async () => {
    const { ports } = house([]);
    await assert.rejects(buy(ports), RangeError);
  });
});

describe('messages of a commit', () => {
  it('a newer one about the order supersedes what still waits for that person', async () => {
    const { ports } = house();
    const { order: number } = await buy(ports);
    const { partner: owner } = done(await submitProof(ports, doing('proof'), handIn(number)));
    assert.deepEqual(
      owner.outbox.map((message) => [newsOf(message), message.status]),
      [
        ['placed', 'superseded'],
        ['proofReceived', 'pending'],
      ],
    );
  });

  it('one that was sent stays sent; one about another order stays pending', async () => {
    const { ports } = house();
    const silver = await buy(ports, 'silver');
    const gold = await buy(ports, 'gold', { level: 'gold' });
    const [first] = silver.partner.outbox;
    await markMessages(ports.partners, mpnId, [first!.id], (message) => ({ ...message, status: 'sent' }));
    const { partner: owner } = done(
      await cancelOrder(ports, doing('no'), { person: ada, order: silver.order }),
    );
    assert.deepEqual(
      owner.outbox.map(({ about, status }) => [orderShown(about), status]),
      [
        [silver.order, 'sent'],
        [gold.order, 'pending'],
        [silver.order, 'pending'],
      ],
    );
  });

  it('one to another person is not superseded, nor dropped while it waits', async () => {
    const people = [person(ada, 'mpnPartnerAdmin'), person(bob, 'accountAdmin')];
    const { ports, clock } = house([partner({ people })]);
    const { order: number } = await buy(ports);
    clock.pass(8);
    const { partner: owner } = done(
      await submitProof(ports, doing('p', bob), handIn(number, { person: bob })),
    );
    assert.deepEqual(
      owner.outbox.map((message) => [message.to, newsOf(message), message.status]),
      [
        [ada, 'placed', 'pending'],
        [bob, 'proofReceived', 'pending'],
      ],
    );
  });

  it('are kept for 7 days once settled', async () => {
    const { ports, clock } = house();
    const { order: number } = await buy(ports);
    await submitProof(ports, doing('one'), handIn(number));
    clock.pass(7);
    const { partner: owner } = done(await submitProof(ports, doing('two'), handIn(number)));
    assert.deepEqual(
      owner.outbox.map((message) => [newsOf(message), message.status]),
      [['proofReceived', 'pending']],
    );
  });
});

describe('time', () => {
  it('every deed judges by the day, though no job has run', async () => {
    const { ports, clock, store } = house();
    const { order: number } = await buy(ports);
    clock.pass(31);
    const refusal = refusalOf(await submitProof(ports, doing('p'), handIn(number)));
    assert.deepEqual(refusal, { kind: 'proofNotExpected', order: number, state: 'expired' });
    assert.equal(store.commits(), 1);
    const { partner: owner } = await buy(ports, 'again');
    assert.equal(orderOf(owner, number)?.state, 'expired');
    const expiry = owner.history.find(({ event }) => event.type === 'orderExpired');
    assert.deepEqual(expiry?.by, { kind: 'clock' });
  });

  it('the job commits what time has changed, once', async () => {
    const { ports, clock, store } = house();
    const { order: number } = await buy(ports);
    clock.pass(30);
    await keepTime(ports, mpnId);
    await keepTime(ports, mpnId);
    assert.equal(orderOf((await store.read(mpnId))!, number)?.state, 'awaitingTransfer');
    assert.equal(store.commits(), 2, 'the order, and a reminder of it');
    clock.pass(1);
    await keepTime(ports, mpnId);
    await keepTime(ports, mpnId);
    assert.equal(orderOf((await store.read(mpnId))!, number)?.state, 'expired');
    assert.equal(store.commits(), 3);
    assert.deepEqual(await keepTime(ports, 'nobody' as MpnId), []);
  });
});
