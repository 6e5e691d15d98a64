import type { CountryCode } from './catalogue.ts';

/** Whom an order's invoice and questions go to. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

export interface Address {
  readonly lines: readonly string[];
  readonly postcode: string;
  readonly city: string;
  readonly country: CountryCode;
}

/** What decides the tax of an organisation. */
export interface Taxpayer {
  readonly country: CountryCode;
  readonly taxId?: string | undefined;
}
