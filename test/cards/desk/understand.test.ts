import assert from 'node:assert/strict';
import { understandDesk, understandSearch, type DeskWord } from '../../../cards/desk/understand.ts';
import { orderNumber } from '../fixtures.ts';

const number = orderNumber();

describe('what an operator types', () => {
  const rows: readonly (readonly [typed: string, DeskWord['kind'], what?: string])[] = [
    ['queue', 'queue'],
    ['Wachtrij!', 'queue'],
    ['KÖ', 'queue'],
    ['review proofs', 'queue'],
    ['desk', 'desk'],
    ['Balie', 'desk'],
    ['paneel', 'desk'],
    ['Operatörspanelen', 'desk'],
    ['operatörsdisken', 'desk'],
    ['open orders', 'list', 'open'],
    ['Tegoeden', 'list', 'credit'],
    ['bevis att granska', 'list', 'proof'],
    [number, 'order', number],
    [`${number.slice(0, 5)} ${number.slice(5)}`, 'order', number],
    [`Fabrikam ${number}`, 'order', number],
    ['6234461', 'mpnId', '6234461'],
    ['MPN 6234461', 'mpnId', '6234461'],
    ['MPN-id: 6234461', 'mpnId', '6234461'],
    ['623 44 61', 'mpnId', '6234461'],
    ['365 Solutions', 'name', '365 Solutions'],
    ['Åkerlund', 'name', 'Åkerlund'],
    ['the queue at Fabrikam', 'name', 'the queue at Fabrikam'],
  ];
  for (const [typed, kind, what] of rows)
    it(`“${typed}”: ${kind}`, () => {
      const understood = understandSearch(typed);
      assert.equal(understood.kind, kind);
      if (what !== undefined) assert(Object.values(understood).includes(what), JSON.stringify(understood));
    });

  it('calls the desk only by its own words, so that a partner’s person keeps the others', () => {
    for (const typed of ['orders', number, '6234461', 'Fabrikam', 'refund', 'hello', ''])
      assert.equal(understandDesk(typed), undefined, typed);
  });
});
