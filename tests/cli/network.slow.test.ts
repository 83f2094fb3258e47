/** The committee and jurors as processes of their own, over TLS on loopback, with a line that breaks and processes that die. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CliChild, CliEvent } from '../../electron/cli/child-process.ts';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { cliChildren, type WatchedChild } from '../support/cli-children.ts';
import { runCli } from '../support/run-cli.ts';
import { openTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

const contestFile = 'tests/fixtures/example-contest.json';
let folder: string;
const children = cliChildren();
const { start } = children;
let proxies: TcpProxy[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  proxies = [];
  await runCli(['init', path.join(folder, 'panitia'), '--contest', contestFile]);
});

afterEach(async () => {
  await children.killAll();
  await Promise.all(proxies.map((proxy) => proxy.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function startCommittee(...options: readonly string[]) {
  const committee = start(['committee', path.join(folder, 'panitia'), '--host', '127.0.0.1', ...options]);
  const { port } = await committee.event('listening');
  return { ...committee, port: Number(port) };
}

async function codeOf(committee: WatchedChild, seat: string): Promise<string> {
  const invitation = await committee.until((event) => event['event'] === 'invitation' && event['seat'] === seat);
  return String(invitation['code']);
}

/** A juror's process that is admitted, and dies without having heard of it. */
async function admitUnheard(committee: WatchedChild, seat: string, join: readonly string[]): Promise<void> {
  const main = path.resolve('electron/cli/main.ts');
  const juror = spawn(process.execPath, [main, 'juror', path.join(folder, seat), ...join], { stdio: 'ignore' });
  await committee.until((event) => event['event'] === 'asks');
  juror.kill('SIGSTOP');
  committee.say(`admit ${seat}`);
  committee.say(`admit ${seat}`);
  await committee.event('problem');
  juror.kill('SIGKILL');
  await once(juror, 'exit');
}

/** The juror's scores of the example, over and over with other values: many commits. */
function writeScores(juror: string, rounds: number): { readonly file: string; readonly count: number } {
  const contest: { scores: { juror: string; contestant: string; criterion: string; value: string }[] } = JSON.parse(
    readFileSync(contestFile, 'utf8'),
  );
  const own = contest.scores.filter((score) => score.juror === juror);
  const list = Array.from({ length: rounds }, (_, round) =>
    own.map(({ contestant, criterion, value }) => ({
      contestant,
      criterion,
      value: round === rounds - 1 ? value : String(70 + ((round * 3) % 20)),
    })),
  ).flat();
  const file = path.join(folder, `nilai-${juror}.json`);
  writeFileSync(file, JSON.stringify(list));
  return { file, count: list.length };
}

async function statusOf(name: string) {
  const answer = await runCli(['status', path.join(folder, name)]);
  const status: {
    logs: Record<string, { seq: number; hash: string; author: string }>;
    sheets: { locked: number };
    problems: unknown[];
  } = JSON.parse(answer.stdout);
  return status;
}

function savedSeqs(child: CliChild): number[] {
  return child.events.filter((event) => event['event'] === 'saved').map((event) => Number(event['seq']));
}

test('[S9] a line that is cut in the middle and mended: the juror goes on meanwhile, and both folders end equal', async () => {
  const committee = await startCommittee('--admit-all');
  const proxy = await openTcpProxy(committee.port);
  proxies.push(proxy);
  const { file } = writeScores('j1', 20);
  const join = ['--join', `127.0.0.1:${proxy.port}`, '--code', await codeOf(committee, 'j1')];
  const juror = start(['juror', path.join(folder, 'j1'), ...join, '--scores', file]);
  await juror.until((event) => event['event'] === 'acked' && Number(event['upTo']) >= 5);
  proxy.cut();
  await juror.event('done');
  const last = Math.max(...savedSeqs(juror));
  expect(juror.events.some((event) => event['event'] === 'acked' && Number(event['upTo']) > last)).toBe(false);
  proxy.mend();
  const written = (await statusOf('j1')).logs;
  const ownLog = Object.entries(written).find(([, log]) => log.author === 'j1');
  await juror.until((event) => event['event'] === 'acked' && event['upTo'] === ownLog?.[1].seq);
  expect((await statusOf('panitia')).logs).toEqual((await statusOf('j1')).logs);
  expect((await statusOf('panitia')).sheets.locked).toBeGreaterThan(0);
  expect((await statusOf('panitia')).problems).toEqual([]);
});

