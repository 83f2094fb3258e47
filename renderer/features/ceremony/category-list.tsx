/** The categories, each with what stands in the way of announcing it; a refusal of the shell stands beside its button. */
import { Button, Text } from '@mantine/core';
import { CircleCheck, CircleDashed, Play, ShieldAlert, Trophy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announcedSteps, hasContestAwards } from '../../../shared/ceremony/steps.ts';
import { wholeContest, type Category } from '../../../shared/domain/setup/contest-file.ts';
import { unconfirmedJurors, unsignedJurors } from '../../../shared/domain/unsigned-jurors.ts';
import { useContest, useExecute, useSetup, useShell } from '../../contest/hooks.tsx';
import { rankingOf } from '../../contest/ranking.ts';
import { useRequest } from '../../contest/use-request.ts';
import { words } from '../../messages/words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './ceremony.module.css';

export function CategoryList({ running }: { readonly running: string | null }) {
  const { t } = useTranslation('ceremony');
  const setup = useSetup();
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const contest = useContest();
  const execute = useExecute();
  const [asked, setAsked] = useState<string | null>(null);
  /** The category whose announcement without every sign-off is to be confirmed. */
  const [open, setOpen] = useState<Category | null>(null);

  function start(category: string): void {
    setAsked(category);
    void run(() => shell.request('start-ceremony', { category }));
  }

  /** One that is ready but not signed off by all is asked about once; anything else the shell answers. */
  function press(category: Category): void {
    const { file, answer } = rankingOf(contest);
    const isReady = category.id !== wholeContest && announcedSteps(file, answer, category.id).ok;
    if (isReady && unconfirmedJurors(contest, category.id).length > 0) setOpen(category);
    else start(category.id);
  }

  async function confirm(): Promise<void> {
    if (open === null) return;
    const isDone = await execute({ type: 'confirm-announcement', category: open.id });
    setOpen(null);
    if (isDone) start(open.id);
  }

  const lines = hasContestAwards(setup)
    ? [...setup.categories, { id: wholeContest, name: words.ceremony.wholeContest }]
    : setup.categories;

  return (
    <section className={classes.panel} aria-labelledby="kategori-pengumuman">
      <h2 className={classes.panelTitle} id="kategori-pengumuman">
        {t('categories.title')}
      </h2>
      <ul className={classes.categories}>
        {lines.map((category) => (
          <li key={category.id}>
            <CategoryLine
              category={category}
              isRunning={running === category.id}
              isBusy={busy && asked === category.id}
              onStart={() => press(category)}
            />
            {asked === category.id ? <ProblemAlert problem={problem} /> : null}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={open !== null}
        title={t('categories.confirmTitle', { category: open?.name ?? '' })}
        cancelLabel={t('categories.confirmWait')}
        confirmLabel={t('categories.confirmYes')}
        tone="danger"
        onCancel={() => setOpen(null)}
        onConfirm={() => void confirm()}
      >
        <Text>
          {t('categories.confirmText', {
            jurors: (open === null ? [] : unsignedJurors(contest, open.id)).map(({ name }) => name).join(', '),
          })}
        </Text>
      </ConfirmDialog>
    </section>
  );
}

function CategoryLine({
  category,
  isRunning,
  isBusy,
  onStart,
}: {
  readonly category: Category;
  readonly isRunning: boolean;
  readonly isBusy: boolean;
  readonly onStart: () => void;
}) {
  const { t } = useTranslation('ceremony');
  const contest = useContest();
  const { file, answer } = rankingOf(contest);
  const isReady = announcedSteps(file, answer, category.id).ok;
  const unsigned = isReady && category.id !== wholeContest ? unsignedJurors(contest, category.id) : [];
  const isSigned = isReady && unsigned.length === 0;
  return (
    <div className={classes.categoryLine}>
      <strong>{category.name}</strong>
      {isRunning ? (
        <StatusBadge icon={Trophy} tone="warm" label={t('categories.running')} />
      ) : (
        <StatusBadge
          icon={isSigned ? CircleCheck : isReady ? CircleDashed : ShieldAlert}
          tone={isSigned ? 'good' : isReady ? 'warm' : 'danger'}
          label={t(isSigned ? 'categories.ready' : isReady ? 'categories.notSigned' : 'categories.notReady')}
        />
      )}
      <Button
        size="sm"
        variant={isReady && !isRunning ? 'filled' : 'default'}
        leftSection={<Play aria-hidden size="1rem" />}
        loading={isBusy}
        aria-label={isRunning ? undefined : t('categories.startLabel', { category: category.name })}
        onClick={onStart}
      >
        {t(isRunning ? 'categories.again' : 'categories.start')}
      </Button>
      {unsigned.length === 0 ? null : (
        <p className={classes.unsigned}>
          <CircleDashed aria-hidden size="1.1rem" />
          <span>{t('categories.unsigned', { jurors: unsigned.map(({ name }) => name).join(', ') })}</span>
        </p>
      )}
    </div>
  );
}
