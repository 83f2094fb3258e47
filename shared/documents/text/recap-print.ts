/**
 * The workbook's sheets as one HTML document for printing: the same tables, numbers as Indonesian readers write them, heads
 * repeated on every page (rules X8, X16); whoever prints it puts the page numbers. Everything stands in one style element and
 * in classes, so that a strict content security policy needs a nonce only. Texts are escaped.
 */
import type { ContestFile } from '../../domain/setup/contest-file.ts';
import { fromDecimal, toFixedText } from '../../lib/rational.ts';
import type { RankAnswer } from '../../ranking/types.ts';
import type { Words } from '../../say/words.ts';
import { escapeHtml } from './html.ts';
import type { DocumentWords } from '../../say/documents.ts';
import { contestWorkbook } from '../workbook/workbook.ts';
import type {
  Area,
  Cell,
  CellLook,
  CellValue,
  PlacedPicture,
  SheetKind,
  SheetModel,
  WorkbookModel,
} from '../model/workbook-model.ts';

export interface PrintOptions {
  /** For `style-src 'nonce-...'`. */
  readonly nonce?: string;
}

/** Cetak rekapitulasi: the recaps of all categories. `answer` must be the ranking of this very file. */
export function recapHtml(file: ContestFile, answer: RankAnswer, words: Words, options: PrintOptions = {}): string {
  return workbookHtml(contestWorkbook(file, answer, words), words.documents, ['recap'], options);
}

/** The sheets of the given kinds, each beginning on a page of its own. */
export function workbookHtml(
  model: WorkbookModel,
  words: DocumentWords,
  kinds: readonly SheetKind[],
  options: PrintOptions = {},
): string {
  const sheets = model.sheets.filter((sheet) => kinds.includes(sheet.kind));
  const styles = styleSheet();
  const body = sheets.map((sheet) => sheetHtml(sheet, words, styles)).join('\n');
  const nonce = options.nonce === undefined ? '' : ` nonce="${escapeHtml(options.nonce)}"`;
  return [
    '<!doctype html>',
    `<html lang="${words.language}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(model.title)}</title>`,
    `<style${nonce}>${baseStyle}${styles.text()}</style></head>`,
    `<body>\n${body}\n</body>`,
    '</html>\n',
  ].join('\n');
}

/** A cell's value as it is printed: `82,40`, `bobot 60%`. */
export function printedValue(words: DocumentWords, value: CellValue, numberFormat: string | undefined): string {
  switch (value.type) {
    case 'blank':
      return '';
    case 'text':
      return value.text;
    case 'number':
      return printedNumber(words, value.number, numberFormat);
    case 'formula':
      return typeof value.cached === 'number' ? printedNumber(words, value.cached, numberFormat) : value.cached;
  }
}

/** The shortest decimal of the double is rounded, so that 83.575 prints as 83,58 although the double lies below it. */
function printedNumber(words: DocumentWords, value: number, format = 'General'): string {
  const shortest = String(value);
  const decimal = shortest.includes('e') ? value.toFixed(10) : shortest;
  const fixed = /^0(?:\.(0+))?$/.exec(format);
  if (fixed !== null) return words.number(toFixedText(fromDecimal(decimal), fixed[1]?.length ?? 0));
  return format.replaceAll('"', '').replace('General', () => words.number(decimal));
}

const baseStyle = `
@page f4-landscape { size: 330mm 215mm; }
@page f4-portrait { size: 215mm 330mm; }
@page a4-landscape { size: A4 landscape; }
@page a4-portrait { size: A4 portrait; }
@page { margin: 2.5cm 2.5cm 3cm 3cm; }
body { margin: 0; font: 10pt Arial, "Liberation Sans", sans-serif; color: #000; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
section { break-after: page; }
section:last-child { break-after: auto; }
.f4-landscape { page: f4-landscape; }
.f4-portrait { page: f4-portrait; }
.a4-landscape { page: a4-landscape; }
.a4-portrait { page: a4-portrait; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.keep { break-inside: avoid; }
td, th { padding: 1.5pt 3pt; font-weight: normal; overflow-wrap: break-word; white-space: pre-line; height: 11pt; }
th { padding: 1.5pt 1pt; overflow-wrap: normal; }
.whose { padding: 0 0 2pt; font-size: 8pt; text-align: left; color: #444; }
`;

/** A browser's lines are a little higher than a spreadsheet's: what just fits there must not spill over here. */
const browserShare = 0.97;

interface Styles {
  /** The class of a look, or of a column's share of the width in percent. */
  readonly classOf: (rule: string) => string;
  readonly text: () => string;
}

function styleSheet(): Styles {
  const classes = new Map<string, string>();
  return {
    classOf: (rule) => {
      const name = classes.get(rule) ?? `s${classes.size + 1}`;
      classes.set(rule, name);
      return name;
    },
    text: () => [...classes].map(([rule, name]) => `.${name} { ${rule} }`).join('\n'),
  };
}

