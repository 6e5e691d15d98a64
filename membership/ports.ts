import type { Language } from './rules/catalogue.ts';
import type { Day, Instant } from './rules/calendar.ts';
import type {
  CommandId,
  MessageId,
  MpnId,
  OrderNumber,
  PaymentId,
  PersonId,
  ProofHash,
} from './rules/ids.ts';
import type { Operator } from './rules/history.ts';
import type { Matter, MatterKind } from './rules/matters.ts';
import type { CardSubject } from './rules/message.ts';
import type { Money } from './rules/money.ts';
import type { Partner } from './rules/partner.ts';

/** What time it is; in local mode it can be moved. */
export interface Clock {
  now(): Instant;
}

/** Ids and chance, so that a test can foresee them. */
export interface Chance {
  /** From 0 up to but not including 1. */
  random(): number;
  commandId(): CommandId;
  messageId(): MessageId;
}

/** What a decision about a partner comes to. `unchanged` answers without a commit. */
export type Verdict<Answer> =
  | { readonly kind: 'commit'; readonly partner: Partner; readonly answer: Answer }
  | { readonly kind: 'unchanged'; readonly answer: Answer };

export type ChangeResult<Answer> =
  | { readonly kind: 'done'; readonly partner: Partner; readonly answer: Answer }
  /** The commit brings an order number that another partner's order has; draw again. */
  | { readonly kind: 'orderNumberTaken' }
  | { readonly kind: 'noSuchPartner' };

export interface ChangeOptions {
  /** False for what may be forgotten by a power cut, such as a message marked as sent. Default true. */
  readonly durable?: boolean;
}

/** What an operator cares for, and at which partner. */
export interface PartnerMatter extends Matter {
  readonly partner: MpnId;
}

export interface Partners {
  read(id: MpnId): Promise<Partner | undefined>;
  /**
   * Decides on the newest state and commits all or nothing; resolves when the commit is safe on disk.
   * `decide` is pure and may run more than once. Rejects with a `StoreFault` when it can't be saved.
   */
  change<Answer>(
    id: MpnId,
    decide: (partner: Partner) => Verdict<Answer>,
    options?: ChangeOptions,
  ): Promise<ChangeResult<Answer>>;
  ofOrder(number: OrderNumber): Promise<MpnId | undefined>;
  /** By global or location MPN ID. */
  ofMpnId(id: string): Promise<MpnId | undefined>;
  ofPayment(id: PaymentId): Promise<MpnId | undefined>;
  /** Of the orders that have this file as a proof, at any partner. */
  ordersWithProof(hash: ProofHash): Promise<readonly OrderNumber[]>;
  /**
   * What waits for operators, in its order, as of the last commits: some of it comes and goes by the day (see
   * `isNow`). Costs as much as there is of it, however much is stored.
   */
  withMatter(kind: MatterKind): Promise<readonly PartnerMatter[]>;
  /** Partners at whom a reminder reached nobody, for as long as the outbox remembers it; costs as much as there are. */
  withUnreached(): Promise<readonly MpnId[]>;
  /** Partners whose name has these words or parts of words, whatever their case and accents; by name. */
  named(part: string, limit: number): Promise<readonly MpnId[]>;
  /**
   * Partners whose next due moment is not after `now`, earliest first; each is leased, so that no other
   * caller gets it before the lease (ms) is over. A commit computes the next due moment anew.
   */
  claimDue(now: Instant, limit: number, lease: number): Promise<readonly MpnId[]>;
  all(): AsyncIterable<Partner>;
}

/** JSON as it is kept. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One per person, operators too: where they can be reached and where the talk is. */
export interface ChatRecord {
  readonly person: PersonId;
  readonly name: string;
  readonly language?: Language | undefined;
  /** The activity's locale when they last spoke. */
  readonly locale?: string | undefined;
  /** Bot Framework's conversation reference. */
  readonly reference?: Json | undefined;
  readonly installed: boolean;
  readonly welcomedAt?: Instant | undefined;
  /** Bot Framework's dialog state; never money. */
  readonly dialogs?: Json | undefined;
  /** The newest activity that shows each subject. */
  readonly cards: readonly { readonly shows: CardSubject; readonly activityId: string }[];
  /** IANA, as the last activity that told it did. */
  readonly timeZone?: string | undefined;
  /** Of an operator: the day, where they are, of the last digest they were sent; before the first, one to count from. */
  readonly digestOn?: Day | undefined;
}

export interface ChatRecords {
  read(person: PersonId): Promise<ChatRecord | undefined>;
  /** Atomic, but not waited to the disk: a power cut forgets at most where a talk was. */
  write(record: ChatRecord): Promise<void>;
}

