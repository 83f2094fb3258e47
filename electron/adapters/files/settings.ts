/**
 * What this laptop remembers beside the contests themselves. `AppSettings` lies in the data folder of the application (recent
 * folders, window); `FolderSettings` lies in each contest's folder (PINs, the ceremony's step), and beside it the places to come
 * back to, which change with every field. Nothing of a contest's facts is in any of them, and losing them loses no score.
 */
import path from 'node:path';
import { z } from 'zod';
import { compareNumbers } from '../../../shared/lib/order.ts';
import { hallContents } from '../../../shared/ceremony/hall-window.ts';
import { limits } from '../../../shared/limits.ts';
import { languages, usualLanguage } from '../../../shared/say/language.ts';
import { openJsonFile, type JsonFile } from './json-file.ts';

const recentFolderSchema = z.object({
  path: z.string().max(4096),
  name: z.string().max(500),
  kind: z.enum(['committee', 'juror']),
  openedAtMs: z.number(),
});
export type KnownFolder = z.output<typeof recentFolderSchema>;

const windowStateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(100),
  height: z.int().min(100),
  maximized: z.boolean(),
});
export type WindowState = z.output<typeof windowStateSchema>;

const appSettingsSchema = z.object({
  recent: z.array(recentFolderSchema).default([]),
  /** The folder that was open when the application ended; null after it was closed by hand. */
  openFolder: z.string().max(4096).nullable().default(null),
  window: windowStateSchema.nullable().default(null),
  /** Zoom of the window, 1 = 100 %. */
  zoom: z.number().min(0.5).max(2).default(1),
  /** What the application speaks; one that this version does not speak stays and is not used. */
  language: z.string().max(20).default(usualLanguage),
});
export type AppSettings = z.output<typeof appSettingsSchema>;

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

export function openAppSettings(dataFolder: string): JsonFile<AppSettings> {
  return openJsonFile(path.join(dataFolder, 'settings.json'), appSettingsSchema);
}

export function openFolderSettings(contestFolder: string): JsonFile<FolderSettings> {
  return openJsonFile(path.join(contestFolder, 'local.json'), folderSettingsSchema);
}

/** Key as for the PINs: where each person's window was. Not worth waiting for the disk. */
export function openPlaces(contestFolder: string): JsonFile<Record<string, string>> {
  const schema = z.record(z.string(), z.string().max(4000));
  return openJsonFile(path.join(contestFolder, 'tempat.json'), schema, 'soon');
}

const recentFolders = 20;

/** The folder first among the recent ones. */
export function withRecent(settings: AppSettings, folder: KnownFolder): AppSettings {
  const others = settings.recent.filter((each) => each.path !== folder.path);
  const recent = [folder, ...others].toSorted((a, b) => compareNumbers(b.openedAtMs, a.openedAtMs));
  return { ...settings, recent: recent.slice(0, recentFolders), openFolder: folder.path };
}

/** A folder under its new path. */
export function withMoved(settings: AppSettings, from: string, to: KnownFolder): AppSettings {
  const isKnown = settings.recent.some((each) => each.path === from);
  const recent = isKnown
    ? settings.recent.map((each) => (each.path === from ? { ...each, path: to.path } : each))
    : [...settings.recent, to].slice(0, recentFolders);
  return { ...settings, recent, openFolder: settings.openFolder === from ? null : settings.openFolder };
}

export function withoutRecent(settings: AppSettings, folder: string): AppSettings {
  return { ...settings, recent: settings.recent.filter((each) => each.path !== folder) };
}
