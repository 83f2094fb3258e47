/** What stands on the sheets: parts, columns, legends, warnings, signatures. Pure, without a file. */
import { describe, expect, test } from 'vitest';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import {
  areaName,
  cellName,
  columnLetters,
  sheetNames,
  sheetPrefix,
  textLiteral,
  toldApart,
  type CellValue,
  type SheetModel,
} from '../../shared/documents/model/workbook-model.ts';
import { present } from '../../shared/lib/assert.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { contestOf, jurors, table } from '../support/contest-builder.ts';
import * as contests from './contests.ts';
import { wordsOf } from '../../shared/say/words.ts';

describe('[X5] the score sheet of a juror', () => {
  const sheet = sheetOf(contests.example, 'Juri 1');

  test('[X5] has number, name and unit together, a column per criterion with its weight, the sum and the notes', () => {
    expect(headerTexts(sheet)).toEqual(
      expect.arrayContaining([
        'No',
        'Nomor urut tampil',
        'Nama KBK',
        'Unit kerja',
        'Kelengkapan langkah\n(0 – 100)',
        'Paparan\n(0 – 100)',
        'Jumlah',
        'Catatan',
      ]),
    );
    const weights = sheet.cells.filter((cell) => cell.look.fill === 'weight');
    expect(weights.map((cell) => cell.value)).toEqual([60, 40, 50, 50].map((number) => ({ type: 'number', number })));
    expect(weights[0]?.look.numberFormat).toBe('"bobot "General"%"');
  });

  test('[X5] explains its scale and carries place, date and the juror’s name', () => {
    expect(texts(sheet)).toEqual(
      expect.arrayContaining([
        '•  Skala 0–100, kelipatan 0,5',
        'Pendopo, 21 November 2026',
        'Dewan Juri,',
        'Juri 1 (contoh)',
      ]),
    );
  });

  test('[X5] carries what its juror has noted, where the sheet is locked; a long note is cut as one sees', () => {
    const file = contests.example;
    const noted = contestWorkbook(file, rankContest(file), wordsOf.id, (juror, contestant, rubric) =>
      juror === 'j1' && contestant === 'k1' ? `${rubric.stage}: tenang` : contestant === 'k2' ? 'x'.repeat(2000) : '',
    );
    const [own, other, recap] = ['Juri 1', 'Juri 2', 'Rekapitulasi'].map((name) =>
      texts(
        present(
          noted.sheets.find((each) => each.name.startsWith(name)),
          name,
        ),
      ),
    );
    expect(own).toEqual(expect.arrayContaining(['risalah: tenang', 'presentasi: tenang']));
    expect(own?.filter((text) => text.endsWith('x … (terpotong)')).every((text) => text.length < 300)).toBe(true);
    expect(own?.some((text) => text.endsWith('x … (terpotong)'))).toBe(true);
    expect([...(other ?? []), ...(recap ?? [])].join()).not.toContain('tenang');
  });

  test('[X21] names and lets sign the person who locked, beside the substitute who holds the seat now', () => {
    const file = contests.example;
    const first = { name: 'Dra. Juri Pertama', nip: '197001012000031001' };
    const sheetWith = (contestants: readonly string[]) => {
      const { sheets } = contestWorkbook(file, rankContest(file), wordsOf.id, undefined, (juror, contestant) =>
        juror === 'j1' && contestants.includes(contestant) ? first : null,
      );
      return texts(
        present(
          sheets.find(({ name }) => name === 'Juri 1'),
          'the sheet',
        ),
      );
    };
    const some = sheetWith(['k1']);
    expect(some.filter((text) => text.startsWith('Dinilai oleh Dra. Juri Pertama'))).toHaveLength(2);
    expect(some).toEqual(expect.arrayContaining(['Juri 1 (contoh)', 'Dra. Juri Pertama']));
    const all = sheetWith(file.contestants.map(({ id }) => id));
    expect(all).toContain('Dra. Juri Pertama');
    expect(all).not.toContain('Juri 1 (contoh)');
  });

  test('[X5] says TM for a juror who was recused, and leaves a missing sheet blank', () => {
    const recused = sheetOf(contests.example, 'Juri 3');
    const row = rowOf(recused, 'KBK Contoh C');
    expect([5, 6, 7].map((column) => shown(recused, row, column))).toEqual(['TM', 'TM', 'TM']);
    const gaps = sheetOf(contests.medianWithGaps, 'Juri 3');
    const missing = rowOf(gaps, 'KBK Contoh 3', rowOf(gaps, 'KBK Contoh 3'));
    expect([3, 5, 6].map((column) => shown(gaps, missing, column))).toEqual(['KBK Contoh 3', null, '']);
    expect(shown(gaps, missing - 1, 5)).toBeTypeOf('number');
  });

  test('[X5] shows the words of the levels and the multiplier in the legend, and allows only scores inside the range', () => {
    const file = contestOf({
      rubrics: [
        {
          id: 'r',
          stage: 's',
          multiplier: '20',
          criteria: [
            {
              id: 'nilai',
              name: 'Nilai',
              weight: '100',
              min: '1',
              max: '5',
              step: '1',
              descriptors: { 5: 'Sangat baik: lengkap, tepat', 1: 'Kurang' },
            },
          ],
        },
      ],
      scores: table([[5]]),
    });
    const own = sheetOf(file, 'Juri 1');
    expect(texts(own)).toContain('•  Skala 1–5, kelipatan 1: 5 Sangat baik · 1 Kurang');
    expect(texts(own)).toContain('•  Presentasi: setiap nilai dikalikan 20 sebelum diberi bobot');
    expect(own.entryRules).toEqual([expect.objectContaining({ min: 1, max: 5 })]);
  });
});

