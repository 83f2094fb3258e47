import { expect, test } from 'vitest';
import { ownCategories, ownOrder, nextOpen } from '../../../../renderer/features/scoring/own-sheets.ts';
import { ownOtherSheets } from '../../../../renderer/features/scoring/caution.ts';
import { levelsOf, reachedLevel } from '../../../../renderer/features/scoring/levels.ts';
import { runningTotal, showPoints } from '../../../../renderer/features/scoring/sheet-total.ts';
import { sheetOf } from '../../../../shared/domain/score-sheet.ts';
import { contestSetupSchema, type Rubric } from '../../../../shared/domain/setup/contest-file.ts';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { fromDecimal } from '../../../../shared/lib/rational.ts';
import { present } from '../../../../shared/lib/assert.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { sampleFounding, sampleSetup } from '../../support/sample.ts';

const author = { role: 'seat', seat: 'juri-1', device: 'd'.repeat(26) } as const;
const committee = { role: 'committee', device: 'c'.repeat(26) } as const;

function next(laptop: Laptop, from: string): string | undefined {
  const contest = foldEvents(laptop.events());
  const sheet = present(sheetOf(contest, 'juri-1', from, 'presentasi'), 'a sheet');
  const found = nextOpen(contest, ownOrder(contest, ownCategories(contest, 'juri-1')), sheet);
  return found === null ? undefined : `${found.contestant}/${found.stage}`;
}

test('after a sheet comes the next one of the stage that waits, from the top again at the end', () => {
  const laptop = createLaptop(sampleFounding, null);
  expect(next(laptop, 'melati')).toBe('mawar/presentasi');
  laptop.write(author, { type: 'recuse', contestant: 'mawar', reason: 'Satu unit kerja.' });
  expect(next(laptop, 'melati')).toBe('kenanga/presentasi');
  expect(next(laptop, 'anggrek')).toBe('melati/presentasi');
});

test('with lots drawn over all categories the next one is who comes on next, not the next of the category', () => {
  const setup = contestSetupSchema.parse({
    ...sampleSetup,
    categories: [...sampleSetup.categories, { id: 'pendidikan', name: 'Pendidikan' }],
    contestants: sampleSetup.contestants.map((each) =>
      each.id === 'mawar' ? { ...each, category: 'pendidikan' } : each,
    ),
  });
  const laptop = createLaptop({ ...sampleFounding, setup }, null);
  expect(next(laptop, 'melati')).toBe('mawar/presentasi');
  expect(next(laptop, 'mawar')).toBe('kenanga/presentasi');
});

test('who is on stage comes first while that sheet waits', () => {
  const laptop = createLaptop(sampleFounding, null);
  laptop.write(committee, { type: 'show-stage', contestant: 'anggrek', stage: 'presentasi' });
  expect(next(laptop, 'melati')).toBe('anggrek/presentasi');
});

test('a draft of a group from which the juror stepped back is no value to compare with', () => {
  const laptop = createLaptop(sampleFounding, null);
  for (const contestant of ['mawar', 'kenanga']) {
    laptop.write(author, { type: 'set-score', contestant, criterion: 'alur', value: '85' });
  }
  laptop.write(author, { type: 'recuse', contestant: 'mawar', reason: 'Satu unit kerja.' });
  const contest = foldEvents(laptop.events());
  const sheet = present(sheetOf(contest, 'juri-1', 'melati', 'presentasi'), 'a sheet');
  expect(ownOtherSheets(contest, sheet).map((other) => other.contestant)).toEqual(['kenanga']);
});

test('a score reaches the highest level that is not above it', () => {
  const levels = levelsOf(present(sampleSetup.rubrics[0]?.criteria[0], 'a criterion'));
  expect(levels.map((level) => level.score)).toEqual(['90', '75', '60']);
  expect(reachedLevel(levels, '89.5')?.score).toBe('75');
  expect(reachedLevel(levels, '90')?.score).toBe('90');
  expect(reachedLevel(levels, '10')).toBeNull();
  expect(reachedLevel(levels, null)).toBeNull();
});

test('[R3] the running total is weight x score x multiplier, exact to the last digit', () => {
  const rubric: Rubric = {
    id: 'r',
    stage: 's',
    multiplier: '20',
    criteria: [
      { id: 'a', name: 'A', weight: '33.3', min: '1', max: '5', step: '0.01' },
      { id: 'b', name: 'B', weight: '66.7', min: '1', max: '5', step: '0.01' },
    ],
  };
  const { total, scored, highest } = runningTotal(sampleSetup.rules, rubric, new Map([['a', '3.33']]));
  expect([showPoints(total), scored, showPoints(highest)]).toEqual(['22,1778', 1, '100,00']);
  expect(showPoints(fromDecimal('11.925'))).toBe('11,925');
});

test('[D27] [H5] in a later stage the list follows its order, who did not advance stands at the end and is never next', () => {
  const stages = sampleSetup.stages.map((stage) =>
    stage.id === 'presentasi' ? { ...stage, after: { stage: 'risalah', top: 3 } } : stage,
  );
  const laptop = createLaptop({ ...sampleFounding, setup: { ...sampleSetup, stages } }, null);
  const show = (contestant: string, stage: string) =>
    laptop.write(committee, { type: 'show-stage', contestant, stage });
  const listed = () => {
    const contest = foldEvents(laptop.events());
    return ownOrder(contest, ownCategories(contest, 'juri-1')).map(({ contestant }) => contestant.id);
  };
  for (const contestant of ['melati', 'mawar', 'kenanga', 'anggrek']) show(contestant, 'risalah');
  const advanced = ['anggrek', 'melati', 'kenanga'];
  const round = { category: 'kesehatan', stage: 'presentasi' };
  laptop.write(committee, { type: 'close-round', ...round, advanced, out: ['mawar'] });
  const order = advanced.toReversed();
  laptop.write(committee, { type: 'set-stage-order', ...round, by: { how: 'best-last', order } });
  // The last one of the first stage is still on.
  expect(listed()).toEqual(['melati', 'mawar', 'kenanga', 'anggrek']);
  show('kenanga', 'presentasi');
  expect(listed()).toEqual(['kenanga', 'melati', 'anggrek', 'mawar']);
  show('melati', 'presentasi');
  expect(next(laptop, 'melati')).toBe('melati/presentasi');
  laptop.write(author, { type: 'recuse', contestant: 'melati', reason: 'Satu unit kerja.' });
  expect(next(laptop, 'melati')).toBe('anggrek/presentasi');
  expect(next(laptop, 'anggrek')).toBe('kenanga/presentasi');
});
