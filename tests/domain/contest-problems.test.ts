/** What a person should look at is found in the folded contest, and nothing else is. */
import { expect, test } from 'vitest';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { decide } from '../../shared/domain/facts/decide.ts';
import { sheetOf, toContestFile } from '../../shared/domain/score-sheet.ts';
import { contestProblems, countSheets } from '../../shared/domain/contest-problems.ts';
import type { Author, DomainEvent, RecordedEvent } from '../../shared/domain/facts/events.ts';
import { foldEvents } from '../../shared/domain/facts/evolve.ts';
import { contestOf, setupIn } from '../support/contest-builder.ts';

const setup = setupIn(contestOf({}));
const founding = 'a'.repeat(26);
const place = { juror: 'j1', contestant: 'k1', stage: 's' };

type Fact = readonly [laptop: string, event: DomainEvent];

/** The founding, then facts of seat j1, each from the laptop named. */
function problemsAfter(...facts: readonly Fact[]) {
  return contestProblems(contestAfter(...facts));
}

function contestAfter(...facts: readonly Fact[]) {
  const committee: Author = { role: 'committee', device: 'd' };
  const recorded: RecordedEvent[] = [
    { ref: `${founding}:2`, atMs: 1, author: committee, event: { type: 'contest-founded', setup } },
    ...facts.map(([laptop, event], index) => ({
      ref: `${laptop.repeat(26)}:${index + 2}`,
      atMs: index,
      author: { role: 'seat' as const, seat: 'j1', device: laptop },
      event,
    })),
  ];
  return foldEvents(recorded);
}

function score(value: string, replaces: string[] = []): DomainEvent {
  return { type: 'score-set', contestant: 'k1', criterion: 'nilai', value, replaces, rubric: `${founding}:2` };
}

function lock(value: string, rubric = `${founding}:2`): DomainEvent {
  return { type: 'sheet-locked', contestant: 'k1', stage: 's', values: { nilai: value }, rubric };
}

test('an ordinary locked sheet is no problem', () => {
  expect(problemsAfter(['b', score('80')], ['b', lock('80')])).toEqual([]);
});

test('[E4] values of two laptops that differ are named with both; equal ones are not', () => {
  expect(problemsAfter(['b', score('80')], ['c', score('80')])).toEqual([]);
  expect(problemsAfter(['b', score('80')], ['c', score('90')])).toEqual([
    { type: 'score-conflict', ...place, criterion: 'nilai', values: ['80', '90'] },
  ]);
});

test('[E6] locks that differ, and a score beside a lock, are named', () => {
  expect(problemsAfter(['b', lock('80')], ['c', lock('90')])).toEqual([{ type: 'lock-conflict', ...place }]);
  expect(problemsAfter(['b', score('80')], ['b', lock('80')], ['c', score('70')])).toEqual([
    { type: 'outside-lock', ...place },
  ]);
});

test('[E6] differing locks count as a conflict of a sheet that is begun, and all sheets are counted', () => {
  const counted = (...facts: readonly Fact[]) => countSheets(contestAfter(...facts));
  expect(counted()).toEqual({ conflicts: 0, sheets: { locked: 0, draft: 0, pending: 9 } });
  expect(counted(['b', lock('80')], ['c', lock('80')])).toEqual({
    conflicts: 0,
    sheets: { locked: 1, draft: 0, pending: 8 },
  });
  expect(counted(['b', lock('80')], ['c', lock('90')])).toEqual({
    conflicts: 1,
    sheets: { locked: 0, draft: 1, pending: 8 },
  });
  expect(counted(['b', score('80')], ['c', score('90')])).toEqual({
    conflicts: 1,
    sheets: { locked: 0, draft: 1, pending: 8 },
  });
});

test('[E6] while locks that differ stand, there is nothing to choose between; the committee opens them first', () => {
  const contest = contestAfter(['b', score('80')], ['c', score('90')], ['b', lock('80')], ['c', lock('90')]);
  expect(contestProblems(contest)).toEqual([{ type: 'lock-conflict', ...place }]);
  const choice: Command = { type: 'set-score', contestant: 'k1', criterion: 'nilai', value: '90' };
  const refused = decide(contest, { role: 'seat', seat: 'j1', device: 'b' }, choice);
  expect(refused).toMatchObject({ ok: false, error: { type: 'conflict' } });
});

test('[E6] a lock under another rubric version is named', () => {
  expect(problemsAfter(['b', score('80')], ['b', lock('80', `${founding}:1`)])).toEqual([
    { type: 'other-rubric', ...place },
  ]);
});

test.each(['101', '-1', '80.001'])(
  '[E6] a lock with %s, which the rubric in force does not allow, counts nowhere',
  (value) => {
    const contest = contestAfter(['b', score('80')], ['b', lock(value, `${founding}:1`)]);
    expect(sheetOf(contest, 'j1', 'k1', 's')?.state).toBe('conflict');
    expect(toContestFile(contest).scores).toEqual([]);
    expect(contestProblems(contest)).toEqual([{ type: 'lock-conflict', ...place }]);
  },
);
