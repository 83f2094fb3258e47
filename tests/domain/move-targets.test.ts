/** [D20] Where values of the wrong sheet may go, what stands in the way, and how many notes go along. */
import { expect, test } from 'vitest';
import { present } from '../../shared/lib/assert.ts';
import { moveTargets, noteCount } from '../../shared/domain/facts/move-scores.ts';
import { sheetOf } from '../../shared/domain/score-sheet.ts';
import { contestants, criterion, rubric } from '../support/contest-builder.ts';
import { playContest, seat } from '../support/played-contest.ts';

const categories = ['c', 'd'].map((id) => ({ id, name: id }));
const rubrics = [
  rubric('r', 's', [criterion('isi', '60'), criterion('hasil', '40')], { categories: ['c'] }),
  rubric('q', 's', [criterion('sikap', '100')], { categories: ['d'] }),
];
const people = contestants(4).map((each, index) => ({ ...each, category: index < 3 ? 'c' : 'd' }));

test('[D20] to the other sheets of one rubric, a locked one with what stands in the way; not to itself or to nobody', () => {
  const contest = playContest({ categories, rubrics, contestants: people });
  for (const id of ['isi', 'hasil']) contest.score('j1', 'k2', '80', id);
  contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k2', stage: 's' });
  const sheet = present(sheetOf(contest.now(), 'j1', 'k1', 's'), 'there is one');
  const targets = moveTargets(contest.now(), sheet, ['k1', 'k2', 'k3', 'k4', 'k9']);
  expect(targets.map(({ contestant, refused }) => [contestant, refused])).toEqual([
    ['k2', { type: 'locked', reason: 'sheet-locked' }],
    ['k3', null],
  ]);
  expect(targets.map((each) => each.sheet.contestant)).toEqual(['k2', 'k3']);
});

test('[D20] notes on the sheet and on its criteria are counted, removed ones are not', () => {
  const contest = playContest({ categories, rubrics, contestants: people });
  const count = () => noteCount(contest.now(), present(sheetOf(contest.now(), 'j1', 'k1', 's'), 'there is one'));
  const note = (key: string | null, text: string) =>
    contest.must(seat('j1'), { type: 'set-note', contestant: 'k1', stage: 's', criterion: key, text });
  expect(count()).toBe(0);
  note(null, 'lembar');
  expect(count()).toBe(1);
  note('hasil', 'baik');
  expect(count()).toBe(2);
  note(null, '');
  expect(count()).toBe(1);
});
