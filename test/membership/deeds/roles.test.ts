import assert from 'node:assert/strict';
import { answerRole } from '../../../membership/deeds/answer-role.ts';
import { askRole } from '../../../membership/deeds/ask-role.ts';
import { grantRole } from '../../../membership/deeds/grant-role.ts';
import type { Altered } from '../../../membership/deeds/perform.ts';
import type { Role } from '../../../membership/rules/catalogue.ts';
import type { AadObjectId, RequestId } from '../../../membership/rules/ids.ts';
import { personOf, type Partner } from '../../../membership/rules/partner.ts';
import { ada, bob, partner, person } from '../../support/partner.ts';
import { doing, house } from './deeds.ts';

const id = (name: string): AadObjectId => name as AadObjectId;
const [kim, mia, noa, ove, pia] = ['kim', 'mia', 'noa', 'ove', 'pia'].map(id) as [
  AadObjectId,
  AadObjectId,
  AadObjectId,
  AadObjectId,
  AadObjectId,
];
/** Global admins, an account admin, an MPN partner admin, and Bob without a role. Kim is nobody they know. */
const people = [
  ...[mia, noa, ove, pia].map((each) => person(each, 'globalAdmin')),
  person(ada, 'accountAdmin'),
  person(id('max'), 'mpnPartnerAdmin'),
  person(bob),
];

const told = ({ outbox }: Partner): readonly string[] =>
  outbox
    .filter(({ status }) => status === 'pending')
    .map(({ to, about }) => (about.kind === 'role' ? `${to} ${about.request} ${about.news}` : about.kind));

/** The deeds of one house, each ending in what was refused, or `done`. */
const table = () => {
  const { ports, store, clock } = house([partner({ people })]);
  const end = (outcome: Altered): string =>
    outcome.kind === 'refused' ? outcome.refusal.kind : outcome.again ? 'again' : 'done';
  const asks = async (by: AadObjectId, of: AadObjectId, command = `${by}-${of}`, name = `${by} (Teams)`) =>
    end(await askRole(ports, doing(command, by), { person: by, name, of }));
  let commands = 0;
  const answers = async (by: AadObjectId, request: string, role?: Role) =>
    end(
      await answerRole(ports, doing(`answer-${++commands}`, by), {
        person: by,
        request: request as RequestId,
        answer: role ? { as: 'granted', role } : { as: 'declined' },
      }),
    );
  const gives = async (by: AadObjectId, to: AadObjectId, role: Role, command = 'give') =>
    end(await grantRole(ports, doing(command, by), { person: by, to, role }));
  const now = async () => (await store.read(partner().mpnId))!;
  return { asks, answers, gives, now, store, clock };
};

describe('asking for a role', () => {
  const cases: readonly [title: string, by: AadObjectId, of: AadObjectId, end: string][] = [
    ['of a global admin', bob, mia, 'done'],
    ['by somebody whom nobody has listed', kim, mia, 'done'],
    ['of an account admin', bob, ada, 'notGlobalAdmin'],
    ['of somebody unknown', bob, kim, 'notGlobalAdmin'],
    ['of oneself', bob, bob, 'notGlobalAdmin'],
    ['by somebody who has one', ada, mia, 'roleNotNeeded'],
  ];
  for (const [title, by, of, end] of cases)
    it(`${title}: ${end}`, async () => {
      const { asks, store } = table();
      assert.equal(await asks(by, of), end);
      assert.equal(store.commits(), end === 'done' ? 1 : 0);
    });

  it('tells both; the same admin once while it is open, at most three admins', async () => {
    const { asks, now } = table();
    assert.equal(await asks(bob, mia), 'done');
    assert.deepEqual(told(await now()), ['mia bob-mia asked', 'bob bob-mia asked']);
    assert.equal(await asks(bob, mia), 'again');
    assert.equal(await asks(bob, mia, 'other'), 'roleAsked');
    assert.equal(await asks(bob, noa), 'done');
    assert.equal(await asks(bob, ove), 'done');
    assert.equal(await asks(bob, pia), 'tooManyRoleRequests');
    assert.equal(await asks(kim, pia), 'done');
  });

  it('keeps the name that Teams gives, a long one cut', async () => {
    const { asks, now } = table();
    await asks(kim, mia);
    await asks(bob, mia, 'long', '😀'.repeat(4096));
    const { requests } = await now();
    assert.deepEqual(
      requests.map(({ name }) => name),
      ['kim (Teams)', '😀'.repeat(100)],
    );
  });

  it('an old button asks nothing again, though its command is forgotten; nobody takes over another’s request', async () => {
    const { asks, answers, clock } = table();
    await asks(bob, mia, 'r');
    await answers(mia, 'r');
    assert.equal(await asks(bob, mia, 'r'), 'again');
    clock.pass(8);
    assert.equal(await asks(kim, noa), 'done');
    assert.equal(await asks(bob, mia, 'r'), 'roleAnswered');
    assert.equal(await asks(kim, mia, 'r'), 'requestNotFound');
    assert.equal(await asks(bob, mia, 'new'), 'done');
  });
});