test('[G1] everything printed as saved is there after SIGKILL, and a restart goes on without writing anything twice', async () => {
  const committee = await startCommittee('--admit-all');
  const { file, count } = writeScores('j1', 30);
  const join = ['--join', `127.0.0.1:${committee.port}`, '--code', await codeOf(committee, 'j1')];
  const juror = start(['juror', path.join(folder, 'j1'), ...join, '--scores', file]);
  await juror.until((event) => event['event'] === 'saved' && Number(event['seq']) > count / 2);
  await juror.stop('SIGKILL');
  const saved = savedSeqs(juror);
  const ownSeq = Object.values((await statusOf('j1')).logs).find((log) => log.author === 'j1')?.seq ?? 0;
  expect(ownSeq).toBeGreaterThanOrEqual(Math.max(...saved));

  writeScores('j1', 1);
  const again = start(['juror', path.join(folder, 'j1'), '--scores', file]);
  await again.event('done');
  expect(Math.min(...savedSeqs(again), ownSeq + 1)).toBe(ownSeq + 1);
  const third = Object.values((await statusOf('j1')).logs).find((log) => log.author === 'j1')?.seq ?? 0;
  await again.until((event) => event['event'] === 'acked' && event['upTo'] === third);
  expect(await again.stop()).toBe(0);
  const idle = start(['juror', path.join(folder, 'j1'), '--scores', file]);
  await idle.event('done');
  expect(savedSeqs(idle)).toEqual([]);
  expect((await statusOf('panitia')).logs).toEqual((await statusOf('j1')).logs);
});

test('[S4] a laptop waits until a person admits it; the folder takes no second writer; SIGTERM ends cleanly', async () => {
  const committee = await startCommittee();
  const { file } = writeScores('j2', 1);
  const join = ['--join', `127.0.0.1:${committee.port}`, '--code', await codeOf(committee, 'j2')];
  const juror = start(['juror', path.join(folder, 'j2'), ...join, '--scores', file]);
  const asks = await committee.event('asks');
  expect(asks['seat']).toBe('j2');
  expect(Object.keys((await statusOf('panitia')).logs)).toHaveLength(1);
  expect(juror.events).toEqual([]);
  committee.say('admit j2');
  await juror.event('done');
  await committee.event('joined');

  const second = await runCli(['committee', path.join(folder, 'panitia')]);
  expect(second.code).toBe(1);
  expect(JSON.parse(second.stdout).error.type).toBe('folder-in-use');
  expect(await juror.stop()).toBe(0);
  await committee.event('left');
  expect(await committee.stop()).toBe(0);
});

test('[S4] a juror killed after the admission and before it heard of it comes back with the same keys', async () => {
  const committee = await startCommittee();
  const { file } = writeScores('j2', 1);
  const join = ['--join', `127.0.0.1:${committee.port}`, '--code', await codeOf(committee, 'j2'), '--scores', file];
  await admitUnheard(committee, 'j2', join);
  expect(readdirSync(path.join(folder, 'j2'))).toEqual(['bergabung.json']);

  const again = start(['juror', path.join(folder, 'j2'), ...join]);
  await again.event('done');
  await committee.event('joined');
  expect(committee.events.filter((event) => event['event'] === 'asks')).toHaveLength(1);
  expect(readdirSync(path.join(folder, 'j2'))).not.toContain('bergabung.json');
});

test('[S5] a short code joins in processes of their own, also after a kill between the admission and its answer', async () => {
  const committee = await startCommittee();
  const invitation = await committee.until((event) => event['event'] === 'invitation' && event['seat'] === 'j2');
  const shortCode = String(invitation['shortCode']);
  expect(shortCode).toMatch(/^02-\d{3}-\d{3}$/);
  const join = ['--join', `127.0.0.1:${committee.port}`, '--code', shortCode];
  await admitUnheard(committee, 'j2', join);
  const { file, count } = writeScores('j2', 1);
  const juror = start(['juror', path.join(folder, 'j2'), ...join, '--scores', file]);
  await juror.event('done');
  expect(juror.events.filter(({ event }) => event === 'saved')).toHaveLength(count);

  const last = shortCode.endsWith('0') ? '1' : '0';
  const wrong = `${shortCode.slice(0, -1)}${last}`.replace(/^02/, '03');
  const refused = await runCli([
    'juror',
    path.join(folder, 'j3'),
    '--join',
    `127.0.0.1:${committee.port}`,
    '--code',
    wrong,
  ]);
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { type: 'wrong-code' } });
  const problem = await committee.until((event) => event['event'] === 'problem' && event['seat'] === 'j3');
  expect(problem['problem']).toEqual({ type: 'wrong-code', failures: 1, address: '127.0.0.1' });
});

test('[S5] a new invitation to a taken seat lets in the person whose laptop lost its folder', async () => {
  const committee = await startCommittee();
  const { file } = writeScores('j2', 1);
  const code = await codeOf(committee, 'j2');
  const address = ['--join', `127.0.0.1:${committee.port}`, '--scores', file];
  await admitUnheard(committee, 'j2', [...address, '--code', code]);
  rmSync(path.join(folder, 'j2'), { recursive: true });
  const used = await runCli(['juror', path.join(folder, 'j2'), ...address, '--code', code]);
  expect(JSON.parse(used.stdout).error.type).toBe('used');
  expect(existsSync(path.join(folder, 'j2'))).toBe(false);

  committee.say('invite nobody');
  committee.say('invite j2');
  const renewed = await committee.until(
    (event) => event['event'] === 'invitation' && event['seat'] === 'j2' && event['code'] !== code,
  );
  const again = start(['juror', path.join(folder, 'j2'), ...address, '--code', String(renewed['code'])]);
  await committee.until(() => committee.events.filter((event) => event['event'] === 'asks').length === 2);
  committee.say('admit j2');
  await again.event('done');
  expect(committee.events).toContainEqual(expect.objectContaining({ event: 'problem', seat: 'nobody' }));
});

