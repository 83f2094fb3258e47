/**
 * Writes a workbook model as a native .xlsx. The only place that knows the spreadsheet library: texts stay texts whatever
 * they begin with, formulas keep the application's values as their cached results, and looks are translated here.
 */
import { writeFile } from 'node:fs/promises';
import { Workbook, type Borders, type Fill, type Style, type Worksheet } from '@cj-tech-master/excelts';
import { repeatedRows } from '../../shared/documents/workbook/page-break.ts';
import {
  areaName,
  type Area,
  type Cell,
  type CellLook,
  type PlacedPicture,
  type SheetModel,
  type WorkbookModel,
} from '../../shared/documents/model/workbook-model.ts';
import type { DocumentWords } from '../../shared/say/documents.ts';
import { wordsOf } from '../../shared/say/words.ts';

/** Excel's numbers of paper sizes: Folio (215.9 x 330.2 mm, what Indonesia calls F4) and A4. */
const paperSizes = { F4: 14, A4: 9 } as const;

/** Inches for the centimetres of official letters: top 2.5, bottom 3, left 3, right 2.5, header 1.2, footer 1.5. */
const margins = { left: 1.181, right: 0.984, top: 0.984, bottom: 1.181, header: 0.472, footer: 0.591 };

/** What stands at the left of a foot, so that the number of the page has room at the right; Excel takes 255 in all. */
const longestFooter = { landscape: 130, portrait: 75 } as const;

const fills = {
  header: 'FFD9E2F3',
  weight: 'FFEDF2FA',
  input: 'FFFFFFFF',
  result: 'FFFFF6DD',
  excluded: 'FFE7E6E6',
  warning: 'FFFCE4D6',
  helper: 'FFF7F7F7',
} as const;

const colors = { muted: 'FF666666', warning: 'FFB00000' } as const;

/** The bytes of the .xlsx file. */
export async function workbookBytes(model: WorkbookModel): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.title = model.title;
  workbook.creator = 'Gelar Juri';
  // Column widths count the digits of this font, which are as wide in what other systems put in its place.
  workbook.defaultFont = { name: 'Verdana', size: 8 };
  const logos = new Map<string, number>();
  const styles = createStyles();
  const { pageOf } = wordsOf[model.language].documents;
  for (const sheet of model.sheets) {
    const written = writeSheet(workbook, sheet, styles, pageOf);
    if (sheet.logo !== null) putLogo(workbook, written, sheet, sheet.logo, logos);
  }
  // The library would read all of it back, to warn on a console that nobody sees.
  return workbook.xlsx.writeBuffer({ validate: false });
}

/** Writes the file; an existing one is replaced. Rejects with the system's error when it cannot. */
export async function writeWorkbook(model: WorkbookModel, file: string): Promise<void> {
  await writeFile(file, await workbookBytes(model));
}

function writeSheet(workbook: Workbook, model: SheetModel, styles: Styles, pageOf: DocumentWords['pageOf']): Worksheet {
  const head = repeatedRows(model);
  const sheet = workbook.addWorksheet(model.name, {
    pageSetup: {
      orientation: model.orientation,
      margins,
      // Page breaks count only where a scale is given: Excel ignores them in a sheet that is fitted to its pages.
      ...(model.pageFit.type === 'one-page'
        ? { fitToPage: true, fitToWidth: 1, fitToHeight: 1 }
        : { fitToPage: false, scale: Math.floor(model.pageFit.scale * 100) }),
      horizontalCentered: true,
      // Every sheet is a paper of its own, also where all are printed at once.
      firstPageNumber: 1,
      // Without one a sheet is left out where all are printed at once, as long as others have theirs.
      ...(model.isHidden === true ? {} : { printArea: areaName(model.printArea) }),
      ...(head === null ? {} : { printTitlesRow: head.join(':') }),
    },
    headerFooter: { oddFooter: footerOf(model, pageOf) },
    ...(model.isHidden === true ? { state: 'hidden' as const } : {}),
    views: [viewOf(model)],
  });
  // Assigned, because the library's own list of paper sizes lacks Folio; it writes any number.
  Object.assign(sheet.pageSetup, { paperSize: paperSizes[model.paper] });
  model.columnWidths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  for (const [row, height] of model.rowHeights) sheet.getRow(row).height = height;
  if (model.pageFit.type === 'pages') for (const row of model.pageFit.breaks) sheet.getRow(row - 1).addPageBreak();
  for (const cell of model.cells) writeCell(sheet, cell, styles);
  for (const area of model.merges) mergeArea(sheet, area);
  if (model.filtered !== undefined) sheet.autoFilter = areaName(model.filtered);
  for (const rule of model.entryRules) {
    sheet.dataValidations.add(areaName(rule.area), {
      type: 'decimal',
      operator: 'between',
      allowBlank: true,
      formulae: [rule.min, rule.max],
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: rule.title,
      error: rule.message.slice(0, 255),
    });
  }
  return sheet;
}

