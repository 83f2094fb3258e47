import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('rehearse plays a small event to its end: every score is in the contest file, locked, and ranked', async () => {
  const out = path.join(folder, 'geladi');
  const size = ['--contestants', '3', '--criteria', '4', '--jurors', '2'];
  const answer = await runCli(['rehearse', ...size, '--out', out, '--seed', '7']);
  expect(answer.stderr).toBe('');
  const summary = JSON.parse(answer.stdout);
  expect(summary).toMatchObject({ contestants: 3, jurors: 2, scores: 24, leftOut: 0 });
  expect(Object.keys(summary.seconds)).toEqual(['join', 'entry', 'converge', 'rank', 'workbook']);
  const contest = JSON.parse(readFileSync(path.join(out, 'lomba.json'), 'utf8'));
  expect(contest.scores).toHaveLength(24);
  const ranking = JSON.parse((await runCli(['rank', path.join(out, 'lomba.json')])).stdout);
  expect(ranking.categories).toHaveLength(1);
  expect(readFileSync(path.join(out, 'rekap.xlsx')).subarray(0, 2).toString()).toBe('PK');
});

test('rehearse refuses an unknown template and a wrong call', async () => {
  const unknown = ['--contestants', '3', '--rubric', 'tidak-ada', '--jurors', '2', '--out', path.join(folder, 'a')];
  const answer = await runCli(['rehearse', ...unknown]);
  expect(JSON.parse(answer.stdout).error.type).toBe('unknown-template');
  expect((await runCli(['rehearse', '--contestants', '3', '--jurors', '2', '--out', 'x'])).code).toBe(2);
  expect(
    (await runCli(['rehearse', '--contestants', '0', '--criteria', '2', '--jurors', '2', '--out', 'x'])).code,
  ).toBe(2);
});
