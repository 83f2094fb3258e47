import { expect, test } from 'vitest';
import { beginCeremony, type Ceremony } from '../../shared/ceremony/ceremony.ts';
import { drawInForce, drawKey, drawSteps, drawView, moveDraw, nextInDraw } from '../../shared/ceremony/draw.ts';
import { emptyContest, type Contest } from '../../shared/domain/contest.ts';
import { contestSetupSchema } from '../../shared/domain/setup/contest-file.ts';
import { present } from '../../shared/lib/assert.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { contestants, plainContest } from '../support/contest-builder.ts';

const words = wordsOf.id.ceremony;
const ref = 'log:7';
const key = drawKey(ref);

/** Three contestants with the numbers that a draw gave them. */
function drawn(changed?: { readonly number: number }): Contest {
  const { format: _, scores: _scores, ...plain } = plainContest();
  const setup = contestSetupSchema.parse({
    ...plain,
    contestants: contestants(3).map((each, index) => ({ ...each, number: [2, 3, 1][index] })),
  });
  const numbers = setup.contestants.map(({ id, number }) => ({ contestant: id, number }));
  const [first, ...others] = setup.contestants;
  const now = changed === undefined ? setup.contestants : [{ ...present(first, 'three'), ...changed }, ...others];
  return {
    ...emptyContest,
    setup: { ...setup, contestants: now },
    draws: [{ ref, atMs: 1, value: { category: null, seed: 'BENIH', numbers } }],
  };
}

const contest = drawn();
const steps = present(drawSteps(contest, key, words), 'the draw holds');
const nameOf = (number: number) => contest.setup?.contestants.find((each) => each.number === number)?.name ?? '';
const begun = beginCeremony(key, steps);
const after = (...moves: readonly ('next' | 'back' | 'all')[]): Ceremony => moves.reduce(moveDraw, begun);
const view = (draw: Ceremony) => drawView(contest, draw, words);

test('[C13] number by number: first the number while names roll past, then whose it is, at the end the list', () => {
  expect(view(begun)).toMatchObject({ type: 'text', title: 'Undian nomor urut tampil', text: 'Semua kategori' });
  expect(view(after('next'))).toMatchObject({ type: 'draw', heading: 'Nomor urut 1', now: null, earlier: [] });
  expect(view(after('next', 'next'))).toMatchObject({ heading: 'Nomor urut 1', now: { name: nameOf(1), number: 1 } });
  const all = ['next', 'next', 'next', 'next', 'next', 'next'] as const;
  expect(view(after(...all))).toMatchObject({ heading: 'Nomor urut 3', now: { name: nameOf(3) } });
  expect(nextInDraw(after(...all))).toEqual({ type: 'list' });
  expect(view(after(...all, 'next'))).toMatchObject({
    type: 'draw-list',
    drawn: [{ number: 1 }, { number: 2 }, { number: 3 }],
  });
  expect(nextInDraw(after(...all, 'next'))).toBeNull();
  expect(after(...all, 'next', 'next')).toEqual(after(...all, 'next'));
  expect(after(...all, 'next', 'back')).toEqual(after(...all));
});

test('[C13] the names that roll past are those still to be drawn, in an order that tells nothing', () => {
  const shown = view(after('next', 'next', 'next'));
  const names = [nameOf(2), nameOf(3)].toSorted();
  expect(shown.type === 'draw' && shown.rolling).toEqual(names);
  const first = view(after('next'));
  expect(first.type === 'draw' && first.rolling).toEqual([nameOf(1), ...names].toSorted());
});

test('[C13] all at once is the list, from wherever it is asked', () => {
  for (const draw of [begun, after('next'), after('next', 'next')]) {
    expect(moveDraw(draw, 'all')).toEqual(after('all'));
    expect(view(moveDraw(draw, 'all')).type).toBe('draw-list');
  }
});

test('[C13] [D19] a draw whose numbers were changed since is not shown', () => {
  expect(drawInForce(contest, null)).toBe(ref);
  expect(drawInForce(contest, 'kat')).toBeNull();
  const changed = drawn({ number: 9 });
  expect(drawInForce(changed, null)).toBeNull();
  expect(drawSteps(changed, key, words)).toBeNull();
  expect(drawSteps(contest, drawKey('log:8'), words)).toBeNull();
});
