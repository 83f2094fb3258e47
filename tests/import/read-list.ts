/** What the import tests share: a file of tests/fixtures/lists or a grid made in the test, read as the application does. */
import path from 'node:path';
import { readSpreadsheetFile } from '../../electron/adapters/spreadsheet-reader.ts';
import { findTable, type FindTableOptions } from '../../shared/import/find-table.ts';
import type { Cell, Grid, Merge } from '../../shared/import/grid.ts';
import type { ImportPreview } from '../../shared/import/types.ts';

export const listsFolder = path.resolve(import.meta.dirname, '../fixtures/lists');

const read = new Map<string, Promise<readonly Grid[]>>();

/** Throws when the file is refused. Each file is read once: a worker starts for each reading. */
export function readGrids(file: string): Promise<readonly Grid[]> {
  const grids = read.get(file) ?? readAnew(file);
  read.set(file, grids);
  return grids;
}

async function readAnew(file: string): Promise<readonly Grid[]> {
  const grids = await readSpreadsheetFile(path.join(listsFolder, file));
  if (!grids.ok) throw new Error(`${file}: ${grids.error.type}`);
  return grids.value;
}

export async function readList(file: string, options: FindTableOptions = {}): Promise<ImportPreview> {
  return tableOf(await readGrids(file), options);
}

/** Throws when no list is found. */
export function tableOf(grids: readonly Grid[], options: FindTableOptions = {}): ImportPreview {
  const table = findTable(grids, options);
  if (!table.ok) throw new Error(table.error.type);
  return table.value;
}

export function grid(rows: readonly (readonly Cell[])[], name = 'Daftar', merges: readonly Merge[] = []): Grid {
  return { name, rows, merges };
}

/** Rows in short: number, name, unit, title, category, status. */
export function brief(preview: ImportPreview): readonly (readonly (string | number | null)[])[] {
  return preview.rows.map(({ number, name, unit, title, category, status }) => [
    number,
    name,
    unit,
    title,
    category,
    status,
  ]);
}

export function problemTypes(preview: ImportPreview): readonly string[] {
  return preview.problems.map(({ row, field, type }) => `${row} ${field} ${type}`);
}
