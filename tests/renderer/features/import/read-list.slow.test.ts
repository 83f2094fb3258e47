import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSpreadsheetBytes } from '../../../../electron/adapters/spreadsheet-reader.ts';
import { isDoubtful } from '../../../../renderer/features/import/read-list.ts';
import { findTable } from '../../../../shared/import/find-table.ts';
import { planImport } from '../../../../shared/import/plan-import.ts';

const lists = path.resolve(import.meta.dirname, '../../../fixtures/lists');

test.each(readdirSync(lists))('the real list %s is not doubted', async (name) => {
  expect(isDoubtful(await listOf(new Uint8Array(readFileSync(path.join(lists, name))), name), {})).toBe(false);
});

test.each([
  ['names and remarks', 'Nama Kelompok,Keterangan\nMawar,hadir\nMelati,\n', true],
  ['names and units', 'Nama Kelompok,Unit Kerja\nMawar,RSUD\nMelati,Puskesmas\nSigap,\n', false],
  ['names and drawn numbers', 'No Undian,Nama Kelompok\n1,Mawar\n,Melati\n', false],
])('a list of %s that is not mapped by hand: doubtful %s', async (_, text, expected) => {
  expect(isDoubtful(await listOf(new TextEncoder().encode(text), 'daftar.csv'), {})).toBe(expected);
});

async function listOf(bytes: Uint8Array, name: string) {
  const grids = await readSpreadsheetBytes(bytes, name);
  if (!grids.ok) throw new Error(grids.error.type);
  const table = findTable(grids.value);
  if (!table.ok) throw new Error(table.error.type);
  return { token: 'daftar', name, preview: table.value, plan: planImport([], table.value.rows, []) };
}
