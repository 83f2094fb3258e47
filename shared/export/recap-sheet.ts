/**
 * Rekapitulasi nilai: the table of one category, from the jurors' totals to the rank, all of it formulas over the juror
 * sheets (rules X6, X11 to X15). Columns right of the printed area help the rank formula.
 */
import { toExactText, toNumber } from '../lib/rational.ts';
import { lineRemarks, warningsOf, type CategoryPlan } from './category-plan.ts';
import type { CriterionSheet } from './criterion-sheet.ts';
import { putContestant } from './contestant-cells.ts';
import type { JurorSheet } from './juror-sheet.ts';
import { excludedLook, numberLook, textLook } from './looks.ts';
import { fixedOrders, type FixedOrder, type LiveStep } from './rank-formula.ts';
import { firstColumn, recapColumns, type RecapColumns } from './recap-columns.ts';
import { notesOf, putSignatures } from './recap-foot.ts';
import { putHeader } from './recap-header.ts';
import { putRemarks } from './recap-remarks.ts';
import { putCombined, putFinal, putGates, putRank } from './recap-result.ts';
import { putStageCells } from './recap-stage.ts';
import { putHeading, putNotes, sheetBuilder, type SheetBuilder } from './sheet-builder.ts';
import { cellName, fixedArea, number, sheetPrefix, text, type SheetModel } from './workbook-model.ts';

export interface RecapSheet {
  readonly model: SheetModel;
  /** Addresses of whole columns of the compared lines, with the sheet's name, for the list of winners. */
  readonly column: (which: 'number' | 'name' | 'unit' | 'final' | 'award' | 'order') => string;
  readonly finalCell: (line: number) => string;
}

export interface RecapInput {
  readonly plan: CategoryPlan;
  readonly name: string;
  readonly jurorSheets: readonly JurorSheet[];
  readonly criterionSheet: CriterionSheet | null;
  readonly steps: readonly LiveStep[];
}

/** Everything that the parts of the table need to know. */
export interface RecapTable extends RecapInput {
  readonly columns: RecapColumns;
  readonly orders: readonly FixedOrder[];
  readonly firstLine: number;
  readonly lastCompared: number;
  readonly weightRow: number;
}

export function recapSheet(input: RecapInput): RecapSheet {
  const { plan } = input;
  const sheet = sheetBuilder();
  const orders = fixedOrders(plan, input.steps);
  const columns = recapColumns(
    plan,
    input.steps,
    orders.some((one) => one.group > 0),
    input.jurorSheets,
  );
  const width = columns.remarks;
  const top = putHeading(sheet, plan.file.contest, width, {
    title: 'REKAPITULASI NILAI',
    lines: [plan.file.contest.name, `Kategori: ${plan.category.name}`],
    warnings: warningsOf(plan),
  });
  const weightRow = top + 2;
  const firstLine = weightRow + 1;
  const table: RecapTable = {
    ...input,
    columns,
    orders,
    firstLine,
    lastCompared: firstLine + Math.max(1, plan.rankedCount) - 1,
    weightRow,
  };
  putHeader(sheet, table, top);
  plan.lines.forEach((_, index) => putLine(sheet, table, index));
  const afterTable = firstLine + plan.lines.length;
  const afterNotes = putNotes(sheet, afterTable + 1, width, notesOf(table));
  sheet.keepFrom(afterNotes + 1);
  const end = putSignatures(sheet, table, afterNotes + 1);

  const prefix = sheetPrefix(input.name);
  const columnNumbers = {
    number: 2,
    name: 3,
    unit: 4,
    final: columns.final,
    award: columns.award,
    order: columns.order,
  };
  return {
    model: sheet.finish({
      kind: 'recap',
      name: input.name,
      columnWidths: columns.widths,
      printArea: { top: 1, left: 1, bottom: end - 1, right: width },
      repeatedRows: [top, weightRow],
      frozen: { rows: weightRow, columns: 4 },
      paper: plan.file.contest.paper ?? 'F4',
      orientation: 'landscape',
    }),
    column: (which) => {
      const column = columnNumbers[which];
      return `${prefix}${fixedArea({ top: firstLine, left: column, bottom: table.lastCompared, right: column })}`;
    },
    finalCell: (line) => `${prefix}${cellName(firstLine + line, columns.final)}`,
  };
}

function putLine(sheet: SheetBuilder, table: RecapTable, index: number): void {
  const { plan, columns, firstLine } = table;
  const line = plan.lines[index];
  if (line === undefined) return;
  const row = firstLine + index;
  putContestant(sheet, line, index, row);
  sheet.put(row, 5, text(line.contestant.title ?? ''), { ...textLook, size: 9 });
  const remarks = lineRemarks(plan, line).join('; ');
  if (index >= plan.rankedCount) {
    for (let column = firstColumn; column < columns.remarks; column += 1)
      sheet.put(row, column, text('–'), excludedLook);
    sheet.put(row, columns.remarks, text(remarks), textLook);
    return;
  }
  for (const stage of columns.stages) putStageCells(sheet, table, stage, line, index);
  putGates(sheet, table, index, row);
  const combined = putCombined(sheet, table, index, row);
  sheet.put(row, columns.penalty, number(toNumber(line.totals.penalty)), numberLook(penaltyDecimals(plan)));
  putFinal(sheet, table, index, row, combined);
  putRank(sheet, table, index, row);
  putRemarks(sheet, table, index, row, remarks);
}

/** As many decimals as the category's deductions need, at least 2. */
function penaltyDecimals(plan: CategoryPlan): number {
  const fractions = plan.lines.map((line) => toExactText(line.totals.penalty).split('.')[1] ?? '');
  return Math.max(2, ...fractions.map((fraction) => fraction.length));
}
