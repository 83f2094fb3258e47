/** Workbooks with several sheets, sheets with several tables, hidden columns, and what a person maps by hand [I5, I20]. */
import { expect, test } from 'vitest';
import { findTable, type FindTableOptions } from '../../shared/import/find-table.ts';
import {
  areaOf,
  columnIndex,
  columnLetter,
  gridWidth,
  withoutColumns,
  type Cell,
  type Grid,
} from '../../shared/import/grid.ts';
import { grid, tableOf } from './read-list.ts';

type Row = readonly Cell[];

const header: Row = ['No', 'Nama KBK', 'Unit Kerja'];

/** A list of as many contestants as there are letters, each named by its letter. */
function listOf(letters: string, head: Row = header): Row[] {
  return [
    head,
    ...letters.split('').map((letter, index): Row => [index + 1, `KBK ${letter.repeat(3)}`, `Dinas ${letter}`]),
  ];
}

function sheets(named: Readonly<Record<string, readonly Row[]>>, options: FindTableOptions = {}) {
  const list = tableOf(
    Object.entries(named).map(([name, rows]) => grid(rows, name)),
    options,
  );
  const question = list.questions.find(({ type }) => type === 'sheets');
  return { ...list, question, categories: list.rows.map(({ category }) => category) };
}

test('[I20] sheets that plainly name categories are read together', () => {
  const list = sheets({ 'KATEGORI SEHAT': listOf('ab'), Pendidikan: listOf('cd') });
  expect(list).toMatchObject({ sheetsRead: ['KATEGORI SEHAT', 'Pendidikan'], categorySource: 'sheets', questions: [] });
  expect(list.categories).toEqual(['SEHAT', 'SEHAT', 'Pendidikan', 'Pendidikan']);
  expect(list.rows.map(({ sheet }) => sheet)).toEqual(['KATEGORI SEHAT', 'KATEGORI SEHAT', 'Pendidikan', 'Pendidikan']);
  const known = { Melon: listOf('ab'), Nanas: listOf('cd') };
  const categories = [
    { id: 'melon', name: 'Melon' },
    { id: 'nanas', name: 'Nanas' },
  ];
  expect(sheets(known, { categories }).question).toBe(undefined);
});

test('[I20] other sheets are asked about: categories, one list, or one of them', () => {
  const named = { Melon: listOf('ab'), Nanas: listOf('cde') };
  const list = sheets(named);
  expect(list.question).toEqual({
    type: 'sheets',
    seen: { type: 'several-sheets', names: ['Melon', 'Nanas'] },
    choices: ['categories', 'together', 'only:Melon', 'only:Nanas'],
    meanings: {
      categories: { type: 'sheet-each-category' },
      together: { type: 'sheets-together' },
      'only:Melon': { type: 'only-sheet', name: 'Melon', rows: 2 },
      'only:Nanas': { type: 'only-sheet', name: 'Nanas', rows: 3 },
    },
    assumed: 'categories',
    mustAnswer: true,
  });
  const answered = (answer: string) => sheets(named, { answers: { sheets: answer } });
  expect(answered('categories').categories).toEqual(['Melon', 'Melon', 'Nanas', 'Nanas', 'Nanas']);
  expect(answered('together')).toMatchObject({ sheetsRead: ['Melon', 'Nanas'], categorySource: 'none' });
  expect(answered('only:Melon')).toMatchObject({ sheet: 'Melon', sheetsRead: ['Melon'], categories: [null, null] });
  expect(answered('only:Melon').rows[0]).not.toHaveProperty('sheet');
});

test('[I20] sheets named after days are one list', () => {
  const list = sheets({ 'Hari 1': listOf('ab'), 'Hari 2': listOf('cd') });
  expect(list.question).toMatchObject({ assumed: 'together', mustAnswer: false });
  expect(list.categories).toEqual([null, null, null, null]);
  for (const names of [
    ['Sheet1', 'Sheet2'],
    ['Lembar Kerja 1', 'Data'],
    ['Tabel', 'Halaman 2'],
  ]) {
    const [one = '', two = ''] = names;
    expect(sheets({ [one]: listOf('ab'), [two]: listOf('cd') }).question).toMatchObject({ assumed: 'together' });
  }
  expect(sheets({ 'Hari 1': listOf('ab'), Melon: listOf('cd') }).question).toMatchObject({ assumed: 'categories' });
});

