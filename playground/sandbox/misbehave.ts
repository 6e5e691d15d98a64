import type { SandboxEvent } from './state.ts';

export type OperationName = 'sessions.create' | 'sessions.retrieve' | 'sessions.expire' | 'refunds.create';

/**
 * How a call goes wrong.
 * @property done whether it had its effect, and only the answer is spoilt
 */
export type CallFault =
  /** The line breaks in place of an answer. */
  | { readonly kind: 'reset'; readonly done: boolean }
  | { readonly kind: 'status'; readonly status: number; readonly done: boolean }
  /** The right answer, but not before `until`. */
  | { readonly kind: 'late'; readonly until: Promise<unknown> };

/** What is posted in the place of an event; where `after` is given, not before that. */
export interface Sending {
  readonly event: SandboxEvent;
  readonly after?: Promise<unknown>;
}

/** What a test makes the gateway do wrong; it may set and clear these at any time. */
export interface Misbehaviour {
  call?: ((operation: OperationName) => CallFault | undefined) | undefined;
  /** An empty list loses the event; two sendings double it; a changed event tells something else. */
  event?: ((event: SandboxEvent) => readonly Sending[]) | undefined;
}
