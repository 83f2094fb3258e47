/**
 * A whole event as the real core writes it, without a network: the committee's folder, and one folder per juror with that
 * juror's scores in it, each decided, signed and hidden by itself. Logs are written in memory and stored in one transaction,
 * so that making them does not wait for the disk.
 */
import path from 'node:path';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { makeDeviceKeys, nodeCrypto, nodeRandom, systemClock, wrapKey } from '../../electron/adapters/node-crypto.ts';
import { openSqliteLog } from '../../electron/adapters/sqlite-log.ts';
import { fileProtections } from '../../electron/adapters/files/sealed-file.ts';
import { planContest, randomScores, seededNumbers } from '../../electron/cli/rehearse-contest.ts';
import { databaseFile, readFolderKeys, writeFolderKeys } from '../../electron/contest/data-folder.ts';
import { createCommitteeFolder, createJurorFolder } from '../../electron/contest/new-contest-folder.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import type { Contest } from '../../shared/domain/contest.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { decide } from '../../shared/domain/facts/decide.ts';
import type { Author, RecordedEvent } from '../../shared/domain/facts/events.ts';
import { applyEvents } from '../../shared/domain/facts/evolve.ts';
import { entryRef } from '../../shared/domain/ids.ts';
import type { ContestFile, Juror } from '../../shared/domain/setup/contest-file.ts';
import { base32Bytes, toBase32 } from '../../shared/lib/base32.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Batch } from '../../shared/log/receive.ts';
import { beginLog, writeEvents } from '../../shared/log/write.ts';
import type { EventLog } from '../../shared/ports.ts';

export interface EventSize {
  readonly jurors: number;
  readonly contestants: number;
  readonly criteria: number;
  /** Their sheets can still be changed. */
  readonly open?: boolean;
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
  const { file } = must(await planContest({ order: size.contestants, rubric: size.criteria, jurors: size.jurors }));
  const dir = path.join(folder, 'panitia');
  const committee = must(await createCommitteeFolder(dir, file));
  const next = seededNumbers(seed);
  const jurors = new Map<string, string>();
  const logs: string[] = [];
  let entries = 0;
  for (const juror of file.jurors) {
    const jurorDir = path.join(folder, juror.id);
    const commands = commandsOf(file, juror, next, size.open === true);
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
  const device = makeDeviceKeys();
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
  for (const { log } of committee.log.heads()) give(committee.log, opened, log);
  const known = opened.contest();
  opened.close();

  const dataKey = nodeRandom.bytes(32);
  const wraps = await Promise.all([boxKey, committee.committee.boxKey].map((each) => wrapKey(dataKey, each)));
  const memory = createMemoryLog();
  const ports = { log: memory, crypto: nodeCrypto, random: nodeRandom, clock: systemClock };
  const { identity } = beginLog(
    ports,
    { signingPrivateKey: base32Bytes(device.signingPrivateKey), dataKey },
    {
      role: 'seat',
      seat,
      signingKey,
      boxKey,
      dataKey: { hash: toBase32(nodeCrypto.hash(dataKey)), wraps },
      machine: `Laptop ${seat}`,
      application: 'bench',
    },
  );
  const author: Author = { role: 'seat', seat, device: id };
  let contest: Contest = known;
  for (const command of commands) {
    const events = must(decide(contest, author, command));
    const stored = writeEvents(ports, identity, events);
    const recorded = stored.flatMap(({ log, seq }, position): RecordedEvent[] => {
      const event = events[position];
      return event === undefined ? [] : [{ ref: entryRef(log, seq), atMs: systemClock.nowMs(), author, event }];
    });
    contest = applyEvents(contest, recorded);
  }
  const entries = memory.read(identity.log, 0, { entries: Infinity, bytes: Infinity });
  const log = openSqliteLog(databaseFile(dir));
  log.append(entries);
  log.close();
  const keys = must(readFolderKeys(dir, fileProtections));
  const writers = keys.writers.map((each) => ({ ...each, log: identity.log, dataKey: toBase32(dataKey) }));
  writeFolderKeys(dir, { ...keys, writers }, fileProtections[0]);
  return { log: identity.log, entries: entries.length };
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
