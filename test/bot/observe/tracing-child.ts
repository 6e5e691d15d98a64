import { startTracing } from '../../../bot/observe/tracing-sdk.ts';
import { inSpan } from '../../../bot/observe/tracing.ts';

const stop = await startTracing(process.env);
await inSpan('turn', (tell) => {
  tell({ outcome: 'answered' });
  return Promise.resolve();
});
await stop();
// As the bot does.
process.exit(0);
