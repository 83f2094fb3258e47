/** The recap's cells of one stage and contestant: what each juror gave, and the value that the method makes of it (X11). */
import { present } from '../lib/assert.ts';
import { isPlaceBased } from '../ranking/methods.ts';
import type { StageTotals } from '../ranking/types.ts';
import type { ContestantLine } from './category-plan.ts';
import { cachedNumber, methodOver, rounded } from './formulas.ts';
import { centerLook, excludedLook, helperLook, numberLook } from './looks.ts';
import type { StageColumns } from './recap-columns.ts';
import type { RecapTable } from './recap-sheet.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import { cellName, fixedArea, formula, text } from './workbook-model.ts';

export function putStageCells(
  sheet: SheetBuilder,
  table: RecapTable,
  stage: StageColumns,
  line: ContestantLine,
  index: number,
): void {
  const { plan, firstLine } = table;
  const { rules } = plan.file;
  const row = firstLine + index;
  const { judged, first, value } = stage;
  const totals = present(
    line.totals.stages.find((one) => one.stage === judged.stage.id),
    'totals of a judged stage',
  );
  judged.jurors.forEach((juror, at) => {
    const source = table.jurorSheets.find((one) => one.juror.id === juror.id);
    const address = source?.total(judged.stage.id, index) ?? null;
    const own = totals.sheets.find((one) => one.juror === juror.id);
    const isExempt = totals.recused.includes(juror.id) || totals.absent.includes(juror.id);
    const cached = own === undefined ? (isExempt ? 'TM' : '') : cachedNumber(own.total);
    const look = isExempt ? excludedLook : numberLook(plan.decimals);
    sheet.put(row, first + at, address === null ? text('–') : formula(address, cached), look);
    const unrounded = source?.unrounded(judged.stage.id, index) ?? null;
    const helperColumn = stage.unrounded?.[at];
    if (helperColumn === undefined || unrounded === null) return;
    const exact = own === undefined ? (isExempt ? 'TM' : '') : cachedNumber(own.exact);
    sheet.put(row, helperColumn, formula(unrounded, exact), helperLook);
  });
  const valueLook = judged.jurors.length === 0 ? centerLook : numberLook(plan.decimals, { bold: true });
  const cells = countedCells(stage, totals, row, isPlaceBased(rules.method));
  sheet.put(row, value, formula(valueFormula(table, stage, index, cells), cachedNumber(totals.result)), valueLook);
}

/** The cells that the method counts: all of the stage's jurors, or for place-based methods only the counted panel. */
function countedCells(stage: StageColumns, totals: StageTotals, row: number, placeBased: boolean): string | null {
  const { judged, first, value } = stage;
  if (judged.jurors.length === 0) return null;
  if (!placeBased) return fixedArea({ top: row, left: first, bottom: row, right: value - 1 });
  const counted = judged.jurors.flatMap((juror, at) =>
    totals.panel.includes(juror.id) ? [cellName(row, first + at)] : [],
  );
  return counted.length === 0 ? null : counted.join(',');
}

function valueFormula(
  { plan, criterionSheet }: RecapTable,
  stage: StageColumns,
  index: number,
  cells: string | null,
): string {
  const { rules } = plan.file;
  if (rules.applyAt === 'criterion' && criterionSheet !== null) {
    const parts = criterionSheet.weighted(stage.judged.stage.id, index);
    const count = stage.judged.rubric.criteria.length;
    if (parts !== null) return `IF(COUNT(${parts})=${count},${rounded(rules, 'stage', `SUM(${parts})`)},"")`;
  }
  if (cells === null) return '""';
  return methodOver(rules, cells, (expression) => rounded(rules, 'stage', expression));
}
