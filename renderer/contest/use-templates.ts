/** The rubric templates that ship with the application. */
import { useEffect, useState } from 'react';
import type { RubricTemplate } from '../../shared/ipc/app.ts';
import { useShell } from './hooks.tsx';
import { useRequest, type ShownProblem } from './use-request.ts';

/** Empty until the shell has answered, or with the reason why it did not. */
export function useTemplates(): {
  readonly templates: readonly RubricTemplate[];
  readonly problem: ShownProblem | null;
} {
  const shell = useShell();
  const [templates, setTemplates] = useState<readonly RubricTemplate[]>([]);
  const { problem, run } = useRequest();
  useEffect(() => {
    void run(() => shell.request('rubric-templates')).then((read) => setTemplates(read ?? []));
  }, [shell, run]);
  return { templates, problem };
}
