/**
 * The rank as a formula (rules X13, X14). A contestant stands behind everyone with a better result, behind those with an
 * equal result and a better tie-break value, and behind equals whom a recorded decision or a step that only the application
 * can compute put before it. That last order counts only while exactly the officially tied group is tied: when changed scores
 * make other ties, they share the rank.
 */
import { isPlaceBased } from '../../domain/methods.ts';
import { isRecorded, tieSteps, type ComputedStep, type TieStep } from '../../domain/tie-step.ts';
import { present } from '../../lib/assert.ts';
import { compare, zero, type Rational } from '../../lib/rational.ts';
import { stepValues } from '../../ranking/tie-steps.ts';
import { cutsPassed, type CategoryPlan } from '../model/category-plan.ts';
import { trustedValue } from './formulas.ts';
import { cellName, fixedArea } from '../model/workbook-model.ts';

/** Steps that compare a number of each contestant on its own, which a formula can follow. */
export type FollowedStep = Exclude<ComputedStep, { readonly type: 'juror-firsts' | 'head-to-head' }>;

/** A tie-break step whose value a formula can follow, and what it is now for each compared line. */
export interface LiveStep {
  readonly step: FollowedStep;
  readonly values: readonly Rational[];
}

/**
 * The steps at the head of the chain that compare a number of each contestant on its own. Comparing them one after the other
 * is the chain itself; the first step that looks at the group (firsts, head-to-head, a decision) ends the list.
 */
export function liveSteps(plan: CategoryPlan): readonly LiveStep[] {
  if (isPlaceBased(plan.file.rules.method)) return [];
  const members = plan.lines.slice(0, plan.rankedCount).map((line) => line.totals);
  const steps: LiveStep[] = [];
  for (const step of tieSteps(plan.file.rules.tieBreak)) {
    if (!isFollowed(step)) {
      if (isDecisionWithoutRecord(plan, step)) continue;
      return steps;
    }
    const of = (member: (typeof members)[number]) =>
      stepValues(
        plan.file,
        { category: plan.category.id, method: plan.ranking.method, leftOut: [], contestants: members, rounds: [] },
        [member],
        step,
      )?.get(member.contestant);
    const values = members.map(of);
    if (values.every((value) => value === undefined)) continue;
    if (values.some((value) => value === undefined)) return steps;
    steps.push({ step, values: values.map((value) => value ?? zero) });
  }
  return steps;
}

function isFollowed(step: TieStep): step is FollowedStep {
  switch (step.type) {
    case 'stage':
    case 'criterion':
    case 'aspect':
    case 'fewest-penalties':
      return true;
    case 'juror-firsts':
    case 'head-to-head':
    case 'chair':
    case 'draw':
      return false;
  }
}

function isDecisionWithoutRecord(plan: CategoryPlan, step: TieStep): boolean {
  if (!isRecorded(step)) return false;
  return !plan.file.decisions.some((one) => one.kind === step.type && one.category === plan.category.id);
}

/** Where a line stands in a group of equals that only the application separates; group 0 is none. */
export interface FixedOrder {
  readonly group: number;
  readonly order: number;
}

/** The groups that are equal for the formulas and yet have different official ranks, per compared line. */
export function fixedOrders(plan: CategoryPlan, steps: readonly LiveStep[]): readonly FixedOrder[] {
  const lines = plan.lines.slice(0, plan.rankedCount);
  const isEqual = (a: number, b: number): boolean => {
    const [left, right] = [lines[a]?.totals.result ?? null, lines[b]?.totals.result ?? null];
    if (left === null || right === null) return false;
    if (cutsPassed(plan, at(lines, a)) !== cutsPassed(plan, at(lines, b))) return false;
    const pairs = [[left, right] as const, ...steps.map((step) => [at(step.values, a), at(step.values, b)] as const)];
    return pairs.every(([x, y]) => compare(trustedValue(x), trustedValue(y)) === 0);
  };
  const orders: FixedOrder[] = lines.map(() => ({ group: 0, order: 0 }));
  let group = 0;
  for (const [index] of lines.entries()) {
    if (at(orders, index).group > 0 || lines[index]?.standing === undefined) continue;
    const equals = lines.flatMap((line, other) =>
      line.standing !== undefined && isEqual(index, other) ? [{ other, rank: line.standing.rank ?? 0 }] : [],
    );
    if (new Set(equals.map(({ rank }) => rank)).size < 2) continue;
    group += 1;
    for (const { other, rank } of equals) orders[other] = { group, order: rank };
  }
  return orders;
}

/** The columns that the rank formula compares, over the rows `top` to `bottom`. All of them hold numbers only. */
export interface RankColumns {
  readonly top: number;
  readonly bottom: number;
  /** How many cuts let the line through, as the application found; null without rounds. */
  readonly passed: number | null;
  /** Rounded result, or `noResult`. */
  readonly result: number;
  readonly steps: readonly number[];
  /** Group, order and whether the group is still the tied one; null where nothing was separated that way. */
  readonly fixed: { readonly group: number; readonly order: number; readonly holds: number } | null;
}

/** Stands for "no result" in the compared column: behind every possible one. */
export const noResult = -1e99;

export function rankFormula(columns: RankColumns, row: number): string {
  const result = cellName(row, columns.result);
  return `IF(${result}=${noResultText},"",1+SUMPRODUCT(${better(columns, row, keysOf(columns))}))`;
}

/** Whether the line's group of equals is exactly the one that was officially separated: 1 or 0. */
export function holdsFormula(columns: RankColumns, row: number): string {
  const fixed = present(columns.fixed, 'a fixed order');
  const group = cellName(row, fixed.group);
  const groups = range(columns, fixed.group);
  const equals = keysOf(columns)
    .map((column) => same(columns, column, row))
    .join('*');
  const size = `COUNTIF(${groups},${group})`;
  const inGroup = `SUMPRODUCT(${equals}*(${groups}=${group}))`;
  return `IF(${group}=0,0,IF(AND(SUMPRODUCT(${equals}*1)=${size},${inGroup}=${size}),1,0))`;
}

function keysOf({ passed, result, steps }: RankColumns): readonly number[] {
  return [...(passed === null ? [] : [passed]), result, ...steps];
}

const noResultText = '-1E+99';

/** 1 for each line that stands before this one: (a better) + (a equal) x ((b better) + (b equal) x ...). */
function better(columns: RankColumns, row: number, keys: readonly number[]): string {
  const [key, ...rest] = keys;
  if (key === undefined) return fixedBefore(columns, row);
  const isBetter = `(${range(columns, key)}>${cellName(row, key)})`;
  const next = rest.length === 0 && columns.fixed === null ? '' : better(columns, row, rest);
  return next === '' ? `${isBetter}*1` : `(${isBetter}+${same(columns, key, row)}*(${next}))`;
}

function fixedBefore(columns: RankColumns, row: number): string {
  if (columns.fixed === null) return '0';
  const { group, order, holds } = columns.fixed;
  const sameGroup = `(${range(columns, group)}=${cellName(row, group)})`;
  return `${cellName(row, holds)}*${sameGroup}*(${range(columns, order)}<${cellName(row, order)})`;
}

function same(columns: RankColumns, column: number, row: number): string {
  return `(${range(columns, column)}=${cellName(row, column)})`;
}

function range(columns: RankColumns, column: number): string {
  return fixedArea({ top: columns.top, left: column, bottom: columns.bottom, right: column });
}

function at<Item>(items: readonly Item[], index: number): Item {
  return present(items[index], 'an item per line');
}
