/** A request of the shell whose failure stands on the screen, beside what was asked, until the next try or another language. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShellError } from '../../shared/ipc/request.ts';
import { useSaid } from '../messages/language.ts';
import type { Result } from '../../shared/lib/result.ts';

export type ShownProblem = Pick<ShellError, 'message' | 'problems'>;

export interface ShellRequest {
  readonly busy: boolean;
  readonly problem: ShownProblem | null;
  /** The value, or undefined when it failed and `problem` says why. */
  readonly run: <Value>(answer: () => Promise<Result<Value, ShownProblem>>) => Promise<Value | undefined>;
  readonly clear: () => void;
}

export function useRequest(): ShellRequest {
  const { t } = useTranslation('app');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useSaid<ShownProblem>();
  const run = useCallback(
    async <Value>(answer: () => Promise<Result<Value, ShownProblem>>): Promise<Value | undefined> => {
      setBusy(true);
      setProblem(null);
      try {
        const result = await answer();
        if (result.ok) return result.value;
        setProblem(result.error);
      } catch (error) {
        setProblem({ message: t('broken', { detail: String(error) }), problems: [] });
      } finally {
        setBusy(false);
      }
      return undefined;
    },
    [t, setProblem],
  );
  const clear = useCallback(() => setProblem(null), [setProblem]);
  return { busy, problem, run, clear };
}
