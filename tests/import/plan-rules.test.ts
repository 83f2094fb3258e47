/** The small rules of a plan: problems of rows, who is who, what changes, categories, ids [I8-I12]. */
import { expect, test } from 'vitest';
import type { Contestant } from '../../shared/domain/setup/contest-file.ts';
import { categoryByText, categoryKey } from '../../shared/import/category-text.ts';
import { checkRows } from '../../shared/import/check-rows.ts';
import { matchContestants, nameKey } from '../../shared/import/match-contestants.ts';
import { newId } from '../../shared/import/new-id.ts';
import { planImport } from '../../shared/import/plan-import.ts';
import { createAsker, joinQuestions } from '../../shared/import/questions.ts';
import type { ImportPlanOptions, ImportRow } from '../../shared/import/types.ts';
import { limits } from '../../shared/limits.ts';

const blank: ImportRow = {
  row: 2,
  number: null,
  name: null,
  unit: null,
  title: null,
  category: null,
  status: 'waiting',
};

function row(more: Partial<ImportRow>): ImportRow {
  return { ...blank, ...more };
}

function there(more: Partial<Contestant>): Contestant {
  return { id: 'satu', number: null, name: 'KBK Melati', category: 'sehat', status: 'waiting', ...more };
}

/** How the rows are matched: the reason and the contestant's id for each row that is. */
function matched(rows: readonly Partial<ImportRow>[], contestants: readonly Partial<Contestant>[]): readonly string[] {
  const known = contestants.map((each, index) => there({ id: `c${index}`, ...each }));
  return matchContestants(
    rows.map((each, index) => row({ row: index + 2, ...each })),
    known,
  ).map(({ row: { row: at }, by, contestant }) => `${at} ${contestant.id} ${by}`);
}

test('[I10] the strongest reason that pairs a row with a contestant is named', () => {
  const one = { name: 'KBK Melati Indah', unit: 'Dinas A', number: 3 };
  expect(matched([one], [one])).toEqual(['2 c0 name-and-unit']);
  expect(matched([one], [{ ...one, number: 4 }])).toEqual(['2 c0 name-and-unit']);
  expect(matched([one], [{ ...one, unit: 'Puskesmas Sukamaju' }])).toEqual(['2 c0 name-and-number']);
  expect(matched([{ ...one, number: null }], [{ name: one.name }])).toEqual(['2 c0 name']);
  expect(matched([one], [{ ...one, name: 'Garuda' }])).toEqual(['2 c0 unit-and-number']);
  expect(matched([{ ...one, unit: null }], [{ ...one, name: 'KBK Melati Indan' }])).toEqual([
    '2 c0 similar-name-and-number',
  ]);
  expect(matched([{ ...one, number: 7 }], [{ ...one, name: 'KBK Melati Indan' }])).toEqual([
    '2 c0 similar-name-and-unit',
  ]);
});

test('[I10] no number alone, no empty name, and no other unit makes a pair', () => {
  expect(matched([{ name: 'KBK Melati', number: 3 }], [{ name: 'KBK Garuda', number: 3 }])).toEqual([]);
  expect(matched([{ name: '', number: 3 }], [{ name: '', number: 3 }])).toEqual([]);
  expect(matched([{ name: 'KBK Melati', unit: 'RSUD Bunda' }], [{ unit: 'Puskesmas Sukamaju' }])).toEqual([]);
  expect(matched([{ name: 'KBK Melati', unit: 'RSUD Bunda 1' }], [{ unit: 'RSUD Bunda 2' }])).toEqual([]);
  expect(matched([{ name: 'KBK Melati', unit: 'RSUD Bundaa' }], [{ unit: 'RSUD Bunda' }])).toEqual(['2 c0 name']);
  expect(matched([{ unit: 'Dinas A', number: null, name: 'x' }], [{ unit: 'Dinas A', name: 'y' }])).toEqual([]);
});

