/** One kind of document: what it is for, its buttons, and below them what became of the last press: progress, path or refusal. */
import { Button, Group, Loader } from '@mantine/core';
import { CircleCheck, FolderOpen, type LucideIcon } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFile } from '../../../shared/ipc/documents.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest, type ShownProblem } from '../../contest/use-request.ts';
import { FilePath } from '../../ui/file-path.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import classes from './export.module.css';

/** `doneText`: what is said where nothing is written to a file, e.g. after printing. */
type Save = (answer: () => Promise<Result<SavedFile, ShownProblem>>, doneText?: string) => void;

export function DocumentCard({
  icon: Icon,
  title,
  children,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children: (save: Save) => { readonly text: ReactNode; readonly actions: ReactNode };
}) {
  const { t } = useTranslation('export');
  const shell = useShell();
  const heading = useId();
  const { busy, problem, run } = useRequest();
  const [outcome, setOutcome] = useState<{ readonly path: string | null; readonly text: string } | null>(null);

  async function save(answer: () => Promise<Result<SavedFile, ShownProblem>>, doneText?: string): Promise<void> {
    setOutcome(null);
    const saved = await run(answer);
    if (saved === undefined) return;
    const { path, notPrinted } = saved;
    const nowhere = notPrinted === true ? t('notPrinted') : (doneText ?? t('cancelled'));
    setOutcome({ path, text: path === null ? nowhere : t('done') });
  }

  const { text, actions } = children((answer, doneText) => (busy ? undefined : void save(answer, doneText)));
  return (
    <section className={classes.card} aria-labelledby={heading}>
      <h3 className={classes.cardTitle} id={heading}>
        <Icon aria-hidden size="1.4rem" /> {title}
      </h3>
      <div className={classes.text}>{text}</div>
      <Group gap="sm">{actions}</Group>
      <ProblemAlert problem={problem} />
      <output className={classes.outcome} aria-busy={busy}>
        {busy ? (
          <>
            <Loader size="sm" aria-hidden /> {t('working')}
          </>
        ) : null}
        {outcome === null ? null : (
          <>
            <span className={classes.done}>
              {outcome.path === null ? null : <CircleCheck aria-hidden size="1.2rem" />}
              {outcome.text}
            </span>
            {outcome.path === null ? null : <FilePath path={outcome.path} />}
          </>
        )}
      </output>
      {outcome === null || outcome.path === null ? null : (
        <Group>
          <Button
            size="sm"
            variant="default"
            leftSection={<FolderOpen aria-hidden size="1.1rem" />}
            onClick={() => void shell.request('show-in-folder', { path: outcome.path ?? '' })}
          >
            {t('showInFolder')}
          </Button>
        </Group>
      )}
    </section>
  );
}
