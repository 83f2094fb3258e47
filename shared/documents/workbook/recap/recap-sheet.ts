/**
 * Rekapitulasi nilai: the table of one category, from the jurors' totals to the rank, all of it formulas over the juror
 * sheets (rules X6, X11 to X15). Columns right of the printed area help the rank formula.
 */
import { toExactText, toNumber } from '../../../lib/rational.ts';
import { lineRemarks, warningsOf, type CategoryPlan } from '../../model/category-plan.ts';
import { putContestant } from '../../model/contestant-cells.ts';
import { excludedLook, numberLook, textLook } from '../looks.ts';
import { fixedOrders } from '../rank-formula.ts';
import { isCut, legibleScale, widthScale } from '../page-break.ts';
import { recapColumns, titleColumn, type RecapLayout } from './recap-columns.ts';
import { notesOf, putRecapSignatures } from './recap-foot.ts';
import { putHeader } from './recap-header.ts';
import { jurorColumnCount, jurorTotalsSheet, putJurorTables, type JurorTotalAt } from './recap-jurors.ts';
import { putRemarks } from './recap-remarks.ts';
import { putCombined, putFinal, putGates, putRank } from './recap-result.ts';
import { putStageCells } from './recap-stage.ts';
import type { RecapInput, RecapTable } from './recap-table.ts';
import { fittingText, roomIn } from '../text-size.ts';
import { putHeading, putNotes, sheetBuilder, type SheetBuilder } from '../sheet-builder.ts';
import { cellName, fixedArea, number, sheetPrefix, text, type SheetModel } from '../../model/workbook-model.ts';

export interface RecapSheet {
  /** The recap, and where it needs one the sheet of the jurors' totals. */
  readonly models: readonly SheetModel[];
  /** Addresses of whole columns of the compared lines, with the sheet's name, for the list of winners. */
  readonly column: (which: 'number' | 'name' | 'unit' | 'final' | 'award' | 'order') => string;
  readonly finalCell: (line: number) => string;
}

/**
 * In one table where that is legible; else in tables below each other where all is on one page; else on two sheets where the
 * result and its signatures are on one page, or where a table below another would be cut.
 */
export function recapSheet(input: RecapInput): RecapSheet {
  const whole = buildRecap(input, 'one-table');
  const isLegible = whole.models.every((model) => widthScale(model) >= legibleScale);
  if (isLegible || jurorColumnCount(input.plan) === 0) return whole;
  const below = buildRecap(input, 'below');
  const fit = below.models[0]?.pageFit;
  if (fit?.type === 'one-page') return below;
  const apart = buildRecap(input, 'own-sheet');
  return !below.models.some(isCut) && apart.models[0]?.pageFit.type === 'pages' ? below : apart;
}

function buildRecap(input: RecapInput, layout: RecapLayout): RecapSheet {
  const { plan, jurorSheets, steps } = input;
  const words = plan.words.documents;
  const sheet = sheetBuilder();
  const orders = fixedOrders(plan, steps);
  const hasFixedOrder = orders.some((one) => one.group > 0);
  const columns = recapColumns(plan, layout, jurorColumnCount(plan), { steps, hasFixedOrder, jurorSheets });
  const width = columns.last;
  const paper = plan.file.contest.paper ?? 'F4';
  const top = putHeading(sheet, words, plan.file.contest, width, {
    title: words.titles.recap,
    lines: [plan.file.contest.name, words.titles.category(plan.category.name), ...input.seal.lines],
    warnings: [...input.seal.warnings, ...warningsOf(plan)],
  });
  const hasStageRow = columns.stages.some((stage) => stage.first !== null);
  const weightRow = top + Math.max(1, Number(hasStageRow) + Number(columns.stages.length > 1));
  const firstLine = weightRow + 1;
  const afterTable = firstLine + plan.lines.length;
  sheet.gap(afterTable);
  const below =
    layout === 'below' ? putJurorTables(sheet, plan, jurorSheets, { top: afterTable + 1, pieces: null }) : null;
  const own = layout === 'own-sheet' ? jurorTotalsSheet(plan, jurorSheets, input.jurorsName) : null;
  const inTable: JurorTotalAt = (stage, line, juror) => ({
    row: firstLine + line,
    column: (columns.stages.find((one) => one.judged.stage.id === stage)?.first ?? 1) + juror,
  });
  const table: RecapTable = {
    ...input,
    columns,
    orders,
    firstLine,
    lastCompared: firstLine + Math.max(1, plan.rankedCount) - 1,
    weightRow,
    totalAt: own?.at ?? below?.at ?? inTable,
    totalsPrefix: own === null ? '' : sheetPrefix(input.jurorsName),
  };
  putHeader(sheet, table, top);
  plan.lines.forEach((_, index) => putLine(sheet, table, index));
  const notesTop = below?.next ?? afterTable + 1;
  sheet.keepFrom(notesTop);
  const afterNotes = putNotes(sheet, notesTop, width, notesOf(table));
  const end = putRecapSignatures(sheet, table, afterNotes);

  const prefix = sheetPrefix(input.name);
  const columnNumbers = {
    number: 2,
    name: 3,
    unit: 4,
    final: columns.final,
    award: columns.award,
    order: columns.order,
  };
  const model = sheet.finish({
    kind: 'recap',
    identity: input.seal.identity(words.titles.identities.recap(plan.category.name)),
    name: input.name,
    columnWidths: columns.widths,
    printArea: { top: 1, left: 1, bottom: end - 1, right: width },
    tables: [{ head: [top, weightRow], last: afterTable - 1 }, ...(below?.tables ?? [])],
    frozen: { rows: weightRow, columns: 4 },
    paper,
    orientation: 'landscape',
  });
  return {
    models: own === null ? [model] : [model, own.model],
    column: (which) => {
      const column = columnNumbers[which];
      return `${prefix}${fixedArea({ top: firstLine, left: column, bottom: table.lastCompared, right: column })}`;
    },
    finalCell: (line) => `${prefix}${cellName(firstLine + line, columns.final)}`,
  };
}

/** Points: a remark longer than a row can be is cut as one sees, with room for the award before it. */
const highestRemark = 340;

function putLine(sheet: SheetBuilder, table: RecapTable, index: number): void {
  const { plan, columns, firstLine } = table;
  const line = plan.lines[index];
  if (line === undefined) return;
  const row = firstLine + index;
  putContestant(sheet, line, index, row);
  if (columns.titleEnd >= titleColumn) {
    const title = { top: row, left: titleColumn, bottom: row, right: columns.titleEnd };
    sheet.merge(title, text(line.contestant.title ?? ''), { ...textLook, size: 9 });
  }
  const room = roomIn(
    columns.widths.slice(columns.remarks - 1, columns.last).reduce((sum, width) => sum + width, 0),
    true,
  );
  const remarks = fittingText(lineRemarks(plan, line).join('; '), room, highestRemark, { size: 9 });
  if (index >= plan.rankedCount) {
    for (let column = columns.titleEnd + 1; column < columns.remarks; column += 1)
      sheet.put(row, column, text('–'), excludedLook);
    const area = { top: row, left: columns.remarks, bottom: row, right: columns.last };
    sheet.merge(area, text(remarks), { ...textLook, size: 9 });
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
