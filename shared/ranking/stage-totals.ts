/** One contestant in one stage (R1 to R7): who counts, the sheets' totals, and the stage result S under both `applyAt`. */
import type { Criterion, Rubric, Rules } from '../domain/setup/contest-file.ts';
import type { ContestantId, JurorId } from '../domain/ids.ts';
import { present } from '../lib/assert.ts';
import { once } from '../lib/once.ts';
import { divide, fromDecimal, multiply, sum, whole, type Rational } from '../lib/rational.ts';
import { factorsOf, weightedSum, type Factors } from '../lib/weighted-sum.ts';
import type { ContestIndex, JudgedStage } from './contest-index.ts';
import { aggregate, mean, rounderOf, withoutRounding, type Rounder } from './methods.ts';
import type { CriterionTotal, SheetTotal, StageTotals } from './types.ts';

/** With what a score of each criterion counts, worked out once for all sheets. */
export interface WeighedStage extends JudgedStage {
  readonly factors: Factors;
  readonly use: StageTotals['use'];
}

export function weighedStage(rules: Pick<Rules, 'weighting'>, judged: JudgedStage): WeighedStage {
  return { ...judged, factors: factorsOf(markFactors(rules, judged.rubric)), use: 'counts' };
}

/** The totals of a stage. `excluded` jurors are out of the whole panel (place-based methods). */
export function stageTotals(
  index: ContestIndex,
  judged: WeighedStage,
  contestant: ContestantId,
  excluded: ReadonlySet<JurorId>,
): StageTotals {
  const { stage, rubric, factors, use } = judged;
  const { rules } = index.file;
  const recused: JurorId[] = [];
  const absent: JurorId[] = [];
  const missing: JurorId[] = [];
  const unassigned: JurorId[] = [];
  const sheets: SheetTotal[] = [];
  const assigned = index.assigned(stage.id, contestant);
  for (const juror of judged.jurors) {
    if (assigned !== null && !assigned.includes(juror.id)) {
      unassigned.push(juror.id);
      continue;
    }
    const exemption = index.exemption(juror.id, contestant, stage.id);
    const values = index.sheet(juror.id, contestant, rubric);
    if (use === 'closed') {
      if (values !== null) sheets.push(sheetTotal(rules, rubric, factors, juror.id, values));
    } else if (exemption === 'recused') recused.push(juror.id);
    else if (exemption === 'absent') absent.push(juror.id);
    else if (values === null) missing.push(juror.id);
    else sheets.push(sheetTotal(rules, rubric, factors, juror.id, values));
  }
  const gate = rubric.gate === true;
  const counted = use === 'closed' ? [] : gate ? sheets : sheets.filter((sheet) => !excluded.has(sheet.juror));
  const columns = once(() =>
    rubric.criteria.map((criterion, position) => criterionColumn(rubric, criterion, position, counted)),
  );
  const result = gate ? null : stageResult(rules, counted, columns, rounderOf(rules));
  const criteria = once(() => columns().map((column) => criterionTotal(rules, column)));
  return {
    stage: stage.id,
    rubric: rubric.id,
    gate,
    use,
    weight: fromDecimal(stage.weight),
    panel: counted.map((sheet) => sheet.juror),
    recused,
    absent,
    missing,
    unassigned,
    sheets,
    // Worked out when somebody asks: only papers, explanations and steps about a criterion read them.
    get criteria() {
      return criteria();
    },
    result,
    exact: gate || rules.rounding.length === 0 ? result : stageResult(rules, counted, columns, withoutRounding),
  };
}

function sheetTotal(
  rules: Rules,
  rubric: Rubric,
  factors: Factors,
  juror: JurorId,
  values: readonly string[],
): SheetTotal {
  const round = rounderOf(rules);
  const marks = once(() =>
    rubric.criteria.map((criterion, position) => {
      const value = present(values[position], 'a value per criterion');
      const factor = present(factors.exact[position], 'a factor per criterion');
      return { criterion: criterion.id, value, weighted: multiply(factor, fromDecimal(value)) };
    }),
  );
  const exact = weightedSum(factors, values);
  const isRounded = rules.rounding.some(({ at }) => at === 'weighted');
  const total = isRounded ? sum(marks().map((mark) => round('weighted', mark.weighted))) : exact;
  return {
    juror,
    total: round('juror', total),
    exact,
    // Worked out when somebody asks: only papers and explanations read them.
    get marks() {
      return marks();
    },
  };
}

/** By what a score of each criterion counts: its weight times the rubric's multiplier. */
function markFactors(rules: Pick<Rules, 'weighting'>, rubric: Rubric): readonly Rational[] {
  const multiplier = fromDecimal(rubric.multiplier);
  return rubric.criteria.map((criterion) => multiply(weightFactor(rules, rubric, criterion), multiplier));
}

/** w: the weight as a share of 100, or as a factor. */
export function weightFactor(rules: Pick<Rules, 'weighting'>, rubric: Rubric, criterion: Criterion): Rational {
  const weight = fromDecimal(criterion.weight);
  return (rubric.weighting ?? rules.weighting) === 'percent' ? divide(weight, whole(100)) : weight;
}

/** The panel's x for one criterion. */
interface Column {
  readonly criterion: Criterion;
  readonly rubric: Rubric;
  readonly values: readonly Rational[];
}

function criterionColumn(
  rubric: Rubric,
  criterion: Criterion,
  position: number,
  sheets: readonly SheetTotal[],
): Column {
  const multiplier = fromDecimal(rubric.multiplier);
  const values = sheets.map((sheet) =>
    multiply(fromDecimal(present(sheet.marks[position], 'a mark per criterion').value), multiplier),
  );
  return { criterion, rubric, values };
}

function criterionTotal(rules: Rules, { criterion, values }: Column): CriterionTotal {
  const value = rules.applyAt === 'criterion' ? aggregate(rules, values) : null;
  return {
    criterion: criterion.id,
    mean: mean(values),
    aggregate: value === null ? null : rounderOf(rules)('criterion', value),
  };
}

/** S: the method over the jurors' totals, or the weighted sum of the method over each criterion. */
function stageResult(
  rules: Rules,
  sheets: readonly SheetTotal[],
  columns: () => readonly Column[],
  round: Rounder,
): Rational | null {
  const value = rules.applyAt === 'sheet' ? overSheets(rules, sheets, round) : overCriteria(rules, columns(), round);
  return value === null ? null : round('stage', value);
}

function overSheets(rules: Rules, sheets: readonly SheetTotal[], round: Rounder): Rational | null {
  return aggregate(
    rules,
    sheets.map((sheet) => (round === withoutRounding ? sheet.exact : sheet.total)),
  );
}

function overCriteria(rules: Rules, columns: readonly Column[], round: Rounder): Rational | null {
  const parts = columns.map(({ criterion, rubric, values }) => {
    const value = aggregate(rules, values);
    if (value === null) return null;
    return round('weighted', multiply(weightFactor(rules, rubric, criterion), round('criterion', value)));
  });
  const whole = parts.filter((part) => part !== null);
  return whole.length < parts.length ? null : sum(whole);
}
