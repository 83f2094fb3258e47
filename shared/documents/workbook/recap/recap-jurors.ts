/**
 * Nilai per juri dan babak: the jurors' totals in tables of their own, where the recap's table would be too wide to read with
 * them. As many stages stand side by side as are legible, the others below them (rules X6, X18).
 */
import { present } from '../../../lib/assert.ts';
import type { JudgedStage } from '../../../ranking/contest-index.ts';
import { contestantHeads, putContestant } from '../../model/contestant-cells.ts';
import {
  seatName,
  stageTotalsOf,
  type CategoryPlan,
  type ContestantLine,
  isExempt,
} from '../../model/category-plan.ts';
import { cachedNumber } from '../formulas.ts';
import type { JurorSheet } from '../juror/juror-sheet.ts';
import { excludedLook, headerLook, numberLook, tableTitleLook } from '../looks.ts';
import { comfortableWidth, withHeads, type Pieces } from '../page-break.ts';
import { numberWidth, titleColumn } from './recap-columns.ts';
import { contestantWidths, contestantWishes, widened } from '../column-widths.ts';
import { putHeading, sheetBuilder, type SheetBuilder } from '../sheet-builder.ts';
import { cellName, fixedArea, formula, text, type SheetModel, type TableRows } from '../../model/workbook-model.ts';

/** The address of a juror's total, by stage, line and the juror's place in the stage, for the formulas of the recap's sheet. */
export type JurorTotalAt = (
  stage: string,
  line: number,
  juror: number,
) => { readonly row: number; readonly column: number };

/** The stages of each table: those that stand side by side. */
function jurorTables(plan: CategoryPlan): readonly (readonly JudgedStage[])[] {
  const contestants = plan.lines.map((line) => line.contestant);
  const fixed = contestantWidths(plan.words.documents.columns, contestants).reduce((sum, width) => sum + width, 0);
  const room = Math.floor((comfortableWidth(plan.file.contest.paper ?? 'F4') - fixed) / numberWidth(plan));
  const tables: JudgedStage[][] = [];
  let used = 0;
  for (const judged of plan.scoredStages) {
    const count = judged.jurors.length;
    if (count === 0) continue;
    const table = tables.at(-1);
    if (table === undefined || used + count > room) {
      tables.push([judged]);
      used = count;
    } else {
      table.push(judged);
      used += count;
    }
  }
  return tables;
}

/** The tables on a sheet of their own; the recap's formulas read them there. */
export function jurorTotalsSheet(plan: CategoryPlan, jurorSheets: readonly JurorSheet[], name: string): JurorTotals {
  return withHeads(
    (pieces) => buildTotals(plan, jurorSheets, name, pieces),
    ({ model }) => model,
  );
}

interface JurorTotals {
  readonly model: SheetModel;
  readonly at: JurorTotalAt;
}

function buildTotals(
  plan: CategoryPlan,
  jurorSheets: readonly JurorSheet[],
  name: string,
  pieces: Pieces | null,
): JurorTotals {
  const sheet = sheetBuilder();
  const words = plan.words.documents;
  const contestants = plan.lines.map((line) => line.contestant);
  const paper = plan.file.contest.paper ?? 'F4';
  const numbers = Array.from({ length: jurorColumnCount(plan) }, () => numberWidth(plan));
  const widths = widened(
    [...contestantWidths(words.columns, contestants), ...numbers],
    [...contestantWishes(words.columns, contestants), ...numbers.map((one) => one + 3)],
    comfortableWidth(paper),
  );
  const top = putHeading(sheet, words, plan.file.contest, widths.length, {
    title: words.titles.recap,
    lines: [plan.file.contest.name, words.titles.category(plan.category.name)],
    warnings: [],
  });
  const { tables, at, next } = putJurorTables(sheet, plan, jurorSheets, { top, pieces });
  const head = tables.length === 1 ? (tables[0]?.head[1] ?? 0) : 0;
  const model = sheet.finish({
    kind: 'recap',
    identity: words.titles.identities.jurorTables(plan.category.name),
    name,
    columnWidths: widths,
    printArea: { top: 1, left: 1, bottom: next - 2, right: widths.length },
    tables,
    frozen: { rows: head, columns: titleColumn - 1 },
    paper,
    orientation: 'landscape',
  });
  return { model, at };
}

/** Columns of jurors in the widest of the tables. */
export function jurorColumnCount(plan: CategoryPlan): number {
  return Math.max(0, ...jurorTables(plan).map((table) => columnsOf(table)));
}

