/**
 * Lembar penilaian: one sheet per juror and category, with a table per stage below each other. It holds the raw scores, the only
 * numbers that somebody types; the juror's totals are formulas over them (rules X5, X11). A cell that says "TM" is a juror
 * who does not judge that contestant.
 */
import type { Juror } from '../domain/contest-file.ts';
import { present } from '../lib/assert.ts';
import type { JudgedStage } from '../ranking/contest-index.ts';
import type { StageTotals } from '../ranking/types.ts';
import { isPercent, jurorText, juryLabel, seatName, statusName, type CategoryPlan } from './category-plan.ts';
import { putContestant } from './contestant-cells.ts';
import { cachedNumber, decimalNumber, rounded, weightedSum } from './formulas.ts';
import { firstCriterion, headerRows, putHeader, type Block } from './juror-header.ts';
import { centerLook, excludedLook, fixedFormat, helperLook, numberLook, textLook } from './looks.ts';
import { comfortableWidth } from './page-break.ts';
import { scaleNotes } from './scale-notes.ts';
import { contestantWidths, contestantWishes, widened } from './column-widths.ts';
import {
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
  const judged = plan.stages.filter((stage) => stage.jurors.some((one) => one.id === juror.id));
  const paper = plan.file.contest.paper ?? 'F4';
  const widths = widthsOf(plan, judged, paper);
  const width = widths.length;
  const top = putHeading(sheet, plan.file.contest, width, {
    title: 'LEMBAR PENILAIAN',
    lines: [plan.file.contest.name, `Kategori: ${plan.category.name}`, `Juri: ${jurorText(plan.file, juror.id)}`],
    warnings: [],
  });
  const blocks = blocksOf(plan, judged, top, width);
  const afterTables = top + blocks.reduce((rows, block) => rows + rowsOf(plan, block.judged), 0);
  for (const block of blocks) putBlock(sheet, plan, juror, block, width);
  sheet.keepFrom(afterTables);
  // The legend stands at the left of the signature: a sheet of paper is short.
  const signed = Math.max(firstCriterion - 1, width - columnsWithin(widths, 45) + 1);
  const afterNotes = putNotes(sheet, afterTables, signed - 1, scaleNotes(plan, judged));
  const last = Math.max(afterNotes, putJurorSignature(sheet, plan, juror, { top: afterTables, left: signed, width }));

  const prefix = sheetPrefix(name);
  const address = (block: Block | undefined, column: number | null | undefined, index: number) =>
    block === undefined || column === null || column === undefined
      ? null
      : `${prefix}${cellName(block.head[1] + 1 + index, column)}`;
  const blockOf = (stage: string) => blocks.find((block) => block.judged.stage.id === stage);
  return {
    juror,
    model: sheet.finish({
      kind: 'juror',
      name,
      columnWidths: blocks.some((block) => block.unrounded !== null) ? [...widths, 3, 12] : widths,
      printArea: { top: 1, left: 1, bottom: last - 1, right: width },
      tables: blocks.map((block) => ({ head: block.head, last: block.head[1] + plan.lines.length })),
      frozen: { rows: blocks.length === 1 ? (blocks[0]?.head[1] ?? 0) : 0, columns: firstCriterion - 1 },
      paper,
      orientation: 'landscape',
    }),
    total: (stage, index) => address(blockOf(stage), blockOf(stage)?.total, index),
    unrounded: (stage, index) => address(blockOf(stage), blockOf(stage)?.unrounded ?? blockOf(stage)?.total, index),
    score: (criterion, index) => {
      for (const block of blocks) {
        const at = block.judged.rubric.criteria.findIndex((one) => one.id === criterion);
        if (at >= 0) return address(block, firstCriterion + at, index);
      }
      return null;
    },
  };
}

