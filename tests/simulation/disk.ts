/**
 * The disk of a simulated laptop: what was appended is there after a crash, what was only in memory is not. A process works
 * on it through a handle, which dies with the process, and on which one write can be told to go wrong.
 */
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import type { LaptopKeys } from '../../shared/laptop/ports.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import type { KeptInvitation } from '../../shared/sync/join-desk.ts';
import { copyOfLog } from '../support/log-writer.ts';

export interface Disk {
  readonly log: EventLog;
  keys: LaptopKeys;
  /** A write has failed: whoever opens it next begins new logs (rule L11). */
  hasFailedWrite: boolean;
  /** What the committee has confirmed of a log, when it was last heard. */
  confirmed: { readonly log: string; readonly seq: number } | null;
  invitations: readonly KeptInvitation[];
  /** Every entry that was ever appended to it, by `hashName`. */
  readonly appended: Set<string>;
}

/**
 * How the next append goes wrong. `refuses`: nothing is stored. `refuses-late`: it is stored, and said to have failed.
 * `power-before`, `power-after`: the laptop dies at that moment.
 */
export type DiskFault = 'refuses' | 'refuses-late' | 'power-before' | 'power-after';

export interface DiskHandle {
  readonly log: EventLog;
  readonly keepKeys: (keys: LaptopKeys) => void;
  /** Null: what was told to go wrong and has not yet does not. */
  readonly fail: (fault: DiskFault | null) => void;
  readonly isAlive: () => boolean;
  /** The process is gone: nothing that is left of it reaches the disk. */
  readonly die: () => void;
}

/** What a disk says that refuses, and a process that is no more hears. */
export class DiskRefuses extends Error {}

export function createDisk(keys: LaptopKeys, log: EventLog = createMemoryLog()): Disk {
  return {
    log,
    keys,
    hasFailedWrite: false,
    confirmed: null,
    invitations: [],
    appended: new Set(entriesOf(log).map(({ hash }) => hashName(hash))),
  };
}

/** As a person copies the folder. */
export function copyOfDisk(disk: Disk, keys: LaptopKeys = disk.keys): Disk {
  const { hasFailedWrite, confirmed } = disk;
  return { ...createDisk(keys, copyOfLog(disk.log)), hasFailedWrite, confirmed };
}

export function openDisk(disk: Disk, onPowerCut: () => void): DiskHandle {
  let isAlive = true;
  let next: DiskFault | null = null;
  let isRefusing = false;
  return {
    log: { ...disk.log, append },
    keepKeys: (keys) => {
      if (!isAlive || isRefusing) throw new DiskRefuses('keys');
      disk.keys = keys;
    },
    fail: (fault) => {
      next = fault;
    },
    isAlive: () => isAlive,
    die: () => {
      isAlive = false;
    },
  };

  function append(entries: readonly StoredEntry[], moves: Parameters<EventLog['append']>[1]): void {
    if (!isAlive || isRefusing) throw new DiskRefuses('append');
    const fault = next;
    next = null;
    if (fault !== 'refuses' && fault !== 'power-before') {
      disk.log.append(entries, moves);
      for (const { hash } of entries) disk.appended.add(hashName(hash));
    }
    if (fault === null) return;
    if (fault === 'refuses' || fault === 'refuses-late') {
      isRefusing = true;
      disk.hasFailedWrite = true;
    } else onPowerCut();
    throw new DiskRefuses(fault);
  }
}

export function entriesOf(log: EventLog): readonly StoredEntry[] {
  return log.heads().flatMap(({ log: id }) => log.read(id, 0, { entries: 1e6, bytes: 1e9 }));
}

/** Short, and only to be compared. */
export function hashName(hash: Uint8Array): string {
  return Buffer.from(hash.buffer, hash.byteOffset, hash.length).toString('latin1');
}
