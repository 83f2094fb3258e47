/**
 * What the parser does not tell of an .xlsx [I4]: which rows and columns are hidden, and what is struck through or coloured.
 * Read from the checked parts of the container with plain searches; what is not understood is left out, never refused.
 */
import type { Cell, Grid, RowMark } from '../../shared/import/grid.ts';
import { limits } from '../../shared/limits.ts';
import type { ZipEntries } from './spreadsheet-zip.ts';

export type SheetLooks = Pick<Grid, 'hiddenRows' | 'hiddenColumns' | 'marks'>;

/** How a cell style looks: struck through, or its colour as `#rrggbb`; null like any other cell. */
type Look = string | null;

const STRUCK = 'struck';
/** The first colours of the old palette, by which some programs still write. */
const INDEXED = ['000000', 'ffffff', 'ff0000', '00ff00', '0000ff', 'ffff00', 'ff00ff', '00ffff'];

/** By the position of the sheet in the workbook. */
export function excelLooks(
  entries: ZipEntries,
  sheets: readonly (readonly (readonly Cell[])[])[],
): readonly SheetLooks[] {
  const paths = sheetPaths(entries);
  const looks = styleLooks(partText(entries, /^xl\/styles\.xml$/i));
  return sheets.map((rows, index) => {
    const path = paths[index];
    return path === undefined ? {} : sheetLooks(partText(entries, path), looks, rows);
  });
}

function partText(entries: ZipEntries, name: RegExp | string): string {
  for (const [path, bytes] of entries) {
    const isIt = typeof name === 'string' ? path.toLowerCase() === name.toLowerCase() : name.test(path);
    if (isIt) return decodeXml(bytes);
  }
  return '';
}

function decodeXml(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.toString('utf16le');
  if (buffer[0] === 0xfe && buffer[1] === 0xff && buffer.length % 2 === 0)
    return Buffer.from(buffer).swap16().toString('utf16le');
  return buffer.toString('utf8');
}

/** The part of each sheet, in the order of the workbook. */
function sheetPaths(entries: ZipEntries): readonly (string | undefined)[] {
  const workbook = partText(entries, /^xl\/workbook\.xml$/i);
  const targets = new Map<string, string>();
  for (const [, attributes] of workbookTags(partText(entries, /^xl\/_rels\/workbook\.xml\.rels$/i), 'Relationship')) {
    const id = attribute(attributes, 'Id');
    const target = attribute(attributes, 'Target');
    if (id !== null && target !== null)
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  }
  return [...workbookTags(workbook, 'sheet')].map(([, attributes]) =>
    targets.get(/(?:\w+:)?id="([^"]*)"/.exec(attributes)?.[1] ?? ''),
  );
}

function workbookTags(xml: string, name: string): IterableIterator<RegExpMatchArray & [string, string]> {
  return xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`, 'g')) as IterableIterator<
    RegExpMatchArray & [string, string]
  >;
}

function attribute(attributes: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}

function isOn(value: string | null): boolean {
  return value !== null && value !== '0' && value !== 'false';
}

/** The look of every cell format, by its number. */
function styleLooks(styles: string): readonly Look[] {
  const part = (name: string): string =>
    new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>(.*?)</(?:\\w+:)?${name}>`, 's').exec(styles)?.[1] ?? '';
  const fonts = elements(part('fonts'), 'font').map((font) =>
    isStruck(font) ? STRUCK : colourOf(/<(?:\w+:)?color\b([^>]*)>/.exec(font)?.[1], false),
  );
  const fills = elements(part('fills'), 'fill').map((fill) =>
    /patternType="solid"/.test(fill) ? colourOf(/<(?:\w+:)?fgColor\b([^>]*)>/.exec(fill)?.[1], true) : null,
  );
  return [...part('cellXfs').matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)].map(([, attributes = '']) => {
    const font = fonts[Number(attribute(attributes, 'fontId') ?? -1)] ?? null;
    return font === STRUCK ? font : (fills[Number(attribute(attributes, 'fillId') ?? -1)] ?? font);
  });
}

