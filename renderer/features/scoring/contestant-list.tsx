/** The juror's contestants in performance order, with the own progress and the own total per stage. */
import { Button } from '@mantine/core';
import { BellRing, ListOrdered, Mic } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { hasValues, isOpen, ownShows, type OwnCategory, type OwnContestant } from './own-sheets.ts';
import type { Place } from './place.ts';
import classes from './scoring.module.css';
import { SheetStateBadge } from './sheet-state-badge.tsx';
import { runningTotal, totalsInColumn } from './sheet-total.ts';

interface ContestantListProperties {
  readonly contest: Contest;
  readonly categories: readonly OwnCategory[];
  readonly place: Pick<Place, 'contestant' | 'stage'> | null;
  /** Sheets that were opened again and have not been looked at. */
  readonly announced: readonly ScoreSheet[];
  readonly onChoose: (contestant: string) => void;
}

export function ContestantList({ contest, categories, place, announced, onChoose }: ContestantListProperties) {
  const { t } = useTranslation('scoring');
  /** Matters only where the list folds away (large text, narrow window). */
  const [isShown, setShown] = useState(false);
  const sheets = categories.flatMap((each) => each.sheets);
  const totals = totalsInColumn(
    setupOf(contest).rules,
    sheets.filter(({ rubric, values }) => rubric.criteria.every(({ id }) => values.has(id))),
  );
  const done = sheets.filter((sheet) => !isOpen(sheet)).length;
  return (
    <nav className={classes.list} aria-label={t('list.label')} data-open={isShown}>
      <Button
        className={classes.listButton}
        variant="default"
        leftSection={<ListOrdered aria-hidden />}
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {t('list.choose')}
      </Button>
      <p className={classes.listProgress}>{t('list.progress', { done, total: sheets.length })}</p>
      <ol className={`${classes.rows} ${classes.listPart}`}>
        {ownShows(contest, categories).map((own) => {
          const part = categories.find(({ category }) => category.id === own.contestant.category);
          return (
            <Row
              key={own.contestant.id}
              contest={contest}
              own={own}
              category={categories.length > 1 ? (part?.category.name ?? null) : null}
              totals={totals}
              hasStages={(part?.stages.length ?? 0) > 1}
              isChosen={place?.contestant === own.contestant.id}
              isAnnounced={own.sheets.some((sheet) => announced.includes(sheet))}
              onChoose={() => {
                setShown(false);
                onChoose(own.contestant.id);
              }}
            />
          );
        })}
      </ol>
    </nav>
  );
}

function Row({
  contest,
  own: { contestant, sheets },
  category,
  totals,
  hasStages,
  isChosen,
  isAnnounced,
  onChoose,
}: {
  readonly contest: Contest;
  readonly own: OwnContestant;
  /** Null where there is only one. */
  readonly category: string | null;
  readonly totals: ReadonlyMap<ScoreSheet, string>;
  readonly hasStages: boolean;
  readonly isChosen: boolean;
  /** A sheet was opened again and has not been looked at. */
  readonly isAnnounced: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation('scoring');
  const row = useRef<HTMLButtonElement>(null);
  const isOnStage = contest.shown?.contestant === contestant.id;

  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);

  if (sheets.length === 0) {
    return (
      <li className={classes.unscored}>
        <ContestantName contestant={contestant} />
        {category === null ? null : <span className={classes.rowCategory}>{category}</span>}
        <span>{t(`outside.${contestant.status}`)}</span>
      </li>
    );
  }
  return (
    <li>
      <button
        ref={row}
        type="button"
        className={classes.row}
        aria-current={isChosen ? 'true' : undefined}
        data-live={isOnStage}
        onClick={onChoose}
      >
        {isOnStage ? <StatusBadge icon={Mic} tone="warm" label={t('onStage.mark')} /> : null}
        {isAnnounced ? <StatusBadge icon={BellRing} tone="danger" label={t('reopened.mark')} /> : null}
        <ContestantName contestant={contestant} />
        {category === null ? null : <span className={classes.rowCategory}>{category}</span>}
        <span className={classes.rowSheets}>
          {sheets.map((sheet) => (
            <RowSheet
              key={sheet.stage}
              contest={contest}
              sheet={sheet}
              total={totals.get(sheet) ?? ''}
              hasStages={hasStages}
            />
          ))}
        </span>
      </button>
    </li>
  );
}

function RowSheet({
  contest,
  sheet,
  total,
  hasStages,
}: {
  readonly contest: Contest;
  readonly sheet: ScoreSheet;
  /** Of a sheet that is filled. */
  readonly total: string;
  readonly hasStages: boolean;
}) {
  const { t } = useTranslation('scoring');
  const setup = setupOf(contest);
  const { scored, criteria } = runningTotal(setup.rules, sheet.rubric, sheet.values);
  const stage = setup.stages.find((each) => each.id === sheet.stage)?.name ?? sheet.stage;
  return (
    <span className={classes.rowSheet}>
      {hasStages ? <span>{stage}</span> : null}
      <SheetStateBadge sheet={sheet} />
      {scored === 0 || !hasValues(sheet) ? null : (
        <span className={classes.rowTotal}>{scored < criteria ? t('list.scored', { scored, criteria }) : total}</span>
      )}
    </span>
  );
}