describe('answering a request', () => {
  const cases: readonly [title: string, by: AadObjectId, role: Role | undefined, end: string][] = [
    ['grants the least', mia, 'mpnPartnerAdmin', 'done'],
    ['grants the most', mia, 'globalAdmin', 'done'],
    ['declines', mia, undefined, 'done'],
    ['another admin, who was not asked', noa, 'mpnPartnerAdmin', 'requestNotFound'],
    ['an account admin', ada, 'mpnPartnerAdmin', 'requestNotFound'],
    ['the asker', bob, 'globalAdmin', 'requestNotFound'],
    ['a stranger', kim, undefined, 'requestNotFound'],
  ];
  for (const [title, by, role, end] of cases)
    it(`${title}: ${end}`, async () => {
      const { asks, answers, now, store } = table();
      await asks(bob, mia, 'r');
      assert.equal(await answers(by, 'r', role), end);
      const after = await now();
      assert.deepEqual(personOf(after, bob)?.roles, end === 'done' && role ? [role] : []);
      assert.equal(store.commits(), end === 'done' ? 2 : 1);
      if (end === 'done') {
        const news = role ? 'granted' : 'declined';
        assert.deepEqual(told(after), [`bob r ${news}`, `mia r ${news}`]);
        assert.equal(after.history.at(-1)?.event.type, role ? 'roleGranted' : 'roleDeclined');
      }
    });

  it('adds who was unknown, settles what they asked of others, and a second answer says so', async () => {
    const { asks, answers, now } = table();
    await asks(kim, mia, 'a');
    await asks(kim, noa, 'b');
    assert.equal(await answers(mia, 'a', 'accountAdmin'), 'done');
    const after = await now();
    assert.deepEqual(personOf(after, kim), {
      aadObjectId: kim,
      name: 'kim (Teams)',
      roles: ['accountAdmin'],
      guest: false,
    });
    assert.deepEqual(told(after), ['kim b asked', 'kim a granted', 'mia a granted', 'noa b granted']);
    assert.equal(await answers(noa, 'b', 'globalAdmin'), 'roleAnswered');
    assert.equal(await answers(mia, 'a'), 'roleAnswered');
    assert.equal(await asks(kim, mia, 'a'), 'again');
  });

  it('declined by one, it waits on at the other', async () => {
    const { asks, answers } = table();
    await asks(bob, mia, 'a');
    await asks(bob, noa, 'b');
    assert.equal(await answers(mia, 'a'), 'done');
    assert.equal(await answers(noa, 'b', 'mpnPartnerAdmin'), 'done');
  });
});

describe('giving a role unasked', () => {
  const cases: readonly [by: AadObjectId, to: AadObjectId, role: Role, end: string][] = [
    [mia, bob, 'globalAdmin', 'done'],
    [ada, bob, 'mpnPartnerAdmin', 'done'],
    [ada, bob, 'accountAdmin', 'cannotGrant'],
    [ada, ada, 'mpnPartnerAdmin', 'cannotGrant'],
    [mia, mia, 'mpnPartnerAdmin', 'cannotGrant'],
    [id('max'), bob, 'mpnPartnerAdmin', 'cannotGrant'],
    [bob, bob, 'mpnPartnerAdmin', 'cannotGrant'],
    [kim, bob, 'mpnPartnerAdmin', 'cannotGrant'],
    [mia, noa, 'globalAdmin', 'roleHeld'],
    [mia, kim, 'mpnPartnerAdmin', 'personUnknown'],
  ];
  for (const [by, to, role, end] of cases)
    it(`${by} makes ${to} ${role}: ${end}`, async () => {
      const { gives, now, store } = table();
      assert.equal(await gives(by, to, role), end);
      assert.equal(store.commits(), end === 'done' ? 1 : 0);
      if (end === 'done') assert.deepEqual(told(await now()), [`${to} give granted`, `${by} give granted`]);
    });

  it('to somebody who had asked answers that request; pressed twice it gives once', async () => {
    const { asks, gives, now } = table();
    await asks(bob, mia, 'r');
    assert.equal(await gives(mia, bob, 'mpnPartnerAdmin'), 'done');
    assert.equal(await gives(mia, bob, 'mpnPartnerAdmin'), 'again');
    const { requests, history } = await now();
    assert.deepEqual(
      requests.map((request) => [request.id, request.answer?.as]),
      [['r', 'granted']],
    );
    assert.deepEqual(
      history.map(({ event }) => event.type),
      ['roleAsked', 'roleGranted'],
    );
  });
});
