/** Refusals of the shell, as values, in the language of its windows. */
import type { DomainError } from '../../shared/domain/facts/errors.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { err } from '../../shared/lib/result.ts';
import type { SaidProblem } from '../../shared/say/problems.ts';
import { saidRefusal } from '../../shared/say/refusals.ts';
import { wordsOf } from '../../shared/say/words.ts';
import type { PinRefusal } from './pins.ts';
import type { RecoveryRefusal } from './recovery-code.ts';

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

export function refusePin(refusal: PinRefusal): Refused {
  switch (refusal.type) {
    case 'pin-needed':
      return refuseShell('pin-needed', 'Masukkan PIN.');
    case 'pin-wait':
      return refuseShell('pin-wait', `Terlalu banyak PIN yang salah. Tunggu ${refusal.seconds} detik, lalu coba lagi.`);
    case 'wrong-pin':
      return refuseShell('wrong-pin', 'PIN salah. Coba lagi.');
  }
}

/** The window knows a recovery code as a kind of PIN. */
export function refuseRecovery(refusal: RecoveryRefusal): Refused {
  switch (refusal.type) {
    case 'no-code':
      return refuseShell('wrong-pin', 'Di laptop ini belum pernah dibuat kode pemulihan.');
    case 'code-wait':
      return refuseShell(
        'pin-wait',
        `Terlalu banyak kode yang salah. Tunggu ${refusal.seconds} detik, lalu coba lagi.`,
      );
    case 'wrong-code':
      return refuseShell('wrong-pin', 'Kode pemulihan salah. Periksa setiap huruf, lalu coba lagi.');
  }
}

interface Refused {
  readonly ok: false;
  readonly error: ShellError;
}
