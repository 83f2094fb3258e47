/**
 * What the parser does not tell of an .ods [I4]: hidden sheets, rows and columns, what is struck through or coloured. Rows and
 * cells may be repeated; places are counted as the parser counts them.
 */
import type { Cell } from '../../shared/import/grid.ts';
import { limits } from '../../shared/limits.ts';
import { decodeEntities, marksOf, type SheetLooks } from './spreadsheet-looks.ts';

type Styles = ReadonlyMap<string, string | null>;

export type OpenDocumentSheet = SheetLooks & {
  readonly isHidden: boolean;
  /** Texts of cells without their struck words. */
  readonly texts: readonly { readonly row: number; readonly column: number; readonly text: string }[];
};

/** One per table of `content.xml`, in the order of the workbook. */
export function openDocumentSheets(
  content: string,
  sheets: readonly (readonly (readonly Cell[])[])[],
): readonly OpenDocumentSheet[] {
  if (content === '') return [];
  const hiddenStyles = new Set(
    [
      ...content.matchAll(
        /<style:style [^>]*style:name="([^"]+)"[^>]*>\s*<style:table-properties [^>]*table:display="false"/g,
      ),
    ].map((match) => match[1]),
  );
  const styles = cellStyles(content);
  const starts = [...content.matchAll(/<table:table [^>]*>/g)];
  return starts.map((start, index) => {
    const xml = content.slice(start.index, starts[index + 1]?.index);
    const style = /table:style-name="([^"]+)"/.exec(start[0])?.[1];
    return {
      isHidden: style !== undefined && hiddenStyles.has(style),
      ...tableLooks(xml, styles, sheets[index] ?? []),
    };
  });
}

/** Struck through, or the colour by hand, by the name of the style; styles of cells and of words within them. */
function cellStyles(content: string): Styles {
  const styles = new Map<string, string | null>();
  for (const [, attributes = '', body = ''] of content.matchAll(/<style:style\b([^>]*[^/])>(.*?)<\/style:style>/gs)) {
    const name = /style:name="([^"]+)"/.exec(attributes)?.[1];
    if (name === undefined) continue;
    const isStruck = /style:text-line-through-(?:style|type)="(?!none)[^"]+"/.test(body);
    const fill = /fo:background-color="(#[0-9a-fA-F]{6})"/.exec(body)?.[1];
    const ink = /<style:text-properties[^>]*fo:color="(#[0-9a-fA-F]{6})"/.exec(body)?.[1];
    styles.set(name, isStruck ? 'struck' : (plain(fill, 16) ?? plain(ink, 96)));
  }
  return styles;
}

function plain(colour: string | undefined, least: number): string | null {
  if (colour === undefined) return null;
  const parts = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  return Math.max(...parts) - Math.min(...parts) < least ? null : colour.toLowerCase();
}

function tableLooks(
  xml: string,
  styles: Styles,
  rows: readonly (readonly Cell[])[],
): Omit<OpenDocumentSheet, 'isHidden'> {
  const hiddenRows: number[] = [];
  const texts: { row: number; column: number; text: string }[] = [];
  const cellLooks = new Map<number, (string | null)[]>();
  let next = 0;
  for (const [, attributes = '', body = ''] of xml.matchAll(
    /<table:table-row\b([^>]*?)(?:\/>|>(.*?)<\/table:table-row>)/gs,
  )) {
    const row = next;
    const repeated = Number(/number-rows-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
    next += repeated;
    if (row >= limits.spreadsheetRows) break;
    if (/table:visibility="(?:collapse|filter)"/.test(attributes)) {
      for (let each = row; each < Math.min(next, rows.length); each += 1) hiddenRows.push(each);
    }
    readCells(body, row);
  }
  return { hiddenRows, hiddenColumns: hiddenColumns(xml), marks: marksOf(cellLooks), texts };

  function readCells(body: string, row: number): void {
    let column = 0;
    const cells = body.matchAll(
      /<table:(?:covered-)?table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:(?:covered-)?table-cell>)/gs,
    );
    for (const [, attributes = '', inner = ''] of cells) {
      const place = column;
      column += Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
      if (place >= limits.spreadsheetColumns) return;
      const value = rows[row]?.[place] ?? null;
      if (value === null || value === '') continue;
      const shown = withoutStruckSpans(inner, styles);
      const look =
        shown === '' ? 'struck' : (styles.get(/table:style-name="([^"]+)"/.exec(attributes)?.[1] ?? '') ?? null);
      cellLooks.set(row, [...(cellLooks.get(row) ?? []), look]);
      if (shown !== null && shown !== '') texts.push({ row, column: place, text: shown });
    }
  }
}

function hiddenColumns(xml: string): readonly number[] {
  const hidden: number[] = [];
  let next = 0;
  for (const [, attributes = ''] of xml.matchAll(/<table:table-column\b([^>]*)>/g)) {
    const column = next;
    next += Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
    if (!/table:visibility="(?:collapse|filter)"/.test(attributes)) continue;
    for (let each = column; each < Math.min(next, limits.spreadsheetColumns); each += 1) hidden.push(each);
  }
  return hidden;
}

/** Null where no word is struck. */
function withoutStruckSpans(inner: string, styles: Styles): string | null {
  let isAny = false;
  const kept = inner.replace(
    /<text:span\b[^>]*text:style-name="([^"]+)"[^>]*>(.*?)<\/text:span>/gs,
    (whole, style: string, words: string) => {
      if (styles.get(style) !== 'struck') return words;
      isAny = true;
      return whole === '' ? '' : ' ';
    },
  );
  if (!isAny) return null;
  return decodeEntities(
    kept
      .replace(/<text:s\b[^>]*>/g, ' ')
      .replace(/<\/text:p>\s*<text:p\b[^>]*>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  ).trim();
}
