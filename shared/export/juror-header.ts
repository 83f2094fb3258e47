/** The head of a stage's table on a score sheet: stage, aspects, criteria with their ranges, and the weights (rule X5). */
import type { Criterion } from '../domain/contest-file.ts';
import type { JudgedStage } from '../ranking/contest-index.ts';
import { isPercent, type CategoryPlan } from './category-plan.ts';
import { decimalNumber } from './formulas.ts';
import { headerLook, helperHeaderLook, tableTitleLook, weightLook } from './looks.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import { number, text } from './workbook-model.ts';

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
  /** First and last row of the head; the weights stand in the last one. */
  readonly head: readonly [number, number];
  readonly isLast: boolean;
}

export const firstCriterion = 5;

/** Rows of the head: title where there are several tables, aspects where the rubric has some, names, weights. */
export function headerRows(plan: CategoryPlan, judged: JudgedStage, parts: number): number {
  return Number(hasTitle(plan, parts)) + Number(hasAspects(judged)) + 2;
}

export function putHeader(sheet: SheetBuilder, plan: CategoryPlan, block: Block, part: BlockPart, width: number): void {
  const { judged, parts, total, unrounded } = block;
  const criteria = judged.rubric.criteria.slice(part.from, part.from + part.count);
  const [first, weightRow] = part.head;
  const top = first + Number(hasTitle(plan, parts.length));
  const nameRow = weightRow - 1;
  if (top > first) {
    const suffix = parts.length === 1 ? '' : `, bagian ${parts.indexOf(part) + 1} dari ${parts.length}`;
    const area = { top: first, left: 1, bottom: first, right: width };
    sheet.merge(area, text(`${stageTitle(plan, judged)}${suffix}`), tableTitleLook);
  }
  const tall = (column: number, value: string, right = column): void =>
    sheet.merge({ top, left: column, bottom: weightRow, right }, text(value), headerLook);
  ['No', 'Nomor urut tampil', 'Nama KBK', 'Unit kerja'].forEach((title, index) => tall(index + 1, title));
  if (hasAspects(judged)) putAspects(sheet, criteria, top);
  criteria.forEach((criterion, index) => {
    const range = `(${criterion.min.replace('.', ',')} – ${criterion.max.replace('.', ',')})`;
    const column = firstCriterion + index;
    sheet.put(nameRow, column, text(`${criterion.name}\n${range}`), headerLook);
    const numberFormat = isPercent(plan.file.rules, judged.rubric) ? '"bobot "General"%"' : '"bobot "General';
    sheet.put(weightRow, column, number(decimalNumber(criterion.weight)), { ...weightLook, numberFormat });
  });
  if (!part.isLast) return;
  tall(total, judged.rubric.gate === true ? 'Memenuhi syarat' : 'Jumlah');
  tall(total + 1, 'Catatan', width);
  if (unrounded !== null) sheet.put(nameRow, unrounded, text('Jumlah tanpa pembulatan'), helperHeaderLook);
}

function hasTitle(plan: CategoryPlan, parts: number): boolean {
  return plan.file.stages.length > 1 || parts > 1;
}

function hasAspects({ rubric }: JudgedStage): boolean {
  return rubric.criteria.some((criterion) => criterion.aspect !== undefined);
}

/** `Risalah (bobot 50)`. */
function stageTitle(plan: CategoryPlan, { stage, rubric }: JudgedStage): string {
  if (rubric.gate === true) return `${stage.name} (syarat)`;
  return plan.scoredStages.length > 1 ? `${stage.name} (bobot ${stage.weight.replace('.', ',')})` : stage.name;
}

/** The labels above the criteria; neighbours with the same label share one cell. */
function putAspects(sheet: SheetBuilder, criteria: readonly Criterion[], row: number): void {
  for (let from = 0; from < criteria.length;) {
    const aspect = criteria[from]?.aspect;
    let to = from;
    while (to + 1 < criteria.length && aspect !== undefined && criteria[to + 1]?.aspect === aspect) to += 1;
    const area = { top: row, left: firstCriterion + from, bottom: row, right: firstCriterion + to };
    sheet.merge(area, text(aspect ?? ''), headerLook);
    from = to + 1;
  }
}
