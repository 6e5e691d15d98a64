import assert from 'node:assert/strict';
import fc from 'fast-check';
import { botLog, type Log } from '../../../bot/observe/log.ts';
import { faultReference } from '../../../bot/observe/reference.ts';
import { scrub } from '../../../bot/observe/scrub.ts';

const logInto = (lines: string[]): Log => botLog('trace', { write: (line) => void lines.push(line) });
const digits = (text: string): string => text.replace(/\D/g, '');

describe('what a text may keep', () => {
  const cases: readonly [string, string][] = [
    ['order 4711000006 of 6234461', 'order 4711000006 of 6234461'],
    ['paid with 4111111111111111', 'paid with [number]'],
    ['4111 1111 1111 1111, please', '[number], please'],
    ['3782-822463-10005', '[number]'],
    ['order 4711000006 4111111111111111', 'order [number]'],
    ['GET https://contoso.sharepoint.com/x?tempauth=abc failed', 'GET [link] failed'],
    ['contoso.sharepoint.com/a/b?c', '[link]'],
    ['authorization: Bearer eyJhbGciOi.J9.x', 'authorization: [token]'],
    ['token eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.sig', 'token [token]'],
    ['key sk_live_51Habcdef', 'key [token]'],
    ['mail anna.devries@fabrikam.nl now', 'mail [address] now'],
    ['two\nlines\r\nand more', 'two lines and more'],
    ['', ''],
  ];
  for (const [text, kept] of cases)
    it(`${JSON.stringify(text)} → ${JSON.stringify(kept)}`, () => assert.equal(scrub(text), kept));

  it('a card number is never left, whatever stands around it', () => {
    const luhn = (body: string): string => {
      const sum = (text: string) =>
        Array.from(text)
          .reverse()
          .reduce((total, digit, index) => {
            const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
            return total + (value > 9 ? value - 9 : value);
          }, 0);
      return body + String((10 - (sum(`${body}0`) % 10)) % 10);
    };
    const cards = fc.stringMatching(/^[3-6]\d{11,17}$/).map(luhn);
    fc.assert(
      fc.property(
        cards,
        fc.string({ maxLength: 20 }),
        fc.string({ maxLength: 20 }),
        fc.constantFrom('', ' ', '-', '.'),
        (card, before, after, between) => {
          const written = card.match(/.{1,4}/g)?.join(between) ?? card;
          assert.ok(!digits(scrub(`${before} ${written} ${after}`)).includes(card));
        },
      ),
    );
  });

  it('a text of megabytes costs and keeps little', () => {
    assert.ok(scrub('4'.repeat(5_000_000)).length <= 300);
  });
});

describe('the log', () => {
  it('keeps the named fields of a line and nothing that came along', () => {
    const lines: string[] = [];
    const line = {
      activityType: 'message',
      outcome: 'answered',
      ms: 12.34,
      conversation: 'a:secret',
      action: 'subscribe',
      text: 'my card',
      from: { name: 'Anna' },
    } as const;
    logInto(lines).turn(line);
    const kept = JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
    delete kept['time'];
    assert.deepEqual(kept, {
      level: 'info',
      activityType: 'message',
      outcome: 'answered',
      ms: 12.3,
      conversation: kept['conversation'],
      action: 'subscribe',
      msg: 'turn',
    });
    assert.match(String(kept['conversation']), /^[0-9a-f]{10}$/);
  });

  it('keeps of an error its class, code, scrubbed message, places and causes', () => {
    const lines: string[] = [];
    const cause = Object.assign(new TypeError('fetch of https://files.example.com/secret?sig=1 failed'), {
      code: 'ECONNRESET',
      request: { headers: { authorization: 'Bearer abc' } },
    });
    const error = new Error(
      '4111111111111111 of anna@fabrikam.nl\n    at evil (https://x.example.com/1:1:1)',
      { cause },
    );
    logInto(lines).fault({ reference: '7K2Q-9XMB', where: 'turn', error });
    const text = lines.join('');
    assert.doesNotMatch(text, /4111|fabrikam|example\.com|abc|sig=/);
    const { fault, reference } = JSON.parse(text) as {
      reference: string;
      fault: { class: string; frames: string[]; cause: { class: string; code: string } };
    };
    assert.deepEqual(
      [reference, fault.class, fault.cause.class, fault.cause.code],
      ['7K2Q-9XMB', 'Error', 'TypeError', 'ECONNRESET'],
    );
    assert.ok(fault.frames.some((frame) => frame.includes('test/bot/observe/log.test.ts:')));
  });

  it('of what is thrown and is no error keeps only its kind', () => {
    const lines: string[] = [];
    logInto(lines).fault({ reference: 'r', where: 'turn', error: { token: 'secret' } });
    assert.doesNotMatch(lines.join(''), /secret/);
  });

  it('writes sends, commits and events at their levels', () => {
    const lines: string[] = [];
    const log = logInto(lines);
    log.send({ kind: 'reply', outcome: 'sent', ms: 1, attempts: 1, status: 201 });
    log.send({
      kind: 'reply',
      outcome: 'failed',
      ms: 1,
      attempts: 2,
      status: 403,
      code: 'ConversationBlockedByUser',
    });
    log.commit({ deed: 'placeOrder', outcome: 'committed', ms: 2, order: '4711000006', mpnId: '6234461' });
    log.event('listening', { host: '127.0.0.1', port: 3978 });
    log.warning('damaged file set aside', { file: '6234461.json' });
    const read = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      read.map(({ level, msg }) => [level, msg]),
      [
        ['debug', 'send'],
        ['warn', 'send'],
        ['info', 'commit'],
        ['info', 'listening'],
        ['warn', 'damaged file set aside'],
      ],
    );
    assert.deepEqual(
      [read[2]?.['order'], read[3]?.['port'], read[4]?.['file']],
      ['4711000006', 3978, '6234461.json'],
    );
  });
});

describe('a reference number', () => {
  it('is eight letters and digits that can be read aloud', () => {
    const numbers = [0, 0.25, 0.5, 0.999_999];
    let next = 0;
    assert.equal(
      faultReference(() => numbers[next++ % numbers.length] ?? 0),
      '08GZ-08GZ',
    );
  });
});
