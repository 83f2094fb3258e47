/** The recap's cells from the stages' values to the rank: gates, weighted mean, deductions, final score (rules X12 to X15). */
import type { JurorId } from '../../../domain/ids.ts';
import { present } from '../../../lib/assert.ts';
import { compare, fromDecimal, toNumber } from '../../../lib/rational.ts';
import { cutsPassed, isRankLive } from '../../model/category-plan.ts';
import { cachedNumber, trusted, trustedValue } from '../formulas.ts';
import { centerLook, excludedLook, helperLook, numberLook } from '../looks.ts';
import { totalCell } from './recap-jurors.ts';
import { holdsFormula, noResult, rankFormula } from '../rank-formula.ts';
import type { RecapTable } from './recap-table.ts';
import type { SheetBuilder } from '../sheet-builder.ts';
import { tieStepFormula } from '../tie-step-formula.ts';
import {
  blank,
  cellName,
  fixedArea,
  fixedCell,
  formula,
  number,
  text,
  textLiteral,
  type CellLook,
} from '../../model/workbook-model.ts';

export function putGates(sheet: SheetBuilder, table: RecapTable, index: number, row: number): void {
  const totals = table.plan.lines[index]?.totals;
  const { passed, failed } = table.plan.words.documents.marks;
  for (const { judged, column } of table.columns.gates) {
    const own = totals?.stages.find(({ stage }) => stage === judged.stage.id);
    if (own?.use === 'closed') {
      sheet.put(row, column, text('–'), excludedLook);
      continue;
    }
    const cells = table.jurorSheets.flatMap((source) => source.total(judged.stage.id, index) ?? []);
    const failures = cells.map((cell) => `(${cell}=${textLiteral(failed)})`).join('+');
    const hasFailed = own?.sheets.some((given) =>
      given.marks.some((mark, at) => mark.value !== judged.rubric.criteria[at]?.max),
    );
    const cached = hasFailed === true ? failed : passed;
    const value =
      failures === ''
        ? text(passed)
        : formula(`IF(${failures}>0,${textLiteral(failed)},${textLiteral(passed)})`, cached);
    sheet.put(row, column, value, centerLook);
  }
}

/** The value before deductions: its address. */
export function putCombined(sheet: SheetBuilder, table: RecapTable, index: number, row: number): string {
  const { plan, columns, weightRow } = table;
  if (columns.combined === null) return cellName(row, columns.stages[0]?.value ?? columns.penalty);
  const parts = columns.stages.flatMap(({ judged, value }) => {
    const own = plan.lines[index]?.totals.stages.find(({ stage }) => stage === judged.stage.id);
    if (own?.use !== 'counts') return [];
    // Before a cut stages that weigh nothing together count alike.
    const isDeclared = compare(own.weight, fromDecimal(judged.stage.weight)) === 0;
    return [
      {
        value: cellName(row, value),
        weight: isDeclared ? fixedCell(weightRow, value) : String(toNumber(own.weight)),
      },
    ];
  });
  const single = parts.length === 1 ? parts[0] : undefined;
  const mean =
    single === undefined
      ? `(${parts.map(({ value, weight }) => `N(${value})*${weight}`).join('+')})/(${parts.map(({ value, weight }) => `ISNUMBER(${value})*${weight}`).join('+')})`
      : single.value;
  const step = plan.file.rules.rounding.find((one) => one.at === 'final');
  const whole = step === undefined ? mean : `ROUND(${trusted(mean)},${step.decimals})`;
  const weights = parts.map(({ value, weight }) => `ISNUMBER(${value})*${weight}`).join('+');
  const isThere = single === undefined ? `${weights}>0` : `ISNUMBER(${single.value})`;
  const cached = plan.lines[index]?.totals.beforePenalties ?? null;
  const expression = `IF(${isThere},${whole},"")`;
  sheet.put(
    row,
    columns.combined,
    formula(expression, cached === null ? '' : toNumber(cached)),
    numberLook(plan.decimals),
  );
  return cellName(row, columns.combined);
}

export function putFinal(sheet: SheetBuilder, table: RecapTable, index: number, row: number, combined: string): void {
  const { plan, columns } = table;
  const line = plan.lines[index];
  const result = line?.standing === undefined ? null : line.totals.result;
  const look = numberLook(plan.decimals, { bold: true, fill: 'result' });
  if (!isRankLive(plan)) {
    // A place is a whole number, or a half where it is shared.
    sheet.put(row, columns.final, result === null ? blank : number(toNumber(result)), {
      ...look,
      numberFormat: 'General',
    });
    return;
  }
  if (plan.file.rules.method === 'borda') {
    putBorda(sheet, table, index, row, { ...look, numberFormat: 'General' });
    return;
  }
  const gates = gatesPassed(table, index, row);
  const conditions = [`ISNUMBER(${combined})`, ...gates];
  const isThere = conditions.length === 1 ? conditions[0] : `AND(${conditions.join(',')})`;
  const expression = `IF(${isThere},${combined}-${cellName(row, columns.penalty)},"")`;
  sheet.put(row, columns.final, formula(expression, cachedNumber(result)), look);
}

/** That the line passes each gate that it comes to. */
function gatesPassed({ plan, columns }: RecapTable, index: number, row: number): readonly string[] {
  const closed = plan.lines[index]?.totals.stages.flatMap(({ use, stage }) => (use === 'closed' ? [stage] : []));
  return columns.gates
    .filter(({ judged }) => closed?.includes(judged.stage.id) !== true)
    .map((gate) => `${cellName(row, gate.column)}=${textLiteral(plan.words.documents.marks.passed)}`);
}

