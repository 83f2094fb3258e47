/**
 * Lembar penilaian: one sheet per juror and category, with a block of columns per stage. It holds the raw scores, the only
 * numbers that somebody types; the juror's totals are formulas over them (rules X5, X11). A cell that says "TM" is a juror
 * who does not judge that contestant.
 */
import type { Juror } from '../domain/contest-file.ts';
import { present } from '../lib/assert.ts';
import type { StageTotals } from '../ranking/types.ts';
import {
  isPercent,
  jurorText,
  juryLabel,
  seatName,
  statusName,
  type CategoryPlan,
  type ContestantLine,
} from './category-plan.ts';
import { putContestant } from './contestant-cells.ts';
import { cachedNumber, decimalNumber, rounded, weightedSum } from './formulas.ts';
import { fixedColumns, putHeader, type Block } from './juror-header.ts';
import { centerLook, excludedLook, fixedFormat, helperLook, numberLook, textLook } from './looks.ts';
import { scaleNotes } from './scale-notes.ts';
import {
  contestantWidths,
  lastWidth,
  placeAndDate,
  putHeading,
  putNotes,
  putSignature,
  sheetBuilder,
  signatureOf,
  type SheetBuilder,
} from './sheet-builder.ts';
import { blank, cellName, fixedArea, formula, number, sheetPrefix, text, type SheetModel } from './workbook-model.ts';

export interface JurorSheet {
  readonly juror: Juror;
  readonly model: SheetModel;
  /** Addresses with the sheet's name, by stage or criterion id and the line's index; null where this juror does not judge. */
  readonly total: (stage: string, line: number) => string | null;
  readonly unrounded: (stage: string, line: number) => string | null;
  readonly score: (criterion: string, line: number) => string | null;
}

export function jurorSheet(plan: CategoryPlan, juror: Juror, name: string): JurorSheet {
  const sheet = sheetBuilder();
  const blocks = blocksOf(plan, juror);
  const notesColumn = present(blocks.at(-1), 'a stage').total + 1;
  const paper = plan.file.contest.paper ?? 'F4';
  const scored = [
    ...contestantWidths(plan.lines.map((line) => line.contestant)),
    ...blocks.flatMap((block) => [...block.judged.rubric.criteria.map(() => 11), 10]),
  ];
  const widths = [...scored, lastWidth(scored, paper, 26)];
  const top = putHeading(sheet, plan.file.contest, notesColumn, {
    title: 'LEMBAR PENILAIAN',
    lines: [plan.file.contest.name, `Kategori: ${plan.category.name}`, `Juri: ${jurorText(plan.file, juror.id)}`],
    warnings: [],
  });
  const header = putHeader(sheet, plan, blocks, notesColumn, top);
  const firstLine = header.weightRow + 1;
  plan.lines.forEach((line, index) => {
    putLine(sheet, plan, juror, blocks, {
      line,
      index,
      row: firstLine + index,
      weightRow: header.weightRow,
      notesColumn,
    });
  });
  const lastLine = firstLine + plan.lines.length - 1;
  for (const block of blocks) allowScores(sheet, block, firstLine, lastLine);
  const afterNotes = putNotes(
    sheet,
    lastLine + 2,
    notesColumn,
    scaleNotes(
      plan,
      blocks.map((block) => block.judged),
    ),
  );
  sheet.keepFrom(afterNotes + 1);
  const last = putJurorSignature(sheet, plan, juror, widths, afterNotes + 1);

  const prefix = sheetPrefix(name);
  const address = (column: number | null | undefined, index: number) =>
    column === null || column === undefined ? null : `${prefix}${cellName(firstLine + index, column)}`;
  const blockOf = (stage: string) => blocks.find((block) => block.judged.stage.id === stage);
  return {
    juror,
    model: sheet.finish({
      kind: 'juror',
      name,
      columnWidths: blocks.some((block) => block.unrounded !== null) ? [...widths, 3, ...blocks.map(() => 12)] : widths,
      printArea: { top: 1, left: 1, bottom: last - 1, right: notesColumn },
      repeatedRows: [top, header.weightRow],
      frozen: { rows: header.weightRow, columns: fixedColumns },
      paper,
      orientation: 'landscape',
    }),
    total: (stage, index) => address(blockOf(stage)?.total, index),
    unrounded: (stage, index) => address(blockOf(stage)?.unrounded ?? blockOf(stage)?.total, index),
    score: (criterion, index) => address(criterionColumn(blocks, criterion), index),
  };
}

function blocksOf(plan: CategoryPlan, juror: Juror): readonly Block[] {
  const judged = plan.stages.filter((stage) => stage.jurors.some((one) => one.id === juror.id));
  let column = fixedColumns + 1;
  const placed = judged.map((stage) => {
    const first = column;
    const total = first + stage.rubric.criteria.length;
    column = total + 1;
    return { judged: stage, first, total };
  });
  const isRounded = plan.file.rules.rounding.some((step) => step.at === 'weighted' || step.at === 'juror');
  return placed.map((block, index) => ({ ...block, unrounded: isRounded ? column + 2 + index : null }));
}

function criterionColumn(blocks: readonly Block[], criterion: string): number | null {
  for (const block of blocks) {
    const index = block.judged.rubric.criteria.findIndex((one) => one.id === criterion);
    if (index >= 0) return block.first + index;
  }
  return null;
}

interface LinePlace {
  readonly line: ContestantLine;
  readonly index: number;
  readonly row: number;
  readonly weightRow: number;
  readonly notesColumn: number;
}

