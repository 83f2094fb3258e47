/** Standings with their explanation, and ties to decide. Hidden until asked for: the screen may be seen by others. */
import { Button, Stack, Text } from '@mantine/core';
import { EyeOff, Hourglass, ListChecks, ShieldAlert, Trophy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announcedSteps } from '../../../shared/ceremony/steps.ts';
import type { Contest } from '../../../shared/domain/contest.ts';
import { wholeContest } from '../../../shared/domain/setup/contest-file.ts';
import { unsignedJurors } from '../../../shared/domain/unsigned-jurors.ts';
import type { CategoryRanking } from '../../../shared/ranking/types.ts';
import { useContest, useSetup } from '../../contest/hooks.tsx';
import { rankingOf } from '../../contest/ranking.ts';
import { ResultsGate } from '../../contest/results-gate.tsx';
import { NextStep } from '../../contest/next-step.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { SignOffBadge } from '../../ui/sign-off-badge.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { CategoryResults, OtherAwards } from './category-results.tsx';
import { FurtherContest } from './further-contest.tsx';
import classes from './results.module.css';

export function ResultsScreen() {
  const { t } = useTranslation('results');
  const { categories, contestants } = useSetup();
  if (categories.length === 0 || contestants.length === 0) {
    return <EmptyState order={1} icon={Trophy} title={t('empty.title')} text={t('empty.text')} action={<NextStep />} />;
  }
  return (
    <ResultsGate
      title={t('title')}
      why={{ title: t('hidden.title'), text: t('hidden.text') }}
      icon={Trophy}
      showLabel={t('hidden.show')}
    >
      {(hide) => <Shown onHide={hide} />}
    </ResultsGate>
  );
}

function Shown({ onHide }: { readonly onHide: () => void }) {
  const { t } = useTranslation('results');
  const contest = useContest();
  const { file, answer } = rankingOf(contest);
  const [chosen, setChosen] = useState<string | null>(null);
  const hide = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the keyboard goes on here.
  useEffect(() => hide.current?.focus(), []);
  const ranking = answer.categories.find((each) => each.category === chosen) ?? answer.categories[0];
  return (
    <div className={classes.page}>
      <PageTitle
        title={t('title')}
        hint={t('hint')}
        actions={
          <Button variant="default" leftSection={<EyeOff aria-hidden size="1.1rem" />} onClick={onHide} ref={hide}>
            {t('hide')}
          </Button>
        }
      />
      <fieldset className={classes.choices} aria-label={t('categories')}>
        {file.categories.map(({ id, name }) => {
          const each = answer.categories.find(({ category }) => category === id);
          return (
            <button
              key={id}
              type="button"
              className={classes.category}
              aria-pressed={id === ranking?.category}
              onClick={() => setChosen(id)}
            >
              <Stack gap={2} align="flex-start">
                <Text fw={700}>{name}</Text>
                {each === undefined ? null : <CategoryState contest={contest} ranking={each} />}
              </Stack>
            </button>
          );
        })}
      </fieldset>
      {ranking === undefined ? null : <CategoryResults key={ranking.category} contest={contest} ranking={ranking} />}
      <OtherAwards
        file={file}
        title={t('awards.wide')}
        winners={answer.awards ?? []}
        category={wholeContest}
        isProvisional={false}
      />
      <FurtherContest file={file} />
    </div>
  );
}

/** Green only when it may be announced and every juror has signed it off. */
function CategoryState({ contest, ranking }: { readonly contest: Contest; readonly ranking: CategoryRanking }) {
  const { t } = useTranslation('results');
  if (ranking.provisional) return <StatusBadge icon={Hourglass} tone="warm" label={t('state.provisional')} />;
  if (ranking.blocked !== null) return <StatusBadge icon={ShieldAlert} tone="danger" label={t('state.blocked')} />;
  const { file, answer } = rankingOf(contest);
  if (!announcedSteps(file, answer, ranking.category).ok)
    return <StatusBadge icon={ListChecks} label={t('state.decided')} />;
  return <SignOffBadge isSigned={unsignedJurors(contest, ranking.category).length === 0} />;
}
