/**
 * The port EventLog on SQLite (rules L9-L11): WAL, synchronous=FULL, STRICT tables, numbered migrations, one writer
 * connection, checkpoints made explicitly so that their result is read. After a failed write nothing more is accepted.
 * Entries of version 3 lie compacted (L18), but for the first one under an id: it says where the others stand.
 */
import Database from 'better-sqlite3';
import { assert, present } from '../../shared/lib/assert.ts';
import { decodeEnvelope } from '../../shared/log/entry.ts';
import { compacted, expanded, isCompacted } from '../../shared/log/envelope-3.ts';
import type { EventLog, LogHead, LogMove, StoredEntry } from '../../shared/ports.ts';
import { idFrom, type DeviceId, type LogId } from '../../shared/domain/ids.ts';
import type { LogEnds } from './log-ends.ts';
import { createLogTails } from './log-tails.ts';
import { plainBytes } from './plain-bytes.ts';
import { StorageError, storageCause } from './storage-error.ts';

export interface SqliteLog extends EventLog {
  /** Empty when SQLite finds the file whole, else what it says. */
  readonly integrityProblems: () => readonly string[];
  /** Copies the whole database, consistent, while it is in use. */
  readonly backup: (file: string) => Promise<void>;
  /**
   * Brings what stands beside the database into it, durably; false while a reader is in the way.
   * @throws when the disk refuses.
   */
  readonly settle: () => boolean;
  /** The same, at once or not at all: a reader that is in the way only postpones it, and nobody waits. */
  readonly settleNow: () => boolean;
  /** The numbers of entries between those two that have their signature, at most `count`: most of what came from others has none. */
  readonly signed: (log: LogId, afterSeq: number, beforeSeq: number, count: number) => readonly number[];
  /** Of these entries, none of them the end of its log. A disk that refuses is told with the next entry. */
  readonly forgetSignatures: (log: LogId, seqs: readonly number[]) => void;
  /** False after a write has failed: the file takes nothing more. */
  readonly isWritable: () => boolean;
  /** By what the first failed write failed, for the log; null: none has. */
  readonly failure: () => string | null;
  readonly close: () => void;
}

interface Writer {
  readonly log: LogId;
  readonly device: DeviceId;
}

interface EntryRow {
  readonly log: LogId;
  readonly seq: number;
  readonly hash: Buffer;
  readonly bytes: Buffer;
  readonly signature: Buffer | null;
}

/** Each brings the file from the version of its index to the next; never changed after a release. */
const migrations = [
  `CREATE TABLE entry (
     log TEXT NOT NULL,
     seq INTEGER NOT NULL CHECK (seq > 0),
     hash BLOB NOT NULL CHECK (length(hash) = 32),
     bytes BLOB NOT NULL,
     signature BLOB CHECK (signature IS NULL OR length(signature) = 64),
     PRIMARY KEY (log, seq)
   ) STRICT`,
  // From here on entries may lie compacted, which an earlier version could not read: it says that it is too old.
  'SELECT 1',
] as const;

const applicationId = 0x474a5552; // "GJUR"
const checkpointPages = 1000;
const busyMs = 5000;
const rowsAtOnce = 64;

export interface SqliteLogOptions {
  readonly readOnly?: boolean;
  readonly mustExist?: boolean;
  /** Told how far every log is, after each COMMIT and before anybody else. */
  readonly ends?: Pick<LogEnds, 'write'>;
  /** Once, when the file begins to take nothing more. */
  readonly onWriteFailed?: () => void;
}

/**
 * Opens the database of a data folder, or makes it (unless it `mustExist`).
 * @throws when the file cannot be opened, is no contest's, or was made by a newer version; it is left as it was then.
 */
export function openSqliteLog(
  file: string,
  { readOnly = false, mustExist = readOnly, ends, onWriteFailed = () => undefined }: SqliteLogOptions = {},
): SqliteLog {
  const database = new Database(file, { readonly: readOnly, fileMustExist: mustExist });
  try {
    if (mustExist && versionOf(database) === 0) throw new Error('not-a-contest-database');
    if (!readOnly) {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.pragma('wal_autocheckpoint = 0');
    }
    database.pragma(`busy_timeout = ${busyMs}`);
    migrate(database, readOnly);
  } catch (error) {
    database.close();
    throw error;
  }
  return logOver(database, onWriteFailed, ends);
}

