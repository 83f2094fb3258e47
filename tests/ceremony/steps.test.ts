import { expect, test } from 'vitest';
import { partOf } from '../../shared/ceremony/programme.ts';
import { revealSteps } from '../../shared/ceremony/steps.ts';
import type { Award, Contestant } from '../../shared/domain/setup/contest-file.ts';
import { sayStep } from '../../shared/say/ceremony.ts';
import { wordsOf } from '../../shared/say/words.ts';
import type { CategoryRanking, Standing } from '../../shared/ranking/types.ts';

const words = wordsOf.id.ceremony;
const ids = ['a', 'b', 'c', 'd', 'e'];
const contest = {
  categories: [{ id: 'kes', name: 'Kesehatan' }],
  contestants: ids.map((id, index): Contestant => ({
    id,
    number: index + 1,
    name: `KBK ${id.toUpperCase()}`,
    ...(id === 'e' ? {} : { unit: `Unit ${id.toUpperCase()}` }),
    category: 'kes',
    status: 'performed',
  })),
  awards: [],
  rules: { places: 3 },
};

function standing(contestant: string, rank: number | null, shared = false): Standing {
  const result = rank === null ? null : `8${9 - rank}`;
  const display = result === null ? '-' : `${result}.00`;
  return { contestant, rank, shared, result, display, panel: {}, penalty: '0', decidedBy: null };
}

function ranking(standings: readonly Standing[], rest: Partial<CategoryRanking> = {}): CategoryRanking {
  return {
    category: 'kes',
    method: 'mean',
    provisional: false,
    missing: [],
    standings,
    unranked: [],
    blocked: null,
    awards: [],
    ...rest,
  };
}

const decided = [standing('c', 1), standing('a', 2), standing('b', 3), standing('d', 4)];

function steps(standings: readonly Standing[], places = 3) {
  const result = revealSteps({ ...contest, rules: { places } }, ranking(standings));
  if (!result.ok) throw new Error(result.error.type);
  return result.value.map((step) => sayStep(words, step));
}

test('[C1] places are revealed from Juara III to Juara I, and nothing below', () => {
  expect(steps(decided).map((step) => [step.label, step.contestants.map((each) => each.name)])).toEqual([
    ['Juara III', ['KBK B']],
    ['Juara II', ['KBK A']],
    ['Juara I', ['KBK C']],
  ]);
});

test('[C1] the place of the Skating System and Borda points are no final score and stand on no slide', () => {
  for (const method of ['majority', 'borda'] as const) {
    const result = revealSteps(contest, ranking(decided, { method }));
    expect(result.ok && result.value.map(({ display }) => display)).toEqual([null, null, null]);
  }
});

test('[C1] number, name and unit stand together, with the score as shown', () => {
  expect(steps(decided).at(-1)).toEqual({
    place: 1,
    heading: 'Juara I',
    label: 'Juara I',
    contestants: [{ id: 'c', number: 3, name: 'KBK C', unit: 'Unit C' }],
    display: '88,00',
  });
});

test('[R25] the scores of the slides have as many decimals as the one that needs most', () => {
  const close = [
    { ...standing('a', 1), result: '88', display: '88.00' },
    { ...standing('b', 2), result: '80.004', display: '80.004' },
    { ...standing('c', 3), result: '240/3', display: '80.000' },
  ];
  expect(steps(close).map(({ display }) => display)).toEqual(['80,000', '80,004', '88,000']);
});

test('[C1] a contestant without a unit has an empty one', () => {
  expect(steps([standing('e', 1)])[0]?.contestants[0]?.unit).toBe('');
});

test('[C2] equals stand on one slide and the place after them is left out', () => {
  const tied = [standing('a', 1), standing('b', 2, true), standing('c', 2, true), standing('d', 4)];
  expect(steps(tied).map((step) => [step.place, step.label, step.contestants.length])).toEqual([
    [2, 'Juara II (bersama)', 2],
    [1, 'Juara I', 1],
  ]);
});

test('[C2] equals at the last place are all revealed', () => {
  const tied = [standing('a', 1), standing('b', 2), standing('c', 3, true), standing('d', 3, true)];
  expect(steps(tied)[0]?.contestants.map((each) => each.number)).toEqual([3, 4]);
});

test('[C1] fewer contestants than places give fewer slides; the number of places can be chosen', () => {
  expect(steps([standing('a', 1), standing('b', 2)]).map((step) => step.place)).toEqual([2, 1]);
  expect(steps(decided, 4).map((step) => step.label)).toEqual(['Juara IV', 'Juara III', 'Juara II', 'Juara I']);
});

test('[C3] a provisional category is refused and says how many sheets are missing', () => {
  const missing = [{ juror: 'j1', contestant: 'a', stage: 's' }];
  const result = revealSteps(contest, ranking(decided, { provisional: true, missing }));
  expect(result).toMatchObject({ ok: false, error: { type: 'provisional' } });
  expect(result.ok ? '' : words.refusal(result.error)).toContain('1 lembar penilaian yang belum dikunci');
});

test('[C3] a blocked category is refused and names the places', () => {
  const blocked = [{ places: [1, 2], contestants: ['a', 'b'], reason: 'tie' as const }];
  const result = revealSteps(contest, ranking(decided, { blocked }));
  expect(result).toMatchObject({ ok: false, error: { type: 'blocked' } });
  expect(result.ok ? '' : words.refusal(result.error)).toContain('nilai sama pada Juara I, II belum diputuskan');
});

