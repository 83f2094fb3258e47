/** [Z7] Seals on the command line: `status` lists them, `verify` holds them against what the folder has. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { createCommitteeFolder } from '../../electron/contest/new-contest-folder.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import type { Actor } from '../../shared/laptop/live-contest.ts';
import { groupedCode } from '../../shared/say/check-code.ts';
import { sealProposal } from '../../shared/seal/propose.ts';
import { runCli } from '../support/run-cli.ts';
import { smallContest } from '../support/small-contest.ts';

const committee: Actor = { role: 'committee' };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-seal-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Everything judged and sealed; `change`: the digest that stands in the seal. */
async function sealedFolder(digestOf: (digest: string) => string = (digest) => digest) {
  const dir = path.join(folder, 'panitia');
  const [first, ...others] = smallContest.jurors;
  const jurors = first === undefined ? [] : [{ ...first, chair: true }, ...others];
  const created = await createCommitteeFolder(dir, { ...smallContest, jurors });
  if (!created.ok) throw new Error(created.error.type);
  const contest = created.value;
  const must = (actor: Actor, command: Command) => {
    const done = contest.execute(actor, command);
    if (!done.ok) throw new Error(done.error.reason);
  };
  const { setup } = contest.contest();
  for (const { id: seat } of jurors) {
    expect((await contest.addLocalSeat(seat)).ok).toBe(true);
    for (const [at, contestant] of (setup?.contestants ?? []).entries()) {
      for (const { stage, criteria } of setup?.rubrics ?? []) {
        for (const { id, min } of criteria) {
          const value = String(Number(min) + at);
          must({ role: 'seat', seat }, { type: 'set-score', contestant: contestant.id, criterion: id, value });
        }
        must({ role: 'seat', seat }, { type: 'lock-sheet', contestant: contestant.id, stage });
      }
    }
    for (const { id: category } of setup?.categories ?? []) {
      must({ role: 'seat', seat }, { type: 'sign-off-category', category });
    }
  }
  const scope = setup?.categories[0]?.id ?? '';
  const proposal = sealProposal(contest.contest(), scope, {
    heads: contest.log.heads(),
    recorded: contest.recorded(),
    hash: nodeCrypto.hash,
  });
  if (!proposal.ok) throw new Error(JSON.stringify(proposal.error));
  const { code, digest } = proposal.value;
  must(committee, { ...proposal.value, digest: digestOf(digest) });
  must({ role: 'seat', seat: first?.id ?? '' }, { type: 'confirm-seal', code });
  must(committee, { type: 'approve-seal', code, digest: digestOf(digest) });
  contest.close();
  return { dir, code, scope };
}

test('[Z7] a seal in force is listed, and its code answered in groups', async () => {
  const { dir, code, scope } = await sealedFolder();
  const checkCode = groupedCode(code);
  const status = await runCli(['status', dir]);
  expect(JSON.parse(status.stdout).seals).toEqual([{ scope, checkCode, state: 'sealed' }]);
  const verified = await runCli(['verify', dir]);
  expect(verified.code).toBe(0);
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, checkCode, seals: [{ scope, checkCode, ok: true }] });
});

test('[Z7] without a seal the check code is that of the ends of all logs, and another one with one entry more', async () => {
  const dir = path.join(folder, 'tanpa-segel');
  const created = await createCommitteeFolder(dir, smallContest);
  if (!created.ok) throw new Error(created.error.type);
  const contest = created.value;
  const codeNow = async () => /"checkCode":\s*"([a-z2-7]{16})"/.exec((await runCli(['verify', dir])).stdout)?.[1];
  const before = await codeNow();
  expect(before).toBeDefined();
  expect(await codeNow()).toBe(before);
  const [{ id: to } = { id: '' }] = smallContest.jurors;
  const sent = contest.execute(committee, { type: 'send-message', to, text: 'Mohon kunci nomor 5.' });
  expect(sent.ok).toBe(true);
  const after = await codeNow();
  expect(after).toBeDefined();
  expect(after).not.toBe(before);
  contest.close();
});

test('[Z7] one whose digest was put in afterwards does not fit its code', async () => {
  const { dir, scope } = await sealedFolder(() => 'a'.repeat(52));
  const verified = await runCli(['verify', dir]);
  expect(verified.code).toBe(1);
  expect(JSON.parse(verified.stdout)).toMatchObject({
    ok: false,
    firstBad: { reason: `Segel kategori ${scope}: kode periksanya tidak cocok dengan yang disegel.` },
    seals: [{ scope, ok: false }],
  });
});
