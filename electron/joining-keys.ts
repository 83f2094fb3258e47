/**
 * The keys of a laptop that is joining: on its disk before the committee is asked. Killed after the admission and before the
 * folder is whole, it comes back with the same keys, and the committee knows it as the one it has admitted (rule S4).
 */
import { existsSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { toBase32 } from '../shared/lib/base32.ts';
import { makeDeviceKeys, type DeviceKeys } from './adapters/node-crypto.ts';
import { deviceKeysSchema, isTaken, type KeyProtection } from './data-folder.ts';
import { writeAtomically } from './json-file.ts';

/** The seat of which contest; a renewed invitation is for the same. */
export interface JoiningSeat {
  readonly seat: string;
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

const fileSchema = z.object({
  format: z.literal('gelar-juri/joining@1'),
  seat: z.string(),
  fingerprint: z.string(),
  protection: z.enum(['file', 'system']),
  sealed: z.string(),
});

/** The keys of the attempt before, or new ones, durable when it returns. `protections`: new keys are hidden by the first. @throws when the disk refuses. */
export function joiningKeys(
  dir: string,
  joining: JoiningSeat,
  protections: readonly [KeyProtection, ...KeyProtection[]],
): JoiningKeys {
  const earlier = readDevice(dir, joining, protections);
  const device = earlier ?? makeDeviceKeys();
  const isNew = !existsSync(dir);
  if (earlier === null) {
    const [protection] = protections;
    const file: z.output<typeof fileSchema> = {
      format: 'gelar-juri/joining@1',
      seat: joining.seat,
      fingerprint: toBase32(joining.fingerprint),
      protection: protection.kind,
      sealed: protection.seal(JSON.stringify(device)),
    };
    writeAtomically(joiningFile(dir), `${JSON.stringify(file, null, 1)}\n`, 0o600);
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
export function isJoining(dir: string, joining: JoiningSeat): boolean {
  return !isTaken(dir) && readFile(dir, joining) !== null;
}

function readDevice(dir: string, joining: JoiningSeat, protections: readonly KeyProtection[]): DeviceKeys | null {
  const file = readFile(dir, joining);
  const text = protections.find(({ kind }) => kind === file?.protection)?.open(file?.sealed ?? '') ?? null;
  try {
    return text === null ? null : deviceKeysSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function readFile(dir: string, { seat, fingerprint }: JoiningSeat): z.output<typeof fileSchema> | null {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(readFileSync(joiningFile(dir), 'utf8')));
    const isSame = parsed.data?.seat === seat && parsed.data.fingerprint === toBase32(fingerprint);
    return parsed.success && isSame ? parsed.data : null;
  } catch {
    return null;
  }
}

function joiningFile(dir: string): string {
  return path.join(dir, 'bergabung.json');
}