function migrate(database: Database.Database, readOnly: boolean): void {
  const version = versionOf(database);
  if (version > migrations.length) throw new Error('database-too-new');
  if (version > 0 && database.pragma('application_id', { simple: true }) !== applicationId) {
    throw new Error('not-a-contest-database');
  }
  if (readOnly) return;
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.exec(migration);
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${index + 1}`);
    })();
  }
}

/** 0: nothing was made in it yet, or what was made is lost. */
function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function logOver(database: Database.Database, onWriteFailed: () => void, ends: SqliteLogOptions['ends']): SqliteLog {
  const insert = database.prepare<[string, number, Uint8Array, Uint8Array, Uint8Array | null]>(
    'INSERT INTO entry (log, seq, hash, bytes, signature) VALUES (?, ?, ?, ?, ?)',
  );
  const selectFrom = database.prepare<[string, number, number], EntryRow>(
    'SELECT log, seq, hash, bytes, signature FROM entry WHERE log = ? AND seq >= ? ORDER BY seq LIMIT ?',
  );
  const selectSigned = database
    .prepare<[string, number, number, number], number>(
      'SELECT seq FROM entry WHERE log = ? AND seq > ? AND seq < ? AND signature IS NOT NULL ORDER BY seq LIMIT ?',
    )
    .pluck();
  const setBytes = database.prepare<[Uint8Array, string, number]>(
    'UPDATE entry SET bytes = ? WHERE log = ? AND seq = ?',
  );
  const selectFirst = database.prepare<[string], EntryRow>(
    'SELECT log, seq, hash, bytes, signature FROM entry WHERE log = ? ORDER BY seq LIMIT 1',
  );
  /** What the first entry under an id says of all of them. */
  const writers = new Map<LogId, Writer>();
  const selectHeads = database.prepare<[], { log: LogId; seq: number; hash: Buffer }>(
    `SELECT entry.log, entry.seq, entry.hash FROM entry
     JOIN (SELECT log, max(seq) AS seq FROM entry GROUP BY log) AS last ON last.log = entry.log AND last.seq = entry.seq
     ORDER BY entry.log`,
  );
  /** Another value once somebody else has written. */
  const selectVersion = database.prepare<[], number>('PRAGMA data_version').pluck();
  const tails = createLogTails();
  let headsVersion = selectVersion.get();
  let heads = readHeads();
  let writable = !database.readonly;
  let failure: string | null = null;
  let pagesSinceCheckpoint = 0;

  const rename = database.prepare<[string, string, number]>('UPDATE entry SET log = ? WHERE log = ? AND seq >= ?');
  const forget = database.prepare<[string, number]>('UPDATE entry SET signature = NULL WHERE log = ? AND seq = ?');
  const forgetAll = database.transaction((log: LogId, seqs: readonly number[]) => {
    for (const seq of seqs) forget.run(log, seq);
  });
  const writeAll = database.transaction((entries: readonly StoredEntry[], moves: readonly LogMove[]) => {
    for (const { log, fromSeq, to } of moves) {
      const [first] = readFrom(log, fromSeq, 1);
      rename.run(to, log, fromSeq);
      writers.clear();
      // Under its new id it may be the first one.
      if (first !== undefined) setBytes.run(first.bytes, to, fromSeq);
    }
    const begun = new Set<string>();
    for (const { log, seq, hash, bytes, signature } of entries) {
      const isFirst = !begun.has(log) && selectFirst.get(log) === undefined;
      insert.run(log, seq, hash, isFirst ? bytes : compacted(bytes), signature);
      begun.add(log);
    }
  });

  /**
   * Stored entries as they were signed, from that number on. Some rows at a time: one by one costs twice as much, and all at
   * once might be very large ones.
   */
  function readFrom(log: LogId, seq: number, count: number, mostBytes = Infinity): StoredEntry[] {
    const read: StoredEntry[] = [];
    let before: EntryRow | null = null;
    let lengthBytes = 0;
    for (let from = Math.max(1, seq - 1); ;) {
      const wanted = Math.min(count - read.length + 1, rowsAtOnce);
      const rows = selectFrom.all(log, from, wanted);
      for (const row of rows) {
        const bytes = row.seq < seq ? null : wholeBytes(row, before);
        before = row;
        if (bytes === null) continue;
        lengthBytes += bytes.length;
        if (read.length === count || (read.length > 0 && lengthBytes > mostBytes)) return read;
        const signature = row.signature === null ? null : plainBytes(row.signature);
        read.push({ log, seq: row.seq, hash: plainBytes(row.hash), bytes, signature });
      }
      if (rows.length < wanted || read.length === count) return read;
      from = (rows.at(-1)?.seq ?? from) + 1;
    }
  }

  function wholeBytes({ log, seq, bytes }: EntryRow, before: EntryRow | null): Uint8Array {
    if (!isCompacted(bytes)) return plainBytes(bytes);
    // Where a damaged database lacks it, what comes out fails to verify.
    const prevHash = before?.hash ?? new Uint8Array(32);
    return expanded(bytes, { ...writerOf(log), seq, prevHash });
  }

  function writerOf(log: LogId): Writer {
    const known = writers.get(log);
    if (known !== undefined) return known;
    const first = present(selectFirst.get(log), 'a log has a first entry');
    const { log: origin, device } = decodeEnvelope(plainBytes(first.bytes)) ?? { log, device: idFrom.device(log) };
    const writer = { log: origin, device };
    writers.set(log, writer);
    return writer;
  }

  function readHeads(): Map<LogId, LogHead> {
    return new Map(selectHeads.all().map(({ log, seq, hash }) => [log, { log, seq, hash: plainBytes(hash) }]));
  }

  function append(entries: readonly StoredEntry[], moves: readonly LogMove[] = []): void {
    if (!writable) throw new StorageError(failure ?? 'read-only');
    const next = new Map(heads);
    const ends = new Map<string, StoredEntry>();
    for (const move of moves) moveHead(next, move);
    for (const entry of entries) {
      const end = next.get(entry.log);
      assert(end === undefined || entry.seq === end.seq + 1, 'an entry extends its log by one');
      next.set(entry.log, { log: entry.log, seq: entry.seq, hash: entry.hash });
      ends.set(entry.log, entry);
    }
    for (const end of ends.values()) assert(end.signature !== null, 'what ends a log has its signature');
    try {
      writeAll.immediate(entries, moves);
    } catch (error) {
      fail(error);
      throw error;
    }
    heads = next;
    tails.forget(moves.flatMap(({ log, to }) => [log, to]));
    tails.add(entries);
    keepEnds();
    pagesSinceCheckpoint += entries.length;
    if (pagesSinceCheckpoint >= checkpointPages) checkpoint();
  }

  /** What was appended is durable already: where its end cannot be kept, this one still counts and no further one is taken. */
  function keepEnds(): void {
    try {
      ends?.write([...heads.values()]);
    } catch (error) {
      fail(error);
    }
  }

  /** What a move does to the ends of both logs. */
  function moveHead(ends: Map<string, LogHead>, { log, fromSeq, to }: LogMove): void {
    const moved = ends.get(log);
    assert(moved !== undefined && moved.seq >= fromSeq, 'a branch that is held is moved');
    assert((ends.get(to)?.seq ?? fromSeq - 1) === fromSeq - 1, 'a branch goes behind what is there');
    ends.set(to, { ...moved, log: to });
    const before = fromSeq === 1 ? undefined : selectFrom.get(log, fromSeq - 1, 1);
    if (before === undefined || before.seq !== fromSeq - 1) ends.delete(log);
    else ends.set(log, { log, seq: before.seq, hash: plainBytes(before.hash) });
  }

  /** What was appended is safe beside the database already, so a failure ends the writing, not this append. A busy reader only postpones it. */
  function checkpoint(): void {
    try {
      database.pragma('wal_checkpoint(PASSIVE)');
      pagesSinceCheckpoint = 0;
    } catch (error) {
      fail(error);
    }
  }

  function settle(): boolean {
    const isDone = database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
    if (isDone) pagesSinceCheckpoint = 0;
    return isDone;
  }

  function settleNow(): boolean {
    if (!writable) return true;
    database.pragma('busy_timeout = 0');
    try {
      return settle();
    } catch (error) {
      fail(error);
      return true;
    } finally {
      database.pragma(`busy_timeout = ${busyMs}`);
    }
  }

  function fail(error: unknown): void {
    writable = false;
    failure ??= storageCause(error);
    onWriteFailed();
  }

  /** A reader beside a writer sees what the writer has committed since. */
  function currentHeads(): Map<string, LogHead> {
    if (!database.readonly) return heads;
    const version = selectVersion.get();
    if (version !== headsVersion) [heads, headsVersion] = [readHeads(), version];
    return heads;
  }

  return {
    heads: () => [...currentHeads().values()].toSorted((a, b) => (a.log < b.log ? -1 : 1)),
    head: (log) => currentHeads().get(log) ?? null,
    read: (log, afterSeq, most) => {
      const tail = tails.read(log, afterSeq, most);
      if (tail !== null) return tail;
      return readFrom(log, afterSeq + 1, Math.max(1, most.entries), most.bytes);
    },
    append,
    integrityProblems: () => {
      const rows = database.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all();
      return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    },
    backup: async (file) => {
      await database.backup(file);
    },
    settle,
    settleNow,
    signed: (log, afterSeq, beforeSeq, count) => selectSigned.all(log, afterSeq, beforeSeq, count),
    forgetSignatures: (log, seqs) => {
      const end = heads.get(log)?.seq ?? 0;
      assert(writable && seqs.every((seq) => seq < end), 'what ends a log keeps its signature');
      try {
        forgetAll.immediate(log, seqs);
        tails.forget([log]);
      } catch (error) {
        fail(error);
      }
    },
    isWritable: () => writable,
    failure: () => failure,
    close: () => database.close(),
  };
}