/** Tables with the same columns: only those of the sheet repeat their heads. What should stay on one page is kept together. */
function sheetHtml(sheet: SheetModel, words: DocumentWords, styles: Styles): string {
  const { printArea } = sheet;
  const columns = columnsHtml(sheet, styles);
  const plain = (from: number, to: number): string => {
    const rows = rowsHtml(sheet, words, styles, from, to);
    return rows === '' ? '' : `<table role="presentation">${columns}<tbody>${rows}</tbody></table>`;
  };
  // On every page, also where only a table goes on.
  const whose = `<tr><td class="whose" colspan="${printArea.right}">${escapeHtml(sheet.identity)}</td></tr>`;
  const parts: string[] = [];
  let next = printArea.top;
  for (const { head, last } of sheet.tables) {
    const before = plain(next, head[0] - 1);
    const table = `<table>${columns}<thead>${whose}${rowsHtml(sheet, words, styles, ...head)}</thead><tbody>${rowsHtml(sheet, words, styles, head[1] + 1, last)}</tbody></table>`;
    parts.push(`<div class="keep">${before}\n${table}</div>`);
    next = last + 1;
  }
  const end = plain(next, printArea.bottom);
  if (end !== '') parts.push(`<div class="keep">${end}</div>`);
  const zoom = styles.classOf(`zoom: ${(sheet.pageFit.scale * browserShare).toFixed(3)}`);
  return [
    `<section class="${sheet.paper.toLowerCase()}-${sheet.orientation} ${zoom}" aria-label="${escapeHtml(sheet.name)}">`,
    ...parts,
    '</section>',
  ].join('\n');
}

function columnsHtml({ columnWidths, printArea }: SheetModel, styles: Styles): string {
  const widths = columnWidths.slice(0, printArea.right);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map(
    (width) => `<col class="${styles.classOf(`width: ${((width / total) * 100).toFixed(3)}%`)}">`,
  );
  return `<colgroup>${columns.join('')}</colgroup>`;
}

function rowsHtml(sheet: SheetModel, words: DocumentWords, styles: Styles, from: number, to: number): string {
  const byPlace = new Map<string, Cell>();
  for (const cell of sheet.cells) {
    if (cell.row >= from && cell.row <= to) byPlace.set(`${cell.row}/${cell.column}`, cell);
  }
  const covered = new Set<string>();
  const spans = new Map<string, string>();
  for (const area of sheet.merges) {
    if (area.bottom < from || area.top > to) continue;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) covered.add(`${row}/${column}`);
    }
    covered.delete(`${area.top}/${area.left}`);
    spans.set(`${area.top}/${area.left}`, spanOf(area));
  }
  const { logo } = sheet;
  const logoPlace = logo === null ? null : `${logo.area.top}/${logo.area.left}`;
  if (logo !== null) {
    for (let row = logo.area.top; row <= logo.area.bottom; row += 1) {
      for (let column = logo.area.left; column <= logo.area.right; column += 1) covered.add(`${row}/${column}`);
    }
  }
  const rows: string[] = [];
  for (let row = from; row <= to; row += 1) {
    let cells = '';
    for (let column = sheet.printArea.left; column <= sheet.printArea.right; column += 1) {
      const place = `${row}/${column}`;
      if (logo !== null && place === logoPlace) cells += logoHtml(logo, styles);
      else if (!covered.has(place)) cells += cellHtml(byPlace.get(place), words, spans.get(place) ?? '', styles);
    }
    rows.push(`<tr>${cells}</tr>`);
  }
  return rows.join('\n');
}

function spanOf(area: Area): string {
  return ` colspan="${area.right - area.left + 1}" rowspan="${area.bottom - area.top + 1}"`;
}

function logoHtml({ picture, area, width, height }: PlacedPicture, styles: Styles): string {
  const cell = styles.classOf('text-align: center; vertical-align: middle; border-bottom: 2.5pt double #000');
  const size = styles.classOf(`display: inline-block; width: ${width.toFixed(1)}pt; height: ${height.toFixed(1)}pt`);
  const source = `data:image/${picture.type};base64,${picture.base64}`;
  return `<td${spanOf(area)} class="${cell}"><img class="${size}" alt="" src="${source}"></td>`;
}

function cellHtml(cell: Cell | undefined, words: DocumentWords, span: string, styles: Styles): string {
  if (cell === undefined) return `<td${span}></td>`;
  const tag = cell.look.fill === 'header' ? 'th' : 'td';
  const shown = escapeHtml(printedValue(words, cell.value, cell.look.numberFormat));
  return `<${tag}${span} class="${styles.classOf(ruleOf(cell.look))}">${shown}</${tag}>`;
}

const fills = {
  header: '#d9e2f3',
  weight: '#edf2fa',
  input: '#ffffff',
  result: '#fff6dd',
  excluded: '#e7e6e6',
  warning: '#fce4d6',
  helper: '#f7f7f7',
} as const;

const colors = { muted: '#666666', warning: '#b00000' } as const;

function ruleOf(look: CellLook): string {
  const rules = [
    `font-size: ${look.size ?? 10}pt`,
    `text-align: ${look.horizontal ?? 'left'}`,
    `vertical-align: ${look.vertical ?? 'middle'}`,
  ];
  if (look.bold === true) rules.push('font-weight: bold');
  if (look.italic === true) rules.push('font-style: italic');
  if (look.underline === true) rules.push('text-decoration: underline');
  if (look.border === 'thin') rules.push('border: 0.75pt solid #7f7f7f');
  if (look.border === 'double-bottom') rules.push('border-bottom: 2.5pt double #000');
  if (look.fill !== undefined) rules.push(`background: ${fills[look.fill]}`);
  if (look.color !== undefined) rules.push(`color: ${colors[look.color]}`);
  return rules.join('; ');
}
