/** Who has not yet signed a category off: worth knowing before its winners are called, though it stops nobody. */
import { findContestant, setupOf, signOffOf, type Contest } from '../../../shared/domain/contest.ts';
import type { CategoryId, Juror } from '../../../shared/domain/contest-file.ts';
import { sheetsOfJuror, type ScoreSheet } from '../../../shared/domain/score-sheet.ts';

/** The jurors with a sheet of their own in the category, all recused or absent ones left out, who have not signed it. */
export function unsignedJurors(contest: Contest, category: CategoryId): Juror[] {
  const setup = setupOf(contest);
  const isInCategory = (sheet: ScoreSheet) => findContestant(setup, sheet.contestant)?.category === category;
  return setup.jurors.filter(
    (juror) =>
      signOffOf(contest, juror.id, category) === undefined &&
      sheetsOfJuror(contest, juror.id).some((sheet) => isInCategory(sheet) && isJudged(sheet)),
  );
}

function isJudged({ state }: ScoreSheet): boolean {
  return state !== 'recused' && state !== 'absent' && state !== 'not-judged';
}
