/**
 * Rincian per kriteria: a line per contestant and criterion with every juror's mark and the panel's value. It is there when
 * the method applies at the criterion, or when a tie-break step compares criteria; then the recap's formulas read it (X12).
 */
import { isPlaceBased } from '../../../domain/methods.ts';
import type { Criterion } from '../../../domain/setup/contest-file.ts';
import { fromDecimal, multiply, toNumber, type Rational } from '../../../lib/rational.ts';
import type { JudgedStage } from '../../../ranking/contest-index.ts';
import { aggregate, rounderOf } from '../../../ranking/methods.ts';
import { weightFactor } from '../../../ranking/stage-totals.ts';
import type { StageTotals } from '../../../ranking/types.ts';
import {
  isPercent,
  methodName,
  seatName,
  widestNumber,
  type CategoryPlan,
  isExempt,
} from '../../model/category-plan.ts';
import { cachedNumber, decimalNumber, methodOver, rounded, timesMultiplier } from '../formulas.ts';
import type { LiveStep } from '../rank-formula.ts';
import type { JurorSheet } from './juror-sheet.ts';
import { contestantHeads, putContestant } from '../../model/contestant-cells.ts';
import { centerLook, headerLook, helperHeaderLook, helperLook, numberLook, textLook } from '../looks.ts';
import { comfortableWidth } from '../page-break.ts';
import {
  contestantWidths,
  contestantWishes,
  headWidth,
  lineWidth,
  numberColumn,
  widened,
  wrappedWidth,
} from '../column-widths.ts';
import { putHeading, putNotes, sheetBuilder, type SheetBuilder } from '../sheet-builder.ts';
import {
  areaName,
  cellName,
  fixedArea,
  formula,
  number,
  sheetPrefix,
  text,
  textLiteral,
  type SheetModel,
} from '../../model/workbook-model.ts';

export interface CriterionSheet {
  readonly model: SheetModel;
  /** The panel's arithmetic mean of a criterion, as an address; null where it is not judged. */
  readonly mean: (criterion: string, line: number) => string | null;
  /** The weight of a criterion beside that mean, as an address. */
  readonly weight: (criterion: string, line: number) => string | null;
  /** The weighted values of one stage, with the declared rounding or without any, as the address of a range. */
  readonly weighted: (stage: string, line: number) => string | null;
  readonly unrounded: (stage: string, line: number) => string | null;
}

/** True when the recap needs this sheet. */
export function needsCriterionSheet(plan: CategoryPlan, steps: readonly LiveStep[]): boolean {
  const { method, applyAt } = plan.file.rules;
  if (isPlaceBased(method)) return false;
  return applyAt === 'criterion' || steps.some(({ step }) => step.type === 'criterion' || step.type === 'aspect');
}

interface Columns {
  readonly firstJuror: number;
  readonly lastJuror: number;
  readonly mean: number;
  readonly weight: number;
  /** Only where the method applies at the criterion. */
  readonly aggregate: number;
  readonly weighted: number;
  readonly unrounded: number;
}