describe('[X6] the recap', () => {
  test('[X6] has every column of the official table', () => {
    expect(headerTexts(sheetOf(contests.trimmedAndRounded, 'Rekapitulasi'))).toEqual([
      'No',
      'Nomor urut tampil',
      'Nama KBK',
      'Unit kerja',
      'Jumlah nilai juri',
      'Juri 1',
      'Juri 2',
      'Juri 3',
      'Juri 4',
      'Juri 5',
      'Rata-rata terpangkas',
      'Rata-rata terpangkas (dibulatkan)',
      'Pengurangan',
      'Nilai akhir',
      'Peringkat',
      'Keterangan',
    ]);
  });

  test('[X6] has a column of titles where a group has one', () => {
    const titled = sheetOf(contests.threeCategories, 'Rekap Kesehatan');
    expect(headerTexts(titled)).toContain('Judul risalah');
    expect(texts(titled).filter((one) => one.startsWith('Menurunkan waktu tunggu'))).toHaveLength(5);
  });

  test('[X6] remarks name award, tie, recusal, absence and what is missing', () => {
    const remarks = (file: ContestFile, who: string) => {
      const sheet = sheetOf(file, 'Rekapitulasi');
      const column = sheet.cells.find(({ value }) => value.type === 'text' && value.text === 'Keterangan')?.column ?? 0;
      return shown(sheet, rowOf(sheet, who), column);
    };
    expect(remarks(contests.example, 'KBK Contoh B')).toBe('Juara I; pengurangan: melebihi waktu (contoh)');
    expect(remarks(contests.example, 'KBK Contoh C')).toBe('Juara II; Juri 3 tidak menilai');
    expect(remarks(contests.example, 'KBK Contoh D')).toBe('Mengundurkan diri');
    expect(remarks(contests.medianWithGaps, 'KBK Contoh 1')).toBe('Juri 1 tidak menilai pada Risalah');
    expect(remarks(contests.medianWithGaps, 'KBK Contoh 3')).toBe('Juara II (sementara); menunggu nilai Juri 3');
    expect(remarks(contests.tiesAndDecisions, 'KBK Contoh 2')).toBe(
      'Juara I; nilai sama, ditentukan oleh keputusan ketua',
    );
    expect(remarks(contests.tiesAndDecisions, 'KBK Contoh 3')).toBe('Seri di peringkat 3, belum diputuskan');
    expect(remarks(contests.tiesAndDecisions, 'KBK Contoh 5')).toBe('Harapan II (juara kembar)');
  });

  test('[X6] says when it is provisional and when a tie is undecided', () => {
    expect(texts(sheetOf(contests.medianWithGaps, 'Rekapitulasi'))).toContain(
      'SEMENTARA: 1 lembar penilaian belum dikunci, dari Juri 3 (contoh)',
    );
    expect(texts(sheetOf(contests.tiesAndDecisions, 'Rekapitulasi'))).toContain(
      'BELUM DITETAPKAN: peringkat 3 dan 4, nilai sama, menunggu keputusan: No. 3 KBK Contoh 3 dan No. 4 KBK Contoh 4',
    );
    expect(texts(sheetOf(contests.trimmedAndRounded, 'Rekapitulasi')).join()).not.toMatch(/SEMENTARA|BELUM DITETAPKAN/);
  });

  test('[X6] is signed by the committee’s and the jury’s chair and by the members, with NIP in groups', () => {
    expect(texts(sheetOf(contests.threeCategories, 'Rekap Kesehatan'))).toEqual(
      expect.arrayContaining([
        'Mengetahui,',
        'Ketua Panitia',
        'Ketua Tim Penilai (Juri 1)',
        'Dr. Contoh Satu, M.Si.',
        'NIP. 19700101 200003 1 001',
        'Anggota Tim Penilai (Juri 3)',
        'Ir. Contoh Tiga',
      ]),
    );
    expect(texts(sheetOf(contests.trimmedAndRounded, 'Rekapitulasi'))).toContain('Anggota Dewan Juri');
  });

  test('[X15] majority stands as values, and a note says so; Borda follows its formulas', () => {
    const sheet = sheetOf(contests.majority, 'Rekapitulasi');
    const ranks = sheet.cells.filter((cell) => cell.look.size === 12 && cell.value.type === 'number');
    expect(ranks).toHaveLength(4);
    expect(texts(sheet).join()).toContain('tidak dapat dihitung dengan rumus');
    const live = sheetOf(contests.borda, 'Rekapitulasi');
    expect(live.cells.filter((cell) => cell.look.size === 12 && cell.value.type === 'formula')).toHaveLength(4);
    expect(texts(live).join()).not.toContain('tidak dapat dihitung dengan rumus');
  });
});

