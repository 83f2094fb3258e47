/**
 * Text with delimiters, as rows of text [I3]. Nothing is converted: `85,5`, `01` and `03/02/2026` stay what they are.
 * A record is one row of the sheet, also where a quoted cell holds line breaks; blank lines are rows.
 */
import { assert } from '../lib/assert.ts';

export type CsvBounds = { readonly rows: number; readonly columns: number };

export type CsvTable = {
  readonly rows: readonly (readonly string[])[];
  /** What lay outside the bounds and was not blank. */
  readonly exceeded: 'rows' | 'columns' | null;
};

const DELIMITERS = ['\t', ';', '|', ','] as const;
const SAMPLE: CsvBounds = { rows: 60, columns: 1000 };

/** Finds the delimiter by itself; a first line `sep=;` names it and is no row. */
export function parseCsv(text: string, bounds: CsvBounds): CsvTable {
  const named = /^sep=([;,\t|])\r?\n/i.exec(text);
  const start = named === null ? 0 : named[0].length;
  const body = text.slice(start, text.endsWith('\u001a') ? -1 : undefined);
  const delimiter = named?.[1] ?? detectDelimiter(body);
  return readTable(body, delimiter, bounds);
}

/** The delimiter that splits most records into equally many cells; tab and semicolon win over the comma of decimals. */
function detectDelimiter(text: string): string {
  let best = { delimiter: ';', share: 0 };
  for (const delimiter of DELIMITERS) {
    const filled = readTable(text, delimiter, SAMPLE).rows.filter((row) => row.some((cell) => cell.trim() !== ''));
    const share = shareOfMostCommonWidth(filled.map((row) => row.length));
    if (share >= 0.5) return delimiter;
    if (share > best.share) best = { delimiter, share };
  }
  return best.delimiter;
}

function shareOfMostCommonWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return widths.length === 0 ? 0 : Math.max(0, ...counts.values()) / widths.length;
}

/** A quote that is never closed is meant as a character (`6" pipa`): then nothing is quoted. */
function readTable(text: string, delimiter: string, bounds: CsvBounds): CsvTable {
  const quoted = readRecords(text, delimiter, bounds, true);
  const table = quoted ?? readRecords(text, delimiter, bounds, false);
  assert(table !== null, 'a text without quoting always has records');
  return table;
}

/** Null when a quote is never closed. */
function readRecords(text: string, delimiter: string, bounds: CsvBounds, quoting: boolean): CsvTable | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let column = 0;
  let position = 0;
  let rowNumber = 0;
  while (position <= text.length) {
    const cell = readCell(text, position, delimiter, quoting);
    if (cell === null) return null;
    const isBlank = cell.value.trim() === '';
    if (column < bounds.columns) row.push(cell.value);
    else if (!isBlank) return { rows, exceeded: 'columns' };
    column += 1;
    position = cell.end + 1;
    if (text.charAt(cell.end) === delimiter) continue;

    if (rowNumber < bounds.rows) rows.push(row);
    else if (row.some((value) => value.trim() !== '')) return { rows, exceeded: 'rows' };
    if (text.charAt(cell.end) === '\r' && text.charAt(position) === '\n') position += 1;
    rowNumber += 1;
    row = [];
    column = 0;
    if (position >= text.length) break;
  }
  return { rows, exceeded: null };
}

/** One cell from `start`; `end` is where its delimiter, its line end or the end of the text stands. */
function readCell(
  text: string,
  start: number,
  delimiter: string,
  quoting: boolean,
): { readonly value: string; readonly end: number } | null {
  let value = '';
  let position = start;
  if (quoting && text.charAt(start) === '"') {
    for (;;) {
      const quote = text.indexOf('"', position + 1);
      if (quote < 0) return null;
      value += text.slice(position + 1, quote);
      position = quote + 1;
      if (text.charAt(position) !== '"') break;
      value += '"';
    }
  }
  const from = position;
  while (position < text.length && !isEndOfCell(text.charAt(position), delimiter)) position += 1;
  return { value: value + text.slice(from, position), end: position };
}

function isEndOfCell(character: string, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}
