/**
 * Whether a folder still holds all that was confirmed in it (rule L14): the write-ahead log is walked before SQLite drops what
 * stands behind a damaged frame, and the ends that are kept beside the database, and by the committee's confirmation, are
 * looked for in it.
 */
import { readFileSync, statSync } from 'node:fs';
import type { LogHead } from '../../shared/ports.ts';
import type { LaptopKeys } from '../../shared/laptop/ports.ts';
import type { FolderDamage } from '../../shared/say/folders.ts';
import { walkWal, type WalWalk } from '../adapters/wal-walk.ts';
import { databaseFile } from './data-folder.ts';
import { confirmedHead } from './network-memory.ts';

/** While somebody writes it changes under the reader's hands; that one has looked at it before. */
const walReadAttempts = 3;

/** Null where it cannot be read in one piece: a writer is at work. */
export function walkFolderWal(dir: string): WalWalk | null {
  const file = `${databaseFile(dir)}-wal`;
  for (let attempt = 0; attempt < walReadAttempts; attempt += 1) {
    const before = stateOf(file);
    const walk = walkWal(before === null ? new Uint8Array(0) : readFileSync(file));
    if (walk.damage === null || before === stateOf(file)) return walk;
  }
  return null;
}

function stateOf(file: string): string | null {
  try {
    const { size, mtimeNs } = statSync(file, { bigint: true });
    return `${size} ${mtimeNs}`;
  } catch {
    return null;
  }
}

/** What the walk alone says. `ends` null: nothing else tells whether the last transaction was ever finished. */
export function walDamage(walk: WalWalk | null, hasEnds: boolean): FolderDamage | null {
  switch (walk?.damage) {
    case 'behind-the-end':
      return { type: 'wal', place: 'middle' };
    // With the ends beside it, it is known whether anything of it is lacking: what was moved into the database is not.
    case 'header':
      return hasEnds ? null : { type: 'wal', place: 'beginning' };
    case 'last-transaction':
      return hasEnds || walk.commitsBehind === 0 ? null : { type: 'wal', place: 'end' };
    case null:
    case undefined:
      return null;
  }
}

/** What the committee has confirmed of the logs that are written here. */
export function confirmedEnds(dir: string, keys: LaptopKeys): readonly LogHead[] {
  const confirmed = confirmedHead(dir);
  const isOwn = keys.writers.some(({ log }) => log !== null && log === confirmed?.log);
  return confirmed !== null && isOwn ? [confirmed] : [];
}