describe('[X7] the list of winners', () => {
  test('[X7] names award, number, group, unit and score', () => {
    const sheet = sheetOf(contests.example, 'Daftar pemenang');
    expect(headerTexts(sheet)).toEqual(['Penghargaan', 'Nomor urut tampil', 'Nama KBK', 'Unit kerja', 'Nilai akhir']);
    const row = sheet.cells.find((cell) => cell.value.type === 'formula' && cell.value.cached === 'Juara I')?.row ?? 0;
    expect([1, 2, 3, 4].map((column) => shown(sheet, row, column))).toEqual(['Juara I', 2, 'KBK Contoh B', 'Unit B']);
  });

  test('[X7] breaks place and date above the signature rather than cutting them', () => {
    const contest = {
      ...contests.example.contest,
      place: 'Pendopo Kabupaten Kartini Raya, Gedung Serbaguna Lantai Dua',
    };
    const sheet = sheetOf({ ...contests.example, contest }, 'Daftar pemenang');
    const dated = sheet.cells.findLast(({ value }) => value.type === 'text' && value.text.startsWith('Pendopo'));
    expect(dated?.look.wrap).toBe(true);
    expect(sheet.rowHeights.get(dated?.row ?? 0)).toBeGreaterThan(25);
  });

  test('[X7] a place or points are not called a final score, nor given its decimals', () => {
    const heads = (file: ContestFile) => headerTexts(sheetOf(file, 'Daftar pemenang'));
    expect(heads(contests.majority)).toContain('Tempat akhir');
    expect(heads(contests.borda)).toContain('Poin Borda');
    for (const name of ['Daftar pemenang', 'Rekapitulasi']) {
      const sheet = sheetOf(contests.majority, name);
      const head = sheet.cells.find(({ value }) => value.type === 'text' && value.text === 'Tempat akhir');
      const below = sheet.cells.filter(
        ({ row, column, value }) =>
          column === head?.column && row > head.row && value.type !== 'blank' && row < head.row + 6,
      );
      expect(below.filter(({ look }) => look.numberFormat !== undefined).length).toBeGreaterThan(0);
      expect(below.flatMap(({ look }) => look.numberFormat ?? [])).not.toContain('0.00');
    }
  });

  test('[X5] a check of a gate has no weight', () => {
    const sheet = sheetOf(contests.threeCategories, 'Juri 1 Kesehatan');
    const weights = sheet.cells.filter(({ look }) => look.fill === 'weight').map(({ value }) => value.type);
    expect(weights).toEqual(['blank', 'number', 'number', 'number', 'number', 'number', 'number']);
  });

  test('[X7] marks awards that formulas do not follow', () => {
    const all = texts(sheetOf(contests.tiesAndDecisions, 'Daftar pemenang'));
    expect(all).toEqual(expect.arrayContaining(['Favorit I *', 'Favorit II *', 'Predikat: Sangat baik *']));
    expect(all.join()).toContain('tidak berubah bila nilai diubah');
    // Grades stand below all winners, under a head of their own.
    const grades = all.indexOf('Golongan menurut nilai');
    expect(all.slice(0, grades).filter((one) => one.startsWith('Predikat'))).toEqual([]);
    expect(all.slice(grades).filter((one) => /^(Favorit|KBK Kreatif)/.test(one))).toEqual([]);
  });
});

