import assert from 'node:assert/strict';
import { discountPercent, priceFacts } from '../../cards/price.ts';
import { money, type Currency } from '../../membership/rules/money.ts';
import { quoteFor } from '../../membership/rules/pricing.ts';
import { catalogue } from '../support/catalogue.ts';
import { quote } from '../support/partner.ts';

const buyer = { country: 'NL' };

describe('the discount’s rate', () => {
  const rows: readonly [says: string, currency: string, fee: number, net: number, shown: string][] = [
    ['exact', 'EUR', 380_000, 285_000, '25%'],
    ['rounded to whole yen', 'JPY', 93, 70, '25%'],
    ['rounded to the cent', 'EUR', 9298, 6974, '25%'],
    ['half a percent', 'EUR', 380_000, 332_500, '12.5%'],
    ['hundredths', 'EUR', 380_000, 332_595, '12.48%'],
    ['everything', 'EUR', 380_000, 0, '100%'],
    ['of nothing', 'EUR', 0, 0, '0%'],
  ];
  for (const [says, code, fee, net, shown] of rows)
    it(`${says}: ${code} ${fee} → ${net}`, () => {
      const currency = code as Currency;
      const discounted = {
        ...quote(fee, currency),
        discount: money(currency, fee - net),
        net: money(currency, net),
      };
      assert.equal(discountPercent('en', discounted), shown);
      const titles = priceFacts('en', discounted).map(([title]) => title);
      assert.ok(titles.includes(`Discount (${shown})`), titles.join());
    });

  it('is the catalogue’s', () => {
    for (const rate of [2500, 1000, 1250, 3333]) {
      const given = quoteFor({ ...catalogue, upgradeDiscountBasisPoints: rate }, buyer, 'gold', true);
      assert.equal(discountPercent('en', given), `${rate / 100}%`);
    }
  });

  it('none without a discount', () =>
    assert.equal(discountPercent('en', quoteFor(catalogue, buyer, 'gold', false)), undefined));
});
