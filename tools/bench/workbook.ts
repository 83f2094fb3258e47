/**
 * The official workbook of an event. Yardstick: the spreadsheet library writing the same cells, with one style object per look,
 * and nothing else. "All of it" begins at the folder: load, rank, model, write.
 */
import { Workbook } from '@cj-tech-master/excelts';
import { workbookBytes } from '../../electron/adapters/workbook-writer.ts';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import type { WorkbookModel } from '../../shared/documents/model/workbook-model.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { wordsOf } from '../../shared/say/words.ts';
import type { Benchmark } from './benchmark.ts';
import { deliver, makeEvent, must } from './event.ts';
import { inTurns } from './measure.ts';

const sizes = {
  full: { jurors: 15, contestants: 52, criteria: 20 },
  small: { jurors: 3, contestants: 3, criteria: 2 },
} as const;

export const workbook: Benchmark = {
  name: 'workbook',
  about: 'the workbook of 52 contestants, 15 jurors and 20 criteria, beside the bare library writing the same cells',
  rounds: 7,
  async run({ scale, rounds, folder }) {
    const event = await makeEvent(folder, sizes[scale]);
    await deliver(event);
    const opened = must(await openContestFolder(event.committee, { readOnly: true }));
    const file = toContestFile(opened.contest());
    const contest = opened.contest();
    opened.close();
    const model = contestWorkbook(file, rankContest(file), wordsOf.id);
    const cells = model.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
    return inTurns(rounds, { name: `the bare library (${cells} cells)`, run: () => bareBytes(model) }, [
      { name: 'writing', run: () => workbookBytes(model) },
      {
        name: 'from the folded contest: file, rank, model and write',
        run: () => {
          const current = toContestFile(contest);
          return workbookBytes(contestWorkbook(current, rankContest(current), wordsOf.id));
        },
      },
      {
        name: 'from the folder: open, rank, model and write',
        run: async () => {
          const again = must(await openContestFolder(event.committee, { readOnly: true }));
          const current = toContestFile(again.contest());
          again.close();
          return workbookBytes(contestWorkbook(current, rankContest(current), wordsOf.id));
        },
      },
    ]);
  },
};

/** Values, formulas and one style per look; no widths, merges, pages or pictures. */
async function bareBytes(model: WorkbookModel): Promise<Uint8Array> {
  const book = new Workbook();
  const styles = new Map<string, { font: object; numFmt?: string }>();
  for (const { name, cells } of model.sheets) {
    const sheet = book.addWorksheet(name);
    for (const { row, column, value, look } of cells) {
      const cell = sheet.getCell(row, column);
      if (value.type === 'text') cell.value = value.text;
      if (value.type === 'number') cell.value = value.number;
      if (value.type === 'formula') cell.value = { formula: value.formula, result: value.cached };
      const key = JSON.stringify(look);
      const style = styles.get(key) ?? {
        font: { name: 'Arial', size: look.size ?? 10, bold: look.bold ?? false },
        ...(look.numberFormat === undefined ? {} : { numFmt: look.numberFormat }),
      };
      styles.set(key, style);
      cell.style = style;
    }
  }
  return book.xlsx.writeBuffer({ validate: false });
}
