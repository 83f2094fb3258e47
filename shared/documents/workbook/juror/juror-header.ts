/** The head of a stage's table on a score sheet: stage, aspects, criteria with their ranges, and the weights (rule X5). */
import type { Criterion } from '../../../domain/setup/contest-file.ts';
import type { JudgedStage } from '../../../ranking/contest-index.ts';
import { isPercent, type CategoryPlan } from '../../model/category-plan.ts';
import { contestantHeads } from '../../model/contestant-cells.ts';
import { decimalNumber } from '../formulas.ts';
import { headerLook, helperHeaderLook, tableTitleLook, weightLook } from '../looks.ts';
import type { SheetBuilder } from '../sheet-builder.ts';
import { longestWord, roomIn } from '../text-size.ts';
import { blank, fixedCell, formula, number, text } from '../../model/workbook-model.ts';

/** The tables of one stage: one, or several where the rubric is too long for a legible line (rule X18). */
export interface Block {
  readonly judged: JudgedStage;
  readonly parts: readonly BlockPart[];
  /** Column of the total, in the last part: the criteria stand before it, from `firstCriterion` on. */
  readonly total: number;
  /** Column, outside the printed area, of the total without rounding; null where nothing is rounded. */
  readonly unrounded: number | null;
}

export interface BlockPart {
  /** Index of its first criterion in the rubric. */
  readonly from: number;
  readonly count: number;
  /** One, or several where the table goes on on another page. */
  readonly pieces: readonly [BlockPiece, ...BlockPiece[]];
  readonly isLast: boolean;
}

/** Lines of a table below one head. */
export interface BlockPiece {
  /** First and last row of the head; the weights stand in the last one. */
  readonly head: readonly [number, number];
  /** Index of the first line, and how many there are. */
  readonly from: number;
  readonly count: number;
}

/** The row of a line. */
export function lineRow({ pieces }: BlockPart, line: number): number {
  const piece = pieces.findLast(({ from }) => from <= line) ?? pieces[0];
  return piece.head[1] + 1 + line - piece.from;
}

export const firstCriterion = 5;

/** Rows of the head: title where there are several tables, aspects where the rubric has some, names, weights. */
export function headerRows(plan: CategoryPlan, judged: JudgedStage, parts: number): number {
  return Number(hasTitle(plan, parts)) + Number(hasAspects(judged)) + 2;
}

export function putHeader(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  block: Block,
  part: BlockPart,
  piece: BlockPiece,
  widths: readonly number[],
): void {
  const width = widths.length;
  const { columns: heads, decimal, helpers, titles } = plan.words.documents;
  const { judged, parts, total, unrounded } = block;
  const criteria = judged.rubric.criteria.slice(part.from, part.from + part.count);
  const [first, weightRow] = piece.head;
  const isAgain = piece !== part.pieces[0];
  const top = first + Number(hasTitle(plan, parts.length));
  const nameRow = weightRow - 1;
  if (top > first) {
    const suffix = parts.length === 1 ? '' : titles.part(parts.indexOf(part) + 1, parts.length);
    const area = { top: first, left: 1, bottom: first, right: width };
    const again = isAgain ? titles.continued : '';
    sheet.merge(area, text(`${stageTitle(plan, judged)}${suffix}${again}`), tableTitleLook);
  }
  const tall = (column: number, value: string, right = column): void =>
    sheet.merge({ top, left: column, bottom: weightRow, right }, text(value), headerLook);
  contestantHeads(heads).forEach((title, index) => tall(index + 1, title));
  if (hasAspects(judged)) putAspects(sheet, criteria, top, widths);
  criteria.forEach((criterion, index) => {
    const range = `(${decimal(criterion.min)} – ${decimal(criterion.max)})`;
    const column = firstCriterion + index;
    const name = headText(criterion.name, widths[column - 1] ?? 0);
    sheet.put(nameRow, column, text(`${name.text}\n${range}`), { ...headerLook, size: name.size });
    if (judged.rubric.gate === true) {
      // A check has no weight.
      sheet.put(weightRow, column, blank, weightLook);
      return;
    }
    const numberFormat = `"${heads.weightPrefix}"General${isPercent(plan.file.rules, judged.rubric) ? '"%"' : ''}`;
    const weight = decimalNumber(criterion.weight);
    const first = fixedCell(part.pieces[0].head[1], column);
    sheet.put(weightRow, column, isAgain ? formula(first, weight) : number(weight), { ...weightLook, numberFormat });
  });
  if (!part.isLast) return;
  tall(total, judged.rubric.gate === true ? heads.passes : heads.sum);
  tall(total + 1, heads.notes, width);
  if (unrounded !== null) sheet.put(nameRow, unrounded, text(helpers.exactSum), helperHeaderLook);
}

/** Words of a head stay whole: one that is too long is broken after its slash, else set smaller. */
function headText(name: string, width: number): { readonly text: string; readonly size: number } {
  const room = roomIn(width);
  const fits = (value: string, size: number) => longestWord([value], { bold: true, size }) <= room;
  const whole = fits(name, headerLook.size) ? name : name.replaceAll(/\/(?=\S)/g, '/ ');
  return { text: whole, size: [headerLook.size, 8.5, 8, 7.5, 7].find((size) => fits(whole, size)) ?? 6 };
}

function hasTitle(plan: CategoryPlan, parts: number): boolean {
  return plan.file.stages.length > 1 || parts > 1;
}

function hasAspects({ rubric }: JudgedStage): boolean {
  return rubric.criteria.some((criterion) => criterion.aspect !== undefined);
}

/** `Risalah (bobot 50)`. */
function stageTitle(plan: CategoryPlan, { stage, rubric }: JudgedStage): string {
  const { titles } = plan.words.documents;
  if (rubric.gate === true) return titles.gateStage(stage.name);
  return plan.scoredStages.length > 1 ? titles.weightedStage(stage.name, stage.weight) : stage.name;
}

/** The labels above the criteria; neighbours with the same label share one cell. */
function putAspects(sheet: SheetBuilder, criteria: readonly Criterion[], row: number, widths: readonly number[]): void {
  for (let from = 0; from < criteria.length;) {
    const aspect = criteria[from]?.aspect;
    let to = from;
    while (to + 1 < criteria.length && aspect !== undefined && criteria[to + 1]?.aspect === aspect) to += 1;
    const area = { top: row, left: firstCriterion + from, bottom: row, right: firstCriterion + to };
    const width = widths.slice(area.left - 1, area.right).reduce((sum, each) => sum + each, 0);
    const head = headText(aspect ?? '', width);
    sheet.merge(area, text(head.text), { ...headerLook, size: head.size });
    from = to + 1;
  }
}
