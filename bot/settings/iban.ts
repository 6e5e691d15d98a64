/** Two letters, two check digits, 11 to 30 letters and digits: what nobody would write for a local account. */
export const looksLikeIban = (account: string): boolean =>
  /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account.replace(/\s/g, '').toUpperCase());

/** ISO 13616's check: country and check digits to the end, letters to numbers, one left after 97s are taken away. */
export const hasIbanCheckDigits = (account: string): boolean => {
  const tidy = account.replace(/\s/g, '').toUpperCase();
  const turned = tidy.slice(4) + tidy.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
};
