/** Whose sheet this is: number, name, unit and work, whether that group is on now, and its stages. One line where there is room. */
import { SegmentedControl } from '@mantine/core';
import { Mic } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { setupOf } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { ContestantId, StageId } from '../../../shared/domain/ids.ts';
import { useContest } from '../../contest/hooks.tsx';
import { ContestantName, contestantText } from '../../ui/contestant-name.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { OwnContestant } from './own-sheets.ts';
import { MoveScores } from './move-scores.tsx';
import { Recusal } from './recusal.tsx';
import classes from './scoring.module.css';
import { SheetStateBadge } from './sheet-state-badge.tsx';
import { StageTime } from './stage-clock.tsx';

export const SheetHeader = memo(function SheetHeader({
  own: { contestant, sheets },
  sheet,
  onGo,
}: {
  readonly own: OwnContestant;
  readonly sheet: ScoreSheet;
  readonly onGo: (contestant: ContestantId, stage: StageId) => void;
}) {
  const { t } = useTranslation('scoring');
  const contest = useContest();
  const { stages } = setupOf(contest);
  const isOnStage = contest.shown?.contestant === contestant.id;
  return (
    <div className={classes.sheetHeader} data-live={isOnStage}>
      <h1 className={classes.sheetTitle} id="judul-lembar" title={contestantText(contestant)}>
        <ContestantName
          contestant={contestant}
          size="head"
          detail={
            contestant.title === undefined || contestant.title === ''
              ? undefined
              : `${t('sheet.title')}: ${contestant.title}`
          }
        />
      </h1>
      <span className={classes.sheetState}>
        {isOnStage ? (
          <>
            <StatusBadge icon={Mic} tone="warm" label={t('onStage.mark')} />
            <StageTime />
          </>
        ) : null}
        <SheetStateBadge sheet={sheet} />
      </span>
      <span className={classes.sheetActions}>
        {sheets.length < 2 ? null : (
          <SegmentedControl
            size="sm"
            aria-label={t('sheet.stages')}
            value={sheet.stage}
            onChange={(stage) => onGo(contestant.id, stage)}
            data={sheets.map((each) => ({
              value: each.stage,
              label: `${stages.find((stage) => stage.id === each.stage)?.name ?? each.stage} · ${t(`state.${each.state}`)}`,
            }))}
          />
        )}
        <MoveScores sheet={sheet} contestant={contestant} onGo={onGo} />
        <Recusal sheet={sheet} contestant={contestant} />
      </span>
    </div>
  );
});
