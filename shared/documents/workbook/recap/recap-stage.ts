/** The recap's cells of one stage and contestant: what each juror gave, and the value that the method makes of it (X11). */
import { isPlaceBased } from '../../../domain/methods.ts';
import type { StageTotals } from '../../../ranking/types.ts';
import { stageTotalsOf, type ContestantLine, isExempt } from '../../model/category-plan.ts';
import { cachedNumber, methodOver, rounded } from '../formulas.ts';
import { centerLook, excludedLook, helperLook, numberLook } from '../looks.ts';
import type { StageColumns } from './recap-columns.ts';
import { putJurorTotals, totalCell, totalsRange } from './recap-jurors.ts';
import type { RecapTable } from './recap-table.ts';
import type { SheetBuilder } from '../sheet-builder.ts';
import { formula, text } from '../../model/workbook-model.ts';

export function putStageCells(
  sheet: SheetBuilder,
  table: RecapTable,
  stage: StageColumns,
  line: ContestantLine,
  index: number,
): void {
  const { plan, jurorSheets } = table;
  const row = table.firstLine + index;
  const { judged } = stage;
  const totals = stageTotalsOf(line, judged);
  if (stage.first !== null) putJurorTotals(sheet, { plan, jurorSheets, judged, line, index }, row, stage.first);
  judged.jurors.forEach((juror, at) => {
    const source = jurorSheets.find((one) => one.juror.id === juror.id);
    const unrounded = source?.unrounded(judged.stage.id, index) ?? null;
    const helperColumn = stage.unrounded?.[at];
    if (helperColumn === undefined || unrounded === null) return;
    const own = totals.sheets.find((one) => one.juror === juror.id);
    const isOut = isExempt(totals, juror.id);
    const exact = own === undefined ? (isOut ? plan.words.documents.marks.exempt : '') : cachedNumber(own.exact);
    sheet.put(row, helperColumn, formula(unrounded, exact), helperLook);
  });
  const valueLook = judged.jurors.length === 0 ? centerLook : numberLook(plan.decimals, { bold: true });
  if (totals.use === 'closed') {
    sheet.put(row, stage.value, text('–'), excludedLook);
    return;
  }
  const cells = countedCells(table, stage, totals, index);
  sheet.put(
    row,
    stage.value,
    formula(valueFormula(table, stage, index, cells), cachedNumber(totals.result)),
    valueLook,
  );
}

/** The cells that the method counts: all of the stage's jurors, or for place-based methods only the counted panel. */
function countedCells(
  { plan, totalAt, totalsPrefix }: RecapTable,
  { judged }: StageColumns,
  totals: StageTotals,
  index: number,
): string | null {
  if (judged.jurors.length === 0) return null;
  if (!isPlaceBased(plan.file.rules.method)) return totalsRange(totalAt, totalsPrefix, judged, index);
  const counted = judged.jurors.flatMap((juror, at) =>
    totals.panel.includes(juror.id) ? [totalCell(totalAt, totalsPrefix, judged, index, at)] : [],
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
