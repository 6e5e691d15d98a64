import assert from 'node:assert/strict';
import { later } from '../../../membership/rules/calendar.ts';
import { ada, bob, orderNumber, partner, payment, person } from '../../support/partner.ts';
import { receiveTransfer } from '../../../membership/rules/payment.ts';
import { catalogue } from '../../support/catalogue.ts';
import { cardHouse } from './card-house.ts';

describe('opening the card page', () => {
  it('records the attempt before the gateway hears of it, for what is due, under the order’s key', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.gateway.fail('open', 'lostBefore', 'lostBefore');
    assert.deepEqual(await house.open(number), {
      kind: 'refused',
      refusal: { kind: 'gatewayUnsure', order: number },
    });
    const [attempt] = (await house.order(number)).attempts!;
    assert.deepEqual(
      [attempt?.key, attempt?.state, attempt?.amount.minor],
      [`${number}-1`, 'opening', 193_600],
    );
  });

  for (const [says, who] of [
    ['pressed twice at once', [ada, ada]],
    ['by two admins at once', [ada, bob]],
  ] as const)
    it(`${says}: the same page`, async () => {
      const house = cardHouse();
      const number = await house.buy();
      const [one, other] = await Promise.all(who.map((admin) => house.open(number, admin)));
      assert.equal(one?.kind, 'page');
      assert.deepEqual(one, other);
      assert.equal(house.gateway.pages().length, 1);
      assert.deepEqual(await house.attempts(number), ['open']);
      assert.deepEqual(await house.open(number), one, 'and later, on another device');
    });

  for (const fault of ['lostBefore', 'lostAfter'] as const)
    it(`whose outcome nobody knows (${fault}) is asked for again with its key`, async () => {
      const house = cardHouse();
      const number = await house.buy();
      house.gateway.fail('open', fault);
      await house.page(number);
      assert.deepEqual(house.gateway.calls, [`open ${number}-1`, `open ${number}-1`]);
      assert.equal(house.gateway.pages().length, 1);
    });

  it('that failed twice is found by the next press, or by the sweep', async () => {
    for (const next of ['press', 'sweep']) {
      const house = cardHouse();
      const number = await house.buy();
      house.gateway.fail('open', 'lostAfter', 'lostAfter');
      await house.open(number);
      house.clock.passMinutes(3);
      await (next === 'press' ? house.page(number) : house.sweep());
      assert.deepEqual(await house.attempts(number), ['open']);
      assert.equal(house.gateway.pages().length, 1);
    }
  });

  it('refused by the gateway: the attempt has failed, the next has a key of its own', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.gateway.fail('open', 'refused');
    assert.equal((await house.open(number)).kind, 'refused');
    assert.equal(await house.page(number), `https://pay.example/${number}-2`);
    assert.deepEqual(await house.attempts(number), ['failed', 'open']);
  });

  it('refused to one device that another has got meanwhile: it goes on', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.gateway.fail('open', 'fine', 'refused');
    let url: string | undefined;
    house.gateway.between = async () => {
      house.gateway.between = () => Promise.resolve();
      url = await house.page(number, bob);
    };
    assert.equal((await house.open(number)).kind, 'refused');
    assert.deepEqual([await house.page(number), await house.attempts(number)], [url, ['open']]);
  });

  it('is not handed out where it was closed or given up while the gateway answered', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.gateway.fail('open', 'lostBefore', 'lostBefore');
    await house.open(number);
    house.clock.passMinutes(61);
    let stolen = false;
    house.gateway.between = async () => {
      if (stolen) return;
      stolen = true;
      house.gateway.fail('open', 'lostBefore');
      await house.sweep();
    };
    const url = await house.page(number);
    assert.deepEqual(await house.attempts(number), ['failed', 'open']);
    assert.equal(url, `https://pay.example/${number}-2`);
  });

  it('about to time out it is closed first, then a new one is opened', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const first = await house.page(number);
    house.clock.passMinutes(59);
    const second = await house.page(number);
    assert.notEqual(second, first);
    assert.equal(house.gateway.pay(first), undefined, 'the first one is closed');
    assert.deepEqual(await house.attempts(number), ['closed', 'open']);
  });

  it('about to time out, and paid on: no second page', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.pays(await house.page(number));
    house.clock.passMinutes(59);
    assert.deepEqual(await house.open(number), {
      kind: 'refused',
      refusal: { kind: 'notPayableByCard', order: number, state: 'active' },
    });
    assert.equal(house.gateway.pages().length, 1);
  });

  it('about to time out, and the gateway silent: nothing new is opened', async () => {
    const house = cardHouse();
    const number = await house.buy();
    await house.page(number);
    house.clock.passMinutes(59);
    house.gateway.fail('close', 'lostAfter');
    assert.equal((await house.open(number)).kind, 'refused');
    assert.deepEqual(await house.attempts(number), ['open']);
  });

  it('that would take too much, since a part was paid otherwise, is opened anew for the rest', async () => {
    const house = cardHouse();
    const number = await house.buy();
    await house.page(number);
    const wire = payment('wire', 90_000, '2026-03-02');
    const now = house.clock.now();
    await house.store.change(partner().mpnId, (before) => ({
      kind: 'commit',
      partner: receiveTransfer(before, number, wire, { catalogue, now }).partner,
      answer: undefined,
    }));
    await house.page(number);
    assert.deepEqual(
      house.gateway.pages().map(({ state, wish }) => [state, wish.amount.minor]),
      [
        ['expired', 193_600],
        ['open', 103_600],
      ],
    );
  });

  it('is the partner’s admins’ alone, and only while the order waits for a card', async () => {
    const house = cardHouse({ people: [person(ada, 'mpnPartnerAdmin'), person(bob)] });
    const number = await house.buy();
    const transfer = await house.buy({ method: 'transfer', level: 'gold' }, 'other');
    const refusals = [
      await house.open(number, bob),
      await house.open(orderNumber(99)),
      await house.open(transfer),
    ].map((opened) => opened.kind === 'refused' && opened.refusal.kind);
    assert.deepEqual(refusals, ['notAuthorised', 'orderNotFound', 'notPayableByCard']);
    assert.deepEqual(house.gateway.calls, []);
  });

  it('after the order’s last day: not payable, though no job has run', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.clock.passMinutes(31 * 1440);
    const opened = await house.open(number);
    assert.deepEqual(opened.kind === 'refused' && opened.refusal, {
      kind: 'notPayableByCard',
      order: number,
      state: 'expired',
    });
  });

  it('is looked at two minutes later, and then every ten', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const start = house.clock.now();
    await house.page(number);
    const looksAt = async () => (await house.order(number)).attempts?.at(-1)?.lookAt;
    assert.equal(await looksAt(), later(start, 120_000));
    await house.sweep();
    assert.ok(!house.gateway.calls.some((call) => call.startsWith('look')));
    house.clock.passMinutes(2);
    await house.sweep();
    assert.equal(await looksAt(), later(start, 720_000));
  });
});
