/** A row of a list on its way from its line to a contestant. */
import type { FieldColumns, Header } from './find-header.ts';
import type { Grid } from './grid.ts';
import type { Line } from './lines.ts';
import type { Asker } from './questions.ts';
import type { ImportRow } from './types.ts';

export type ReadRow = ImportRow & { readonly numberIsBad: boolean };

export type ReadRows = { readonly rows: readonly ReadRow[]; readonly categorySource: 'column' | 'blocks' | 'none' };

export type RowSource = {
  readonly grid: Grid;
  readonly header: Header;
  readonly columns: FieldColumns;
  readonly slotEnd: number | null;
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly asker: Asker;
};

/** A row on its way: what its line says, and what was read from it. */
export type Draft = { readonly line: Line; readonly row: ReadRow };
