/** The recap's cells from the stages' values to the rank: gates, weighted mean, deductions, final score (rules X12 to X15). */
import { toNumber } from '../lib/rational.ts';
import { isPlaceBased } from '../ranking/methods.ts';
import { cachedNumber, trusted, trustedValue } from './formulas.ts';
import { centerLook, helperLook, numberLook } from './looks.ts';
import { holdsFormula, noResult, rankFormula } from './rank-formula.ts';
import type { RecapTable } from './recap-sheet.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import { tieStepFormula } from './tie-step-formula.ts';
import { blank, cellName, fixedCell, formula, number, text } from './workbook-model.ts';

export function putGates(sheet: SheetBuilder, table: RecapTable, index: number, row: number): void {
  const totals = table.plan.lines[index]?.totals;
  for (const { judged, column } of table.columns.gates) {
    const cells = table.jurorSheets.flatMap((source) => source.total(judged.stage.id, index) ?? []);
    const failures = cells.map((cell) => `(${cell}="Tidak")`).join('+');
    const stage = totals?.stages.find((one) => one.stage === judged.stage.id);
    const hasFailed = stage?.sheets.some((own) =>
      own.marks.some((mark, at) => mark.value !== judged.rubric.criteria[at]?.max),
    );
    const cached = hasFailed === true ? 'Tidak' : 'Ya';
    const value = failures === '' ? text('Ya') : formula(`IF(${failures}>0,"Tidak","Ya")`, cached);
    sheet.put(row, column, value, centerLook);
  }
}

/** The value before deductions: its address. */
export function putCombined(sheet: SheetBuilder, table: RecapTable, index: number, row: number): string {
  const { plan, columns, weightRow } = table;
  if (columns.combined === null) return cellName(row, columns.stages[0]?.value ?? columns.penalty);
  const parts = columns.stages.map((stage) => ({
    value: cellName(row, stage.value),
    weight: fixedCell(weightRow, stage.value),
  }));
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
  if (isPlaceBased(plan.file.rules.method)) {
    // A place and points are whole numbers, or halves where places are shared.
    sheet.put(row, columns.final, result === null ? blank : number(toNumber(result)), {
      ...look,
      numberFormat: 'General',
    });
    return;
  }
  const gates = columns.gates.map((gate) => `${cellName(row, gate.column)}="Ya"`);
  const conditions = [`ISNUMBER(${combined})`, ...gates];
  const isThere = conditions.length === 1 ? conditions[0] : `AND(${conditions.join(',')})`;
  const expression = `IF(${isThere},${combined}-${cellName(row, columns.penalty)},"")`;
  sheet.put(row, columns.final, formula(expression, cachedNumber(result)), look);
}

export function putRank(sheet: SheetBuilder, table: RecapTable, index: number, row: number): void {
  const { plan, columns, firstLine, lastCompared } = table;
  const line = plan.lines[index];
  const rank = line?.standing?.rank ?? null;
  const look = { ...centerLook, bold: true, size: 12, fill: 'result' } as const;
  if (isPlaceBased(plan.file.rules.method)) {
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
  const ranked = {
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
