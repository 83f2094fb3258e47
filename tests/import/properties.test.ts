import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contestantSchema } from '../../shared/domain/setup/contest-file.ts';
import type { Cell } from '../../shared/import/grid.ts';
import { planImport } from '../../shared/import/plan-import.ts';
import type { ImportField, ImportRow } from '../../shared/import/types.ts';
import { grid, tableOf } from './read-list.ts';

const headers: Readonly<Record<Exclude<ImportField, 'status' | 'slot'>, readonly string[]>> = {
  number: ['No', 'NO. URUT TAMPIL', 'Nomor Undian', 'No. Peserta'],
  name: ['Nama KBK', 'NAMA  KELOMPOK', 'Kelompok Budaya Kerja', 'KBK'],
  unit: ['Unit Kerja', 'OPD', 'Perangkat\nDaerah', 'Instansi / Unit Kerja'],
  title: ['Judul Risalah', 'TEMA', 'Judul/Tema', 'Risalah'],
  category: ['Kategori', 'BIDANG', 'Kategori Lomba', 'Bidang'],
};
const fields = ['number', 'name', 'unit', 'title', 'category'] as const;
const titleRows = [
  'DAFTAR PESERTA GELAR BUDAYA KERJA',
  'PEMERINTAH KABUPATEN CONTOH TAHUN 2026',
  'Pendopo, Rabu 8 November 2017',
];
const word = fc.constantFrom(
  'Mawar',
  'Melati',
  'Kenanga',
  'Total',
  'Jumlah',
  '“Ceria”',
  'II',
  '7',
  '85,5',
  '=A1',
  'Kelompok',
  'Catatan',
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));

type Made = {
  readonly number: number;
  readonly name: string;
  readonly unit: string;
  readonly title: string;
  readonly category: string;
};

const madeList = fc.record({
  rows: fc.array(
    fc.record({
      name: words.map((text) => `KBK ${text}`),
      unit: words.map((text) => `Dinas ${text}`),
      title: fc.oneof(fc.constant(''), words),
      category: fc.constantFrom('Kesehatan', 'Pendidikan', 'ADMINISTRASI'),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  order: fc.shuffledSubarray([...fields], { minLength: 5 }),
  words: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3)),
  above: fc.array(fc.constantFrom(...titleRows, ''), { maxLength: 5 }),
  indent: fc.nat(3),
  blankAfter: fc.array(fc.nat(11), { maxLength: 3 }),
  numbersAsText: fc.boolean(),
  hasTotal: fc.boolean(),
});

test('[I5] a list is read back as it was made, whatever stands above it, between it and in which order', () => {
  fc.assert(
    fc.property(madeList, (made) => {
      const rows: Made[] = made.rows.map((row, index) => ({ ...row, number: index + 1 }));
      const sheet: Cell[][] = made.above.map((title) => [title]);
      const put = (cells: readonly Cell[]): number => sheet.push([...Array<Cell>(made.indent).fill(null), ...cells]);
      put(made.order.map((field) => headers[field][made.words[fields.indexOf(field)] ?? 0] ?? ''));
      const places = rows.map((row, index) => {
        const place = put(
          made.order.map((field) => (field === 'number' && made.numbersAsText ? `0${row.number}` : row[field])),
        );
        if (made.blankAfter.includes(index)) put([]);
        return place;
      });
      if (made.hasTotal) put(['Jumlah', rows.length]);
      const list = tableOf([grid(sheet)]);
      expect(list.rows).toEqual(rows.map((row, index) => ({ row: places[index], ...row, status: 'waiting' })));
      expect(list.problems).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

const anyRow: fc.Arbitrary<ImportRow> = fc.record({
  row: fc.integer({ min: 2, max: 40 }),
  number: fc.option(fc.integer({ min: 0, max: 12 })),
  name: words.map((text) => `KBK ${text}`),
  unit: fc.option(words),
  title: fc.option(fc.constantFrom('', 'Judul')),
  category: fc.option(fc.constantFrom('', 'Kesehatan', 'BIDANG KESEHATAN', 'Umum')),
  status: fc.constantFrom('waiting', 'withdrawn', 'no-show', 'exhibition'),
});
const anyRows = fc.uniqueArray(anyRow, { selector: ({ row }) => row, maxLength: 10 });

test('[I12] every plan holds valid contestants with ids of their own, and accounts for every row and contestant once', () => {
  fc.assert(
    fc.property(anyRows, anyRows, fc.constantFrom('keep', 'withdraw', 'remove'), (before, after, gone) => {
      const first = planImport([], before, []);
      const plan = planImport(first.put, after, first.addCategories, { addCategories: true, gone });
      for (const contestant of plan.put) expect(contestantSchema.parse(contestant)).toEqual(contestant);
      expect(new Set(plan.put.map(({ id }) => id)).size).toBe(plan.put.length);
      expect(plan.added.length + plan.changed.length + plan.unchanged.length + plan.leftOut.length).toBe(after.length);
      const kept = new Set([...plan.changed, ...plan.unchanged].map(({ before: each }) => each.id));
      expect(plan.gone.every(({ id }) => !kept.has(id))).toBe(true);
      if (plan.leftOut.length === 0) expect(kept.size + plan.gone.length).toBe(first.put.length);
      const known = new Set([...first.addCategories, ...plan.addCategories].map(({ id }) => id));
      expect(plan.put.every(({ category }) => known.has(category))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
