import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PaymentId, ProofHash } from '../../../membership/rules/ids.ts';
import { money, type Currency } from '../../../membership/rules/money.ts';
import { openStore } from '../../../store/lowdb/open.ts';
import type { Store } from '../../../store/contract.ts';
import { all, commit, put } from '../contract/place.ts';
import { newFolder } from '../folders.ts';
import { bankLine, day, dueAt, noon, order, orderNumber, partner } from '../samples.ts';

const run = promisify(execFile);
const manual = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8');
/** The commands of the manual, as they stand there. */
const commands = /```sh\n(# backup:[^]*?)```/.exec(manual)?.[1] ?? assert.fail('the manual has no commands');

const partners = Array.from({ length: 8 }, (_, n) => partner(n));

/** One more order, paid, with a proof: file first, then the ledger's line, the partner, and the line marked. */
const buys = async (store: Store, n: number): Promise<string> => {
  const { mpnId, people } = partners[n % partners.length]!;
  const number = orderNumber(n);
  const bytes = Buffer.from(`proof ${n}`);
  const hash = createHash('sha256').update(bytes).digest('hex') as ProofHash;
  const id = `bank-${n}` as PaymentId;
  const amount = money('EUR' as Currency, 100);
  const by = people[0]!.aadObjectId;
  const proof = {
    hash,
    paymentDate: day,
    account: 'NL91',
    fileName: 'p.pdf',
    type: 'application/pdf',
  } as const;
  await store.proofs.put(hash, bytes);
  const line = bankLine(id);
  await store.ledger.record(line);
  await commit(store, mpnId, (before) => ({
    ...before,
    orders: [
      ...before.orders,
      order(number, {
        proofs: [{ ...proof, bytes: bytes.length, submittedAt: noon, submittedBy: by, marks: [] }],
        payments: [{ id: line.id, source: 'transfer', amount, valueDate: day }],
      }),
    ],
  }));
  await store.ledger.mark({ ...line, status: { kind: 'matched', order: number } });
  return number;
};

/** What is in a store, as far as its parts must fit. */
const contentOf = async (store: Store) => {
  const orders = (await all(store)).flatMap((one) => one.orders);
  const { account, bookedOn } = bankLine('any');
  const lines = await store.ledger.lines(account, bookedOn.slice(0, 7));
  return { orders, lines };
};

describe('a backup of the folder', () => {
  it('made by the manual’s commands while orders come in has all that was confirmed, and its parts fit', async () => {
    const folder = await newFolder();
    const store = await folder.open();
    const place = await mkdtemp(join(tmpdir(), 'backup-'));
    const to = join(place, 'copy');
    try {
      await put(store, partners);
      let going = true;
      let next = 0;
      const confirmed: string[] = [];
      const buyer = async (): Promise<void> => {
        while (going) confirmed.push(await buys(store, next++));
      };
      const buyers = Array.from({ length: 6 }, buyer);
      while (confirmed.length < 100) await new Promise(setImmediate);
      const before = [...confirmed];
      await run('sh', ['-eu', '-c', commands], { env: { ...process.env, DATA_DIR: folder.path, TO: to } });
      const during = confirmed.length - before.length;
      going = false;
      await Promise.all(buyers);
      assert.ok(during > 0, 'orders came in meanwhile');

      const events: unknown[] = [];
      const copy = await openStore({ folder: to, dueAt, log: (event) => events.push(event) });
      const { orders, lines } = await contentOf(copy);
      assert.deepEqual([events, copy.damaged()], [[], []]);
      const numbers = new Set<string>(orders.map(({ number }) => number));
      assert.equal(numbers.size, orders.length);
      assert.deepEqual(
        before.filter((number) => !numbers.has(number)),
        [],
      );
      for (const { status } of lines) if (status.kind === 'matched') assert.ok(numbers.has(status.order));
      const known = new Set(lines.map(({ id }) => id));
      const early = orders
        .filter(({ number }) => before.includes(number))
        .flatMap(({ payments }) => payments);
      assert.deepEqual(
        early.filter(({ id }) => !known.has(id)),
        [],
      );
      const unknown = orders.filter(({ payments }) => payments.some(({ id }) => !known.has(id)));
      // Copied after the ledger: the next statement brings the line again, and it is counted once by its id.
      assert.ok(unknown.length <= during + buyers.length);
      for (const { proofs } of orders) for (const { hash } of proofs) assert.ok(await copy.proofs.get(hash));
      assert.equal(await copy.writable(), true);
      await copy.close();
    } finally {
      await store.close();
      await folder.remove();
      await rm(place, { recursive: true });
    }
  });
});