test('[I20] of sheets named after years the last is assumed, of versions the newest', () => {
  const assumed = (...names: string[]) =>
    sheets(Object.fromEntries(names.map((name, index) => [name, listOf(index === 0 ? 'abc' : 'def')]))).question
      ?.assumed;
  expect(assumed('2024', '2026')).toBe('only:2026');
  expect(assumed('Tahun 2026', '2019')).toBe('only:Tahun 2026');
  expect(assumed('Peserta lama', 'Peserta baru')).toBe('only:Peserta baru');
  expect(assumed('Draf', 'Final')).toBe('only:Final');
  expect(assumed('Arsip', 'Isi')).toBe('only:Arsip');
  expect(assumed('1899', '2199')).toBe('together');
});

test('[I20] sheets that hold some of the same groups are versions of each other', () => {
  const changed = listOf('abcd').map((row, index) => (index === 0 ? row : [9 - index, ...row.slice(1)]));
  const list = sheets({ Melon: listOf('abcd'), Nanas: changed });
  expect(list.question).toMatchObject({ assumed: 'only:Melon', choices: ['together', 'only:Melon', 'only:Nanas'] });
  expect(sheets({ Melon: listOf('abcd'), Nanas: listOf('abcd') })).toMatchObject({
    questions: [],
    sheetsRead: ['Melon'],
  });
  expect(sheets({ Melon: listOf('abcd'), Nanas: listOf('ab') }).question).not.toBe(undefined);
  const bare = ['Nama KBK', 'Unit Kerja'];
  const without = [
    bare,
    ...listOf('ab')
      .slice(1)
      .map((row) => row.slice(1)),
  ];
  expect(sheets({ Melon: listOf('abcd'), Nanas: without })).toMatchObject({ questions: [] });
});

test('[I20] jurors and guests beside the contestants are no contestants', () => {
  const jurors = listOf('xyz');
  const list = sheets({ Peserta: listOf('ab'), 'Dewan Juri': jurors });
  expect(list).toMatchObject({ sheetsRead: ['Peserta'], question: { assumed: 'only:Peserta', mustAnswer: false } });
  expect(list.question?.choices).toEqual(['together', 'only:Peserta', 'only:Dewan Juri']);
  expect(sheets({ Isi: listOf('ab'), Lain: [['SUSUNAN PANITIA'], ...jurors] }).sheetsRead).toEqual(['Isi']);
  const titled = [
    header,
    ...['Drs. Ahmad', 'Ir. Budi', 'Hj. Citra', 'Dewi, S.Pd'].map((name, index): Row => [index + 1, name, 'Dinas']),
  ];
  expect(sheets({ Isi: listOf('ab'), Lain: titled }).sheetsRead).toEqual(['Isi']);
  expect(sheets({ 'Peserta dan pendamping': listOf('ab'), Melon: listOf('cd') }).question).toMatchObject({
    assumed: 'categories',
  });
  expect(sheets({ 'Dewan Juri': jurors }).rows).toHaveLength(3);
  expect(sheets({ Peserta: listOf('ab'), Panitia: listOf('x') }).questions).toEqual([]);
});

test('[I5] a sheet is named by a person with or without its case, also a hidden one', () => {
  const hidden: Grid = { ...grid(listOf('xy'), 'Rahasia'), hidden: true };
  const grids = [grid(listOf('ab'), 'Melon'), hidden];
  expect(tableOf(grids)).toMatchObject({ sheet: 'Melon', sheets: ['Melon', 'Rahasia'], sheetsRead: ['Melon'] });
  expect(tableOf(grids, { sheet: 'RAHASIA' })).toMatchObject({ sheet: 'Rahasia' });
  expect(tableOf([grid(listOf('ab'), 'melon'), grid(listOf('cd'), 'Melon')], { sheet: 'Melon' }).rows[0]?.name).toBe(
    'KBK ccc',
  );
  expect(findTable(grids, { sheet: 'Nanas' })).toEqual({
    ok: false,
    error: { type: 'unknown-sheet', name: 'Nanas', sheets: ['Melon', 'Rahasia'] },
  });
  expect(findTable([grid([['x']], 'Kosong')])).toEqual({ ok: false, error: { type: 'no-list', sheets: ['Kosong'] } });
});