test('[I10] groups that differ by an ordinal are never the same', () => {
  const unit = 'Puskesmas Welahan';
  expect(matched([{ name: 'Melati II', unit }], [{ name: 'Melati I', unit }])).toEqual([]);
  expect(matched([{ name: 'Melati 2', unit, number: 3 }], [{ name: 'Melati 1', unit, number: 3 }])).toEqual([]);
  expect(matched([{ name: 'Melati V2 Barat', unit }], [{ name: 'Melati V2 Barut', unit }])).toEqual([
    '2 c0 similar-name-and-unit',
  ]);
  expect(matched([{ name: 'Melati dilix', unit }], [{ name: 'Melati dilux', unit }])).toEqual([
    '2 c0 similar-name-and-unit',
  ]);
});

test('[I10] names are similar from six tenths of their letter pairs on', () => {
  const unit = 'Dinas A';
  expect(matched([{ name: 'abcdxy', unit }], [{ name: 'abcdpq', unit }])).toEqual(['2 c0 similar-name-and-unit']);
  expect(matched([{ name: 'abcxyz', unit }], [{ name: 'abcpqr', unit }])).toEqual([]);
  expect(matched([{ name: 'ab cd xy', unit }], [{ name: 'abcdpq', unit }])).toEqual(['2 c0 similar-name-and-unit']);
  expect(matched([{ name: 'a', unit }], [{ name: 'b', unit }])).toEqual([]);
});

test('[I10] where two would fit, none is chosen; the number tells two of the same name and unit apart', () => {
  const same = { name: 'KBK Melati', unit: 'Dinas A' };
  expect(matched([same], [same, same])).toEqual([]);
  expect(matched([same, same], [same])).toEqual([]);
  expect(
    matched(
      [
        { ...same, number: 2 },
        { ...same, number: 1 },
      ],
      [
        { ...same, number: 1 },
        { ...same, number: 2 },
      ],
    ),
  ).toEqual(['2 c1 name-and-unit', '3 c0 name-and-unit']);
  expect(matched([{ ...same, number: 1 }, same], [{ ...same, number: 1 }, same])).toEqual([
    '2 c0 name-and-unit',
    '3 c1 name-and-unit',
  ]);
});

test.each([
  ['KBK Melati', 'melati'],
  ['  "Melati!"', 'melati'],
  ['Kelompok Budaya Kerja Melati', 'melati'],
  ['Gugus Kendali Mutu Melati', 'melati'],
  ['Tim Melati KBK', 'melati kbk'],
  ['KBK', 'kbk'],
  ['Timun', 'timun'],
])('[I10] %j is compared as %j', (name, key) => {
  expect(nameKey(name)).toBe(key);
});

test('[I9] a category is found by name, id or one abbreviation', () => {
  const categories = [
    { id: 'kes', name: 'Kesehatan' },
    { id: 'pend', name: 'Bidang Pendidikan' },
    { id: 'penda', name: 'Pendapatan' },
  ];
  const found = (text: string) => categoryByText(text, categories)?.id ?? null;
  expect(found('KESEHATAN')).toBe('kes');
  expect(found('Bidang Kesehatan')).toBe('kes');
  expect(found('kes')).toBe('kes');
  expect(found('keseh')).toBe('kes');
  expect(found('pendidikan')).toBe('pend');
  expect(found('pen')).toBe(null);
  expect(found('pendi')).toBe('pend');
  expect(found('ke')).toBe(null);
  expect(found('')).toBe(null);
  expect(found('sehat')).toBe(null);
  expect(
    categoryByText('umum', [
      { id: 'umum', name: 'Lain' },
      { id: 'x', name: 'Umum' },
    ]),
  ).toBe(null);
  expect(categoryKey('Bidang')).toBe('bidang');
  expect(categoryKey('Kluster  Sehat Bidang')).toBe('sehat bidang');
});

test('[I11] an id is cut at 64 letters, without a hyphen at its end, and counted where it is taken', () => {
  const taken = new Set<string>();
  expect(newId('Melati II!', 'peserta', taken)).toBe('melati-ii');
  expect(newId('Melati II', 'peserta', taken)).toBe('melati-ii-2');
  expect(newId('Melati II', 'peserta', taken)).toBe('melati-ii-3');
  expect(newId('«»', 'peserta', taken)).toBe('peserta');
  expect(newId('Ωmega Ω', 'peserta', taken)).toBe('mega');
  const long = 'a'.repeat(limits.idLength);
  expect(newId(`${long}b`, 'peserta', taken)).toBe(long);
  expect(newId(`${long}b`, 'peserta', taken)).toBe(`${'a'.repeat(limits.idLength - 2)}-2`);
  expect(newId(`${'b'.repeat(limits.idLength - 1)} c`, 'peserta', taken)).toBe('b'.repeat(limits.idLength - 1));
  expect(taken.has('mega')).toBe(true);
});

