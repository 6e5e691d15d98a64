import { setTimeout as pause } from 'node:timers/promises';
import type { Environment } from '../settings/names.ts';

const set = (env: Environment, name: string): boolean => (env[name] ?? '').trim() !== '';

/** OpenTelemetry's own variables say whether traces are wanted, and where they go. */
export const wantsTraces = (env: Environment): boolean => {
  if (env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return false;
  if (set(env, 'OTEL_TRACES_EXPORTER')) return env['OTEL_TRACES_EXPORTER']?.trim() !== 'none';
  return set(env, 'OTEL_EXPORTER_OTLP_ENDPOINT') || set(env, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT');
};

/** What is left to send has so long; the process ends within 10 s. */
const longestMs = 1_000;

/**
 * Loads and starts the SDK where its variables ask for it; nothing of it is loaded otherwise. Traces alone: metrics
 * are Prometheus's, and the log is standard output's.
 * @returns sends what is left, or gives it up
 */
export const startTracing = async (env: Environment): Promise<() => Promise<void>> => {
  if (!wantsTraces(env)) return () => Promise.resolve();
  const { startNodeSdk } = await import('@opentelemetry/sdk-node');
  const sdk = startNodeSdk({
    metricReaders: [],
    logRecordProcessors: [],
    instrumentations: [],
    ...(set(env, 'OTEL_SERVICE_NAME') ? {} : { resourceAttributes: { 'service.name': 'membership-bot' } }),
  });
  return () =>
    Promise.race([sdk.shutdown(), pause(longestMs, undefined, { ref: false })]).catch(() => undefined);
};
