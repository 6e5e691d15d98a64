import assert from 'node:assert/strict';
import type { MpnId, TenantId } from '../../../membership/rules/ids.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { Store } from '../../../store/contract.ts';
import { importPartners } from '../../../store/exchange/import.ts';
import { exportLine } from '../../../store/exchange/export.ts';
import { put } from '../contract/place.ts';
import { newFolder, type Folder } from '../folders.ts';
import { orderNumber, partner, withOrder } from '../samples.ts';
import { catalogue, inFile, lineFile, objectFile, otherInFile } from './files.ts';

/** What the store has before each import. */
const stored = withOrder(
  partner(1, { tenantId: 'tenant-s' as TenantId, locationIds: ['7000001'] as MpnId[] }),
  orderNumber(1),
);
const person = { aadObjectId: 'a', name: 'A', roles: [] };
const qualification = { competency: 'data-analytics', level: 'gold', metOn: '2026-10-01' };
const membership = { level: 'gold', competency: 'security', paidOn: '2026-03-01', anniversary: '2027-03-01' };

/** An export's line of another partner, which an import takes as well. */
const exported = (own: Partial<Partner>): unknown => JSON.parse(exportLine(partner(5, own)));

const cases: readonly [what: string, file: string, places: readonly string[]][] = [
  ['nothing', ' \n', ['file']],
  ['no JSON', '{"partners": [\n  {"mpnId" "1"}]}', ['line 2, column 12']],
  ['a cut file', '{\n  "partners": [', ['line 2, column 16']],
  ['a list', '[]', ['line 1']],
  ['an object of something else', '{"people": []}', ['file']],
  ['more than partners', '{"partners": [], "version": 1}', ['file']],
  ['a line that is no JSON', `${lineFile(inFile())}{"mpnId":`, ['line 2']],
  ['a partner that is none', objectFile(inFile(), 7), ['partners[1]']],
  ['a line without its name', lineFile(inFile(), otherInFile({ name: undefined })), ['line 2: name']],
  ['an MPN ID as a number', objectFile(inFile({ mpnId: 6234461 })), ['partners[0].mpnId']],
  [
    'a tenant that could leave its folder',
    objectFile(inFile({ tenantId: '../x' })),
    ['partners[0].tenantId'],
  ],
  ['an id that is too long', objectFile(inFile({ tenantId: 'a'.repeat(129) })), ['partners[0].tenantId']],
  [
    'a person without an id',
    objectFile(inFile(), otherInFile({ people: [{ ...person, aadObjectId: '' }] })),
    ['partners[1].people[0].aadObjectId'],
  ],
  [
    'a role that is none',
    lineFile(inFile({ people: [{ ...person, roles: ['globalAdmin', 'boss'] }] })),
    ['line 1: people[0].roles[1]'],
  ],
  ['a misspelt field', objectFile(inFile({ verifed: true })), ['partners[0].verifed']],
  [
    'a day that does not exist',
    objectFile(inFile({ qualifications: [{ ...qualification, metOn: '2026-02-30' }] })),
    ['partners[0].qualifications[0].metOn'],
  ],
  [
    'a competency that is not sold',
    objectFile(
      inFile({
        qualifications: [qualification, { ...qualification, competency: 'cooking' }],
        memberships: [{ ...membership, competency: 'constructor' }],
      }),
    ),
    ['partners[0].qualifications[1].competency', 'partners[0].memberships[0].competency'],
  ],
  ['a country without a fee', objectFile(inFile({ country: 'US' })), ['partners[0].country']],
  ['a word as country', objectFile(inFile({ country: 'toString' })), ['partners[0].country']],
  ['a person twice', objectFile(inFile({ people: [person, person] })), ['partners[0].people[1]']],
  [
    'a membership twice',
    objectFile(inFile({ memberships: [membership, membership] })),
    ['partners[0].memberships[1]'],
  ],
  ['a partner twice', lineFile(inFile(), inFile({ tenantId: 'b', locationIds: [] })), ['line 2: mpnId']],
  ['a tenant of two', objectFile(inFile(), otherInFile({ tenantId: 'tenant-f' })), ['partners[1].tenantId']],
  [
    'a location of two',
    objectFile(inFile(), otherInFile({ locationIds: ['1', '6234470'] })),
    ['partners[1].locationIds[1]'],
  ],
  [
    'its own id as location',
    objectFile(inFile({ locationIds: ['6234461'] })),
    ['partners[0].locationIds[0]'],
  ],
  ['a stored tenant', objectFile(inFile({ tenantId: 'tenant-s' })), ['partners[0].tenantId']],
  ['a stored location', objectFile(inFile({ locationIds: ['7000001'] })), ['partners[0].locationIds[0]']],
  ['a stored location as its id', objectFile(inFile({ mpnId: '7000001' })), ['partners[0].mpnId']],
  [
    "another partner's order",
    lineFile(exported(withOrder(partner(5), orderNumber(1)))),
    ['line 1: orders[0].number'],
  ],
  [
    'an order that is unknown where there are others',
    lineFile(JSON.parse(exportLine(withOrder(stored, orderNumber(2))))),
    ['line 1: orders[1]'],
  ],
  [
    'an order number of two',
    lineFile(exported(withOrder(partner(5), orderNumber(7))), {
      ...(exported(withOrder(partner(5), orderNumber(7))) as object),
      mpnId: '6234999',
      tenantId: 'b',
      locationIds: [],
    }),
    ['line 2: orders[0].number'],
  ],
  ['a key twice', '{"partners":[{"mpnId":"1","mpnId":"2"}]}', ['partners[0].mpnId']],
  ['a prototype', '{"partners":[{"__proto__":{"verified":true}}]}', ['partners[0].__proto__']],
  [
    'faults in several places',
    objectFile(inFile({ country: 'US' }), otherInFile({ verified: 'yes' }), inFile({ mpnId: 'x' })),
    ['partners[0].country', 'partners[1].verified', 'partners[2].mpnId'],
  ],
];

describe('an import file that is wrong', () => {
  let folder: Folder;
  let store: Store;
  beforeEach(async () => {
    folder = await newFolder();
    store = await folder.open();
    await put(store, [stored]);
  });
  afterEach(async () => {
    await store.close();
    await folder.remove();
  });

  for (const [what, file, places] of cases)
    it(`is refused for ${what}, with its place, and imports nothing`, async () => {
      const result = await importPartners(store, catalogue, file);
      const found = result.kind === 'refused' ? result.faults : [];
      for (const place of places)
        assert.ok(
          found.some((fault) => fault.place === place && fault.message.length > 0),
          `${place} in ${JSON.stringify(found)}`,
        );
      const here: Partner[] = [];
      for await (const one of store.partners.all()) here.push(one);
      assert.deepEqual(here, [stored]);
    });
});
