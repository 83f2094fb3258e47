/** The head of the recap: stages over their jurors, the result, and the names of the helper columns (rule X6). */
import { tieStepText } from '../../../domain/tie-step.ts';
import { fromDecimal, toNumber } from '../../../lib/rational.ts';
import { finalTitle, seatName, shortMethod, stepName } from '../../model/category-plan.ts';
import { contestantHeads } from '../../model/contestant-cells.ts';
import { headerLook, helperHeaderLook, weightLook } from '../looks.ts';
import { titleColumn, type StageColumns } from './recap-columns.ts';
import type { RecapTable } from './recap-table.ts';
import type { SheetBuilder } from '../sheet-builder.ts';
import { number, text } from '../../model/workbook-model.ts';

export function putHeader(sheet: SheetBuilder, table: RecapTable, top: number): void {
  const { plan, columns, weightRow } = table;
  const { columns: heads, helpers } = plan.words.documents;
  const tall = (column: number, title: string, right = column): void =>
    sheet.merge({ top, left: column, bottom: weightRow, right }, text(title), headerLook);
  contestantHeads(heads).forEach((title, at) => tall(at + 1, title));
  if (columns.titleEnd >= titleColumn) tall(titleColumn, heads.title, columns.titleEnd);
  for (const stage of columns.stages) putStageHeader(sheet, table, stage, top);
  for (const gate of columns.gates) tall(gate.column, heads.gate(gate.judged.stage.name));
  if (columns.combined !== null) {
    tall(columns.combined, columns.stages.length > 1 ? heads.combined : heads.rounded(shortMethod(plan)));
  }
  tall(columns.penalty, heads.penalty);
  tall(columns.final, finalTitle(plan));
  tall(columns.rank, heads.rank);
  tall(columns.remarks, heads.remarks, columns.last);
  const helper = (column: number, title: string): void => sheet.put(weightRow, column, text(title), helperHeaderLook);
  sheet.put(top, columns.compared, text(helpers.title), {
    ...helperHeaderLook,
    wrap: false,
    horizontal: 'left',
  });
  helper(columns.compared, helpers.compared);
  columns.steps.forEach((column, at) => {
    const step = table.steps[at];
    if (step !== undefined) helper(column, helpers.step(at + 1, stepName(plan, tieStepText(step.step))));
  });
  if (columns.fixed !== null) {
    helper(columns.fixed.group, helpers.group);
    helper(columns.fixed.order, helpers.order);
    helper(columns.fixed.holds, helpers.holds);
  }
  helper(columns.joint, helpers.joint);
  helper(columns.order, helpers.listOrder);
  helper(columns.label, helpers.label);
  helper(columns.award, helpers.award);
  helper(columns.recorded, helpers.recorded);
  for (const stage of columns.stages) {
    stage.unrounded?.forEach((column, at) => helper(column, helpers.exactStage(stage.judged.stage.name, at + 1)));
  }
}

/** The stage's name over its jurors and its value; the value's weight below it, where formulas read it. */
function putStageHeader(sheet: SheetBuilder, { plan, weightRow }: RecapTable, stage: StageColumns, top: number): void {
  const { judged, first, value } = stage;
  const { columns: heads } = plan.words.documents;
  const isAlone = plan.scoredStages.length === 1;
  if (first !== null) {
    const title = isAlone ? heads.jurorTotals : judged.stage.name;
    sheet.merge({ top, left: first, bottom: top, right: value }, text(title), headerLook);
    judged.jurors.forEach((juror, at) => {
      const area = { top: top + 1, left: first + at, bottom: weightRow, right: first + at };
      sheet.merge(area, text(seatName(plan, juror.id)), headerLook);
    });
  }
  const valueTop = first === null ? top : top + 1;
  const valueTitle = first === null && !isAlone ? judged.stage.name : shortMethod(plan);
  if (isAlone) {
    sheet.merge({ top: valueTop, left: value, bottom: weightRow, right: value }, text(valueTitle), headerLook);
    return;
  }
  sheet.merge({ top: valueTop, left: value, bottom: weightRow - 1, right: value }, text(valueTitle), headerLook);
  const weight = toNumber(fromDecimal(judged.stage.weight));
  sheet.put(weightRow, value, number(weight), { ...weightLook, numberFormat: `"${heads.weightPrefix}"General` });
}
