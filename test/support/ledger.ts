import type { BankLedger, BankLine } from '../../membership/ports.ts';
import { sameAccount } from '../../membership/rules/same-money.ts';

/** A ledger that keeps its lines in memory, in the order in which they came, and can break before it marks. */
export interface LedgerInMemory extends BankLedger {
  breaks: boolean;
  all(): readonly BankLine[];
}

export const ledgerInMemory = (): LedgerInMemory => {
  const lines = new Map<string, BankLine>();
  let turn: Promise<unknown> = Promise.resolve();
  const waiting = (kind: BankLine['status']['kind']) =>
    Promise.resolve([...lines.values()].filter(({ status }) => status.kind === kind));
  const ledger: LedgerInMemory = {
    breaks: false,
    all: () => [...lines.values()],
    record: (line) => {
      const isNew = !lines.has(line.id);
      if (isNew) lines.set(line.id, line);
      return Promise.resolve(isNew);
    },
    mark: (line) => {
      if (ledger.breaks) return Promise.reject(new Error('power cut'));
      lines.set(line.id, line);
      return Promise.resolve();
    },
    unmarked: () => waiting('recorded'),
    provisional: async (account) =>
      (await waiting('provisional')).filter((line) => sameAccount(line.account, account)),
    held: () => waiting('held'),
    find: (id) => Promise.resolve(lines.get(id)),
    lines: (account, month) =>
      Promise.resolve(
        [...lines.values()]
          .filter((line) => line.account === account && line.bookedOn.startsWith(month))
          .toReversed(),
      ),
    inTurn: (work) => {
      const mine = turn.then(work, work);
      turn = mine;
      return mine;
    },
  };
  return ledger;
};
