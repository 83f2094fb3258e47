/** Cells that say two or three things of a group: how they are set apart, what each part is, and when nothing is parted. */
import { expect, test } from 'vitest';
import type { Fact } from '../../shared/import/sightings.ts';
import { findFactSplit, labelledFact, namedFacts } from '../../shared/import/two-facts.ts';

const unitAndTitle: ReadonlySet<Fact> = new Set(['unit', 'title']);

/** How the cells are set apart, what facts they hold, and what each of them says. */
function split(cells: readonly string[], header = 'Peserta', missing: ReadonlySet<Fact> = unitAndTitle) {
  const found = findFactSplit(cells, missing, header);
  return found === null
    ? null
    : { apart: found.apart, facts: found.facts, isNamed: found.isNamed, said: cells.map(found.split) };
}

const melati = { name: 'KBK Melati', unit: 'Puskesmas Sukamaju' };
const mawar = { name: 'KBK Mawar', unit: 'RSUD Harapan Bunda' };

test.each([
  ['lines', 'KBK Melati\nPuskesmas Sukamaju', 'KBK Mawar\r\n\r\nRSUD Harapan Bunda'],
  ['lines', 'KBK Melati\rPuskesmas Sukamaju', 'KBK Mawar\nRSUD Harapan Bunda'],
  ['brackets', 'KBK Melati (Puskesmas Sukamaju)', 'KBK Mawar[RSUD Harapan Bunda] '],
  ['quotes', 'KBK Melati "Puskesmas Sukamaju"', 'KBK Mawar - “RSUD Harapan Bunda” '],
  ['quotes', 'KBK Melati: „Puskesmas Sukamaju”', 'KBK Mawar, «RSUD Harapan Bunda»'],
  ['hyphen', 'KBK Melati – Puskesmas Sukamaju', 'KBK Mawar -- RSUD Harapan Bunda'],
  ['hyphen', 'KBK Melati—Puskesmas Sukamaju', 'KBK Mawar - RSUD Harapan Bunda'],
  ['slash', 'KBK Melati // Puskesmas Sukamaju', 'KBK Mawar|RSUD Harapan Bunda'],
  ['slash', 'KBK Melati/Puskesmas Sukamaju', 'KBK Mawar /RSUD Harapan Bunda'],
  ['semicolon', 'KBK Melati;Puskesmas Sukamaju', 'KBK Mawar ; RSUD Harapan Bunda'],
  ['colon', 'KBK Melati: Puskesmas Sukamaju', 'KBK Mawar :  RSUD Harapan Bunda'],
  ['comma', 'KBK Melati, Puskesmas Sukamaju', 'KBK Mawar ,  RSUD Harapan Bunda'],
  ['word-from', 'KBK Melati dari Puskesmas Sukamaju', 'KBK Mawar  ASAL  RSUD Harapan Bunda'],
])('[I16] set apart by %s, a name and its unit are told by their words', (apart, one, two) => {
  expect(split([one, two])).toEqual({ apart, facts: ['name', 'unit'], isNamed: false, said: [melati, mawar] });
});

test.each([
  ['(baru) KBK Melati (Puskesmas Sukamaju)', '[baru] KBK Mawar (RSUD Bunda)'],
  ['KBK Melati "Antre Tanpa Lama" lagi', 'KBK Mawar "Obat Tanpa Salah" lagi'],
  ['KBK Melati -Puskesmas Sukamaju', 'KBK Mawar -RSUD Bunda'],
  ['- KBK Melati', ' - KBK Mawar'],
  [': KBK Melati', ', KBK Mawar'],
])('[I16] cells like %j and %j are not parted', (one, two) => {
  expect(split([one, two])).toBe(null);
});

test('[I16] a cell is read up to 1500 characters', () => {
  const cells = ['KBK Melati - ', 'KBK Mawar - '].map((name) => name + 'antre '.repeat(400));
  for (const said of split(cells)?.said ?? [])
    expect(`${said?.name} - ${said?.title}`.length).toBeLessThanOrEqual(1500);
});