function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?(?:/>|>(.*?)</(?:\\w+:)?${name}>)`, 'gs'))].map(
    (match) => match[1] ?? '',
  );
}

/** `<strike/>`, unless it says that it is off. */
function isStruck(font: string): boolean {
  const strike = /<(?:\w+:)?d?strike\b([^>]*)>/i.exec(font);
  return strike !== null && isOn(attribute(strike[1] ?? '', 'val') ?? '1');
}

/** Black, white and the colours of the theme are how everything looks. A shade of grey in a fill shades tables. */
function colourOf(attributes: string | undefined, isFill: boolean): Look {
  if (attributes === undefined) return null;
  const indexed = attribute(attributes, 'indexed');
  const rgb = attribute(attributes, 'rgb')?.slice(-6) ?? (indexed === null ? undefined : INDEXED[Number(indexed) % 8]);
  if (rgb === undefined || (indexed !== null && Number(indexed) >= 64) || !/^[0-9a-f]{6}$/i.test(rgb)) return null;
  return plainColour(rgb, isFill);
}

function plainColour(rgb: string, isFill: boolean): Look {
  const parts = [0, 2, 4].map((start) => Number.parseInt(rgb.slice(start, start + 2), 16));
  const range = Math.max(...parts) - Math.min(...parts);
  return range < (isFill ? 16 : 96) ? null : `#${rgb.toLowerCase()}`;
}

function sheetLooks(xml: string, looks: readonly Look[], rows: readonly (readonly Cell[])[]): SheetLooks {
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  const cellLooks = new Map<number, Look[]>();
  for (const [, attributes = ''] of xml.matchAll(/<(?:\w+:)?col\b([^>]*)>/g)) {
    if (!isOn(attribute(attributes, 'hidden'))) continue;
    const last = Math.min(Number(attribute(attributes, 'max')), limits.spreadsheetColumns);
    for (let column = Number(attribute(attributes, 'min')); column <= last; column += 1) hiddenColumns.push(column - 1);
  }
  let row = -1;
  let column = -1;
  for (const [, name, attributes = ''] of xml.matchAll(/<(?:\w+:)?(row|c)\b([^>]*)>/g)) {
    if (name === 'row') {
      row = Number(attribute(attributes, 'r') ?? row + 2) - 1;
      column = -1;
      if (isOn(attribute(attributes, 'hidden'))) hiddenRows.push(row);
      continue;
    }
    const address = /^([A-Z]{1,3})(\d+)$/.exec(attribute(attributes, 'r') ?? '');
    column = address === null ? column + 1 : columnOf(address[1] ?? 'A');
    const value = rows[row]?.[column] ?? null;
    if (value === null || value === '') continue;
    const look = looks[Number(attribute(attributes, 's') ?? 0)] ?? null;
    cellLooks.set(row, [...(cellLooks.get(row) ?? []), look]);
  }
  return { hiddenRows, hiddenColumns, marks: marksOf(cellLooks) };
}

function columnOf(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A row looks like most of its filled cells look. */
export function marksOf(cellLooks: ReadonlyMap<number, readonly Look[]>): readonly RowMark[] {
  const marks: RowMark[] = [];
  for (const [row, looks] of cellLooks) {
    const counts = new Map<string, number>();
    for (const look of looks) if (look !== null) counts.set(look, (counts.get(look) ?? 0) + 1);
    const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
    if (most !== undefined && most[1] * 2 >= looks.length) marks.push({ row, look: most[0] });
  }
  return marks.toSorted((a, b) => a.row - b.row);
}

/** The text of a rich cell without its struck words; null where nothing is struck, empty where everything is. */
export function withoutStruckRuns(rich: string): string | null {
  const runs = [...rich.matchAll(/<(?:\w+:)?r>(.*?)<\/(?:\w+:)?r>/gs)].map((match) => match[1] ?? '');
  if (!runs.some(isStruck)) return null;
  return runs
    .filter((run) => !isStruck(run))
    .map((run) => decodeEntities(/<(?:\w+:)?t\b[^>]*>(.*?)<\/(?:\w+:)?t>/s.exec(run)?.[1] ?? ''))
    .join('');
}

export function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
