/**
 * From marks to the numbers of a stage: what each juror gave times the weight, what the method made of it, who was dropped,
 * and every rounding where it happens.
 */
import type { RoundingStage } from '../domain/methods.ts';
import type { ContestFile, Criterion, Rubric, Rules } from '../domain/setup/contest-file.ts';
import type { JurorId } from '../domain/ids.ts';
import { present } from '../lib/assert.ts';
import { compare, divide, fromDecimal, multiply, sum, type Rational } from '../lib/rational.ts';
import type {
  CriterionLine,
  CutExplained,
  Explanation,
  FailedMark,
  GivenNumber,
  JurorSum,
  OverJurors,
  Rounded,
  SheetLine,
  StageMarks,
  Weight,
} from './explanation.ts';
import { mean, median, rounderOf } from './methods.ts';
import { weightFactor } from './stage-totals.ts';
import type { ContestantTotals, SheetTotal, StageTotals } from './types.ts';

export function stageExplained(file: ContestFile, stage: StageTotals): Explanation {
  return { type: 'stage', stage: stage.stage, weight: stage.weight, marks: stageMarks(file, stage) };
}

/** The marks of a stage and what they make. */
function stageMarks(file: ContestFile, stage: StageTotals): StageMarks {
  const sheets = stage.sheets.filter((sheet) => stage.panel.includes(sheet.juror));
  const rubric = file.rubrics.find(({ id }) => id === stage.rubric);
  if (sheets.length === 0 || rubric === undefined) return { type: 'none' };
  if (file.rules.applyAt === 'criterion') return byCriterion(file, stage, rubric, sheets);
  const totals = sheets.map(({ juror, total }) => ({ juror, value: total, multiple: null }));
  return {
    type: 'by-sheet',
    sheets: sheets.map((sheet) => sheetLine(file, rubric, sheet)),
    over: overJurors(file.rules, totals, 'stage'),
  };
}

function sheetLine({ rules }: ContestFile, rubric: Rubric, { juror, marks }: SheetTotal): SheetLine {
  const round = rounderOf(rules);
  return {
    juror,
    marks: marks.map(({ value, weighted }, at) => {
      const criterion = present(rubric.criteria[at], 'a criterion per mark');
      return {
        criterion: criterion.id,
        score: fromDecimal(value),
        multiplier: multiplierOf(rubric),
        weight: weightOf(rules, rubric, criterion),
        weighted: roundedAt(rules, 'weighted', weighted),
      };
    }),
    total: roundedAt(rules, 'juror', sum(marks.map(({ weighted }) => round('weighted', weighted)))),
  };
}

/** A line per criterion, and the sum of the products that have a value. */
function byCriterion(
  { rules }: ContestFile,
  stage: StageTotals,
  rubric: Rubric,
  sheets: readonly SheetTotal[],
): StageMarks {
  const multiplier = multiplierOf(rubric);
  const criteria = rubric.criteria.map((criterion, at): CriterionLine => {
    const marks = sheets.map(({ juror, marks: given }): GivenNumber => {
      const score = fromDecimal(present(given[at], 'a mark per criterion').value);
      if (multiplier === null) return { juror, value: score, multiple: null };
      return { juror, value: multiply(score, multiplier), multiple: { score, multiplier } };
    });
    const { aggregate } = present(stage.criteria[at], 'totals of a criterion');
    const over = overJurors(rules, marks, 'criterion');
    if (aggregate === null) return { criterion: criterion.id, over, product: null };
    const product = roundedAt(rules, 'weighted', multiply(weightFactor(rules, rubric, criterion), aggregate));
    return {
      criterion: criterion.id,
      over,
      product: { aggregate, weight: weightOf(rules, rubric, criterion), product },
    };
  });
  const products = criteria.flatMap(({ product }) => (product === null ? [] : [product.product.value]));
  const result = roundedAt(rules, 'stage', sum(products));
  return { type: 'by-criterion', criteria, sum: stage.result === null ? null : { products, result } };
}

