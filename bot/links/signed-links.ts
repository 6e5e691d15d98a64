import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../membership/ports.ts';
import type { Instant } from '../../membership/rules/calendar.ts';
import { fieldsOf, isPurpose, places, readClaim, type LinkClaim } from './claims.ts';

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

const shape = /^1\.([a-z]+)\.([0-9a-z]{1,10})\.(.+)\.([\w-]{43})$/;

/** Fields stand between dots, so that a dot in one becomes what no field holds. */
const written = (fields: readonly string[]): string =>
  fields.map((field) => field.replaceAll('.', '~')).join('.');
const fieldsIn = (text: string): readonly string[] =>
  text.split('.').map((field) => field.replaceAll('~', '.'));

/** Links that carry their claim and its signature, so that nothing has to be kept of them. */
export const signedLinks = ({ key, clock, publicUrl }: SignedLinksOptions): SignedLinks => {
  const signatureOf = (signed: string): string =>
    createHmac('sha256', key).update(signed).digest('base64url');
  return {
    make: (claim, from = clock.now()) => {
      const { path, life } = places[claim.purpose];
      const until = (Date.parse(from) + life).toString(36);
      const signed = [version, claim.purpose, until, written(fieldsOf(claim))].join('.');
      return `${publicUrl()}${path}${signed}.${signatureOf(signed)}`;
    },
    read: (token) => {
      const [, purpose = '', until = '', fields = '', signature = ''] = shape.exec(token) ?? [];
      const claim = isPurpose(purpose) ? readClaim(purpose, fieldsIn(fields)) : undefined;
      if (!claim) return { kind: 'forged' };
      const right = signatureOf(token.slice(0, -1 - signature.length));
      // Compared as text, 43 characters both: the last one has bits that mean nothing, and would let others pass.
      if (!timingSafeEqual(Buffer.from(signature), Buffer.from(right))) return { kind: 'forged' };
      return Date.parse(clock.now()) < Number.parseInt(until, 36)
        ? { kind: 'claim', claim }
        : { kind: 'expired' };
    },
  };
};
