/**
 * The juror's contestants in performance order, a line or two each, with the own progress and the own total per stage. It shows
 * only what is left where that is wanted, and folds away.
 */
import { ActionIcon, Button } from '@mantine/core';
import { BellRing, Lightbulb, ListOrdered, Mic, PanelLeftClose, PanelLeftOpen, type LucideIcon } from 'lucide-react';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { Stage } from '../../../shared/domain/setup/contest-file.ts';
import type { ContestantId } from '../../../shared/domain/ids.ts';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { EmptyLine } from '../../ui/empty-state.tsx';
import { hasValues, isOpen, ownShows, type OwnCategory, type OwnContestant } from './own-sheets.ts';
import type { Place } from './place.tsx';
import { useIsPractice } from './practice.tsx';
import classes from './scoring.module.css';
import { SheetStateSign } from './sheet-state-badge.tsx';
import { totalsInColumn } from './sheet-total.ts';
import { Unseen } from '../../ui/unseen.tsx';

interface ContestantListProperties {
  readonly contest: Contest;
  readonly categories: readonly OwnCategory[];
  readonly place: Pick<Place, 'contestant' | 'stage'> | null;
  /** Sheets that were opened again and have not been looked at. */
  readonly announced: readonly ScoreSheet[];
  readonly isFolded: boolean;
  readonly onFold: () => void;
  readonly onChoose: (contestant: ContestantId) => void;
  /** Null: there is nothing to be told. */
  readonly onHelp: (() => void) | null;
}

export const ContestantList = memo(function ContestantList(properties: ContestantListProperties) {
  const { contest, categories, place, announced, isFolded, onFold, onChoose, onHelp } = properties;
  const { t } = useTranslation('scoring');
  /** Matters only where the list folds away (large text, narrow window). */
  const [isShown, setShown] = useState(false);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const isPractice = useIsPractice();
  const setup = setupOf(contest);
  const latest = useRef(onChoose);
  const choose = useCallback((contestant: ContestantId): void => {
    setShown(false);
    latest.current(contestant);
  }, []);
  useEffect(() => {
    latest.current = onChoose;
  });
  const sheets = categories.flatMap((each) => each.sheets);
  const totals = totalsInColumn(
    setup.rules,
    sheets.filter(({ rubric, values }) => rubric.criteria.every(({ id }) => values.has(id))),
  );
  const done = sheets.filter((sheet) => !isOpen(sheet)).length;
  const shows = ownShows(contest, categories).filter(
    (own) => !onlyOpen || own.sheets.some(isOpen) || own.contestant.id === place?.contestant,
  );
  return (
    <nav className={classes.list} aria-label={t('list.label')} data-open={isShown} data-folded={isFolded}>
      <Button
        className={classes.listButton}
        variant="default"
        leftSection={<ListOrdered aria-hidden />}
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {t('list.choose')}
      </Button>
      <div className={classes.listHead}>
        <p className={classes.listProgress}>{t('list.progress', { done, total: sheets.length })}</p>
        <span className={classes.listTools}>
          <Button
            variant={onlyOpen ? 'filled' : 'light'}
            size="compact-sm"
            aria-pressed={onlyOpen}
            onClick={() => setOnlyOpen(!onlyOpen)}
          >
            {t('list.onlyOpen')}
          </Button>
          {onHelp === null ? null : (
            <ActionIcon variant="subtle" size="md" aria-label={t('tour.open')} title={t('tour.open')} onClick={onHelp}>
              <Lightbulb aria-hidden size="1.2rem" />
            </ActionIcon>
          )}
          <ActionIcon
            className={classes.fold}
            variant="subtle"
            size="md"
            aria-expanded={!isFolded}
            aria-label={t(isFolded ? 'list.unfold' : 'list.fold')}
            title={t(isFolded ? 'list.unfold' : 'list.fold')}
            onClick={onFold}
          >
            {isFolded ? <PanelLeftOpen aria-hidden size="1.2rem" /> : <PanelLeftClose aria-hidden size="1.2rem" />}
          </ActionIcon>
        </span>
      </div>
      {onlyOpen && done === sheets.length ? (
        <div className={classes.listDone}>
          <EmptyLine
            text={t('list.allDone')}
            action={
              isPractice ? (
                <Button size="compact-sm" variant="default" onClick={() => setOnlyOpen(false)}>
                  {t('list.showAll')}
                </Button>
              ) : (
                <Button component={Link} to="/pengesahan" size="compact-sm">
                  {t('list.toSignOff')}
                </Button>
              )
            }
          />
        </div>
      ) : null}
      <ol className={`${classes.rows} ${classes.listPart}`}>
        {shows.map((own) => {
          const part = categories.find(({ category }) => category.id === own.contestant.category);
          return (
            <Row
              key={own.contestant.id}
              stages={setup.stages}
              isOnStage={contest.shown?.contestant === own.contestant.id}
              own={own}
              category={categories.length > 1 ? (part?.category.name ?? null) : null}
              totals={totals}
              hasStages={(part?.stages.length ?? 0) > 1}
              isChosen={place?.contestant === own.contestant.id}
              isAnnounced={own.sheets.some((sheet) => announced.includes(sheet))}
              onChoose={choose}
            />
          );
        })}
      </ol>
    </nav>
  );
});

