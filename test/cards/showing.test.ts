import assert from 'node:assert/strict';
import { languages } from '../../membership/rules/catalogue.ts';
import { due, orderStates, type Order, type OrderState } from '../../membership/rules/order.ts';
import type { AadObjectId } from '../../membership/rules/ids.ts';
import type { News } from '../../membership/rules/message.ts';
import { chooseCompetencyCard } from '../../cards/choose-competency.ts';
import { detailsCard } from '../../cards/details.ts';
import type { Card } from '../../cards/elements.ts';
import { offersCard } from '../../cards/offers.ts';
import { orderCard } from '../../cards/order.ts';
import { proofCard } from '../../cards/proof.ts';
import { purchasedCard } from '../../cards/purchased.ts';
import { fileFaultText, refusalText } from '../../cards/sentences.ts';
import { welcomeCard } from '../../cards/welcome.ts';
import {
  analytics,
  buyer,
  catalogue,
  competencies,
  euro,
  instant,
  links,
  nonce,
  offer,
  order,
  orderNumber,
  payment,
  proof,
  today,
  upgradeQuote,
} from './fixtures.ts';
import { partsOf, pressed, shown, textsOf, titlesOf } from './parts.ts';
import { render } from './render.ts';
import { fileFaults, reasons, refusals } from './variants/refused.ts';

const view = (changes: Partial<Order>, mayAct = true, news?: News): Card =>
  orderCard('en', {
    news,
    order: order(changes),
    competency: analytics,
    mpnId: buyer.mpnId,
    today,
    mayAct,
    links,
    urls: {},
    methods: ['card', 'transfer'],
  });

describe('an order’s buttons', () => {
  const table: Readonly<Record<OrderState, readonly string[]>> = {
    awaitingCardPayment: ['changeMethod', 'cancel', 'orders'],
    awaitingTransfer: ['proof', 'changeMethod', 'cancel', 'orders'],
    proofUnderReview: ['proof', 'orders'],
    active: ['orders'],
    expired: ['competency', 'orders'],
    cancelled: ['competency', 'orders'],
    refunded: ['orders', 'offers'],
    reversed: ['orders', 'offers'],
  };
  for (const state of orderStates) {
    it(state, () => assert.deepEqual(pressed(view({ state })), table[state]));
    it(`${state}: none without a role, and why`, () => {
      const card = view({ state }, false);
      assert.deepEqual(pressed(card), []);
      assert.match(shown(card), /needs the role/);
    });
  }
  it('money received: no Cancel Order, and why', () => {
    const card = view({ payments: [payment(5000)] });
    assert.deepEqual(pressed(card), ['proof', 'orders']);
    assert.match(shown(card), /can’t be cancelled: EUR 50\.00 has been received/);
  });
});

describe('an order’s card', () => {
  it('number, MPN ID and reference stand alone on their lines', () => {
    const texts = textsOf(view({}));
    for (const line of [orderNumber(), buyer.mpnId, `${orderNumber()} ${buyer.mpnId}`]) {
      assert.ok(texts.includes(line), line);
    }
  });
  it('a part payment: the rest is what is due, exactly', () => {
    const card = view({ payments: [payment(400001)] });
    assert.match(shown(card), /Transfer exactly EUR 597\.99 by 19 December 2026/);
  });
  it('paid: no account to pay to', () => assert.doesNotMatch(shown(view({ state: 'active' })), /SWIFT/));
  it('under review: the references, and where to pay only if money came short', () => {
    const reviewed = { state: 'proofUnderReview', proofs: [proof()] } as const;
    const waiting = view(reviewed);
    assert.ok(textsOf(waiting).includes(`${orderNumber()} ${buyer.mpnId}`));
    assert.doesNotMatch(shown(waiting), /SWIFT/);
    assert.match(shown(view({ ...reviewed, payments: [payment(5000)] })), /SWIFT/);
  });
  for (const [state, why] of [
    ['active', 'which was already paid'],
    ['awaitingTransfer', 'after the last day of this order'],
    ['expired', 'which had ended'],
  ] as const)
    it(`money kept as credit, ${state}: says why, on top and in the notification`, () => {
      const card = view({ state }, true, 'credited');
      for (const place of [shown(card), card.fallbackText]) assert.ok(place.includes(why), place);
    });
  it('days left, the last day told as such', () => {
    assert.match(shown(view({})), /19 December 2026 \(28 days left\)/);
    assert.match(shown(view({ lastDay: today })), /21 November 2026 \(last day\)/);
  });
  it('marks each field of the proof', () => {
    const card = view({ state: 'proofUnderReview', proofs: [proof({ marks: ['otherAccount'] })] });
    assert.match(shown(card), /20 November 2026 ✔/);
    assert.match(shown(card), /✖ is not the account of this order/);
  });
  it('tells nothing of another organisation’s order that has the same file', () => {
    const card = view({ state: 'proofUnderReview', proofs: [proof({ alsoFor: orderNumber(0.9) })] });
    assert.doesNotMatch(JSON.stringify(card), new RegExp(`${orderNumber(0.9)}|another order`));
  });
  it('a rejected proof: the reason, until a new one is there', () => {
    const rejected = proof({ rejected: { reason: 'Too dark', at: instant('2026-11-22T10:00:00.000Z') } });
    assert.match(shown(view({ proofs: [rejected] })), /Reason: Too dark/);
    assert.doesNotMatch(shown(view({ state: 'proofUnderReview', proofs: [rejected, proof()] })), /Too dark/);
  });
});

