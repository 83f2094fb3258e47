/**
 * Lists as secretariats send them, one of each kind (tests/fixtures/list-kinds), against what a person reads there
 * (`expected.json`: number, name, unit, title, category, status). Where the reading is a guess, the question about that very
 * thing is asked; a list without a trap gets none.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSpreadsheet } from '../../electron/adapters/spreadsheet-parse.ts';
import { findTable } from '../../shared/import/find-table.ts';
import type { ImportPreview, ImportQuestionType } from '../../shared/import/types.ts';
import { saySighting } from '../../shared/say/importing.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { brief } from './read-list.ts';

type Expected = {
  readonly kind: 'list' | 'refuse' | 'either';
  readonly rows: readonly (readonly (string | number | null)[])[];
};

const folder = path.resolve(import.meta.dirname, '../fixtures/list-kinds');
const expected: Readonly<Record<string, Expected>> = JSON.parse(
  readFileSync(path.join(folder, 'expected.json'), 'utf8'),
);

/** The question that a list's trap must raise; files that are not named here raise none. */
const asked: Readonly<Record<string, ImportQuestionType>> = {
  '03b-unit-romawi-di-atas.xlsx': 'heading-kind',
  '04b-nama-dan-judul-kepala.xlsx': 'two-facts',
  '05b-unit-dalam-kurung.xlsx': 'two-facts',
  '06b-panitia-dan-peserta.xlsx': 'sheets',
  '08-baris-tersembunyi.xlsx': 'hidden-rows',
  '08c-baris-tersembunyi.ods': 'hidden-rows',
  '12-rundown-waktu-teks.xlsx': 'agenda-rows',
  '13-waktu-sel-istirahat.xlsx': 'agenda-rows',
  '14-romawi.xlsx': 'number-reading',
  '16-nomor-surat.xlsx': 'number-reading',
  '23b-warna-merah.xlsx': 'marked-rows',
  '24b-kategori-blok-tanpa-kata.xlsx': 'heading-kind',
  '26-anggota-gabung.xlsx': 'rows-per-member',
  '27-anggota-tanpa-gabung.xlsx': 'rows-per-member',
  '29b-anggota-kolom-nama.xlsx': 'rows-per-member',
  '46-dua-tabel-berdampingan.xlsx': 'second-table',
  '48b-hari-pertama.xlsx': 'heading-kind',
  '49b-ruang.xlsx': 'heading-kind',
  '49d-istirahat-polos.xlsx': 'agenda-rows',
  '50-judul-di-bawah-nama.xlsx': 'two-facts',
  '69-kelompok-ganda.xlsx': 'duplicate-group',
  '91b-juri-dahulu.xlsx': 'sheets',
  '91d-pendamping.xlsx': 'sheets',
  '91f-gelombang.xlsx': 'sheets',
  '93-kode-undi.xlsx': 'number-reading',
  '94-acara-dan-instansi.csv': 'agenda-rows',
};

/** What a person could read, and only a refusal is given: a list without any header, or in a format of another program. */
const refusedList = ['63-tanpa-kepala.xlsx', '82l-awal.xlsx', '88-biner.xlsb', '88e.dbf', '88g-fods.ods'];

function read(file: string): ImportPreview | string {
  const grids = readSpreadsheet(new Uint8Array(readFileSync(path.join(folder, file))), file);
  if (!grids.ok) return grids.error.type;
  const table = findTable(grids.value);
  return table.ok ? table.value : table.error.type;
}

/** A column that is not there, and a cell that is empty, are the same to whoever reads. */
function plain(rows: readonly (readonly (string | number | null)[])[]): readonly (readonly (string | number)[])[] {
  return rows.map((row) => row.map((cell) => cell ?? ''));
}

test.each(Object.entries(expected))(
  '[I13] %s is read as a person reads it, and asks only what it must',
  (file, want) => {
    const list = read(file);
    if (want.kind === 'refuse' || refusedList.includes(file)) {
      expect(list).toBeTypeOf('string');
      return;
    }
    if (typeof list === 'string') throw new Error(`refused: ${list}`);
    expect(plain(brief(list))).toEqual(plain(want.rows));
    const question = asked[file];
    expect(list.questions.map(({ type }) => type)).toEqual(question === undefined ? [] : [question]);
    for (const { choices, meanings, assumed, seen } of list.questions) {
      expect(choices).toContain(assumed);
      expect(Object.keys(meanings).toSorted()).toEqual([...choices].toSorted());
      expect(saySighting(wordsOf.id.importing, seen)).not.toContain('undefined');
    }
  },
);
