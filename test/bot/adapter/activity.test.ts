import assert from 'node:assert/strict';
import { deliveryKey, readActivity } from '../../../bot/adapter/activity.ts';
import { speaker } from '../../support/activities.ts';

const anna = () => speaker({ serviceUrl: 'http://127.0.0.1:1/' });

describe('reading an activity', () => {
  it('keeps what it does not know, and reads moments as dates', () => {
    const activity = readActivity({
      ...anna().submit({ action: 'subscribe', v: 1 }),
      unknown: { deep: [1] },
    });
    assert.ok(activity);
    assert.deepEqual(activity.value, { action: 'subscribe', v: 1 });
    assert.deepEqual((activity as unknown as { unknown: unknown }).unknown, { deep: [1] });
    assert.equal(activity.timestamp?.toISOString(), '2026-10-05T09:00:00.000Z');
  });

  it('takes null for what is absent, as some senders write it', () => {
    const sent = anna().message('hi');
    const activity = readActivity({
      ...sent,
      text: null,
      locale: null,
      attachments: null,
      timestamp: null,
      from: { id: 'x', name: null, aadObjectId: null },
    });
    assert.ok(activity);
    assert.deepEqual(
      [activity.text, activity.locale, activity.from.name, activity.from.aadObjectId],
      Array(4).fill(undefined),
    );
  });

  it('takes a moment that is none for no moment', () => {
    assert.equal(readActivity({ ...anna().message('hi'), timestamp: 'yesterday' })?.timestamp, undefined);
  });

  const bad: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['a text', 'message'],
    ['an empty type', { ...anna().message('hi'), type: '' }],
    ['an id of 2,000 letters', { ...anna().message('hi'), id: 'x'.repeat(2_000) }],
    ['attachments that are none', { ...anna().message('hi'), attachments: [1] }],
    ['an empty conversation', { ...anna().message('hi'), conversation: { id: '' } }],
    ['a nest of ten thousand lists', JSON.parse('['.repeat(10_000) + ']'.repeat(10_000))],
  ];
  for (const [name, json] of bad) it(`${name} is none`, () => assert.equal(readActivity(json), undefined));
});

describe('one delivery', () => {
  const key = (fields: object) => deliveryKey(readActivity({ ...anna().message('hi'), ...fields })!);
  it('is known by channel, conversation, type and id', () => {
    assert.equal(key({}), key({ text: 'other' }));
    const others = [
      { id: 'in-2' },
      { conversation: { id: 'a:2' } },
      { type: 'invoke' },
      { channelId: 'test' },
    ];
    for (const fields of others) assert.notEqual(key({}), key(fields));
  });
  it('without an id is like no other', () => assert.equal(key({ id: undefined }), undefined));
});
