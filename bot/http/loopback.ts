import { isLoopback } from '../connector/service-url.ts';

/** Whether a Host header names this machine: `localhost:3978`, `127.0.0.1`, `[::1]:80`. A missing one does not. */
export const isLoopbackHost = (header: string | undefined): boolean => {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(header ?? '');
  return match !== null && isLoopback((match[1] ?? '').toLowerCase());
};
