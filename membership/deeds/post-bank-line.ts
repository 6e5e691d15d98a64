import type { BankLine } from '../ports.ts';
import { settleLine, settleWaiting, type Settled } from './settle-line.ts';
import type { BankPorts } from './tell-line.ts';

export type { BankPorts } from './tell-line.ts';

/** What came of a line that was posted: a line that was posted before is known. */
export type Posted = Settled | { readonly kind: 'known' };

/** A line of the bank's: first recorded, then told to the partner whose order it names, then marked. */
export const postBankLine = (ports: BankPorts, line: BankLine): Promise<Posted> =>
  ports.ledger.inTurn(async () =>
    (await ports.ledger.record(line)) ? settleLine(ports, line) : { kind: 'known' },
  );

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
      posted.push(...(await ports.ledger.inTurn(() => settleWaiting(ports, ({ id }) => id === line.id))));
    } catch (error) {
      failed(error);
    }
  }
  return posted;
};
