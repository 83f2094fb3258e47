/** Sealing what is played: the two who do it, on a contest whose log ends are made up. */
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { sealsOf, type Seal } from '../../shared/domain/seal.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import type { SealScope } from '../../shared/domain/setup/contest-file.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { sealProposal } from '../../shared/seal/propose.ts';
import { resultDigest } from '../../shared/seal/sealed-result.ts';
import { committee, seat, type playContest } from './played-contest.ts';

type Played = ReturnType<typeof playContest>;

/** Base32 of 32 bytes. */
const entryHash = 'a'.repeat(52);

export function propose(contest: Played, scope: SealScope): Extract<Command, { type: 'propose-seal' }> {
  const made = sealProposal(contest.now(), scope, {
    heads: [...contest.heads()].map(([log, seq]) => ({ log, seq, hash: base32Bytes(entryHash) })),
    recorded: contest.recorded(),
    hash: nodeCrypto.hash,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

export function digestNow(contest: Played, scope: SealScope): string {
  return resultDigest(toContestFile(contest.now()), scope, nodeCrypto.hash);
}

/** Proposed, and confirmed by both. */
export function sealed(contest: Played, scope: SealScope, chair = 'j1'): Seal {
  const command = propose(contest, scope);
  const { code, digest } = command;
  contest.must(committee, command);
  contest.must(seat(chair), { type: 'confirm-seal', code });
  contest.must(committee, { type: 'approve-seal', code, digest });
  return sealOf(contest, code);
}

/** Opened again by both. */
export function unsealed(contest: Played, { code, digest }: Seal, chair = 'j1'): void {
  contest.must(committee, { type: 'propose-seal-opening', code, reason: 'salah hitung' });
  const opening = sealOf(contest, code).opening?.ref ?? '';
  contest.must(seat(chair), { type: 'confirm-seal', code, opening });
  contest.must(committee, { type: 'approve-seal', code, digest, opening });
}

export function sealOf(contest: Played, code: string): Seal {
  const seal = sealsOf(contest.now()).find((each) => each.code === code);
  if (seal === undefined) throw new Error(`no seal ${code}`);
  return seal;
}
