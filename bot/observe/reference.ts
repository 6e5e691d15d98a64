/** Crockford's base 32: no I, L, O, U, so that it survives being read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/**
 * A reference number for a fault: what a person is told and what the log has, such as `7K2Q-9XMB`.
 * @param random from 0 up to but not including 1
 */
export const faultReference = (random: () => number): string => {
  const letters = Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join(
    '',
  );
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};