describe('[X8] every sheet', () => {
  test('[X8] carries the letterhead, and says CONTOH over invented data', () => {
    for (const sheet of workbook(contests.threeCategories).sheets) {
      expect(texts(sheet)).toEqual(
        expect.arrayContaining([
          'PEMERINTAH KABUPATEN CONTOH',
          'CONTOH: data rekaan, bukan hasil penilaian yang sebenarnya',
        ]),
      );
    }
    const real = contestOf({ contest: { name: 'Gelar Budaya Kerja' }, scores: table([[80, 80, 80]]) });
    for (const sheet of workbook(real).sheets) expect(texts(sheet).join()).not.toContain('CONTOH');
  });

  test('[X8] has no cell twice and no merged area over another', () => {
    for (const file of Object.values(contests)) {
      for (const sheet of workbook(file).sheets) {
        const places = sheet.cells.map((cell) => cellName(cell.row, cell.column));
        expect(new Set(places).size).toBe(places.length);
        const merged = sheet.merges.flatMap((area) => {
          const cells: string[] = [];
          for (let row = area.top; row <= area.bottom; row += 1) {
            for (let column = area.left; column <= area.right; column += 1) cells.push(cellName(row, column));
          }
          return cells;
        });
        expect(new Set(merged).size).toBe(merged.length);
      }
    }
  });

  test('[X6] shows a deduction with all its decimals', () => {
    const sheet = sheetOf(contests.trimmedAndRounded, 'Rekapitulasi');
    const penalty = sheet.cells.find(({ value }) => value.type === 'number' && value.number === 0.125);
    expect(penalty?.look.numberFormat).toBe('0.000');
  });

  test('[X9] keeps formulas within what Excel takes, and a contest without anybody still makes sheets', () => {
    const empty = contestOf({ contestants: [], jurors: jurors(2) });
    for (const file of [...Object.values(contests), empty]) {
      for (const { value } of workbook(file).sheets.flatMap((sheet) => sheet.cells)) {
        if (value.type === 'formula') expect(value.formula.length).toBeLessThan(8192);
      }
    }
    expect(workbook(empty).sheets.map((sheet) => sheet.name)).toEqual([
      'Rekapitulasi',
      'Daftar pemenang',
      'Juri 1',
      'Juri 2',
    ]);
  });
});

