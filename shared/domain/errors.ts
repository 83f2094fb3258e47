/** Why a command is refused: a tag for programs, a sentence in the user's language for people. */
import { err } from '../lib/result.ts';
import type { Problem } from './contest-file.ts';

export type DomainErrorType =
  | 'not-founded'
  | 'already-founded'
  | 'wrong-role'
  | 'unknown-id'
  | 'frozen'
  | 'invalid-setup'
  | 'not-judging'
  | 'locked'
  | 'not-locked'
  | 'signed-off'
  | 'recused'
  | 'absent'
  | 'not-ranked'
  | 'out-of-range'
  | 'off-step'
  | 'incomplete'
  | 'note-required'
  | 'conflict'
  | 'in-use'
  | 'reason-required'
  | 'already-done'
  | 'no-timer'
  | 'too-large'
  | 'storage';

export interface DomainError {
  readonly type: DomainErrorType;
  /** Bahasa Indonesia; says what to do. */
  readonly message: string;
  readonly problems: readonly Problem[];
}

export function refusal(type: DomainErrorType, message: string, problems: readonly Problem[] = []): DomainError {
  return { type, message, problems };
}

export function unknown(what: string, id: string): { readonly ok: false; readonly error: DomainError } {
  return err(refusal('unknown-id', `${what} "${id}" tidak ada di lomba ini.`));
}