/** Drawn anew only where something of it is different: a score concerns one line of fifty. */
const Row = memo(DrawnRow, (before, after) => {
  const isSameFrame = rowFrame.every((name) => before[name] === after[name]);
  return isSameFrame && before.own.contestant === after.own.contestant && contentOf(before) === contentOf(after);
});

const rowFrame = ['stages', 'category', 'hasStages', 'isOnStage', 'isChosen', 'isAnnounced', 'onChoose'] as const;

function contentOf({ own, totals }: RowProperties): string {
  return own.sheets
    .map((sheet) => [sheet.state, sheet.reopened !== null, sheet.values.size, totals.get(sheet) ?? ''].join(' '))
    .join('|');
}

interface RowProperties {
  readonly stages: readonly Stage[];
  readonly own: OwnContestant;
  /** Null where there is only one. */
  readonly category: string | null;
  readonly totals: ReadonlyMap<ScoreSheet, string>;
  readonly hasStages: boolean;
  readonly isOnStage: boolean;
  readonly isChosen: boolean;
  /** A sheet was opened again and has not been looked at. */
  readonly isAnnounced: boolean;
  readonly onChoose: (contestant: ContestantId) => void;
}

function DrawnRow({
  stages,
  own: { contestant, sheets },
  category,
  totals,
  hasStages,
  isOnStage,
  isChosen,
  isAnnounced,
  onChoose,
}: RowProperties) {
  const { t } = useTranslation('scoring');
  const row = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);

  if (sheets.length === 0) {
    return (
      <li className={classes.unscored}>
        <ContestantName contestant={contestant} size="row" />
        <span className={classes.rowFoot}>{t(`outside.${contestant.status}`)}</span>
      </li>
    );
  }
  const state = (
    <span className={classes.rowSheets} data-stages={hasStages}>
      {isOnStage ? <RowSign icon={Mic} tone="warm" label={t('onStage.mark')} /> : null}
      {isAnnounced ? <RowSign icon={BellRing} tone="danger" label={t('reopened.mark')} /> : null}
      {sheets.map((sheet) => (
        <RowSheet
          key={sheet.stage}
          stages={stages}
          sheet={sheet}
          total={totals.get(sheet) ?? ''}
          hasStages={hasStages}
        />
      ))}
    </span>
  );
  return (
    <li>
      <button
        ref={row}
        type="button"
        className={classes.row}
        aria-current={isChosen ? 'true' : undefined}
        data-live={isOnStage}
        onClick={() => onChoose(contestant.id)}
      >
        <ContestantName
          contestant={contestant}
          size="row"
          tag={category ?? undefined}
          end={hasStages ? undefined : state}
        />
        {hasStages ? state : null}
      </button>
    </li>
  );
}

function RowSheet({
  stages,
  sheet,
  total,
  hasStages,
}: {
  readonly stages: readonly Stage[];
  readonly sheet: ScoreSheet;
  /** Of a sheet that is filled. */
  readonly total: string;
  readonly hasStages: boolean;
}) {
  const { t } = useTranslation('scoring');
  const scored = sheet.rubric.criteria.filter(({ id }) => sheet.values.has(id)).length;
  const criteria = sheet.rubric.criteria.length;
  const stage = stages.find((each) => each.id === sheet.stage)?.name ?? sheet.stage;
  return (
    <span className={classes.rowSheet}>
      <Unseen> · </Unseen>
      {hasStages ? <span className={classes.rowStage}>{stage}</span> : null}
      {scored === 0 || !hasValues(sheet) ? null : (
        <span className={classes.rowTotal}>
          <span aria-hidden>{scored < criteria ? `${scored}/${criteria}` : total}</span>
          <Unseen>
            {' '}
            {scored < criteria ? t('total.partial', { scored, criteria }) : `${t('total.whole')} ${total}`} ·{' '}
          </Unseen>
        </span>
      )}
      <SheetStateSign sheet={sheet} />
    </span>
  );
}

function RowSign({
  icon: Icon,
  tone,
  label,
}: {
  readonly icon: LucideIcon;
  readonly tone: 'warm' | 'danger';
  readonly label: string;
}) {
  return (
    <span className={classes.rowSign} data-tone={tone} title={label}>
      <Icon aria-hidden size="1.1rem" strokeWidth={2.5} />
      <Unseen> · </Unseen>
      <Unseen>{label}</Unseen>
    </span>
  );
}
