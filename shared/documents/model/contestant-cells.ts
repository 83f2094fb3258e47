/** The first four columns of every table: number, name and unit always stand together (rule X8). */
import type { ColumnWords } from '../../say/documents.ts';
import type { ContestantLine } from './category-plan.ts';
import { centerLook, textLook } from '../workbook/looks.ts';
import type { SheetBuilder } from '../workbook/sheet-builder.ts';
import { number, text } from './workbook-model.ts';

/** The heads of the first four columns. */
export function contestantHeads({ line, number: ofContestant, name, unit }: ColumnWords): readonly string[] {
  return [line, ofContestant, name, unit];
}

/** The first four columns of every table: number, name and unit always stand together. */
export function putContestant(sheet: SheetBuilder, line: ContestantLine, index: number, row: number): void {
  const { contestant } = line;
  sheet.put(row, 1, number(index + 1), centerLook);
  sheet.put(row, 2, contestant.number === null ? text('–') : number(contestant.number), { ...centerLook, bold: true });
  sheet.put(row, 3, text(contestant.name), { ...textLook, bold: true });
  sheet.put(row, 4, text(contestant.unit === undefined || contestant.unit === '' ? '–' : contestant.unit), textLook);
}