function problems(
  rows: readonly (Partial<ImportRow> & { readonly numberIsBad?: boolean })[],
  categories?: readonly string[],
) {
  const context =
    categories === undefined ? {} : { categories: categories.map((name) => ({ id: name.toLowerCase(), name })) };
  return checkRows(
    rows.map((each, index) => ({ ...blank, row: index + 2, name: 'KBK A', numberIsBad: false, ...each })),
    context,
  );
}

test('[I8] each problem of a row is told with its place', () => {
  expect(problems([{}])).toEqual([]);
  expect(problems([{ numberIsBad: true, name: '', unit: '', sheet: 'S' }])).toEqual([
    { row: 2, sheet: 'S', field: 'number', type: 'bad-number', reason: 'number-not-whole' },
    { row: 2, sheet: 'S', field: 'name', type: 'missing-name', reason: 'name-blank' },
    { row: 2, sheet: 'S', field: 'unit', type: 'missing-unit', reason: 'unit-blank' },
  ]);
  expect(problems([{ name: null }])).toMatchObject([{ reason: 'name-blank' }]);
  expect(problems([{ category: 'Sehat' }, { category: '' }, { category: null }])).toEqual(
    [3, 4].map((at) => ({ row: at, field: 'category', type: 'missing-category', reason: 'category-blank' })),
  );
  expect(problems([{ category: '' }, { category: null }])).toEqual([]);
  expect(problems([{ category: 'Sehat' }, { category: 'Cerdas'.repeat(20) }], ['Sehat', 'Umum'])).toEqual([
    {
      row: 3,
      field: 'category',
      type: 'unknown-category',
      reason: 'category-not-in-contest',
      category: 'Cerdas'.repeat(20).slice(0, 80),
      known: ['Sehat', 'Umum'],
    },
  ]);
});

test.each(['name', 'unit', 'title', 'category'] as const)(
  '[I8] the text of %s is at most as long as its bound',
  (field) => {
    const most = field === 'title' ? limits.titleLength : limits.nameLength;
    expect(problems([{ [field]: 'x'.repeat(most) }])).toEqual([]);
    expect(problems([{ [field]: 'x'.repeat(most + 1) }])).toEqual([
      { row: 2, field, type: 'too-long', reason: 'text-too-long', length: most + 1, most },
    ]);
  },
);

test('[I8] a number stands once in the list, or once in each category where each begins with 1', () => {
  expect(problems([{ number: 1 }, { number: 1, sheet: 'S' }, { number: 1 }])).toEqual([
    {
      row: 3,
      sheet: 'S',
      field: 'number',
      type: 'duplicate-number',
      reason: 'number-twice',
      number: 1,
      first: { row: 2 },
    },
    { row: 4, field: 'number', type: 'duplicate-number', reason: 'number-twice', number: 1, first: { row: 2 } },
  ]);
  const twice = (...rows: (readonly [number | null, string | null])[]) =>
    problems(rows.map(([number, category]) => ({ number, category }))).filter(({ type }) => type === 'duplicate-number')
      .length;
  expect(twice([1, 'A'], [2, 'A'], [1, 'B'], [2, 'B'])).toBe(0);
  expect(twice([1, 'A'], [1, 'A'], [1, 'B'])).toBe(1);
  expect(twice([1, 'A'], [2, 'A'], [3, 'B'], [2, 'B'])).toBe(1);
  expect(twice([1, null], [1, 'B'])).toBe(0);
  expect(twice([1, 'A'], [1, 'B'], [null, 'C'])).toBe(0);
  expect(twice([1, 'A'], [1, 'B'], [2, 'C'])).toBe(1);
  expect(twice([1, ''], [1, null])).toBe(1);
  expect(problems([{ number: 5, sheet: 'S' }, { number: 5 }])[0]).toMatchObject({ first: { row: 2, sheet: 'S' } });
});

