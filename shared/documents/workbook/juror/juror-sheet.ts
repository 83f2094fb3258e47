/**
 * Lembar penilaian: one sheet per juror and category, with a table per stage below each other. It holds the raw scores, the only
 * numbers that somebody types; the juror's totals are formulas over them (rules X5, X11). A cell that says "TM" is a juror
 * who does not judge that contestant.
 */
import type { Person } from '../../../domain/contest.ts';
import type { Criterion, Juror, Rubric } from '../../../domain/setup/contest-file.ts';
import type { ContestantId, JurorId, StageId } from '../../../domain/ids.ts';
import { present } from '../../../lib/assert.ts';
import type { JudgedStage } from '../../../ranking/contest-index.ts';
import type { StageTotals } from '../../../ranking/types.ts';
import {
  isPercent,
  jurorText,
  juryLabel,
  seatName,
  stageTotalsOf,
  widestNumber,
  type CategoryPlan,
  isExempt,
} from '../../model/category-plan.ts';
import { putContestant } from '../../model/contestant-cells.ts';
import { cachedNumber, decimalNumber, rounded, weightedSum } from '../formulas.ts';
import {
  firstCriterion,
  headerRows,
  lineRow,
  putHeader,
  type Block,
  type BlockPart,
  type BlockPiece,
} from './juror-header.ts';
import { centerLook, excludedLook, fixedFormat, helperLook, numberLook, textLook, weightLook } from '../looks.ts';
import { comfortableWidth, widestTable, withHeads, type Pieces } from '../page-break.ts';
import { scaleNotes } from '../scale-notes.ts';
import { contestantWidths, contestantWishes, headWidth, numberColumn, widened } from '../column-widths.ts';
import { columnFor, cutAt, textWidth } from '../text-size.ts';
import { putHeading, putNotes, sheetBuilder, type SheetBuilder } from '../sheet-builder.ts';
import { placeAndDate, putSignatures, signatureOf } from '../signatures.ts';
import type { SealMark } from '../../model/seal-mark.ts';
import {
  blank,
  cellName,
  fixedArea,
  formula,
  number,
  sheetPrefix,
  text,
  textLiteral,
  type SheetModel,
} from '../../model/workbook-model.ts';

export interface JurorSheet {
  readonly juror: Juror;
  readonly model: SheetModel;
  /** Addresses with the sheet's name, by stage or criterion id and the line's index; null where this juror does not judge. */
  readonly total: (stage: string, line: number) => string | null;
  readonly unrounded: (stage: string, line: number) => string | null;
  readonly score: (criterion: string, line: number) => string | null;
}

/** Who locked a sheet, where that is not the person who holds the seat now. */
export type LockedBy = (juror: JurorId, contestant: ContestantId, stage: StageId) => Person | null;

/** What a juror has noted beside the scores of a contestant; empty for nothing. */
export type NotesOf = (juror: JurorId, contestant: ContestantId, rubric: Rubric) => string;

export function jurorSheet(plan: CategoryPlan, juror: Juror, name: string, papers: Papers): JurorSheet {
  return withHeads(
    (pieces) => buildSheet(plan, juror, { name, pieces, ...papers }),
    ({ model }) => model,
  );
}

/** What the ranking does not carry. */
export interface Papers {
  readonly notesOf: NotesOf;
  readonly lockedBy: LockedBy;
  readonly seal: SealMark;
}

interface Build extends Papers {
  readonly name: string;
  readonly pieces: Pieces | null;
}

