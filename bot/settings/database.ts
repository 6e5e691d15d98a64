import { bad, good, isOnThisMachine, type Check } from './checks.ts';
import type { Mode } from './settings.ts';

/** The address of a PostgreSQL database; in local mode on this machine, however it is written. */
export const databaseUrl =
  (mode: Mode) =>
  (text: string): Check<string> => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !/^postgres(?:ql)?:$/.test(url.protocol) || !url.hostname || url.pathname.length < 2)
      return bad('is no address such as postgres://user:password@db.example.com:5432/membership');
    // The driver takes a host from there too.
    const elsewhere = url.searchParams.has('host') || url.searchParams.has('hostaddr');
    if (mode === 'local' && (elsewhere || !isOnThisMachine(text)))
      return bad('must be on this machine in local mode');
    return good(text);
  };