test('[I20] a sheet that is one of several categories keeps its category when it is read alone', () => {
  const grids = [grid(listOf('ab'), 'KATEGORI SEHAT'), grid(listOf('cd'), 'KATEGORI CERDAS')];
  const list = tableOf(grids, { sheet: 'KATEGORI CERDAS' });
  expect(list).toMatchObject({ categorySource: 'sheets', sheetsRead: ['KATEGORI CERDAS'] });
  expect(list.rows.map(({ category }) => category)).toEqual(['CERDAS', 'CERDAS']);
  const plain = [grid(listOf('ab'), 'Melon'), grid(listOf('cd'), 'Nanas')];
  expect(tableOf(plain, { sheet: 'Nanas' })).toMatchObject({ categorySource: 'none', questions: [] });
});

test('[I5] what a person maps wins, and an empty mapping leaves a field out', () => {
  const rows = [
    ['No', 'Nama KBK', 'Unit Kerja', 'Lain'],
    [1, 'KBK A', 'Dinas A', 'KBK X'],
    [2, 'KBK B', 'Dinas B', 'KBK Y'],
  ];
  const mapped = (mapping: FindTableOptions['mapping'] = {}) => tableOf([grid(rows)], { mapping });
  expect(mapped({ name: 'D' })).toMatchObject({
    mapping: { number: 'A', name: 'D', unit: 'C' },
    rows: [{ name: 'KBK X' }, {}],
  });
  expect(mapped({ name: 'd' }).mapping.name).toBe('D');
  expect(mapped({ unit: 'B' }).mapping).toEqual({ number: 'A', unit: 'B', name: 'D' });
  expect(mapped({ unit: '' }).mapping.unit).toBe(undefined);
  expect(mapped({ name: 'C' }).mapping).toMatchObject({ name: 'C' });
  expect(findTable([grid(rows)], { mapping: { name: 'E' } })).toEqual({
    ok: false,
    error: { type: 'unknown-column', column: 'E', sheet: 'Daftar', last: 'D' },
  });
  expect(findTable([grid(rows)], { mapping: { name: '1234567890123' } })).toMatchObject({
    error: { column: '1234567890' },
  });
});

