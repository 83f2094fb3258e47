/**
 * Who has not yet signed a category off. Its winners may be called all the same, but only after the committee has confirmed
 * it, and that stands in the papers.
 */
import type { Juror } from './setup/contest-file.ts';
import type { CategoryId } from './ids.ts';
import { findContestant, setupOf, signOffOf, type Contest } from './contest.ts';
import { sheetsOfJuror, type ScoreSheet } from './score-sheet.ts';

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

/** Those of them about whom nothing is confirmed yet: while there is one, the category is not announced. */
export function unconfirmedJurors(contest: Contest, category: CategoryId): Juror[] {
  const confirmed = new Set(
    contest.confirmations
      .filter(({ value }) => value.category === category)
      .flatMap(({ value }) => value.unsigned.map(({ juror }) => juror)),
  );
  return unsignedJurors(contest, category).filter(({ id }) => !confirmed.has(id));
}

function isJudged({ state }: ScoreSheet): boolean {
  return state !== 'recused' && state !== 'absent' && state !== 'not-advanced' && state !== 'not-judged';
}
