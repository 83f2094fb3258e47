/**
 * Bytes to grids [I1-I4]: recognises the format by its bytes, checks the container before the parser sees it, and takes
 * values as they are stored. Runs in a worker (spreadsheet-worker.ts), never in the main process: the parser may hang or
 * grow on hostile files.
 */
// The entry for Node declares `require` for itself, which clashes with the bundler's own in the built worker.
import { zipSync } from 'fflate/browser';
import { read, utils, type CellObject, type WorkBook, type WorkSheet } from 'xlsx';
import { parseCsv } from '../../shared/import/csv.ts';
import type { Cell, Grid, Merge } from '../../shared/import/grid.ts';
import { isDateFormat, serialDateText } from '../../shared/import/serial-date.ts';
import type { SpreadsheetRefusal } from '../../shared/import/types.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import { refuseSpreadsheet } from './spreadsheet-refusal.ts';
import { decodeText, repairControlCharacters } from './spreadsheet-text.ts';
import { openZip, type ZipEntries } from './spreadsheet-zip.ts';

type Grids = Result<readonly Grid[], SpreadsheetRefusal>;

/** Reads .xlsx, .xls (BIFF in a compound file), .ods and .csv. `fileName` only names the sheet of a .csv. */
export function readSpreadsheet(bytes: Uint8Array, fileName = ''): Grids {
  if (bytes.byteLength === 0) return refuseSpreadsheet('empty');
  if (bytes.byteLength > limits.spreadsheetBytes) return refuseSpreadsheet('too-large');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readZipped(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return readWorkbook(bytes);
  return readCsv(bytes, fileName);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function readZipped(bytes: Uint8Array): Grids {
  const entries = openZip(bytes);
  if (!entries.ok) return entries;
  if (!isSpreadsheetContainer(entries.value)) return refuseSpreadsheet('not-a-spreadsheet');
  if (entryText(entries.value, 'META-INF/manifest.xml').includes('encryption-data')) {
    return refuseSpreadsheet('encrypted');
  }
  const grids = readWorkbook(zipSync(Object.fromEntries(entries.value), { level: 0 }));
  const hidden = hiddenOpenDocumentSheets(entryText(entries.value, 'content.xml'));
  return grids.ok
    ? ok(grids.value.map((grid, index) => (hidden.has(index) ? { ...grid, hidden: true } : grid)))
    : grids;
}

/** The parser does not tell which sheets of an .ods are hidden: their table style says so. Positions in the workbook. */
function hiddenOpenDocumentSheets(content: string): ReadonlySet<number> {
  const styles = content.matchAll(
    /<style:style [^>]*style:name="([^"]+)"[^>]*>\s*<style:table-properties [^>]*table:display="false"/g,
  );
  const hiddenStyles = new Set([...styles].map((match) => match[1]));
  const tables = [...content.matchAll(/<table:table [^>]*table:style-name="([^"]+)"/g)];
  return new Set(tables.flatMap((match, index) => (hiddenStyles.has(match[1]) ? [index] : [])));
}

function isSpreadsheetContainer(entries: ZipEntries): boolean {
  const isExcel = /spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macroEnabled\.main/.test(
    entryText(entries, '[Content_Types].xml'),
  );
  const isOpenDocument =
    entryText(entries, 'mimetype').startsWith('application/vnd.oasis.opendocument.spreadsheet') &&
    entries.has('content.xml');
  return isExcel || isOpenDocument;
}

function entryText(entries: ZipEntries, name: string): string {
  return Buffer.from(entries.get(name) ?? []).toString('utf8');
}

function readWorkbook(bytes: Uint8Array): Grids {
  try {
    return workbookGrids(read(bytes, { type: 'array', raw: true, cellNF: true, cellFormula: false, cellHTML: false }));
  } catch (error) {
    return refuseSpreadsheet(reasonOf(error));
  }
}

/** The parser tells what it found only in the words of its error. */
function reasonOf(error: unknown): SpreadsheetRefusal['type'] {
  const message = error instanceof Error ? error.message : '';
  if (/password|encrypt/i.test(message)) return 'encrypted';
  return /cannot find workbook|unsupported file/i.test(message) ? 'not-a-spreadsheet' : 'damaged';
}

function workbookGrids(workbook: WorkBook): Grids {
  const epoch = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  const grids: Grid[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    const isTable = sheet !== undefined && (sheet['!type'] === undefined || sheet['!type'] === 'sheet');
    const rows = isTable ? sheetRows(sheet, epoch) : ok([]);
    if (!rows.ok) return rows;
    grids.push({
      name,
      rows: rows.value,
      merges: isTable ? sheetMerges(sheet) : [],
      hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    });
  }
  return grids.length === 0 ? refuseSpreadsheet('damaged') : ok(grids);
}

/** Only cells with a value count towards the bounds: formatted blanks often reach to the last row of the sheet. */
function sheetRows(sheet: WorkSheet, epoch: 1900 | 1904): Result<Cell[][], SpreadsheetRefusal> {
  const rows: Cell[][] = [];
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue;
    const value = cellValue(sheet[address], epoch);
    if (value === null || value === '') continue;
    const { r: row, c: column } = utils.decode_cell(address);
    if (row >= limits.spreadsheetRows) return refuseSpreadsheet('too-many-rows');
    if (column >= limits.spreadsheetColumns) return refuseSpreadsheet('too-many-columns');
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }
  return ok(rows);
}

function cellValue(cell: CellObject | undefined, epoch: 1900 | 1904): Cell {
  if (cell === undefined) return null;
  const value = cell.v;
  if (cell.t === 'e' || value === undefined) return null;
  if (typeof value === 'string') return repairControlCharacters(value).toWellFormed();
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value;
  if (!Number.isFinite(value)) return null;
  const isDate = typeof cell.z === 'string' && isDateFormat(cell.z);
  return (isDate ? serialDateText(value, epoch) : null) ?? value;
}

function sheetMerges(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? [])
    .filter(({ s }) => s.r < limits.spreadsheetRows && s.c < limits.spreadsheetColumns)
    .map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: Math.min(e.r, limits.spreadsheetRows - 1),
      right: Math.min(e.c, limits.spreadsheetColumns - 1),
    }));
}

function readCsv(bytes: Uint8Array, fileName: string): Grids {
  const text = decodeText(bytes);
  if (text === null || /^\s*(%PDF-|\{\\rtf|<(!doctype|html|\?xml|table))/i.test(text.slice(0, 1000))) {
    return refuseSpreadsheet('not-a-spreadsheet');
  }
  if (text.trim() === '') return refuseSpreadsheet('empty');
  const table = parseCsv(text, { rows: limits.spreadsheetRows, columns: limits.spreadsheetColumns });
  if (table.exceeded === 'rows') return refuseSpreadsheet('too-many-rows');
  if (table.exceeded === 'columns') return refuseSpreadsheet('too-many-columns');
  return ok([{ name: sheetNameOf(fileName), rows: table.rows, merges: [], hidden: false }]);
}

function sheetNameOf(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? '';
  return base.replace(/\.[^.]*$/, '') || 'Lembar1';
}
