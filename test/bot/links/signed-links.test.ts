import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LinkClaim, OrderClaim, OrderPurpose } from '../../../bot/links/claims.ts';
import { signedLinks } from '../../../bot/links/signed-links.ts';
import { instant, type Day, type Instant } from '../../../membership/rules/calendar.ts';
import type { AadObjectId, MpnId, ProofHash, TenantId } from '../../../membership/rules/ids.ts';
import type { ReminderSubject } from '../../../membership/rules/reminder.ts';
import { drawOrderNumber } from '../../../membership/rules/order-number.ts';

const start = Date.parse('2026-11-21T09:00:00Z');
const key = Buffer.alloc(32, 7);

const world = (ownKey: Uint8Array = key) => {
  let now = start;
  const links = signedLinks({
    key: ownKey,
    clock: { now: () => instant(new Date(now)) },
    publicUrl: () => 'https://bot.example',
  });
  return { links, after: (ms: number) => (now = start + ms) };
};

const claim = (changes: Partial<OrderClaim> = {}): OrderClaim => ({
  purpose: 'pay',
  partner: '6234461' as MpnId,
  order: drawOrderNumber(() => 0.5),
  person: '87d349ed-44d7-43e1-9a83-5f2406dee5bd' as AadObjectId,
  ...changes,
});
const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

describe('signed links', () => {
  const places: readonly (readonly [OrderPurpose, string, minutes: number])[] = [
    ['pay', 'https://bot.example/pay/', 60],
    ['return', 'https://bot.example/pay/return/', 24 * 60],
    ['cancelled', 'https://bot.example/pay/cancelled/', 24 * 60],
    ['receipt', 'https://bot.example/pay/receipt/', 30],
  ];
  for (const [purpose, place, minutes] of places) {
    it(`${purpose}: leads to ${place} and lives ${minutes} minutes`, () => {
      const { links, after } = world();
      const made = claim({ purpose });
      const url = links.make(made);
      assert.ok(url.startsWith(place));
      const token = tokenOf(url);
      assert.match(token, /^[\w.:-]{1,400}$/);
      after(minutes * 60_000 - 1);
      assert.deepEqual(links.read(token), { kind: 'claim', claim: made });
      after(minutes * 60_000);
      assert.deepEqual(links.read(token), { kind: 'expired' });
    });
  }

  const calendar = 'https://bot.example/calendar/';
  const person = 'a.person:with_dots-1' as AadObjectId;
  const partner = '6234461' as MpnId;
  const subjects: readonly ReminderSubject[] = [
    { kind: 'unpaid', order: drawOrderNumber(() => 0.5) },
    { kind: 'membership', level: 'gold', anniversary: '2026-03-27' as Day },
  ];
  for (const subject of subjects) {
    it(`calendar, ${subject.kind}: leads to ${calendar} and lives three days`, () => {
      const { links, after } = world();
      const made = { purpose: 'calendar', partner, person, subject } as const;
      const url = links.make(made);
      assert.ok(url.startsWith(calendar));
      after(72 * 3_600_000 - 1);
      assert.deepEqual(links.read(tokenOf(url)), { kind: 'claim', claim: made });
      after(72 * 3_600_000);
      assert.deepEqual(links.read(tokenOf(url)), { kind: 'expired' });
    });
  }

  const operator = { tenantId: 'a.tenant' as TenantId, aadObjectId: person };
  const order = drawOrderNumber(() => 0.5);
  const hash = 'ab'.repeat(32) as ProofHash;
  const ofOperators: readonly (readonly [LinkClaim, minutes: number])[] = [
    [{ purpose: 'proof', operator, partner, order, hash }, 30],
    [{ purpose: 'export', operator }, 15],
  ];
  for (const [made, minutes] of ofOperators) {
    it(`${made.purpose}: leads to the desk and lives ${minutes} minutes`, () => {
      const { links, after } = world();
      const url = links.make(made);
      assert.ok(url.startsWith(`https://bot.example/desk/${made.purpose}/`));
      const token = tokenOf(url);
      after(minutes * 60_000 - 1);
      assert.deepEqual(links.read(token), { kind: 'claim', claim: made });
      after(minutes * 60_000);
      assert.deepEqual(links.read(token), { kind: 'expired' });
      for (const purpose of ['pay', 'calendar', 'proof', 'export'].filter((each) => each !== made.purpose))
        assert.deepEqual(links.read(token.replace(made.purpose, purpose)), { kind: 'forged' });
    });
  }

  it('is the same again from the same moment, and lives from there', () => {
    const { links, after } = world();
    const from = '2026-11-21T09:00:00.000Z' as Instant;
    const first = links.make(claim(), from);
    after(59 * 60_000);
    assert.equal(links.make(claim(), from), first);
    assert.notEqual(links.make(claim()), first);
  });

  it('of another key, or another version, is forged, however old', () => {
    const token = tokenOf(world(Buffer.alloc(32, 8)).links.make(claim()));
    const { links, after } = world();
    assert.deepEqual(links.read(token), { kind: 'forged' });
    assert.deepEqual(links.read(`2${tokenOf(links.make(claim())).slice(1)}`), { kind: 'forged' });
    after(48 * 3_600_000);
    assert.deepEqual(links.read(token), { kind: 'forged' });
  });

  const claims = fc.record(
    {
      purpose: fc.constantFrom<OrderPurpose>('pay', 'return', 'cancelled', 'receipt'),
      partner: fc.stringMatching(/^\d{1,12}$/).map((text) => text as MpnId),
      order: fc.double({ min: 0, max: 0.999, noNaN: true }).map((chance) => drawOrderNumber(() => chance)),
      person: fc.stringMatching(/^[A-Za-z0-9._:-]{1,128}$/).map((text) => text as AadObjectId),
    },
    { noNullPrototype: true },
  );

  it('gives back any claim it was made of', () => {
    const { links } = world();
    fc.assert(
      fc.property(claims, (made) => {
        assert.deepEqual(links.read(tokenOf(links.make(made))), { kind: 'claim', claim: made });
      }),
    );
  });

  it('is forged when any of its characters is another', () => {
    const { links } = world();
    const characters = Array.from('ABCXYZabcxyz0129._:-=/ é');
    fc.assert(
      fc.property(claims, fc.nat(), fc.constantFrom(...characters), (made, at, character) => {
        const token = tokenOf(links.make(made));
        const place = at % token.length;
        fc.pre(token[place] !== character);
        const other = token.slice(0, place) + character + token.slice(place + 1);
        assert.deepEqual(links.read(other), { kind: 'forged' });
      }),
    );
  });

  it('is forged when it is cut, grown or anything else', () => {
    const { links } = world();
    const token = tokenOf(links.make(claim()));
    for (let length = 0; length < token.length; length += 1)
      assert.deepEqual(links.read(token.slice(0, length)), { kind: 'forged' });
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (more) => {
        assert.deepEqual(links.read(token + more), { kind: 'forged' });
        assert.deepEqual(links.read(more), { kind: 'forged' });
      }),
    );
  });
});