test('[I16] the unit may stand first', () => {
  const cells = ['Puskesmas Sukamaju - KBK Melati', 'RSUD Harapan Bunda - KBK Mawar'];
  expect(split(cells)).toMatchObject({ facts: ['unit', 'name'], said: [melati, mawar] });
});

test.each([
  'KBK Melati-Puskesmas Sukamaju',
  'KBK Melati:Puskesmas Sukamaju',
  'KBK Melati,Puskesmas Sukamaju',
  'KBK Melati daripada Puskesmas Sukamaju',
  'KBK Melati (P)',
  'KBK Melati (Puskesmas) Sukamaju',
  '(Puskesmas Sukamaju)',
  'KBK Melati "P"',
  '"Puskesmas Sukamaju"',
  'KBK Melati -',
  '/ Puskesmas Sukamaju',
  'KBK Melati',
])('[I16] the cell %j says one thing', (cell) => {
  expect(split([cell, cell, cell])).toBe(null);
});

test('[I16] three parts are a name, a unit and a title; what comes behind the third belongs to it', () => {
  const cells = [
    'KBK Melati - Puskesmas Sukamaju - Percepatan Pelayanan Pasien - Tahap Kedua',
    'KBK Mawar - RSUD Harapan Bunda - Menurunkan Waktu Tunggu',
  ];
  expect(split(cells)).toMatchObject({
    facts: ['name', 'unit', 'title'],
    said: [
      { ...melati, title: 'Percepatan Pelayanan Pasien Tahap Kedua' },
      { ...mawar, title: 'Menurunkan Waktu Tunggu' },
    ],
  });
});

test('[I16] four parts in every cell are still three facts', () => {
  const cells = [
    'KBK Melati; Puskesmas Sukamaju; Antre Tanpa Lama; Lagi',
    'KBK Mawar; RSUD Harapan Bunda; Obat; Tanpa Salah Beri',
  ];
  expect(split(cells)).toMatchObject({
    facts: ['name', 'unit', 'title'],
    said: [
      { ...melati, title: 'Antre Tanpa Lama Lagi' },
      { ...mawar, title: 'Obat Tanpa Salah Beri' },
    ],
  });
});

test('[I16] where some cells have two parts only, further parts belong to the second', () => {
  const cells = ['KBK Melati - Puskesmas Sukamaju - Barat', 'KBK Mawar - RSUD Harapan Bunda'];
  expect(split(cells)?.said).toEqual([{ ...melati, unit: 'Puskesmas Sukamaju Barat' }, mawar]);
});

test('[I16] nothing is parted where no fact is missing, or where fewer than two cells say anything', () => {
  const cells = ['KBK Melati - Puskesmas Sukamaju', 'KBK Mawar - RSUD Harapan Bunda'];
  expect(split(cells, 'Peserta', new Set())).toBe(null);
  expect(split(cells.slice(0, 1))).toBe(null);
  expect(split([...cells.slice(0, 1), ' ', ''])).toBe(null);
  expect(split(cells, 'Peserta', new Set<Fact>(['title']))).toBe(null);
});

test('[I16] six of ten cells must be written so; the others are left as they are', () => {
  const [one, two] = ['KBK Melati - Puskesmas Sukamaju', 'KBK Mawar - RSUD Harapan Bunda'];
  expect(split([one, two, one, 'KBK Cempaka', 'KBK Garuda'])?.said).toEqual([melati, mawar, melati, null, null]);
  expect(split([one, two, 'KBK Cempaka', 'KBK Garuda'])).toBe(null);
  expect(split([one, 'KBK Cempaka'])).toBe(null);
  expect(split([one, two, ' ', ''])?.said).toEqual([melati, mawar, null, null]);
});

