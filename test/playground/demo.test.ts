import assert from 'node:assert/strict';
import { readCatalogue } from '../../bot/settings/catalogue.ts';
import type { Catalogue } from '../../membership/rules/catalogue.ts';
import { offerFor } from '../../membership/rules/offers.ts';
import { personOf, type Partner } from '../../membership/rules/partner.ts';
import type { CompetencyId, MpnId } from '../../membership/rules/ids.ts';
import { demoImport } from '../../playground/demo/partners.ts';
import {
  colleagues,
  currentPerson,
  dana,
  demoPeople,
  erik,
  noura,
  type DemoPerson,
} from '../../playground/demo/people.ts';
import { importPartners } from '../../store/exchange/import.ts';
import { day } from '../support/partner.ts';

const today = day('2026-11-21');

const importInto = async (kept: Map<MpnId, Partner>, catalogue: Catalogue): Promise<unknown> => {
  const nothing = { partners: kept, damaged: [], tenants: new Map(), mpnIds: new Map(), orders: new Map() };
  const bulk = {
    replace: (_keys: unknown, decide: (state: typeof nothing) => readonly Partner[] | undefined) => {
      const partners = decide(nothing) ?? [];
      for (const partner of partners) kept.set(partner.mpnId, partner);
      return Promise.resolve(partners.length);
    },
  };
  return importPartners({ bulk }, catalogue, JSON.stringify(demoImport(today)));
};

describe('playground: the demo partners', () => {
  const kept = new Map<MpnId, Partner>();
  let catalogue: Catalogue;
  let result: unknown;
  before(async () => {
    const read = await readCatalogue();
    assert.ok(read.kind === 'catalogue');
    catalogue = read.catalogue;
    result = await importInto(kept, catalogue);
  });

  it('are an import file without a fault', () => {
    assert.deepEqual(result, { kind: 'imported', partners: 4 });
  });

  const tile = (who: DemoPerson, competency: string, level: 'silver' | 'gold') => {
    const partner = [...kept.values()].find(({ tenantId }) => tenantId === who.tenantId)!;
    const person = personOf(partner, who.aadObjectId);
    return offerFor({ catalogue, partner, person, today }, competency as CompetencyId, level);
  };
  const [megan, adele, isaiah, patti, lynne] = colleagues;
  const tiles: readonly (readonly [DemoPerson, string, 'silver' | 'gold', string])[] = [
    [currentPerson, 'data-analytics', 'gold', 'upgrade'],
    [megan, 'data-analytics', 'gold', 'upgrade'],
    [adele, 'data-analytics', 'gold', 'upgrade'],
    [patti, 'data-analytics', 'gold', 'upgrade'],
    [isaiah, 'data-analytics', 'gold', 'notAuthorised'],
    [lynne, 'data-analytics', 'gold', 'notAuthorised'],
    [currentPerson, 'security', 'silver', 'alreadyActive'],
    [currentPerson, 'security', 'gold', 'requirementsNotMet'],
    [erik, 'application-development', 'silver', 'accountNotVerified'],
    [dana, 'cloud-platform', 'gold', 'new'],
    [dana, 'devops', 'silver', 'new'],
    [noura, 'data-platform', 'silver', 'coveredByGold'],
    [noura, 'data-platform', 'gold', 'alreadyActive'],
  ];
  for (const [who, competency, level, seen] of tiles) {
    it(`${who.name} sees ${competency} ${level} as ${seen}`, () => {
      const offer = tile(who, competency, level);
      assert.equal(offer.why?.reason ?? offer.kind, seen);
    });
  }

  it('has nobody twice', () => {
    for (const field of ['key', 'userId', 'aadObjectId', 'name'] as const) {
      assert.equal(new Set(demoPeople.map((person) => person[field])).size, demoPeople.length, field);
    }
  });
});
