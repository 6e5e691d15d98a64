import type { ParkedCardNews } from '../membership/gateway-ports.ts';
import type { BankLedger, ChatRecords, Meet, Partners } from '../membership/ports.ts';
import type { ProofStore } from '../membership/proof-ports.ts';
import type { MpnId, OrderNumber, TenantId } from '../membership/rules/ids.ts';
import type { Partner } from '../membership/rules/partner.ts';
import type { Handlers } from './lock/protocol.ts';

/** What every implementation gives. One suite of tests runs against each. */
export interface Store {
  readonly partners: Partners;
  readonly meet: Meet;
  readonly chats: ChatRecords;
  readonly ledger: BankLedger;
  readonly proofs: ProofStore;
  readonly parked: ParkedCardNews;
  readonly bulk: Bulk;
  readonly turns: Turns;
  /** How many processes share the store now, this one counted; left out where there is never another. */
  readonly instances?: () => Promise<number>;
  /** Partners whose data was found damaged; reads of them reject. */
  damaged(): readonly MpnId[];
  /** Whether a commit could be saved now: really tries a small synced write. */
  writable(): Promise<boolean>;
  /** Lets other processes hand their work to this one. */
  serve(handlers: Handlers): void;
  /** Waits for what is being saved; what comes later is refused. */
  close(): Promise<void>;
}

export interface Turn {
  readonly conversation: string;
  /** Names what is answered; the same is not answered twice within some minutes. */
  readonly delivery?: string | undefined;
}

export type TurnResult<Result> =
  { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'repeated' };

/** Rejects with a `StoreFault` `busy` where the turn is another process's by now. */
export type StillHeld = () => Promise<void>;

/** One turn at a time per conversation over all processes that share the store; within one it is a queue's matter. */
export interface Turns {
  /**
   * Runs work that no other process may do at the same time. Rejects as the work does, which is then not answered;
   * with a `StoreFault` `busy` where another process has the conversation for too long, and with `unavailable`.
   * Where another has taken the conversation over while the work went on, as after a lost connection, the work's
   * commits reject with `busy`.
   * @param work is given, where there are other processes, what rejects likewise: to be asked before something is said
   */
  run<Result>(turn: Turn, work: (stillHeld?: StillHeld) => Promise<Result>): Promise<TurnResult<Result>>;
}

/** What an import brings and what its ids may collide with. */
export interface BulkKeys {
  readonly partners: readonly MpnId[];
  readonly tenants: readonly TenantId[];
  /** Global and location ids. */
  readonly mpnIds: readonly MpnId[];
  readonly orders: readonly OrderNumber[];
}

/** The partners of {@link BulkKeys} as they are now, and who has its ids now. */
export interface BulkState {
  readonly partners: ReadonlyMap<MpnId, Partner>;
  readonly damaged: readonly MpnId[];
  readonly tenants: ReadonlyMap<TenantId, MpnId>;
  readonly mpnIds: ReadonlyMap<MpnId, MpnId>;
  readonly orders: ReadonlyMap<OrderNumber, MpnId>;
}

/** Writes many partners, all or nothing, even through a crash in its middle. */
export interface Bulk {
  /**
   * @param decide pure; the partners to write, out of `keys.partners`, or undefined to write nothing
   * @returns how many were written; rejects with a `StoreFault` when they can't be saved
   */
  replace(keys: BulkKeys, decide: (state: BulkState) => readonly Partner[] | undefined): Promise<number>;
}
