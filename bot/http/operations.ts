import type { Metrics } from '../observe/metrics.ts';
import { jsonAnswer, type Route } from './exchange.ts';

/** What /readyz shows: only a store that fails, or a stop, makes it 503; the rest is shown so that one sees it. */
export interface Readiness {
  /** `damaged`: data of some partners was set aside, as the log says; the others are served. */
  readonly store: 'ok' | 'damaged' | 'failing';
  readonly signIn: 'ok' | 'degraded';
  /** `off` where card payment is not set up. */
  readonly gateway: 'ok' | 'degraded' | 'off';
  /** The process is stopping and wants no more work. */
  readonly stopping?: boolean;
}

export interface OperationsOptions {
  readonly metrics: Metrics;
  /** Asked at each call; a rejection counts as a failing store. */
  readonly readiness: () => Promise<Readiness>;
}

/** What those who run the bot ask of it. */
export const operationsRoutes = ({ metrics, readiness }: OperationsOptions): readonly Route[] => [
  { method: 'GET', path: '/healthz', handle: () => jsonAnswer(200, { status: 'alive' }) },
  {
    method: 'GET',
    path: '/readyz',
    handle: async () => {
      const { stopping = false, ...parts } = await readiness().catch((): Readiness => ({
        store: 'failing',
        signIn: 'degraded',
        gateway: 'degraded',
      }));
      const ready = parts.store !== 'failing' && !stopping;
      return jsonAnswer(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', ...parts });
    },
  },
  {
    method: 'GET',
    path: '/metrics',
    handle: async () => {
      const { contentType, body } = await metrics.text();
      return { status: 200, headers: { 'content-type': contentType }, body };
    },
  },
];
