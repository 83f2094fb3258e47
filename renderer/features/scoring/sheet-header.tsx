/** Whose sheet this is, large, and its stages. */
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setupOf } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { useContest } from '../../contest/hooks.tsx';
import { ContestantName } from '../../ui/contestant-name.tsx';
import type { OwnContestant } from './own-sheets.ts';
import { MoveScores } from './move-scores.tsx';
import { Recusal } from './recusal.tsx';
import classes from './scoring.module.css';
import { SheetStateBadge } from './sheet-state-badge.tsx';

export function SheetHeader({
  own: { contestant, sheets },
  sheet,
  onGo,
}: {
  readonly own: OwnContestant;
  readonly sheet: ScoreSheet;
  readonly onGo: (contestant: string, stage: string) => void;
}) {
  const { t } = useTranslation('scoring');
  const { stages } = setupOf(useContest());
  return (
    <div className={classes.sheetHeader}>
      <div className={classes.sheetHeaderRow}>
        <h1 className={classes.sheetTitle} id="judul-lembar">
          <ContestantName contestant={contestant} size="large" />
        </h1>
        <span className={classes.sheetActions}>
          <SheetStateBadge sheet={sheet} />
          <MoveScores sheet={sheet} contestant={contestant} onGo={onGo} />
          <Recusal sheet={sheet} contestant={contestant} />
        </span>
      </div>
      <div className={classes.sheetHeaderFoot}>
        {contestant.title === undefined || contestant.title === '' ? null : (
          <p className={classes.workTitle}>
            {t('sheet.title')}: {contestant.title}
          </p>
        )}
        {sheets.length < 2 ? null : (
          <Tabs
            value={sheet.stage}
            onChange={(stage) => (stage === null ? undefined : onGo(contestant.id, stage))}
            activateTabWithKeyboard={false}
          >
            <Tabs.List aria-label={t('sheet.stages')}>
              {sheets.map((each) => (
                <Tabs.Tab
                  key={each.stage}
                  value={each.stage}
                  // The whole sheet below is the panel.
                  aria-controls="isi"
                >
                  {stages.find((stage) => stage.id === each.stage)?.name} · {t(`state.${each.state}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
        )}
      </div>
    </div>
  );
}
