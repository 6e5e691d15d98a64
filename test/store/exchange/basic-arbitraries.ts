import fc from 'fast-check';
import { addDays, instant, type Day, type Instant } from '../../../membership/rules/calendar.ts';
import { levels } from '../../../membership/rules/catalogue.ts';
import type { AadObjectId, CompetencyId, PaymentId, ProofHash } from '../../../membership/rules/ids.ts';
import type { Currency, Money } from '../../../membership/rules/money.ts';
import { day } from '../samples.ts';

/** Every field of a partner that can be stored, with awkward texts in it. */
export const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('é "\\ \n', '__proto__', '\u2028', '😀'),
);
export const name = text.filter((value) => value.length > 0);
export const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(some, { nil: undefined });
export const days: fc.Arbitrary<Day> = fc.nat(4000).map((n) => addDays(day, n - 2000));
export const moments: fc.Arbitrary<Instant> = fc
  .nat(2_000_000_000)
  .map((n) => instant(new Date(1.7e12 + n * 100)));
export const opaque = fc.stringMatching(/^[A-Za-z0-9._:-]{1,12}$/);
export const level = fc.constantFrom(...levels);
export const admin = opaque as fc.Arbitrary<AadObjectId>;
export const competency = fc.constantFrom('data-analytics', 'security') as fc.Arbitrary<CompetencyId>;
export const money: fc.Arbitrary<Money> = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD') as fc.Arbitrary<Currency>,
  minor: fc.integer(),
});
export const paymentId = name as fc.Arbitrary<PaymentId>;
export const hash = fc.stringMatching(/^[0-9a-f]{64}$/) as fc.Arbitrary<ProofHash>;
export const contact = fc.record({ name: text, email: text, phone: text });
export const address = fc.record({
  lines: fc.array(text, { maxLength: 2 }),
  postcode: text,
  city: text,
  country: fc.constantFrom('NL', 'SE'),
});
