import { expect, test } from 'vitest';
import { actKey, findAct, moveAct, neighbourAct, programmeOf, withOwnActs } from '../../shared/ceremony/programme.ts';
import { rehearsedSteps } from '../../shared/ceremony/rehearsal.ts';
import { sayStep } from '../../shared/say/ceremony.ts';
import { wordsOf } from '../../shared/say/words.ts';
import type { Act, Award } from '../../shared/domain/setup/contest-file.ts';
import { contestOf, setupIn } from '../support/contest-builder.ts';

const categories = [
  { id: 'kes', name: 'Kesehatan' },
  { id: 'pen', name: 'Pendidikan' },
];
const favourite: Award = { id: 'favorit', name: 'Favorit', kind: 'list', contestants: ['k1', 'k2'], scope: 'contest' };
const greeting: Act = { type: 'text', id: 'sambutan', title: 'Sambutan Bupati', note: 'Undang bupati.' };
const keys = (acts: readonly Act[]) => acts.map(actKey);

test('[C9] without an order of the committee: the opening, each category, and the awards over the whole contest last', () => {
  expect(keys(programmeOf({ categories, awards: [] }))).toEqual(['*opening', 'kes', 'pen']);
  expect(keys(programmeOf({ categories, awards: [favourite] }))).toEqual(['*opening', 'kes', 'pen', '*']);
});

test('[C9] the order of the committee holds; a category added since comes last, one that is gone is left out', () => {
  const programme: readonly Act[] = [
    { type: 'opening' },
    { type: 'winners', category: 'pen', note: 'Pelan-pelan.' },
    greeting,
    { type: 'winners', category: 'hilang' },
    { type: 'winners', category: 'pen' },
  ];
  const acts = programmeOf({ categories, awards: [], programme: [...programme] });
  expect(keys(acts)).toEqual(['*opening', 'pen', '*text:sambutan', 'kes']);
  expect(acts[1]?.note).toBe('Pelan-pelan.');
});

test('[C9] the opening stands at the beginning where the order does not name it, and where it was moved to otherwise', () => {
  const winners = categories.map(({ id }): Act => ({ type: 'winners', category: id }));
  expect(keys(programmeOf({ categories, awards: [], programme: winners }))).toEqual(['*opening', 'kes', 'pen']);
  const late = [greeting, { type: 'opening' } as const, ...winners];
  expect(keys(programmeOf({ categories, awards: [], programme: late }))[1]).toBe('*opening');
});

test('[C9] an act moves by one place and stays at the ends; it knows its neighbours', () => {
  const setup = { categories, awards: [] };
  const acts = programmeOf(setup);
  expect(keys(moveAct(acts, 'pen', -1))).toEqual(['*opening', 'pen', 'kes']);
  expect(moveAct(acts, 'pen', 1)).toBe(acts);
  expect(moveAct(acts, '*opening', -1)).toBe(acts);
  expect([neighbourAct(setup, 'kes', -1), neighbourAct(setup, 'kes', 1), neighbourAct(setup, 'pen', 1)]).toEqual([
    { type: 'opening' },
    { type: 'winners', category: 'pen' },
    undefined,
  ]);
});

test('[C1] an award leaves its category for an act of its own, moves anywhere, and comes back when that act goes', () => {
  const awards: Award[] = [
    { id: 'harapan', name: 'Harapan', kind: 'places', from: 4, count: 2 },
    { id: 'golongan', name: 'Golongan', kind: 'band', bands: [{ name: 'Emas', min: '90' }] },
    { ...favourite, id: 'umum' },
    favourite,
  ];
  const setup = { categories, awards };
  const split = withOwnActs(programmeOf(setup), 'kes', ['harapan']);
  expect(keys(split)).toEqual(['*opening', 'kes', 'kes/harapan', 'pen', '*']);
  const programme = [...moveAct(moveAct(split, 'kes/harapan', 1), 'kes/harapan', 1)];
  expect(keys(programmeOf({ ...setup, programme }))).toEqual(['*opening', 'kes', 'pen', '*', 'kes/harapan']);
  expect(findAct({ ...setup, programme }, 'kes/harapan')).toMatchObject({ award: 'harapan' });
  expect(keys(withOwnActs(programme, 'kes', []))).toEqual(['*opening', 'kes', 'pen', '*']);
});

test('[C1] an act of an award that is gone, of no such category or of a band is left out; nothing is left over without its awards', () => {
  const own = (category: string, award: string): Act => ({ type: 'winners', category, award });
  const awards: Award[] = [
    { id: 'golongan', name: 'Golongan', kind: 'band', bands: [{ name: 'Emas', min: '90' }] },
    { id: 'pendidik', name: 'Pendidik', kind: 'list', contestants: ['k1'], categories: ['pen'] },
    favourite,
  ];
  const programme = [own('kes', 'hilang'), own('kes', 'golongan'), own('kes', 'pendidik'), own('*', 'favorit')];
  expect(keys(programmeOf({ categories, awards, programme }))).toEqual(['*opening', '*/favorit', 'kes', 'pen']);
});

test('[C10] a rehearsal has the steps of the announcement and no name, unit or number of the contest', () => {
  const setup = setupIn(contestOf({}));
  const awards: Award[] = [
    { id: 'harapan', name: 'Harapan', kind: 'places', from: 4, count: 2 },
    { id: 'kreatif', name: 'Kreatif', kind: 'list', contestants: ['k1'] },
  ];
  const category = setup.categories[0]?.id ?? '';
  const steps = rehearsedSteps({ ...setup, awards }, { type: 'winners', category }, wordsOf.id.ceremony.madeUp);
  const said = steps.ok ? steps.value.map((step) => sayStep(wordsOf.id.ceremony, step)) : [];
  expect(said.map(({ label, contestants, display }) => [label, contestants[0], display])).toEqual([
    ['Kreatif', { id: 'contoh-1', number: null, name: 'CONTOH A', unit: 'Unit contoh A' }, null],
    ['Harapan II', { id: 'contoh-5', number: null, name: 'CONTOH E', unit: 'Unit contoh E' }, '00,00'],
    ['Harapan I', { id: 'contoh-4', number: null, name: 'CONTOH D', unit: 'Unit contoh D' }, '00,00'],
    ['Juara III', { id: 'contoh-3', number: null, name: 'CONTOH C', unit: 'Unit contoh C' }, '00,00'],
    ['Juara II', { id: 'contoh-2', number: null, name: 'CONTOH B', unit: 'Unit contoh B' }, '00,00'],
    ['Juara I', { id: 'contoh-1', number: null, name: 'CONTOH A', unit: 'Unit contoh A' }, '00,00'],
  ]);
  for (const { name } of setup.contestants) expect(JSON.stringify(steps)).not.toContain(name);
});

test('[C10] the awards over the whole contest are rehearsed too', () => {
  const setup = { ...setupIn(contestOf({})), awards: [favourite] };
  const steps = rehearsedSteps(setup, { type: 'winners', category: '*' }, wordsOf.id.ceremony.madeUp);
  expect(steps.ok && steps.value.map((step) => step.contestants[0]?.name)).toEqual(['CONTOH B', 'CONTOH A']);
});
