/** Small lists read whole: headings, notes, acts, members, merged categories, facts below names, repeats and marked rows. */
import { expect, test } from 'vitest';
import type { Cell, Grid } from '../../shared/import/grid.ts';
import type { ImportAnswers, ImportQuestionType } from '../../shared/import/types.ts';
import { grid, tableOf } from './read-list.ts';

type Row = readonly Cell[];

const header: Row = ['No', 'Nama KBK', 'Unit Kerja'];
const melati: Row = [1, 'KBK Melati', 'Dinas A'];
const mawar: Row = [2, 'KBK Mawar', 'Dinas B'];
const cempaka: Row = [3, 'KBK Cempaka', 'Dinas C'];
const garuda: Row = [4, 'KBK Garuda', 'Dinas D'];

function read(rows: readonly Row[], answers: ImportAnswers = {}, more: Partial<Grid> = {}) {
  const list = tableOf([{ ...grid(rows), ...more }], { answers });
  const question = (type: ImportQuestionType) => list.questions.find((each) => each.type === type);
  return { ...list, question, types: list.questions.map(({ type }) => type) };
}

function names(rows: readonly Row[], answers: ImportAnswers = {}): readonly (string | null)[] {
  return read(rows, answers).rows.map(({ name }) => name);
}

function categories(rows: readonly Row[], answers: ImportAnswers = {}): readonly (string | null)[] {
  return read(rows, answers).rows.map(({ category }) => category);
}

test('[I17] headings that say "kategori" are categories, without a question', () => {
  const list = read([header, ['KATEGORI SEHAT'], melati, ['B. Bidang: CERDAS (1 KBK)'], mawar]);
  expect(list).toMatchObject({ categorySource: 'blocks', types: [] });
  expect(list.rows.map(({ category }) => category)).toEqual(['SEHAT', 'CERDAS']);
});

test('[I17] other headings are asked about, and read as the answer says', () => {
  const rows = [header, ['SEHAT SELALU'], melati, mawar, ['CERDAS SELALU'], cempaka];
  const list = read(rows);
  expect(list.question('heading-kind')).toEqual({
    type: 'heading-kind',
    seen: { type: 'headings', texts: ['SEHAT SELALU', 'CERDAS SELALU'], rows: [2, 5] },
    rows: [2, 5],
    choices: ['category', 'unit', 'none'],
    meanings: { category: { type: 'category-below' }, unit: { type: 'unit-below' }, none: { type: 'no-category' } },
    assumed: 'category',
    mustAnswer: true,
  });
  expect(categories(rows)).toEqual(['SEHAT SELALU', 'SEHAT SELALU', 'CERDAS SELALU']);
  expect(categories(rows, { 'heading-kind': 'none' })).toEqual([null, null, null]);
  const units = read(rows, { 'heading-kind': 'unit' });
  expect(units.rows.map(({ unit, category }) => [unit, category])).toEqual([
    ['Dinas A', null],
    ['Dinas B', null],
    ['Dinas C', null],
  ]);
  expect(units.categorySource).toBe('none');
});

test('[I17] headings that name units are the units of the groups below where these have none', () => {
  const rows = [
    ['No', 'Nama KBK'],
    ['DINAS KESEHATAN'],
    [1, 'KBK Melati'],
    [2, 'KBK Mawar'],
    ['RSUD BUNDA'],
    [3, 'KBK Cempaka'],
  ];
  const list = read(rows);
  expect(list.question('heading-kind')).toMatchObject({ assumed: 'unit', mustAnswer: true });
  expect(list.rows.map(({ unit }) => unit)).toEqual(['DINAS KESEHATAN', 'DINAS KESEHATAN', 'RSUD BUNDA']);
  const mixed = [
    ['No', 'Nama KBK'],
    ['DINAS KESEHATAN'],
    [1, 'KBK Melati'],
    ['SEHAT'],
    [2, 'KBK Mawar'],
    ['CERDAS'],
    [3, 'KBK Cempaka'],
  ];
  expect(read(mixed).question('heading-kind')).toMatchObject({ assumed: 'category' });
  expect(read(mixed.slice(0, 5)).question('heading-kind')).toMatchObject({ assumed: 'unit' });
});

test('[I17] an empty unit is filled from the heading, one that is said stays', () => {
  const rows = [header, ['SUKA MAJU'], melati, [2, 'KBK Mawar', null], ['KARANG ASRI'], cempaka];
  expect(read(rows, { 'heading-kind': 'unit' }).rows.map(({ unit }) => unit)).toEqual([
    'Dinas A',
    'SUKA MAJU',
    'Dinas C',
  ]);
});

test('[I17] sessions and known categories need no answer', () => {
  const sessions = read([header, ['SESI PAGI'], melati, ['SESI SIANG'], mawar]);
  expect(sessions.question('heading-kind')).toMatchObject({ assumed: 'none', mustAnswer: false });
  expect(sessions.rows.map(({ category }) => category)).toEqual([null, null]);
  const known = read([header, ['KESEHATAN'], melati, ['PENDIDIKAN'], mawar]);
  expect(known.question('heading-kind')).toMatchObject({ assumed: 'category', mustAnswer: false });
  const half = read([header, ['SESI PAGI'], melati, ['CERDAS SELALU'], mawar]);
  expect(half.question('heading-kind')).toMatchObject({ assumed: 'none', mustAnswer: true });
  const third = read([header, ['SESI PAGI'], melati, ['CERDAS SELALU'], mawar, ['SEHAT SELALU'], cempaka]);
  expect(third.question('heading-kind')).toMatchObject({ assumed: 'category' });
  const reserve = read([header, ['Peserta'], melati, ['CADANGAN'], mawar]);
  expect(reserve.types).not.toContain('draw-column');
});

