import assert from 'node:assert/strict';
import { chosenMethod } from '../../cards/details.ts';
import { reviewCard } from '../../cards/review.ts';
import { analytics, buyer, goldQuote, links, nonce, offer } from './fixtures.ts';
import { partsOf, shown } from './parts.ts';

describe('the payment preference', () => {
  it('the transfer is chosen where nobody has chosen, else what was', () => {
    assert.equal(chosenMethod(['card', 'transfer'], undefined), 'transfer');
    assert.equal(chosenMethod(['card', 'transfer'], { method: 'card' }), 'card');
    assert.equal(chosenMethod(['card'], { method: 'transfer' }), 'card');
    assert.equal(chosenMethod([], undefined), undefined);
  });
  it('the review of a card payment: the agreement, what the page asks for, and no account', () => {
    const card = reviewCard('en', {
      nonce,
      competency: analytics,
      offer: offer(),
      mpnId: buyer.mpnId,
      organisation: buyer.name,
      payment: { method: 'card' },
      due: goldQuote.total,
      agreementUrl: links.agreement,
      problems: [],
    });
    assert.deepEqual(
      partsOf(card).inputs.map(({ id, value }) => [id, value]),
      [['agreement', 'false']],
    );
    assert.match(shown(card), /Payment method\nCredit card/);
    assert.match(shown(card), /outside Teams[^]*zip code of the card[^]*Nothing is paid yet/);
    assert.doesNotMatch(shown(card), /SWIFT|IBAN/);
  });
});
