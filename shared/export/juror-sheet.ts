/**
 * Lembar penilaian: one sheet per juror and category, with a table per stage below each other. It holds the raw scores, the only
 * numbers that somebody types; the juror's totals are formulas over them (rules X5, X11). A cell that says "TM" is a juror
 * who does not judge that contestant.
 */
import type { ContestantId, Criterion, Juror, JurorId, Rubric } from '../domain/contest-file.ts';
import { present } from '../lib/assert.ts';
import type { JudgedStage } from '../ranking/contest-index.ts';
import type { StageTotals } from '../ranking/types.ts';
import {
  isPercent,
  jurorText,
  juryLabel,
  seatName,
  stageTotalsOf,
  statusName,
  type CategoryPlan,
} from './category-plan.ts';
import { putContestant } from './contestant-cells.ts';
import { cachedNumber, decimalNumber, rounded, weightedSum } from './formulas.ts';
import { firstCriterion, headerRows, putHeader, type Block, type BlockPart } from './juror-header.ts';
import { centerLook, excludedLook, fixedFormat, helperLook, numberLook, textLook } from './looks.ts';
import { comfortableWidth, widestTable } from './page-break.ts';
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

/** What a juror has noted beside the scores of a contestant; empty for nothing. */
export type NotesOf = (juror: JurorId, contestant: ContestantId, rubric: Rubric) => string;

export function jurorSheet(plan: CategoryPlan, juror: Juror, name: string, notesOf: NotesOf): JurorSheet {
  const sheet = sheetBuilder();
  const judged = plan.stages.filter((stage) => stage.jurors.some((one) => one.id === juror.id));
  const paper = plan.file.contest.paper ?? 'F4';
  const perTable = criteriaPerTable(plan, judged, paper);
  const widths = widthsOf(plan, judged, perTable, paper);
  const width = widths.length;
  const top = putHeading(sheet, plan.file.contest, width, {
    title: 'LEMBAR PENILAIAN',
    lines: [plan.file.contest.name, `Kategori: ${plan.category.name}`, `Juri: ${jurorText(plan.file, juror.id)}`],
    warnings: [],
  });
  const blocks = blocksOf(plan, judged, { top, width, perTable });
  const tables = blocks.flatMap((block) => block.parts);
  const afterTables = (tables.at(-1)?.head[1] ?? top) + plan.lines.length + 2;
  for (const block of blocks) putBlock(sheet, plan, juror, block, { width, notesOf });
  sheet.keepFrom(afterTables);
  // The legend stands at the left of the signature: a sheet of paper is short.
  const signed = Math.max(firstCriterion - 1, width - columnsWithin(widths, 45) + 1);
  const afterNotes = putNotes(sheet, afterTables, signed - 1, scaleNotes(plan, judged));
  const last = Math.max(afterNotes, putJurorSignature(sheet, plan, juror, { top: afterTables, left: signed, width }));

  const prefix = sheetPrefix(name);
  const address = (part: BlockPart | undefined, column: number | null | undefined, index: number) =>
    part === undefined || column === null || column === undefined
      ? null
      : `${prefix}${cellName(part.head[1] + 1 + index, column)}`;
  const blockOf = (stage: string) => blocks.find((block) => block.judged.stage.id === stage);
  return {
    juror,
    model: sheet.finish({
      kind: 'juror',
      name,
      columnWidths: blocks.some((block) => block.unrounded !== null) ? [...widths, 3, 12] : widths,
      printArea: { top: 1, left: 1, bottom: last - 1, right: width },
      tables: tables.map(({ head }) => ({ head, last: head[1] + plan.lines.length })),
      frozen: { rows: tables.length === 1 ? (tables[0]?.head[1] ?? 0) : 0, columns: firstCriterion - 1 },
      paper,
      orientation: 'landscape',
    }),
    total: (stage, index) => address(blockOf(stage)?.parts.at(-1), blockOf(stage)?.total, index),
    unrounded: (stage, index) => {
      const block = blockOf(stage);
      return address(block?.parts.at(-1), block?.unrounded ?? block?.total, index);
    },
    score: (criterion, index) => {
      for (const { judged: of, parts } of blocks) {
        const at = of.rubric.criteria.findIndex((one) => one.id === criterion);
        const part = parts.find(({ from, count }) => at >= from && at < from + count);
        if (part !== undefined) return address(part, firstCriterion + at - part.from, index);
      }
      return null;
    },
  };
}

const totalWidth = 9;
const notesWidth = 14;
/** Characters of a note on paper: about 22 lines of the narrowest column, well below the highest row that Excel takes. */
const mostNoted = 260;

/** The longest word of a head is not broken. */
function criterionWidth(judged: readonly JudgedStage[]): number {
  const criteria = judged.flatMap((stage) => stage.rubric.criteria);
  const words = criteria.flatMap((criterion) => `${criterion.name} ${criterion.aspect ?? ''}`.split(/[\s/]/));
  return Math.min(13, Math.max(9, Math.max(...words.map((one) => one.length)) * 0.9 + 1));
}

/** Criteria that stand side by side at a legible size; those of a longer rubric are dealt to tables of about equal length. */
function criteriaPerTable(plan: CategoryPlan, judged: readonly JudgedStage[], paper: 'A4' | 'F4'): number {
  const fixed = contestantWidths(plan.lines.map((line) => line.contestant)).reduce((sum, width) => sum + width, 0);
  const room = widestTable(paper) - fixed - totalWidth - notesWidth;
  return Math.max(1, Math.floor(room / criterionWidth(judged)));
}

