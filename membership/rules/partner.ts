import type { CountryCode, Level, Role } from './catalogue.ts';
import type { Day, Instant } from './calendar.ts';
import type { HistoryEntry } from './history.ts';
import type {
  AadObjectId,
  CommandId,
  CompetencyId,
  MpnId,
  OrderNumber,
  PaymentId,
  RequestId,
  TenantId,
} from './ids.ts';
import type { OutboxMessage } from './message.ts';
import type { Money } from './money.ts';
import type { Order } from './order.ts';
import type { Address, Contact } from './organisation.ts';
import type { PersonReminders } from './reminder.ts';

export interface PartnerPerson {
  readonly aadObjectId: AadObjectId;
  readonly name: string;
  readonly email?: string | undefined;
  readonly roles: readonly Role[];
  readonly guest: boolean;
}

/** The partner has met the requirements of a competency at a level. */
export interface Qualification {
  readonly competency: CompetencyId;
  readonly level: Level;
  readonly metOn: Day;
}

export interface Membership {
  readonly level: Level;
  /** The competency that was the reason to buy the level. */
  readonly competency: CompetencyId;
  readonly paidOn: Day;
  readonly anniversary: Day;
  readonly benefitsUsed: boolean;
  /** The order that paid for it; imported memberships have none. */
  readonly order?: OrderNumber | undefined;
  /** Bought instead of this silver membership with the discount: that silver is never refundable. */
  readonly discountedUpgrade?: boolean | undefined;
  readonly ended?: MembershipEnd | undefined;
}

export interface MembershipEnd {
  readonly as: 'upgraded' | 'refunded' | 'reversed';
  readonly on: Day;
  /** For `upgraded`: the gold order that ended it. */
  readonly by?: OrderNumber | undefined;
}

/** Money of the partner that belongs to no open order; a new order takes it up. */
export interface Credit {
  readonly id: PaymentId;
  /** What is left of it. */
  readonly left: Money;
  readonly from: OrderNumber;
  readonly since: Day;
}

/** Money that only an operator can place. */
export interface HeldMoney {
  readonly id: PaymentId;
  readonly amount: Money;
  readonly valueDate: Day;
  readonly order: OrderNumber;
  readonly because: 'wrongCurrency' | 'wrongAmount' | 'wrongMode';
}

/** A colleague without a role asks a global admin for one. */
export interface RoleRequest {
  readonly id: RequestId;
  readonly by: AadObjectId;
  /** Who asks may be nobody that the partner's people name. */
  readonly name: string;
  readonly of: AadObjectId;
  readonly at: Instant;
  readonly answer?: RoleAnswer | undefined;
}

export type RoleAnswer = { readonly by: AadObjectId; readonly at: Instant } & (
  { readonly as: 'granted'; readonly role: Role } | { readonly as: 'declined' }
);

/** A command that had its effect; seen again within 7 days it answers as the first time. */
export interface HandledCommand {
  readonly id: CommandId;
  readonly at: Instant;
  /** Where it was about one. */
  readonly order?: OrderNumber | undefined;
}

/** An organisation in the network: the unit of change, of locking and of distribution. */
export interface Partner {
  readonly mpnId: MpnId;
  readonly locationIds: readonly MpnId[];
  readonly name: string;
  readonly country: CountryCode;
  readonly tenantId: TenantId;
  /** Its vetting is finished. */
  readonly verified: boolean;
  readonly contact: Contact;
  readonly taxId?: string | undefined;
  readonly billTo: Address;
  readonly soldTo: Address;
  readonly people: readonly PartnerPerson[];
  readonly qualifications: readonly Qualification[];
  readonly memberships: readonly Membership[];
  readonly orders: readonly Order[];
  readonly credits: readonly Credit[];
  readonly held: readonly HeldMoney[];
  /** Oldest first. */
  readonly requests: readonly RoleRequest[];
  /** By person, for those who were reminded or have chosen. */
  readonly reminders: readonly PersonReminders[];
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly OutboxMessage[];
  readonly handled: readonly HandledCommand[];
}

export const personOf = (partner: Partner, id: AadObjectId): PartnerPerson | undefined =>
  partner.people.find((person) => person.aadObjectId === id);

export const orderOf = (partner: Partner, number: OrderNumber): Order | undefined =>
  partner.orders.find((order) => order.number === number);