test('[I17] beside a column of categories, headings are asked about and not assumed', () => {
  const rows = [[...header, 'Kategori'], ['SEHAT'], [...melati, 'Umum'], ['CERDAS'], [...mawar, 'Umum']];
  expect(read(rows)).toMatchObject({ categorySource: 'column' });
  expect(read(rows).question('heading-kind')).toMatchObject({ assumed: 'none' });
  expect(categories(rows)).toEqual(['Umum', 'Umum']);
  expect(categories(rows, { 'heading-kind': 'category' })).toEqual(['Umum', 'Umum']);
});

test('[I17] a heading above the header counts where one says so, or where blocks repeat the header', () => {
  expect(categories([['KATEGORI SEHAT'], header, melati, ['KATEGORI CERDAS'], mawar])).toEqual(['SEHAT', 'CERDAS']);
  expect(categories([['SEHAT'], header, melati, ['CERDAS'], header, mawar])).toEqual(['SEHAT', 'CERDAS']);
  expect(categories([['SEHAT'], header, melati, ['CERDAS'], mawar])).toEqual(['', 'CERDAS']);
  expect(categories([['KATEGORI SEHAT'], [], [], [], header, melati, ['KATEGORI CERDAS'], mawar])).toEqual([
    '',
    'CERDAS',
  ]);
  expect(categories([['KATEGORI SEHAT'], [], [], header, melati, ['KATEGORI CERDAS'], mawar])).toEqual([
    'SEHAT',
    'CERDAS',
  ]);
  expect(categories([['DAFTAR PESERTA'], header, melati, ['CERDAS'], header, mawar])).toEqual(['', 'CERDAS']);
});

test('[I17] the title of the document again on a further page is no heading', () => {
  const list = read([['GELAR BUDAYA KERJA'], header, melati, ['GELAR BUDAYA KERJA'], header, mawar]);
  expect(list.rows.map(({ category }) => category)).toEqual([null, null]);
  expect(list.types).toEqual([]);
});

test('[I17] a text right below a name, in its column, belongs to it; elsewhere it is a heading', () => {
  const wide: Row = ['No', 'Ketua', 'Nama KBK', 'Unit Kerja'];
  const rows = [
    wide,
    [1, 'Ani', 'KBK Melati', 'Dinas A'],
    [null, null, 'Lanjutan Namanya'],
    [2, 'Budi', 'KBK Mawar', 'Dinas B'],
  ];
  expect(read(rows).types).not.toContain('heading-kind');
  const left = [header, melati, ['CERDAS SELALU'], mawar];
  expect(categories(left)).toEqual(['', 'CERDAS SELALU']);
});

test('[I17] nothing but a contestant below makes a heading', () => {
  expect(categories([header, melati, mawar, ['SEHAT SELALU']])).toEqual([null, null]);
  expect(categories([header, melati, ['SEHAT SELALU'], [], header, mawar])).toEqual(['', 'SEHAT SELALU']);
  expect(categories([header, melati, ['SEHAT SELALU'], ['Jumlah', 3], mawar])).toEqual([null, null]);
  expect(categories([header, melati, ['SEHAT '.repeat(20)], mawar])).toEqual([null, null]);
});

/** The names in a column of their own to the right, a person's to their left. */
const wide: Row = ['No', 'Ketua', 'Nama KBK', 'Unit Kerja'];
const ayam: Row = [1, 'Ani', 'KBK Ayam', 'Dinas A'];
const bebek: Row = [2, 'Budi', 'KBK Bebek', 'Dinas B'];

/** The texts that were taken for headings. */
function headingsOf(rows: readonly Row[], head: Row = wide): readonly string[] {
  const list = read([head, ...rows]);
  const seen = list.question('heading-kind')?.seen;
  return seen?.type === 'headings' ? seen.texts : list.rows.flatMap(({ category }) => category ?? []);
}

test.each<readonly [string, readonly Row[], readonly string[]]>([
  ['in the column of the names, right below one', [ayam, [null, null, 'CERDAS SELALU'], bebek], []],
  ['in the column of the names, below a gap', [ayam, [], [null, null, 'CERDAS SELALU'], bebek], []],
  ['in another column below a gap', [ayam, [], ['CERDAS SELALU'], bebek], ['CERDAS SELALU']],
  [
    'behind a letter in the column of the names',
    [ayam, [], [null, null, 'B.', 'CERDAS SELALU'], bebek],
    ['CERDAS SELALU'],
  ],
  ['behind a letter right below a name', [ayam, [null, null, 'B.', 'CERDAS SELALU'], bebek], ['CERDAS SELALU']],
  ['that says so', [ayam, [null, null, 'KATEGORI CERDAS'], bebek], ['', 'CERDAS']],
  ['of a session', [ayam, [null, null, 'SESI SIANG'], bebek], []],
  [
    'before the first group',
    [[null, null, 'SEHAT SELALU'], ayam, [null, null, 'CERDAS SELALU'], bebek],
    ['SEHAT SELALU', 'CERDAS SELALU'],
  ],
  ['before another header', [ayam, ['CERDAS SELALU'], wide, bebek], ['CERDAS SELALU']],
  [
    'before another header, in the column of the names',
    [ayam, [], [null, null, 'CERDAS SELALU'], wide, bebek],
    ['CERDAS SELALU'],
  ],
  ['before an act of the day', [ayam, ['CERDAS SELALU'], [null, null, 'ISHOMA'], bebek], ['CERDAS SELALU']],
  ['before a total', [ayam, ['CERDAS SELALU'], ['Jumlah'], bebek], []],
  ['that is a title of the document', [ayam, ['DAFTAR PESERTA'], bebek], []],
  ['of a day', [ayam, ['HARI KEDUA'], bebek], ['HARI KEDUA']],
  ['of a day in 80 letters', [ayam, ['HARI KEDUA '.padEnd(80, 'x')], bebek], ['HARI KEDUA '.padEnd(80, 'x')]],
  ['of a day in 81 letters', [ayam, ['HARI KEDUA '.padEnd(81, 'x')], bebek], []],
  ['of a reserve', [ayam, ['PESERTA CADANGAN'], bebek], ['PESERTA CADANGAN']],
  ['of a reserve before another header', [ayam, ['PESERTA CADANGAN'], wide, bebek], []],
  ['of a day before another header', [ayam, ['HARI KEDUA'], wide, bebek], ['HARI KEDUA']],
  [
    'of two, one that says so first',
    [ayam, ['SESI SORE'], bebek, ['KATEGORI CERDAS'], [3, 'C', 'KBK Camar', 'Dinas C']],
    ['SESI SORE', 'KATEGORI CERDAS'],
  ],
])('[I17] a text %s makes headings: %j', (_, rows, want) => {
  expect(headingsOf(rows)).toEqual(want);
});

