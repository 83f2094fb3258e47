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
import { foreignBytes, foreignText, refuseSpreadsheet } from './spreadsheet-refusal.ts';
import { excelLooks, withoutStruckRuns } from './spreadsheet-looks.ts';
import { openDocumentSheets } from './spreadsheet-opendocument.ts';
import { decodeText, repairControlCharacters } from './spreadsheet-text.ts';
import { openZip, type ZipEntries } from './spreadsheet-zip.ts';

type Grids = Result<readonly Grid[], SpreadsheetRefusal>;

/** Reads .xlsx, .xls (BIFF in a compound file, or a table of HTML), .ods and .csv. `fileName` only names the sheet of a .csv. */
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
  if (!isSpreadsheetContainer(entries.value)) return refuseForeignContainer(entries.value);
  if (entryText(entries.value, 'META-INF/manifest.xml').includes('encryption-data')) {
    return refuseSpreadsheet('encrypted');
  }
  const grids = readWorkbook(zipSync(Object.fromEntries(entries.value), { level: 0 }));
  return grids.ok ? ok(withLooks(grids.value, entries.value)) : grids;
}

/** What the parser leaves out: what is hidden, struck through or coloured. */
function withLooks(grids: readonly Grid[], entries: ZipEntries): readonly Grid[] {
  const rows = grids.map((grid) => grid.rows);
  const content = entryText(entries, 'content.xml');
  if (content === '') {
    const looks = excelLooks(entries, rows);
    return grids.map((grid, index) => ({ ...grid, ...looks[index] }));
  }
  const sheets = openDocumentSheets(content, rows);
  return grids.map((grid, index) => {
    const sheet = sheets[index];
    if (sheet === undefined) return grid;
    const { isHidden, texts, ...looks } = sheet;
    const changed = new Map(texts.map(({ row, column, text }) => [`${row}:${column}`, text]));
    const shown =
      changed.size === 0
        ? grid.rows
        : grid.rows.map((cells, row) => cells.map((cell, column) => changed.get(`${row}:${column}`) ?? cell));
    return { ...grid, ...looks, rows: shown, hidden: grid.hidden === true || isHidden };
  });
}

/** A Word document or a presentation is a container too. */
function refuseForeignContainer(entries: ZipEntries): Grids {
  const kinds = entryText(entries, '[Content_Types].xml') + entryText(entries, 'mimetype');
  if (/wordprocessingml|opendocument\.text/.test(kinds)) return refuseSpreadsheet('not-a-spreadsheet', 'word');
  if (/presentationml|opendocument\.presentation/.test(kinds))
    return refuseSpreadsheet('not-a-spreadsheet', 'presentation');
  if (/sheet\.binary/.test(kinds)) return refuseSpreadsheet('not-a-spreadsheet', 'binary-workbook');
  return refuseSpreadsheet('not-a-spreadsheet', kinds === '' ? 'archive' : null);
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
    const options = { type: 'array', raw: true, cellNF: true, cellFormula: false, cellHTML: false } as const;
    return workbookGrids(quietly(() => read(bytes, { ...options, cellStyles: true })));
  } catch (error) {
    return isWordDocument(bytes) ? refuseSpreadsheet('not-a-spreadsheet', 'word') : refuseSpreadsheet(reasonOf(error));
  }
}

/** An old .doc lies in the same kind of file as an old .xls; its main stream has a name. */
function isWordDocument(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('WordDocument', 'utf16le'));
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
      ...(isTable ? { hiddenRows: hiddenPlaces(sheet['!rows']), hiddenColumns: hiddenPlaces(sheet['!cols']) } : {}),
    });
  }
  return grids.length === 0 ? refuseSpreadsheet('damaged') : ok(grids);
}

function hiddenPlaces(
  places: readonly ({ readonly hidden?: boolean } | null | undefined)[] | undefined,
): readonly number[] {
  return (places ?? []).flatMap((place, index) => (place?.hidden === true ? [index] : []));
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
  if (typeof value === 'string') return repairControlCharacters(shownText(cell, value)).toWellFormed();
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value;
  if (!Number.isFinite(value)) return null;
  const isDate = typeof cell.z === 'string' && isDateFormat(cell.z);
  if (isDate) return serialDateText(value, epoch) ?? value;
  return typeof cell.z === 'string' && hasWords(cell.z) && typeof cell.w === 'string' ? cell.w : value;
}

/** Words that were struck through within a cell are gone for whoever reads it. A cell wholly struck is a mark of its row. */
function shownText(cell: CellObject, value: string): string {
  const shown = typeof cell.r === 'string' ? withoutStruckRuns(cell.r) : null;
  return shown === null || shown.trim() === '' ? value : shown;
}

/** `"KBK Kelompok "0`: the number is only a part of what is seen. */
function hasWords(format: string): boolean {
  return /"[^"]*\p{L}{2}[^"]*"/u.test(format) && !/"(Rp|IDR)/i.test(format);
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
  if (text === null) return refuseSpreadsheet('not-a-spreadsheet', foreignBytes(bytes));
  const foreign = foreignText(text);
  if (foreign === 'html' && /<table[\s>]/i.test(text)) return readWebTable(text);
  if (foreign !== null) return refuseSpreadsheet('not-a-spreadsheet', foreign);
  if (text.trim() === '') return refuseSpreadsheet('empty');
  const table = parseCsv(text, { rows: limits.spreadsheetRows, columns: limits.spreadsheetColumns });
  if (table.exceeded === 'rows') return refuseSpreadsheet('too-many-rows');
  if (table.exceeded === 'columns') return refuseSpreadsheet('too-many-columns');
  return ok([{ name: sheetNameOf(fileName), rows: table.rows, merges: [], hidden: false }]);
}

/** Applications of the web write their tables as HTML and call it .xls; spreadsheet programs open them. */
function readWebTable(text: string): Grids {
  if (
    !/urn:schemas-microsoft-com:office|<table[^>]*>\s*(<(thead|tbody|caption|colgroup|col)[^>]*>\s*)*<tr[\s>]/i.test(
      text,
    )
  ) {
    return refuseSpreadsheet('not-a-spreadsheet', 'html');
  }
  try {
    const grids = workbookGrids(read(text, { type: 'string', raw: true, cellFormula: false }));
    const isList = grids.ok && grids.value.some(({ rows }) => rows.filter((cells) => cells.length > 1).length > 1);
    return isList ? grids : refuseSpreadsheet('not-a-spreadsheet', 'html');
  } catch {
    return refuseSpreadsheet('not-a-spreadsheet', 'html');
  }
}

function sheetNameOf(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? '';
  return base.replace(/\.[^.]*$/, '') || 'Lembar1';
}

/** The library complains about number formats of LibreOffice that it reads all the same; whatever else it says is passed on. */
function quietly<Value>(action: () => Value): Value {
  const { error } = console;
  console.error = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('ODS number format may be incorrect')) error.apply(console, words);
  };
  try {
    return action();
  } finally {
    console.error = error;
  }
}
