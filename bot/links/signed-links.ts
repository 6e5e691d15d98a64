import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../membership/ports.ts';
import type { Instant } from '../../membership/rules/calendar.ts';
import {
  isAadObjectId,
  isMpnId,
  type AadObjectId,
  type MpnId,
  type OrderNumber,
} from '../../membership/rules/ids.ts';
import { isOrderNumber } from '../../membership/rules/order-number.ts';

const minute = 60_000;

/** What a link is good for: where it leads, and for how many milliseconds. */
const purposes = {
  pay: { path: '/pay/', life: 60 * minute },
  return: { path: '/pay/return/', life: 24 * 60 * minute },
  cancelled: { path: '/pay/cancelled/', life: 24 * 60 * minute },
  receipt: { path: '/pay/receipt/', life: 30 * minute },
} as const satisfies Record<string, { readonly path: `/pay/${string}`; readonly life: number }>;

export type LinkPurpose = keyof typeof purposes;

/** Who may do what with which order by having the link. */
export interface LinkClaim {
  readonly purpose: LinkPurpose;
  readonly partner: MpnId;
  readonly order: OrderNumber;
  readonly person: AadObjectId;
}

export type ReadLink =
  | { readonly kind: 'claim'; readonly claim: LinkClaim }
  /** Ours, but its time is over. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'forged' };

export interface SignedLinks {
  /**
   * An absolute address.
   * @param from when its life begins, where the same link must come out again; now when left out
   */
  make(claim: LinkClaim, from?: Instant): string;
  /** @param token the link's last part */
  read(token: string): ReadLink;
}

export interface SignedLinksOptions {
  /** 32 random bytes. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  /** Without a slash at its end. */
  readonly publicUrl: () => string;
}

/** Goes up when what is signed changes, so that an old link can't be read as a new one. */
const version = '1';

// An id may have dots, so the person stands where the rest is known to end.
const shape = /^1\.([a-z]+)\.([0-9a-z]{1,10})\.(\d+)\.(\d+)\.(.+)\.([\w-]{43})$/;

const isPurpose = (text: string): text is LinkPurpose => Object.hasOwn(purposes, text);

const claimOf = ([, purpose = '', , partner = '', order = '', person = '']: readonly string[]):
  LinkClaim | undefined =>
  isPurpose(purpose) && isMpnId(partner) && isOrderNumber(order) && isAadObjectId(person)
    ? { purpose, partner, order, person }
    : undefined;

/** Links that carry their claim and its signature, so that nothing has to be kept of them. */
export const signedLinks = ({ key, clock, publicUrl }: SignedLinksOptions): SignedLinks => {
  const signatureOf = (signed: string): string =>
    createHmac('sha256', key).update(signed).digest('base64url');
  return {
    make: ({ purpose, partner, order, person }, from = clock.now()) => {
      const { path, life } = purposes[purpose];
      const until = (Date.parse(from) + life).toString(36);
      const signed = [version, purpose, until, partner, order, person].join('.');
      return `${publicUrl()}${path}${signed}.${signatureOf(signed)}`;
    },
    read: (token) => {
      const parts = shape.exec(token);
      const claim = parts && claimOf(parts);
      const signature = parts?.at(-1);
      if (!claim || signature === undefined) return { kind: 'forged' };
      const right = signatureOf(token.slice(0, -1 - signature.length));
      // Compared as text, 43 characters both: the last one has bits that mean nothing, and would let others pass.
      if (!timingSafeEqual(Buffer.from(signature), Buffer.from(right))) return { kind: 'forged' };
      const until = Number.parseInt(parts[2] ?? '', 36);
      return Date.parse(clock.now()) < until ? { kind: 'claim', claim } : { kind: 'expired' };
    },
  };
};