/** What a turn begins with: the partner of the person's tenant, and their chat. */
export interface Met {
  readonly partner: Partner | undefined;
  readonly record: ChatRecord | undefined;
}

/** Both in one look-up. Rejects as `read` does where the partner is damaged. */
export type Meet = (person: PersonId) => Promise<Met>;

export interface BankLine {
  /** The bank's own id of the line, or one made of its content; `hand:…` where an operator wrote it. */
  readonly id: PaymentId;
  /** Of the account it was credited to. */
  readonly account: string;
  readonly bookedOn: Day;
  readonly valueDate: Day;
  readonly amount: Money;
  readonly text: string;
  readonly status: LineStatus;
  /** Where an operator said which order it pays. */
  readonly byHand?: ByHand | undefined;
}

/**
 * - `recorded`: not told to a partner yet; with `confirming`, it was seen to be the money of that provisional line
 * - `matched`: told; a provisional line once a statement has `confirmedBy`, or a counter line `withdrawnBy`; a counter
 *   line that came too late to withdraw anything is `vain`
 * - `provisional`: told; an operator saw the money, and no statement line has surely confirmed it yet: with
 *   `confirmedBy`, one of the same day did that names no order, and a surer one takes its place
 * - `confirms`: a statement's line of the money of a provisional one, which it adds nothing to
 * - `held`: waits for an operator
 * - `paidBack`: held money that was paid back by the operator's bank
 */
export type LineStatus =
  | { readonly kind: 'recorded'; readonly confirming?: Provisional | undefined }
  | {
      readonly kind: 'matched';
      readonly order: OrderNumber;
      readonly confirmedBy?: PaymentId | undefined;
      readonly withdrawnBy?: PaymentId | undefined;
      readonly vain?: true | undefined;
    }
  | {
      readonly kind: 'provisional';
      readonly order: OrderNumber;
      readonly confirmedBy?: PaymentId | undefined;
    }
  | { readonly kind: 'confirms'; readonly provisional: PaymentId; readonly order: OrderNumber }
  | { readonly kind: 'held'; readonly because: HeldBecause; readonly suggestion?: OrderNumber | undefined }
  | { readonly kind: 'paidBack'; readonly on: Day };
export type HeldBecause =
  'noReference' | 'unknownOrder' | 'otherPartner' | 'wrongCurrency' | 'otherAccount' | 'differsFromHand';

/** Names a provisional line and the order that it was marked for. */
export interface Provisional {
  readonly provisional: PaymentId;
  readonly order: OrderNumber;
}

/**
 * An operator's word on a line: `marked`, it was written before any statement, with the bank's `reference`; `placed`,
 * a held one was put on an order; `withdrawn`, it is the counter line of a mark, which it `withdraws`. Kept before the partner is told, so that it is told after a crash too.
 */
export interface ByHand {
  readonly as: 'marked' | 'placed' | 'withdrawn';
  readonly order: OrderNumber;
  readonly by: Operator;
  readonly at: Instant;
  readonly command: CommandId;
  readonly reference?: string | undefined;
  readonly withdraws?: PaymentId | undefined;
  /** It was put on the order as further money, beside what was marked by hand there. */
  readonly anyway?: true | undefined;
}

/** One aggregate per account and booking month. */
export interface BankLedger {
  /** False where the line is there already. Safe on disk when it resolves. */
  record(line: BankLine): Promise<boolean>;
  mark(line: BankLine): Promise<void>;
  /** Lines whose money has not been told to a partner yet; they run again at start. */
  unmarked(): Promise<readonly BankLine[]>;
  /** Provisional lines of an account, however it is spelled, oldest first; costs no more the more is stored. */
  provisional(account: string): Promise<readonly BankLine[]>;
  /** Every held line, oldest first; costs no more the more is stored. */
  held(): Promise<readonly BankLine[]>;
  find(id: PaymentId): Promise<BankLine | undefined>;
  /** Newest first. */
  lines(account: string, month: string): Promise<readonly BankLine[]>;
  /** One after the other of those who judge which lines of the ledger are the same money. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value>;
}

/**
 * Which order a bank line pays: by the references in its text, never by the amount alone. Of a line that is held,
 * `named` are the orders that its text names, and `partners` those whose MPN IDs it has.
 */
export type Match =
  | { readonly kind: 'order'; readonly order: OrderNumber; readonly partner: MpnId }
  | {
      readonly kind: 'held';
      readonly because: HeldBecause;
      readonly suggestion?: OrderNumber | undefined;
      readonly named: readonly OrderNumber[];
      readonly partners: readonly MpnId[];
    };
export type Matcher = (line: BankLine) => Promise<Match>;
