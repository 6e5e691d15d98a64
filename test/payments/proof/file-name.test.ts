import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tidyFileName } from '../../../payments/proof/file-name.ts';

describe('the name of a file', () => {
  const cases: readonly (readonly [name: string, tidied: string])[] = [
    ['Bevis 1.845,00 €.pdf', 'Bevis 1.845,00 €.pdf'],
    ['C:\\Users\\Me\\proof.pdf', 'proof.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['proof\u202efdp.exe', 'prooffdp.exe'],
    ['a\u0000b\r\nc\u200bd\u2028.png', 'abcd.png'],
    ['  two   words .jpg ', 'two words .jpg'],
    ['a\u030a.pdf', 'å.pdf'],
    ['\ud800.pdf', '\ufffd.pdf'],
    ['', 'proof'],
    ['..', 'proof'],
    ['folder/', 'proof'],
    [`${'x'.repeat(200)}.pdf`, `${'x'.repeat(96)}.pdf`],
    [`${'x'.repeat(95)}💶💶.pdf`, `${'x'.repeat(95)}.pdf`],
    ['y'.repeat(200), 'y'.repeat(100)],
  ];
  for (const [name, tidied] of cases) {
    it(`${JSON.stringify(name).slice(0, 40)} becomes ${tidied.slice(0, 20)}`, () => {
      assert.equal(tidyFileName(name), tidied);
    });
  }

  it('is never empty, long, or made of more than one line or folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const tidied = tidyFileName(name);
        assert.ok(tidied.length >= 1 && tidied.length <= 100);
        assert.doesNotMatch(tidied, /[\p{Cc}\p{Cf}/\\]/u);
        assert.ok(tidied.isWellFormed());
      }),
    );
  });
});