describe('[X9] names', () => {
  test('[X9] sheet names lose forbidden signs, keep to 31 units and differ without regard to case', () => {
    expect(
      sheetNames(["A'[b]:*?/\\c", 'x'.repeat(40), 'X'.repeat(40), '', 'History', `${'a'.repeat(30)}😀`], 'Lembar'),
    ).toEqual(['A b c', 'x'.repeat(31), `${'X'.repeat(27)} (2)`, 'Lembar', 'History (2)', 'a'.repeat(30)]);
  });

  test('[X9] sheets of categories whose names begin alike are told apart by their ends, or by number', () => {
    const names = ['Pelayanan Administrasi Umum Tingkat SD', 'Pelayanan Administrasi Umum Tingkat SMP'];
    const [first, second] = toldApart(names, 20);
    expect([first, second]).toEqual(['Pelayanan…ingkat SD', 'Pelayanan…ngkat SMP']);
    const middle = ['x'.repeat(20) + 'A' + 'y'.repeat(20), 'x'.repeat(20) + 'B' + 'y'.repeat(20)];
    expect(toldApart(middle, 20)).toEqual([`K1 ${'x'.repeat(17)}`, `K2 ${'x'.repeat(17)}`]);
    expect(toldApart(['Kesehatan', 'Pendidikan'], 20)).toEqual(['Kesehatan', 'Pendidikan']);
  });

  test('[X20] town and day of signing and the committee’s chair stand under every document that they sign', () => {
    const contest = {
      ...contests.example.contest,
      signing: { town: 'Magetan', date: '2026-12-08' },
      committeeChair: { name: 'Drs. Ketua Contoh', title: 'Pembina', nip: '196501011990031002' },
    };
    const file = { ...contests.example, contest };
    for (const name of ['Rekapitulasi', 'Daftar pemenang']) {
      const all = texts(sheetOf(file, name));
      expect(all).toEqual(
        expect.arrayContaining(['Magetan, 8 Desember 2026', 'Drs. Ketua Contoh', 'NIP. 19650101 199003 1 002']),
      );
    }
    expect(texts(sheetOf(file, 'Juri 1'))).toContain('Magetan, 8 Desember 2026');
    const townOnly = { ...file, contest: { ...contest, signing: { town: 'Magetan' } } };
    expect(texts(sheetOf(townOnly, 'Juri 1'))).toContain('Magetan, 21 November 2026');
  });

  test('[X9] addresses and literals are written as Excel reads them', () => {
    expect([1, 26, 27, 52, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA']);
    expect(areaName({ top: 2, left: 3, bottom: 4, right: 28 })).toBe('C2:AB4');
    expect(sheetPrefix("Juri d'Arc")).toBe("'Juri d''Arc'!");
    expect(textLiteral('a "b"')).toBe('"a ""b"""');
  });
});

function workbook(file: ContestFile) {
  return contestWorkbook(file, rankContest(file), wordsOf.id);
}

function sheetOf(file: ContestFile, name: string): SheetModel {
  const sheet = workbook(file).sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function texts(sheet: SheetModel): readonly string[] {
  return sheet.cells.flatMap(({ value }) => (value.type === 'text' && value.text !== '' ? [value.text] : []));
}

function headerTexts(sheet: SheetModel): readonly string[] {
  return sheet.cells.flatMap(({ value, look }) =>
    look.fill === 'header' && value.type === 'text' && value.text !== '' ? [value.text] : [],
  );
}

/** The first row below `after` that is the group's. */
function rowOf(sheet: SheetModel, name: string, after = 0): number {
  const isIt = ({ row, column, value }: SheetModel['cells'][number]) =>
    row > after && column === 3 && value.type === 'text' && value.text === name;
  const rows = sheet.cells.filter(isIt).map(({ row }) => row);
  return rows.length === 0 ? 0 : Math.min(...rows);
}

function shown(sheet: SheetModel, row: number, column: number): string | number | null {
  return valueOf(sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value ?? { type: 'blank' });
}

function valueOf(value: CellValue): string | number | null {
  switch (value.type) {
    case 'blank':
      return null;
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'formula':
      return value.cached;
  }
}

test('[X6] a former name of a contestant with locked sheets stands in the remarks, with its reason', () => {
  const file = contestOf({
    scores: table([
      [80, 81, 82],
      [70, 71, 72],
      [60, 61, 62],
    ]),
    formerNames: [{ contestant: 'k2', name: 'KBK Lama', unit: 'RSUD', reason: 'salah tulis di daftar' }],
  });
  const texts = contestWorkbook(file, rankContest(file), wordsOf.id)
    .sheets.filter(({ kind }) => kind === 'recap')
    .flatMap(({ cells }) => cells.flatMap(({ value }) => (value.type === 'text' ? [value.text] : [])));
  expect(texts.filter((text) => text.includes('dahulu'))).toEqual(['dahulu KBK Lama, RSUD (salah tulis di daftar)']);
});
