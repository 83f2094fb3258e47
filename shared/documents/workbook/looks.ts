/** How the parts of a table look: one place, so that all sheets of a workbook are alike. */
import type { CellLook } from '../model/workbook-model.ts';

export const headerLook = {
  bold: true,
  horizontal: 'center',
  wrap: true,
  border: 'thin',
  fill: 'header',
  size: 9,
} as const satisfies CellLook;

export const weightLook = {
  italic: true,
  horizontal: 'center',
  border: 'thin',
  fill: 'weight',
  size: 9,
} as const satisfies CellLook;

/** Over a table, where a sheet has several. */
export const tableTitleLook: CellLook = { bold: true, size: 11 };

export const textLook: CellLook = { wrap: true, border: 'thin' };

export const centerLook: CellLook = { horizontal: 'center', border: 'thin' };

export const excludedLook: CellLook = { horizontal: 'center', border: 'thin', fill: 'excluded', color: 'muted' };

export const helperLook: CellLook = { size: 8, color: 'muted', horizontal: 'right', fill: 'helper' };

export const helperHeaderLook: CellLook = { ...helperLook, italic: true, wrap: true, horizontal: 'center' };

/** A number with a fixed number of decimals. */
export function numberLook(decimals: number, more: CellLook = {}): CellLook {
  return { horizontal: 'center', border: 'thin', numberFormat: fixedFormat(decimals), ...more };
}

/** `0.00`: the reader's own program puts the comma. */
export function fixedFormat(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}
