/**
 * The keys of a laptop that is joining: on its disk before the committee is asked. Killed after the admission and before the
 * folder is whole, it comes back with the same keys, and the committee knows it as the one it has admitted (rule S4).
 */
import { existsSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { toBase32 } from '../../shared/lib/base32.ts';
import { makeDeviceKeys } from '../adapters/node-crypto.ts';
import type { DeviceKeys } from '../../shared/ports.ts';
import { idsAs, type JurorId } from '../../shared/domain/ids.ts';
import { deviceKeysSchema, isTaken } from '../contest/data-folder.ts';
import { writeSealed, readSealed, type Protection, type Protections } from '../adapters/files/sealed-file.ts';

/** The seat of which contest; a renewed invitation is for the same. */
export interface JoiningSeat {
  readonly seat: JurorId;
  /** Of the committee's signing key. */
  readonly fingerprint: Uint8Array;
}

export interface JoiningKeys {
  readonly device: DeviceKeys;
  /** True when an earlier attempt made them: the committee may have admitted them. */
  readonly isResumed: boolean;
  /** Nobody will be admitted with them, or the folder has them: leaves nothing behind. */
  readonly forget: () => void;
}

const format = 'gelar-juri/joining@1';
const contentSchema = z.object({ seat: idsAs<JurorId>(z.string()), fingerprint: z.string(), device: deviceKeysSchema });

/** The keys of the attempt before, or new ones, durable when it returns. `protections`: new keys are hidden by the first. @throws when the disk refuses. */
export function joiningKeys(dir: string, joining: JoiningSeat, protections: Protections): JoiningKeys {
  const earlier = readDevice(dir, joining, protections);
  const device = earlier ?? makeDeviceKeys();
  const isNew = !existsSync(dir);
  if (earlier === null) {
    const content: z.output<typeof contentSchema> = {
      seat: joining.seat,
      fingerprint: toBase32(joining.fingerprint),
      device,
    };
    writeSealed(joiningFile(dir), format, content, protections[0]);
  }
  return { device, isResumed: earlier !== null, forget };

  function forget(): void {
    rmSync(joiningFile(dir), { force: true });
    if (!isNew && earlier === null) return;
    try {
      rmdirSync(dir);
    } catch {
      // Something else is in it.
    }
  }
}

/** True for a folder in which this seat began to join and has no contest yet. */
export function isJoining(dir: string, joining: JoiningSeat, protections: readonly Protection[]): boolean {
  return !isTaken(dir) && readDevice(dir, joining, protections) !== null;
}

function readDevice(dir: string, joining: JoiningSeat, protections: readonly Protection[]): DeviceKeys | null {
  const read = readSealed(joiningFile(dir), format, contentSchema, protections);
  if (read.type !== 'read') return null;
  const { seat, fingerprint, device } = read.content;
  return seat === joining.seat && fingerprint === toBase32(joining.fingerprint) ? device : null;
}

function joiningFile(dir: string): string {
  return path.join(dir, 'bergabung.json');
}
