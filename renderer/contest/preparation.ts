/**
 * How far the preparation of a contest is: seven steps (and one for rounds where there are any) in the order in which they are best taken, each with what is missing
 * or should be looked at. Derived from the contest and what this laptop knows, never stored: a step that was done and is undone
 * later (the last juror taken away) is missing again. The last one, `ready`, is the check list of the others.
 */
import { isFrozen } from '../../shared/domain/standing.ts';
import { closingOf } from '../../shared/domain/closed-rounds.ts';
import { jurorsWithoutPact } from '../../shared/domain/pact.ts';
import { findContestant, setupOf, type Contest } from '../../shared/domain/contest.ts';
import { allSheets } from '../../shared/domain/score-sheet.ts';
import { chainBefore } from '../../shared/domain/setup/contest-check-rounds.ts';
import { isRanked, judges, rubricFor, type ContestSetup, type Stage } from '../../shared/domain/setup/contest-file.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { unitConflicts } from '../../shared/domain/unit-conflicts.ts';
import type { Method } from '../../shared/domain/methods.ts';
import type { OpenFolder } from '../../shared/ipc/app.ts';
import { useAppState, useContest } from './hooks.tsx';

export const stepPaths = {
  list: '/impor',
  rubric: '/rubrik?bagian=rubrics',
  jurors: '/rubrik?bagian=jurors',
  rounds: '/rubrik?bagian=stages',
  rules: '/rubrik?bagian=rules',
  order: '/urutan',
  laptops: '/perangkat',
  ready: '/siap',
} as const;
export type StepName = keyof typeof stepPaths;

/** What a person does about it; `missing`: without it nothing can be scored or ranked. The others are only to be looked at. */
export type Finding =
  | { readonly type: 'no-contestants' | 'no-rubric' | 'no-jurors' | 'no-committee-pin' | 'no-tie-steps' }
  | { readonly type: 'not-judged'; readonly categories: readonly string[] }
  | { readonly type: 'no-juror-for'; readonly categories: readonly string[] }
  /** Of a round: the cut leaves nobody out there. */
  | { readonly type: 'nobody-out'; readonly stages: readonly string[] }
  /** Everything before it is locked, and the jurors' laptops do not know yet who advances. */
  | { readonly type: 'round-not-closed'; readonly stages: readonly string[] }
  | { readonly type: 'no-number'; readonly count: number }
  /** [D30] Pairs that the committee has not settled. */
  | { readonly type: 'unit-conflict'; readonly count: number }
  | { readonly type: 'no-pact-yet'; readonly jurors: readonly string[] }
  | { readonly type: 'no-laptop'; readonly jurors: readonly string[] };

/** What stands, in few words. */
export type Summary =
  | { readonly type: 'contestants' | 'criteria' | 'jurors' | 'numbered' | 'seated'; readonly count: number }
  | { readonly type: 'rounds'; readonly rounds: readonly RoundSummary[] }
  | { readonly type: 'rules'; readonly method: Method; readonly places: number };

/** Who comes into a stage. */
export interface RoundSummary {
  readonly stage: string;
  readonly from: string;
  readonly top: number | null;
  /** A result, as a decimal. */
  readonly minimum: string | null;
}

export interface Step {
  readonly name: StepName;
  readonly path: string;
  readonly state: 'missing' | 'look' | 'done';
}

