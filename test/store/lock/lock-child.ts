import { takeLock } from '../../../store/lock/lock.ts';

/** A process that takes a folder's lock, says whether it got it, and keeps it until it is killed. */
const [, , folder = ''] = process.argv;
const said = await takeLock(folder).then(
  () => 'taken',
  () => 'locked',
);
process.stdout.write(`${said}\n`);
setInterval(() => undefined, 60_000);
