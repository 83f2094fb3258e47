/** Refusals of the shell, as values, in the language of its windows. */
import type { DomainError } from '../../shared/domain/facts/errors.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { err } from '../../shared/lib/result.ts';
import type { SaidProblem } from '../../shared/say/problems.ts';
import { saidRefusal } from '../../shared/say/refusals.ts';
import { wordsOf } from '../../shared/say/words.ts';

/** What the windows speak. */
export const words = wordsOf.id;

/** `message`: Bahasa Indonesia; says what to do. */
export function refuseShell(type: string, message: string, problems: readonly SaidProblem[] = []): Refused {
  return err({ type, message, problems });
}

/** What the contest refused. */
export function refuseCommand(refusal: DomainError): Refused {
  return err(saidRefusal(words, refusal));
}

interface Refused {
  readonly ok: false;
  readonly error: ShellError;
}
