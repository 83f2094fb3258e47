/** What is left of the board by what a person wants to see of it. */
import { expect, test } from 'vitest';
import { boardsOf, filteredBoard, type BoardFilter } from '../../../../renderer/features/monitor/board.ts';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { present } from '../../../../shared/lib/assert.ts';
import { createLaptop } from '../../support/laptop.ts';
import { sampleFounding, sampleSetup } from '../../support/sample.ts';

const everything: BoardFilter = { show: 'all', category: null, juror: null };
const nobody = new Set<string>();

function sampleBoard() {
  const laptop = createLaptop(sampleFounding, { role: 'committee' });
  return present(boardsOf(foldEvents(laptop.events()))[0], 'a stage is judged');
}

test('a juror who was chosen leaves their own column and the groups that they judge', () => {
  const board = sampleBoard();
  const juror = present(sampleSetup.jurors[1], 'a second juror');
  const filtered = filteredBoard(board, { ...everything, juror: juror.id }, nobody);
  expect(filtered.jurors.map(({ id }) => id)).toEqual([juror.id]);
  expect(filtered.groups.flatMap(({ rows }) => rows).every(({ states }) => states.length === 1)).toBe(true);
});

test('a juror who was chosen on another stage and does not judge this one leaves the board whole', () => {
  const board = sampleBoard();
  expect(filteredBoard(board, { ...everything, juror: 'juri-lain' }, nobody)).toEqual(board);
});
