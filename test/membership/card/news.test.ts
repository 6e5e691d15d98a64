import assert from 'node:assert/strict';
import { retryParked } from '../../../membership/deeds/receive-card-news.ts';
import type { CardCharge } from '../../../membership/gateway-ports.ts';
import { later } from '../../../membership/rules/calendar.ts';
import type { OrderNumber } from '../../../membership/rules/ids.ts';
import { money } from '../../../membership/rules/money.ts';
import { nextDue } from '../../../membership/rules/next-due.ts';
import { USD } from '../../support/catalogue.ts';
import { expiredNews } from '../../support/gateway.ts';
import { eur, orderNumber } from '../../support/partner.ts';
import { cardHouse } from './card-house.ts';

type House = ReturnType<typeof cardHouse>;
const activations = async (house: House) =>
  (await house.owner()).history.filter(({ event }) => event.type === 'orderActivated').length;
const lastKey = async (house: House, number: OrderNumber) =>
  (await house.order(number)).attempts!.at(-1)!.key;

describe('what the gateway tells', () => {
  it('paid: active at once, every admin is told, the attempt is over', async () => {
    const house = cardHouse();
    const number = await house.buy();
    await house.hearPaid(house.pays(await house.page(number)));
    assert.equal(await house.state(number), 'active');
    assert.deepEqual(await house.attempts(number), ['paid']);
    assert.deepEqual(await house.told(number), ['ada: active', 'bob: active']);
    assert.equal((await house.order(number)).purchaseDate, '2026-03-02');
  });

  it('one event twice, at once, and found by a look besides: one activation, nothing over', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const charge = house.pays(await house.page(number));
    house.clock.passMinutes(5);
    await Promise.all([
      house.hearPaid(charge, 'evt-1'),
      house.hearPaid(charge, 'evt-1'),
      house.hearPaid(charge, 'evt-2'),
      house.sweep(),
    ]);
    house.clock.passMinutes(8 * 1440);
    await house.hearPaid(charge, 'evt-1');
    assert.deepEqual([await activations(house), await house.credit()], [1, 0]);
  });

  it('paid before the attempt’s page was recorded: active, and the page is not handed out', async () => {
    const house = cardHouse();
    const number = await house.buy();
    let paid = false;
    house.gateway.between = async () => {
      const [page] = house.gateway.pages();
      if (paid || !page) return;
      paid = true;
      await house.hearPaid(house.pays(`https://pay.example/${page.wish.key}`));
    };
    assert.equal((await house.open(number)).kind, 'refused');
    assert.deepEqual([await house.state(number), await house.attempts(number)], ['active', ['paid']]);
  });

  it('expired after completed: it stays paid; expired before completed: it becomes paid', async () => {
    for (const order of ['after', 'before']) {
      const house = cardHouse();
      const number = await house.buy();
      const charge = house.pays(await house.page(number));
      const expired = expiredNews(number, await lastKey(house, number));
      if (order === 'before') await house.hear('evt-x', expired);
      await house.hearPaid(charge);
      if (order === 'after') await house.hear('evt-x', expired);
      assert.deepEqual([await house.state(number), await house.attempts(number)], ['active', ['paid']]);
    }
  });

  it('declined: told, and the page stays; older declines are no news', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const url = await house.page(number);
    const declined = house.gateway.decline(url);
    await house.hear('evt-1', declined);
    await house.hear('evt-2', declined);
    assert.deepEqual(await house.told(number), ['ada: declined', 'bob: declined']);
    assert.equal(await house.page(number), url);
    const events = (await house.owner()).history.filter(({ event }) => event.type === 'cardDeclined');
    assert.equal(events.length, 1);
  });

  it('timed out: the attempt has ended and the order has not; it can be tried again', async () => {
    const house = cardHouse();
    const number = await house.buy();
    await house.page(number);
    house.clock.passMinutes(61);
    for (const news of house.gateway.runOut()) await house.hear('evt-1', news);
    assert.deepEqual(await house.attempts(number), ['expired']);
    assert.deepEqual(await house.told(number), ['ada: pageEnded', 'bob: pageEnded']);
    assert.equal(await house.state(number), 'awaitingCardPayment');
    await house.hearPaid(house.pays(await house.page(number)));
    assert.equal(await house.state(number), 'active');
  });

  it('two pages paid, by whatever accident: one counts, the other is credit', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const first = house.pays(await house.page(number));
    await house.hear('evt-wrong', expiredNews(number, await lastKey(house, number)));
    const second = house.pays(await house.page(number));
    await house.hearPaid(first);
    await house.hearPaid(second);
    assert.deepEqual([await activations(house), await house.credit()], [1, 193_600]);
    assert.deepEqual(await house.attempts(number), ['paid', 'paid']);
  });

  const wrong = [
    ['amount', { amount: eur(100) }, 'wrongAmount'],
    ['currency', { amount: money(USD, 193_600) }, 'wrongCurrency'],
    ['mode', { live: true }, 'wrongMode'],
  ] as const;
  for (const [what, changed, because] of wrong)
    it(`another ${what}: held once, told, not active, and not asked about for ever`, async () => {
      const house = cardHouse();
      const number = await house.buy();
      const charge = house.pays(await house.page(number), changed);
      await house.hearPaid(charge, 'evt-1');
      await house.hearPaid(charge, 'evt-2');
      house.clock.passMinutes(3);
      await house.sweep();
      const { held, credits } = await house.owner();
      assert.deepEqual(
        held.map((money) => money.because),
        [because],
      );
      assert.deepEqual(credits, []);
      assert.equal(await house.state(number), 'awaitingCardPayment');
      assert.deepEqual(await house.told(number), ['ada: held', 'bob: held']);
      assert.deepEqual(await house.attempts(number), ['paid']);
    });

  it('another mode of a page that is not this one: held, and the page goes on', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const url = await house.page(number);
    const { wish } = house.gateway.pageAt(url);
    const test = { id: 'pi_test', order: number, attempt: wish.key, session: 'cs_else', on: '2026-03-02' };
    const strange = { ...test, amount: wish.amount, live: true };
    await house.hear('evt-1', { kind: 'paid', charge: strange as CardCharge });
    assert.deepEqual([await house.page(number), await house.attempts(number)], [url, ['open']]);
  });
});

