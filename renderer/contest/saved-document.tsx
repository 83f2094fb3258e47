/** What became of a document that was asked for: progress, path with the way to its folder, or refusal. */
import { Button, Group, Loader } from '@mantine/core';
import { CircleCheck, FolderOpen } from 'lucide-react';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentProgress, SavedFile } from '../../shared/ipc/documents.ts';
import type { Result } from '../../shared/lib/result.ts';
import { FilePath } from '../ui/file-path.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useShell } from './hooks.tsx';
import classes from './saved-document.module.css';
import { useRequest, type ShownProblem } from './use-request.ts';

/** `job`: by which the shell tells how far it is. `doneText`: what is said where nothing is written to a file, e.g. after printing. */
export type Save = (answer: (job: string) => Promise<Result<SavedFile, ShownProblem>>, doneText?: string) => void;

/** `outcome` stands where the person looks after the press; while one is being made a further press does nothing. */
export function useSaving(): { readonly save: Save; readonly outcome: ReactNode } {
  const { t } = useTranslation('export');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const job = useId();
  const [progress, setProgress] = useState<DocumentProgress | null>(null);
  useEffect(
    () => shell.on('document-progress', (now) => (now.job === job ? setProgress(now) : undefined)),
    [shell, job],
  );
  const [done, setDone] = useState<{ readonly path: string | null; readonly text: string } | null>(null);

  async function save(
    answer: (job: string) => Promise<Result<SavedFile, ShownProblem>>,
    doneText?: string,
  ): Promise<void> {
    setDone(null);
    setProgress(null);
    const saved = await run(() => answer(job));
    if (saved === undefined) return;
    const { path, notPrinted } = saved;
    const nowhere = notPrinted === true ? t('notPrinted') : (doneText ?? t('cancelled'));
    setDone({ path, text: path === null ? nowhere : t('done') });
  }

  const outcome = (
    <>
      <ProblemAlert problem={problem} />
      <output className={classes.outcome} aria-busy={busy}>
        {busy ? (
          <>
            <Loader size="sm" aria-hidden /> {t('working')}{' '}
            {progress === null ? null : t(`progress.${progress.step}`, { done: progress.done, of: progress.of })}
          </>
        ) : null}
        {done === null ? null : (
          <>
            <span className={classes.done}>
              {done.path === null ? null : <CircleCheck aria-hidden size="1.2rem" />}
              {done.text}
            </span>
            {done.path === null ? null : <FilePath path={done.path} />}
          </>
        )}
      </output>
      {busy && progress !== null ? (
        <Group>
          <Button size="sm" variant="default" onClick={() => void shell.request('cancel-paper', { job })}>
            {t('cancelMaking')}
          </Button>
        </Group>
      ) : null}
      {done === null || done.path === null ? null : (
        <Group>
          <Button
            size="sm"
            variant="default"
            leftSection={<FolderOpen aria-hidden size="1.1rem" />}
            onClick={() => void shell.request('show-in-folder', { path: done.path ?? '' })}
          >
            {t('showInFolder')}
          </Button>
        </Group>
      )}
    </>
  );
  return { save: (answer, doneText) => (busy ? undefined : void save(answer, doneText)), outcome };
}
