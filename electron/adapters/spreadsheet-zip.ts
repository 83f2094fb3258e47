/**
 * Opens the zip container of an .xlsx or .ods without trusting it [I2]. Every entry is inflated here under a bound and
 * compared with the sizes that the container declares; only what was checked here reaches the spreadsheet parser.
 */
import { inflateRawSync } from 'node:zlib';
import type { SpreadsheetRefusal } from '../../shared/import/types.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import { refuseSpreadsheet } from './spreadsheet-refusal.ts';

export type ZipEntries = ReadonlyMap<string, Uint8Array>;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_OF_DIRECTORY_BYTES = 22;
const LONGEST_COMMENT_BYTES = 0xffff;
/** Encrypted, strong encryption, masked headers. */
const ENCRYPTION_FLAGS = 0x0001 | 0x0040 | 0x2000;
const SIZES_FOLLOW_FLAG = 0x0008;
const STORED = 0;
const DEFLATED = 8;

type DirectoryEntry = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly realBytes: number;
  readonly localOffset: number;
};

/** All files in the container by name. Refuses encryption, more entries or bytes than `limits`, and sizes that lie. */
export function openZip(bytes: Uint8Array): Result<ZipEntries, SpreadsheetRefusal> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readDirectory(view);
  if (!directory.ok) return directory;

  const entries = new Map<string, Uint8Array>();
  let totalBytes = 0;
  for (const entry of directory.value) {
    const content = readEntry(view, entry);
    if (!content.ok) return content;
    totalBytes += content.value.byteLength;
    if (totalBytes > limits.spreadsheetInflatedBytes) return refuseSpreadsheet('too-large');
    if (entries.has(entry.name)) return refuseSpreadsheet('damaged');
    if (!entry.name.endsWith('/')) entries.set(entry.name, content.value);
  }
  return ok(entries);
}

function readDirectory(view: Buffer): Result<readonly DirectoryEntry[], SpreadsheetRefusal> {
  const end = endOfDirectory(view);
  if (end === null) return refuseSpreadsheet('damaged');
  const count = view.readUInt16LE(end + 10);
  if (count > limits.spreadsheetEntries) return refuseSpreadsheet('too-many-entries');
  if (count !== view.readUInt16LE(end + 8)) return refuseSpreadsheet('damaged');

  const entries: DirectoryEntry[] = [];
  let offset = view.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (offset + 46 > end || view.readUInt32LE(offset) !== DIRECTORY_ENTRY) return refuseSpreadsheet('damaged');
    const nameBytes = view.readUInt16LE(offset + 28);
    const nextOffset = offset + 46 + nameBytes + view.readUInt16LE(offset + 30) + view.readUInt16LE(offset + 32);
    if (nextOffset > end) return refuseSpreadsheet('damaged');
    entries.push({
      name: view.toString('utf8', offset + 46, offset + 46 + nameBytes),
      flags: view.readUInt16LE(offset + 8),
      method: view.readUInt16LE(offset + 10),
      packedBytes: view.readUInt32LE(offset + 20),
      realBytes: view.readUInt32LE(offset + 24),
      localOffset: view.readUInt32LE(offset + 42),
    });
    offset = nextOffset;
  }
  return ok(entries);
}

/** Where the end record stands, searched from the back because a comment may follow it. */
function endOfDirectory(view: Buffer): number | null {
  const last = view.length - END_OF_DIRECTORY_BYTES;
  for (let offset = last; offset >= Math.max(0, last - LONGEST_COMMENT_BYTES); offset -= 1) {
    if (view.readUInt32LE(offset) === END_OF_DIRECTORY) return offset;
  }
  return null;
}

function readEntry(view: Buffer, entry: DirectoryEntry): Result<Uint8Array, SpreadsheetRefusal> {
  if ((entry.flags & ENCRYPTION_FLAGS) !== 0) return refuseSpreadsheet('encrypted');
  if (entry.realBytes > limits.spreadsheetEntryBytes) return refuseSpreadsheet('too-large');
  const local = entry.localOffset;
  if (local + 30 > view.length || view.readUInt32LE(local) !== LOCAL_ENTRY) return refuseSpreadsheet('damaged');
  const localFlags = view.readUInt16LE(local + 6);
  if ((localFlags & ENCRYPTION_FLAGS) !== 0) return refuseSpreadsheet('encrypted');
  const sizesAgree =
    (localFlags & SIZES_FOLLOW_FLAG) !== 0 ||
    (view.readUInt32LE(local + 18) === entry.packedBytes && view.readUInt32LE(local + 22) === entry.realBytes);
  const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  const packed = view.subarray(start, start + entry.packedBytes);
  if (!sizesAgree || packed.length !== entry.packedBytes) return refuseSpreadsheet('damaged');

  const content = inflate(packed, entry.method);
  if (!content.ok) return content;
  return content.value.byteLength === entry.realBytes ? content : refuseSpreadsheet('damaged');
}

/** Stops at the bound: what a bomb would become is never in memory. */
function inflate(packed: Buffer, method: number): Result<Uint8Array, SpreadsheetRefusal> {
  if (method === STORED) return ok(packed);
  if (method !== DEFLATED) return refuseSpreadsheet('damaged');
  try {
    return ok(inflateRawSync(packed, { maxOutputLength: limits.spreadsheetEntryBytes }));
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return refuseSpreadsheet(isTooLarge ? 'too-large' : 'damaged');
  }
}