/**
 * Each counted juror's total, and the points that its places give (R9, R11): the place is the number of better totals, plus
 * the middle of the equal ones; points = number of contestants - place. The counted panel is the application's.
 */
function putBorda(sheet: SheetBuilder, table: RecapTable, index: number, row: number, look: CellLook): void {
  const { plan, columns, firstLine, lastCompared } = table;
  const line = plan.lines[index];
  const isRanked = line?.standing !== undefined;
  const points = columns.jurorResults.map((column, at) => {
    const juror = present(plan.panel[at], 'a counted juror').id;
    const total = line?.totals.jurors.find((one) => one.juror === juror)?.total ?? null;
    const cached = isRanked && total !== null ? toNumber(trustedValue(total)) : '';
    sheet.put(row, column, formula(jurorResult(table, juror, index, row), cached), helperLook);
    const own = cellName(row, column);
    const all = fixedArea({ top: firstLine, left: column, bottom: lastCompared, right: column });
    return `IF(ISNUMBER(${own}),COUNT(${all})-1-COUNTIF(${all},">"&${own})-(COUNTIF(${all},${own})-1)/2,0)`;
  });
  const result = line?.standing === undefined ? null : line.totals.result;
  const [first, last] = [columns.jurorResults[0], columns.jurorResults.at(-1)];
  if (first === undefined || last === undefined) {
    sheet.put(row, columns.final, blank, look);
    return;
  }
  const range = `${cellName(row, first)}:${cellName(row, last)}`;
  const expression = `IF(COUNT(${range})=0,"",${points.join('+')})`;
  sheet.put(row, columns.final, formula(expression, cachedNumber(result)), look);
}

/** The weighted mean over the stages that the juror has judged, less the deductions; nothing where a gate is not passed. */
function jurorResult(table: RecapTable, juror: JurorId, index: number, row: number): string {
  const { columns, weightRow, totalAt, totalsPrefix } = table;
  const parts = columns.stages.flatMap(({ judged, value }) => {
    const at = judged.jurors.findIndex((one) => one.id === juror);
    if (at === -1) return [];
    const weight = columns.stages.length > 1 ? fixedCell(weightRow, value) : '1';
    return [{ cell: totalCell(totalAt, totalsPrefix, judged, index, at), weight }];
  });
  const weights = parts.map(({ cell, weight }) => `ISNUMBER(${cell})*${weight}`).join('+');
  const mean = `(${parts.map(({ cell, weight }) => `N(${cell})*${weight}`).join('+')})/(${weights})`;
  const isThere = [`${weights}>0`, ...gatesPassed(table, index, row)];
  const condition = isThere.length === 1 ? isThere.join('') : `AND(${isThere.join(',')})`;
  return `IF(${condition},${trusted(`${mean}-${cellName(row, columns.penalty)}`)},"")`;
}

export function putRank(sheet: SheetBuilder, table: RecapTable, index: number, row: number): void {
  const { plan, columns, firstLine, lastCompared } = table;
  const line = plan.lines[index];
  const rank = line?.standing?.rank ?? null;
  const look = { ...centerLook, bold: true, size: 12, fill: 'result' } as const;
  if (!isRankLive(plan)) {
    sheet.put(row, columns.rank, rank === null ? blank : number(rank), look);
    return;
  }
  const result = line?.standing === undefined ? null : line.totals.result;
  const final = cellName(row, columns.final);
  const compared = result === null ? noResult : toNumber(trustedValue(result));
  const helper = { ...helperLook, numberFormat: '[<-1000000000]"–";General' };
  sheet.put(row, columns.compared, formula(`IF(ISNUMBER(${final}),${trusted(final)},-1E+99)`, compared), helper);
  columns.steps.forEach((column, at) => {
    const step = table.steps[at];
    const value = step?.values[index];
    if (step === undefined || value === undefined) return;
    const expression = tieStepFormula(table, step.step, index, row);
    sheet.put(row, column, formula(`IFERROR(${trusted(expression)},-1E+99)`, toNumber(trustedValue(value))), helper);
  });
  if (columns.passed !== null && line !== undefined) {
    const passed = cutsPassed(plan, line);
    const gates = gatesPassed(table, index, row);
    // Whoever fails a gate stands before nobody.
    const value =
      gates.length === 0
        ? number(passed)
        : formula(`IF(AND(${gates.join(',')}),${passed},-1)`, line.totals.status === 'failed-gate' ? -1 : passed);
    sheet.put(row, columns.passed, value, helperLook);
  }
  const ranked = {
    passed: columns.passed,
    top: firstLine,
    bottom: lastCompared,
    result: columns.compared,
    steps: columns.steps,
    fixed: columns.fixed,
  };
  if (columns.fixed !== null) {
    const order = table.orders[index] ?? { group: 0, order: 0 };
    sheet.put(row, columns.fixed.group, number(order.group), helperLook);
    sheet.put(row, columns.fixed.order, number(order.order), helperLook);
    sheet.put(row, columns.fixed.holds, formula(holdsFormula(ranked, row), order.group > 0 ? 1 : 0), helperLook);
  }
  sheet.put(row, columns.rank, formula(rankFormula(ranked, row), rank ?? ''), look);
}