describe('offers', () => {
  const tiles = (...offers: readonly ReturnType<typeof offer>[]): Card =>
    offersCard('en', { competency: analytics, offers, links, payeeName: 'Payee' });
  it('the old price stands beside the discounted one', () =>
    assert.match(
      shown(tiles(offer({ kind: 'upgrade', quote: upgradeQuote }))),
      /EUR 2,850\.00 per year, was EUR 3,800\.00/,
    ));
  it('one Subscribe a tile that can be bought, none on the others', () => {
    assert.deepEqual(
      titlesOf(tiles(offer({ level: 'silver' }), offer())).filter((title) => title === 'Subscribe').length,
      2,
    );
    for (const why of reasons) assert.ok(!titlesOf(tiles(offer({ why }))).includes('Subscribe'), why.reason);
  });
  it('requirements not met always leads to the requirements', () => {
    const { text, links: shownLinks } = render(tiles(offer({ why: { reason: 'requirementsNotMet' } })));
    assert.ok(text.includes('Requirements ↗'));
    assert.ok(shownLinks.includes(links.competencies));
  });
  it('not authorised names whom to ask', () =>
    assert.match(
      shown(tiles(offer({ why: { reason: 'notAuthorised', globalAdmins: ['Anna', 'Erik'] } }))),
      /Ask your global admin: Anna or Erik\./,
    ));
  it('every competency is found in two presses', () => {
    const first = chooseCompetencyCard('en', { purpose: 'offers', nonce, catalogue });
    const reached = partsOf(first).submits.flatMap((action) => {
      if (action.data.action !== 'area') return [];
      return titlesOf(
        chooseCompetencyCard('en', { purpose: 'offers', nonce, catalogue, area: action.data.area }),
      );
    });
    for (const { name } of competencies) assert.ok(reached.includes(name), name);
  });
});

describe('forms', () => {
  const details = (entered?: Parameters<typeof detailsCard>[1]['entered']): Card =>
    detailsCard('en', {
      nonce,
      competency: analytics,
      offer: offer({ kind: 'upgrade', quote: upgradeQuote }),
      buyer,
      entered,
      methods: [{ method: 'card', off: 'notYet' }, { method: 'transfer' }],
      problems: [],
      links,
    });
  const values = (card: Card): Readonly<Record<string, unknown>> =>
    Object.fromEntries(partsOf(card).inputs.map((input) => [input.id, input.value]));

  it('purchase details begin with what is known, and keep what was entered', () => {
    assert.equal(values(details()).contactName, 'Anna de Vries');
    assert.equal(values(details({ contactName: 'Erik_*' })).contactName, 'Erik_*');
    assert.equal(values(details()).method, 'transfer');
  });
  it('an upgrade’s details say that the silver is never refundable', () =>
    assert.match(shown(details()), /never refundable/));
  it('a method that is not available is said, not offered', () => {
    assert.match(shown(details()), /Credit card: not available at the moment\./);
    assert.doesNotMatch(JSON.stringify(partsOf(details()).inputs), /Credit card/);
  });
  it('a proof’s fields are kept, and the date left out where it can’t be read', () => {
    const card = proofCard('en', {
      nonce,
      order: order(),
      competency: analytics,
      entered: { paymentDate: '32 nov', account: 'IE64', reference: 'R' },
      problems: [{ kind: 'dateUnreadable', typed: '32 nov' }],
    });
    assert.deepEqual(values(card), { paymentDate: undefined, account: 'IE64', reference: 'R' });
    assert.match(shown(card), /“32 nov” can’t be read/);
  });
});

describe('purchased offers', () => {
  it('newest first, eight shown, the number of the rest told', () => {
    const entries = Array.from({ length: 11 }, (_, index) => {
      const made = order({
        number: orderNumber((index + 1) / 20),
        placedAt: instant(`2026-11-${String(index + 10)}T09:00:00.000Z`),
      });
      return { order: made, competency: analytics, due: due(made) };
    });
    const text = shown(purchasedCard('en', { entries, memberships: [], credits: [euro(1)], mayAct: true }));
    assert.ok(text.indexOf(orderNumber(11 / 20)) < text.indexOf(orderNumber(10 / 20)));
    assert.ok(!text.includes(orderNumber(3 / 20)));
    assert.match(text, /3 older orders are not shown/);
  });
});

describe('sentences', () => {
  for (const language of languages) {
    it(`every refusal and every file fault has one in ${language}, each its own`, () => {
      const said = [
        ...refusals.map((refusal) => refusalText(language, refusal)),
        ...fileFaults.map((fault) => fileFaultText(language, fault)),
      ];
      for (const sentence of said) assert.match(sentence, /^\S.{10,}([.]|https:\S+)$/u);
      const kinds = new Set(said);
      // An order in progress is told with its state, so that only equal facts give equal sentences.
      assert.equal(kinds.size, said.length);
    });
  }
});

describe('names from outside', () => {
  const evil = '[click](https://evil.example) **now** <b>\n# x {{DATE(2026-01-01T00:00:00Z,SHORT)}}';
  it('show as they were written', () => {
    const card = welcomeCard('en', {
      name: evil,
      organisation: evil,
      mayBuy: false,
      globalAdmins: [evil],
      askable: [{ id: 'evil' as AadObjectId, name: evil, command: nonce }],
      links,
    });
    assert.doesNotMatch(shown(card), /(?<!\\)\[click|(?<!\\)\*\*|(?<!\\)<b|\{\{/);
    assert.ok(!card.fallbackText.includes('\n'));
    const { text, links: shownLinks } = render(card);
    assert.ok(text.includes('[click](https://evil.example) **now** <b> # x'));
    assert.deepEqual(shownLinks, []);
  });
  it('a file’s name is no link', () => {
    const card = view({ state: 'proofUnderReview', proofs: [proof({ fileName: evil })] });
    assert.doesNotMatch(shown(card), /(?<!\\)\[click/);
  });
});
