/** The categories, each with what stands in the way of announcing it; a refusal of the shell stands beside its button. */
import { Button } from '@mantine/core';
import { CircleCheck, CircleDashed, Play, ShieldAlert, Trophy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announcedSteps, hasContestAwards, wholeContestName } from '../../../shared/ceremony/steps.ts';
import { wholeContest, type Category } from '../../../shared/domain/contest-file.ts';
import { useContest, useSetup, useShell } from '../../contest/hooks.tsx';
import { rankingOf } from '../../contest/ranking.ts';
import { useRequest } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './ceremony.module.css';
import { unsignedJurors } from './unsigned-jurors.ts';

export function CategoryList({ running }: { readonly running: string | null }) {
  const { t } = useTranslation('ceremony');
  const setup = useSetup();
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const [asked, setAsked] = useState<string | null>(null);

  function start(category: string): void {
    setAsked(category);
    void run(() => shell.request('start-ceremony', { category }));
  }

  const lines = hasContestAwards(setup)
    ? [...setup.categories, { id: wholeContest, name: wholeContestName }]
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
              onStart={() => start(category.id)}
            />
            {asked === category.id ? <ProblemAlert problem={problem} /> : null}
          </li>
        ))}
      </ul>
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
  const unsigned = isReady ? unsignedJurors(contest, category.id) : [];
  return (
    <div className={classes.categoryLine}>
      <strong>{category.name}</strong>
      {isRunning ? (
        <StatusBadge icon={Trophy} tone="warm" label={t('categories.running')} />
      ) : (
        <StatusBadge
          icon={isReady ? CircleCheck : ShieldAlert}
          tone={isReady ? 'good' : 'danger'}
          label={t(isReady ? 'categories.ready' : 'categories.notReady')}
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
