/** Refusals of the shell, as values, in the words that its windows speak. */
import type { DomainError } from '../../shared/domain/facts/errors.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { err } from '../../shared/lib/result.ts';
import { saidFolderError, type FolderError } from '../../shared/say/folders.ts';
import type { SaidProblem } from '../../shared/say/problems.ts';
import { saidRefusal } from '../../shared/say/refusals.ts';
import type { Words } from '../../shared/say/words.ts';
import type { PinRefusal } from './pins.ts';
import type { RecoveryRefusal } from './recovery-code.ts';

/** `message` says what to do. */
export function refuseShell(type: string, message: string, problems: readonly SaidProblem[] = []): Refused {
  return err({ type, message, problems });
}

/** What the contest refused. */
export function refuseCommand(words: Words, refusal: DomainError): Refused {
  return err(saidRefusal(words, refusal));
}

/** What is wrong with a folder. */
export function refuseFolder(words: Words, error: FolderError): Refused {
  return err(saidFolderError(words, error));
}

export function refusePin({ application: { refused } }: Words, refusal: PinRefusal): Refused {
  switch (refusal.type) {
    case 'pin-needed':
      return refuseShell('pin-needed', refused.pinNeeded);
    case 'pin-wait':
      return refuseShell('pin-wait', refused.pinWait(refusal.seconds));
    case 'wrong-pin':
      return refuseShell('wrong-pin', refused.pinWrong);
  }
}

/** The window knows a recovery code as a kind of PIN. */
export function refuseRecovery({ application: { refused } }: Words, refusal: RecoveryRefusal): Refused {
  switch (refusal.type) {
    case 'no-code':
      return refuseShell('wrong-pin', refused.noRecoveryCode);
    case 'code-wait':
      return refuseShell('pin-wait', refused.recoveryCodeWait(refusal.seconds));
    case 'wrong-code':
      return refuseShell('wrong-pin', refused.recoveryCodeWrong);
  }
}

interface Refused {
  readonly ok: false;
  readonly error: ShellError;
}
