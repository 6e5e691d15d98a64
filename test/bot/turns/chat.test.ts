import assert from 'node:assert/strict';
import { cardOf, tracking } from '../../../bot/turns/chat.ts';
import type { ChatRecord } from '../../../membership/ports.ts';
import { currentPerson } from '../../../playground/demo/people.ts';
import { orderNumber } from '../../cards/fixtures.ts';

const [first, second] = [orderNumber(0.2), orderNumber(0.7)];
const empty: ChatRecord = { person: currentPerson, name: 'Alex', installed: true, cards: [] };

describe('the cards that a chat remembers', () => {
  it('the newest of an order', () => {
    const record = tracking(tracking(empty, first, 'a'), first, 'b');
    assert.deepEqual(record.cards, [{ shows: first, activityId: 'b' }]);
  });
  it('a card that shows another order now is no more the first one’s', () => {
    const record = tracking(tracking(empty, first, 'a'), second, 'a');
    assert.deepEqual([cardOf(record, first), cardOf(record, second)], [undefined, 'a']);
  });
});