describe('news that came too early', () => {
  const strange = orderNumber(99);

  it('about an order that nobody knows are parked, not acknowledged and lost', async () => {
    const house = cardHouse();
    const told = await house.hear('evt-1', expiredNews(strange, `${strange}-1` as never));
    assert.equal(told.kind, 'later');
    await house.hear('evt-1', expiredNews(strange, `${strange}-1` as never));
    assert.deepEqual(await retryParked(house.ports), []);
    assert.equal((await house.ports.parked.all()).length, 1);
  });

  it('of a refund before its charge: tried again once that has come, then removed', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const charge = house.pays(await house.page(number));
    const back = house.gateway.takeBack(charge.id, 'refunded');
    assert.equal((await house.hear('evt-2', back)).kind, 'later');
    await house.hearPaid(charge, 'evt-1');
    assert.equal((await retryParked(house.ports)).length, 1);
    assert.equal(await house.state(number), 'refunded');
    assert.deepEqual(await house.ports.parked.all(), []);
  });

  it('stay parked where their place could not be saved', async () => {
    const house = cardHouse();
    const number = await house.buy();
    const charge = house.pays(await house.page(number));
    await house.hear('evt-2', house.gateway.takeBack(charge.id, 'reversed'));
    await house.hearPaid(charge, 'evt-1');
    house.store.failNext();
    await assert.rejects(retryParked(house.ports), /disk full/);
    assert.equal((await house.ports.parked.all()).length, 1);
    await retryParked(house.ports);
    assert.equal(await house.state(number), 'reversed');
  });
});

describe('the sweep, when webhooks are lost for days', () => {
  const outcomes = [
    ['paid', 'active', ['paid']],
    ['abandoned', 'awaitingCardPayment', ['expired']],
  ] as const;
  for (const [what, state, attempts] of outcomes)
    it(`finds a page that was ${what}`, async () => {
      const house = cardHouse();
      const number = await house.buy();
      const url = await house.page(number);
      if (what === 'paid') house.pays(url);
      house.clock.passMinutes(3 * 1440);
      await house.sweep();
      assert.deepEqual([await house.state(number), await house.attempts(number)], [state, attempts]);
      const told = what === 'paid' ? 'active' : 'pageEnded';
      assert.deepEqual(await house.told(number), [`ada: ${told}`, `bob: ${told}`]);
    });

  it('asks again after a pause where the gateway is silent', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.pays(await house.page(number));
    house.clock.passMinutes(3);
    house.gateway.fail('look', 'lostBefore', 'lostAfter');
    await house.sweep();
    const attempt = async () => (await house.order(number)).attempts?.[0]?.lookAt;
    assert.equal(await attempt(), later(house.clock.now(), 600_000));
    house.clock.passMinutes(10);
    await house.sweep();
    house.clock.passMinutes(10);
    await house.sweep();
    assert.equal(await house.state(number), 'active');
  });

  it('gives up a page that was never seen after an hour, and one that the gateway does not know after a week', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.gateway.fail('open', 'lostBefore', 'lostBefore', 'lostBefore');
    await house.open(number);
    house.clock.passMinutes(61);
    await house.sweep();
    await house.page(number);
    house.clock.passMinutes(7 * 1440 + 50);
    house.gateway.fail('look', 'refused', 'refused');
    await house.sweep();
    assert.deepEqual(await house.attempts(number), ['failed', 'open']);
    house.clock.passMinutes(11);
    await house.sweep();
    assert.deepEqual(await house.attempts(number), ['failed', 'expired']);
  });

  it('closes the page of an order that expired, so that nobody pays on it', async () => {
    const house = cardHouse();
    const number = await house.buy();
    house.clock.passMinutes(30 * 1440 + 700);
    const url = await house.page(number);
    house.clock.passMinutes(30);
    await house.sweep();
    assert.equal(house.gateway.pay(url), undefined);
    assert.deepEqual(await house.attempts(number), ['closed']);
    assert.notEqual(nextDue(house.ports.catalogue, await house.owner()), undefined);
  });
});