function buildSheet(plan: CategoryPlan, juror: Juror, { name, notesOf, lockedBy, seal, pieces }: Build): JurorSheet {
  const sheet = sheetBuilder();
  const { titles } = plan.words.documents;
  const judged = plan.stages.filter((stage) => stage.jurors.some((one) => one.id === juror.id));
  const paper = plan.file.contest.paper ?? 'F4';
  const perTable = criteriaPerTable(plan, judged, paper);
  const widths = widthsOf(plan, judged, perTable, paper);
  const width = widths.length;
  const top = putHeading(sheet, plan.words.documents, plan.file.contest, width, {
    title: titles.jurorSheet,
    lines: [plan.file.contest.name, titles.category(plan.category.name), titles.juror(jurorText(plan, juror.id))],
    warnings: seal.warnings,
  });
  const blocks = blocksOf(plan, judged, { top, width, perTable, pieces });
  const tables = blocks.flatMap((block) => block.parts.flatMap((part) => part.pieces));
  const lastTable = tables.at(-1);
  const afterTables = lastTable === undefined ? top + 2 : lastTable.head[1] + lastTable.count + 2;
  for (const block of blocks) putBlock(sheet, plan, juror, block, { widths, notesOf, lockedBy, seal });
  sheet.keepFrom(afterTables);
  // The legend stands at the left of the signature: a sheet of paper is short.
  const signed = Math.max(firstCriterion - 1, width - columnsWithin(widths, 45) + 1);
  const afterNotes = putNotes(sheet, afterTables, signed - 1, scaleNotes(plan, judged));
  const last = Math.max(
    afterNotes,
    putJurorSignatures(sheet, plan, signersOf(plan, juror, judged, lockedBy), {
      top: afterTables,
      left: signed,
      width,
    }),
  );

  const prefix = sheetPrefix(name);
  const address = (part: BlockPart | undefined, column: number | null | undefined, index: number) =>
    part === undefined || column === null || column === undefined
      ? null
      : `${prefix}${cellName(lineRow(part, index), column)}`;
  const blockOf = (stage: string) => blocks.find((block) => block.judged.stage.id === stage);
  return {
    juror,
    model: sheet.finish({
      kind: 'juror',
      identity: seal.identity(titles.identities.jurorSheet(jurorText(plan, juror.id), plan.category.name)),
      name,
      columnWidths: blocks.some((block) => block.unrounded !== null) ? [...widths, 3, 12] : widths,
      printArea: { top: 1, left: 1, bottom: last - 1, right: width },
      tables: tables.map(({ head, count }) => ({ head, last: head[1] + count })),
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

const notesWidth = 15;
/** Characters of a note on paper: about 25 lines of the narrowest column, well below the highest row that Excel takes. */
const mostNoted = 260;
/** A head whose longest word asks for more is set smaller. */
const widestCriterion = 13;

/** The longest word of a head is not broken, and no number is too wide. */
function criterionWidth(plan: CategoryPlan, judged: readonly JudgedStage[]): number {
  const criteria = judged.flatMap((stage) => stage.rubric.criteria);
  const weights = judged
    .flatMap(({ rubric }) => (rubric.gate === true ? [] : rubric.criteria))
    .map((one) => one.weight);
  const numbers = [
    ...weights.map((one) => columnFor(textWidth(`${plan.words.documents.columns.weightPrefix}${one}%`, weightLook))),
    totalWidth(plan, []),
  ];
  const heads = headWidth(criteria.flatMap(({ name, aspect }) => [name.replaceAll('/', '/ '), aspect ?? '']));
  return Math.max(...numbers, Math.min(widestCriterion, heads));
}

function totalWidth(plan: CategoryPlan, judged: readonly JudgedStage[]): number {
  const { passes, sum } = plan.words.documents.columns;
  const heads = judged.map(({ rubric }) => (rubric.gate === true ? passes : sum));
  return Math.max(numberColumn(widestNumber(plan)), headWidth(heads));
}

/** Criteria that stand side by side at a legible size; those of a longer rubric are dealt to tables of about equal length. */
function criteriaPerTable(plan: CategoryPlan, judged: readonly JudgedStage[], paper: 'A4' | 'F4'): number {
  const fixed = contestantWidths(
    plan.words.documents.columns,
    plan.lines.map((line) => line.contestant),
  ).reduce((sum, width) => sum + width, 0);
  const room = widestTable(paper) - fixed - totalWidth(plan, judged) - notesWidth;
  return Math.max(1, Math.floor(room / criterionWidth(plan, judged)));
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
  const criterion = criterionWidth(plan, judged);
  const total = totalWidth(plan, judged);
  const scores = (each: number) => Array.from({ length: Math.max(...counts) }, () => each);
  const widths = [
    ...contestantWidths(plan.words.documents.columns, contestants),
    ...scores(criterion),
    total,
    notesWidth,
  ];
  const wishes = [
    ...contestantWishes(plan.words.documents.columns, contestants),
    ...scores(criterion),
    total,
    notesWidth,
  ];
  const named = widened(widths, wishes, comfortableWidth(paper));
  // What names and units leave is for the notes and the scores.
  const roomy = [...named.slice(0, firstCriterion - 1), ...scores(Math.max(14, criterion)), total, 48];
  return widened(named, roomy, comfortableWidth(paper));
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
  {
    top,
    width,
    perTable,
    pieces,
  }: {
    readonly top: number;
    readonly width: number;
    readonly perTable: number;
    readonly pieces: Pieces | null;
  },
): readonly Block[] {
  const isRounded = plan.file.rules.rounding.some((step) => step.at === 'weighted' || step.at === 'juror');
  let row = top;
  let table = 0;
  return judged.map((stage) => {
    const counts = dealt(stage.rubric.criteria.length, perTable);
    const rows = headerRows(plan, stage, counts.length);
    let from = 0;
    const parts = counts.map((count, index): BlockPart => {
      let line = 0;
      const piece = (lines: number): BlockPiece => {
        const made = { head: [row, row + rows - 1], from: line, count: lines } as const;
        line += lines;
        row += rows + lines + 1;
        return made;
      };
      const [first = plan.lines.length, ...others] = pieces?.[table] ?? [];
      table += 1;
      const part: BlockPart = {
        from,
        count,
        pieces: [piece(first), ...others.map(piece)],
        isLast: index === counts.length - 1,
      };
      from += count;
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
  { widths, notesOf, lockedBy }: Papers & { readonly widths: readonly number[] },
): void {
  const { remarks, statuses } = plan.words.documents;
  for (const part of block.parts) {
    for (const piece of part.pieces) {
      putHeader(sheet, plan, block, part, piece, widths);
      const top = piece.head[1] + 1;
      allowScores(sheet, plan, block, part, [top, top + piece.count - 1]);
      sheet.gap(top + piece.count);
    }
    plan.lines.forEach((line, index) => {
      const row = lineRow(part, index);
      putContestant(sheet, line, index, row);
      const totals = stageTotalsOf(line, block.judged);
      putScores(sheet, plan, juror, block, part, totals, {
        row,
        isOut: index >= plan.rankedCount || totals.use === 'closed',
      });
      if (!part.isLast) return;
      putTotal(sheet, plan, juror, block, totals, index);
      const { status } = line.totals;
      const isOut = status !== 'ranked' && status !== 'failed-gate';
      const isLocked = totals.sheets.some((one) => one.juror === juror.id);
      const noted = isLocked ? notesOf(juror.id, line.contestant.id, block.judged.rubric) : '';
      const other = isLocked ? lockedBy(juror.id, line.contestant.id, block.judged.stage.id) : null;
      const by = other === null ? '' : remarks.judgedBy(other.name);
      const closed = totals.use === 'closed' ? statuses['not-advanced'] : '';
      const notes = isOut ? statuses[status] : [closed, by, shortened(noted)].filter((one) => one !== '').join('\n');
      const area = { top: row, left: block.total + 1, bottom: row, right: widths.length };
      sheet.merge(area, notes === '' ? blank : text(notes), textLook);
    });
  }
}

/** A row has an end: of a longer note stands the beginning, as a person can see. */
function shortened(note: string): string {
  return note.length <= mostNoted ? note : cutAt(note, mostNoted);
}

function putScores(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  juror: Juror,
  block: Block,
  part: BlockPart,
  totals: StageTotals,
  { row, isOut }: { readonly row: number; readonly isOut: boolean },
): void {
  const own = totals.sheets.find((one) => one.juror === juror.id);
  const isNotJudging = isExempt(totals, juror.id);
  criteriaOf(block, part).forEach((criterion, index) => {
    const mark = own?.marks[part.from + index];
    if (mark !== undefined) {
      const look = { ...centerLook, numberFormat: scoreFormat(criterion.step, criterion.min) };
      sheet.put(row, firstCriterion + index, number(decimalNumber(mark.value)), look);
    } else if (isNotJudging)
      sheet.put(row, firstCriterion + index, text(plan.words.documents.marks.exempt), excludedLook);
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
  const { marks: said } = plan.words.documents;
  const exemptText = textLiteral(said.exempt);
  const ranges = block.parts.map((part) => {
    const right = firstCriterion + part.count - 1;
    const along = (row: number) => fixedArea({ top: row, left: firstCriterion, bottom: row, right });
    return { marks: along(lineRow(part, index)), weights: along(part.pieces[0].head[1]) };
  });
  const row = lineRow(present(block.parts.at(-1), 'a table'), index);
  const sumOf = (expression: (range: (typeof ranges)[number]) => string) => ranges.map(expression).join('+');
  const counted = sumOf(({ marks }) => `COUNT(${marks})`);
  const exempt = sumOf(({ marks }) => `COUNTIF(${marks},${exemptText})`);
  const whole = (expression: string) =>
    `IF(${counted}=${rubric.criteria.length},${expression},IF(${exempt}>0,${exemptText},""))`;
  const own = totals.sheets.find((one) => one.juror === juror.id);
  const isOut = isExempt(totals, juror.id);
  const absent = isOut ? said.exempt : '';
  const resultFill = index < plan.rankedCount ? 'result' : 'excluded';
  if (rubric.gate === true) {
    const passes = rubric.criteria.map(
      (criterion, index) => `${cellName(row, firstCriterion + index)}>=${criterion.max}`,
    );
    const isPassed = own?.marks.every((mark, index) => mark.value === rubric.criteria[index]?.max);
    const cached = isPassed === undefined ? absent : isPassed ? said.passed : said.failed;
    sheet.put(
      row,
      block.total,
      formula(whole(`IF(AND(${passes.join(',')}),${textLiteral(said.passed)},${textLiteral(said.failed)})`), cached),
      {
        ...centerLook,
        bold: true,
        fill: resultFill,
      },
    );
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

function allowScores(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  block: Block,
  part: BlockPart,
  [top, bottom]: readonly [number, number],
): void {
  if (bottom < top) return;
  criteriaOf(block, part).forEach((criterion, index) => {
    sheet.allow({
      area: { top, left: firstCriterion + index, bottom, right: firstCriterion + index },
      min: decimalNumber(criterion.min),
      max: decimalNumber(criterion.max),
      title: plan.words.documents.notes.outOfRange,
      message: plan.words.documents.notes.allowed(criterion.name, criterion.min, criterion.max),
    });
  });
}

/** Everybody who locked a line of the sheet, who holds the seat now first; that person also where nothing is locked. */
function signersOf(
  plan: CategoryPlan,
  juror: Juror,
  judged: readonly JudgedStage[],
  lockedBy: LockedBy,
): readonly Person[] {
  const others = new Map<string, Person>();
  let hasOwn = false;
  for (const line of plan.lines) {
    for (const stage of judged) {
      if (stageTotalsOf(line, stage).sheets.every((one) => one.juror !== juror.id)) continue;
      const other = lockedBy(juror.id, line.contestant.id, stage.stage.id);
      if (other === null) hasOwn = true;
      else others.set(other.name, other);
    }
  }
  const own = { ...juror, name: juror.name || seatName(plan, juror.id) };
  return hasOwn || others.size === 0 ? [own, ...others.values()] : [...others.values()];
}

function putJurorSignatures(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  signers: readonly Person[],
  { top, left, width }: { readonly top: number; readonly left: number; readonly width: number },
): number {
  const words = plan.words.documents;
  let row = top;
  signers.forEach((person, index) => {
    const label = words.signing.juror(juryLabel(plan.file, words));
    const role = index === 0 ? `${placeAndDate(words, plan.file.contest)}\n${label}` : label;
    const signature = signatureOf(words, role, person);
    row = putSignatures(sheet, row, [{ ...signature, left, right: width }]);
  });
  return row;
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