export interface Part extends Step {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

export interface Preparation {
  readonly parts: readonly Part[];
  /** The check list of all parts. */
  readonly ready: Step;
  /** The first part that is missing; none: the check list. */
  readonly next: Step;
  /** The first score is there: preparing is over. */
  readonly isOver: boolean;
}

const harmless: ReadonlySet<Finding['type']> = new Set([
  'no-committee-pin',
  'no-tie-steps',
  'nobody-out',
  'round-not-closed',
  'no-pact-yet',
  'unit-conflict',
]);

export function usePreparation(): Preparation | null {
  const contest = useContest();
  const folder = useAppState()?.folder ?? null;
  return contest.setup === null || folder === null ? null : preparationOf(contest, folder);
}

export function preparationOf(contest: Contest, folder: Pick<OpenFolder, 'seats' | 'committeeHasPin'>): Preparation {
  const setup = setupOf(contest);
  const parts = [
    part('list', aboutList(setup), { type: 'contestants', count: setup.contestants.length }),
    part('rubric', aboutRubrics(setup), {
      type: 'criteria',
      count: setup.rubrics.flatMap((each) => each.criteria).length,
    }),
    part('jurors', [...aboutJurors(setup), ...aboutUnits(contest), ...aboutPact(contest)], {
      type: 'jurors',
      count: setup.jurors.length,
    }),
    ...aboutRounds(contest),
    part('rules', aboutRules(setup), { type: 'rules', method: setup.rules.method, places: setup.rules.places }),
    part('order', aboutOrder(setup), { type: 'numbered', count: numbered(setup) }),
    aboutLaptops(contest, folder),
  ];
  const missing = parts.filter((each) => each.state === 'missing');
  const ready: Step = {
    name: 'ready',
    path: stepPaths.ready,
    state: missing.length > 0 ? 'missing' : parts.some((each) => each.state === 'look') ? 'look' : 'done',
  };
  return { parts, ready, next: missing[0] ?? ready, isOver: isFrozen(contest) };
}

function part(name: StepName, findings: readonly Finding[], summary: Summary): Part {
  const isMissing = findings.some(({ type }) => !harmless.has(type));
  return {
    name,
    path: stepPaths[name],
    state: isMissing ? 'missing' : findings.length > 0 ? 'look' : 'done',
    findings,
    summary,
  };
}

function aboutList({ contestants }: ContestSetup): readonly Finding[] {
  return contestants.length === 0 ? [{ type: 'no-contestants' }] : [];
}

/** A category without any rubric is judged by nobody; a stage that only some categories have is a choice. */
function aboutRubrics(setup: ContestSetup): readonly Finding[] {
  if (setup.rubrics.every(({ criteria }) => criteria.length === 0)) return [{ type: 'no-rubric' }];
  const categories = setup.categories
    .filter(({ id }) => setup.stages.every((stage) => rubricFor(setup, stage.id, id) === undefined))
    .map(({ name }) => name);
  return categories.length === 0 ? [] : [{ type: 'not-judged', categories }];
}

function aboutJurors(setup: ContestSetup): readonly Finding[] {
  if (setup.jurors.length === 0) return [{ type: 'no-jurors' }];
  const categories = setup.categories
    .filter(({ id }) =>
      setup.stages.some(
        (stage) =>
          rubricFor(setup, stage.id, id) !== undefined && !setup.jurors.some((juror) => judges(juror, stage.id, id)),
      ),
    )
    .map(({ name }) => name);
  return categories.length === 0 ? [] : [{ type: 'no-juror-for', categories }];
}

/** Only where a stage comes after another. What waits to be closed leads to the ranking, where that is done. */
function aboutRounds(contest: Contest): readonly Part[] {
  const setup = setupOf(contest);
  const { stages, categories, contestants } = setup;
  const later = stages.filter(({ after }) => after !== undefined);
  if (later.length === 0) return [];
  const inRounds = later.flatMap((stage) =>
    categories
      .filter(({ id }) => rubricFor(setup, stage.id, id) !== undefined)
      .map((category) => ({ stage, category: category.id })),
  );
  const named = (found: typeof inRounds) => [...new Set(found.map(({ stage }) => stage.name))];
  const wide = named(
    inRounds.filter(({ stage: { after }, category }) => {
      const judged = contestants.filter((each) => each.category === category && isRanked(each)).length;
      return judged > 0 && after?.top !== undefined && after.top >= judged;
    }),
  );
  const toClose = named(
    inRounds.filter(
      ({ stage, category }) => closingOf(contest, category, stage.id) === null && isJudged(contest, category, stage),
    ),
  );
  const findings: readonly Finding[] = [
    ...(wide.length > 0 ? [{ type: 'nobody-out' as const, stages: wide }] : []),
    ...(toClose.length > 0 ? [{ type: 'round-not-closed' as const, stages: toClose }] : []),
  ];
  const rounds = later.map(({ name, after }) => ({
    stage: name,
    from: stages.find(({ id }) => id === after?.stage)?.name ?? '',
    top: after?.top ?? null,
    minimum: after?.minimum ?? null,
  }));
  const found = part('rounds', findings, { type: 'rounds', rounds });
  return [toClose.length > 0 ? { ...found, path: '/peringkat' } : found];
}

/** True when no sheet waits in the stages before this one, and some are locked. */
function isJudged(contest: Contest, category: CategoryId, stage: Stage): boolean {
  const before = new Set((chainBefore(setupOf(contest), stage) ?? []).map(({ id }) => id));
  const sheets = allSheets(contest).filter(
    (sheet) => before.has(sheet.stage) && findContestant(setupOf(contest), sheet.contestant)?.category === category,
  );
  return (
    sheets.some(({ state }) => state === 'locked') &&
    sheets.every(({ state }) => state !== 'pending' && state !== 'draft' && state !== 'conflict')
  );
}

function aboutUnits(contest: Contest): readonly Finding[] {
  const count = unitConflicts(contest).filter(({ state }) => state === 'open').length;
  return count === 0 ? [] : [{ type: 'unit-conflict', count }];
}

/** [D29] They accept on their own screens, as a rule on the day itself. */
function aboutPact(contest: Contest): readonly Finding[] {
  const jurors = jurorsWithoutPact(contest).map(({ name }) => name);
  return jurors.length === 0 ? [] : [{ type: 'no-pact-yet', jurors }];
}

/** What does not fit together cannot be saved. */
function aboutRules({ rules }: ContestSetup): readonly Finding[] {
  return rules.tieBreak.length === 0 ? [{ type: 'no-tie-steps' }] : [];
}

function aboutOrder(setup: ContestSetup): readonly Finding[] {
  const count = setup.contestants.filter(isRanked).length - numbered(setup);
  if (setup.contestants.length === 0) return [{ type: 'no-contestants' }];
  return count === 0 ? [] : [{ type: 'no-number', count }];
}

function numbered({ contestants }: ContestSetup): number {
  return contestants.filter((each) => isRanked(each) && each.number !== null).length;
}

/** A juror scores on an own laptop that was admitted, or by turns on this one. */
function aboutLaptops(contest: Contest, folder: Pick<OpenFolder, 'seats' | 'committeeHasPin'>): Part {
  const { jurors } = setupOf(contest);
  const seated = new Set([
    ...folder.seats.map(({ seat }) => seat),
    ...[...contest.devices.values()].filter(({ revoked }) => revoked === null).map(({ seat }) => seat),
  ]);
  const without = jurors.filter(({ id }) => !seated.has(id)).map(({ name }) => name);
  const findings: readonly Finding[] = [
    ...(jurors.length === 0 ? [{ type: 'no-jurors' as const }] : []),
    ...(without.length > 0 ? [{ type: 'no-laptop' as const, jurors: without }] : []),
    ...(folder.committeeHasPin ? [] : [{ type: 'no-committee-pin' as const }]),
  ];
  return part('laptops', findings, { type: 'seated', count: jurors.length - without.length });
}
