import assert from 'node:assert/strict';
import fc from 'fast-check';
import { retryParked } from '../../../membership/deeds/receive-card-news.ts';
import { currentAttempt } from '../../../membership/rules/card.ts';
import { isOpen, received } from '../../../membership/rules/order.ts';
import { orDead } from './stage.ts';
import { begin, perform, scenes, type Story } from './story.ts';

/** At every moment: one attempt an order at most, and of the pages that people have, one that can be paid on. */
const assertOneOpen = async ({ world: { house }, links }: Story): Promise<void> => {
  for (const order of (await house.owner()).orders) {
    const going = order.attempts?.filter(({ state }) => state === 'open' || state === 'opening') ?? [];
    assert.ok(going.length <= 1, 'two attempts');
    const payable = [...links].filter((url) => {
      const page = house.gateway.pageAt(url);
      return page.wish.order === order.number && page.state === 'open' && page.expiresAt >= house.clock.now();
    });
    assert.ok(payable.length <= 1, `two pages can be paid on: ${payable.join()}`);
    if (order.state === 'cancelled' && order.cancelled?.by)
      assert.deepEqual(payable, [], 'cancelled, and can be paid on');
  }
};

/** The gateway is well again, what is late arrives, and the sweep runs until nothing is open. */
const settle = async (story: Story): Promise<void> => {
  const { house } = story.world;
  story.world.end();
  house.gateway.healed();
  for (let round = 0; round < 6; round += 1) {
    house.clock.passMinutes(61);
    await house.sweep();
  }
  for (const { id, news } of story.mail) {
    if (news.kind === 'refunded' || news.kind === 'reversed') await house.hear(id, news);
  }
  // A refund or chargeback whose news went astray is told again, as the gateway does for days.
  for (const [charge, amount] of house.gateway.gone())
    await house.hear(`late-${charge}`, { kind: 'refunded', charge, amount });
  await retryParked(house.ports);
};

const sum = (parts: readonly { readonly minor: number }[]): number =>
  parts.reduce((all, { minor }) => all + minor, 0);

const assertSettled = async ({ world: { house } }: Story): Promise<void> => {
  const owner = await house.owner();
  assert.deepEqual(owner.orders.filter(currentAttempt), [], 'an attempt that never ends');
  assert.deepEqual(await house.ports.parked.all(), [], 'news without a place');
  const living = owner.orders.filter(({ state }) => state === 'active' || isOpen(state));
  const kept = [...living.map(received), ...owner.credits.map(({ left }) => left)];
  const stays = house.gateway.charges().filter(({ id }) => !house.gateway.gone().has(id));
  const amounts = stays.map(({ amount }) => amount);
  assert.equal(sum(kept) + sum(owner.held.map(({ amount }) => amount)), sum(amounts), 'money lost or made');
  for (const order of owner.orders) {
    const activated = owner.history.filter(
      ({ event }) => event.type === 'orderActivated' && event.order === order.number,
    );
    assert.ok(activated.length <= 1, 'activated twice');
    const paid = received(order).minor;
    if (order.state === 'active') assert.equal(paid, order.quote.total.minor, 'active, and not paid');
    if (isOpen(order.state)) assert.ok(paid < order.quote.total.minor, 'paid, and not active');
  }
};

describe('card payment, whatever happens at once', () => {
  it('never two open pages, no money lost or counted twice, every attempt ends', async function () {
    this.timeout(process.env['ENDURE'] ? 900_000 : 60_000);
    const numRuns = process.env['ENDURE'] ? 20_000 : 400;
    const effects = new Map<string, number>();
    const draws = fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(scenes, draws, async (told, drawn) => {
        const story = await begin(drawn);
        for (const { acts, minutes } of told) {
          const all = Promise.all(acts.map((one) => orDead(perform(story, one))));
          all.catch(() => undefined);
          await story.world.place.run(() => assertOneOpen(story));
          await all;
          story.world.house.clock.passMinutes(minutes);
        }
        await settle(story);
        await assertSettled(story);
        for (const { event } of (await story.world.house.owner()).history)
          effects.set(event.type, (effects.get(event.type) ?? 0) + 1);
      }),
      { seed: 20260302, numRuns },
    );
    // The stories must reach what they are about.
    for (const type of [
      'orderActivated',
      'orderExpired',
      'orderCancelled',
      'creditKept',
      'moneyHeld',
      'orderRefunded',
      'orderReversed',
      'cardPageEnded',
      'creditTakenUp',
    ])
      assert.ok((effects.get(type) ?? 0) > 0, `no story with ${type}: ${JSON.stringify([...effects])}`);
  });
});
