import { expect, test } from 'vitest';
import { contestantSchema, type Category, type Contestant } from '../../shared/domain/setup/contest-file.ts';
import { planImport } from '../../shared/import/plan-import.ts';
import type { ImportRow } from '../../shared/import/types.ts';
import { readList } from './read-list.ts';

const categories: readonly Category[] = [
  { id: 'kesehatan', name: 'Kesehatan' },
  { id: 'pendidikan', name: 'Pendidikan' },
];

test('[I11] a first import proposes the categories of the list and gives ids from the names', async () => {
  const list = await readList('jepara-2017.xlsx');
  const plan = planImport([], list.rows, [], { problems: list.problems });
  expect(plan.addCategories).toEqual([
    { id: 'kesehatan', name: 'Kesehatan' },
    { id: 'pendidikan', name: 'Pendidikan' },
    { id: 'administrasi', name: 'Administrasi' },
  ]);
  expect(plan.put).toHaveLength(13);
  expect(plan.put[0]).toEqual({
    id: 'puskesmas-welahan-ii',
    number: 1,
    name: 'KBK Puskesmas Welahan II',
    unit: 'Puskesmas Welahan II',
    title: 'Clean and Green',
    category: 'kesehatan',
    status: 'waiting',
  });
  expect(plan.put.at(-1)).toMatchObject({ id: 'setda', number: null, category: 'administrasi', status: 'exhibition' });
  for (const contestant of plan.put) expect(contestantSchema.parse(contestant)).toEqual(contestant);
});

test('[I12] the same list again changes nothing', async () => {
  const list = await readList('probolinggo-2019.xls');
  const first = planImport([], list.rows, [], { problems: list.problems });
  expect(first.leftOut.map(({ row }) => row.row)).toEqual([49, 51]);
  expect(first.put).toHaveLength(47);
  const again = planImport(first.put, list.rows, first.addCategories, { problems: list.problems });
  expect(again).toMatchObject({ added: [], changed: [], gone: [], put: [], removed: [], addCategories: [] });
  expect(again.unchanged).toHaveLength(47);
});

test('[I9] a list without categories goes into the only one, or into one that is proposed', async () => {
  const list = await readList('magetan-2015.csv');
  expect(planImport([], list.rows, [])).toMatchObject({ addCategories: [], put: [] });
  const fresh = planImport([], list.rows, [], { generalCategory: 'Umum' });
  expect(fresh.addCategories).toEqual([{ id: 'umum', name: 'Umum' }]);
  expect(new Set(fresh.put.map(({ category }) => category))).toEqual(new Set(['umum']));
  const single = planImport([], list.rows, [{ id: 'sekolah', name: 'Sekolah' }]);
  expect(single.addCategories).toEqual([]);
  expect(single.put.every(({ category }) => category === 'sekolah')).toBe(true);
  const undecided = planImport([], list.rows, categories);
  expect(undecided.put).toEqual([]);
  expect(undecided.leftOut.map(({ problems }) => problems[0]?.type)).toEqual(Array(8).fill('missing-category'));
  const decided = planImport([], list.rows, categories, { defaultCategory: 'pendidikan' });
  expect(decided.put.every(({ category }) => category === 'pendidikan')).toBe(true);
});

test('[I9] a category is known by name or id, with or without Bidang before it, and by a clear abbreviation', () => {
  const rows = ['KESEHATAN', 'Bidang Kesehatan', 'kes.', 'pendidikan', 'Umum'].map((category, index) =>
    row({ row: index + 2, number: index + 1, name: `KBK ${'ABCDE'.charAt(index)}`, category }),
  );
  const plan = planImport([], rows, categories);
  expect(plan.added.map(({ contestant }) => contestant.category)).toEqual([
    'kesehatan',
    'kesehatan',
    'kesehatan',
    'pendidikan',
  ]);
  expect(plan.leftOut.map(({ row: left, problems }) => [left.row, problems[0]?.type])).toEqual([
    [6, 'unknown-category'],
  ]);
  const adding = planImport([], rows, categories, { addCategories: true });
  expect(adding.addCategories).toEqual([{ id: 'umum', name: 'Umum' }]);
  expect(adding.leftOut).toEqual([]);
});