test('[I17] where the names stand first, any text alone is a heading', () => {
  const first = ['Nama KBK', 'Unit Kerja'];
  expect(headingsOf([['KBK Ayam', 'Dinas A'], ['CERDAS SELALU'], ['KBK Bebek', 'Dinas B']], first)).toEqual([
    'CERDAS SELALU',
  ]);
});

test('[I17] four headings are shown at most, with all their rows', () => {
  const rows = ['SATU', 'DUA', 'TIGA', 'EMPAT', 'LIMA'].flatMap((text, index) => [
    [`${text} SAJA`],
    [index + 1, 'x', `KBK ${text}`, 'Dinas A'],
  ]);
  expect(read([wide, ...rows]).question('heading-kind')).toMatchObject({
    seen: { texts: ['SATU SAJA', 'DUA SAJA', 'TIGA SAJA', 'EMPAT SAJA'] },
    rows: [2, 4, 6, 8, 10],
  });
});

test('[I17] the heading above the header is shown with its own row', () => {
  const rows = [['HARI PERTAMA'], header, melati, ['HARI KEDUA'], header, mawar];
  expect(read(rows).question('heading-kind')).toMatchObject({
    rows: [1, 4],
    seen: { texts: ['HARI PERTAMA', 'HARI KEDUA'] },
  });
});

test('[I17] headings that are categories of the contest need no question, unless the list has a column of them', () => {
  const rows = [header, ['MELON'], melati, ['NANAS'], mawar];
  const known = ['Melon', 'Nanas'].map((name) => ({ id: name.toLowerCase(), name }));
  const asked = (lines: readonly Row[], categories: typeof known) =>
    tableOf([grid(lines)], { categories }).questions.map(({ type }) => type);
  expect(asked(rows, known)).toEqual([]);
  expect(asked(rows, known.slice(1))).toEqual(['heading-kind']);
  const column = [[...header, 'Kategori'], ['MELON'], [...melati, 'Melon'], ['NANAS'], [...mawar, 'Nanas']];
  expect(asked(column, known)).toEqual(['heading-kind']);
});

test('[I17] headings are units where these share the column of the names, or where its header names both', () => {
  const assumed = (rows: readonly Row[]) => read(rows).question('heading-kind')?.assumed;
  const below = (head: Row, one: string, two: string) => [
    head,
    [one],
    [1, 'Melati', 'Umum'],
    [two],
    [2, 'Mawar', 'Umum'],
  ];
  expect(assumed(below(['No', 'Unit Kerja'], 'DINAS A', 'DINAS B'))).toBe('unit');
  expect(assumed(below(['No', 'Unit Kerja'], 'SUKA MAJU', 'KARANG ASRI'))).toBe('category');
  expect(assumed(below(['No', 'Nama KBK / Unit Kerja'], 'SUKA MAJU', 'KARANG ASRI'))).toBe('unit');
  expect(assumed(below(['No', 'Nama KBK', 'Kategori'], 'DINAS A', 'DINAS B'))).toBe('unit');
  expect(assumed(below(['No', 'Nama KBK', 'Kategori'], 'SUKA MAJU', 'KARANG ASRI'))).toBe('none');
  expect(assumed(below(['No', 'Nama KBK', 'Kategori'], 'DINAS A', 'KARANG ASRI'))).toBe('unit');
  expect(assumed(below(['No', 'Nama KBK', 'Unit Kerja'], 'DINAS A', 'DINAS B'))).toBe('category');
});

test('[I6] where units have no column, or that of the names, notes are told by their words alone', () => {
  const notes: Row[] = [[], ['Catatan'], [1, 'Peserta wajib hadir'], [2, 'Harap membawa seragam']];
  expect(names([['No', 'Nama KBK'], [1, 'KBK Melati'], [2, 'KBK Mawar'], ...notes])).toHaveLength(2);
  expect(names([['No', 'Unit Kerja'], [1, 'Dinas A'], [2, 'Dinas B'], ...notes])).toHaveLength(2);
  expect(names([['No', 'Nama KBK'], ['-', 'KBK Melati'], ...notes])).toHaveLength(1);
});

test('[I6] numbered notes below a list are told from contestants, and asked about', () => {
  const rows = [
    header,
    melati,
    mawar,
    [],
    ['Catatan:'],
    [1, 'Peserta wajib hadir lebih awal'],
    [2, 'Harap membawa seragam'],
  ];
  expect(read(rows).question('notes-below')).toEqual({
    type: 'notes-below',
    seen: { type: 'notes-below', rows: [6, 7], example: 'Peserta wajib hadir lebih awal' },
    rows: [6, 7],
    choices: ['skip', 'keep'],
    meanings: { skip: { type: 'notes' }, keep: { type: 'contestants' } },
    assumed: 'skip',
    mustAnswer: false,
  });
  expect(names(rows)).toEqual(['KBK Melati', 'KBK Mawar']);
  expect(names(rows, { 'notes-below': 'keep' })).toHaveLength(4);
});