test('[I16] a remark in brackets is a state of the group, never its unit', () => {
  const cells = [
    'KBK Melati (Puskesmas Sukamaju)',
    'KBK Mawar (RSUD Harapan Bunda)',
    'KBK Cempaka (mengundurkan diri)',
  ];
  expect(split(cells)?.said).toEqual([melati, mawar, null]);
  const sick = 'mengundurkan diri karena sakit';
  expect(split([`KBK Melati (${sick})`, `KBK Mawar (${sick})`])).toBe(null);
  expect(split(['KBK Melati (batal)', 'KBK Mawar (mundur)', 'KBK Cempaka (batal)'])).toBe(null);
});

test('[I16] what is no unit and no group is a title from three words on', () => {
  const said = (title: string) => split([`KBK Melati – ${title}`, `KBK Mawar – ${title}`])?.facts ?? null;
  expect(said('Cepat dan Tepat')).toEqual(['name', 'title']);
  expect(said('Cepat Tepat')).toBe(null);
  const mixed = split(['KBK Melati – Cepat Tepat', 'KBK Mawar – Antre Tanpa Lama Lagi']);
  expect(mixed?.facts).toEqual(['name', 'title']);
});

test.each([', ', ' dari ', ': '])('[I16] after the looser %j a title has four words', (apart) => {
  const said = (title: string) => split([`KBK Melati${apart}${title}`, `KBK Mawar${apart}${title}`])?.facts ?? null;
  expect(said('Antre Tanpa Lama Lagi')).toEqual(['name', 'title']);
  expect(said('Cepat dan Tepat')).toBe(null);
});

test('[I16] a title is found only where it is missing', () => {
  const cells = ['KBK Melati – Cepat dan Tepat', 'KBK Mawar – Antre Tanpa Lama'];
  expect(split(cells, 'Peserta', new Set<Fact>(['unit']))).toBe(null);
  expect(split(cells, 'Peserta', new Set<Fact>(['title']))?.facts).toEqual(['name', 'title']);
});

test('[I16] a header that names both facts decides their order, and nothing is guessed', () => {
  const cells = ['Cepat / Melati', 'Tepat / Mawar'];
  expect(split(cells, 'Judul / Nama KBK')).toEqual({
    apart: 'slash',
    facts: ['title', 'name'],
    isNamed: true,
    said: [
      { title: 'Cepat', name: 'Melati' },
      { title: 'Tepat', name: 'Mawar' },
    ],
  });
  expect(split(cells, 'Nama KBK / Judul')?.facts).toEqual(['name', 'title']);
  expect(split(cells, 'Unit Kerja dan Nama KBK')?.facts).toEqual(['unit', 'name']);
  expect(split(cells, 'Nama KBK')).toBe(null);
});

test('[I16] the word of a group before its name in quotes is no fact of its own', () => {
  expect(split(['KBK "Melati Indah"', 'GKM "Mawar Merah"'])).toBe(null);
  expect(split(['Gugus Kendali Mutu "Melati Indah"', 'KBK “Mawar Merah”'])).toBe(null);
  expect(split(['KBK "Melati Indah Sekali"', 'tim "Mawar Merah Sekali"'])).toBe(null);
  expect(split(['KBK Melati "Antre Tanpa Lama"', 'KBK "Cepat Tanpa Salah"'])?.facts).toEqual(['name', 'title']);
});

test('[I16] a group is told by its words wherever it stands, in six of ten cells', () => {
  const cells = (groups: readonly string[]) => groups.map((group, index) => `Antre Tanpa Lama ${index}; ${group}`);
  expect(split(cells(['KBK Melati', 'Tim Mawar', 'GKM Garuda']))?.facts).toEqual(['title', 'name']);
  expect(split(cells(['KBK Melati', 'Tim Mawar', 'GKM Garuda', 'Satu', 'Dua']))?.facts).toEqual(['title', 'name']);
  expect(split(cells(['KBK Melati', 'Tim Mawar', 'Satu', 'Dua', 'Tiga']))).toBe(null);
  expect(split(cells(['KBK', 'Tim', 'GKM']))).toBe(null);
});

