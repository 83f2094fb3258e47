/**
 * The workbook's sheets as one HTML document for printing: the same tables, numbers as Indonesian readers write them, heads
 * repeated on every page, and pages begun where those of the workbook begin (rules X8, X16). Everything stands in one style element and
 * in classes, so that a strict content security policy needs a nonce only. Texts are escaped.
 */
import type { ContestFile } from '../../domain/setup/contest-file.ts';
import { fromDecimal, toFixedText } from '../../lib/rational.ts';
import type { RankAnswer } from '../../ranking/types.ts';
import type { CodesOf } from '../model/seal-mark.ts';
import type { Words } from '../../say/words.ts';
import { escapeHtml } from './html.ts';
import type { DocumentWords } from '../../say/documents.ts';
import { plainRow, repeatedRows } from '../workbook/page-break.ts';
import { contestWorkbook } from '../workbook/workbook.ts';
import { pagesHtml, type Page } from './pages.ts';
import { styleClasses, type StyleClasses } from './style-classes.ts';
import type {
  Area,
  Cell,
  CellLook,
  CellValue,
  PlacedPicture,
  SheetKind,
  SheetModel,
  TableRows,
  WorkbookModel,
} from '../model/workbook-model.ts';

export interface PrintOptions {
  /** For `style-src 'nonce-...'`. */
  readonly nonce?: string;
  readonly codesOf?: CodesOf;
}

/** Cetak rekapitulasi: the recaps of all categories. `answer` must be the ranking of this very file. */
export function recapHtml(file: ContestFile, answer: RankAnswer, words: Words, options: PrintOptions = {}): string {
  const model = contestWorkbook(file, answer, words, undefined, undefined, options.codesOf);
  return workbookHtml(model, words.documents, ['recap'], options);
}

/** The sheets of the given kinds, each beginning on a page of its own, in their order. */
export function workbookHtml(
  model: WorkbookModel,
  words: DocumentWords,
  kinds: readonly SheetKind[],
  options: PrintOptions = {},
): string {
  const styles = styleClasses();
  const pages = model.sheets
    .filter((sheet) => kinds.includes(sheet.kind))
    .flatMap((sheet) => sheetPages(sheet, words, styles));
  return pagesHtml(words, { title: model.title, pages, styles: `${tableStyle}${styles.text()}`, ...options });
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

const tableStyle = `
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td, th { padding: 0.4pt 3pt; font-weight: normal; line-height: 1.15; overflow-wrap: break-word; white-space: pre-line; }
th { padding: 0.4pt 1pt; overflow-wrap: normal; }
.whose { padding: 0 0 2pt; font-size: 8pt; text-align: left; color: #444; }
`;

/** Rows are as high as the spreadsheet's; over the first table of each page stands whose it is. */
const browserShare = 0.97;

/** The pages of a sheet, begun where its paper is (rule X17). A table that goes on has its head again. */
function sheetPages(sheet: SheetModel, words: DocumentWords, styles: StyleClasses): readonly Page[] {
  const { printArea, pageFit, tables } = sheet;
  const columns = columnsHtml(sheet, styles);
  const whose = `<tr><td class="whose" colspan="${printArea.right}">${escapeHtml(sheet.identity)}</td></tr>`;
  const zoom = styles.classOf(`zoom: ${(pageFit.scale * browserShare).toFixed(3)}`);
  const starts = [printArea.top, ...(pageFit.type === 'pages' ? pageFit.breaks : [])];
  return starts.map((from, index) => ({
    paper: `${sheet.paper === 'A4' ? 'a4' : 'f4'}-${sheet.orientation}`,
    content: [
      `<section class="${zoom}" aria-label="${escapeHtml(sheet.name)}">`,
      ...partsOf(from, (starts[index + 1] ?? printArea.bottom + 1) - 1),
      '</section>',
    ].join('\n'),
  }));

  function partsOf(from: number, to: number): readonly string[] {
    const parts: string[] = [];
    let next = from;
    let isSaid = false;
    for (const { head, last } of tables) {
      if (last < from || head[0] > to) continue;
      const end = Math.min(last, to);
      parts.push(plain(next, head[0] - 1));
      const lines = rowsHtml(sheet, words, styles, Math.max(head[1] + 1, next), end);
      parts.push(headed(head, lines, isSaid ? '' : whose));
      isSaid = true;
      next = end + 1;
    }
    const rest = plain(next, to);
    const repeated = repeatedRows(sheet);
    // A page of notes and signatures alone says whose they are.
    parts.push(parts.length === 0 && repeated !== null ? headed(repeated, '', whose) : '', rest);
    return parts.filter((part) => part !== '');
  }

  function headed(head: TableRows['head'], lines: string, over: string): string {
    return `<table>${columns}<thead>${over}${rowsHtml(sheet, words, styles, ...head)}</thead><tbody>${lines}</tbody></table>`;
  }

  function plain(from: number, to: number): string {
    const rows = rowsHtml(sheet, words, styles, from, to);
    return rows === '' ? '' : `<table role="presentation">${columns}<tbody>${rows}</tbody></table>`;
  }
}

function columnsHtml({ columnWidths, printArea }: SheetModel, styles: StyleClasses): string {
  const widths = columnWidths.slice(0, printArea.right);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map(
    (width) => `<col class="${styles.classOf(`width: ${((width / total) * 100).toFixed(3)}%`)}">`,
  );
  return `<colgroup>${columns.join('')}</colgroup>`;
}

function rowsHtml(sheet: SheetModel, words: DocumentWords, styles: StyleClasses, from: number, to: number): string {
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
    const height = styles.classOf(`height: ${(sheet.rowHeights.get(row) ?? plainRow).toFixed(2)}pt`);
    rows.push(`<tr class="${height}">${cells}</tr>`);
  }
  return rows.join('\n');
}

function spanOf(area: Area): string {
  return ` colspan="${area.right - area.left + 1}" rowspan="${area.bottom - area.top + 1}"`;
}

function logoHtml({ picture, area, width, height }: PlacedPicture, styles: StyleClasses): string {
  const cell = styles.classOf('text-align: center; vertical-align: middle; border-bottom: 2.5pt double #000');
  const size = styles.classOf(`display: inline-block; width: ${width.toFixed(1)}pt; height: ${height.toFixed(1)}pt`);
  const source = `data:image/${picture.type};base64,${picture.base64}`;
  return `<td${spanOf(area)} class="${cell}"><img class="${size}" alt="" src="${source}"></td>`;
}

function cellHtml(cell: Cell | undefined, words: DocumentWords, span: string, styles: StyleClasses): string {
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