test.each<readonly [string, readonly Row[], number]>([
  ['after a gap, a sentence whose number begins again', [[], [1, 'Peserta wajib hadir']], 1],
  ['after a gap, further ones that go on from it', [[], [1, 'Peserta wajib hadir'], [2, 'Seragam bebas']], 2],
  ['after a note, a numbered text of three words', [['Catatan'], [5, 'tiga kata saja']], 1],
  ['after a note, a sentence without a number', [['Catatan'], [null, 'Peserta wajib hadir', null]], 0],
])('[I6] %s is a note', (_, below, asked) => {
  const list = read([header, melati, mawar, ...below]);
  expect(list.rows.map(({ name }) => name)).toEqual(['KBK Melati', 'KBK Mawar']);
  expect(list.question('notes-below')?.rows?.length ?? 0).toBe(asked);
});

test.each<readonly [string, readonly Row[]]>([
  ['after a gap, a sentence whose number goes on', [[], [3, 'Peserta wajib hadir']]],
  ['after a gap, a name whose number begins again', [[], [1, 'Melati Indah Sekali']]],
  ['without a gap, a sentence whose number begins again', [[2, 'Peserta wajib hadir']]],
  ['after a note, two words', [['Catatan'], [1, 'Melati Indah']]],
  ['after a note, a group', [['Catatan'], [1, 'KBK tiga kata saja']]],
  ['after a note, one that has a unit', [['Catatan'], [1, 'tiga kata saja', 'Dinas X']]],
  ['after a note and another header', [['Catatan'], header, [1, 'tiga kata saja']]],
])('[I6] %s is a contestant', (_, below) => {
  const list = read([header, melati, mawar, ...below]);
  expect(list.rows).toHaveLength(3);
  expect(list.types).not.toContain('notes-below');
});

test('[I6] a note may be numbered by its own text, and goes on with the next numbered one', () => {
  const shown = (...below: readonly Row[]) => names([header, melati, mawar, [], ['Catatan'], ...below]);
  for (const text of ['1. Satu dua tiga', 'a) Satu dua tiga', '(2) Satu dua tiga', '12. Satu dua tiga'])
    expect([text, shown([null, text])]).toEqual([text, ['KBK Melati', 'KBK Mawar']]);
  expect(shown([null, '1. Peserta wajib hadir'], [null, '2. Satu'])).toHaveLength(2);
  expect(names([header, melati, mawar, [], [1, 'Peserta wajib hadir'], [2, 'Satu'], [3, 'Dua']])).toHaveLength(2);
  expect(names([header, melati, mawar, [], [1, 'Peserta wajib hadir'], [], [2, 'Satu']])).toHaveLength(3);
});

test('[I6] numbers begin again at the largest that was there, and at 1 where none was', () => {
  const below = (number: number, ...above: readonly Row[]) =>
    names([header, ...above, [], [number, 'Peserta wajib hadir']]);
  expect(below(2, melati, mawar)).toHaveLength(2);
  expect(below(3, melati, mawar)).toHaveLength(3);
  expect(below(1, [null, 'KBK Melati', 'Dinas A'])).toHaveLength(1);
  expect(below(2, [null, 'KBK Melati', 'Dinas A'])).toHaveLength(2);
});

test('[I6] a note above the list makes no notes of it', () => {
  expect(names([header, ['Catatan'], [1, 'tiga kata saja'], [2, 'empat kata lagi saja']])).toHaveLength(2);
});

test('[I6] acts of the day are left out, and kept when a person says so', () => {
  const rows = [header, [null, 'Pembukaan'], melati, [null, 'ISHOMA'], mawar, [null, null, null]];
  const list = read(rows);
  expect(list.question('agenda-rows')).toEqual({
    type: 'agenda-rows',
    seen: { type: 'agenda', rows: [2, 4], names: ['Pembukaan', 'ISHOMA'] },
    rows: [2, 4],
    choices: ['skip', 'keep'],
    meanings: { skip: { type: 'agenda' }, keep: { type: 'contestants' } },
    assumed: 'skip',
    mustAnswer: false,
  });
  expect(names(rows)).toEqual(['KBK Melati', 'KBK Mawar']);
  expect(names(rows, { 'agenda-rows': 'keep' })).toEqual(['Pembukaan', 'KBK Melati', 'ISHOMA', 'KBK Mawar']);
});

test('[I6] in a timetable a time with a name alone is an act, whatever it is called', () => {
  const timed = ['Waktu', 'No', 'Nama KBK', 'Unit Kerja'];
  const full = (at: number): Row => [`0${at}.00`, at, `KBK ${at}`, 'Dinas A'];
  const act: Row = ['05.20', null, 'Kejutan', null];
  const rows: Row[] = [
    timed,
    full(1),
    act,
    full(2),
    [null, null, 'Tanpa Waktu', null, 'x'],
    ['03.00', null, 'KBK Garuda', 'Dinas D'],
    full(4),
    full(5),
    full(6),
  ];
  expect(names(rows)).toEqual(['KBK 1', 'KBK 2', 'Tanpa Waktu', 'KBK Garuda', 'KBK 4', 'KBK 5', 'KBK 6']);
  expect(read(rows).question('agenda-rows')).toMatchObject({ rows: [3] });
  expect(names([timed, full(1), full(2), full(3), act, act])).toHaveLength(3);
  expect(names([timed, full(1), full(2), act, act])).toHaveLength(4);
  expect(names([timed, full(1), act])).toHaveLength(2);
  const titled = [
    [...timed, 'Judul'],
    [...full(1), 'x'],
    [...full(2), 'x'],
    ['05.20', null, 'Kejutan', null, 'Obat'],
  ];
  expect(names(titled)).toHaveLength(3);
  expect(names([timed, full(1), full(2), ['05.20', 3, 'Kejutan', null]])).toHaveLength(3);
});

