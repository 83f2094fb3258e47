/** The commands `init` and `contest` as their users run them: from a contest file to a folder and back to one that `rank` takes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCommitteeFolder } from '../../electron/contest/new-contest-folder.ts';
import type { OpenContest } from '../../electron/contest/open-contest.ts';
import type { Actor } from '../../shared/laptop/live-contest.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { runCli } from '../support/run-cli.ts';
import { smallContest } from '../support/small-contest.ts';

const committee: Actor = { role: 'committee' };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-contest-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('[E8] [R19] a decision that lost its tie is named and left out, so that the written file can be ranked', async () => {
  const dir = path.join(folder, 'panitia');
  await judgedContest(dir);
  const written = await runCli(['contest', dir, '--with-scores']);
  expect(written.code).toBe(0);
  expect(written.stderr).toMatch(/^Keputusan tentang Kelompok nangka, Kelompok delima tidak ikut: .*\n$/);
  const { decisions } = JSON.parse(written.stdout);
  expect(decisions.map((decision: { order: string[] }) => decision.order)).toEqual([['kedondong', 'sirsak']]);
  const ranked = await rank(written.stdout);
  expect(ranked.standings.map((line: { contestant: string }) => line.contestant)).toEqual([
    'delima',
    'kedondong',
    'sirsak',
  ]);
  expect(ranked.unranked).toEqual([{ contestant: 'nangka', status: 'withdrawn' }]);
});

test('[E8] without scores nobody is equal yet: the decisions are left out, and the file can be ranked', async () => {
  const dir = path.join(folder, 'panitia');
  await judgedContest(dir);
  const written = await runCli(['contest', dir]);
  expect(JSON.parse(written.stdout)).toMatchObject({ scores: [], decisions: [] });
  expect(written.stderr.split('\n')).toHaveLength(3);
  expect((await rank(written.stdout)).provisional).toBe(true);
});

test('init says how many scores of the file it leaves out, and is silent without any', async () => {
  const example = 'tests/fixtures/example-contest.json';
  const { length } = JSON.parse(readFileSync(example, 'utf8')).scores;
  const made = await runCli(['init', path.join(folder, 'a'), '--contest', example]);
  expect(made).toMatchObject({
    code: 0,
    stderr: `${length} nilai di berkas itu tidak ikut: nilai hanya datang dari para juri.\n`,
  });
  const file = path.join(folder, 'kosong.json');
  writeFileSync(file, JSON.stringify(smallContest));
  expect(await runCli(['init', path.join(folder, 'b'), '--contest', file])).toMatchObject({ code: 0, stderr: '' });
});

/** Two pairs of equals, both decided by the chair; then one of the first pair withdraws. */
async function judgedContest(dir: string): Promise<void> {
  const [first, ...others] = smallContest.jurors;
  const jurors = first === undefined ? [] : [{ ...first, chair: true }, ...others];
  const created = await createCommitteeFolder(dir, { ...smallContest, jurors });
  if (!created.ok) throw new Error(created.error.type);
  const contest = created.value;
  for (const seat of ['j1', 'j2']) {
    expect((await contest.addLocalSeat(seat)).ok).toBe(true);
    for (const contestant of ['delima', 'nangka', 'sirsak', 'kedondong']) {
      const value = contestant === 'delima' || contestant === 'nangka' ? '80' : '70';
      must(contest, { role: 'seat', seat }, { type: 'set-score', contestant, criterion: 'isi', value });
      must(contest, { role: 'seat', seat }, { type: 'lock-sheet', contestant, stage: 'tahap' });
    }
  }
  for (const order of [
    ['nangka', 'delima'],
    ['kedondong', 'sirsak'],
  ]) {
    const decision = { kind: 'chair', category: 'kat', order, reason: 'musyawarah' } as const;
    must(contest, committee, { type: 'record-decision', decision });
  }
  const withdrawal = { contestant: 'nangka', status: 'withdrawn', reason: 'mundur' } as const;
  must(contest, committee, { type: 'change-contestant-status', ...withdrawal });
  contest.close();
}

function must(contest: OpenContest, actor: Actor, command: Command): void {
  const executed = contest.execute(actor, command);
  if (!executed.ok) throw new Error(executed.error.reason);
}

async function rank(text: string) {
  const file = path.join(folder, 'contest.json');
  writeFileSync(file, text);
  const answer = await runCli(['rank', file]);
  expect([answer.code, answer.stderr]).toEqual([0, '']);
  return JSON.parse(answer.stdout).categories[0];
}

test('[N1] the best go on to another contest, and [N2] next year’s takes the chosen jurors along; both are taken by init', async () => {
  const dir = path.join(folder, 'panitia');
  await judgedContest(dir);
  const top = await runCli(['contest', dir, '--top', '1']);
  expect(top.code).toBe(0);
  const further = JSON.parse(top.stdout);
  expect(further.contestants).toEqual([expect.objectContaining({ id: 'delima', number: null, status: 'waiting' })]);
  expect([further.jurors, further.scores]).toEqual([[], []]);
  const next = await runCli(['contest', dir, '--next-year', 'Lomba 2027', '--jurors', 'j1']);
  expect(JSON.parse(next.stdout)).toMatchObject({
    contest: { name: 'Lomba 2027' },
    contestants: [],
    jurors: [{ id: 'j1' }],
  });
  for (const [name, { stdout }] of Object.entries({ top, next })) {
    const file = path.join(folder, `${name}.json`);
    writeFileSync(file, stdout);
    expect(await runCli(['init', path.join(folder, name), '--contest', file])).toMatchObject({ code: 0, stderr: '' });
  }
  expect(await runCli(['contest', dir, '--round', 's'])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/Babak itu tidak ada/),
  });
  expect((await runCli(['contest', dir, '--top', '1', '--with-scores'])).code).toBe(2);
  expect((await runCli(['contest', dir, '--top', '0'])).code).toBe(2);
  expect((await runCli(['contest', dir, '--next-year', 'X', '--jurors', 'j9'])).stderr).toMatch(/Juri “j9” tidak ada/);
});