const sehat = [{ id: 'sehat', name: 'Sehat' }];

function plan(
  rows: readonly Partial<ImportRow>[],
  existing: readonly Contestant[] = [],
  options: ImportPlanOptions = {},
  categories = sehat,
) {
  return planImport(
    existing,
    rows.map((each, index) => row({ row: index + 2, ...each })),
    categories,
    options,
  );
}

test('[I11] a new contestant has what its row says, and nothing that it does not', () => {
  expect(plan([{ name: 'KBK Melati', unit: '', title: '', slot: '' }]).put).toEqual([
    { id: 'melati', number: null, name: 'KBK Melati', category: 'sehat', status: 'waiting' },
  ]);
  const full = {
    number: 3,
    name: 'KBK Melati',
    unit: 'Dinas',
    title: 'Antre',
    slot: '08.00',
    status: 'withdrawn',
  } as const;
  expect(plan([full]).put).toEqual([{ id: 'melati', category: 'sehat', ...full }]);
  expect(plan([{ name: null }]).put).toMatchObject([{ id: 'peserta', name: '' }]);
  expect(plan([{ name: 'KBK A', sheet: 'S' }]).added).toMatchObject([{ row: 2, sheet: 'S' }]);
  expect(plan([{ name: 'KBK A' }]).added[0]).not.toHaveProperty('sheet');
});

test('[I9] categories of a list are added to an empty contest, and to another only when asked', () => {
  const named = (name: string) => plan([{ name: 'KBK A', category: name }], [], {}, []).addCategories;
  expect(named('BIDANG KESEHATAN RSUD')).toEqual([{ id: 'kesehatan-rsud', name: 'Bidang Kesehatan RSUD' }]);
  expect(named('Kesehatan RSUD')).toEqual([{ id: 'kesehatan-rsud', name: 'Kesehatan RSUD' }]);
  expect(named('UMUM')).toEqual([{ id: 'umum', name: 'UMUM' }]);
  expect(named(`${'x'.repeat(limits.nameLength - 1)} y`)[0]?.name).toBe('x'.repeat(limits.nameLength - 1));
  expect(plan([{ name: 'KBK A', category: 'Cerdas' }])).toMatchObject({ addCategories: [], put: [] });
  expect(plan([{ name: 'KBK A', category: 'Cerdas', sheet: 'S' }]).leftOut[0]?.problems).toEqual([
    { row: 2, sheet: 'S', field: 'category', type: 'unknown-category', reason: 'category-to-add', category: 'Cerdas' },
  ]);
  expect(plan([{ name: 'KBK A', category: 'Cerdas' }], [], { addCategories: true }).addCategories).toHaveLength(1);
  expect(plan([{ name: 'KBK A', category: 'Cerdas' }], [], { addCategories: false }, []).put).toEqual([]);
  const twice = plan(
    [
      { name: 'A', category: 'Cerdas' },
      { name: 'B', category: 'cerdas' },
    ],
    [],
    {},
    [],
  );
  expect(twice).toMatchObject({
    addCategories: [{ id: 'cerdas' }],
    put: [{ category: 'cerdas' }, { category: 'cerdas' }],
  });
});

test('[I9] a general category is made only where nothing else is there', () => {
  const options = { generalCategory: 'Umum' };
  expect(plan([{ name: 'A' }], [], options, []).addCategories).toEqual([{ id: 'umum', name: 'Umum' }]);
  expect(plan([{ name: 'A' }], [], options).addCategories).toEqual([]);
  expect(
    plan([{ name: 'A', category: 'X' }, { name: 'B' }], [], options, []).put.map(({ category }) => category),
  ).toEqual(['x', 'x']);
  expect(plan([], [], options, []).addCategories).toEqual([]);
  expect(plan([{ name: 'A', category: 'X' }], [], { ...options, addCategories: false }, []).addCategories).toEqual([]);
  expect(plan([{ name: 'A' }], [], {}, []).leftOut[0]?.problems).toEqual([
    { row: 2, field: 'category', type: 'missing-category', reason: 'category-to-choose' },
  ]);
});