test('[I6] members below their groups are told, and their numbers are nobody\u2019s', () => {
  const wide: Row = [...header, 'Anggota'];
  const member = (name: string, number: number | null = null): Row => [number, null, null, name];
  const rows = [wide, [...melati, 'Ani'], member('Budi'), member('Citra'), [...mawar, 'Dewi'], member('Eka')];
  const list = read(rows);
  expect(list.question('rows-per-member')).toEqual({
    type: 'rows-per-member',
    seen: { type: 'member-rows', groups: 2, members: 3 },
    rows: [3, 4, 6],
    choices: ['merge'],
    meanings: { merge: { type: 'one-per-group' } },
    assumed: 'merge',
    mustAnswer: false,
  });
  expect(list.rows.map(({ number }) => number)).toEqual([1, 2]);
  const counted = [
    wide,
    [...melati, 'Ani'],
    member('Budi', 2),
    [3, 'KBK Mawar', 'Dinas B', 'Citra'],
    member('Dewi', 4),
  ];
  expect(read(counted).rows.map(({ number }) => number)).toEqual([null, null]);
  expect(read([wide, [...melati, 'Ani'], member('Budi'), [...mawar, 'Dewi']]).types).toEqual([]);
  const few = [
    wide,
    ...[melati, mawar, cempaka, garuda, [5, 'KBK E', 'Dinas E']].map((row) => [...row, 'Ani']),
    member('Budi'),
    member('Citra'),
  ];
  expect(read(few).types).toEqual([]);
});

test('[I6] a category that stands once at the head of its rows holds for them', () => {
  const wide: Row = [...header, 'Kategori'];
  const rows = (...said: readonly (string | null)[]) => [
    wide,
    ...[melati, mawar, cempaka, garuda].map((row, at) => [...row, said[at] ?? null]),
  ];
  expect(categories(rows('Sehat', null, 'Cerdas', null))).toEqual(['Sehat', 'Sehat', 'Cerdas', 'Cerdas']);
  expect(categories(rows('Sehat', null, 'Sehat', null))).toEqual(['Sehat', '', 'Sehat', '']);
  expect(categories(rows('Sehat', null, null, null))).toEqual(['Sehat', '', '', '']);
  expect(categories(rows('Sehat', 'Cerdas', 'Umum', null))).toEqual(['Sehat', 'Cerdas', 'Umum', '']);
  expect(categories(rows(null, 'Sehat', null, 'Cerdas'))).toEqual(['', 'Sehat', '', 'Cerdas']);
});

test('[I6] numbers that stand only where a category begins count the categories', () => {
  const wide: Row = ['No', 'Kategori', 'Nama KBK', 'Unit Kerja'];
  const rows: Row[] = [
    wide,
    [1, 'Sehat', 'KBK Melati', 'Dinas A'],
    [null, null, 'KBK Mawar', 'Dinas B'],
    [2, 'Cerdas', 'KBK Cempaka', 'Dinas C'],
    [null, null, 'KBK Garuda', 'Dinas D'],
  ];
  expect(read(rows).rows.map(({ number }) => number)).toEqual([null, null, null, null]);
  expect(read(rows.slice(0, 4)).rows.map(({ number }) => number)).toEqual([1, null, 2]);
  const more = [...rows.slice(0, 2), [7, null, 'KBK Mawar', 'Dinas B'], ...rows.slice(3)];
  expect(read(more).rows.map(({ number }) => number)).toEqual([1, 7, 2, null]);
});

test('[I7] an exhibition has no number and no bad one', () => {
  const rows = [
    [...header, 'Keterangan'],
    melati,
    [2, 'KBK Mawar', 'Dinas B', 'eksibisi'],
    ['x', 'KBK C (pembuka)', 'Dinas C'],
    ['Pembuka', 'KBK D', 'Dinas D'],
    [5, 'KBK E (batal)', 'Dinas E', 'tidak hadir'],
  ];
  const list = read(rows);
  expect(list.rows.map(({ number, status }) => [number, status])).toEqual([
    [1, 'waiting'],
    [null, 'exhibition'],
    [null, 'exhibition'],
    [null, 'exhibition'],
    [5, 'no-show'],
  ]);
  expect(list.problems).toEqual([]);
});

test('[I16] a labelled line below a name is a fact of it, also a single one', () => {
  const rows = [header, melati, [null, 'Judul: Antre Tanpa Lama'], mawar, cempaka];
  const list = read(rows);
  expect(list.question('two-facts')).toEqual({
    type: 'two-facts',
    seen: { type: 'texts-below-names', rows: [3], example: 'Judul: Antre Tanpa Lama' },
    rows: [3],
    choices: ['split', 'keep'],
    meanings: { split: { type: 'fact-of-group-above', fact: 'title' }, keep: { type: 'another-group' } },
    assumed: 'split',
    mustAnswer: false,
  });
  expect(list.rows.map(({ name, title }) => [name, title])).toEqual([
    ['KBK Melati', 'Antre Tanpa Lama'],
    ['KBK Mawar', null],
    ['KBK Cempaka', null],
  ]);
  expect(names(rows, { 'two-facts': 'keep' })).toHaveLength(4);
});

test('[I16] lines below each name are titles, or units where these are missing and told by their words', () => {
  const below = (one: string, two: string) => [header, melati, [null, one], mawar, [null, two]];
  const list = read(below('Antre cepat', 'Obat tepat'));
  expect(list.rows.map(({ title }) => title)).toEqual(['Antre cepat', 'Obat tepat']);
  expect(list.question('two-facts')).toMatchObject({ rows: [3, 5], mustAnswer: true });
  expect(names([header, melati, [null, 'Antre cepat'], mawar, cempaka])).toHaveLength(4);
  const ten = [header, melati, [null, 'Antre cepat'], mawar, [null, 'Obat tepat'], cempaka];
  expect(names(ten)).toHaveLength(5);
  const titled = [
    [...header, 'Judul'],
    [...melati, 'x'],
    [null, 'Antre cepat'],
    [...mawar, 'y'],
    [null, 'Obat tepat'],
  ];
  expect(names(titled)).toHaveLength(4);
});

