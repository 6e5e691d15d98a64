import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MpnId, TenantId } from '../../../membership/rules/ids.ts';
import type { Partner } from '../../../membership/rules/partner.ts';
import type { Store } from '../../../store/contract.ts';
import { importPartners } from '../../../store/exchange/import.ts';
import { commit, ofTenant } from '../contract/place.ts';
import { failingDisk, type FailingDisk } from '../failing-disk.ts';
import { newFolder, type Folder } from '../folders.ts';
import { nothingYet } from '../../support/partner.ts';
import { orderNumber, withOrder } from '../samples.ts';
import { catalogue, inFile, lineFile, objectFile, otherInFile } from './files.ts';

const id = '6234461' as MpnId;

describe('an import', () => {
  let folder: Folder;
  let disk: FailingDisk;
  let store: Store;
  beforeEach(async () => {
    folder = await newFolder();
    disk = failingDisk();
    store = await folder.open({ disk });
  });
  afterEach(async () => {
    await store.close();
    await folder.remove();
  });

  const bring = async (file: string, partners = 1): Promise<void> =>
    assert.deepEqual(await importPartners(store, catalogue, file), { kind: 'imported', partners });
  const read = async (): Promise<Partner> => {
    const found = await store.partners.read(id);
    assert.ok(found);
    return found;
  };

  for (const [form, file] of [
    ['the object', objectFile(inFile(), otherInFile())],
    ['JSON lines', lineFile(inFile(), otherInFile())],
    [
      'JSON lines of Windows, with a mark and blank lines',
      `\uFEFF${lineFile(inFile(), '').replace('""\n', '\n')}`.replaceAll('\n', '\r\n') +
        lineFile(otherInFile()),
    ],
    ['the object, with a mark', `\uFEFF${objectFile(inFile(), otherInFile())}`],
  ] as const)
    it(`brings what the file has, from ${form}`, async () => {
      await bring(file, 2);
      const expected = { ...inFile(), ...nothingYet };
      assert.deepEqual(await read(), expected);
      assert.equal((await ofTenant(store, 'tenant-n' as TenantId))?.mpnId, '6234999');
      assert.equal(await store.partners.ofMpnId('6234470'), id);
    });

  it('of one partner on one line is JSON lines', () => bring(lineFile(inFile())));
  it('of no partners brings none', () => bring(objectFile(), 0));

  it('takes the bill-to address where the sold-to address is left out or empty', async () => {
    for (const soldTo of [undefined, {}]) {
      await bring(objectFile(inFile({ soldTo })));
      const { soldTo: found, billTo } = await read();
      assert.deepEqual(found, billTo);
    }
  });

  it('again writes nothing', async () => {
    await bring(objectFile(inFile(), otherInFile()), 2);
    const { bytes } = disk;
    await bring(lineFile(otherInFile(), inFile()), 2);
    assert.equal(disk.bytes, bytes);
  });

  it("makes the partner's own data, people and qualifications exactly the file's", async () => {
    await bring(objectFile(inFile()));
    const people = [{ aadObjectId: 'bob', name: 'Bob', roles: ['globalAdmin'], guest: true }];
    const changed = inFile({ name: 'New', taxId: undefined, people, qualifications: [], locationIds: [] });
    await bring(objectFile(changed));
    const now = await read();
    assert.equal(now.name, 'New');
    assert.ok(!('taxId' in now) || now.taxId === undefined);
    assert.deepEqual(now.people, people);
    assert.deepEqual(now.qualifications, []);
    assert.equal(await store.partners.ofMpnId('6234470'), undefined);
  });

  it('adds and corrects memberships by level and anniversary, removes none and keeps their orders', async () => {
    await bring(objectFile(inFile()));
    const order = orderNumber(1);
    await commit(store, id, (before) => ({
      ...before,
      memberships: before.memberships.map((one) => ({ ...one, order })),
    }));
    const [silver] = inFile().memberships as readonly [object];
    const gold = {
      level: 'gold',
      competency: 'security',
      paidOn: '2026-05-01',
      anniversary: '2027-05-01',
      benefitsUsed: true,
    };
    await bring(objectFile(inFile({ memberships: [gold] })));
    await bring(objectFile(inFile({ memberships: [{ ...silver, benefitsUsed: true }] })));
    assert.deepEqual((await read()).memberships, [{ ...silver, benefitsUsed: true, order }, gold]);
  });

  it('leaves orders, history and other partners as they are', async () => {
    await bring(objectFile(inFile(), otherInFile()), 2);
    await commit(store, id, (before) => withOrder(before, orderNumber(1)));
    const before = await read();
    await bring(objectFile(inFile({ name: 'New' })));
    assert.deepEqual(await read(), { ...before, name: 'New' });
    assert.equal((await store.partners.read('6234999' as MpnId))?.name, 'Northwind');
  });

  it('lets partners of one file exchange their tenants and locations', async () => {
    await bring(objectFile(inFile(), otherInFile()), 2);
    const [first, second] = [
      inFile({ tenantId: 'tenant-n', locationIds: [] }),
      otherInFile({ tenantId: 'tenant-f', locationIds: ['6234470'] }),
    ];
    await bring(objectFile(first, second), 2);
    assert.equal((await ofTenant(store, 'tenant-f' as TenantId))?.mpnId, '6234999');
    assert.equal((await ofTenant(store, 'tenant-n' as TenantId))?.mpnId, id);
    assert.equal(await store.partners.ofMpnId('6234470'), '6234999');
  });

  it('does not take the place of a partner whose data is damaged', async () => {
    await bring(objectFile(inFile()));
    await store.close();
    await writeFile(join(folder.path, 'partners', `${id}.json`), '');
    store = await folder.open();
    const result = await importPartners(store, catalogue, lineFile(inFile()));
    assert.partialDeepStrictEqual(result, { kind: 'refused', faults: [{ place: 'line 1' }] });
    await assert.rejects(store.partners.read(id), { name: 'StoreFault', code: 'damaged' });
  });
});