test('[I10] lots drawn again move the numbers, never the groups', () => {
  const existing = [contestant('mawar', 1), contestant('melati', 2), contestant('kenanga', 3)];
  const rows = existing.map((each, index) =>
    row({ row: index + 2, number: [3, 1, 2][index] ?? 0, name: `"${each.name.toUpperCase()}"`, unit: each.unit ?? '' }),
  );
  const plan = planImport(existing, rows, categories);
  expect(plan.changed.map(({ before, after, by }) => [before.id, after.id, after.number, by])).toEqual([
    ['mawar', 'mawar', 3, 'name-and-unit'],
    ['melati', 'melati', 1, 'name-and-unit'],
    ['kenanga', 'kenanga', 2, 'name-and-unit'],
  ]);
  expect(plan.changed[0]?.changes).toEqual([
    { field: 'number', from: 1, to: 3 },
    { field: 'name', from: 'KBK mawar', to: '"KBK MAWAR"' },
  ]);
  expect(plan).toMatchObject({ added: [], gone: [] });
});

test.each([
  [
    'a name with a typing error at the same number',
    { number: 1, name: 'KBK Mawarr', unit: '' },
    'similar-name-and-number',
  ],
  [
    'a name with a typing error in the same unit',
    { number: 7, name: 'KBK Mawarr', unit: 'Unit mawar' },
    'similar-name-and-unit',
  ],
  [
    'a new name for the same unit and number',
    { number: 1, name: 'KBK Harapan', unit: 'Unit mawar' },
    'unit-and-number',
  ],
  ['the unit with another spelling', { number: 9, name: 'Mawar', unit: 'Unit Mawar Kab.' }, 'name'],
  ['another unit at the same name and number', { number: 1, name: 'KBK Mawar', unit: 'RSUD' }, 'name-and-number'],
])('[I10] %s is the same group', (_, change, by) => {
  const plan = planImport([contestant('mawar', 1)], [row(change)], categories);
  expect(plan.changed.map((each) => [each.before.id, each.by])).toEqual([['mawar', by]]);
});

test.each([
  ['the number alone', { number: 1, name: 'KBK Cendana', unit: 'Dinas Lain' }],
  ['the same name in another unit', { number: 8, name: 'KBK mawar', unit: 'Badan Kepegawaian Daerah' }],
  ['a name that differs by its Roman number', { number: 1, name: 'KBK mawar II', unit: 'Unit mawar' }],
])('[I10] %s does not make the same group', (_, change) => {
  const plan = planImport([contestant('mawar', 1)], [row(change)], categories);
  expect(plan.changed).toEqual([]);
  expect(plan.added).toHaveLength(1);
  expect(plan.gone.map(({ id }) => id)).toEqual(['mawar']);
});

test('[I12] an empty cell says nothing, and a remark says that a group stays away', () => {
  const existing = [
    { ...contestant('mawar', 1), title: 'Judul', status: 'withdrawn' as const },
    { ...contestant('melati', 2), status: 'performed' as const },
    contestant('kenanga', 3),
  ];
  const rows = [
    row({ name: 'KBK mawar', unit: '', title: '', category: '', number: null }),
    row({ row: 3, name: 'KBK melati', unit: 'Unit melati', number: 2, status: 'no-show' }),
    row({ row: 4, name: 'KBK kenanga', unit: 'Unit kenanga', number: 3, status: 'withdrawn' }),
  ];
  const plan = planImport(existing, rows, categories);
  expect(plan.unchanged.map(({ before }) => before.id)).toEqual(['mawar', 'melati']);
  expect(plan.put).toEqual([{ ...contestant('kenanga', 3), status: 'withdrawn' }]);
});

test('[I12] [D33] the example for calibration is in nobody’s list, and stays', () => {
  const example = { ...contestant('contoh', 9), number: null, status: 'exhibition' as const, calibration: true };
  const plan = planImport([example], [row({ name: 'KBK Cendana', number: 1 })], categories, { gone: 'remove' });
  expect(plan).toMatchObject({ gone: [], removed: [] });
});

test('[I12] who is gone stays, withdraws or is removed, and gives up a number that the list gives to another', () => {
  const existing = [contestant('mawar', 1), contestant('melati', 2)];
  const rows = [row({ name: 'KBK Cendana', unit: 'Dinas Lain', number: 2 })];
  expect(planImport(existing, rows, categories).put.map(({ id, number, status }) => [id, number, status])).toEqual([
    ['melati', null, 'waiting'],
    ['cendana', 2, 'waiting'],
  ]);
  const withdrawing = planImport(existing, rows, categories, { gone: 'withdraw' });
  expect(withdrawing.put.map(({ id, number, status }) => [id, number, status])).toEqual([
    ['mawar', 1, 'withdrawn'],
    ['melati', null, 'withdrawn'],
    ['cendana', 2, 'waiting'],
  ]);
  const removing = planImport(existing, rows, categories, { gone: 'remove' });
  expect(removing.removed).toEqual(['mawar', 'melati']);
  expect(removing.put.map(({ id }) => id)).toEqual(['cendana']);
});