test('[I16] name and unit in one cell are parted after a question, and left when a person says so', () => {
  const rows = [
    ['No', 'Peserta'],
    [1, 'KBK Melati - Dinas A'],
    [2, 'KBK Mawar - Dinas B'],
    [3, 'KBK Cempaka'],
  ];
  const list = read(rows);
  expect(list.question('two-facts')).toEqual({
    type: 'two-facts',
    seen: { type: 'facts-in-one-cell', column: 'B', apart: 'hyphen', example: 'KBK Melati - Dinas A' },
    columns: ['B'],
    rows: [2, 3],
    choices: ['split', 'keep'],
    meanings: { split: { type: 'split-into', facts: ['name', 'unit'] }, keep: { type: 'left-as-name' } },
    assumed: 'split',
    mustAnswer: true,
  });
  expect(list.rows.map(({ name, unit }) => [name, unit])).toEqual([
    ['KBK Melati', 'Dinas A'],
    ['KBK Mawar', 'Dinas B'],
    ['KBK Cempaka', ''],
  ]);
  expect(names(rows, { 'two-facts': 'keep' })).toEqual(['KBK Melati - Dinas A', 'KBK Mawar - Dinas B', 'KBK Cempaka']);
  const named = [
    ['No', 'Nama KBK / Unit Kerja'],
    [1, 'Melati / Satu'],
    [2, 'Mawar / Dua'],
  ];
  expect(read(named).question('two-facts')).toMatchObject({ mustAnswer: false });
});

test('[I16] a title beside the unit is parted where the header or a line break says so', () => {
  const rows = (heading: string, apart: string) => [
    ['No', 'Nama KBK', heading],
    [1, 'KBK Melati', `Dinas A${apart}Antre Tanpa Lama`],
    [2, 'KBK Mawar', `Dinas B${apart}Obat Tanpa Salah`],
    [3, 'KBK Cempaka', 'Dinas C'],
  ];
  const parted = (list: ReturnType<typeof read>) => list.rows.map(({ unit, title }) => [unit, title]);
  const list = read(rows('Unit Kerja', '\n'));
  expect(parted(list)).toEqual([
    ['Dinas A', 'Antre Tanpa Lama'],
    ['Dinas B', 'Obat Tanpa Salah'],
    ['Dinas C', null],
  ]);
  expect(list.question('two-facts')).toEqual({
    type: 'two-facts',
    seen: { type: 'title-beside-unit', column: 'C', apart: 'lines' },
    columns: ['C'],
    rows: [2, 3],
    choices: ['split', 'keep'],
    meanings: { split: { type: 'split-unit-and-title' }, keep: { type: 'left-as-unit' } },
    assumed: 'split',
    mustAnswer: true,
  });
  expect(parted(read(rows('Unit Kerja', '\n'), { 'two-facts': 'keep' }))[0]).toEqual([
    'Dinas A Antre Tanpa Lama',
    null,
  ]);
  expect(parted(read(rows('Unit Kerja', ' - ')))[0]).toEqual(['Dinas A - Antre Tanpa Lama', null]);
  const quoted = [
    ['No', 'Nama KBK', 'Unit Kerja'],
    [1, 'KBK Melati', 'Dinas A "Antre Tanpa Lama"'],
    [2, 'KBK Mawar', 'Dinas B "Obat Tanpa Salah"'],
  ];
  expect(parted(read(quoted))[0]).toEqual(['Dinas A', 'Antre Tanpa Lama']);
});

test('[I18] the same group on each row of its members is one group', () => {
  const wide: Row = [...header, 'Anggota'];
  const member = (row: Row, name: string): Row => [...row, name];
  const rows = [wide, member(melati, 'Ani'), member(melati, 'Budi'), member(mawar, 'Citra'), member(mawar, 'Dewi')];
  const list = read(rows);
  expect(list.question('rows-per-member')).toEqual({
    type: 'rows-per-member',
    seen: { type: 'repeated-names', groups: 2 },
    rows: [3, 5],
    choices: ['merge', 'each'],
    meanings: { merge: { type: 'one-per-group' }, each: { type: 'one-per-row' } },
    assumed: 'merge',
    mustAnswer: true,
  });
  expect(list.rows.map(({ row, number }) => [row, number])).toEqual([
    [2, 1],
    [4, 2],
  ]);
  expect(read(rows, { 'rows-per-member': 'each' }).rows).toHaveLength(4);
  const counted = rows.map((row, index): Row => (index === 0 ? row : [index, ...row.slice(1)]));
  expect(read(counted).rows.map(({ number }) => number)).toEqual([null, null]);
  expect(read([...rows, member(cempaka, 'Eka')]).types).not.toContain('rows-per-member');
  const same = [wide, member(melati, 'Ani'), member(melati, 'Ani'), member(mawar, 'Citra'), member(mawar, 'Citra')];
  expect(read(same).types).toEqual(['duplicate-group']);
});

