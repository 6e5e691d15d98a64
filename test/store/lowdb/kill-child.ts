import { openStore } from '../../../store/lowdb/open.ts';
import { partner, withOrder, orderNumber } from '../samples.ts';
import type { CommandId } from '../../../membership/rules/ids.ts';

/**
 * A process that commits without end, until it is killed. It prints each command once it is confirmed.
 * Arguments: the folder, how many partners it changes, the number of the first command.
 */
const [, , folder = '', partners = '1', first = '1'] = process.argv;
const store = await openStore({ folder, dueAt: () => undefined });

const work = async (id: string, start: number, step: number): Promise<void> => {
  for (let n = start; ; n += step) {
    const command = `c-${n}`;
    const result = await store.partners.change(partner(Number(id)).mpnId, (before) =>
      before.handled.some((handled) => handled.id === (command as CommandId))
        ? { kind: 'unchanged', answer: 0 }
        : {
            kind: 'commit',
            // Old orders go, so that the file stays small however long it runs; what was handled stays.
            partner: { ...withOrder(before, orderNumber(n), command), orders: [], history: [], outbox: [] },
            answer: 0,
          },
    );
    if (result.kind === 'done') process.stdout.write(`${id} ${command}\n`);
  }
};

process.stdout.write('ready\n');
const count = Number(partners);
await Promise.all(
  Array.from({ length: count * 2 }, (_, n) => work(String((n % count) + 1), Number(first) + n, count * 2)),
);
