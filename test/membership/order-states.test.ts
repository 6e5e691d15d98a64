import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { orderStatesPage } from '../../docs/order-states.ts';
import { orderMoves, orderStates } from '../../membership/rules/order.ts';

describe('docs/order-states.md', () => {
  it('is what the rules make of it: `npm run docs` writes it anew', async () => {
    const written = await readFile(new URL('../../docs/order-states.md', import.meta.url), 'utf8');
    assert.equal(written, orderStatesPage());
  });

  it('draws every move once, with what moves it, and no other', () => {
    const drawn = [...orderStatesPage().matchAll(/^ {2}(\w+) --> (\w+): \S/gm)].map(([, from, to]) => [
      from,
      to,
    ]);
    assert.deepEqual(
      drawn,
      orderStates.flatMap((from) => orderMoves[from].map((to) => [from, to])),
    );
  });
});
