import { scryptSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolderSettings } from '../../electron/adapters/files/settings.ts';
import { createPins, delayMs } from '../../electron/shell/pins.ts';

let folder = '';
let nowMs = 0;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-pins-'));
  nowMs = 1_000_000;
});
afterEach(() => rmSync(folder, { recursive: true }));

function open() {
  return createPins(openFolderSettings(folder), () => nowMs, 2);
}

test('[P1] without a PIN nothing is asked; with one only the right one opens', () => {
  const pins = open();
  expect(pins.check('committee', undefined).ok).toBe(true);
  pins.set('committee', '2468');
  expect(pins.check('committee', '2468').ok).toBe(true);
  expect(pins.check('committee', '2469')).toMatchObject({ ok: false, error: { type: 'wrong-pin' } });
  expect(pins.check('committee', undefined)).toMatchObject({ ok: false, error: { type: 'pin-needed' } });
  expect(pins.check('seat:j1', undefined).ok).toBe(true);
});

test('[P1] the PIN itself is not on the disk, and equal PINs look different', () => {
  const pins = open();
  pins.set('committee', '13572468');
  pins.set('seat:j1', '13572468');
  expect(readFileSync(path.join(folder, 'local.json'), 'utf8')).not.toContain('13572468');
  const stored = openFolderSettings(folder).get().pins;
  expect(stored['committee']?.hash).not.toBe(stored['seat:j1']?.hash);
});

test('[P1] a guess of a PIN takes the work that is meant', () => {
  createPins(openFolderSettings(folder), () => nowMs).set('committee', '2468');
  const stored = openFolderSettings(folder).get().pins['committee'];
  const salt = Buffer.from(stored?.salt ?? '', 'base64');
  expect(stored?.hash).toBe(scryptSync('2468', salt, 32, { N: 2 ** 14, r: 8, p: 1 }).toString('base64'));
});

test('[P1] after three wrong PINs there is a wait, for the right one too, that a restart does not end', () => {
  open().set('seat:j1', '1111');
  for (const wrong of ['2222', '3333', '4444']) open().check('seat:j1', wrong);
  expect(open().check('seat:j1', '1111')).toMatchObject({
    ok: false,
    error: { type: 'pin-wait', seconds: 5 },
  });
  expect(open().check('committee', undefined).ok).toBe(true);
  nowMs += 5_000;
  expect(open().check('seat:j1', '1111').ok).toBe(true);
});

test('[P1] the right PIN clears the count of wrong ones', () => {
  const pins = open();
  pins.set('seat:j1', '1111');
  for (let round = 0; round < 3; round += 1) {
    pins.check('seat:j1', '2222');
    pins.check('seat:j1', '3333');
    expect(pins.check('seat:j1', '1111').ok).toBe(true);
  }
});

test('[P1] the wait grows to five minutes and a clock set back does not make it longer', () => {
  expect([2, 3, 4, 5, 20].map(delayMs)).toEqual([0, 5_000, 10_000, 20_000, 300_000]);
  const pins = open();
  pins.set('seat:j1', '1111');
  for (const wrong of ['2222', '3333', '4444']) pins.check('seat:j1', wrong);
  nowMs -= 86_400_000;
  expect(pins.check('seat:j1', '1111')).toEqual({ ok: false, error: { type: 'pin-wait', seconds: 5 } });
});

test('[P1] a PIN can be taken away again', () => {
  const pins = open();
  pins.set('seat:j1', '1111');
  pins.set('seat:j1', null);
  expect([pins.isSet('seat:j1'), pins.check('seat:j1', undefined).ok]).toEqual([false, true]);
});
