/** The recap's remarks: award and tie by formula, followed by what the application recorded (rules X6, X7). */
import { capitalised } from '../../../lib/capitalised.ts';
import { placeLabelOf, type CategoryPlan } from '../../model/category-plan.ts';
import { helperLook, textLook } from '../looks.ts';
import type { RecapTable } from './recap-table.ts';
import type { SheetBuilder } from '../sheet-builder.ts';
import {
  cellName,
  fixedArea,
  fixedCell,
  formula,
  number,
  text,
  textLiteral,
  type CellValue,
} from '../../model/workbook-model.ts';
import type { ContestantId } from '../../../domain/ids.ts';

/** Award and tie in words, followed by what was recorded; the helper columns feed the list of winners as well. */
export function putRemarks(sheet: SheetBuilder, table: RecapTable, index: number, row: number, recorded: string): void {
  const { plan, columns, firstLine, lastCompared } = table;
  const { remarks: words } = plan.words.documents;
  const [before, after] = words.undecided;
  const line = plan.lines[index];
  const standing = line?.standing;
  const rank = cellName(row, columns.rank);
  const ranks = fixedArea({ top: firstLine, left: columns.rank, bottom: lastCompared, right: columns.rank });
  const labels = plan.placeLabels;
  const joint = standing !== undefined && standing !== null && isJoint(plan, standing.contestant) ? 1 : 0;
  const place = standing?.rank ?? null;
  const isShared = standing?.shared === true && place !== null;
  sheet.put(row, columns.joint, number(joint), helperLook);

  const earlier = plan.lines.slice(0, index).filter((line) => place !== null && line.standing?.rank === place).length;
  const above =
    index === 0 ? '0' : `COUNTIF(${fixedCell(firstLine, columns.rank)}:${cellName(row - 1, columns.rank)},${rank})`;
  const order = place === null ? '' : place + earlier;
  sheet.put(row, columns.order, formula(`IF(ISNUMBER(${rank}),${rank}+${above},"")`, order), helperLook);

  const label = line === undefined ? '' : placeLabelOf(plan, line);
  const labelCell = cellName(row, columns.label);
  const choices = labels.map(textLiteral).join(',');
  const { minimum } = plan.file.rules;
  const isHighEnough = minimum === undefined ? null : `${cellName(row, columns.compared)}>=${minimum}`;
  const isRankedNow = `ISNUMBER(${rank})`;
  const mayBePlaced = isHighEnough === null ? isRankedNow : `AND(${isRankedNow},${isHighEnough})`;
  const hasPlace = line?.totals.outOf === null ? mayBePlaced : 'FALSE';
  const labelFormula = `IF(${hasPlace},IF(${rank}<=${labels.length},CHOOSE(${rank},${choices}),""),"")`;
  sheet.put(row, columns.label, formula(labelFormula, label), helperLook);

  const shared = `COUNTIF(${ranks},${rank})>1`;
  const award =
    label === '' || !isShared ? label : joint === 1 ? `${label}${words.joint}` : `${before}${place}${after}`;
  const awardFormula = `IF(${labelCell}="","",IF(${shared},IF(${cellName(row, columns.joint)}=1,${labelCell}&${textLiteral(words.joint)},${textLiteral(before)}&${rank}&${textLiteral(after)}),${labelCell}))`;
  sheet.put(row, columns.award, formula(awardFormula, award), helperLook);

  const awardCell = cellName(row, columns.award);
  const tie = `IF(AND(ISNUMBER(${rank}),${shared},${awardCell}=""),${textLiteral(words.tie)},${awardCell})`;
  const shown = isShared && award === '' ? words.tie : award;
  sheet.put(row, columns.recorded, text(recorded), { ...helperLook, horizontal: 'left' });
  const value = withRecorded(tie, shown, recorded, cellName(row, columns.recorded));
  sheet.merge({ top: row, left: columns.remarks, bottom: row, right: columns.last }, value, { ...textLook, size: 9 });
}

/** `recorded` is what stands in the helper cell; alone it begins with a capital letter. */
function withRecorded(expression: string, shown: string, recorded: string, cell: string): CellValue {
  if (recorded === '') return formula(expression, shown);
  const alone = `UPPER(LEFT(${cell},1))&MID(${cell},2,LEN(${cell}))`;
  const joined = shown === '' ? capitalised(recorded) : `${shown}; ${recorded}`;
  return formula(`IF(${expression}="",${alone},${expression}&"; "&${cell})`, joined);
}

function isJoint(plan: CategoryPlan, contestant: ContestantId): boolean {
  return plan.file.decisions.some(
    (one) => one.kind === 'joint' && one.category === plan.category.id && one.contestants.includes(contestant),
  );
}
