/** Folders that released versions wrote, byte for byte: every later version opens them and folds the same contest. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';

test.each(['format-1'])('[E7] %s opens and folds to the same contest file', async (format) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-frozen-'));
  cpSync(path.join('tests/fixtures', format), dir, { recursive: true });
  const opened = await openContestFolder(dir);
  if (!opened.ok) throw new Error(opened.error.message);
  const file = toContestFile(opened.value.contest());
  const { issues } = opened.value.contest();
  opened.value.close();
  rmSync(dir, { recursive: true });
  expect(file).toEqual(JSON.parse(readFileSync(path.join('tests/fixtures', format, 'expected.json'), 'utf8')));
  expect(issues).toEqual([]);
});
