/**
 * PINs between the people of one laptop (rule P1): kept as scrypt hashes, compared in constant time, and slowed down after
 * wrong ones, across restarts too. Between machines the secrecy is cryptographic; a PIN only guards the seats of one machine.
 */
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { JsonFile } from '../adapters/files/json-file.ts';
import type { FolderSettings, StoredPin } from '../adapters/files/settings.ts';

const freeAttempts = 3;
const firstDelayMs = 5_000;
const longestDelayMs = 300_000;
/** Scrypt's N, the work that each guess of a PIN takes: about 50 ms on a small laptop. */
const usualWork = 2 ** 14;

/** Whose PIN it is, the committee's chair's too, who seals (rule Z3); the code that stands in for a forgotten one is kept like one. */
export type PinKey = Person | 'chair' | 'recovery';
export type Person = 'committee' | `seat:${string}`;

export interface Pins {
  readonly isSet: (key: PinKey) => boolean;
  /** `null` removes it. */
  readonly set: (key: PinKey, pin: string | null) => void;
  /** True where it is somebody else's on this laptop as well. */
  readonly isOfAnother: (key: PinKey, pin: string) => boolean;
  /** True where no PIN is set; refused with the time to wait after too many wrong ones. */
  readonly check: (key: PinKey, pin: string | undefined) => Result<null, PinRefusal>;
}

export type PinRefusal =
  | { readonly type: 'pin-needed' | 'wrong-pin' }
  | { readonly type: 'pin-wait'; readonly seconds: number };

/** `work`: less only where nothing is guarded, for a folder's hashes are read with the work they were made with. */
export function createPins(settings: JsonFile<FolderSettings>, nowMs: () => number, work = usualWork): Pins {
  return { isSet, set, isOfAnother, check };

  function isSet(key: PinKey): boolean {
    return settings.get().pins[key] !== undefined;
  }

  function set(key: PinKey, pin: string | null): void {
    const { [key]: _old, ...others } = settings.get().pins;
    const pins = pin === null ? others : { ...others, [key]: hashPin(pin, work) };
    settings.set({ ...settings.get(), pins, failures: without(settings.get().failures, key) });
  }

  function isOfAnother(key: PinKey, pin: string): boolean {
    const others = Object.entries(settings.get().pins).filter(([each]) => each !== key);
    return others.some(([, stored]) => matches(stored, pin, work));
  }

  function check(key: PinKey, pin: string | undefined): Result<null, PinRefusal> {
    const stored = settings.get().pins[key];
    if (stored === undefined) return ok(null);
    if (pin === undefined) return err({ type: 'pin-needed' });
    const waitMs = remainingDelayMs(key);
    if (waitMs > 0) return err({ type: 'pin-wait', seconds: Math.ceil(waitMs / 1000) });
    if (matches(stored, pin, work)) {
      if (settings.get().failures[key] !== undefined) {
        settings.set({ ...settings.get(), failures: without(settings.get().failures, key) });
      }
      return ok(null);
    }
    const failures = (settings.get().failures[key]?.failures ?? 0) + 1;
    const failure = { failures, lastFailureAtMs: nowMs() };
    settings.set({ ...settings.get(), failures: { ...settings.get().failures, [key]: failure } });
    return err({ type: 'wrong-pin' });
  }

  /** A clock set back does not lengthen the wait beyond its full time, one set forward ends it. */
  function remainingDelayMs(key: PinKey): number {
    const failure = settings.get().failures[key];
    if (failure === undefined) return 0;
    const delay = delayMs(failure.failures);
    return Math.min(delay, failure.lastFailureAtMs + delay - nowMs());
  }
}

/** Milliseconds to wait after so many wrong PINs in a row. */
export function delayMs(failures: number): number {
  if (failures < freeAttempts) return 0;
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - freeAttempts));
}

function hashPin(pin: string, work: number): StoredPin {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), hash: derive(pin, salt, work).toString('base64') };
}

function matches(stored: StoredPin, pin: string, work: number): boolean {
  const expected = Buffer.from(stored.hash, 'base64');
  const given = derive(pin, Buffer.from(stored.salt, 'base64'), work);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function derive(pin: string, salt: Uint8Array, work: number): Buffer {
  return scryptSync(pin, salt, 32, { N: work, r: 8, p: 1 });
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