test('[I18] only rows of one group that say something else of a person are merged', () => {
  const many: Row = [...header, 'Judul', 'Anggota'];
  const of = (name: string, unit: string, title: string, person: string | null): Row => [
    null,
    name,
    unit,
    title,
    person,
  ];
  const merged = (...rows: readonly Row[]) => read([many, ...rows]).rows.length;
  const [a, b] = [of('KBK A', 'Dinas', 'Antre', 'Ani'), of('KBK A', 'Dinas', 'Antre', 'Budi')];
  expect(merged(a, b, of('kbk a', 'DINAS', 'antre', 'Citra'))).toBe(1);
  expect(merged(a, b)).toBe(2);
  expect(merged(a, of('KBK A', 'Badan', 'Antre', 'Budi'), of('KBK A', 'Kantor', 'Antre', 'Citra'))).toBe(3);
  expect(merged(a, of('KBK A', 'Dinas', 'Obat', 'Budi'), of('KBK A', 'Dinas', 'Rapor', 'Citra'))).toBe(3);
  expect(merged(a, of('KBK B', 'Dinas', 'Antre', 'Budi'), of('KBK C', 'Dinas', 'Antre', 'Citra'))).toBe(3);
  expect(merged(a, of('KBK A', 'Dinas', 'Antre', null), of('KBK A', 'Dinas', 'Antre', null))).toBe(3);
  expect(
    merged(of('', 'Dinas', 'Antre', 'Ani'), of('', 'Dinas', 'Antre', 'Budi'), of('', 'Dinas', 'Antre', 'Citra')),
  ).toBe(3);
  const bare = of('KBK A', 'Dinas', 'Antre', null).slice(0, 4);
  expect(merged(bare, a, b, of('KBK A', 'Dinas', 'Antre', 'Citra'))).toBe(1);
  expect(
    merged(a, b, of('KBK A', 'Dinas', 'Antre', 'C'), of('KBK B', 'Dinas', 'x', 'D'), of('KBK C', 'Dinas', 'y', 'E')),
  ).toBe(5);
});

test('[I18] three names of groups that stand twice are shown', () => {
  const twice = ['A', 'B', 'C', 'D'].flatMap((name) => [
    [null, `KBK ${name}`, 'Dinas'],
    [null, 'KBK Lain', `Dinas ${name}`],
    [null, `KBK ${name}`, 'Dinas'],
  ]);
  expect(read([header, ...twice]).question('duplicate-group')?.seen).toEqual({
    type: 'same-group',
    names: ['KBK A', 'KBK B', 'KBK C'],
    rows: [2, 4, 5, 7, 8, 10, 11, 13],
  });
  const thrice = [header, melati, mawar, melati, cempaka, melati];
  const kept = (answer: string) => read(thrice, { 'duplicate-group': answer }).rows.map(({ row }) => row);
  expect([kept('first'), kept('last')]).toEqual([
    [2, 3, 5],
    [3, 5, 6],
  ]);
  expect(read([header, [1, '', 'Dinas A'], [2, '', 'Dinas A']]).types).toEqual([]);
});

test('[I16] a line that names a fact which has a column already is another group', () => {
  expect(names([header, melati, [null, 'Unit: Dinas X'], mawar, cempaka])).toHaveLength(4);
  const both = [
    ['No', 'Nama KBK'],
    [1, 'KBK A'],
    [null, 'Unit: Dinas X'],
    [2, 'KBK B'],
    [null, 'Judul: Antre Lama'],
  ];
  expect(read(both).rows).toMatchObject([{ name: 'KBK A' }, { name: 'KBK B' }]);
  const units = [
    ['No', 'Nama KBK'],
    [1, 'KBK A'],
    [null, 'Dinas X'],
    [2, 'KBK B'],
    [null, 'RSUD Y'],
  ];
  expect(read(units).rows.map(({ name, unit }) => [name, unit])).toEqual([
    ['KBK A', 'Dinas X'],
    ['KBK B', 'RSUD Y'],
  ]);
  expect(read(units).question('two-facts')).toMatchObject({ meanings: { split: { fact: 'unit' } } });
  const half = [
    ['No', 'Nama KBK'],
    [1, 'KBK A'],
    [null, 'Dinas X'],
    [2, 'KBK B'],
    [null, 'Antre'],
  ];
  expect(read(half).question('two-facts')).toMatchObject({ meanings: { split: { fact: 'unit' } } });
  const less = [...half, [3, 'KBK C'], [null, 'Obat']];
  expect(read(less).question('two-facts')).toMatchObject({ meanings: { split: { fact: 'title' } } });
});

test('[I16] a line with a number, below a gap, or below another such line is no second line', () => {
  const after = (...rows: readonly Row[]) => names([header, melati, ...rows, mawar, cempaka]);
  expect(after([7, 'Judul: Antre'])).toHaveLength(4);
  expect(after([], [null, 'Judul: Antre'])).toHaveLength(3);
  expect(after([null, 'Judul: Antre'])).toHaveLength(3);
});

test('[I18] the same group in two rows is asked about; one of them goes when a person says so', () => {
  const rows = [header, melati, mawar, [3, 'kbk MELATI', 'Dinas A'], [4, 'Melati', 'Dinas X']];
  const list = read(rows);
  expect(list.question('duplicate-group')).toEqual({
    type: 'duplicate-group',
    seen: { type: 'same-group', names: ['KBK Melati'], rows: [2, 4] },
    rows: [2, 4],
    choices: ['keep', 'first', 'last'],
    meanings: { keep: { type: 'all-different' }, first: { type: 'first-row' }, last: { type: 'last-row' } },
    assumed: 'keep',
    mustAnswer: true,
  });
  const kept = (answer: string) => read(rows, { 'duplicate-group': answer }).rows.map(({ row }) => row);
  expect(kept('keep')).toEqual([2, 3, 4, 5]);
  expect(kept('first')).toEqual([2, 3, 5]);
  expect(kept('last')).toEqual([3, 4, 5]);
});

test('[I18] of one column for names and units the title tells two groups apart', () => {
  const rows = (second: string) => [
    ['No', 'Unit Kerja', 'Judul'],
    [1, 'Dinas A', 'Antre'],
    [2, 'Dinas A', second],
  ];
  expect(read(rows('Obat')).types).toEqual([]);
  expect(read(rows('antre.')).types).toEqual(['duplicate-group']);
});

/** Five contestants of which some are marked, and perhaps a legend below. */
function marked(marks: readonly (readonly [number, string])[], legend = '', answers: ImportAnswers = {}) {
  const rows = [header, melati, mawar, cempaka, garuda, [5, 'KBK Elang', 'Dinas E'], [], [null, null, null, legend]];
  const list = read(rows, answers, { marks: marks.map(([row, look]) => ({ row, look })) });
  return { question: list.question('marked-rows'), states: list.rows.map(({ status }) => status) };
}

