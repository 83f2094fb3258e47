/** The keys of a laptop that is joining, on a real disk. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileProtections, type Protections } from '../../electron/adapters/files/sealed-file.ts';
import { newFolder } from '../../electron/shell/file-names.ts';
import { isJoining, joiningKeys } from '../../electron/sync/joining-keys.ts';

const invitation = { seat: 'j1', fingerprint: new Uint8Array(16).fill(1) };
const ofAnother = { seat: 'j1', fingerprint: new Uint8Array(16).fill(2) };
let parent: string;
let dir: string;

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  dir = path.join(parent, 'Juri j1');
});

afterEach(() => rmSync(parent, { recursive: true }));

test('[S4] an attempt after a crash has the same keys, for the same seat of the same committee only', () => {
  const first = joiningKeys(dir, invitation, fileProtections);
  expect(first.isResumed).toBe(false);
  expect(statSync(path.join(dir, 'bergabung.json')).mode & 0o777).toBe(0o600);
  const again = joiningKeys(dir, invitation, fileProtections);
  expect([again.isResumed, again.device]).toEqual([true, first.device]);
  const other = joiningKeys(dir, ofAnother, fileProtections);
  expect(other.isResumed).toBe(false);
  expect(other.device).not.toEqual(first.device);
});

test('[S4] keys that this system cannot open, or that are damaged, are made anew', () => {
  const system: Protections = [{ kind: 'system', seal: (text) => `x${text}`, open: (sealed) => sealed.slice(1) }];
  const sealed = joiningKeys(dir, invitation, system);
  expect(joiningKeys(dir, invitation, [...system, ...fileProtections]).device).toEqual(sealed.device);
  expect(joiningKeys(dir, invitation, fileProtections).isResumed).toBe(false);
  writeFileSync(path.join(dir, 'bergabung.json'), '{"format":');
  expect(joiningKeys(dir, invitation, fileProtections).isResumed).toBe(false);
});

test('[S4] what is forgotten leaves no folder behind, but one with other things stays', () => {
  joiningKeys(dir, invitation, fileProtections).forget();
  expect(existsSync(dir)).toBe(false);
  mkdirSync(dir);
  joiningKeys(dir, invitation, fileProtections).forget();
  expect(existsSync(dir)).toBe(true);
});

test('[S4] the application goes on in the folder in which the seat began to join, and makes another for anything else', () => {
  const folderFor = (joining: typeof invitation): string =>
    newFolder(parent, 'Juri j1', (folder) => isJoining(folder, joining, fileProtections));
  expect(folderFor(invitation)).toBe(dir);
  joiningKeys(dir, invitation, fileProtections);
  expect(folderFor(invitation)).toBe(dir);
  expect(folderFor(ofAnother)).toBe(`${dir} (2)`);
  writeFileSync(path.join(dir, 'keys.json'), '{}');
  expect(folderFor(invitation)).toBe(`${dir} (2)`);
});