test('[I12] a row changes what it says, and tells each change', () => {
  const before = there({ number: 3, unit: 'Dinas A', title: 'Antre', slot: '08.00' });
  const changes = (more: Partial<ImportRow>) =>
    plan([{ name: 'KBK Melati', unit: 'Dinas A', ...more }], [before]).changed.flatMap(({ changes: each }) => each);
  expect(changes({})).toEqual([]);
  expect(changes({ title: '', slot: null, number: null })).toEqual([]);
  expect(changes({ title: 'Obat', slot: '09.00', number: 4 })).toEqual([
    { field: 'number', from: 3, to: 4 },
    { field: 'title', from: 'Antre', to: 'Obat' },
    { field: 'slot', from: '08.00', to: '09.00' },
  ]);
  expect(changes({ status: 'exhibition' })).toEqual([
    { field: 'number', from: 3, to: null },
    { field: 'status', from: 'waiting', to: 'exhibition' },
  ]);
  expect(changes({ name: 'kbk melati' })).toEqual([{ field: 'name', from: 'KBK Melati', to: 'kbk melati' }]);
  const bare = plan([{ name: 'KBK Melati', unit: 'Dinas A', title: 'Antre' }], [there({})]).changed[0]?.changes;
  expect(bare).toEqual([
    { field: 'unit', from: null, to: 'Dinas A' },
    { field: 'title', from: null, to: 'Antre' },
  ]);
});

test.each([
  ['waiting', 'no-show', 'no-show'],
  ['performing', 'no-show', 'performing'],
  ['performed', 'withdrawn', 'performed'],
  ['withdrawn', 'waiting', 'withdrawn'],
] as const)('[I12] who is %s and listed as %s is %s', (before, listed, after) => {
  const { changed, unchanged } = plan([{ name: 'KBK Melati', status: listed }], [there({ status: before })]);
  expect([...changed, ...unchanged].map((each) => each.after.status)).toEqual([after]);
});

test('[I12] a matched row without a category stays where its group is', () => {
  const two = [...sehat, { id: 'cerdas', name: 'Cerdas' }];
  const existing = [there({ category: 'cerdas' })];
  expect(plan([{ name: 'KBK Melati', category: '' }], existing, {}, two).unchanged).toHaveLength(1);
  expect(plan([{ name: 'KBK Melati', category: null }], existing, {}, two).unchanged).toHaveLength(1);
  expect(plan([{ name: 'KBK Melati', category: 'Lain' }], existing, {}, two).leftOut).toHaveLength(1);
  expect(plan([{ name: 'KBK Melati', category: 'Sehat' }], existing, {}, two).put).toMatchObject([
    { category: 'sehat' },
  ]);
});

test('[I12] rows with a blocking problem are left out, with all their problems; another sheet\u2019s are not', () => {
  const rows = [{ name: 'KBK A' }, { name: 'KBK B', sheet: 'S' }];
  const own = { row: 2, field: 'number', type: 'bad-number', reason: 'number-not-whole' } as const;
  const long = { row: 2, field: 'name', type: 'too-long', reason: 'text-too-long', length: 200, most: 100 } as const;
  expect(plan(rows, [], { problems: [own] }).leftOut).toEqual([]);
  expect(plan(rows, [], { problems: [own, long] }).leftOut).toMatchObject([
    { row: { name: 'KBK A' }, problems: [own, long] },
  ]);
  expect(plan(rows, [], { problems: [{ ...long, row: 3 }] }).leftOut).toEqual([]);
  expect(plan(rows, [], { problems: [{ ...long, row: 3, sheet: 'S' }] }).leftOut).toHaveLength(1);
});

test('[I12] who is gone loses a number that the list gives away, and withdraws only while waiting', () => {
  const gone = (more: Partial<Contestant>, options: ImportPlanOptions = {}) =>
    plan([{ name: 'KBK Garuda', number: 3 }], [there({ number: 3, ...more })], options);
  expect(gone({}).put).toMatchObject([{ id: 'satu', number: null, status: 'waiting' }, { id: 'garuda' }]);
  expect(gone({ number: 4 }).put).toMatchObject([{ id: 'garuda' }]);
  expect(gone({ number: 4 }, { gone: 'withdraw' }).put).toMatchObject([
    { id: 'satu', number: 4, status: 'withdrawn' },
    {},
  ]);
  expect(gone({ number: 4, status: 'performed' }, { gone: 'withdraw' }).put).toMatchObject([{ id: 'garuda' }]);
  expect(gone({}, { gone: 'withdraw' }).put).toMatchObject([{ number: null, status: 'withdrawn' }, {}]);
  expect(gone({}, { gone: 'remove' })).toMatchObject({ removed: ['satu'], put: [{ id: 'garuda' }] });
  expect(gone({ category: 'cerdas' }).put).toMatchObject([{ id: 'garuda' }]);
  expect(gone({}).removed).toEqual([]);
});

