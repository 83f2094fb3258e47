/** [D33] The calibration: scored by all, counted nowhere, shown to all at once and without names. */
import { expect, test } from 'vitest';
import { calibrationOf, shownCalibration } from '../../shared/domain/calibration.ts';
import { contestProblems } from '../../shared/domain/contest-problems.ts';
import { allSheets, sheetOf, toContestFile } from '../../shared/domain/score-sheet.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { contestants } from '../support/contest-builder.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';

const example = { id: 'x', number: null, name: 'Contoh', category: 'c', status: 'exhibition', calibration: true };
const played = () => playContest({ contestants: [...contestants(2), example] });
const showing = { type: 'show-calibration', contestant: 'x' } as const;

test('[D33] it has a sheet for every juror, which nothing of the contest knows of', () => {
  const contest = played();
  for (const juror of ['j1', 'j2', 'j3']) {
    for (const each of ['k1', 'k2']) contest.lock(juror, each, '80');
    const [signed] = contest.must(seat(juror), { type: 'sign-off-category', category: 'c' });
    expect(signed).toMatchObject({ type: 'category-signed-off' });
  }
  const before = rankContest(toContestFile(contest.now()));
  contest.lock('j1', 'x', '100');
  contest.score('j2', 'x', '5');
  expect(sheetOf(contest.now(), 'j1', 'x', 's')?.state).toBe('locked');
  expect(allSheets(contest.now()).map(({ contestant }) => contestant)).not.toContain('x');
  expect(contestProblems(contest.now())).toEqual([]);
  expect(toContestFile(contest.now()).scores.map(({ contestant }) => contestant)).not.toContain('x');
  expect(rankContest(toContestFile(contest.now()))).toEqual(before);
  expect(before.categories[0]).toMatchObject({
    provisional: false,
    missing: [],
    unranked: [{ contestant: 'x', status: 'exhibition' }],
  });
});

test('[D33] it is shown once all have locked: every value in order, and nobody’s name', () => {
  const contest = played();
  contest.lock('j1', 'x', '90');
  contest.lock('j2', 'x', '8.5');
  expect(contest.ask(committee, showing)).toEqual(
    refused('incomplete', { reason: 'calibration-open', jurors: ['Juri 3 (contoh)'] }),
  );
  contest.lock('j3', 'x', '80');
  const [fact] = contest.must(committee, showing);
  expect(fact).toEqual({
    type: 'calibration-shown',
    contestant: 'x',
    values: [{ criterion: 'nilai', values: ['8.5', '80', '90'] }],
  });
  expect(JSON.stringify(fact)).not.toMatch(/j[123]|Juri/);
  expect(contest.must(committee, showing)).toEqual([]);
  contest.must(committee, { type: 'reopen-sheet', juror: 'j2', contestant: 'x', stage: 's', reason: 'salah ketik' });
  expect(calibrationOf(contest.now(), 'x').open.map(({ id }) => id)).toEqual(['j2']);
  contest.lock('j2', 'x', '85');
  contest.must(committee, showing);
  expect(shownCalibration(contest.now(), 'x')?.value.values[0]?.values).toEqual(['80', '85', '90']);
});

test('[D33] who is absent is not waited for', () => {
  const contest = played();
  contest.must(committee, { type: 'record-absence', absence: { juror: 'j3', contestant: 'x', reason: 'sakit' } });
  for (const juror of ['j1', 'j2']) contest.lock(juror, 'x');
  expect(contest.must(committee, showing)).toMatchObject([{ values: [{ values: ['80', '80'] }] }]);
});

test('[D33] it is none of the ranked ones, now or later', () => {
  const contest = played();
  expect(contest.ask(committee, { ...showing, contestant: 'k1' })).toMatchObject(
    refused('not-judging', { reason: 'no-calibration' }),
  );
  expect(
    contest.ask(committee, { type: 'change-contestant-status', contestant: 'x', status: 'waiting' }),
  ).toMatchObject(refused('not-ranked', { reason: 'is-calibration' }));
  expect(
    contest.ask(committee, {
      type: 'change-contestants',
      addCategories: [],
      put: [{ id: 'k1', number: 1, name: 'KBK Contoh 1', category: 'c', status: 'performed', calibration: true }],
      removed: [],
    }),
  ).toMatchObject(refused('invalid-setup', { problems: [{ type: 'calibration-counted' }] }));
});
