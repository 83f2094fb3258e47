/**
 * What can still be proven from a damaged database (rules L4, L11). Its rows are read one by one, whatever else is broken, and
 * come in through the same door as what another laptop sends: of each log the longest beginning that verifies and ends at
 * an entry whose signature is there. The damaged file is only read.
 */
import Database from 'better-sqlite3';
import { z } from 'zod';
import { logIdSchema } from '../../shared/domain/ids.ts';
import { entryAt } from '../../shared/log/branches.ts';
import { decodeEnvelope } from '../../shared/log/entry.ts';
import { isCompacted } from '../../shared/log/envelope-3.ts';
import { receiveBatches, type Batch } from '../../shared/log/receive.ts';
import type { EventLog } from '../../shared/ports.ts';
import { createMemoryLog } from '../adapters/memory-log.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';

const bytes = z.instanceof(Uint8Array).transform((buffer) => Uint8Array.from(buffer));
const rowSchema = z.object({
  log: logIdSchema,
  seq: z.int().min(1),
  bytes,
  signature: bytes.refine((signature) => signature.length === 64).nullable(),
});
type Row = z.output<typeof rowSchema>;

/** Rows are numbered without gaps; after so many that are not there or not readable, nothing more is expected. */
const rowsWithoutSuccess = 20_000;
/** Entries that one signature is asked to vouch for: few, so that much is left if this copy is damaged too. */
const batchEntries = 32;

/** Of each log the longest beginning that one file alone, or several together, can prove; in memory. */
export function salvage(files: readonly string[]): EventLog {
  const saved = createMemoryLog();
  const sources = files.map(readRows);
  // A log that needs another one to be there first, or a beginning that another file has, is taken in the next round.
  for (let isMore = true; isMore;) {
    isMore = false;
    for (const logs of sources) for (const rows of logs.values()) if (takeIn(saved, rows)) isMore = true;
  }
  return saved;
}

/** Every row that can be read, by log and in order. */
function readRows(file: string): Map<string, Row[]> {
  const logs = new Map<string, Row[]>();
  for (const row of readableRows(file)) {
    const rows = logs.get(row.log);
    if (rows === undefined) logs.set(row.log, [row]);
    else rows.push(row);
  }
  for (const rows of logs.values()) rows.sort((a, b) => a.seq - b.seq);
  return logs;
}

function* readableRows(file: string): Generator<Row> {
  const opened = openDamaged(file);
  if (opened === null) return;
  let failures = 0;
  for (let number = 1; failures < rowsWithoutSuccess; number += 1) {
    const row = readRow(opened.select, number);
    failures = row === null ? failures + 1 : 0;
    if (row !== null) yield row;
  }
  opened.database.close();
}

/** Null: nothing can be read at all. */
function openDamaged(file: string) {
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    // SQLite refuses a file that was cut short altogether, unless it is told that somebody knows what he does.
    database.unsafeMode().pragma('writable_schema = ON');
    // By the number of the row, not through the index: one of the two may be broken.
    const select = database.prepare<[number], unknown>('SELECT log, seq, bytes, signature FROM entry WHERE rowid = ?');
    return { database, select };
  } catch {
    database?.close();
    return null;
  }
}

function readRow(select: Database.Statement<[number], unknown>, number: number): Row | null {
  try {
    const parsed = rowSchema.safeParse(select.get(number));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Takes in as much of one log as verifies; true when that was more than before. */
function takeIn(saved: EventLog, rows: readonly Row[]): boolean {
  const [first] = rows;
  if (first === undefined) return false;
  const before = saved.head(first.log)?.seq ?? first.seq - 1;
  const following = rows.filter(({ seq }) => seq > before);
  const unbroken = following.filter(({ seq }, at) => seq === before + 1 + at);
  for (const batch of batchesOf(unbroken, batchEntries)) {
    if (offer(saved, batch)) continue;
    for (const small of batchesOf(batch, 1)) if (!offer(saved, small)) break;
    break;
  }
  return (saved.head(first.log)?.seq ?? first.seq - 1) > before;
}

/** Parts that end at an entry with a signature: usually of `size` entries, longer where the signatures are rarer. */
function batchesOf(rows: readonly Row[], size: number): Row[][] {
  const batches: Row[][] = [];
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (row.signature === null || batch.length < size) continue;
    batches.push(batch);
    batch = [];
  }
  const signed = batch.findLastIndex(({ signature }) => signature !== null);
  if (signed >= 0) batches.push(batch.slice(0, signed + 1));
  return batches;
}

function offer(saved: EventLog, rows: readonly Row[]): boolean {
  const last = rows.at(-1);
  if (last === undefined || last.signature === null) return false;
  const batch = {
    log: last.log,
    entries: rows.map((row) => row.bytes),
    signature: last.signature,
    from: startOf(saved, rows),
  };
  const [received] = receiveBatches(saved, nodeCrypto, [batch], { follow: false, beforeStoring: () => undefined });
  return received?.ok === true && received.value.fresh.length > 0;
}

/** Where compacted rows go on: behind what of their log was proven before. */
function startOf(saved: EventLog, [first]: readonly Row[]): Batch['from'] {
  if (first === undefined || !isCompacted(first.bytes)) return undefined;
  const before = entryAt(saved, first.log, first.seq - 1);
  const origin = before === null ? null : decodeEnvelope(before.bytes);
  return before === null || origin === null ? undefined : { origin: origin.log, seq: first.seq, prevHash: before.hash };
}
