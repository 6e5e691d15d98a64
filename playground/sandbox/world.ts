import type { Clock } from '../../membership/ports.ts';
import type { SandboxEvent, SandboxState } from './state.ts';

/** What everything in the sandbox gateway works on. */
export interface World {
  readonly state: SandboxState;
  /** Whole seconds since 1970. */
  now(): number;
  /** `cs_test_…`, `pi_…`: new each time. */
  id(prefix: string): string;
  /** The address under which a browser finds the sandbox, its path included, without a slash at its end. */
  base(): string;
  /** Tells the bot what happened, once it is kept. */
  emit(type: string, object: object): void;
}

const apiVersion = '2026-10-28.endive';

export interface WorldParts {
  readonly state: SandboxState;
  readonly clock: Clock;
  readonly id: (prefix: string) => string;
  readonly base: () => string;
}

export const sandboxWorld = ({ state, clock, id, base }: WorldParts): World => {
  const now = (): number => Math.floor(Date.parse(clock.now()) / 1_000);
  return {
    state,
    now,
    id,
    base,
    emit: (type, object) => {
      const event: SandboxEvent = {
        id: id('evt'),
        object: 'event',
        api_version: apiVersion,
        created: now(),
        livemode: false,
        pending_webhooks: 1,
        request: null,
        type,
        data: { object: { ...object } },
      };
      state.events = [...state.events, event];
    },
  };
};
