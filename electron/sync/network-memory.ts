/**
 * What a juror's laptop knows of the committee, kept beside the contest over a restart: where it was last, and how much of
 * the own log it had confirmed. Losing it loses nothing; both are learned again.
 */
import path from 'node:path';
import { z } from 'zod';
import { openJsonFile } from '../json-file.ts';

export interface CommitteeAddress {
  readonly host: string;
  readonly port: number;
}

const memorySchema = z.object({
  committee: z
    .object({ host: z.string().max(300), port: z.int().min(1).max(65_535) })
    .nullable()
    .default(null),
  confirmed: z
    .object({ log: z.string().max(100), seq: z.int().min(0) })
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
export function rememberedConfirmation(dir: string, log: string): number {
  const { confirmed } = openJsonFile(memoryFile(dir), memorySchema).get();
  return confirmed?.log === log ? confirmed.seq : 0;
}

/** On a full disk it is not remembered; nothing else depends on it. */
export function rememberConfirmation(dir: string, log: string, seq: number): void {
  const memory = openJsonFile(memoryFile(dir), memorySchema);
  try {
    memory.set({ ...memory.get(), confirmed: { log, seq } });
  } catch {
    // The score itself is safe: it is in the log.
  }
}

function memoryFile(dir: string): string {
  return path.join(dir, 'network.json');
}
