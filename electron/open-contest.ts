/**
 * A contest that is open on this laptop: its log on disk, its keys in memory, its facts folded. Everything that writes
 * goes through `execute` (people) or `receive` (other laptops), and both end in one durable append before anybody hears
 * of it. No Electron here: the application, the command line and the tests use the same code.
 */
import { present } from '../shared/lib/assert.ts';
import { base32Bytes, toBase32 } from '../shared/lib/base32.ts';
import { err, ok, type Result } from '../shared/lib/result.ts';
import type { Command } from '../shared/domain/commands.ts';
import { emptyContest, sharedKeyName, type Contest, type Device } from '../shared/domain/contest.ts';
import { decide } from '../shared/domain/decide.ts';
import { refusal, type DomainError } from '../shared/domain/errors.ts';
import type { Author, DomainEvent, LogOpened, RecordedEvent } from '../shared/domain/events.ts';
import { applyEvents, foldEvents } from '../shared/domain/evolve.ts';
import { entryRef } from '../shared/domain/ids.ts';
import { deviceIdOf } from '../shared/log/entry.ts';
import { compareClocks, merge } from '../shared/log/hybrid-clock.ts';
import { createLogReader, type LogReader } from '../shared/log/read.ts';
import { receiveBatches, type Batch, type Received, type ReceiveError } from '../shared/log/receive.ts';
import { beginLog, writeEvents } from '../shared/log/write.ts';
import { limits } from '../shared/limits.ts';
import type { EventLog, StoredEntry } from '../shared/ports.ts';
import { lockFolder, type FolderLock } from './adapters/folder-lock.ts';
import {
  makeDeviceKeys,
  nodeCrypto,
  nodeRandom,
  systemClock,
  unwrapKey,
  wrapKey,
  type DeviceKeys,
} from './adapters/node-crypto.ts';
import type { SqliteLog } from './adapters/sqlite-log.ts';
import {
  databaseFile,
  folderInUse,
  lockFile,
  readFolderKeys,
  withNewLogs,
  writeFolderKeys,
  type FolderError,
  type FolderKeys,
  type WriterKeys,
} from './data-folder.ts';
import { fileProtections, type Protections } from './sealed-file.ts';
import { canRead, missingKeys } from './same-person.ts';
import { keysAfterFailedWrite, openVerifiedLog } from './verified-log.ts';

export const applicationVersion = '0.1.0';

/** Who acts on this laptop. */
export type Actor = { readonly role: 'committee' } | { readonly role: 'seat'; readonly seat: string };

/** Facts that came to be: further ones, or all of them anew because earlier ones read differently now. */
export type ContestChange =
  | { readonly type: 'appended'; readonly events: readonly RecordedEvent[] }
  | { readonly type: 'reset' };

export interface Writer {
  /** Null: the committee. */
  readonly seat: string | null;
  /** Null: not begun yet. */
  readonly log: string | null;
  readonly deviceId: string;
  readonly device: DeviceKeys;
}

