import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAppSettings } from '../../electron/adapters/files/app-settings.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const usual = { recent: [], openFolder: null, window: null, zoom: 1, language: 'id' };
const known = { path: '/lomba', name: 'Lomba', kind: 'juror', openedAtMs: 1_500_000_000_000 };
const place = { x: -8, y: 0, width: 1366, height: 690, maximized: true };

test('what is missing has its default', () => {
  expect(openAppSettings(folder).get()).toEqual(usual);
  write({ zoom: 1.5 });
  expect(openAppSettings(folder).get()).toEqual({ ...usual, zoom: 1.5 });
  expect(existsSync(path.join(folder, 'settings.json.rusak'))).toBe(false);
});

test('what was remembered comes back, and what this version does not know is left', () => {
  const whole = { recent: [known], openFolder: '/lomba', window: place, zoom: 1.25, language: 'jv' };
  write({ ...whole, later: true });
  const settings = openAppSettings(folder);
  expect(settings.get()).toEqual(whole);
  settings.set({ ...settings.get(), zoom: 2 });
  expect(openAppSettings(folder).get()).toEqual({ ...whole, zoom: 2 });
});

test.each([
  ['a list', []],
  ['a recent folder of no kind', { recent: [{ ...known, kind: 'saksi' }] }],
  ['a recent folder without a time', { recent: [{ ...known, openedAtMs: null }] }],
  ['a recent folder without a path', { recent: [{ ...known, path: undefined }] }],
  ['folders that are no list', { recent: { 0: known } }],
  ['a folder that is a number', { openFolder: 7 }],
  ['a name that is too long', { recent: [{ ...known, name: 'a'.repeat(501) }] }],
  ['a window too small', { window: { ...place, width: 99 } }],
  ['a window of half pixels', { window: { ...place, y: 0.5 } }],
  ['a window without its state', { window: { ...place, maximized: undefined } }],
  ['a zoom too large', { zoom: 2.1 }],
  ['a zoom in words', { zoom: '1' }],
  ['a language too long', { language: 'x'.repeat(21) }],
])('%s is no settings file: it is set aside, and the defaults stand', (_what, content) => {
  write(content);
  expect(openAppSettings(folder).get()).toEqual(usual);
  expect(existsSync(path.join(folder, 'settings.json.rusak'))).toBe(true);
});

function write(content: unknown): void {
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(content));
}
