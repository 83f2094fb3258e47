/**
 * A small JSON file that is never half written: a new file beside it, fsync, then rename. Reading gives the schema's value, or
 * its defaults when the file is missing or damaged; a damaged one is kept beside it under another name.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { assert } from '../../../shared/lib/assert.ts';

export interface JsonFile<Value> {
  readonly get: () => Value;
  /** Durable when it returns, unless opened as `soon`. Throws when the disk refuses; the old content stands then. */
  readonly set: (value: Value) => void;
}

/** When a write has to be on the disk: before anybody goes on, or as soon as the system finds time for it. */
type Durability = 'now' | 'soon';

/** A schema of zod, or what checks like one. */
interface Schema<Value> {
  readonly safeParse: (
    value: unknown,
  ) => { readonly success: true; readonly data: Value } | { readonly success: false };
}

/** `schema` must accept `{}` (its defaults). */
export function openJsonFile<Value>(file: string, schema: Schema<Value>, durable: Durability = 'now'): JsonFile<Value> {
  let value = read(file, schema);
  return {
    get: () => value,
    set: (next) => {
      writeAtomically(file, `${JSON.stringify(next, null, 1)}\n`, { durable });
      value = next;
    },
  };
}

function read<Value>(file: string, schema: Schema<Value>): Value {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return defaultsOf(schema);
  }
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  try {
    renameSync(file, `${file}.rusak`);
  } catch {
    // Nothing can be written here now; it is set aside another time.
  }
  return defaultsOf(schema);
}

function defaultsOf<Value>(schema: Schema<Value>): Value {
  const parsed = schema.safeParse({});
  assert(parsed.success, 'the schema accepts nothing at all');
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How the name of a file ends that is not written to its end. */
export const unfinished = '.baru';

/** Writes a file whole or not at all: write, fsync, rename, then fsync of the folder where the system allows it. */
export function writeAtomically(
  file: string,
  content: string | Uint8Array,
  { mode = 0o666, durable = 'now' }: { readonly mode?: number; readonly durable?: Durability } = {},
): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}${unfinished}`;
  const descriptor = openSync(temporary, 'w', mode);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    if (durable === 'now') fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, file);
  if (durable === 'now') syncFolder(path.dirname(file));
}

/** Makes what stands in a file durable. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes the names in a folder durable, where the system allows it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