test('[C3] a category without any rank, or one that is gone, is refused', () => {
  expect(revealSteps(contest, ranking([standing('a', null)]))).toMatchObject({
    ok: false,
    error: { type: 'nobody-ranked' },
  });
  expect(revealSteps(contest, ranking(decided, { category: 'lain' }))).toMatchObject({
    ok: false,
    error: { type: 'unknown-category' },
  });
});

test('[C2] labels are Roman numerals and say when a place is shared', () => {
  const many = ids.map((id, index) => standing(id, index + 1));
  const labels = (result: ReturnType<typeof revealSteps>) =>
    result.ok ? result.value.map((step) => sayStep(words, step).label) : [];
  expect(labels(revealSteps({ ...contest, rules: { places: 5 } }, ranking(many)))).toEqual(
    ['V', 'IV', 'III', 'II', 'I'].map((numeral) => `Juara ${numeral}`),
  );
  const shared = [standing('a', 1), standing('b', 2, true), standing('c', 2, true)];
  expect(labels(revealSteps(contest, ranking(shared)))).toEqual(['Juara II (bersama)', 'Juara I']);
});

test('[C1] Harapan begins where the places end, and what is no place comes before them, from last to first', () => {
  const awards: readonly Award[] = [
    { id: 'harapan', name: 'Harapan', kind: 'places', from: 4, count: 2 },
    { id: 'lain', name: 'Kategori lain', kind: 'places', from: 1, count: 1, categories: ['x'] },
    { id: 'favorit', name: 'Favorit', kind: 'list', contestants: ['d', 'a'] },
    { id: 'kreatif', name: 'KBK kreatif', kind: 'criterion', criterion: 'k', count: 1 },
    { id: 'golongan', name: 'Golongan', kind: 'band', bands: [{ name: 'Emas', min: '90' }] },
  ];
  const won = (award: string, contestant: string, place: number | null) => ({ award, contestant, place });
  const result = revealSteps(
    { ...contest, awards },
    ranking([...decided, standing('e', 5)], {
      awards: [
        won('favorit', 'd', 1),
        won('favorit', 'a', 2),
        won('kreatif', 'b', 1),
        won('kreatif', 'c', 1),
        won('golongan', 'a', null),
      ],
    }),
  );
  const slides = result.ok
    ? result.value.map((step) => [sayStep(words, step).label, ...step.contestants.map((c) => c.name)])
    : [];
  expect(slides).toEqual([
    ['Favorit II', 'KBK A'],
    ['Favorit I', 'KBK D'],
    ['KBK kreatif (bersama)', 'KBK B', 'KBK C'],
    ['Harapan II', 'KBK E'],
    ['Harapan I', 'KBK D'],
    ['Juara III', 'KBK B'],
    ['Juara II', 'KBK A'],
    ['Juara I', 'KBK C'],
  ]);
});

test('[C1] an award with an act of its own is announced there alone, from its lowest to its first, and nowhere else', () => {
  const awards: readonly Award[] = [
    { id: 'harapan', name: 'Harapan', kind: 'places', from: 4, count: 2 },
    { id: 'favorit', name: 'Favorit', kind: 'list', contestants: ['d', 'a'] },
  ];
  const setup = {
    ...contest,
    awards: [...awards],
    programme: ['harapan', 'favorit'].map((award) => ({ type: 'winners' as const, category: 'kes', award })),
  };
  const won = ['d', 'a'].map((contestant, at) => ({ award: 'favorit', contestant, place: at + 1 }));
  const standings = ranking([...decided, standing('e', 5)], { awards: won });
  const said = (award?: string) => {
    const act = { type: 'winners' as const, category: 'kes', ...(award === undefined ? {} : { award }) };
    const result = revealSteps(setup, standings, partOf(setup, act));
    return result.ok ? result.value.map((step) => sayStep(words, step).label) : [];
  };
  expect(said('harapan')).toEqual(['Harapan II', 'Harapan I']);
  expect(said('favorit')).toEqual(['Favorit II', 'Favorit I']);
  expect(said()).toEqual(['Juara III', 'Juara II', 'Juara I']);
});

test('[C3] an act of an award that nobody received is refused', () => {
  const awards: Award[] = [{ id: 'harapan', name: 'Harapan', kind: 'places', from: 9, count: 1 }];
  const act = { type: 'winners' as const, category: 'kes', award: 'harapan' };
  const setup = { ...contest, awards, programme: [act] };
  expect(revealSteps(setup, ranking(decided), partOf(setup, act))).toMatchObject({
    ok: false,
    error: { type: 'nobody-ranked' },
  });
});

test('[C3] what blocks Harapan is called by its name', () => {
  const awards: readonly Award[] = [{ id: 'harapan', name: 'Harapan', kind: 'places', from: 4, count: 2 }];
  const blocked = [{ places: [3, 4, 5], contestants: ['b', 'd', 'e'], reason: 'tie' as const }];
  const result = revealSteps({ ...contest, awards }, ranking(decided, { blocked }));
  expect(result.ok ? '' : words.refusal(result.error)).toContain(
    'nilai sama pada Juara III, Harapan I, II belum diputuskan',
  );
});