test('[I12] two that swap their numbers keep what the list gives them', () => {
  const existing = [there({ id: 'a', name: 'KBK Ayam', number: 1 }), there({ id: 'b', name: 'KBK Bebek', number: 2 })];
  const swapped = plan(
    [
      { name: 'KBK Ayam', number: 2 },
      { name: 'KBK Bebek', number: 1 },
    ],
    existing,
  );
  expect(swapped.put.map(({ id, number }) => [id, number])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  const taken = plan([{ name: 'KBK Ayam', number: 2 }, { name: 'KBK Bebek' }], existing);
  expect(taken.put.map(({ id, number }) => [id, number])).toEqual([
    ['a', 2],
    ['b', null],
  ]);
  expect(taken.changed.at(-1)?.changes).toEqual([{ field: 'number', from: 2, to: null }]);
});

test('[I13] an answer counts when it is a choice; a type that is asked again adds its rows', () => {
  const asker = createAsker({ 'agenda-rows': 'keep', 'notes-below': 'nonsense' });
  const ask = (type: 'agenda-rows' | 'notes-below' | 'sheets', rows?: readonly number[], mustAnswer = false) =>
    asker.ask({
      type,
      seen: { type: 'repeated-names', groups: 1 },
      ...(rows === undefined ? {} : { rows }),
      choices: { skip: { type: 'agenda' }, keep: { type: 'contestants' } },
      assumed: 'skip',
      mustAnswer,
    });
  expect([
    ask('agenda-rows', [5, 9]),
    ask('notes-below', [3]),
    ask('agenda-rows', [9, 2], true),
    ask('sheets'),
    ask('sheets', [1]),
  ]).toEqual(['keep', 'skip', 'keep', 'skip', 'skip']);
  expect(asker.questions()).toMatchObject([
    { type: 'agenda-rows', rows: [2, 5, 9], answer: 'keep', mustAnswer: true, choices: ['skip', 'keep'] },
    { type: 'notes-below', rows: [3], mustAnswer: false },
    { type: 'sheets' },
  ]);
  expect(asker.questions()[1]).not.toHaveProperty('answer');
  expect(asker.questions()[2]).not.toHaveProperty('rows');
});

test('[I13] one question of a type stands for all sheets, with the rows of the first and the choices of all', () => {
  const question = (rows: readonly number[], choice: string, mustAnswer: boolean) => ({
    type: 'agenda-rows' as const,
    seen: { type: 'repeated-names' as const, groups: rows.length },
    rows,
    choices: ['skip', choice],
    meanings: { skip: { type: 'agenda' as const }, [choice]: { type: 'contestants' as const } },
    assumed: 'skip',
    mustAnswer,
  });
  const joined = joinQuestions([
    { sheet: 'A', questions: [question([4, 2], 'keep', false)] },
    { sheet: 'B', questions: [question([9], 'other', true)] },
  ]);
  expect(joined).toEqual([
    {
      ...question([2, 4], 'keep', true),
      seen: { type: 'repeated-names', groups: 2 },
      sheet: 'A',
      choices: ['skip', 'keep', 'other'],
      meanings: { skip: { type: 'agenda' }, keep: { type: 'contestants' }, other: { type: 'contestants' } },
    },
  ]);
  expect(joinQuestions([{ sheet: null, questions: [question([1], 'keep', false)] }])[0]).not.toHaveProperty('sheet');
  const sheets = { ...question([1], 'keep', false), type: 'sheets' as const };
  expect(joinQuestions([{ sheet: 'A', questions: [sheets] }])[0]).not.toHaveProperty('sheet');
});
