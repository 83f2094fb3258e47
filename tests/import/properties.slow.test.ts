import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTable } from '../../shared/import/find-table.ts';
import type { Cell, Grid } from '../../shared/import/grid.ts';

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.double(),
  fc.boolean(),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'No',
    'Nama KBK',
    'Unit Kerja',
    'Kategori',
    'KATEGORI A',
    'Jumlah',
    '1',
    '01',
    'Keterangan',
    'Mengetahui,',
    'A.',
    '(1)',
    '',
  ),
);
const anyGrid: fc.Arbitrary<Grid> = fc.record({
  name: fc.string({ maxLength: 12 }),
  rows: fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 14 }),
  merges: fc.array(
    fc
      .tuple(fc.nat(14), fc.nat(7), fc.nat(3), fc.nat(3))
      .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width })),
    { maxLength: 4 },
  ),
  hidden: fc.boolean(),
});

test('[I5] any sheets at all are read or refused, and every problem names a row that is there', () => {
  fc.assert(
    fc.property(fc.array(anyGrid, { maxLength: 3 }), (grids) => {
      const table = findTable(grids);
      if (!table.ok) return;
      const { rows, problems, sheets, sheet } = table.value;
      expect(sheets).toContain(sheet);
      for (const problem of problems) {
        expect(rows.some((row) => row.row === problem.row && row.sheet === problem.sheet)).toBe(true);
      }
      for (const { number } of rows) if (number !== null) expect(Number.isInteger(number)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