/** Number, name and unit, as many criteria as the longest table has, its total, and the notes. */
function widthsOf(
  plan: CategoryPlan,
  judged: readonly JudgedStage[],
  perTable: number,
  paper: 'A4' | 'F4',
): readonly number[] {
  const contestants = plan.lines.map((line) => line.contestant);
  const counts = judged.flatMap((stage) => dealt(stage.rubric.criteria.length, perTable));
  const criterion = criterionWidth(judged);
  const scores = (each: number) => Array.from({ length: Math.max(...counts) }, () => each);
  const widths = [...contestantWidths(contestants), ...scores(criterion), totalWidth, notesWidth];
  const wishes = [...contestantWishes(contestants), ...scores(Math.max(12, criterion)), totalWidth, 45];
  return widened(widths, wishes, comfortableWidth(paper));
}

/** 22 by at most 9: 8, 7 and 7. */
function dealt(count: number, most: number): readonly number[] {
  const parts = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: parts }, (_, index) => Math.floor(count / parts) + Number(index < count % parts));
}

/** The tables of the stages below each other, a free row after each. */
function blocksOf(
  plan: CategoryPlan,
  judged: readonly JudgedStage[],
  { top, width, perTable }: { readonly top: number; readonly width: number; readonly perTable: number },
): readonly Block[] {
  const isRounded = plan.file.rules.rounding.some((step) => step.at === 'weighted' || step.at === 'juror');
  let row = top;
  return judged.map((stage) => {
    const counts = dealt(stage.rubric.criteria.length, perTable);
    const rows = headerRows(plan, stage, counts.length);
    let from = 0;
    const parts = counts.map((count, index): BlockPart => {
      const part = { from, count, head: [row, row + rows - 1], isLast: index === counts.length - 1 } as const;
      from += count;
      row += rows + plan.lines.length + 1;
      return part;
    });
    const total = firstCriterion + (counts.at(-1) ?? 0);
    return { judged: stage, parts, total, unrounded: isRounded ? width + 2 : null };
  });
}

function putBlock(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  juror: Juror,
  block: Block,
  { width, notesOf }: { readonly width: number; readonly notesOf: NotesOf },
): void {
  for (const part of block.parts) {
    putHeader(sheet, plan, block, part, width);
    const top = part.head[1] + 1;
    plan.lines.forEach((line, index) => {
      const row = top + index;
      putContestant(sheet, line, index, row);
      const totals = stageTotalsOf(line, block.judged);
      putScores(sheet, juror, block, part, totals, { row, isOut: index >= plan.rankedCount });
      if (!part.isLast) return;
      putTotal(sheet, plan, juror, block, totals, index);
      const { status } = line.totals;
      const isOut = status !== 'ranked' && status !== 'failed-gate';
      const isLocked = totals.sheets.some((one) => one.juror === juror.id);
      const noted = isLocked ? notesOf(juror.id, line.contestant.id, block.judged.rubric) : '';
      const notes = isOut ? statusName(status) : shortened(noted);
      const area = { top: row, left: block.total + 1, bottom: row, right: width };
      sheet.merge(area, notes === '' ? blank : text(notes), textLook);
    });
    allowScores(sheet, block, part, top, top + plan.lines.length - 1);
    sheet.gap(top + plan.lines.length);
  }
}

/** A row has an end: of a longer note stands the beginning, as a person can see. */
function shortened(note: string): string {
  return note.length <= mostNoted ? note : `${note.slice(0, mostNoted).trimEnd()} … (terpotong)`;
}

function putScores(
  sheet: SheetBuilder,
  juror: Juror,
  block: Block,
  part: BlockPart,
  totals: StageTotals,
  { row, isOut }: { readonly row: number; readonly isOut: boolean },
): void {
  const own = totals.sheets.find((one) => one.juror === juror.id);
  const isExempt = totals.recused.includes(juror.id) || totals.absent.includes(juror.id);
  criteriaOf(block, part).forEach((criterion, index) => {
    const mark = own?.marks[part.from + index];
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
  index: number,
): void {
  const { rubric } = block.judged;
  const { rules } = plan.file;
  const ranges = block.parts.map(({ head, count }) => {
    const right = firstCriterion + count - 1;
    const along = (row: number) => fixedArea({ top: row, left: firstCriterion, bottom: row, right });
    return { marks: along(head[1] + 1 + index), weights: along(head[1]) };
  });
  const row = present(block.parts.at(-1), 'a table').head[1] + 1 + index;
  const sumOf = (expression: (range: (typeof ranges)[number]) => string) => ranges.map(expression).join('+');
  const counted = sumOf(({ marks }) => `COUNT(${marks})`);
  const exempt = sumOf(({ marks }) => `COUNTIF(${marks},"TM")`);
  const whole = (expression: string) =>
    `IF(${counted}=${rubric.criteria.length},${expression},IF(${exempt}>0,"TM",""))`;
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
  const sum = (round: boolean) =>
    sumOf(({ marks, weights }) => weightedSum(rules, marks, weights, { ...scale, round }));
  const total = rounded(rules, 'juror', sum(true));
  const look = numberLook(plan.decimals, { bold: true, fill: resultFill });
  sheet.put(row, block.total, formula(whole(total), own === undefined ? absent : cachedNumber(own.total)), look);
  if (block.unrounded === null) return;
  const cached = own === undefined ? absent : cachedNumber(own.exact);
  sheet.put(row, block.unrounded, formula(whole(sum(false)), cached), helperLook);
}

function criteriaOf({ judged }: Block, { from, count }: BlockPart): readonly Criterion[] {
  return judged.rubric.criteria.slice(from, from + count);
}

function allowScores(sheet: SheetBuilder, block: Block, part: BlockPart, top: number, bottom: number): void {
  if (bottom < top) return;
  criteriaOf(block, part).forEach((criterion, index) => {
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
