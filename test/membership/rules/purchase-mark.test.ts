import assert from 'node:assert/strict';
import { levels } from '../../../membership/rules/catalogue.ts';
import { quoteFor } from '../../../membership/rules/pricing.ts';
import { purchaseMark, type ShownPurchase } from '../../../membership/rules/purchase-mark.ts';
import { catalogue } from '../../support/catalogue.ts';
import { day, eur } from '../../support/partner.ts';

const shown: ShownPurchase = {
  quote: quoteFor(catalogue, { country: 'NL' }, 'silver', false),
  kind: 'new',
  credit: eur(0),
  agreement: '2026-01',
};

describe('the mark of a purchase', () => {
  it('is the same for what is the same', () => assert.equal(purchaseMark(shown), purchaseMark({ ...shown })));

  it('differs wherever another price is asked', () => {
    const buyers = [{ country: 'NL' }, { country: 'NL', taxId: 'NL123456782B90' }, { country: 'US' }];
    const marks = buyers.flatMap((buyer) =>
      levels.flatMap((level) =>
        [true, false].map((upgrade) =>
          purchaseMark({ ...shown, quote: quoteFor(catalogue, buyer, level, upgrade) }),
        ),
      ),
    );
    assert.equal(new Set(marks).size, marks.length);
  });

  it('differs in whatever else is agreed to', () => {
    const renewal = { ...shown, kind: 'renewal' as const, renews: day('2026-03-27') };
    const marks = [
      shown,
      { ...shown, kind: 'upgrade' as const },
      renewal,
      { ...renewal, renews: day('2027-03-27') },
      { ...shown, credit: eur(1) },
      { ...shown, agreement: '2026-02' },
    ].map(purchaseMark);
    assert.equal(new Set(marks).size, marks.length);
  });
});
