import type { Store } from '../store/contract.ts';
import type { TeamsAdapter } from './adapter/teams-adapter.ts';
import type { CardMeans } from './card/card-ports.ts';
import type { Readiness } from './http/operations.ts';

interface Judged {
  readonly store: Pick<Store, 'writable' | 'damaged'>;
  readonly card?: CardMeans;
}

/** A probe really writes, so that one answer serves whoever asks within this time. */
const probeEveryMs = 2_000;

const remembered = <Value>(ask: () => Promise<Value>): (() => Promise<Value>) => {
  let answer: Promise<Value> | undefined;
  return () => {
    if (!answer) {
      answer = ask();
      setTimeout(() => (answer = undefined), probeEveryMs).unref();
    }
    return answer;
  };
};

/** How the parts stand that the bot can't do without, or that it misses. */
export const readinessOf = (
  { store, card }: Judged,
  adapter: Pick<TeamsAdapter, 'signIn'>,
  stopping: () => boolean,
): (() => Promise<Readiness>) => {
  const writable = remembered(() => store.writable());
  const storeNow = async (): Promise<Readiness['store']> => {
    if (!(await writable())) return 'failing';
    return store.damaged().length > 0 ? 'damaged' : 'ok';
  };
  return async () => ({
    store: await storeNow(),
    signIn: adapter.signIn(),
    gateway: card ? 'ok' : 'off',
    stopping: stopping(),
  });
};
