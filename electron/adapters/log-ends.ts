/**
 * How far every log was when something was last confirmed, kept beside the database (rule L14): what SQLite silently drops, or
 * somebody deletes, is seen by it. Two small files are written in turn and in place, each with a number and a checksum, so
 * that one of them is whole whatever happens to the other. Written after COMMIT and before anybody is told: to be behind
 * the database is harmless, to be ahead of it is a loss.
 */
import { createHash } from 'node:crypto';
import { closeSync, fdatasyncSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { logIdSchema } from '../../shared/domain/ids.ts';
import type { LogHead } from '../../shared/ports.ts';

export interface KeptEnds {
  readonly heads: readonly LogHead[];
  /** Ends that were known and lost, and have not come back yet. */
  readonly awaited: readonly LogHead[];
  /** The folder that they were written in has another number in its file system: this is a copy of it. */
  readonly isOfCopy: boolean;
}

export interface LogEnds {
  /** Null where there are none: a folder of an earlier version, or both files are damaged. */
  readonly read: () => KeptEnds | null;
  /**
   * Written when it returns, so that a killed process leaves it; on the disk too where an own log has grown. Of what others
   * wrote, and have, the disk may be a little behind. @throws when the disk refuses.
   */
  readonly write: (heads: readonly LogHead[]) => void;
  /** The logs that are written here; before it is known, all of them count as own. */
  readonly setOwn: (logs: () => readonly (string | null)[]) => void;
  /** From now on these are awaited; durable with the next `write`. */
  readonly setAwaited: (awaited: readonly LogHead[]) => void;
  readonly close: () => void;
}

export const endsFiles = (dir: string): readonly [string, string] => [
  path.join(dir, 'catatan-akhir-1'),
  path.join(dir, 'catatan-akhir-2'),
];

const format = 'gelar-juri/catatan-akhir@1';
/** So that the size of a file changes seldom: then only its content has to get to the disk. */
const blockBytes = 1024;
/** A reader beside a writer may meet one file half written, and the other one then. */
const readAttempts = 5;

const end = z.tuple([logIdSchema, z.int().min(1), z.string().regex(/^[0-9a-f]{64}$/)]);
const slotSchema = z.object({
  number: z.int().min(1),
  folder: z.string(),
  heads: z.array(end),
  awaited: z.array(end),
});
type Slot = z.output<typeof slotSchema>;

export function openLogEnds(dir: string): LogEnds {
  const files = endsFiles(dir);
  const folder = folderNumber(dir);
  let last = newest(files);
  let awaited: Slot['awaited'] = last?.awaited ?? [];
  let ownLogs: (() => readonly (string | null)[]) | null = null;
  const descriptors = new Map<string, number>();

  return {
    read: () => {
      last = newest(files) ?? last;
      if (last === null) return null;
      const { heads, folder: writtenIn } = last;
      return { heads: heads.map(toHead), awaited: awaited.map(toHead), isOfCopy: writtenIn !== folder };
    },
    write: (heads) => {
      const number = (last?.number ?? 0) + 1;
      const next: Slot = { number, folder, heads: heads.map(fromHead), awaited };
      const [odd, even] = files;
      writeSlot(number % 2 === 1 ? odd : even, next, hasOwnGrown(last, next));
      last = next;
    },
    setOwn: (logs) => {
      ownLogs = logs;
    },
    setAwaited: (next) => {
      awaited = next.map(fromHead);
    },
    close: () => {
      for (const descriptor of descriptors.values()) closeSync(descriptor);
      descriptors.clear();
    },
  };

  function hasOwnGrown(before: Slot | null, { heads }: Slot): boolean {
    const own = ownLogs?.();
    if (own === undefined || before === null) return true;
    const known = new Map(before.heads.map(([log, seq]) => [log, seq]));
    return heads.some(([log, seq]) => own.includes(log) && known.get(log) !== seq);
  }

  function writeSlot(file: string, slot: Slot, toDisk: boolean): void {
    const descriptor = descriptors.get(file) ?? openToWrite(file);
    descriptors.set(file, descriptor);
    const bytes = encode(slot);
    for (let written = 0; written < bytes.length;) {
      written += writeSync(descriptor, bytes, written, bytes.length - written, written);
    }
    if (toDisk) fdatasyncSync(descriptor);
  }
}

/** As it is, or made. */
function openToWrite(file: string): number {
  try {
    return openSync(file, 'r+');
  } catch {
    const descriptor = openSync(file, 'w+');
    syncName(path.dirname(file));
    return descriptor;
  }
}

function syncName(dir: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(dir, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Format and checksum on the first line, then the content, filled up with blanks. */
function encode(slot: Slot): Buffer {
  const content = JSON.stringify(slot);
  const text = `${format} ${content.length} ${sumOf(content)}\n${content}\n`;
  return Buffer.from(text.padEnd(Math.ceil(text.length / blockBytes) * blockBytes, ' '));
}

function newest(files: readonly string[]): Slot | null {
  for (let attempt = 0; attempt < readAttempts; attempt += 1) {
    const slots = files.flatMap((file) => decode(file) ?? []).toSorted((a, b) => b.number - a.number);
    if (slots[0] !== undefined) return slots[0];
  }
  return null;
}

function decode(file: string): Slot | null {
  try {
    const text = readFileSync(file, 'latin1');
    const [, length = '', sum = ''] = /^\S+ (\d+) ([0-9a-f]{64})\n/.exec(text) ?? [];
    const begin = text.indexOf('\n') + 1;
    const content = text.slice(begin, begin + Number(length));
    if (!text.startsWith(`${format} `) || sumOf(content) !== sum) return null;
    return slotSchema.parse(JSON.parse(content));
  } catch {
    return null;
  }
}

function sumOf(content: string): string {
  return createHash('sha256').update(content, 'latin1').digest('hex');
}

/** By which the file system knows the folder, also after it was renamed; empty where it knows none. */
function folderNumber(dir: string): string {
  try {
    return String(statSync(dir, { bigint: true }).ino);
  } catch {
    return '';
  }
}

function fromHead({ log, seq, hash }: LogHead): Slot['heads'][number] {
  return [log, seq, Buffer.from(hash).toString('hex')];
}

function toHead([log, seq, hash]: Slot['heads'][number]): LogHead {
  return { log, seq, hash: Uint8Array.from(Buffer.from(hash, 'hex')) };
}
