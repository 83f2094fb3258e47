/** The head of a score sheet: stages, aspects, criteria with their ranges, and the weights that formulas read (rule X5). */
import type { JudgedStage } from '../ranking/contest-index.ts';
import { isPercent, type CategoryPlan } from './category-plan.ts';
import { decimalNumber } from './formulas.ts';
import { headerLook, helperHeaderLook, weightLook } from './looks.ts';
import type { SheetBuilder } from './sheet-builder.ts';
import { number, text } from './workbook-model.ts';

export interface Block {
  readonly judged: JudgedStage;
  readonly first: number;
  /** Column of the total; the criteria stand before it. */
  readonly total: number;
  /** Column, outside the printed area, of the total without rounding; null where nothing is rounded. */
  readonly unrounded: number | null;
}

export const fixedColumns = 4;

export function putHeader(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  blocks: readonly Block[],
  notesColumn: number,
  top: number,
): { readonly weightRow: number } {
  const hasStageRow = plan.file.stages.length > 1;
  const hasAspectRow = blocks.some((block) => block.judged.rubric.criteria.some((one) => one.aspect !== undefined));
  const nameRow = top + Number(hasStageRow) + Number(hasAspectRow);
  const weightRow = nameRow + 1;
  const tall = (column: number, value: string): void =>
    sheet.merge({ top, left: column, bottom: weightRow, right: column }, text(value), headerLook);
  tall(1, 'No');
  tall(2, 'Nomor urut tampil');
  tall(3, 'Nama KBK');
  tall(4, 'Unit kerja');
  for (const { judged, first, total, unrounded } of blocks) {
    const { criteria } = judged.rubric;
    if (hasStageRow) {
      sheet.merge({ top, left: first, bottom: top, right: total }, text(stageTitle(judged)), headerLook);
    }
    if (hasAspectRow) putAspects(sheet, judged, first, nameRow - 1);
    criteria.forEach((criterion, index) => {
      const range = `(${criterion.min.replace('.', ',')} – ${criterion.max.replace('.', ',')})`;
      sheet.put(nameRow, first + index, text(`${criterion.name}\n${range}`), headerLook);
      const suffix = isPercent(plan.file.rules, judged.rubric) ? '"bobot "General"%"' : '"bobot "General';
      sheet.put(weightRow, first + index, number(decimalNumber(criterion.weight)), {
        ...weightLook,
        numberFormat: suffix,
      });
    });
    const title = judged.rubric.gate === true ? 'Memenuhi syarat' : 'Jumlah';
    sheet.merge(
      { top: top + Number(hasStageRow), left: total, bottom: weightRow, right: total },
      text(title),
      headerLook,
    );
    if (unrounded !== null) {
      sheet.put(nameRow, unrounded, text(`Jumlah tanpa pembulatan ${judged.stage.name}`), helperHeaderLook);
    }
  }
  tall(notesColumn, 'Catatan');
  return { weightRow };
}

function stageTitle({ stage, rubric }: JudgedStage): string {
  return rubric.gate === true ? `${stage.name} (syarat)` : stage.name;
}

/** The labels above the criteria; neighbours with the same label share one cell. */
function putAspects(sheet: SheetBuilder, judged: JudgedStage, first: number, row: number): void {
  const { criteria } = judged.rubric;
  for (let from = 0; from < criteria.length;) {
    const aspect = criteria[from]?.aspect;
    let to = from;
    while (to + 1 < criteria.length && aspect !== undefined && criteria[to + 1]?.aspect === aspect) to += 1;
    sheet.merge({ top: row, left: first + from, bottom: row, right: first + to }, text(aspect ?? ''), headerLook);
    from = to + 1;
  }
}
