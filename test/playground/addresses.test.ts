import assert from 'node:assert/strict';
import { addresses } from '../../playground/addresses.ts';

describe('playground: what the terminal says', () => {
  const running = { url: 'http://localhost:45001', port: 45_001, page: 'http://localhost:45001/local' };
  const cases: readonly (readonly [string, number, boolean])[] = [
    ['the port that was wished', 45_001, false],
    ['any port', 0, false],
    ['another port than was wished', 3978, true],
  ];
  for (const [title, wished, told] of cases)
    it(`${title} is ${told ? '' : 'not '}worth a line`, () => {
      const said = addresses(running, wished);
      assert.equal(said.includes(`Port ${wished} is taken, so it is 45001.`), told);
      assert.match(said, /Companion page +http:\/\/localhost:45001\/local/);
    });
});
