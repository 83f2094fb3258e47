/**
 * What stands of all that jurors have written: values that were not emptied again, locks that nobody opened, neither set
 * aside. Only this freezes the rubric, holds a seat to its categories and a contestant to its rubric (rules D5-D7); and
 * what stands without fitting any sheet is found here, so that it is shown and not lost (E9).
 */
import { createKept } from '../lib/kept.ts';
import { compareText, groupBy } from '../lib/order.ts';
import { rubricFor, type ContestSetup, type Rubric } from './setup/contest-file.ts';
import { reads } from './setup/readers.ts';
import {
  findContestant,
  findCriterion,
  findJuror,
  isSetAside,
  ofFactsKey,
  setupOf,
  takenBack,
  type Contest,
  type JurorFacts,
} from './contest.ts';
import { idFrom, type ContestantId, type JurorId, type Ref } from './ids.ts';

/** What stands of one juror about one contestant by one rubric. */
export interface StandingWork {
  readonly juror: JurorId;
  readonly contestant: ContestantId;
  /** Null: by a criterion that is in no rubric. */
  readonly rubric: Rubric | null;
  readonly refs: readonly Ref[];
  readonly isLocked: boolean;
}

/** [D5] Rubric, rules and weights freeze at the first score that stands, whoever wrote it and wherever. */
export function isFrozen(contest: Contest): boolean {
  for (const facts of contest.facts.values()) if (hasValues(contest, facts)) return true;
  return false;
}

function hasValues(contest: Contest, facts: JurorFacts): boolean {
  return standingRefs(contest, facts).next().done !== true;
}

/** Every value and lock that stands, with a criterion that tells its rubric. */
function* standingRefs(contest: Contest, facts: JurorFacts) {
  for (const [criterion, { heads }] of facts.scores) {
    for (const { ref, value } of heads) {
      if (value !== null && !isSetAside(contest, ref)) yield { ref, criterion, isLocked: false };
    }
  }
  for (const locks of facts.locks.values()) {
    for (const lock of locks) {
      if (takenBack(contest, lock) !== null || isSetAside(contest, lock.ref)) continue;
      yield { ref: lock.ref, criterion: idFrom.criterion(Object.keys(lock.value.values)[0] ?? ''), isLocked: true };
    }
  }
}

/** All that stands, in no order that depends on arrival. */
export function standingWork(contest: Contest): StandingWork[] {
  const { takenBack: back, setAsides } = contest;
  const basis = [setupOf(contest), back, setAsides];
  return [...contest.facts]
    .flatMap(([key, facts]) => keptWork.get(facts, key, basis, () => workOf(contest, key, facts)))
    .toSorted(
      (a, b) =>
        compareText(a.juror, b.juror) ||
        compareText(a.contestant, b.contestant) ||
        compareText(a.rubric?.id ?? '', b.rubric?.id ?? ''),
    );
}

const keptWork = createKept<readonly StandingWork[]>();

/** By rubric. */
function workOf(contest: Contest, key: string, facts: JurorFacts): readonly StandingWork[] {
  const setup = setupOf(contest);
  const [juror, contestant] = ofFactsKey(key);
  const found = [...standingRefs(contest, facts)].map((each) => ({
    ...each,
    rubric: findCriterion(setup, each.criterion)?.rubric ?? null,
  }));
  return [...groupBy(found, ({ rubric }) => rubric?.id ?? '').values()].map((of) => ({
    juror,
    contestant,
    rubric: of[0]?.rubric ?? null,
    refs: of.map(({ ref }) => ref),
    isLocked: of.some(({ isLocked }) => isLocked),
  }));
}

/** True when the setup has a sheet for it: the seat judges that contestant by that rubric. */
function hasSheet(setup: ContestSetup, { juror, contestant, rubric }: StandingWork): boolean {
  const seat = findJuror(setup, juror);
  const judged = findContestant(setup, contestant);
  if (seat === undefined || judged === undefined || rubric === null) return false;
  return rubricFor(setup, rubric.stage, judged.category)?.id === rubric.id && reads(setup, seat, rubric.stage, judged);
}

/** What the contest has a sheet for now, and would not have with this setup. */
export function lostWith(contest: Contest, after: ContestSetup): StandingWork[] {
  const before = setupOf(contest);
  return standingWork(contest).filter((work) => hasSheet(before, work) && !hasSheet(after, work));
}

/** [E9] What stands and fits no sheet: it was written before its writer knew of a change. */
export function strayWork(contest: Contest): StandingWork[] {
  const setup = setupOf(contest);
  return standingWork(contest).filter((work) => !hasSheet(setup, work));
}

/** True when the juror, or anybody about the contestant, has written a note that stands. */
export function hasNotes(contest: Contest, of: { readonly juror?: JurorId; readonly contestant?: ContestantId }) {
  for (const [key, { notes }] of contest.facts) {
    const [juror, contestant] = ofFactsKey(key);
    if ((of.juror ?? juror) !== juror || (of.contestant ?? contestant) !== contestant) continue;
    for (const { heads } of notes.values()) if (heads.some(({ value }) => value !== '')) return true;
  }
  return false;
}

/** Contestants with a locked sheet: what their names were is on papers and in people's heads. */
export function lockedContestants(contest: Contest): ReadonlySet<ContestantId> {
  return new Set(standingWork(contest).flatMap(({ contestant, isLocked }) => (isLocked ? [contestant] : [])));
}
