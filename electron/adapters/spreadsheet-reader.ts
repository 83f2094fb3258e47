/**
 * Reads a spreadsheet that somebody sent [I1]: in a worker with bounds on time and memory, so that a hostile file ends the
 * worker and nothing else. Works from source in plain Node and in the bundled main process, where the worker is a file
 * beside the bundle.
 */
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Grid } from '../../shared/import/grid.ts';
import type { SpreadsheetRefusal } from '../../shared/import/types.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import { refuseSpreadsheet } from './spreadsheet-refusal.ts';
import { workerFile } from './worker-file.ts';

export type SpreadsheetJob = { readonly bytes: Uint8Array; readonly fileName: string };

type Grids = Result<readonly Grid[], SpreadsheetRefusal>;

/** What a file at the size limit needs is about 300 MB. */
const MEMORY_MB = 768;

/** Reads at most `limits.spreadsheetBytes` from the file and parses them in a worker. */
export async function readSpreadsheetFile(file: string): Promise<Grids> {
  const bytes = await readBounded(file);
  return bytes.ok ? readSpreadsheetBytes(bytes.value, path.basename(file)) : err(bytes.error);
}

/** Parses in a worker; every failure of the worker is a refusal. `timeoutMs` bounds the whole run. */
export function readSpreadsheetBytes(
  bytes: Uint8Array,
  fileName: string,
  timeoutMs: number = limits.spreadsheetTimeoutMs,
): Promise<Grids> {
  if (bytes.byteLength > limits.spreadsheetBytes) return Promise.resolve(refuseSpreadsheet('too-large'));
  const job: SpreadsheetJob = { bytes: new Uint8Array(bytes), fileName };
  const worker = new Worker(workerFile('spreadsheet-worker'), {
    workerData: job,
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(refuseSpreadsheet('timed-out')), timeoutMs);
    const finish = (answer: Grids): void => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    worker.once('message', (answer: Grids) => finish(answer));
    worker.once('error', (error) => finish(refuseSpreadsheet(isOutOfMemory(error) ? 'too-large' : 'damaged')));
    worker.once('exit', () => finish(refuseSpreadsheet('damaged')));
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

async function readBounded(file: string): Promise<Result<Uint8Array, SpreadsheetRefusal>> {
  try {
    const handle = await open(file, 'r');
    try {
      if (!(await handle.stat()).isFile()) return refuseSpreadsheet('not-found');
      return await readAtMost(handle, limits.spreadsheetBytes);
    } finally {
      await handle.close();
    }
  } catch {
    return refuseSpreadsheet('not-found');
  }
}

/** Does not trust the size that the file system tells: a file may grow, a pipe has none. */
async function readAtMost(handle: FileHandle, bytes: number): Promise<Result<Uint8Array, SpreadsheetRefusal>> {
  const buffer = Buffer.alloc(bytes + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) return ok(buffer.subarray(0, length));
    length += bytesRead;
  }
  return refuseSpreadsheet('too-large');
}
