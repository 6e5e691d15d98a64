import type { Session } from './session.ts';

/** A turn answers within two seconds or shows that it is working. */
const patienceMs = 1_500;

/** @returns what ends it */
export const typingWhenSlow = ({ typing }: Pick<Session, 'typing'>): (() => void) => {
  // The sign is a courtesy: where it can't be sent, the answer itself will say so.
  const timer = setTimeout(() => void typing().catch(() => undefined), patienceMs);
  timer.unref();
  return () => clearTimeout(timer);
};