test('[S5] a printed invitation works after SIGKILL of the committee, and a used or renewed one does not', async () => {
  const committee = await startCommittee('--admit-all');
  const { file } = writeScores('j1', 1);
  const codes = await Promise.all(['j1', 'j2', 'j3'].map((seat) => codeOf(committee, seat)));
  const [used = '', printed = '', old = ''] = codes;
  const address = ['--join', `127.0.0.1:${committee.port}`];
  const juror = start(['juror', path.join(folder, 'j1'), ...address, '--code', used, '--scores', file]);
  await juror.event('done');
  committee.say('invite j3');
  const isRenewed = (event: CliEvent) => event['seat'] === 'j3' && event['code'] !== old;
  const renewed = await committee.until((event) => event['event'] === 'invitation' && isRenewed(event));
  await committee.stop('SIGKILL');

  const restarted = await startCommittee('--admit-all');
  expect(restarted.port).toBe(committee.port);
  await restarted.event('joined');
  const invitations = restarted.events.filter((event) => event['event'] === 'invitation');
  expect(invitations.map((event) => event['code'])).toEqual([printed, renewed['code']]);
  const again = start(['juror', path.join(folder, 'j2'), ...address, '--code', printed, '--scores', file]);
  await again.event('done');
  for (const [code, error] of [
    [used, 'used'],
    [old, 'wrong-code'],
  ] as const) {
    const refused = await runCli(['juror', path.join(folder, 'x'), ...address, '--code', code]);
    expect(JSON.parse(refused.stdout).error.type).toBe(error);
  }
  expect(statSync(path.join(folder, 'panitia', 'undangan.json')).mode & 0o777).toBe(0o600);
});

test('a joined folder is not used for another seat, and without a list of scores nothing is written into it', async () => {
  const committee = await startCommittee('--admit-all');
  const address = ['--join', `127.0.0.1:${committee.port}`];
  const empty = path.join(folder, 'kosong.json');
  writeFileSync(empty, '[]');
  const j1 = path.join(folder, 'j1');
  const own = ['juror', j1, ...address, '--code', await codeOf(committee, 'j1')];
  const juror = start([...own, '--scores', empty]);
  await juror.event('done');
  await juror.stop();

  const stranger = await runCli(['juror', j1, ...address, '--code', await codeOf(committee, 'j2'), '--scores', empty]);
  expect([stranger.code, JSON.parse(stranger.stdout).error.type]).toEqual([1, 'wrong-seat']);

  const opened = await openContestFolder(j1);
  if (!opened.ok) throw new Error(opened.error.type);
  for (const criterion of ['langkah', 'hasil']) {
    const score = { type: 'set-score', contestant: 'k1', criterion, value: '80' } as const;
    expect(opened.value.execute({ role: 'seat', seat: 'j1' }, score).ok).toBe(true);
  }
  opened.value.close();
  const again = start(own);
  await again.until((event) => event['event'] === 'acked' && event['upTo'] === 3);
  await again.stop();
  expect((await statusOf('panitia')).sheets).toMatchObject({ locked: 0, draft: 1 });
});

test('[S1] after SIGKILL of the committee and a restart on the same port the juror comes back by itself', async () => {
  const committee = await startCommittee('--admit-all');
  const { file } = writeScores('j3', 2);
  const code = await codeOf(committee, 'j3');
  const join = ['--join', `127.0.0.1:${committee.port}`, '--code', code];
  const juror = start(['juror', path.join(folder, 'j3'), ...join, '--scores', file]);
  await juror.event('acked');
  await committee.stop('SIGKILL');
  await juror.event('done');
  const restarted = await startCommittee('--port', String(committee.port));
  await restarted.event('joined');
  const own = Object.values((await statusOf('j3')).logs).find((log) => log.author === 'j3');
  await juror.until((event) => event['event'] === 'acked' && event['upTo'] === own?.seq);
  expect((await statusOf('panitia')).logs).toEqual((await statusOf('j3')).logs);
});

test('a mistyped code, a folder of the other role and a wrong call are refused in words', async () => {
  const mistyped = await runCli(['juror', path.join(folder, 'x'), '--join', '127.0.0.1:1', '--code', 'ABCDE-FGHJK']);
  expect(mistyped.code).toBe(1);
  expect(JSON.parse(mistyped.stdout).error.type).toBe('invitation-mistyped');
  const role = await runCli(['juror', path.join(folder, 'panitia')]);
  expect(JSON.parse(role.stdout).error.type).toBe('wrong-role');
  const usage = await runCli(['juror', path.join(folder, 'x'), '--join', '127.0.0.1:1']);
  expect(usage.code).toBe(2);
  const committee = await startCommittee();
  const code = await codeOf(committee, 'j1');
  await committee.stop();
  const nobody = await runCli([
    'juror',
    path.join(folder, 'x'),
    '--join',
    `127.0.0.1:${committee.port}`,
    '--code',
    code,
  ]);
  expect(JSON.parse(nobody.stdout).error.type).toBe('unreachable');
});