export interface OpenContest {
  readonly dir: string;
  readonly kind: 'committee' | 'juror';
  readonly machine: string;
  /** The committee's public keys, base32. */
  readonly committee: { readonly signingKey: string; readonly boxKey: string };
  /** How what is secret in this folder is hidden. */
  readonly protections: Protections;
  /** The logs that this laptop writes; `seat` null is the committee's. */
  readonly writers: () => readonly Writer[];
  readonly log: EventLog;
  readonly contest: () => Contest;
  readonly recorded: () => readonly RecordedEvent[];
  /** Who opened each log that is held. */
  readonly openings: () => ReadonlyMap<string, LogOpened>;
  /** Decides, and makes durable what was decided. */
  readonly execute: (actor: Actor, command: Command) => Result<{ readonly refs: readonly string[] }, DomainError>;
  /** Takes in what extends a log by right; durable when it returns. @throws when the disk refuses. */
  readonly receive: (batch: Batch) => Result<Received, ReceiveError>;
  /** The same for batches of different logs, in one transaction; one answer per batch. */
  readonly receiveAll: (batches: readonly Batch[]) => readonly Result<Received, ReceiveError>[];
  /** After durability: facts for screens. Returns the function that unsubscribes. */
  readonly subscribe: (listener: (change: ContestChange) => void) => () => void;
  /** After durability: entries of this laptop's own logs, for the network. */
  readonly onAppended: (listener: (entries: readonly StoredEntry[]) => void) => () => void;
  /** A seat whose scores are entered on this very laptop: its own log, admitted at once (committee laptops only). */
  readonly addLocalSeat: (seat: string) => Promise<Result<null, DomainError>>;
  /**
   * Lets a further laptop of the same person read what the seat wrote before (committee laptops only): wraps the data keys
   * of the seat's other logs for it. Does nothing for what it can read already.
   */
  readonly shareDataKeys: (device: string) => Promise<Result<null, DomainError>>;
  /** Lets the laptops that one person uses read each other's later logs too (committee laptops only). */
  readonly shareAmongLaptops: () => Promise<void>;
  /** Begins the seat's log once the committee has admitted this laptop (juror laptops). Does nothing when begun. */
  readonly beginSeatLog: (seat: string) => Promise<void>;
  /** Resolves when every data key that this laptop can open has been opened, and every log that has to begin has begun. */
  readonly keysSettled: () => Promise<void>;
  /** Copies database and keys into an empty folder; see `backup.ts`. */
  readonly copyTo: (folder: string) => Promise<void>;
  readonly close: () => void;
}

export interface FolderOptions {
  /** New keys are hidden by the first; existing ones by whichever fits. */
  readonly protections?: Protections;
  readonly machine?: string;
}

/**
 * Opens a folder: integrity check of the file, then verification of every log. `readOnly` works beside a running writer
 * and refuses to write; `isNew` is for who is making the folder.
 */
export async function openContestFolder(
  dir: string,
  options: FolderOptions & { readonly readOnly?: boolean; readonly isNew?: boolean } = {},
): Promise<Result<OpenContest, FolderError>> {
  const { readOnly = false, isNew = false, protections = fileProtections } = options;
  const keys = readFolderKeys(dir, protections, isNew);
  if (!keys.ok) return keys;
  const lock = readOnly ? null : lockFolder(lockFile(dir));
  if (!readOnly && lock === null) return err(folderInUse());
  const log = openVerifiedLog(dir, readOnly, keys.value);
  if (!log.ok) {
    lock?.release();
    return log;
  }
  const current = readOnly ? keys : keysAfterFailedWrite(dir, keys.value, log.value, protections[0]);
  if (!current.ok) {
    log.value.close();
    lock?.release();
    return current;
  }
  const contest = openOver({ dir, keys: current.value, log: log.value, lock, protections });
  await contest.keysSettled();
  return ok(contest);
}

interface Opening {
  readonly dir: string;
  readonly keys: FolderKeys;
  readonly log: SqliteLog;
  readonly lock: FolderLock | null;
  readonly protections: Protections;
}

