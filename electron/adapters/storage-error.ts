/** The disk refuses, told apart from faults of the program: only the first is told to a person as one of the disk. */

/** Nothing was stored, because an earlier write has failed: `cause` is what it failed by. */
export class StorageError extends Error {
  constructor(cause: string) {
    super('storage-failed', { cause });
  }
}

/** What SQLite or the file system says about the disk. */
export function isStorageError(error: unknown): boolean {
  return error instanceof StorageError || /^(SQLITE_|E[A-Z0-9]+$)/.test(codeOf(error));
}

/** For the log: a code, never a message, which may quote what was being written. */
export function storageCause(error: unknown): string {
  if (error instanceof StorageError) return String(error.cause);
  return codeOf(error) || (error instanceof Error ? error.name : typeof error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
