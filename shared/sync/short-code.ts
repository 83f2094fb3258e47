/**
 * The invitation as a person reads it out and types it (rule S5): `07-491-326`, the seat's number and six secret digits.
 * Six digits are few, so they are never sent: they go into a proof that allows one guess per meeting (`join-proof.ts`).
 */
import type { Random } from '../ports.ts';

export interface ShortCode {
  /** Of the seat, from 1. */
  readonly number: number;
  /** Six of them. */
  readonly digits: string;
}

const SECRET_DIGITS = 6;
const DIGITS = /^\d{6}$/;

export function formatShortCode({ number, digits }: ShortCode): string {
  return `${String(number).padStart(2, '0')}-${digits.slice(0, 3)}-${digits.slice(3)}`;
}

/** Reads what a person typed: spaces, dashes and dots do not matter, nor a zero in front. Null when it is no short code. */
export function parseShortCode(typed: string): ShortCode | null {
  const digits = typed.slice(0, 100).replace(/[\s\-–—_.]/g, '');
  if (!/^\d{7,9}$/.test(digits)) return null;
  const number = Number(digits.slice(0, -SECRET_DIGITS));
  return number === 0 ? null : { number, digits: digits.slice(-SECRET_DIGITS) };
}

/** Six digits, each combination as likely as any other. */
export function drawDigits(random: Random): string {
  for (;;) {
    const [a = 0, b = 0, c = 0] = random.bytes(3);
    const drawn = (a << 16) | (b << 8) | c;
    // 16 times a million fit into 24 bits; what is left over would make some codes likelier.
    if (drawn < 16_000_000) return String(drawn % 1_000_000).padStart(SECRET_DIGITS, '0');
  }
}

export function areDigits(text: string): boolean {
  return DIGITS.test(text);
}
