/**
 * What this laptop remembers beside the contests themselves: `FolderSettings` lies in each contest's folder (PINs, the ceremony's
 * step), and beside it the places to come back to, which change with every field. Nothing of a contest's facts is in any of them, and
 * losing them loses no score. The application's own: `app-settings.ts`.
 */
import path from 'node:path';
import { z } from 'zod';
import { hallContents } from '../../../shared/ceremony/hall-window.ts';
import { limits } from '../../../shared/limits.ts';
import { languages, usualLanguage } from '../../../shared/say/language.ts';
import { openJsonFile, type JsonFile } from './json-file.ts';

const lockedOutSchema = z.object({ failures: z.int().min(0), lastFailureAtMs: z.number() });
const storedPinSchema = z.object({ salt: z.string(), hash: z.string() });
export type StoredPin = z.output<typeof storedPinSchema>;

const folderSettingsSchema = z.object({
  /** Key: `committee` or `seat:<id>`. */
  pins: z.record(z.string(), storedPinSchema).default({}),
  failures: z.record(z.string(), lockedOutSchema).default({}),
  /** `category`: the key of its act, which is a category's id for what is announced. */
  ceremony: z
    .object({
      category: z.string(),
      step: z.int().min(0),
      building: z.boolean().default(false),
      blank: z.boolean(),
      fingerprint: z.string(),
    })
    .nullable()
    .default(null),
  picture: z.enum(['waiting', 'on-stage']).default('waiting'),
  /** Acts of the ceremony that were shown to their end. */
  actsDone: z.array(z.string()).default([]),
  /** The ceremony is tried out with made-up names: a restart does not make it a real one. */
  rehearsal: z.boolean().default(false),
  overscan: z.int().min(0).max(limits.overscanPercent).default(0),
  /** The projector's window was open, on that display (null: beside the operator's). */
  projector: z.object({ display: z.number().nullable() }).nullable().default(null),
  /** Further windows of the hall, and where they were open (null: closed; a display of null: beside the operator's). */
  windows: z
    .array(
      z.object({
        id: z.string().max(20),
        name: z.string().max(limits.hallWindowName),
        content: z.enum(hallContents),
        overscan: z.int().min(0).max(limits.overscanPercent),
        open: z.object({ display: z.number().nullable() }).nullable(),
      }),
    )
    .max(limits.hallWindows)
    .catch([]),
  /** What the committee's laptop had counted of the running timer (its fact as JSON), for a restart. */
  stageTime: z
    .object({ timer: z.string().max(1000), elapsedMs: z.number().min(0), atMs: z.number() })
    .nullable()
    .default(null),
  port: z.int().min(0).max(65_535).nullable().default(null),
  lastBackupAtMs: z.number().nullable().default(null),
  /** Where the last copy made by hand was put. */
  backupFolder: z.string().max(4096).nullable().default(null),
  /** Where the second automatic copy is kept. */
  secondCopy: z.string().max(4096).nullable().default(null),
  /** Of the folder before the contest was moved, so that the copy there is gone on with; null: as the automatic copy is called. */
  secondCopyName: z.string().max(4096).nullable().default(null),
  /** What documents and the projector speak. */
  languages: z
    .object({ documents: z.enum(languages), projector: z.enum(languages) })
    .catch({ documents: usualLanguage, projector: usualLanguage }),
});
export type FolderSettings = z.output<typeof folderSettingsSchema>;

export function openFolderSettings(contestFolder: string): JsonFile<FolderSettings> {
  return openJsonFile(path.join(contestFolder, 'local.json'), folderSettingsSchema);
}

/** Key as for the PINs: where each person's window was. Not worth waiting for the disk. */
export function openPlaces(contestFolder: string): JsonFile<Record<string, string>> {
  const schema = z.record(z.string(), z.string().max(4000));
  return openJsonFile(path.join(contestFolder, 'tempat.json'), schema, 'soon');
}
