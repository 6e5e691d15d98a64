import type { Partners } from '../../membership/ports.ts';
import type { MpnId } from '../../membership/rules/ids.ts';
import type { Partner } from '../../membership/rules/partner.ts';
import type { Store } from '../contract.ts';
import { StoreFault } from '../faults.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys in one order, so that two exports of the same state are the same text. */
export const inOrder = (_key: string, value: unknown): unknown =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;

/** One line of an export, without its end. */
export const exportLine = (partner: Partner): string => {
  const { mpnId, name, ...rest } = partner;
  // The two a reader looks for come first.
  return `{"mpnId":${JSON.stringify(mpnId)},"name":${JSON.stringify(name)},${JSON.stringify(rest, inOrder).slice(1)}`;
};

/**
 * JSON lines, one partner a line, orders and history included; imported into an empty store it gives an equal one.
 * Throws a `StoreFault` `damaged` after the last line where partners had to be left out.
 */
export async function* exportPartners(store: {
  readonly partners: Pick<Partners, 'all'>;
  damaged(): readonly MpnId[];
}): AsyncGenerator<string> {
  for await (const partner of store.partners.all()) yield exportLine(partner);
  const missing = store.damaged();
  if (missing.length > 0)
    throw new StoreFault('damaged', `not in the export, since their data is damaged: ${missing.join(', ')}`);
}

/** The same, of a store that was opened for this alone. */
export async function* exportAndClose(
  store: Pick<Store, 'partners' | 'damaged' | 'close'>,
): AsyncGenerator<string> {
  try {
    yield* exportPartners(store);
  } finally {
    await store.close();
  }
}
