/**
 * What a juror's laptop knows of the committee, kept beside the contest over a restart: where it was last, and how much of
 * the own log it had confirmed. Losing it loses nothing; both are learned again. What was confirmed and is not here any
 * more is a loss, and the committee has it (rule L14).
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import type { LogHead } from '../../shared/ports.ts';
import type { CommitteeAddress } from '../../shared/sync/roles/ports.ts';
import { idsAs, type LogId } from '../../shared/domain/ids.ts';
import { openJsonFile } from '../adapters/files/json-file.ts';

const memorySchema = z.object({
  committee: z
    .object({ host: z.string().max(300), port: z.int().min(1).max(65_535) })
    .nullable()
    .default(null),
  confirmed: z
    .object({
      log: idsAs<LogId>(z.string().max(100)),
      seq: z.int().min(0),
      /** Of the entry, and a checksum over all three: without it (an earlier version, a damaged file) nothing is proven by it. */
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
      check: z.string().max(64).optional(),
    })
    .nullable()
    .default(null),
});

/** Null when none is known. */
export function rememberedAddress(dir: string): CommitteeAddress | null {
  return openJsonFile(memoryFile(dir), memorySchema).get().committee;
}

export function rememberAddress(dir: string, { host, port }: CommitteeAddress): void {
  const memory = openJsonFile(memoryFile(dir), memorySchema);
  memory.set({ ...memory.get(), committee: { host, port } });
}

/** Entries of the log that the committee had confirmed when this laptop last heard of it. */
export function rememberedConfirmation(dir: string, log: LogId): number {
  const { confirmed } = openJsonFile(memoryFile(dir), memorySchema).get();
  return confirmed?.log === log ? confirmed.seq : 0;
}

/** The same with its hash, where that is proven. */
export function confirmedHead(dir: string): LogHead | null {
  const { confirmed } = openJsonFile(memoryFile(dir), memorySchema).get();
  if (confirmed?.hash === undefined || confirmed.seq === 0) return null;
  const { log, seq, hash } = confirmed;
  return confirmed.check === checkOf(log, seq, hash)
    ? { log, seq, hash: Uint8Array.from(Buffer.from(hash, 'hex')) }
    : null;
}

/** On a full disk it is not remembered; nothing else depends on it. */
export function rememberConfirmation(
  dir: string,
  head: { readonly log: LogId; readonly seq: number; readonly hash: Uint8Array | null },
): void {
  const { log, seq } = head;
  const hash = head.hash === null ? null : Buffer.from(head.hash).toString('hex');
  const proof = hash === null ? {} : { hash, check: checkOf(log, seq, hash) };
  const memory = openJsonFile(memoryFile(dir), memorySchema);
  try {
    memory.set({ ...memory.get(), confirmed: { log, seq, ...proof } });
  } catch {
    // The score itself is safe: it is in the log.
  }
}

function checkOf(log: LogId, seq: number, hash: string): string {
  return createHash('sha256').update(`${log} ${seq} ${hash}`).digest('hex').slice(0, 16);
}

function memoryFile(dir: string): string {
  return path.join(dir, 'network.json');
}
