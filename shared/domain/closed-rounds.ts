/**
 * Rounds that the committee has closed (E11): who advances to a stage is a fact, since jurors' laptops cannot work it out. What
 * ranks is computed all the same; where the two differ the category waits until the round is closed again.
 */
import { setupOf, takenBack, type Contest, type RoundClosing, type Written } from './contest.ts';
import type { ContestantId, StageId, CategoryId } from './ids.ts';

/** The closings of a category's rounds that stand: one for each, two only where both were written without knowing of the other. */
export function standingClosings(contest: Contest, category: CategoryId): readonly Written<RoundClosing>[] {
  return contest.roundClosings.filter(
    (written) => written.value.category === category && takenBack(contest, written) === null,
  );
}

/** The closing of the round to which the stage belongs; null: it is open. */
export function closingOf(contest: Contest, category: CategoryId, stage: StageId): Written<RoundClosing> | null {
  const from = cutOf(contest, stage);
  if (from === undefined) return null;
  return standingClosings(contest, category).findLast(({ value }) => cutOf(contest, value.stage) === from) ?? null;
}

/** True when a closed round before the stage, or that of the stage itself, left the contestant out. */
export function isOutOf(contest: Contest, category: CategoryId, contestant: ContestantId, stage: StageId): boolean {
  const seen = new Set<StageId>();
  for (let at: StageId | undefined = stage; at !== undefined && !seen.has(at); at = cutOf(contest, at)) {
    seen.add(at);
    if (closingOf(contest, category, at)?.value.out.includes(contestant) === true) return true;
  }
  return false;
}

/** The stage after which this one comes. */
function cutOf(contest: Contest, stage: StageId): StageId | undefined {
  return setupOf(contest).stages.find(({ id }) => id === stage)?.after?.stage;
}