function putLine(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  juror: Juror,
  blocks: readonly Block[],
  place: LinePlace,
): void {
  const { line, index, row, notesColumn } = place;
  putContestant(sheet, line, index, row);
  for (const block of blocks) {
    const totals = present(
      line.totals.stages.find((stage) => stage.stage === block.judged.stage.id),
      'totals of a stage',
    );
    putScores(sheet, juror, block, totals, { row, isOut: index >= plan.rankedCount });
    putTotal(sheet, plan, juror, block, totals, place);
  }
  const { status } = line.totals;
  const isOut = status !== 'ranked' && status !== 'failed-gate';
  sheet.put(row, notesColumn, isOut ? text(statusName(status)) : blank, textLook);
}

function putScores(
  sheet: SheetBuilder,
  juror: Juror,
  block: Block,
  totals: StageTotals,
  { row, isOut }: { readonly row: number; readonly isOut: boolean },
): void {
  const own = totals.sheets.find((one) => one.juror === juror.id);
  const isExempt = totals.recused.includes(juror.id) || totals.absent.includes(juror.id);
  block.judged.rubric.criteria.forEach((criterion, index) => {
    const mark = own?.marks[index];
    if (mark !== undefined) {
      const look = { ...centerLook, numberFormat: scoreFormat(criterion.step, criterion.min) };
      sheet.put(row, block.first + index, number(decimalNumber(mark.value)), look);
    } else if (isExempt) sheet.put(row, block.first + index, text('TM'), excludedLook);
    else sheet.put(row, block.first + index, blank, isOut ? excludedLook : centerLook);
  });
}

/** As many decimals as the step of the criterion can make. */
function scoreFormat(step: string, min: string): string {
  return fixedFormat(Math.max(decimalsIn(step), decimalsIn(min)));
}

function decimalsIn(decimal: string): number {
  return decimal.includes('.') ? decimal.length - decimal.indexOf('.') - 1 : 0;
}

function putTotal(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  juror: Juror,
  block: Block,
  totals: StageTotals,
  { row, weightRow, index }: LinePlace,
): void {
  const { rubric } = block.judged;
  const { rules } = plan.file;
  const last = block.total - 1;
  const marks = fixedArea({ top: row, left: block.first, bottom: row, right: last });
  const weights = fixedArea({ top: weightRow, left: block.first, bottom: weightRow, right: last });
  const count = rubric.criteria.length;
  const whole = (expression: string) =>
    `IF(COUNT(${marks})=${count},${expression},IF(COUNTIF(${marks},"TM")>0,"TM",""))`;
  const own = totals.sheets.find((one) => one.juror === juror.id);
  const isExempt = totals.recused.includes(juror.id) || totals.absent.includes(juror.id);
  const absent = isExempt ? 'TM' : '';
  const resultFill = index < plan.rankedCount ? 'result' : 'excluded';
  if (rubric.gate === true) {
    const passes = rubric.criteria.map((criterion, index) => `${cellName(row, block.first + index)}>=${criterion.max}`);
    const isPassed = own?.marks.every((mark, index) => mark.value === rubric.criteria[index]?.max);
    const cached = isPassed === undefined ? absent : isPassed ? 'Ya' : 'Tidak';
    sheet.put(row, block.total, formula(whole(`IF(AND(${passes.join(',')}),"Ya","Tidak")`), cached), {
      ...centerLook,
      bold: true,
      fill: resultFill,
    });
    return;
  }
  const scale = { multiplier: rubric.multiplier, percent: isPercent(rules, rubric) };
  const total = rounded(rules, 'juror', weightedSum(rules, marks, weights, { ...scale, round: true }));
  const look = numberLook(plan.decimals, { bold: true, fill: resultFill });
  sheet.put(row, block.total, formula(whole(total), own === undefined ? absent : cachedNumber(own.total)), look);
  if (block.unrounded === null) return;
  const unrounded = weightedSum(rules, marks, weights, { ...scale, round: false });
  const cached = own === undefined ? absent : cachedNumber(own.exact);
  sheet.put(row, block.unrounded, formula(whole(unrounded), cached), helperLook);
}

function allowScores(sheet: SheetBuilder, block: Block, top: number, bottom: number): void {
  if (bottom < top) return;
  block.judged.rubric.criteria.forEach((criterion, index) => {
    sheet.allow({
      area: { top, left: block.first + index, bottom, right: block.first + index },
      min: decimalNumber(criterion.min),
      max: decimalNumber(criterion.max),
      message: `${criterion.name}: ${criterion.min.replace('.', ',')} sampai ${criterion.max.replace('.', ',')}, atau TM`,
    });
  });
}

function putJurorSignature(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  juror: Juror,
  widths: readonly number[],
  top: number,
): number {
  const left = Math.max(fixedColumns, widths.length - columnsWithin(widths, 45) + 1);
  const label = juryLabel(plan.file);
  const role = `${placeAndDate(plan.file.contest)}\n${label},`;
  const signature = signatureOf(role, { ...juror, name: juror.name || seatName(plan.file, juror.id) });
  return putSignature(sheet, top, left, widths.length, { ...signature, name: `( ${juror.name} )` });
}

/** How many of the last columns are together at least `width` characters wide. */
function columnsWithin(widths: readonly number[], width: number): number {
  let used = 0;
  let count = 0;
  for (const one of widths.toReversed()) {
    if (used >= width) break;
    used += one;
    count += 1;
  }
  return count;
}
