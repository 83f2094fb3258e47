/**
 * A whole event as the real core writes it, without a network: the committee's folder, and one folder per juror with that
 * juror's scores in it, each decided, signed and hidden by itself. Logs are written in memory and stored in one transaction,
 * so that making them does not wait for the disk.
 */
import path from 'node:path';
import { fileProtections } from '../../electron/adapters/files/sealed-file.ts';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto, nodeKeyBox, nodeRandom, systemClock } from '../../electron/adapters/node-crypto.ts';
import { openSqliteLog } from '../../electron/adapters/sqlite-log.ts';
import { planContest, randomScores, seededNumbers } from '../../electron/cli/rehearse-contest.ts';
import { databaseFile, readFolderKeys, writeFolderKeys } from '../../electron/contest/data-folder.ts';
import { createCommitteeFolder, createJurorFolder } from '../../electron/contest/new-contest-folder.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import type { ContestFile, Juror } from '../../shared/domain/setup/contest-file.ts';
import { openLiveContest } from '../../shared/laptop/live-contest.ts';
import type { LaptopKeys } from '../../shared/laptop/ports.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Batch } from '../../shared/log/receive.ts';
import type { EventLog } from '../../shared/ports.ts';
import { wordsOf } from '../../shared/say/words.ts';

export interface EventSize {
  readonly jurors: number;
  readonly contestants: number;
  readonly criteria: number;
  /** Their sheets can still be changed. */
  readonly open?: boolean;
  /** Default: everything is scored. */
  readonly scores?: boolean;
  /** Further laptops that carry each juror's log at once. */
  readonly copies?: number;
}

export interface MadeEvent {
  readonly file: ContestFile;
  readonly committee: string;
  /** By seat. */
  readonly jurors: ReadonlyMap<string, string>;
  /** Entries of all jurors together. */
  readonly entries: number;
  /** Log ids of the jurors. */
  readonly logs: readonly string[];
}

/** Every juror laptop is admitted and has scored and locked everything; the committee has received nothing yet. */
export async function makeEvent(folder: string, size: EventSize, seed = 1): Promise<MadeEvent> {
  const { copies, jurors: seats } = size;
  const planned = must(
    await planContest(wordsOf.id, { order: size.contestants, rubric: size.criteria, jurors: seats }),
  ).file;
  const file = copies === undefined ? planned : { ...planned, contest: { ...planned.contest, copies } };
  const dir = path.join(folder, 'panitia');
  const committee = must(await createCommitteeFolder(dir, file));
  const next = seededNumbers(seed);
  const jurors = new Map<string, string>();
  const logs: string[] = [];
  let entries = 0;
  for (const juror of file.jurors) {
    const jurorDir = path.join(folder, juror.id);
    const commands = size.scores === false ? [] : commandsOf(file, juror, next, size.open === true);
    const made = await makeJuror(jurorDir, committee, juror.id, commands);
    jurors.set(juror.id, jurorDir);
    logs.push(made.log);
    entries += made.entries;
  }
  committee.close();
  return { file, committee: dir, jurors, entries, logs };
}

/** The committee takes in what the jurors have written, as it would come over the network. */
export async function deliver(event: MadeEvent): Promise<void> {
  const committee = must(await openContestFolder(event.committee));
  for (const [position, dir] of [...event.jurors.values()].entries()) {
    const log = openSqliteLog(databaseFile(dir), { readOnly: true });
    give(log, committee, event.logs[position] ?? '');
    log.close();
  }
  await committee.keysSettled();
  committee.close();
}

/** Everything that the committee holds, to a juror's laptop. */
export async function deliverToJuror(event: MadeEvent, seat: string): Promise<string> {
  const dir = event.jurors.get(seat) ?? '';
  const from = openSqliteLog(databaseFile(event.committee), { readOnly: true });
  const juror = must(await openContestFolder(dir));
  const isHeld = (log: string): boolean => juror.log.head(log) !== null;
  for (const { log } of from.heads().toSorted((a, b) => Number(isHeld(b.log)) - Number(isHeld(a.log))))
    give(from, juror, log);
  await juror.keysSettled();
  juror.close();
  from.close();
  return dir;
}

async function makeJuror(
  dir: string,
  committee: OpenContest,
  seat: string,
  commands: readonly Command[],
): Promise<{ readonly log: string; readonly entries: number }> {
  const device = nodeKeyBox.makeDeviceKeys();
  const { signingKey, boxKey } = device;
  const opened = must(await createJurorFolder(dir, { seat, device, committee: committee.committee }));
  const id = opened.writers()[0]?.deviceId ?? '';
  const admission: Command = {
    type: 'admit-device',
    device: id,
    signingKey,
    boxKey,
    seat,
    machine: `Laptop ${seat}`,
  };
  must(committee.execute({ role: 'committee' }, admission));
  // The key to the committee's facts goes along.
  await committee.keysSettled();
  for (const { log } of committee.log.heads()) give(committee.log, opened, log);
  opened.close();

  const memory = createMemoryLog();
  copyInto(memory, opened.dir);
  let keys: LaptopKeys = must(readFolderKeys(dir, fileProtections));
  const live = openLiveContest(
    {
      crypto: nodeCrypto,
      random: nodeRandom,
      clock: systemClock,
      keyBox: nodeKeyBox,
      application: 'bench',
      keepKeys: (next) => {
        keys = next;
      },
      isStorageError: () => false,
      stored: { whenQuiet: () => undefined, soon: () => undefined },
    },
    keys,
    memory,
  );
  await live.keysSettled();
  await live.beginSeatLog(seat);
  for (const command of commands) must(live.execute({ role: 'seat', seat }, command));
  const log = live.writers()[0]?.log ?? '';
  const entries = memory.read(log, 0, { entries: Infinity, bytes: Infinity });
  const file = openSqliteLog(databaseFile(dir));
  file.append(entries);
  file.close();
  writeFolderKeys(dir, keys, fileProtections[0]);
  return { log, entries: entries.length };
}

function copyInto(memory: EventLog, dir: string): void {
  const file = openSqliteLog(databaseFile(dir), { readOnly: true });
  for (const { log } of file.heads()) memory.append(file.read(log, 0, { entries: Infinity, bytes: Infinity }));
  file.close();
}

function commandsOf(file: ContestFile, juror: Juror, next: () => number, open: boolean): readonly Command[] {
  const scores = randomScores(file, juror, next).map((score): Command => ({ type: 'set-score', ...score }));
  if (open) return scores;
  const locks = file.stages.flatMap(({ id: stage }) =>
    file.contestants.map(({ id: contestant }): Command => ({ type: 'lock-sheet', contestant, stage })),
  );
  return [...scores, ...locks];
}

/** As the network brings it: batches that end with a signature, each in a transaction. */
function give(from: EventLog, to: OpenContest, log: string): void {
  for (;;) {
    const entries = from.read(log, to.log.head(log)?.seq ?? 0, { entries: 200, bytes: 256 * 1024 });
    const end = entries.findLastIndex(({ signature }) => signature !== null);
    const signature = entries[end]?.signature ?? null;
    if (signature === null) return;
    const batch: Batch = { log, entries: entries.slice(0, end + 1).map(({ bytes }) => bytes), signature };
    must(to.receive(batch));
  }
}

export function must<Value, Problem>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
