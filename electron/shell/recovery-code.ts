/**
 * The way back in for a committee that forgot its PIN (rule P3): a code that is shown once, written down, and kept like a
 * PIN. It also opens the folder's keys where the system does not any more (`contest/key-escrow.ts`).
 */
import { randomBytes } from 'node:crypto';
import { err, type Result } from '../../shared/lib/result.ts';
import type { PinRefusal, Pins } from './pins.ts';

const key = 'recovery';
/** Crockford's base32: nothing that is taken for something else when it is read from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 bits. */
const letters = 16;
const group = 4;

export interface RecoveryCode {
  readonly isSet: () => boolean;
  /** A new one, `ABCD-EFGH-JKMN-PQRS`; the one before is void. */
  readonly make: () => string;
  readonly forget: () => void;
  /** Case, spaces and dashes do not matter; O reads as 0, I and L as 1. */
  readonly check: (typed: string) => Result<null, PinRefusal>;
}

export function createRecoveryCode(pins: Pins): RecoveryCode {
  return {
    isSet: () => pins.isSet(key),
    make: () => {
      const code = [...randomBytes(letters)].map((byte) => alphabet[byte % alphabet.length] ?? '').join('');
      pins.set(key, code);
      return code.replaceAll(new RegExp(`.{${group}}(?=.)`, 'g'), '$&-');
    },
    forget: () => pins.set(key, null),
    check,
  };

  function check(typed: string): Result<null, PinRefusal> {
    if (!pins.isSet(key)) {
      return err({ type: 'wrong-pin', message: 'Di laptop ini belum pernah dibuat kode pemulihan.' });
    }
    const checked = pins.check(key, plainRecoveryCode(typed));
    if (checked.ok) return checked;
    const { type, message } = checked.error;
    if (type === 'pin-wait') return err({ type, message: message.replace('PIN', 'kode') });
    return err({ type: 'wrong-pin', message: 'Kode pemulihan salah. Periksa setiap huruf, lalu coba lagi.' });
  }
}

/** As it is hashed: case, spaces and dashes do not matter; O reads as 0, I and L as 1. */
export function plainRecoveryCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}