test('[I16] a unit is told in six of ten cells', () => {
  const cells = (units: readonly string[]) => units.map((unit, index) => `KBK Melati ${index}; ${unit}`);
  expect(split(cells(['Dinas A', 'RSUD B', 'SMPN C', 'Satu', 'Dua']))?.facts).toEqual(['name', 'unit']);
  expect(split(cells(['Dinas A', 'RSUD B', 'Satu', 'Dua', 'Tiga']))).toBe(null);
});

test('[I16] a header that names more facts than there are parts does not say which part is which', () => {
  const cells = ['Antre Tanpa Lama; Melati', 'Obat Tanpa Salah; Mawar'];
  expect(split(cells, 'Judul / Unit / Nama KBK')?.facts).toEqual(['name', 'title']);
  expect(split(cells, 'Judul / Nama KBK')?.facts).toEqual(['title', 'name']);
  expect(split(['Dinas A; Dinas B', 'Dinas C; Dinas D'], 'Unit / Nama KBK')).toBe(null);
});

test('[I16] a header that names a unit makes it one, whatever its words are', () => {
  const cells = ['KBK Melati; Sukamaju', 'KBK Mawar; Karangasri'];
  expect(split(cells, 'Nama KBK / Asal')?.facts).toEqual(['name', 'unit']);
  expect(split(cells, 'Nama KBK / Asal', new Set<Fact>(['title']))).toBe(null);
  expect(split(cells, 'Nama KBK')).toBe(null);
  const three = ['KBK Melati; Antre Tanpa Lama; Sukamaju', 'KBK Mawar; Obat Tanpa Salah; Karangasri'];
  expect(split(three, 'Nama KBK / Judul / Asal')?.facts).toEqual(['name', 'title', 'unit']);
  expect(split(three, 'Nama KBK')).toBe(null);
});

test('[I16] two parts that say the same kind of thing are not parted', () => {
  expect(split(['KBK Melati - KBK Mawar', 'KBK Cempaka - KBK Garuda'])).toBe(null);
  expect(split(['Dinas Kesehatan - Puskesmas Satu', 'Dinas Sosial - Panti Dua', 'Dinas Pertanian - UPT Tiga'])).toBe(
    null,
  );
});

test('[I16] a part in brackets or quotes may hold spaces only: then nothing is said there', () => {
  expect(split(['KBK Melati (   )', 'KBK Mawar (   )'])).toBe(null);
  expect(split(['KBK Melati /  ', 'KBK Mawar /  '], 'Nama KBK / Unit')).toBe(null);
  expect(split(['KBK Melati /Satu//Dua', 'KBK Mawar /Tiga//Empat'], 'Nama KBK / Unit')?.said).toEqual([
    { name: 'KBK Melati', unit: 'Satu//Dua' },
    { name: 'KBK Mawar', unit: 'Tiga//Empat' },
  ]);
});

test('[I16] exactly the parts that are missing are looked for', () => {
  const cells = ['KBK Melati; Dinas A', 'KBK Mawar; Dinas B'];
  const facts = (...missing: Fact[]) => split(cells, 'Peserta', new Set(missing))?.facts ?? null;
  expect(facts('unit')).toEqual(['name', 'unit']);
  expect(facts('unit', 'name')).toEqual(['name', 'unit']);
  expect(facts('name')).toBe(null);
  expect(facts('title')).toBe(null);
  expect(split(['Dinas A; Dinas B', 'RSUD A; RSUD B'], 'Peserta', new Set<Fact>(['name', 'unit']))).toBe(null);
  expect(split(['KBK Melati; Dinas A; RSUD B', 'KBK Mawar; Dinas C; RSUD D'])).toBe(null);
});

