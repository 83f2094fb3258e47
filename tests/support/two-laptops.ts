/** A committee's and a juror's real folders, without a network: what one holds is carried to the other by hand. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeDeviceKeys } from '../../electron/adapters/node-crypto.ts';
import { createCommitteeFolder, createJurorFolder } from '../../electron/contest/new-contest-folder.ts';
import type { OpenContest } from '../../electron/contest/open-contest.ts';
import { contestFileSchema } from '../../shared/domain/setup/contest-file.ts';
import type { LogHead } from '../../shared/ports.ts';

const example = contestFileSchema.parse(JSON.parse(readFileSync('tests/fixtures/example-contest.json', 'utf8')));

export interface TwoLaptops {
  readonly committee: OpenContest;
  readonly juror: OpenContest;
  /** The juror's log. */
  readonly log: string;
}

/** Folders `panitia` and `j1` in `dir`; juror j1 has written that many scores, the last one 79; both hold everything. */
export async function twoLaptops(dir: string, scores: number): Promise<TwoLaptops> {
  const created = await createCommitteeFolder(path.join(dir, 'panitia'), example);
  if (!created.ok) throw new Error(created.error.type);
  const committee = created.value;
  const device = makeDeviceKeys();
  const made = await createJurorFolder(path.join(dir, 'j1'), { seat: 'j1', device, committee: committee.committee });
  if (!made.ok) throw new Error(made.error.type);
  const juror = made.value;
  const { signingKey, boxKey } = device;
  const id = juror.writers()[0]?.deviceId ?? '';
  mustExecute(committee, { type: 'admit-device', device: id, signingKey, boxKey, seat: 'j1', machine: 'laptop' });
  await carry(committee, juror);
  await juror.beginSeatLog('j1');
  for (let left = scores - 1; left >= 0; left -= 1) {
    const value = String(79 - (left % 10));
    mustExecute(juror, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value });
  }
  await carry(juror, committee);
  await committee.keysSettled();
  return { committee, juror, log: juror.writers()[0]?.log ?? '' };
}

/** Everything that one laptop holds to the other one, log by log. */
export async function carry(from: OpenContest, to: OpenContest): Promise<void> {
  await from.keysSettled();
  for (const { log } of committeeFirst(from)) {
    const entries = from.log.read(log, to.log.head(log)?.seq ?? 0, { entries: 500, bytes: 1_000_000 });
    const signature = entries.at(-1)?.signature;
    if (signature === undefined || signature === null) continue;
    const received = to.receive({ log, entries: entries.map((entry) => entry.bytes), signature });
    if (!received.ok) throw new Error(`${received.error.type} ${log}:${received.error.seq}`);
    // What the committee says is read before what others say after it.
    if (from.openings().get(log)?.role === 'committee') await to.keysSettled();
  }
}

/** The committee's facts say who may write: they come before what seats wrote. */
export function committeeFirst(from: OpenContest): readonly LogHead[] {
  const isCommittee = ({ log }: LogHead): boolean => from.openings().get(log)?.role === 'committee';
  const heads = from.log.heads();
  return [...heads.filter(isCommittee), ...heads.filter((head) => !isCommittee(head))];
}

/** In the name of the laptop's first writer. */
export function mustExecute(contest: OpenContest, command: Parameters<OpenContest['execute']>[1]): void {
  const seat = contest.writers()[0]?.seat ?? null;
  const executed = contest.execute(seat === null ? { role: 'committee' } : { role: 'seat', seat }, command);
  if (!executed.ok) throw new Error(`${command.type}: ${executed.error.reason}`);
}
