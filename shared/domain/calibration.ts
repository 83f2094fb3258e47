/**
 * The calibration presentation (rule D33): a group or an example that all jurors score before it counts, so that they see how far
 * apart they are. Its sheets are no sheets of the contest: nothing that is counted, ranked, signed or awarded knows of them.
 */
import { compare, fromDecimal } from '../lib/rational.ts';
import { setupOf, type CalibrationShown, type Contest, type Written } from './contest.ts';
import type { ContestantId, CriterionId } from './ids.ts';
import { sheetOf, type ScoreSheet } from './score-sheet.ts';
import { isCalibration, type Contestant, type Juror } from './setup/contest-file.ts';

export function calibrationGroups(contest: Contest): readonly Contestant[] {
  return setupOf(contest).contestants.filter(isCalibration);
}

/** The sheets that are judged, by juror and stage, and who has not locked all of the own. */
export function calibrationOf(
  contest: Contest,
  contestant: ContestantId,
): { readonly sheets: readonly ScoreSheet[]; readonly open: readonly Juror[] } {
  const { jurors, stages, contestants } = setupOf(contest);
  if (!contestants.some((each) => each.id === contestant && isCalibration(each))) return { sheets: [], open: [] };
  const sheets = jurors.flatMap((juror) =>
    stages
      .flatMap(({ id }) => sheetOf(contest, juror.id, contestant, id) ?? [])
      .filter(({ state }) => state !== 'recused' && state !== 'absent'),
  );
  const isOpen = ({ id }: Juror) => sheets.some(({ juror, state }) => juror === id && state !== 'locked');
  return { sheets, open: jurors.filter(isOpen) };
}

/** For each criterion all values from the lowest on: whose they are is not told. */
export function calibrationSpread(sheets: readonly ScoreSheet[]): CalibrationShown['values'] {
  const byCriterion = new Map<CriterionId, string[]>();
  for (const { rubric, values } of sheets) {
    for (const { id } of rubric.criteria) {
      const value = values.get(id);
      if (value !== undefined) byCriterion.set(id, [...(byCriterion.get(id) ?? []), value]);
    }
  }
  return [...byCriterion].map(([criterion, values]) => ({
    criterion,
    values: values.toSorted((a, b) => compare(fromDecimal(a), fromDecimal(b))),
  }));
}

/** What the committee showed last; null: nothing yet. */
export function shownCalibration(contest: Contest, contestant: ContestantId): Written<CalibrationShown> | null {
  return (
    contest.calibrations
      .filter(({ value }) => value.contestant === contestant)
      .toSorted((a, b) => a.atMs - b.atMs)
      .at(-1) ?? null
  );
}