export function criterionSheet(plan: CategoryPlan, jurorSheets: readonly JurorSheet[], name: string): CriterionSheet {
  const sheet = sheetBuilder();
  const words = plan.words.documents;
  const { columns: heads, titles } = words;
  const columns = columnsOf(plan);
  const atCriterion = plan.file.rules.applyAt === 'criterion';
  const width = atCriterion ? columns.weighted : columns.weight;
  const contestants = plan.lines.map((line) => line.contestant);
  const criteria = plan.stages.flatMap(({ rubric }) => rubric.criteria.map((criterion) => criterion.name));
  const stages = plan.stages.map(({ stage }) => stage.name);
  const each = Math.max(numberColumn(widestNumber(plan)), headWidth([words.seat(10)]));
  const numbers = [
    ...plan.jurors.map(() => each),
    Math.max(each, headWidth([heads.mean])),
    headWidth([heads.weight]),
    ...(atCriterion ? [headWidth([methodName(plan)]), headWidth([heads.weighted])] : []),
  ];
  const printed = widened(
    [...contestantWidths(heads, contestants), wrappedWidth(stages, 10, 16), wrappedWidth(criteria, 16, 32), ...numbers],
    [...contestantWishes(heads, contestants), lineWidth(stages, 20), lineWidth(criteria, 52), ...numbers],
    comfortableWidth(plan.file.contest.paper ?? 'F4'),
  );
  const widths = atCriterion ? [...printed, 3, 12] : printed;
  const top = putHeading(sheet, words, plan.file.contest, width, {
    title: titles.criteria,
    lines: [plan.file.contest.name, titles.category(plan.category.name)],
    warnings: [],
  });
  putHeader(sheet, plan, columns, top);
  const parts = plan.stages.flatMap((judged) => judged.rubric.criteria.map((criterion) => ({ judged, criterion })));
  const rowOf = (line: number, position: number) => top + 1 + line * parts.length + position;
  plan.lines.slice(0, plan.rankedCount).forEach((line, index) => {
    parts.forEach(({ judged, criterion }, position) => {
      const row = rowOf(index, position);
      putContestant(sheet, line, index, row);
      sheet.put(row, 5, text(judged.stage.name), textLook);
      sheet.put(row, 6, text(criterion.name), textLook);
      const totals = line.totals.stages.find((one) => one.stage === judged.stage.id);
      if (totals !== undefined && totals.use !== 'closed') {
        putCriterion(sheet, plan, jurorSheets, columns, { judged, criterion, totals, index, row });
      }
    });
  });
  const afterLast = rowOf(plan.rankedCount, 0);
  sheet.keepFrom(afterLast + 1);
  const end = putNotes(sheet, afterLast + 1, width, [words.notes.criteria]);

  const prefix = sheetPrefix(name);
  const positionOf = (criterion: string) => parts.findIndex((part) => part.criterion.id === criterion);
  const cellOf = (column: number) => (criterion: string, line: number) => {
    const position = positionOf(criterion);
    return position === -1 ? null : `${prefix}${cellName(rowOf(line, position), column)}`;
  };
  const rangeOf = (column: number) => (stage: string, line: number) => {
    const positions = parts.flatMap((part, position) => (part.judged.stage.id === stage ? [position] : []));
    const [first, last] = [positions[0], positions.at(-1)];
    if (first === undefined || last === undefined) return null;
    const area = { top: rowOf(line, first), left: column, bottom: rowOf(line, last), right: column };
    return `${prefix}${areaName(area)}`;
  };
  return {
    model: sheet.finish({
      kind: 'criteria',
      identity: titles.identities.criteria(plan.category.name),
      isHidden: true,
      name,
      columnWidths: widths,
      printArea: { top: 1, left: 1, bottom: end - 1, right: width },
      tables: [{ head: [top, top], last: afterLast - 1 }],
      frozen: { rows: top, columns: 4 },
      paper: plan.file.contest.paper ?? 'F4',
      orientation: 'landscape',
    }),
    mean: cellOf(columns.mean),
    weight: cellOf(columns.weight),
    weighted: rangeOf(columns.weighted),
    unrounded: rangeOf(columns.unrounded),
  };
}

function columnsOf(plan: CategoryPlan): Columns {
  const firstJuror = 7;
  const lastJuror = firstJuror + plan.jurors.length - 1;
  return {
    firstJuror,
    lastJuror,
    mean: lastJuror + 1,
    weight: lastJuror + 2,
    aggregate: lastJuror + 3,
    weighted: lastJuror + 4,
    unrounded: lastJuror + 6,
  };
}

function putHeader(sheet: SheetBuilder, plan: CategoryPlan, columns: Columns, row: number): void {
  const { columns: heads, helpers } = plan.words.documents;
  [...contestantHeads(heads), heads.stage, heads.criterion].forEach((title, index) =>
    sheet.put(row, index + 1, text(title), headerLook),
  );
  plan.jurors.forEach((juror, index) => {
    sheet.put(row, columns.firstJuror + index, text(seatName(plan, juror.id)), headerLook);
  });
  sheet.put(row, columns.mean, text(heads.mean), headerLook);
  sheet.put(row, columns.weight, text(heads.weight), headerLook);
  if (plan.file.rules.applyAt !== 'criterion') return;
  sheet.put(row, columns.aggregate, text(methodName(plan)), headerLook);
  sheet.put(row, columns.weighted, text(heads.weighted), headerLook);
  sheet.put(row, columns.unrounded, text(helpers.exactWeighted), helperHeaderLook);
}

