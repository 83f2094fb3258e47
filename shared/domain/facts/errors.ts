/** Why a command is refused: a tag for programs, a sentence in the user's language for people. */
import { err, type Result } from '../../lib/result.ts';
import type { Problem } from '../setup/contest-file.ts';
import type { DomainEvent } from './events.ts';

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

/** What a command comes to. An empty list of facts: what was asked for is so already. */
export type Decision = Result<readonly DomainEvent[], DomainError>;

export function refusal(type: DomainErrorType, message: string, problems: readonly Problem[] = []): DomainError {
  return { type, message, problems };
}

export function unknown(what: string, id: string): { readonly ok: false; readonly error: DomainError } {
  return err(refusal('unknown-id', `${what} "${id}" tidak ada di lomba ini.`));
}
