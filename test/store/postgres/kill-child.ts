import { openStore } from '../../../store/postgres/open.ts';
import type { CommandId } from '../../../membership/rules/ids.ts';
import { orderNumber, partner, withOrder } from '../samples.ts';

/**
 * An instance that places orders without end, one turn each, until it is killed. It prints each command once it is
 * confirmed. Arguments: the database, how many partners it changes, the number of the first command.
 */
const [, , url = '', partners = '1', first = '1'] = process.argv;
const none = { put: () => Promise.reject(new Error()), get: () => Promise.resolve(undefined) };
const store = await openStore({ url, proofs: none, dueAt: () => undefined, isInvented: () => false });

const work = async (id: number, start: number, step: number): Promise<void> => {
  for (let n = start; ; n += step) {
    const command = `c-${n}` as CommandId;
    await store.turns.run({ conversation: `chat of ${id}`, delivery: command }, async () => {
      const result = await store.partners.change(partner(id).mpnId, (before) => ({
        kind: 'commit',
        // Old orders go, so that the document stays small however long it runs; what was handled stays.
        partner: { ...withOrder(before, orderNumber(n), command), orders: [], history: [], outbox: [] },
        answer: 0,
      }));
      if (result.kind === 'done') process.stdout.write(`${id} ${command}\n`);
    });
  }
};

process.stdout.write('ready\n');
const count = Number(partners);
await Promise.all(Array.from({ length: count }, (_, n) => work(n + 1, Number(first) + n, count)));
