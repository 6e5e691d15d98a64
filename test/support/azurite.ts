import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A real Azurite on a free port of this machine, its blobs in its memory. */
export interface Azurite {
  /** Of a container, which need not be there. */
  readonly containerUrl: (name: string) => string;
  /** Takes calls and answers none, until it goes on. */
  readonly hang: () => void;
  readonly goOn: () => void;
  readonly stop: () => Promise<void>;
}

const server = fileURLToPath(import.meta.resolve('azurite/dist/src/blob/main.js'));
// The newest SDK may speak a version of the protocol that Azurite does not know yet.
const how = ['--inMemoryPersistence', '--silent', '--disableTelemetry', '--skipApiVersionCheck'];

export const startAzurite = async (): Promise<Azurite> => {
  const child = spawn(process.execPath, [server, '--blobHost', '127.0.0.1', '--blobPort', '0', ...how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let url = '';
  for await (const line of createInterface(child.stdout)) {
    url = /listens on (http:\S+)/.exec(line)?.[1] ?? '';
    if (url !== '') break;
  }
  // What it says later is nobody's matter, but must not fill the pipe.
  child.stdout.resume();
  return {
    containerUrl: (name) => `${url}/devstoreaccount1/${name}`,
    hang: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
