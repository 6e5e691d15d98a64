import type { BankLine } from '../ports.ts';
import { settleLine, type BankPorts, type Settled } from './settle-line.ts';

export type { BankPorts } from './settle-line.ts';

/** What came of a line that was posted: a line that was posted before is known. */
export type Posted = Settled | { readonly kind: 'known' };

/** A line of the bank's: first recorded, then told to the partner whose order it names, then marked. */
export const postBankLine = (ports: BankPorts, line: BankLine): Promise<Posted> =>
  ports.ledger.inTurn(async () =>
    (await ports.ledger.record(line)) ? settleLine(ports, line) : { kind: 'known' },
  );

const settleAgain = (ports: BankPorts, { id }: BankLine): Promise<readonly Posted[]> =>
  ports.ledger.inTurn(async () => {
    // Whoever was before in the turn may have settled it.
    const line = (await ports.ledger.unmarked()).find((waiting) => waiting.id === id);
    return line ? [await settleLine(ports, line)] : [];
  });

/**
 * Lines that were recorded and not marked, after a crash: they run again at start.
 * @param failed told of a line that fails once more; the others are not held up by it
 */
export const postUnmarked = async (
  ports: BankPorts,
  failed: (error: unknown) => void,
): Promise<readonly Posted[]> => {
  const posted: Posted[] = [];
  for (const line of await ports.ledger.unmarked()) {
    try {
      posted.push(...(await settleAgain(ports, line)));
    } catch (error) {
      failed(error);
    }
  }
  return posted;
};