test('[I18] struck rows are withdrawn unless a person says otherwise', () => {
  const { question, states } = marked([[2, 'struck']]);
  expect(states).toEqual(['waiting', 'withdrawn', 'waiting', 'waiting', 'waiting']);
  expect(question).toEqual({
    type: 'marked-rows',
    seen: { type: 'marked-rows', rows: [3], names: ['KBK Mawar'], look: 'struck' },
    rows: [3],
    choices: ['withdrawn', 'no-show', 'disqualified', 'skip', 'keep'],
    meanings: {
      withdrawn: { type: 'withdrawn' },
      'no-show': { type: 'no-show' },
      disqualified: { type: 'disqualified' },
      skip: { type: 'no-contestants' },
      keep: { type: 'means-nothing' },
    },
    assumed: 'withdrawn',
    mustAnswer: true,
  });
  expect(marked([[2, 'struck']], '', { 'marked-rows': 'no-show' }).states[1]).toBe('no-show');
  expect(marked([[2, 'struck']], '', { 'marked-rows': 'skip' }).states).toHaveLength(4);
  expect(marked([[2, 'struck']], '', { 'marked-rows': 'keep' }).states[1]).toBe('waiting');
  expect(marked([1, 2, 3, 4, 5].map((row) => [row, 'struck'] as const)).question).toBe(undefined);
});

test('[I18] a few coloured rows are asked about, many or banded ones are not', () => {
  expect(marked([[2, '#ff0000']])).toMatchObject({ question: { assumed: 'keep', seen: { look: 'red' } } });
  expect(
    marked([
      [2, '#ff0000'],
      [3, '#ff0000'],
    ]).question?.rows,
  ).toEqual([3, 4]);
  expect(
    marked([
      [2, '#ff0000'],
      [3, '#ff0000'],
      [4, '#ff0000'],
    ]).question,
  ).toBe(undefined);
  expect(
    marked([
      [2, '#eeeeff'],
      [4, '#eeeeff'],
    ]).question,
  ).toBe(undefined);
  expect(
    marked([
      [1, '#eeeeff'],
      [4, '#eeeeff'],
    ]).question,
  ).toBe(undefined);
  expect(
    marked([
      [1, '#eeeeff'],
      [5, '#eeeeff'],
    ]).question?.rows,
  ).toEqual([2, 6]);
  expect(
    marked([
      [2, '#ff0000'],
      [4, 'struck'],
    ]).question,
  ).toMatchObject({ rows: [3, 5], seen: { look: 'struck-or-coloured' } });
});

test.each([
  ['Merah = mengundurkan diri', 'withdrawn'],
  ['Warna merah: tidak hadir', 'no-show'],
  ['merah artinya didiskualifikasi', 'disqualified'],
  ['tanda merah adalah batal', 'withdrawn'],
  ['Merah = menunggu', 'waiting'],
  ['Kuning = mengundurkan diri', 'waiting'],
  ['merah mengundurkan diri', 'waiting'],
  [`${'Merah = mengundurkan diri '.padEnd(201, 'x')}`, 'waiting'],
])('[I18] with the legend %j a red row is %s', (legend, state) => {
  expect(marked([[2, '#ff0000']], legend).states[1]).toBe(state);
});

test('[I18] a legend is believed of many rows too', () => {
  const three = [
    [1, '#ff0000'],
    [2, '#ff0000'],
    [3, '#ff0000'],
  ] as const;
  expect(marked(three, 'Merah = batal').states).toEqual(['withdrawn', 'withdrawn', 'withdrawn', 'waiting', 'waiting']);
});

test.each([
  ['#000000', 'black'],
  ['#3f3f3f', 'black'],
  ['#404040', 'grey'],
  ['#c0c0c0', 'grey'],
  ['#c0c0aa', 'grey'],
  ['#c0c0a8', 'yellow'],
  ['#ff0000', 'red'],
  ['#ff0080', 'red'],
  ['#ff5900', 'red'],
  ['#ff5a00', 'orange'],
  ['#ffcc00', 'orange'],
  ['#ffcd00', 'yellow'],
  ['#ffff00', 'yellow'],
  ['#c0ff00', 'yellow'],
  ['#bfff00', 'green'],
  ['#00ff00', 'green'],
  ['#00ffe5', 'green'],
  ['#00ffe6', 'blue'],
  ['#0000ff', 'blue'],
  ['#4c00ff', 'blue'],
  ['#4d00ff', 'purple'],
  ['#ff00cd', 'purple'],
  ['#ff00cb', 'red'],
  ['unknown', 'black'],
])('[I18] the colour %s is %s', (look, colour) => {
  expect(marked([[2, look]]).question?.seen).toMatchObject({ look: colour });
});

test('[I18] hidden rows are left out unless a person says otherwise', () => {
  const rows = [header, melati, mawar, cempaka];
  const hidden = (hiddenRows: readonly number[], answers: ImportAnswers = {}) => read(rows, answers, { hiddenRows });
  expect(hidden([2, 9]).question('hidden-rows')).toEqual({
    type: 'hidden-rows',
    seen: { type: 'hidden-rows', rows: [3], names: ['KBK Mawar'] },
    rows: [3],
    choices: ['skip', 'keep'],
    meanings: { skip: { type: 'no-contestants' }, keep: { type: 'contestants' } },
    assumed: 'skip',
    mustAnswer: true,
  });
  expect(hidden([2]).rows.map(({ row }) => row)).toEqual([2, 4]);
  expect(hidden([2], { 'hidden-rows': 'keep' }).rows).toHaveLength(3);
  expect(hidden([1, 2, 3])).toMatchObject({ types: [] });
  expect(hidden([1, 2, 3]).rows).toHaveLength(3);
  expect(hidden([9])).toMatchObject({ types: [] });
});
