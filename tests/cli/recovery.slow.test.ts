/** Databases that are destroyed after everything was confirmed come back from the other laptops: processes of their own, over TLS. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CliEvent } from '../../electron/cli/child-process.ts';
import { flipFrame, flipPages, remove } from '../support/damage.ts';
import { cliChildren, type WatchedChild } from '../support/cli-children.ts';
import { runCli } from '../support/run-cli.ts';
import { twoLaptops } from '../support/two-laptops.ts';

const contestFile = 'tests/fixtures/example-contest.json';
let folder: string;
const children = cliChildren();
const { start } = children;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  await runCli(['init', path.join(folder, 'panitia'), '--contest', contestFile]);
});

afterEach(async () => {
  await children.killAll();
  rmSync(folder, { recursive: true, force: true });
});

test('[G1] a juror’s database that is lost after the confirmation is named, recovered when asked, and comes back whole', async () => {
  const committee = await startCommittee();
  const juror = await join(committee, 'j1');
  await juror.stop('SIGKILL');
  const before = await statusOf('panitia');
  remove(path.join(folder, 'j1'));
  const scores = ['--scores', scoresOf('j1')];
  const named = await runCli(['juror', path.join(folder, 'j1'), ...scores]);
  expect([named.code, JSON.parse(named.stdout).error.type]).toEqual([1, 'damaged']);
  expect(JSON.parse(named.stdout).error.message).toContain('--recover');

  const again = start(['juror', path.join(folder, 'j1'), ...scores, '--recover']);
  expect(await again.event('recovered')).toMatchObject({ entries: 0, kept: expect.stringContaining('rusak-') });
  await again.event('done');
  await again.event('acked');
  const [held, theirs] = [await statusOf('j1'), await statusOf('panitia')];
  expect(held.logs).toEqual(theirs.logs);
  expect(held.logs).toMatchObject(before.logs);
  expect(Object.keys(held.logs)).toHaveLength(Object.keys(before.logs).length + 1);
  expect([held.problems, held.conflicts]).toEqual([[], 0]);
  expect(theirs.sheets).toEqual(before.sheets);
  expect(again.events.filter(({ event }) => event === 'saved')).toEqual([]);
});

test('[L14] one flipped bit in the write-ahead log of a killed juror: status and verify name it, and every score comes back', async () => {
  const both = await twoLaptops(path.join(folder, 'dua'), 20);
  const dir = path.join(folder, 'j1');
  // As a killed process leaves it: all of it stands beside the database yet.
  cpSync(both.juror.dir, dir, { recursive: true });
  both.committee.close();
  both.juror.close();
  const before = await statusOf('j1');
  expect((await runCli(['verify', dir])).code).toBe(0);
  flipFrame(dir, 4);
  const named = await runCli(['status', dir]);
  expect([named.code, JSON.parse(named.stdout).error.problems.length > 1]).toEqual([1, true]);
  const verified = await runCli(['verify', dir]);
  expect([verified.code, JSON.parse(verified.stdout).ok]).toEqual([1, false]);
  const again = start(['juror', dir, '--recover']);
  expect(await again.event('recovered')).toMatchObject({ entries: before.entries, awaited: [] });
  await again.stop();
  expect((await statusOf('j1')).logs).toMatchObject(before.logs);
  expect((await runCli(['verify', dir])).code).toBe(0);
});

test('[S13] a committee’s database that is lost comes back from two jurors, ranks the same, and goes on', async () => {
  const committee = await startCommittee();
  await join(committee, 'j1');
  await join(committee, 'j2');
  const before = await statusOf('panitia');
  const ranked = await rankOf('panitia');
  await committee.stop('SIGKILL');
  remove(path.join(folder, 'panitia'));
  const again = await startCommittee('--port', String(committee.port), '--recover');
  expect(await again.event('recovered')).toMatchObject({ entries: 0 });
  await broughtBack(again, before);
  expect(await statusOf('panitia')).toEqual(before);
  expect(await rankOf('panitia')).toEqual(ranked);

  await join(again, 'j3');
  const after = await statusOf('panitia');
  expect(after.logs).toMatchObject(before.logs);
  expect(Object.keys(after.logs)).toHaveLength(Object.keys(before.logs).length + 2);
  expect(after.problems).toEqual([]);
});

test('[S13] of a committee’s database that is partly broken the rest is taken over, and the admissions come back', async () => {
  const committee = await startCommittee();
  await join(committee, 'j1');
  const before = await statusOf('panitia');
  await committee.stop();
  flipPages(path.join(folder, 'panitia'));
  const again = await startCommittee('--port', String(committee.port), '--recover');
  expect(Number((await again.event('recovered'))['entries'])).toBeLessThan(before.entries);
  await again.event('joined');
  await broughtBack(again, before);
  expect((await statusOf('panitia')).logs).toEqual(before.logs);
});

type Committee = WatchedChild & { readonly port: number };

async function startCommittee(...options: readonly string[]): Promise<Committee> {
  const committee = start([
    'committee',
    path.join(folder, 'panitia'),
    '--host',
    '127.0.0.1',
    '--admit-all',
    ...options,
  ]);
  const { port } = await committee.event('listening');
  return { ...committee, port: Number(port) };
}

/** Joins, writes all its scores, and waits until they are on the committee's disk. */
async function join(committee: Committee, seat: string) {
  const invitation = await committee.until((event) => event['event'] === 'invitation' && event['seat'] === seat);
  const address = ['--join', `127.0.0.1:${committee.port}`, '--code', String(invitation['code'])];
  const juror = start(['juror', path.join(folder, seat), ...address, '--scores', scoresOf(seat)]);
  await juror.event('done');
  const own = Object.values((await statusOf(seat)).logs).find(({ author }) => author === seat);
  await juror.until((event) => event['event'] === 'acked' && event['upTo'] === own?.seq);
  return juror;
}

/** Every log is on the committee's disk again, as far as it was. */
async function broughtBack(committee: Committee, before: Status): Promise<void> {
  for (const [log, { seq }] of Object.entries(before.logs)) {
    const held = (await statusOf('panitia')).logs[log]?.seq;
    const isLast = (event: CliEvent) => event['event'] === 'received' && event['log'] === log && event['upTo'] === seq;
    if (held !== seq) await committee.until(isLast);
  }
}

function scoresOf(seat: string): string {
  const contest: { scores: { juror: string }[] } = JSON.parse(readFileSync(contestFile, 'utf8'));
  const file = path.join(folder, `nilai-${seat}.json`);
  const own = contest.scores.filter((score) => score.juror === seat).map(({ juror: _juror, ...score }) => score);
  writeFileSync(file, JSON.stringify(own));
  return file;
}

interface Status {
  readonly logs: Readonly<Record<string, { readonly seq: number; readonly hash: string; readonly author: string }>>;
  readonly entries: number;
  readonly conflicts: number;
  readonly sheets: unknown;
  readonly problems: readonly unknown[];
}

async function statusOf(name: string): Promise<Status> {
  const answer = await runCli(['status', path.join(folder, name)]);
  const status: Status = JSON.parse(answer.stdout);
  return status;
}

async function rankOf(name: string): Promise<unknown> {
  const contest = await runCli(['contest', path.join(folder, name), '--with-scores']);
  const file = path.join(folder, 'lomba.json');
  writeFileSync(file, contest.stdout);
  return JSON.parse((await runCli(['rank', file])).stdout);
}
