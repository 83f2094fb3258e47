/**
 * What the application remembers in its data folder: recent folders, window, language. It is read before the window comes, so it is
 * checked by hand: the schemas' library would keep a person waiting.
 */
import path from 'node:path';
import { compareNumbers } from '../../../shared/lib/order.ts';
import { usualLanguage } from '../../../shared/say/language.ts';
import { openJsonFile, type JsonFile } from './json-file.ts';

export interface KnownFolder {
  readonly path: string;
  readonly name: string;
  readonly kind: 'committee' | 'juror';
  readonly openedAtMs: number;
}

export interface WindowState {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export interface AppSettings {
  readonly recent: readonly KnownFolder[];
  /** The folder that was open when the application ended; null after it was closed by hand. */
  readonly openFolder: string | null;
  readonly window: WindowState | null;
  /** Zoom of the window, 1 = 100 %. */
  readonly zoom: number;
  /** What the application speaks; one that this version does not speak stays and is not used. */
  readonly language: string;
}

export function openAppSettings(dataFolder: string): JsonFile<AppSettings> {
  return openJsonFile(path.join(dataFolder, 'settings.json'), { safeParse: parseAppSettings });
}

type Parsed = { readonly success: true; readonly data: AppSettings } | { readonly success: false };

/** What is missing has its default; anything of another kind makes the whole invalid. */
function parseAppSettings(value: unknown): Parsed {
  if (!isRecord(value)) return { success: false };
  const { recent = [], openFolder = null, window = null, zoom = 1, language = usualLanguage } = value;
  const isValid =
    Array.isArray(recent) &&
    recent.every(isKnownFolder) &&
    (openFolder === null || isText(openFolder, 4096)) &&
    (window === null || isWindowState(window)) &&
    isNumber(zoom) &&
    zoom >= 0.5 &&
    zoom <= 2 &&
    isText(language, 20);
  return isValid ? { success: true, data: { recent, openFolder, window, zoom, language } } : { success: false };
}

function isKnownFolder(value: unknown): value is KnownFolder {
  return (
    isRecord(value) &&
    isText(value['path'], 4096) &&
    isText(value['name'], 500) &&
    (value['kind'] === 'committee' || value['kind'] === 'juror') &&
    isNumber(value['openedAtMs'])
  );
}

function isWindowState(value: unknown): value is WindowState {
  if (!isRecord(value) || typeof value['maximized'] !== 'boolean') return false;
  const { x, y, width, height } = value;
  return [x, y, width, height].every(Number.isSafeInteger) && Number(width) >= 100 && Number(height) >= 100;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
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