/** What the method makes of one number per juror; `at` is where its outcome is rounded. */
function overJurors(rules: Rules, given: readonly GivenNumber[], at: 'stage' | 'criterion'): OverJurors {
  const values = given.map(({ value }) => value);
  const sorted = given.toSorted((a, b) => compare(b.value, a.value));
  const rounded = (value: Rational | null) => roundedAt(rules, at, present(value, 'a number of a panel'));
  switch (rules.method) {
    case 'majority':
    case 'borda':
      return { type: 'list', given };
    case 'mean':
      return { type: 'mean', given, mean: rounded(mean(values)) };
    case 'median':
      return { type: 'median', given, sorted: values.toSorted(compare), middle: rounded(median(values)) };
    case 'trimmed-mean': {
      const { drop } = rules;
      if (given.length <= 2 * drop) return { type: 'too-few', given, needed: 2 * drop };
      const kept = sorted.slice(drop, given.length - drop);
      const rest = given.filter((one) => kept.includes(one));
      return {
        type: 'trimmed-mean',
        given,
        highest: sorted.slice(0, drop),
        lowest: sorted.slice(-drop),
        rest,
        mean: rounded(mean(rest.map(({ value }) => value))),
      };
    }
  }
}

function roundedAt(rules: Pick<Rules, 'rounding'>, at: RoundingStage, exact: Rational): Rounded {
  const decimals = rules.rounding.find((step) => step.at === at)?.decimals ?? null;
  return { exact, value: rounderOf(rules)(at, exact), decimals };
}

function multiplierOf({ multiplier }: Rubric): Rational | null {
  return multiplier === '1' ? null : fromDecimal(multiplier);
}

function weightOf(rules: Rules, rubric: Rubric, { weight }: Criterion): Weight {
  return { value: fromDecimal(weight), isPercent: (rubric.weighting ?? rules.weighting) === 'percent' };
}

/** A juror's total over the stages of the seat. */
export function jurorSum(
  member: ContestantTotals,
  juror: JurorId,
  pick: 'total' | 'exact',
  deduction: Rational | null,
): JurorSum {
  const parts = member.stages.flatMap((stage) => {
    const sheet = stage.gate || stage.use !== 'counts' ? undefined : stage.sheets.find((one) => one.juror === juror);
    return sheet === undefined ? [] : [{ weight: stage.weight, value: sheet[pick] }];
  });
  return { parts, deduction, total: member.jurors.find((line) => line.juror === juror)?.[pick] ?? null };
}

/** A gate: who checked it, or that nobody did. */
export function gateExplained(stage: StageTotals): Explanation {
  const of = (state: Explanation<'gate'>['state'], jurors: readonly JurorId[]): Explanation => ({
    type: 'gate',
    stage: stage.stage,
    state,
    jurors,
  });
  if (stage.sheets.length + stage.missing.length === 0) return of('nobody', []);
  return stage.missing.length > 0 ? of('incomplete', stage.missing) : of('passed', stage.panel);
}

/** Every mark that fails a gate. */
export function failedMarks(file: ContestFile, stage: StageTotals): readonly FailedMark[] {
  const rubric = file.rubrics.find(({ id }) => id === stage.rubric);
  return stage.sheets.flatMap(({ juror, marks }) =>
    marks.flatMap(({ criterion, value }) => {
      const max = rubric?.criteria.find(({ id }) => id === criterion)?.max;
      if (max === undefined || compare(fromDecimal(value), fromDecimal(max)) >= 0) return [];
      return [{ criterion, juror, value: fromDecimal(value), max: fromDecimal(max) }];
    }),
  );
}

/** The weighted mean over the stages that have a result; nothing where one stage alone is not even rounded. */
export function combinedStages(file: ContestFile, member: ContestantTotals): readonly Explanation[] {
  const made = stagesCombined(file, member);
  if (made === null || (made.parts.length === 1 && made.combined.decimals === null)) return [];
  return [{ type: 'combined', ...made }];
}

/** The same, whatever it is made of; null where there is nothing. */
export function stagesCombined({ rules }: ContestFile, member: ContestantTotals): CutExplained['combined'] {
  const parts = member.stages.flatMap(({ use, weight, result }) =>
    use !== 'counts' || result === null ? [] : [{ weight, value: result }],
  );
  const [only] = parts;
  if (member.beforePenalties === null || only === undefined) return null;
  if (parts.length === 1) return { parts, combined: roundedAt(rules, 'final', only.value) };
  const total = sum(parts.map(({ weight }) => weight));
  const exact = divide(sum(parts.map(({ weight, value }) => multiply(weight, value))), total);
  return { parts, combined: roundedAt(rules, 'final', exact) };
}
