import assert from 'node:assert/strict';
import type { Role } from '../../../membership/rules/catalogue.ts';
import { globalAdmins, grantableRoles, mayBuy } from '../../../membership/rules/roles.ts';
import { catalogue } from '../../support/catalogue.ts';
import { ada, bob, partner, person } from '../../support/partner.ts';

describe('roles', () => {
  const buying: readonly [roles: readonly Role[], guest: boolean, may: boolean][] = [
    [[], false, false],
    [[], true, false],
    [['globalAdmin'], false, true],
    [['mpnPartnerAdmin'], false, true],
    [['accountAdmin'], false, true],
    [['accountAdmin'], true, true],
  ];
  for (const [roles, guest, may] of buying)
    it(`${guest ? 'a guest' : 'one'} with ${roles.join() || 'no role'} ${may ? 'may' : 'may not'} buy`, () => {
      assert.equal(mayBuy(catalogue, { ...person(ada, ...roles), guest }), may);
    });

  it('are what the catalogue says', () => {
    const strict = { ...catalogue, rolesThatBuy: ['globalAdmin' as const] };
    assert.ok(!mayBuy(strict, person(ada, 'mpnPartnerAdmin')));
    assert.ok(!mayBuy(catalogue, undefined));
  });

  const granting: readonly [granter: readonly Role[], grants: readonly Role[]][] = [
    [['globalAdmin'], ['globalAdmin', 'mpnPartnerAdmin', 'accountAdmin']],
    [['accountAdmin'], ['mpnPartnerAdmin']],
    [
      ['accountAdmin', 'globalAdmin'],
      ['globalAdmin', 'mpnPartnerAdmin', 'accountAdmin'],
    ],
    [['mpnPartnerAdmin'], []],
    [[], []],
  ];
  for (const [roles, grants] of granting)
    it(`${roles.join(' and ') || 'no role'} grants ${grants.join() || 'nothing'}, and nothing to oneself`, () => {
      assert.deepEqual(grantableRoles(person(ada, ...roles), person(bob)), grants);
      assert.deepEqual(grantableRoles(person(ada, ...roles), person(ada, ...roles)), []);
    });

  it('tell who can be asked', () => {
    const people = [person(ada, 'mpnPartnerAdmin'), person(bob, 'globalAdmin')];
    assert.deepEqual(globalAdmins(partner({ people })), [people[1]]);
  });
});