/** Number, name and unit, as many criteria as the longest rubric has, its total, and the notes. */
function widthsOf(plan: CategoryPlan, judged: readonly JudgedStage[], paper: 'A4' | 'F4'): readonly number[] {
  const contestants = plan.lines.map((line) => line.contestant);
  const rubrics = judged.map((stage) => stage.rubric.criteria);
  const count = Math.max(...rubrics.map((criteria) => criteria.length));
  // The longest word of a head is not broken.
  const words = rubrics.flat().flatMap((criterion) => `${criterion.name} ${criterion.aspect ?? ''}`.split(/[\s/]/));
  const word = Math.max(...words.map((one) => one.length));
  const criterion = Math.min(13, Math.max(9, word * 0.9 + 1));
  const scores = (each: number) => Array.from({ length: count }, () => each);
  const widths = [...contestantWidths(contestants), ...scores(criterion), 9, 14];
  const wishes = [...contestantWishes(contestants), ...scores(Math.max(12, criterion)), 9, 45];
  return widened(widths, wishes, comfortableWidth(paper));
}

/** The tables of the stages below each other, a free row after each. */
function blocksOf(plan: CategoryPlan, judged: readonly JudgedStage[], top: number, width: number): readonly Block[] {
  const isRounded = plan.file.rules.rounding.some((step) => step.at === 'weighted' || step.at === 'juror');
  let row = top;
  return judged.map((stage) => {
    const first = row;
    row += rowsOf(plan, stage);
    return {
      judged: stage,
      head: [first, first + headerRows(plan, stage) - 1],
      total: firstCriterion + stage.rubric.criteria.length,
      unrounded: isRounded ? width + 2 : null,
    };
  });
}

function rowsOf(plan: CategoryPlan, judged: JudgedStage): number {
  return headerRows(plan, judged) + plan.lines.length + 1;
}

function putBlock(sheet: SheetBuilder, plan: CategoryPlan, juror: Juror, block: Block, width: number): void {
  putHeader(sheet, plan, block, width);
  const weightRow = block.head[1];
  plan.lines.forEach((line, index) => {
    const row = weightRow + 1 + index;
    putContestant(sheet, line, index, row);
    const totals = present(
      line.totals.stages.find((stage) => stage.stage === block.judged.stage.id),
      'totals of a stage',
    );
    putScores(sheet, juror, block, totals, { row, isOut: index >= plan.rankedCount });
    putTotal(sheet, plan, juror, block, totals, { row, weightRow, index });
    const { status } = line.totals;
    const isOut = status !== 'ranked' && status !== 'failed-gate';
    const notes = { top: row, left: block.total + 1, bottom: row, right: width };
    sheet.merge(notes, isOut ? text(statusName(status)) : blank, textLook);
  });
  allowScores(sheet, block, weightRow + 1, weightRow + plan.lines.length);
  sheet.gap(weightRow + plan.lines.length + 1);
}

interface LinePlace {
  readonly index: number;
  readonly row: number;
  readonly weightRow: number;
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
      sheet.put(row, firstCriterion + index, number(decimalNumber(mark.value)), look);
    } else if (isExempt) sheet.put(row, firstCriterion + index, text('TM'), excludedLook);
    else sheet.put(row, firstCriterion + index, blank, isOut ? excludedLook : centerLook);
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
  const marks = fixedArea({ top: row, left: firstCriterion, bottom: row, right: last });
  const weights = fixedArea({ top: weightRow, left: firstCriterion, bottom: weightRow, right: last });
  const count = rubric.criteria.length;
  const whole = (expression: string) =>
    `IF(COUNT(${marks})=${count},${expression},IF(COUNTIF(${marks},"TM")>0,"TM",""))`;
  const own = totals.sheets.find((one) => one.juror === juror.id);
  const isExempt = totals.recused.includes(juror.id) || totals.absent.includes(juror.id);
  const absent = isExempt ? 'TM' : '';
  const resultFill = index < plan.rankedCount ? 'result' : 'excluded';
  if (rubric.gate === true) {
    const passes = rubric.criteria.map(
      (criterion, index) => `${cellName(row, firstCriterion + index)}>=${criterion.max}`,
    );
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
      area: { top, left: firstCriterion + index, bottom, right: firstCriterion + index },
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
  { top, left, width }: { readonly top: number; readonly left: number; readonly width: number },
): number {
  const label = juryLabel(plan.file);
  const role = `${placeAndDate(plan.file.contest)}\n${label},`;
  const signature = signatureOf(role, { ...juror, name: juror.name || seatName(plan.file, juror.id) });
  return putSignature(sheet, top, left, width, { ...signature, name: `( ${juror.name} )` });
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