interface CriterionPlace {
  readonly judged: JudgedStage;
  readonly criterion: Criterion;
  readonly totals: StageTotals;
  readonly index: number;
  readonly row: number;
}

function putCriterion(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  jurorSheets: readonly JurorSheet[],
  columns: Columns,
  { judged, criterion, totals, index, row }: CriterionPlace,
): void {
  const { rules } = plan.file;
  const { rubric, stage } = judged;
  const { marks } = plan.words.documents;
  const exempt = textLiteral(marks.exempt);
  const [passed, failed] = [textLiteral(marks.passed), textLiteral(marks.failed)];
  const position = rubric.criteria.indexOf(criterion);
  const values: Rational[] = [];
  jurorSheets.forEach((source, at) => {
    const score = source.score(criterion.id, index);
    const total = source.total(stage.id, index);
    const column = columns.firstJuror + at;
    if (score === null || total === null) {
      sheet.put(row, column, text('–'), centerLook);
      return;
    }
    const mark = totals.sheets.find((one) => one.juror === source.juror.id)?.marks[position];
    const value = mark === undefined ? null : multiply(fromDecimal(mark.value), fromDecimal(rubric.multiplier));
    if (value !== null) values.push(value);
    const isOut = isExempt(totals, source.juror.id);
    const cached = value === null ? (isOut ? marks.exempt : '') : toNumber(value);
    // Only a whole sheet counts: its total is a number, for a gate the word that it is passed or not.
    const isWhole = rubric.gate === true ? `OR(${total}=${passed},${total}=${failed})` : `ISNUMBER(${total})`;
    const expression = `IF(${isWhole},${score}${timesMultiplier(rubric.multiplier)},IF(${total}=${exempt},${exempt},""))`;
    sheet.put(row, column, formula(expression, cached), centerLook);
  });
  const range = fixedArea({ top: row, left: columns.firstJuror, bottom: row, right: columns.lastJuror });
  const mean = totals.criteria[position]?.mean ?? null;
  const meanFormula = `IF(COUNT(${range})=0,"",AVERAGE(${range}))`;
  sheet.put(row, columns.mean, formula(meanFormula, cachedNumber(mean)), numberLook(plan.decimals));
  sheet.put(row, columns.weight, number(decimalNumber(criterion.weight)), { ...centerLook, numberFormat: 'General' });
  if (rules.applyAt !== 'criterion') return;

  const value = aggregate(rules, values);
  const round = rounderOf(rules);
  const factor = weightFactor(rules, rubric, criterion);
  const percent = isPercent(rules, rubric) ? '/100' : '';
  const aggregateFormula = methodOver(rules, range, (expression) => rounded(rules, 'criterion', expression));
  const shown = value === null ? null : round('criterion', value);
  sheet.put(row, columns.aggregate, formula(aggregateFormula, cachedNumber(shown)), numberLook(plan.decimals));
  const aggregateCell = cellName(row, columns.aggregate);
  const product = `${aggregateCell}*${cellName(row, columns.weight)}${percent}`;
  const weighted = shown === null ? null : round('weighted', multiply(factor, shown));
  sheet.put(
    row,
    columns.weighted,
    formula(`IF(ISNUMBER(${aggregateCell}),${rounded(rules, 'weighted', product)},"")`, cachedNumber(weighted)),
    numberLook(plan.decimals, { fill: 'result' }),
  );
  const exactFormula = methodOver(
    rules,
    range,
    (expression) => `(${expression})*${cellName(row, columns.weight)}${percent}`,
  );
  const exact = value === null ? null : multiply(factor, value);
  sheet.put(row, columns.unrounded, formula(exactFormula, cachedNumber(exact)), helperLook);
}