/** Puts the tables below each other, a free row after each. `next` is the next free row. */
export function putJurorTables(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  jurorSheets: readonly JurorSheet[],
  { top, pieces }: { readonly top: number; readonly pieces: Pieces | null },
): { readonly tables: readonly TableRows[]; readonly at: JurorTotalAt; readonly next: number } {
  const places = new Map<string, { readonly rows: readonly number[]; readonly first: number }>();
  const tables: TableRows[] = [];
  let row = top;
  jurorTables(plan).forEach((stages, table) => {
    const rows: number[] = [];
    for (const count of pieces?.[table] ?? [plan.rankedCount]) {
      const last = row + 2 + count;
      putHead(sheet, plan, stages, { top: row, isAgain: rows.length > 0 });
      for (let line = row + 3; line <= last; line += 1) rows.push(line);
      tables.push({ head: [row, row + 2], last });
      sheet.gap(last + 1);
      row = last + 2;
    }
    let first = titleColumn;
    for (const judged of stages) {
      places.set(judged.stage.id, { rows, first });
      first += judged.jurors.length;
    }
    plan.lines.slice(0, plan.rankedCount).forEach((line, index) => {
      const at = present(rows[index], 'a row');
      putContestant(sheet, line, index, at);
      for (const judged of stages) {
        const { first: left } = present(places.get(judged.stage.id), 'a placed stage');
        putJurorTotals(sheet, { plan, jurorSheets, judged, line, index }, at, left);
      }
    });
  });
  const at: JurorTotalAt = (stage, line, juror) => {
    const place = present(places.get(stage), 'a placed stage');
    return { row: present(place.rows[line], 'a row'), column: place.first + juror };
  };
  return { tables, at, next: row };
}

function putHead(
  sheet: SheetBuilder,
  plan: CategoryPlan,
  stages: readonly JudgedStage[],
  { top, isAgain }: { readonly top: number; readonly isAgain: boolean },
): void {
  const { titles, columns } = plan.words.documents;
  const area = { top, left: 1, bottom: top, right: titleColumn - 1 + columnsOf(stages) };
  sheet.merge(area, text(`${titles.jurorTables}${isAgain ? titles.continued : ''}`), tableTitleLook);
  contestantHeads(columns).forEach((title, index) => {
    sheet.merge({ top: top + 1, left: index + 1, bottom: top + 2, right: index + 1 }, text(title), headerLook);
  });
  let first = titleColumn;
  for (const judged of stages) {
    putStageHeader(sheet, plan, judged, top + 1, first);
    first += judged.jurors.length;
  }
}

function columnsOf(stages: readonly JudgedStage[]): number {
  return stages.reduce((sum, judged) => sum + judged.jurors.length, 0);
}

function putStageHeader(sheet: SheetBuilder, plan: CategoryPlan, judged: JudgedStage, top: number, left: number): void {
  const right = left + judged.jurors.length - 1;
  sheet.merge({ top, left, bottom: top, right }, text(judged.stage.name), headerLook);
  judged.jurors.forEach((juror, at) => sheet.put(top + 1, left + at, text(seatName(plan, juror.id)), headerLook));
}

export interface JurorTotalsOf {
  readonly plan: CategoryPlan;
  readonly jurorSheets: readonly JurorSheet[];
  readonly judged: JudgedStage;
  readonly line: ContestantLine;
  readonly index: number;
}

/** The jurors' totals of one stage and contestant side by side, as they stand on the score sheets. */
export function putJurorTotals(sheet: SheetBuilder, of: JurorTotalsOf, row: number, left: number): void {
  const { plan, jurorSheets, judged, line, index } = of;
  const totals = stageTotalsOf(line, judged);
  judged.jurors.forEach((juror, at) => {
    const address = jurorSheets.find((one) => one.juror.id === juror.id)?.total(judged.stage.id, index) ?? null;
    const own = totals.sheets.find((one) => one.juror === juror.id);
    const isOut = isExempt(totals, juror.id);
    const cached = own === undefined ? (isOut ? plan.words.documents.marks.exempt : '') : cachedNumber(own.total);
    const look = isOut ? excludedLook : numberLook(plan.decimals);
    sheet.put(row, left + at, address === null ? text('–') : formula(address, cached), look);
  });
}

/** The address of all jurors' totals of a stage and line, with `prefix` before it. */
export function totalsRange(at: JurorTotalAt, prefix: string, judged: JudgedStage, line: number): string {
  const { row, column } = at(judged.stage.id, line, 0);
  const right = column + judged.jurors.length - 1;
  return `${prefix}${fixedArea({ top: row, left: column, bottom: row, right })}`;
}

export function totalCell(at: JurorTotalAt, prefix: string, judged: JudgedStage, line: number, juror: number): string {
  const { row, column } = at(judged.stage.id, line, juror);
  return `${prefix}${cellName(row, column)}`;
}
