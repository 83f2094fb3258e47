/** Folders that released versions wrote, byte for byte: every later version opens them and folds the same contest. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { decodeEnvelope } from '../../shared/log/entry.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';

test.each(['format-1', 'format-3'])('[E7] %s opens and folds to the same contest file', async (format) => {
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

test.each([
  ['format-1', 2],
  ['format-3', 3],
])('[L18] a contest of %s is gone on with in its own form, by whoever writes', async (format, newest) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-frozen-'));
  cpSync(path.join('tests/fixtures', format), dir, { recursive: true });
  const opened = await openContestFolder(dir);
  if (!opened.ok) throw new Error(opened.error.message);
  const { log, execute, addLocalSeat, contest } = opened.value;
  const before = log.heads();
  const shown = { type: 'show-stage', contestant: contest().setup?.contestants[0]?.id ?? '', stage: null } as const;
  expect(execute({ role: 'committee' }, shown)).toMatchObject({ ok: true });
  const juror = { ...contest().setup?.jurors[0], id: 'juri-baru', name: 'Juri baru' };
  const changed = execute(
    { role: 'committee' },
    { type: 'change-jurors', jurors: [...(contest().setup?.jurors ?? []), juror] },
  );
  expect(changed).toMatchObject({ ok: true });
  expect(await addLocalSeat('juri-baru')).toMatchObject({ ok: true });
  const heads = log.heads();
  expect(heads.length).toBe(before.length + 1);
  const written = heads.flatMap(({ log: id }) => log.read(id, 0, { entries: 1000, bytes: 1e9 }));
  const versions = written.map(({ seq, bytes }) => (seq === 1 ? 1 : (decodeEnvelope(bytes)?.version ?? 0)));
  opened.value.close();
  rmSync(dir, { recursive: true });
  expect(Math.max(...versions)).toBe(newest);
});
