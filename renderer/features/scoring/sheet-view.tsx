/** One score sheet: head, notices, criteria or the locked values, comparison, and the bar with total and lock. */
import { useCallback, useEffect, useRef } from 'react';
import { noteOf, setupOf } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { ContestantId, CriterionId, StageId } from '../../../shared/domain/ids.ts';
import { useContest } from '../../contest/hooks.tsx';
import { Aloud } from './aloud.tsx';
import { CriterionRow } from './criterion-row.tsx';
import { criterionGroups } from './criterion-groups.ts';
import { fieldId, focusField, focusFirstField, keepInView } from './fields.ts';
import { LockDialog } from './lock-dialog.tsx';
import { NoteField } from './note-field.tsx';
import { OwnTotals } from './own-totals.tsx';
import { hasValues, type OwnContestant } from './own-sheets.ts';
import classes from './scoring.module.css';
import { SheetBar } from './sheet-bar.tsx';
import { SheetHeader } from './sheet-header.tsx';
import { SheetHistory } from './sheet-history.tsx';
import { SheetNotice } from './sheet-notice.tsx';
import { useLocking } from './use-locking.ts';

export interface SheetViewProperties {
  readonly own: OwnContestant;
  readonly order: readonly OwnContestant[];
  readonly sheet: ScoreSheet;
  /** The field to come back to. */
  readonly criterion: CriterionId | null;
  readonly onCriterion: (criterion: CriterionId | null) => void;
  readonly onGo: (contestant: ContestantId, stage?: StageId) => void;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}

/** With more of them the lines are lower, so that nine are in sight at once. */
const manyCriteria = 9;

export function SheetView({
  own,
  order,
  sheet,
  criterion,
  onCriterion,
  onGo,
  onPrevious,
  onNext,
}: SheetViewProperties) {
  const contest = useContest();
  const locking = useLocking(sheet);
  const lockButton = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { ask } = locking;
  const lock = useCallback(() => void ask(), [ask]);
  const isWritable = sheet.state === 'pending' || sheet.state === 'draft' || sheet.conflicts.size > 0;
  const { criteria } = sheet.rubric;
  const start = criterion ?? criteria.find((each) => !sheet.values.has(each.id))?.id ?? criteria[0]?.id;

  useEffect(() => {
    if (isWritable && start !== undefined) focusFirstField(fieldId(start));
    // oxlint-disable-next-line react/exhaustive-deps -- only when the sheet is opened: later the focus is the juror's
  }, []);

  useEffect(() => {
    if (!locking.hasJustLocked) return;
    if (body.current !== null) body.current.scrollTop = 0;
    // Opened again, the sheet begins at its top, with the reason.
    onCriterion(null);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it was locked
  }, [locking.hasJustLocked]);

  // Once it is open: the row to which the keyboard came was a line.
  useEffect(keepInView, [start]);

  useEffect(() => {
    // A window made smaller must not leave the criterion in hand behind its edge.
    window.addEventListener('resize', keepInView);
    return () => window.removeEventListener('resize', keepInView);
  }, []);

  const goOn = useCallback(
    (from: string): void => {
      const next = criteria[criteria.findIndex((each) => each.id === from) + 1];
      if (next === undefined) lockButton.current?.focus();
      else focusField(fieldId(next.id));
    },
    [criteria],
  );

  return (
    <section className={classes.sheet} aria-labelledby="judul-lembar">
      <SheetHeader own={own} sheet={sheet} onGo={onGo} />
      <Aloud contest={contest} sheet={sheet} current={isWritable ? (start ?? null) : null} />
      <div
        className={classes.sheetBody}
        data-dense={criteria.length > manyCriteria}
        ref={body}
        {...(isWritable ? {} : { tabIndex: 0 })}
      >
        <SheetNotice contest={contest} sheet={sheet} />
        {hasValues(sheet) ? (
          <>
            {criterionGroups(sheet.rubric.criteria).map(({ aspect, criteria: group }) => (
              // A group, no landmark: an aspect may return further down, by the same name.
              <div
                key={group[0]?.id}
                className={classes.aspect}
                {...(aspect === undefined ? {} : { role: 'group', 'aria-label': aspect })}
              >
                {aspect === undefined ? null : <h2 className={classes.unseen}>{aspect}</h2>}
                {group.map((each) => (
                  <CriterionRow
                    key={each.id}
                    sheet={sheet}
                    criterion={each}
                    isCurrent={isWritable && each.id === start}
                    isWritable={isWritable}
                    isMissing={locking.missing.has(each.id)}
                    note={noteOf(contest, sheet.juror, sheet.contestant, sheet.stage, each.id)}
                    track={locking.track}
                    onFocus={onCriterion}
                    onEnter={goOn}
                  />
                ))}
              </div>
            ))}
          </>
        ) : null}
        <div className={classes.sheetFoot}>
          {hasValues(sheet) ? (
            <NoteField contest={contest} sheet={sheet} criterion={null} isWritable={isWritable} track={locking.track} />
          ) : null}
          <SheetHistory sheet={sheet} />
        </div>
        <OwnTotals contest={contest} sheet={sheet} />
      </div>
      <SheetBar
        contest={contest}
        sheet={sheet}
        order={order}
        isWritable={isWritable}
        problem={locking.problem}
        hasJustLocked={locking.hasJustLocked}
        lockButton={lockButton}
        onLock={lock}
        onGo={onGo}
        onPrevious={onPrevious}
        onNext={onNext}
      />
      {locking.isAsking ? (
        <LockDialog
          contest={contest}
          setup={setupOf(contest)}
          sheet={sheet}
          contestant={own.contestant}
          isBusy={locking.isBusy}
          onConfirm={() => void locking.confirm()}
          onCancel={() => {
            locking.cancel();
            lockButton.current?.focus();
          }}
        />
      ) : null}
    </section>
  );
}
