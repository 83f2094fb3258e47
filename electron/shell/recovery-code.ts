/**
 * The way back in for a committee that forgot its PIN (rule P3): a code that is shown once, written down, and kept like a
 * PIN. It also opens the folder's keys where the system does not any more (`contest/key-escrow.ts`).
 */
import { randomBytes } from 'node:crypto';
import { err, type Result } from '../../shared/lib/result.ts';
import type { Pins } from './pins.ts';

const key = 'recovery';
/** Crockford's base32: nothing that is taken for something else when it is read from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 bits. */
const letters = 16;
const group = 4;

export type RecoveryRefusal =
  | { readonly type: 'no-code' | 'wrong-code' }
  | { readonly type: 'code-wait'; readonly seconds: number };

export interface RecoveryCode {
  readonly isSet: () => boolean;
  /** A new one, `ABCD-EFGH-JKMN-PQRS`; the one before is void. */
  readonly make: () => string;
  readonly forget: () => void;
  /** Case, spaces and dashes do not matter; O reads as 0, I and L as 1. */
  readonly check: (typed: string) => Result<null, RecoveryRefusal>;
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

  function check(typed: string): Result<null, RecoveryRefusal> {
    if (!pins.isSet(key)) return err({ type: 'no-code' });
    const checked = pins.check(key, plainRecoveryCode(typed));
    if (checked.ok) return checked;
    return err(checked.error.type === 'pin-wait' ? { ...checked.error, type: 'code-wait' } : { type: 'wrong-code' });
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