test('[I5] columns set by hand need no header: the list begins at the first row with a number', () => {
  const rows = [['judul acara yang panjang'], ['aa', 'bb'], ['yy', 'KBK Nol'], [1, 'KBK A'], [2, 'KBK B']];
  const list = tableOf([grid(rows)], { mapping: { number: 'A', name: 'B' } });
  expect(list.rows.map(({ name }) => name)).toEqual(['KBK A', 'KBK B']);
  expect(list).toMatchObject({ headerRow: 3, columns: [{ header: 'yy' }, { header: 'KBK Nol' }] });
  expect(tableOf([grid(rows)], { mapping: { name: 'B' } }).rows.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
  expect(tableOf([grid(rows.slice(3))], { mapping: { number: 'A', name: 'B' } })).toMatchObject({ headerRow: 0 });
});

test('[I5] columns are offered with their headings and three samples', () => {
  const list = tableOf([grid([...listOf('abcd'), [null, null, null, null, 'x']])]);
  expect(list.columns).toEqual([
    { letter: 'A', header: 'No', samples: ['1', '2', '3'] },
    { letter: 'B', header: 'Nama KBK', samples: ['KBK aaa', 'KBK bbb', 'KBK ccc'] },
    { letter: 'C', header: 'Unit Kerja', samples: ['Dinas a', 'Dinas b', 'Dinas c'] },
    { letter: 'D', header: '', samples: [] },
    { letter: 'E', header: '', samples: [] },
  ]);
});

test('[I5] hidden columns are read only when a person says so', () => {
  const rows = [
    ['No', 'Nama KBK', 'Unit Kerja', 'Ketua'],
    [1, 'KBK A', 'Dinas A', 'Ani'],
    [2, 'KBK B', 'Dinas B', 'Budi'],
  ];
  const hidden = (columns: readonly number[], options: FindTableOptions = {}) =>
    tableOf([{ ...grid(rows), hiddenColumns: columns }], options);
  const list = hidden([2]);
  expect(list.questions).toEqual([
    {
      type: 'hidden-columns',
      seen: { type: 'hidden-columns', columns: [{ column: 'C', heading: 'Unit Kerja' }] },
      columns: ['C'],
      choices: ['skip', 'use'],
      meanings: { skip: { type: 'columns-unread' }, use: { type: 'columns-read' } },
      assumed: 'skip',
      mustAnswer: true,
    },
  ]);
  expect(list.rows[0]).toMatchObject({ unit: null });
  expect(hidden([2], { answers: { 'hidden-columns': 'use' } }).rows[0]).toMatchObject({ unit: 'Dinas A' });
  expect(hidden([2], { mapping: { unit: 'C' } })).toMatchObject({ questions: [], mapping: { unit: 'C' } });
  expect(hidden([3]).questions).toMatchObject([{ mustAnswer: false }]);
  expect(hidden([7]).questions).toEqual([]);
  expect(hidden([1, 2]).rows).toHaveLength(2);
  const once = [...rows.map((row) => row.slice(0, 3)), [null, null, null, 'x']];
  expect(tableOf([{ ...grid(once), hiddenColumns: [3] }]).questions).toEqual([]);
});

test('[I20] a second table to the right is asked about', () => {
  const [one, two] = [listOf('ab'), listOf('cd')];
  const rows = one.map((row, index): Row => [...row, null, ...(two[index] ?? [])]);
  const list = tableOf([grid(rows)]);
  expect(list.questions).toEqual([
    {
      type: 'second-table',
      seen: { type: 'several-tables', count: 2, others: [{ caption: '', place: 'right', firstRow: 2 }] },
      rows: [1],
      columns: ['F'],
      choices: ['all', 'categories', 'first'],
      meanings: {
        all: { type: 'all-tables' },
        categories: { type: 'table-each-category' },
        first: { type: 'first-table' },
      },
      assumed: 'all',
      mustAnswer: true,
    },
  ]);
  const named = (answer: string) =>
    tableOf([grid(rows)], { answers: { 'second-table': answer } }).rows.map(({ name }) => name);
  expect(named('all')).toEqual(['KBK aaa', 'KBK bbb', 'KBK ccc', 'KBK ddd']);
  expect(named('first')).toEqual(['KBK aaa', 'KBK bbb']);
  const close = one.map((row, index): Row => [...row, ...(two[index] ?? [])]);
  expect(tableOf([grid(close)]).rows).toHaveLength(4);
  const again = one.map((row): Row => [...row, null, ...row]);
  expect(tableOf([grid(again)])).toMatchObject({ questions: [] });
  expect(tableOf([grid(again)]).rows).toHaveLength(2);
});

test('[I20] tables under headings that say "kategori" are categories', () => {
  const [one, two] = [listOf('ab'), listOf('cd')];
  const side = one.map((row, index): Row => [...row, null, ...(two[index] ?? [])]);
  const list = tableOf([grid([['KATEGORI SEHAT', null, null, null, 'KATEGORI CERDAS'], ...side])]);
  expect(list.rows.map(({ category }) => category)).toEqual(['SEHAT', 'SEHAT', 'CERDAS', 'CERDAS']);
  expect(list).toMatchObject({ categorySource: 'blocks', questions: [{ assumed: 'categories', mustAnswer: false }] });
  const plain = tableOf([grid([['MELON', null, null, null, 'NANAS'], ...side])]);
  expect(plain.questions).toMatchObject([{ assumed: 'all', mustAnswer: true }]);
  const answered = tableOf([grid([['MELON', null, null, null, 'NANAS'], ...side])], {
    answers: { 'second-table': 'categories' },
  });
  expect(answered.rows.map(({ category }) => category)).toEqual(['MELON', 'MELON', 'NANAS', 'NANAS']);
});

test('[I20] a list below under another header is a second table, and one of jurors is not read', () => {
  const other = [
    ['Nama Tim', 'Instansi', 'Nomor'],
    ['KBK X', 'Dinas X', 3],
    ['KBK Y', 'Dinas Y', 4],
  ];
  const below = (caption: Row) => [...listOf('ab'), [], caption, ...other];
  const list = tableOf([grid(below([]))]);
  expect(list.questions).toMatchObject([
    {
      type: 'second-table',
      assumed: 'all',
      rows: [6],
      columns: ['A'],
      seen: { others: [{ caption: '', place: 'below', firstRow: 7 }] },
    },
  ]);
  expect(list.rows.map(({ name }) => name)).toEqual(['KBK aaa', 'KBK bbb', 'KBK X', 'KBK Y']);
  const jurors = tableOf([grid(below(['DEWAN JURI']))]);
  expect(jurors.questions).toMatchObject([{ assumed: 'first', mustAnswer: false }]);
  expect(jurors.rows).toHaveLength(2);
});

test('[I20] a further header below the first 200 rows begins no table of its own', () => {
  const other: Row[] = [
    ['Nama Tim', 'Instansi', 'Nomor'],
    ['KBK X', 'Dinas X', 3],
  ];
  const list = tableOf([grid([...listOf('a'.repeat(205)), [], ...other])]);
  expect(list.questions.map(({ type }) => type)).not.toContain('second-table');
});

test('[I20] tables side by side may name units only, and hold other columns between them', () => {
  const head: Row = ['No', 'Unit Kerja', 'Judul'];
  const body = ['a', 'b'].map((letter, index): Row => [index + 1, `Dinas ${letter}`, `Antre ${letter}`]);
  const other = ['c', 'd'].map((letter, index): Row => [index + 1, `Dinas ${letter}`, `Antre ${letter}`]);
  const rows = [head, ...body].map((row, index): Row => [...row, null, ...([head, ...other][index] ?? [])]);
  expect(tableOf([grid(rows)]).rows.map(({ unit }) => unit)).toEqual(['Dinas a', 'Dinas b', 'Dinas c', 'Dinas d']);
});

test('[I20] jurors below, numbered under their own heading, are not read', () => {
  const below = (heading: string, first: Cell = 1) => [
    ...listOf('ab'),
    [],
    [heading],
    [first, 'Drs. Ahmad'],
    [2, 'Ir. Budi'],
  ];
  for (const heading of ['DEWAN JURI', 'Daftar Panitia', 'Susunan Tim Penilai', 'Nama Undangan']) {
    const list = tableOf([grid(below(heading))]);
    expect([heading, list.rows.map(({ name }) => name)]).toEqual([heading, ['KBK aaa', 'KBK bbb']]);
  }
  expect(tableOf([grid(below('DEWAN JURI', '1.'))]).rows).toHaveLength(2);
});

test('[I20] the same header again below, with other texts in the same columns, goes on with the list', () => {
  const again = [...listOf('ab'), [], ...listOf('cd')];
  expect(tableOf([grid(again)])).toMatchObject({ questions: [] });
  expect(tableOf([grid(again)]).rows).toHaveLength(4);
});

test('[I5] columns are letters, and letters columns', () => {
  for (const [column, letters] of [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ] as const) {
    expect(columnLetter(column)).toBe(letters);
    expect(columnIndex(letters.toLowerCase())).toBe(column);
  }
  for (const letters of ['', '1', 'A1', 'AAAA', 'Ä', ' A']) expect(columnIndex(letters)).toBe(null);
});

test('[I20] a cut-out area keeps its places, and loses what lies outside', () => {
  const merges = [
    { top: 1, left: 1, bottom: 1, right: 2 },
    { top: 0, left: 1, bottom: 1, right: 1 },
    { top: 1, left: 0, bottom: 1, right: 1 },
    { top: 1, left: 1, bottom: 2, right: 1 },
    { top: 1, left: 2, bottom: 1, right: 3 },
  ];
  const whole = grid(
    [
      ['a', 'b', 'c', 'd'],
      ['e', 'f', 'g', 'h'],
      ['i', 'j', 'k', 'l'],
    ],
    'x',
    merges,
  );
  const area = areaOf(whole, { top: 1, left: 1, bottom: 1, right: 2 });
  expect(area).toEqual({ name: 'x', rows: [[], [null, 'f', 'g'], []], merges: merges.slice(0, 1) });
  expect(gridWidth(area)).toBe(3);
  expect(withoutColumns(whole, new Set())).toBe(whole);
  const without = withoutColumns(whole, new Set([1]));
  expect(without.rows[0]).toEqual(['a', null, 'c', 'd']);
  expect(without.merges).toEqual([merges[0], merges[2], merges[4]]);
});
