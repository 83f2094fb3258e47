/**
 * A sheet as the importer sees it: cells as they are stored, before anything is guessed. Row and column 0 of a grid are
 * row 1 and column A of the sheet, so that every problem can name the place a person sees in the spreadsheet program.
 */

/** Dates and times arrive as ISO text (`2026-02-03`, `08:30`), formulas as their stored result, errors as null. */
export type Cell = string | number | boolean | null;

export type Grid = {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  readonly hidden?: boolean;
  /** 0-based; hidden by hand or by a filter. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly marks?: readonly RowMark[];
};

/** A row whose cells were struck through or coloured by hand; `look` is `struck` or the colour as `#rrggbb`. */
export type RowMark = { readonly row: number; readonly look: string };

/** A merged area, 0-based and inclusive; its value stands in the top left cell. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** The cell, or null outside the grid. */
export function cellAt(grid: Grid, row: number, column: number): Cell {
  return grid.rows[row]?.[column] ?? null;
}

/** The same sheet, blank outside an area; rows and columns keep their places. Bounds are inclusive. */
export function areaOf(grid: Grid, area: Merge): Grid {
  const rows = grid.rows.map((cells, row) =>
    row < area.top || row > area.bottom
      ? []
      : cells.slice(0, area.right + 1).map((cell, column) => (column < area.left ? null : cell)),
  );
  const merges = grid.merges.filter(
    ({ top, left, bottom, right }) =>
      top >= area.top && bottom <= area.bottom && left >= area.left && right <= area.right,
  );
  return { ...grid, rows, merges };
}

/** The same sheet without what stands in some columns. */
export function withoutColumns(grid: Grid, columns: ReadonlySet<number>): Grid {
  if (columns.size === 0) return grid;
  const rows = grid.rows.map((cells) => cells.map((cell, column) => (columns.has(column) ? null : cell)));
  return { ...grid, rows, merges: grid.merges.filter(({ left, right }) => left !== right || !columns.has(left)) };
}

/** The number of columns of the widest row. */
export function gridWidth(grid: Grid): number {
  return grid.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** The inverse of `columnLetter`, upper or lower case; null for anything that is not one to three letters. */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
