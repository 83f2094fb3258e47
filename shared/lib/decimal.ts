/**
 * Exact decimals as text: scores, weights, points. At most 4 decimal places and at most 1,000,000 in size.
 * Canonical form: no leading zeros, no trailing zeros, a point as the separator ("87.5", "0", "-3.25").
 */
import { limits } from '../limits.ts';

/** A canonical decimal text. */
export type Decimal = string;

/** The canonical form of a decimal with a point, or null when it is none or out of bounds. Whole text, no spaces. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,12}))?$/.exec(text);
  if (match === null) return null;
  const integer = (match[2] ?? '').replace(/^0+(?=\d)/, '');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > limits.decimalPlaces) return null;
  if (Number(integer) > limits.decimalMagnitude) return null;
  if (Number(integer) === limits.decimalMagnitude && fraction !== '') return null;
  const digits = fraction === '' ? integer : `${integer}.${fraction}`;
  return match[1] === '-' && digits !== '0' ? `-${digits}` : digits;
}

/**
 * [H8] What a person typed: `87,5` and `87.5` are the same number; nothing else is guessed. Null when it is no decimal, or when it
 * may be one with thousands told apart by `groupSign`.
 */
export function parseTypedDecimal(text: string, groupSign: string): Decimal | null {
  const trimmed = text.trim();
  if (mayBeThousands(trimmed, groupSign)) return null;
  if (/[.,].*[.,]/.test(trimmed) || !/\d/.test(trimmed)) return null;
  return parseDecimal(
    trimmed
      .replace(',', '.')
      .replace(/^(-?)\./, '$10.')
      .replace(/\.$/, ''),
  );
}

/** `1.000` where a point tells thousands apart: a thousand to some, one to others. `0.125` and `87.1250` are no thousands. */
export function mayBeThousands(text: string, groupSign: string): boolean {
  const [whole = '', thousands = '', ...more] = text.trim().split(groupSign);
  return more.length === 0 && /^-?[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(thousands);
}