test('[I12] a group whose row is left out is not gone', () => {
  const existing = [contestant('mawar', 1), contestant('melati', 2)];
  const rows = [
    row({ name: 'KBK mawar', unit: 'Unit mawar' }),
    row({ row: 3, name: 'KBK melati', unit: 'Unit melati' }),
  ];
  const first = { row: 2 };
  const problems = [
    { row: 3, field: 'number', type: 'duplicate-number', reason: 'number-twice', number: 1, first },
  ] as const;
  const plan = planImport(existing, rows, categories, { problems, gone: 'remove' });
  expect(plan).toMatchObject({ gone: [], removed: [] });
  expect(plan.leftOut).toHaveLength(1);
});

test('[I11] ids are unique, at most 64 characters, and never empty', () => {
  const names = ['KBK Mawar', 'Mawar', 'GKM “Mawar”', '桜', 'x'.repeat(100), 'x'.repeat(100)];
  const rows = names.map((name, index) => row({ row: index + 2, number: index + 10, name, unit: `Unit ${index}` }));
  const plan = planImport([contestant('mawar', 1)], rows, categories);
  expect(plan.added.map(({ contestant: { id } }) => id)).toEqual([
    'mawar-2',
    'mawar-3',
    'mawar-4',
    'peserta',
    'x'.repeat(64),
    `${'x'.repeat(62)}-2`,
  ]);
});

test('[I19] the planned time comes with the list, changes with it, and stays where a later list has no such column', () => {
  const [planned] = planImport([], [row({ slot: '09.00–09.20' })], []).put;
  expect(planned?.slot).toBe('09.00–09.20');
  const before = contestantSchema.parse(planned);
  const categories = [{ id: before.category, name: 'Umum' }];
  expect(planImport([before], [row({})], categories).unchanged).toHaveLength(1);
  expect(planImport([before], [row({ slot: null })], categories).unchanged).toHaveLength(1);
  const moved = planImport([before], [row({ slot: '10.00' })], categories);
  expect(moved.changed[0]?.changes).toEqual([{ field: 'slot', from: '09.00–09.20', to: '10.00' }]);
});

test('[I12] without a word about who is gone nobody is removed, and nobody changes', () => {
  const existing = [contestant('mawar', 1), contestant('melati', 2)];
  const plan = planImport(existing, [row({ number: 2, name: 'KBK melati', unit: 'Unit melati' })], categories, {
    defaultCategory: 'kesehatan',
  });
  expect(plan.removed).toEqual([]);
  expect(plan.put.map(({ id }) => id)).not.toContain('mawar');
});

test('[I12] a group outside the ranking has no number, whatever it had', () => {
  const existing = [{ ...contestant('mawar', 1), name: 'KBK Mawar' }];
  const rows = [row({ number: 1, name: 'KBK Mawar', status: 'exhibition' })];
  const plan = planImport(existing, rows, categories, { defaultCategory: 'kesehatan' });
  expect(plan.put).toMatchObject([{ id: 'mawar', number: null, status: 'exhibition' }]);
});

test('[I9] a row without a category, or with an empty one, goes where the person says', () => {
  const rows = [row({ number: 1, name: 'A satu', category: null }), row({ number: 2, name: 'B dua', category: '' })];
  const plan = planImport([], rows, categories, { defaultCategory: 'pendidikan' });
  expect(plan.put.map(({ category }) => category)).toEqual(['pendidikan', 'pendidikan']);
  expect(plan.addCategories).toEqual([]);
});

test('[I12] a number that the list gives to another is lost by the group that it names without one', () => {
  const existing = [
    { ...contestant('mawar', 1), name: 'KBK Mawar' },
    { ...contestant('melati', 2), name: 'KBK Melati' },
  ];
  const rows = [row({ number: 2, name: 'KBK Mawar' }), row({ number: null, name: 'KBK Melati', unit: 'Unit melati' })];
  const plan = planImport(existing, rows, categories, { defaultCategory: 'kesehatan' });
  expect(plan.put.map(({ id, number }) => [id, number])).toEqual([
    ['mawar', 2],
    ['melati', null],
  ]);
  expect(plan.changed.map(({ before, changes }) => [before.id, changes.length])).toEqual([
    ['mawar', 1],
    ['melati', 1],
  ]);
});

function contestant(id: string, number: number): Contestant {
  return { id, number, name: `KBK ${id}`, unit: `Unit ${id}`, category: 'kesehatan', status: 'waiting' };
}

function row(change: Partial<ImportRow>): ImportRow {
  return {
    row: 2,
    number: 1,
    name: 'KBK Mawar',
    unit: 'Unit mawar',
    title: null,
    category: 'Kesehatan',
    status: 'waiting',
    ...change,
  };
}