function openOver({ dir, keys: folderKeys, log, lock, protections }: Opening): OpenContest {
  let keys = folderKeys;
  const dataKeys = new Map<string, Uint8Array>();
  let reader = newReader();
  const ports = { log, crypto: nodeCrypto, random: nodeRandom, clock: systemClock };
  const changeListeners = new Set<(change: ContestChange) => void>();
  const appendListeners = new Set<(entries: readonly StoredEntry[]) => void>();
  /** Data keys on their way, by log. */
  const learning = new Map<string, Promise<void>>();
  /** Seats of this laptop whose log somebody else has gone on with. */
  const ended = new Set<string>();
  const beginnings: Promise<void>[] = [];
  let contest: Contest = emptyContest;

  rememberOwnDataKeys();
  readEverything();

  function newReader(): LogReader {
    return createLogReader({
      crypto: nodeCrypto,
      committeeKeys: new Set([keys.committee.signingKey]),
      dataKeyOf: (id) => dataKeys.get(id) ?? null,
    });
  }

  /** At the opening, and when a branch has changed its id. */
  function readEverything(): void {
    reader = newReader();
    // A branch begins after what it left.
    const logs = log.heads().map(({ log: id }) => readAll(id));
    for (const entries of logs.toSorted((a, b) => (a[0]?.seq ?? 0) - (b[0]?.seq ?? 0))) reader.add(entries);
    reader.refresh();
    contest = foldEvents(reader.recorded());
    learnDataKeys();
  }

  function rememberOwnDataKeys(): void {
    for (const { log: id, dataKey } of keys.writers) {
      if (id !== null && dataKey !== null) dataKeys.set(id, base32Bytes(dataKey));
    }
  }

  function readAll(id: string): StoredEntry[] {
    const all: StoredEntry[] = [];
    for (;;) {
      const batch = log.read(id, all.at(-1)?.seq ?? 0, { entries: limits.batchEntries, bytes: limits.batchBytes });
      if (batch.length === 0) return all;
      all.push(...batch);
    }
  }

  /** Stored entries into facts, folded and told. */
  function take(entries: readonly StoredEntry[]): void {
    const change = reader.add(entries);
    if (change.type === 'appended' && change.events.length === 0) return learnDataKeys();
    contest = change.type === 'appended' ? applyEvents(contest, change.events) : foldEvents(reader.recorded());
    learnDataKeys();
    for (const listener of changeListeners) listener(change);
  }

  /** Unwraps the data keys of the logs whose openings are here and that are wrapped for one of this laptop's keys. */
  function learnDataKeys(): void {
    for (const [id, opening] of openingsWithKey())
      if (!dataKeys.has(id) && !learning.has(id)) learnDataKey(id, opening);
  }

  /** Without the branches: they have the data key of their log. */
  function openingsWithKey(): ReadonlyMap<string, LogOpened> {
    const branches = reader.branches();
    return new Map([...reader.openings()].filter(([id]) => !branches.has(id)));
  }

  function learnDataKey(id: string, opening: LogOpened): void {
    for (const writer of keys.writers) {
      const wrapped = opening.dataKey?.wraps.find((each) => each.boxKey === writer.boxKey)?.sealed;
      const sealed = wrapped ?? contest.sharedKeys.get(sharedKeyName(id, deviceOf(writer)));
      if (sealed === undefined) continue;
      const unwrapping = unwrapKey(sealed, writer.boxPrivateKey).then((dataKey) => {
        if (dataKey === null || toBase32(nodeCrypto.hash(dataKey)) !== opening.dataKey?.hash) return;
        dataKeys.set(id, dataKey);
        reader.refresh();
        contest = foldEvents(reader.recorded());
        for (const listener of changeListeners) listener({ type: 'reset' });
      });
      learning.set(id, unwrapping);
      return;
    }
  }

  function writerFor(seat: string | null): WriterKeys | undefined {
    return keys.writers.find((writer) => writer.seat === seat);
  }

  function append(writer: WriterKeys, events: readonly DomainEvent[]): readonly StoredEntry[] {
    const identity = {
      log: present(writer.log, 'the log has begun'),
      device: '',
      signingPrivateKey: base32Bytes(writer.signingPrivateKey),
      dataKey: writer.dataKey === null ? null : base32Bytes(writer.dataKey),
    };
    const nowMs = systemClock.nowMs();
    const seen = merge({ ms: nowMs, counter: 0 }, reader.latest(), nowMs);
    // Its facts are read in the order of their clocks: in a new log (a copy gone on with) they must not fall before the old ones.
    const own = writer.seat === null ? reader.latestOfCommittee() : seen;
    const after = compareClocks(own, seen) > 0 ? own : seen;
    return writeEvents(ports, { ...identity, device: deviceOf(writer) }, events, after);
  }

  function execute(actor: Actor, command: Command): Result<{ readonly refs: readonly string[] }, DomainError> {
    const seat = actor.role === 'seat' ? actor.seat : null;
    const writer = writerFor(seat);
    if (writer === undefined || lock === null) {
      return err(refusal('wrong-role', 'Laptop ini tidak berhak menulis untuk peran itu.'));
    }
    if (seat === null && writer.log === null) beginOwnLog(writer, null);
    const current = present(writerFor(seat), 'the writer stays');
    if (current.log === null) {
      return err(refusal('not-founded', 'Laptop ini belum diterima oleh panitia. Tunggu sampai tersambung.'));
    }
    const author: Author =
      seat === null
        ? { role: 'committee', device: deviceOf(current) }
        : { role: 'seat', seat, device: deviceOf(current) };
    const decided = decide(contest, author, command);
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return ok({ refs: [] });
    let entries: readonly StoredEntry[];
    try {
      entries = append(current, decided.value);
    } catch {
      return err(
        refusal(
          'storage',
          'Tidak dapat menyimpan ke disk laptop ini. Catat nilai di kertas dan hubungi panitia; nilai yang sudah tersimpan tetap aman. Setelah disk dilonggarkan, tutup lalu buka lagi lomba ini.',
        ),
      );
    }
    tell(entries);
    return ok({ refs: entries.map((entry) => entryRef(entry.log, entry.seq)) });
  }

  function tell(entries: readonly StoredEntry[]): void {
    take(entries);
    for (const listener of appendListeners) listener(entries);
  }

  function receive(batch: Batch): Result<Received, ReceiveError> {
    return present(receiveAll([batch])[0], 'one answer per batch');
  }

  function receiveAll(batches: readonly Batch[]): readonly Result<Received, ReceiveError>[] {
    const answers = receiveBatches(log, nodeCrypto, batches, {
      follow: keys.kind === 'juror',
      beforeStoring: endOwnLogs,
    });
    const received = answers.flatMap((each) => (each.ok ? [each.value] : []));
    const fresh = received.flatMap((each) => each.fresh);
    if (received.some(({ moves }) => moves.length > 0)) {
      readEverything();
      for (const listener of changeListeners) listener({ type: 'reset' });
    } else if (fresh.length > 0) take(fresh);
    if (received.some((each) => each.fresh.length > 0)) goOnInNewLogs();
    return answers;
  }

  /**
   * [L13] Entries of an own log that come from elsewhere: the folder was cloned or set back, and somebody has gone on with the
   * log. Its writer here begins a new one, before anything of it is stored.
   */
  function endOwnLogs(received: readonly Received[]): void {
    const origins = new Set(received.map(({ origin }) => origin));
    const isEnded = ({ log: id }: WriterKeys): boolean => id !== null && origins.has(id);
    if (!keys.writers.some(isEnded)) return;
    for (const { seat } of keys.writers.filter(isEnded)) if (seat !== null) ended.add(seat);
    const writers = keys.writers.map((each) => (isEnded(each) ? { ...each, log: null, dataKey: null } : each));
    saveKeys({ ...keys, writers });
  }

  /** The committee's begins with its next fact. */
  function goOnInNewLogs(): void {
    for (const seat of ended) {
      ended.delete(seat);
      // A disk that refuses is told with the next score.
      beginnings.push(beginSeatLog(seat).catch(() => undefined));
    }
  }

  function beginOwnLog(
    writer: WriterKeys,
    dataKey: { readonly bytes: Uint8Array; readonly wraps: Wraps } | null,
  ): void {
    const { identity, entries } = beginLog(
      ports,
      { signingPrivateKey: base32Bytes(writer.signingPrivateKey), dataKey: dataKey?.bytes ?? null },
      {
        role: writer.seat === null ? 'committee' : 'seat',
        seat: writer.seat,
        signingKey: writer.signingKey,
        boxKey: writer.boxKey,
        dataKey:
          dataKey === null ? null : { hash: toBase32(nodeCrypto.hash(dataKey.bytes)), wraps: [...dataKey.wraps] },
        machine: keys.machine,
        application: applicationVersion,
      },
    );
    const begun = { ...writer, log: identity.log, dataKey: dataKey === null ? null : toBase32(dataKey.bytes) };
    saveKeys({ ...keys, writers: keys.writers.map((each) => (each.seat === writer.seat ? begun : each)) });
    tell(entries);
  }

  function saveKeys(next: FolderKeys): void {
    writeFolderKeys(dir, next, protections[0]);
    keys = next;
    rememberOwnDataKeys();
  }

  async function beginSeatLog(seat: string): Promise<void> {
    const writer = writerFor(seat);
    if (writer === undefined || writer.log !== null) return;
    const dataKey = nodeRandom.bytes(32);
    const holders = [...new Set([writer.boxKey, keys.committee.boxKey])];
    const wraps = await Promise.all(holders.map((boxKey) => wrapKey(dataKey, boxKey)));
    if (writerFor(seat)?.log === null) beginOwnLog(writer, { bytes: dataKey, wraps });
  }

  async function addLocalSeat(seat: string): Promise<Result<null, DomainError>> {
    if (writerFor(seat) === undefined) {
      const device = makeDeviceKeys();
      const admitted = execute(
        { role: 'committee' },
        {
          type: 'admit-device',
          device: deviceOf(device),
          signingKey: device.signingKey,
          boxKey: device.boxKey,
          seat,
          machine: keys.machine,
        },
      );
      if (!admitted.ok) return admitted;
      saveKeys({ ...keys, writers: [...keys.writers, { ...device, seat, log: null, dataKey: null }] });
    }
    await beginSeatLog(seat);
    return ok(null);
  }

  async function shareDataKeys(id: string): Promise<Result<null, DomainError>> {
    const device = contest.devices.get(id);
    if (device === undefined) return err(refusal('unknown-id', 'Laptop itu belum diterima.'));
    const ofSeat = [...openingsWithKey()].flatMap(([each, opening]) => (opening.seat === device.seat ? [each] : []));
    return wrapFor(
      device,
      ofSeat.filter((each) => !canRead(contest, openingsWithKey(), device, each)),
    );
  }

  async function shareAmongLaptops(): Promise<void> {
    for (const { device, logs } of missingKeys(contest, openingsWithKey())) await wrapFor(device, logs);
  }

  async function wrapFor(device: Device, logs: readonly string[]): Promise<Result<null, DomainError>> {
    const shared: { log: string; sealed: string }[] = [];
    for (const each of logs) {
      const dataKey = dataKeys.get(each);
      if (dataKey !== undefined) shared.push({ log: each, sealed: (await wrapKey(dataKey, device.boxKey)).sealed });
    }
    const missing = shared.filter((each) => !canRead(contest, openingsWithKey(), device, each.log));
    if (missing.length === 0) return ok(null);
    const executed = execute({ role: 'committee' }, { type: 'share-data-keys', device: device.device, keys: missing });
    return executed.ok ? ok(null) : executed;
  }

  return {
    dir,
    kind: keys.kind,
    machine: keys.machine,
    committee: keys.committee,
    protections,
    writers: () =>
      keys.writers.map(({ seat, log: id, dataKey: _dataKey, ...device }) => ({
        seat,
        log: id,
        deviceId: deviceOf(device),
        device,
      })),
    log,
    contest: () => contest,
    recorded: () => reader.recorded(),
    openings: () => reader.openings(),
    execute,
    receive,
    receiveAll,
    subscribe: (listener) => subscribed(changeListeners, listener),
    onAppended: (listener) => subscribed(appendListeners, listener),
    addLocalSeat,
    shareDataKeys,
    shareAmongLaptops,
    beginSeatLog,
    keysSettled: async () => {
      await Promise.all([...learning.values(), ...beginnings]);
    },
    copyTo: async (folder) => {
      await log.backup(databaseFile(folder));
      writeFolderKeys(folder, withNewLogs(keys), protections[0]);
    },
    close: () => {
      log.close();
      lock?.release();
    },
  };
}

type Wraps = NonNullable<LogOpened['dataKey']>['wraps'];

function deviceOf(keys: { readonly signingKey: string }): string {
  return deviceIdOf(base32Bytes(keys.signingKey), nodeCrypto);
}

function subscribed<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
