/** Refusals of the shell, as values. */
import type { Problem } from '../../shared/domain/setup/contest-file.ts';
import type { ShellError } from '../../shared/ipc/request.ts';
import { err } from '../../shared/lib/result.ts';

/** `message`: Bahasa Indonesia; says what to do. */
export function refuseShell(
  type: string,
  message: string,
  problems: readonly Problem[] = [],
): { readonly ok: false; readonly error: ShellError } {
  return err({ type, message, problems });
}
