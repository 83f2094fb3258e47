/** Folders that released versions wrote, byte for byte: every later version opens them and folds the same contest. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileModeProtection } from '../../electron/adapters/files/sealed-file.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { openSqliteLog } from '../../electron/adapters/sqlite-log.ts';
import { readFolderKeys } from '../../electron/contest/data-folder.ts';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { openOrRecoverFolder } from '../../electron/contest/recover-folder.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { newestFormat } from '../../shared/domain/facts/events.ts';
import { decodeEnvelope } from '../../shared/log/entry.ts';
import { beginLog } from '../../shared/log/write.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { handClock, seededRandom } from '../support/core-ports.ts';
import { twoLaptops } from '../support/two-laptops.ts';

test.each(['format-1', 'format-3', 'format-4'])('[E7] %s opens and folds to the same contest file', async (format) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-frozen-'));
  cpSync(path.join('tests/fixtures', format), dir, { recursive: true });
  const opened = await openContestFolder(dir);
  if (!opened.ok) throw new Error(opened.error.type);
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
  ['format-4', 3],
])('[L18] a contest of %s is gone on with in its own form, by whoever writes', async (format, newest) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-frozen-'));
  cpSync(path.join('tests/fixtures', format), dir, { recursive: true });
  const opened = await openContestFolder(dir);
  if (!opened.ok) throw new Error(opened.error.type);
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

test('[L18] a contest whose committee writes in a version that is not known here is too new, not damaged', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  const { committee, juror } = await twoLaptops(dir, 1);
  committee.close();
  juror.close();
  const keys = readFolderKeys(committee.dir, [fileModeProtection]);
  if (!keys.ok) throw new Error(keys.error.type);
  const [writer] = keys.value.writers;
  if (writer === undefined) throw new Error('the committee writes');
  const log = openSqliteLog(path.join(committee.dir, 'contest.sqlite'));
  const { signingKey, boxKey } = writer;
  const signingPrivateKey = base32Bytes(writer.signingPrivateKey);
  const { identity } = beginLog(
    { log, crypto: nodeCrypto, random: seededRandom('new'), clock: handClock(1) },
    { signingPrivateKey, dataKey: null },
    {
      role: 'committee',
      seat: null,
      signingKey,
      boxKey,
      dataKey: null,
      machine: 'l',
      application: '9.0.0',
      format: newestFormat + 1,
    },
  );
  const bytes = new Uint8Array(144).fill(4);
  const entry = { log: identity.log, seq: 2, bytes, hash: nodeCrypto.hash(bytes) };
  log.append([{ ...entry, signature: nodeCrypto.sign(signingPrivateKey, bytes) }]);
  log.close();
  for (const open of [openContestFolder, openOrRecoverFolder])
    expect(await open(committee.dir)).toMatchObject({ ok: false, error: { type: 'too-new' } });
  rmSync(dir, { recursive: true });
});
