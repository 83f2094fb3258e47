/** Where a juror's laptop last found the committee: kept beside the contest, so that it finds it again after a restart. */
import path from 'node:path';
import { z } from 'zod';
import { openJsonFile } from './json-file.ts';

export interface CommitteeAddress {
  readonly host: string;
  readonly port: number;
}

const memorySchema = z.object({
  committee: z
    .object({ host: z.string().max(300), port: z.int().min(1).max(65_535) })
    .nullable()
    .default(null),
});

/** Null when none is known. */
export function rememberedAddress(dir: string): CommitteeAddress | null {
  return openJsonFile(memoryFile(dir), memorySchema).get().committee;
}

export function rememberAddress(dir: string, { host, port }: CommitteeAddress): void {
  openJsonFile(memoryFile(dir), memorySchema).set({ committee: { host, port } });
}

function memoryFile(dir: string): string {
  return path.join(dir, 'network.json');
}