test('[I16] where the name has no column of its own, it is what is parted from the unit', () => {
  const missing: ReadonlySet<Fact> = new Set<Fact>(['name']);
  const cells = ['KBK Melati - Antre', 'KBK Mawar - Cepat'];
  expect(split(cells, 'Unit', missing)).toBe(null);
  expect(
    split(['Puskesmas Sukamaju - KBK Melati', 'RSUD Bunda - KBK Mawar'], 'Unit', new Set<Fact>(['name', 'unit'])),
  ).toMatchObject({ facts: ['unit', 'name'] });
});

test('[I16] quotes and labels around a part are taken off, quotes within it are not', () => {
  const cells = ['KBK Melati\nJudul: “Antre Tanpa Lama”', 'KBK Mawar\nTema = Cepat "dan" Tepat Sekali'];
  expect(split(cells)?.said).toEqual([
    { name: 'KBK Melati', title: 'Antre Tanpa Lama' },
    { name: 'KBK Mawar', title: 'Cepat "dan" Tepat Sekali' },
  ]);
  const nested = ['KBK Melati; ""Antre"", saja dulu', 'KBK Mawar; ((Obat Tanpa Salah))'];
  expect(split(nested)?.said).toEqual([
    { name: 'KBK Melati', title: '""Antre"", saja dulu' },
    { name: 'KBK Mawar', title: 'Obat Tanpa Salah' },
  ]);
  const quoted = ['KBK Melati\n"Antre" dan "Lama"', 'KBK Mawar\n(Cepat Tanpa Salah)'];
  expect(split(quoted)?.said).toEqual([
    { name: 'KBK Melati', title: '"Antre" dan "Lama"' },
    { name: 'KBK Mawar', title: 'Cepat Tanpa Salah' },
  ]);
});

test.each<readonly [string, readonly Fact[]]>([
  ['Nama KBK dan Judul Risalah', ['name', 'title']],
  ['Judul Risalah / Nama KBK', ['title', 'name']],
  ['Nama KBK & Unit Kerja', ['name', 'unit']],
  ['Nama KBK | Unit Kerja, Judul + Tema', ['name', 'unit', 'title']],
  ['Nama KBK\nUnit Kerja', ['name', 'unit']],
  ['Nama KBK – Unit Kerja', ['name', 'unit']],
  ['Nama KBK-Unit Kerja', ['name', 'unit']],
  ['Nama KBK Serta Unit Kerja', ['name', 'unit']],
  ['Nama KBK beserta Unit Kerja', ['name', 'unit']],
  ['Nama KBK dan Nama Kelompok', ['name']],
  ['Nama KBK dan Kategori', ['name']],
  ['No dan Ketua', []],
])('[I16] the header %j names %j', (header, facts) => {
  expect(namedFacts(header)).toEqual(facts);
});

test.each([
  ['Judul: Antre Tanpa Lama', { fact: 'title', text: 'Antre Tanpa Lama' }],
  ['judul risalah = "Antre"', { fact: 'title', text: 'Antre' }],
  ['TEMA : Antre', { fact: 'title', text: 'Antre' }],
  ['Risalah:Antre', { fact: 'title', text: 'Antre' }],
  ['Unit Kerja: RSUD Bunda', { fact: 'unit', text: 'RSUD Bunda' }],
  ['OPD: Dinas Kesehatan', { fact: 'unit', text: 'Dinas Kesehatan' }],
  ['Asal : Sukamaju', { fact: 'unit', text: 'Sukamaju' }],
  ['Perangkat Daerah: Bappeda', { fact: 'unit', text: 'Bappeda' }],
  ['Judul Antre Tanpa Lama', null],
  ['Sub judul: Antre', null],
  ['Judul:', null],
  ['KBK Melati', null],
])('[I16] %j is labelled as %j', (text, want) => {
  expect(labelledFact(text)).toEqual(want);
});