/** Drawings are placed in pixels of 96 to the inch. */
const pixelsPerPoint = 96 / 72;
/** A column's character as Excel shows it, in points. */
const pointsPerCharacter = 5.25;

/** In the middle of its area: as one cell's anchor with offsets, which moves with the cell and keeps its shape. */
function putLogo(
  workbook: Workbook,
  sheet: Worksheet,
  { columnWidths, rowHeights }: SheetModel,
  { picture, area, width, height }: PlacedPicture,
  logos: Map<string, number>,
): void {
  const id = logos.get(picture.base64) ?? workbook.addImage({ buffer: picture.bytes, extension: picture.type });
  logos.set(picture.base64, id);
  const columns = columnWidths.slice(area.left - 1, area.right).map((each) => each * pointsPerCharacter);
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, index) => rowHeights.get(area.top + index) ?? 15);
  const from = (sizes: readonly number[], room: number): number =>
    positionIn(sizes, Math.max(0, (sum(sizes) - room) / 2));
  sheet.addImage(id, {
    tl: { col: area.left - 1 + from(columns, width), row: area.top - 1 + from(rows, height) },
    ext: { width: width * pixelsPerPoint, height: height * pixelsPerPoint },
    editAs: 'oneCell',
  });
}

/** How many of these columns or rows, and what share of the next one, make up so many points. */
function positionIn(sizes: readonly number[], points: number): number {
  let rest = points;
  for (const [index, size] of sizes.entries()) {
    if (rest < size) return index + rest / size;
    rest -= size;
  }
  return sizes.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Pages count from 1 on every sheet, so that the program's own count of all pages would not fit: the sheet's stands in the text. */
function footerOf({ identity, pageFit, orientation }: SheetModel, pageOf: DocumentWords['pageOf']): string {
  const pages = pageFit.type === 'pages' ? pageFit.count : 1;
  const longest = longestFooter[orientation];
  const whose = identity.length <= longest ? identity : `${identity.slice(0, longest)}…`;
  return `&L&8 ${whose.replaceAll('&', '&&')}&R&8 ${pageOf('&P', String(pages))}`;
}

function viewOf({ frozen }: SheetModel) {
  const showGridLines = false;
  if (frozen.rows === 0 && frozen.columns === 0) return { state: 'normal', showGridLines } as const;
  return { state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows, showGridLines } as const;
}

function writeCell(sheet: Worksheet, { row, column, value, look }: Cell, styles: Styles): void {
  const cell = sheet.getCell(row, column);
  switch (value.type) {
    case 'text':
      cell.value = value.text;
      break;
    case 'number':
      cell.value = value.number;
      break;
    case 'formula':
      cell.value = { formula: value.formula, result: value.cached };
      break;
    case 'blank':
      break;
  }
  cell.style = styles(look);
}

/** Merges and gives every cell of the area the first one's style: the borders of merged cells are drawn cell by cell. */
function mergeArea(sheet: Worksheet, area: Area): void {
  const { style } = sheet.getCell(area.top, area.left);
  sheet.mergeCells(area.top, area.left, area.bottom, area.right);
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) sheet.getCell(row, column).style = style;
  }
}

type Styles = (look: CellLook) => Partial<Style>;

/** One object for all cells of a look: the library compares each further one with all that it knows, written out. */
function createStyles(): Styles {
  const known = new Map<string, Partial<Style>>();
  return (look) => {
    const name = JSON.stringify(look);
    const style = known.get(name) ?? styleOf(look);
    known.set(name, style);
    return style;
  };
}

function styleOf(look: CellLook): Partial<Style> {
  return {
    font: {
      name: 'Arial',
      size: look.size ?? 10,
      bold: look.bold ?? false,
      italic: look.italic ?? false,
      underline: look.underline ?? false,
      color: { argb: look.color === undefined ? 'FF000000' : colors[look.color] },
    },
    alignment: {
      horizontal: look.horizontal ?? 'left',
      vertical: look.vertical ?? 'middle',
      wrapText: look.wrap ?? false,
      // Texts in a table keep clear of the line at their left.
      ...(look.border === 'thin' && (look.horizontal ?? 'left') === 'left' ? { indent: 1 } : {}),
    },
    ...(look.border === undefined ? {} : { border: bordersOf(look.border) }),
    ...(look.fill === undefined ? {} : { fill: fillOf(look.fill) }),
    ...(look.numberFormat === undefined ? {} : { numFmt: look.numberFormat }),
  };
}

function bordersOf(border: NonNullable<CellLook['border']>): Partial<Borders> {
  if (border === 'double-bottom') return { bottom: { style: 'double' } };
  const thin = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
  return { top: thin, bottom: thin, left: thin, right: thin };
}

function fillOf(fill: keyof typeof fills): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: fills[fill] } };
}
