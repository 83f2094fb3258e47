/** [D32] Reading without names: whose names a juror sees when. */
import { expect, test } from 'vitest';
import { asSeenBy, hiddenFrom } from '../../shared/domain/blind.ts';
import { sheetsOfJuror } from '../../shared/domain/score-sheet.ts';
import { contestants, criterion, rubric } from '../support/contest-builder.ts';
import { committee, playContest, seat } from '../support/played-contest.ts';

function played() {
  return playContest({
    stages: [
      { id: 's', name: 'Risalah', weight: '50', blind: true },
      { id: 't', name: 'Presentasi', weight: '50' },
    ],
    rubrics: [rubric('r', 's', [criterion('nilai', '100')]), rubric('q', 't', [criterion('sikap', '100')])],
    contestants: contestants(3).map((each, at) => ({
      ...each,
      unit: `Dinas ${at + 1}`,
      ...(at === 2 ? {} : { title: ` Judul ${at + 1} ` }),
    })),
  });
}
const seen = (contest: ReturnType<ReturnType<typeof played>['now']>) =>
  contest.setup?.contestants.map(({ number, name, unit, title }) => [number, name, unit, title]);

test('[D32] number and title alone until every own sheet of the stage is locked; other jurors are as they were', () => {
  const contest = played();
  expect(seen(asSeenBy(contest.now(), 'j1'))).toEqual([
    [1, 'Judul 1', undefined, undefined],
    [2, 'Judul 2', undefined, undefined],
    [3, '–', undefined, undefined],
  ]);
  for (const each of ['k1', 'k2']) contest.lock('j1', each);
  expect([...hiddenFrom(contest.now(), 'j1')]).toEqual(['k1', 'k2', 'k3']);
  contest.lock('j1', 'k3');
  expect(asSeenBy(contest.now(), 'j1')).toBe(contest.now());
  expect(hiddenFrom(contest.now(), 'j2').size).toBe(3);
  contest.must(committee, { type: 'reopen-sheet', juror: 'j1', contestant: 'k2', stage: 's', reason: 'salah ketik' });
  expect(hiddenFrom(contest.now(), 'j1').size).toBe(3);
});

test('[D32] whom the juror does not judge there is called as ever, and the lock has the true name', () => {
  const contest = played();
  contest.must(seat('j1'), { type: 'recuse', contestant: 'k2', reason: 'saudara' });
  expect([...hiddenFrom(contest.now(), 'j1')]).toEqual(['k1', 'k3']);
  contest.must(seat('j1'), { type: 'set-score', contestant: 'k1', criterion: 'nilai', value: '80' });
  expect(contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' })).toMatchObject([
    { named: { name: 'KBK Contoh 1', unit: 'Dinas 1' } },
  ]);
});

test('[D32] a score leaves the masked setup, and what is derived from it, the same value', () => {
  const contest = played();
  const before = asSeenBy(contest.now(), 'j1');
  contest.score('j1', 'k1', '80');
  const after = asSeenBy(contest.now(), 'j1');
  expect(after.setup).toBe(before.setup);
  expect(sheetsOfJuror(after, 'j1')[1]).toBe(sheetsOfJuror(before, 'j1')[1]);
  expect(asSeenBy(contest.now(), 'j1')).toBe(after);
});
