import type { Log } from './observe/log.ts';

/** SIGTERM ends the bot within 10 s, its turns finished; so long may that take before it ends all the same. */
const longestMs = 9_000;

/** How often it is looked whether npm, and the shell that it started us by, are still there. */
const watchEveryMs = 250;

/** A signal to `npm start` ends npm's shell and leaves us behind: then it was meant for us. */
const onceOrphaned = (end: () => void): void => {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, watchEveryMs);
  watch.unref();
};

/** Ends the process cleanly when it is told to. A second signal does not begin a second stop. */
export const stopOnSignal = (stop: () => Promise<void>, log: Pick<Log, 'event' | 'fault'>): void => {
  let stopping = false;
  const end = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), longestMs).unref();
    try {
      await stop();
      log.event('stopped');
      process.exit(0);
    } catch (error) {
      log.fault({ reference: 'none', where: 'stop', error });
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
  onceOrphaned(() => void end());
};
