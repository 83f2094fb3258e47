/** The committee's board of the day: who is on, the time, which sheets are there, deductions, what needs a look. No scores. */
import { Button, Text } from '@mantine/core';
import { ClipboardList } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { useContest } from '../../contest/hooks.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { AbsencesPanel } from './absences-panel.tsx';
import { completeness, stageProgress } from './completeness.ts';
import { CompletenessTable, isShortened, type GridChoice } from './completeness-table.tsx';
import { ContestantDialog } from './contestant-dialog.tsx';
import panels from '../../ui/panels.module.css';
import classes from './monitor.module.css';
import { OnStagePanel } from './on-stage-panel.tsx';
import { PenaltiesPanel } from './penalties-panel.tsx';
import { PenaltyDialog, type PenaltyStart } from './penalty-dialog.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { SheetDialog, SignOffDialog } from './sheet-dialog.tsx';
import { StateLegend } from './sheet-state-mark.tsx';

export function MonitorScreen() {
  const { t } = useTranslation('monitor');
  const contest = useContest();
  const [penalty, setPenalty] = useState<PenaltyStart | null>(null);
  const onStage = contest.shown?.contestant ?? null;
  if (setupOf(contest).contestants.length === 0) {
    return <EmptyState icon={ClipboardList} title={t('empty.title')} text={t('empty.text')} />;
  }
  return (
    <div className={panels.page}>
      <PageTitle title={t('title')} hint={t('hint')} />
      <OnStagePanel
        contest={contest}
        onOverTime={(overSeconds, part) =>
          setPenalty({ contestant: onStage, overSeconds, reason: t('timer.penaltyReason', { part }) })
        }
      />
      <ProblemsPanel contest={contest} />
      <Completeness contest={contest} />
      <AbsencesPanel contest={contest} />
      <PenaltiesPanel
        contest={contest}
        onAdd={() => setPenalty({ contestant: onStage, overSeconds: null, reason: '' })}
      />
      {penalty === null ? null : <PenaltyDialog contest={contest} start={penalty} onClose={() => setPenalty(null)} />}
    </div>
  );
}

function Completeness({ contest }: { readonly contest: Contest }) {
  const { t } = useTranslation('monitor');
  const [chosenStage, setStage] = useState<string | null>(null);
  const [choice, setChoice] = useState<GridChoice | null>(null);
  const stages = useMemo(() => stageProgress(contest), [contest]);
  const wanted = chosenStage ?? contest.shown?.stage ?? null;
  const stage = (stages.find((each) => each.stage.id === wanted) ?? stages[0])?.stage.id;
  const grids = useMemo(() => (stage === undefined ? [] : completeness(contest, stage)), [contest, stage]);
  if (stage === undefined) return <EmptyState icon={ClipboardList} title={t('empty.title')} text={t('empty.text')} />;
  return (
    <section className={panels.panel} aria-labelledby="kelengkapan">
      <h2 className={panels.panelTitle} id="kelengkapan">
        {t('stages.title')}
      </h2>
      <fieldset className={classes.choices} aria-label={t('stages.label')}>
        {stages.map(({ stage: each, done, total }) => (
          <Button
            key={each.id}
            size="sm"
            variant={each.id === stage ? 'filled' : 'default'}
            aria-pressed={each.id === stage}
            onClick={() => setStage(each.id)}
          >
            {t('stages.progress', { stage: each.name, done, total })}
          </Button>
        ))}
      </fieldset>
      {grids.some(isShortened) ? <StateLegend /> : null}
      <p className={classes.keys}>{t('grid.keys')}</p>
      {setupOf(contest).jurors.length === 0 ? <Text fw={600}>{t('grid.noJurors')}</Text> : null}
      {grids.map((grid) => (
        <div key={grid.category.id}>
          <h3 className={panels.categoryTitle}>{grid.category.name}</h3>
          <CompletenessTable contest={contest} grid={grid} stage={stage} onChoose={setChoice} />
        </div>
      ))}
      <ChosenDialog contest={contest} choice={choice} onClose={() => setChoice(null)} />
    </section>
  );
}

function ChosenDialog({
  contest,
  choice,
  onClose,
}: {
  readonly contest: Contest;
  readonly choice: GridChoice | null;
  readonly onClose: () => void;
}) {
  if (choice === null) return null;
  switch (choice.type) {
    case 'sheet':
      return <SheetDialog contest={contest} choice={choice} onClose={onClose} />;
    case 'sign-off':
      return <SignOffDialog contest={contest} choice={choice} onClose={onClose} />;
    case 'contestant': {
      const contestant = findContestant(setupOf(contest), choice.contestant);
      return contestant === undefined ? null : <ContestantDialog contestant={contestant} onClose={onClose} />;
    }
  }
}
