/**
 * Locking a sheet: first everything typed is saved, then what is missing is named and focused, then a summary is shown,
 * and only then the sheet is locked. Reads the contest again after saving, never what the screen showed before.
 */
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteOf, type Contest } from '../../../shared/domain/contest.ts';
import { sheetOf, type ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { Criterion } from '../../../shared/domain/setup/contest-file.ts';
import { compare, fromDecimal } from '../../../shared/lib/rational.ts';
import { useExecute, useLatestContest } from '../../contest/hooks.tsx';
import { useLeaveGuard } from '../../ui/leave-guard.tsx';
import { choiceId, fieldId, focusField, noteId } from './fields.ts';

/** Runs a save and remembers it until it is done. */
export type Track = (saving: Promise<boolean>) => Promise<boolean>;

/** Why the sheet cannot be locked yet; said when it is drawn. */
interface LockProblem {
  readonly what: 'invalid' | 'conflict' | 'missing' | 'note';
  /** Of the criteria that it is about. */
  readonly names: string;
}

export function useLocking(sheet: ScoreSheet) {
  const { t } = useTranslation('scoring');
  const execute = useExecute();
  const latestContest = useLatestContest();
  const { hold } = useLeaveGuard();
  const saving = useRef(new Set<Promise<boolean>>());
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<LockProblem | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [hasJustLocked, setJustLocked] = useState(false);

  const track = useCallback<Track>(
    (promise) => {
      saving.current.add(promise);
      hold(promise);
      setProblem(null);
      return promise.finally(() => saving.current.delete(promise));
    },
    [hold],
  );

  const ask = useCallback(async (): Promise<void> => {
    // The same sheet may be locked, opened again and locked once more without being left.
    setJustLocked(false);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const saved = await Promise.all(saving.current);
    const wrong = document.querySelector('input[aria-invalid="true"]');
    if (wrong !== null || saved.includes(false)) {
      setProblem({ what: 'invalid', names: '' });
      if (wrong !== null) focusField(wrong.id);
      return;
    }
    const contest = latestContest();
    const current = sheetOf(contest, sheet.juror, sheet.contestant, sheet.stage) ?? sheet;
    const empty = current.rubric.criteria.filter((criterion) => !current.values.has(criterion.id));
    setMissing(new Set(empty.map((criterion) => criterion.id)));
    const [first] = empty;
    if (first !== undefined) {
      const isConflict = current.conflicts.has(first.id);
      setProblem({ what: isConflict ? 'conflict' : 'missing', names: namesOf(empty) });
      focusField(isConflict ? choiceId(first.id) : fieldId(first.id));
      return;
    }
    const unexplained = current.rubric.criteria.filter((criterion) => lacksNote(contest, current, criterion));
    const [silent] = unexplained;
    if (silent !== undefined) {
      setProblem({ what: 'note', names: namesOf(unexplained) });
      focusField(noteId(silent.id));
      return;
    }
    setProblem(null);
    setAsking(true);
  }, [latestContest, sheet]);

  const said = problem === null ? null : t(`lock.${problem.what}`, { names: problem.names });

  return {
    missing,
    problem: said,
    isAsking,
    isBusy,
    hasJustLocked,
    track,
    ask,
    confirm,
    cancel: () => setAsking(false),
  };

  async function confirm(): Promise<void> {
    setBusy(true);
    const isLocked = await execute({ type: 'lock-sheet', contestant: sheet.contestant, stage: sheet.stage });
    setBusy(false);
    setAsking(false);
    setJustLocked(isLocked);
  }
}

/** True when the value asks for a note and none is written. */
function lacksNote(contest: Contest, sheet: ScoreSheet, criterion: Criterion): boolean {
  return (
    asksForNote(sheet, criterion) &&
    noteOf(contest, sheet.juror, sheet.contestant, sheet.stage, criterion.id).trim() === ''
  );
}

export function asksForNote(sheet: ScoreSheet, criterion: Criterion): boolean {
  const value = sheet.values.get(criterion.id);
  if (value === undefined || criterion.noteBelow === undefined) return false;
  return compare(fromDecimal(value), fromDecimal(criterion.noteBelow)) < 0;
}

function namesOf(criteria: readonly Criterion[]): string {
  return criteria.map((criterion) => criterion.name).join(', ');
}
