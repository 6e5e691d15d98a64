import { isCurrency, minorDigits, money, type Currency, type Money } from '../../membership/rules/money.ts';

/** Where the gateway counts other digits than ISO 4217. */
const digitsThatDiffer: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

const gatewayDigits = (currency: Currency): number => digitsThatDiffer[currency] ?? minorDigits(currency);

/** Shifts the decimal sign; exact, where the result is whole. */
const shift = (amount: number, places: number): number =>
  places < 0 ? amount / 10 ** -places : amount * 10 ** places;

/** Of three decimals the card networks know two: the last must be 0. */
const smallestStep = (currency: Currency): number => (gatewayDigits(currency) === 3 ? 10 : 1);

/** An amount as the gateway's API has it: a lower-case code and whole units of the gateway's own. */
export interface GatewayAmount {
  readonly currency: string;
  readonly amount: number;
}

/** @returns undefined where a card can't be charged so much: it would have to be rounded */
export const toGateway = ({ currency, minor }: Money): GatewayAmount | undefined => {
  const amount = shift(minor, gatewayDigits(currency) - minorDigits(currency));
  const chargeable = Number.isSafeInteger(amount) && amount > 0 && amount % smallestStep(currency) === 0;
  return chargeable ? { currency: currency.toLowerCase(), amount } : undefined;
};

/**
 * The inverse of {@link toGateway}. Throws a RangeError for a currency that does not exist and for an amount that
 * is no whole number of minor units: the gateway never takes such.
 */
export const fromGateway = ({ currency, amount }: GatewayAmount): Money => {
  const code = currency.toUpperCase();
  if (!isCurrency(code)) throw new RangeError('the gateway names a currency that does not exist');
  return money(code, shift(amount, minorDigits(code) - gatewayDigits(code)));
};
