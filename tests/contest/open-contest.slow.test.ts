/** The data folder with its real database and real keys: what was executed is there again after opening. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeDeviceKeys, nodeCrypto, nodeRandom } from '../../electron/adapters/node-crypto.ts';
import { openSqliteLog } from '../../electron/adapters/sqlite-log.ts';
import { keepBackup, writeBackup } from '../../electron/contest/backup.ts';
import { createCommitteeFolder, createJurorFolder } from '../../electron/contest/new-contest-folder.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import type { Actor } from '../../shared/laptop/live-contest.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { contestFileSchema, type ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { sheetOf, toContestFile } from '../../shared/domain/score-sheet.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { writeEvents } from '../../shared/log/write.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { flipPayload } from '../support/damage.ts';
import { committeeFirst } from '../support/two-laptops.ts';

const example = contestFileSchema.parse(JSON.parse(readFileSync('tests/fixtures/example-contest.json', 'utf8')));
const committee: Actor = { role: 'committee' };
const j1: Actor = { role: 'seat', seat: 'j1' };

let dir = '';
const opened: OpenContest[] = [];

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
});

afterEach(() => {
  for (const contest of opened.splice(0)) contest.close();
  rmSync(dir, { recursive: true });
});

describe('a committee folder with local seats', () => {
  test('[D14] scores of local seats, locked, rank as the contest file with the same scores does', async () => {
    const contest = await committeeFolder();
    await enterAllScores(contest, example);
    const file = toContestFile(contest.contest());
    expect(byKey(file.scores)).toEqual(byKey(example.scores));
    expect(rankContest(file)).toEqual(rankContest(example));
  });

  test('[L9] what was executed is there after closing and opening again', async () => {
    const contest = await committeeFolder();
    await contest.addLocalSeat('j1');
    must(contest, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80.5' });
    const before = contest.contest();
    contest.close();
    opened.length = 0;
    const again = await open(path.join(dir, 'panitia'));
    expect(again.contest()).toEqual(before);
    expect(sheetOf(again.contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('80.5');
  });

  test('[L10] a second writer is refused, a reader is not', async () => {
    await committeeFolder();
    const second = await openContestFolder(path.join(dir, 'panitia'));
    expect(second).toMatchObject({ ok: false, error: { type: 'folder-in-use' } });
    const reader = await openContestFolder(path.join(dir, 'panitia'), { readOnly: true });
    expect(reader.ok).toBe(true);
    if (reader.ok) opened.push(reader.value);
  });

  test('keys lie in a file that only its owner can read', async () => {
    await committeeFolder();
    expect(statSync(path.join(dir, 'panitia', 'keys.json')).mode & 0o777).toBe(0o600);
  });

  test('[G1] a byte changed inside a payload is found and named on opening', async () => {
    const contest = await committeeFolder();
    const { log, seq } = contest.log.heads()[0] ?? { log: '', seq: 0 };
    contest.close();
    opened.length = 0;
    flipPayload(path.join(dir, 'panitia'), log, seq);
    const again = await openContestFolder(path.join(dir, 'panitia'));
    expect(again).toMatchObject({ ok: false, error: { type: 'damaged' } });
    expect(again.ok ? '' : JSON.stringify(again.error)).toContain(`${log}:${seq}`);
  });

  test('[L11] an emptied file is not taken for a new contest, and a file without the own log is named', async () => {
    const contest = await committeeFolder();
    const own = contest.writers()[0]?.log ?? '';
    contest.close();
    opened.length = 0;
    const folder = path.join(dir, 'panitia');
    const file = path.join(folder, 'contest.sqlite');
    writeFileSync(file, '');
    expect(await openContestFolder(folder)).toMatchObject({ ok: false, error: { type: 'damaged' } });
    expect(statSync(file).size).toBe(0);
    rmSync(file);
    openSqliteLog(file).close();
    const lost = await openContestFolder(folder);
    expect(lost).toMatchObject({ ok: false, error: { type: 'damaged' } });
    expect(lost.ok ? '' : JSON.stringify(lost.error)).toContain(own);
  });

  test('a file that is no database is left as it is and named', async () => {
    const contest = await committeeFolder();
    contest.close();
    opened.length = 0;
    const file = path.join(dir, 'panitia', 'contest.sqlite');
    writeFileSync(file, 'bukan basis data'.repeat(100));
    expect(await openContestFolder(path.join(dir, 'panitia'))).toMatchObject({ ok: false, error: { type: 'damaged' } });
    expect(readFileSync(file, 'utf8')).toContain('bukan basis data');
  });
});

describe('a backup', () => {
  test('opens like any folder, with every score, and goes on in logs of its own', async () => {
    const contest = await committeeFolder();
    await contest.addLocalSeat('j1');
    must(contest, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80' });
    const target = path.join(dir, 'cadangan');
    await writeBackup(contest, target);
    await writeBackup(contest, target);
    const copy = await open(target);
    expect(copy.contest()).toEqual(contest.contest());
    await copy.addLocalSeat('j1');
    must(copy, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '81' });
    must(copy, committee, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
    expect(sheetOf(copy.contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('81');
    expect(copy.contest().issues).toEqual([]);
    const own = new Set(contest.log.heads().map(({ log }) => log));
    expect(copy.log.heads().filter(({ log }) => !own.has(log))).toHaveLength(2);
  });

  test('[L8] what the committee decides in a copy comes after what it decided before, though this clock is hours behind', async () => {
    const contest = await committeeFolder();
    const [writer] = contest.writers();
    if (writer === undefined || writer.log === null) throw new Error('the committee writes');
    const { log, deviceId: device } = writer;
    contest.close();
    opened.length = 0;
    const database = openSqliteLog(path.join(contest.dir, 'contest.sqlite'));
    const clock = { nowMs: () => Date.now() + 10 * 3_600_000 };
    const signingPrivateKey = base32Bytes(writer.device.signingPrivateKey);
    const info = (name: string) => ({ ...example.contest, name });
    writeEvents(
      { log: database, crypto: nodeCrypto, random: nodeRandom, clock },
      { log, device, signingPrivateKey, form: { version: 3, key: null, knownLogs: [] } },
      [{ type: 'info-changed', contest: info('Kemarin') }],
    );
    database.close();
    await writeBackup(await open(contest.dir), path.join(dir, 'cadangan'));
    const copy = await open(path.join(dir, 'cadangan'));
    must(copy, committee, { type: 'change-info', contest: info('Hari ini') });
    expect(copy.contest().setup?.contest.name).toBe('Hari ini');
  });

  test('a power cut while it is renamed, and then a disk that refuses, leave the copy before', async () => {
    const contest = await committeeFolder();
    const target = path.join(dir, 'cadangan');
    await writeBackup(contest, target);
    renameSync(target, `${target}.lama`);
    mkdirSync(`${target}.baru`);
    contest.close();
    opened.splice(opened.indexOf(contest), 1);
    await expect(writeBackup(contest, target)).rejects.toThrow('not open');
    expect((await open(target)).contest()).toEqual(contest.contest());
    expect(readdirSync(dir).filter((name) => name.endsWith('.lama'))).toEqual([]);
  });

  test('is kept up to date when the contest closes', async () => {
    const contest = await committeeFolder();
    const target = path.join(dir, 'usb', 'cadangan');
    const tries: unknown[] = [];
    const keeper = keepBackup(contest, { target }, (problem) => tries.push(problem));
    must(contest, committee, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
    await keeper.stop();
    expect(keeper.lastAtMs()).not.toBeNull();
    expect(tries).toEqual([null]);
    expect((await open(target)).contest().shown?.contestant).toBe('k1');
  });

  test('goes on when whoever is told of it fails', async () => {
    const contest = await committeeFolder();
    const target = path.join(dir, 'usb', 'cadangan');
    const keeper = keepBackup(contest, { target }, () => {
      throw new Error('nobody listens');
    });
    await keeper.now();
    must(contest, committee, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
    await keeper.stop();
    expect((await open(target)).contest().shown?.contestant).toBe('k1');
  });
});

describe('two laptops', () => {
  test('[S1] the committee reads what a juror wrote elsewhere, another juror carries it unread', async () => {
    const contest = await committeeFolder();
    const first = await jurorFolder(contest, 'j1');
    const second = await jurorFolder(contest, 'j2');
    must(first, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '77.5' });
    await carry(first, contest);
    await contest.keysSettled();
    expect(sheetOf(contest.contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('77.5');
    await carry(second, contest);
    await carry(contest, second);
    expect(second.log.heads()).toEqual(contest.log.heads());
    expect(sheetOf(second.contest(), 'j1', 'k1', 'risalah')?.values.size).toBe(0);
    expect(sheetOf(second.contest(), 'j1', 'k1', 'risalah')?.state).toBe('pending');
  });

  test('[L7] a further laptop of the same person reads what the seat wrote before and goes on; a substitute does not', async () => {
    const contest = await committeeFolder();
    const first = await jurorFolder(contest, 'j1');
    must(first, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '77.5' });
    await carry(first, contest);
    await contest.keysSettled();
    const substitute = await jurorFolder(contest, 'j1', 'pengganti');
    const again = await jurorFolder(contest, 'j1', 'laptop-baru');
    expect(await contest.shareDataKeys(deviceId(again))).toEqual({ ok: true, value: null });
    for (const laptop of [substitute, again]) {
      await carry(contest, laptop);
      await laptop.keysSettled();
    }
    expect(sheetOf(substitute.contest(), 'j1', 'k1', 'risalah')?.values.size).toBe(0);
    expect(sheetOf(again.contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('77.5');
    must(again, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '78' });
    await carry(again, contest);
    await contest.keysSettled();
    expect(sheetOf(contest.contest(), 'j1', 'k1', 'risalah')).toMatchObject({ state: 'draft' });
    expect(sheetOf(contest.contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('78');
    const { dir: folder } = again;
    again.close();
    opened.splice(opened.indexOf(again), 1);
    expect(sheetOf((await open(folder)).contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('78');
  });

  test('[L7] two laptops of one person read each other; a revoked one, a substitute and who sat before a substitute do not', async () => {
    const contest = await committeeFolder();
    const lost = await jurorFolder(contest, 'j1', 'hilang');
    const first = await jurorFolder(contest, 'j1');
    const second = await jurorFolder(contest, 'j1', 'laptop-kedua');
    for (const laptop of [lost, first]) {
      await carry(laptop, contest);
      await contest.keysSettled();
      await contest.shareDataKeys(deviceId(laptop === lost ? first : second));
    }
    must(contest, committee, { type: 'revoke-device', device: deviceId(lost), upTo: [], reason: 'hilang' });
    must(first, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '77.5' });
    must(second, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80' });
    const substitute = await jurorFolder(contest, 'j1', 'pengganti');
    must(substitute, j1, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '60' });
    for (const laptop of [first, second, substitute]) await carry(laptop, contest);
    await contest.keysSettled();
    await contest.shareAmongLaptops();
    for (const laptop of [lost, first, second, substitute]) {
      // Who was revoked does not learn of those who were admitted later (L19), and takes nothing of theirs.
      await carry(contest, laptop, laptop === lost);
      await laptop.keysSettled();
    }
    for (const laptop of [first, second]) {
      const sheet = sheetOf(laptop.contest(), 'j1', 'k1', 'risalah');
      expect(sheet).toMatchObject({ state: 'conflict' });
      expect(sheetOf(laptop.contest(), 'j1', 'k2', 'risalah')?.values.size).toBe(0);
    }
    for (const laptop of [lost, substitute]) {
      expect(sheetOf(laptop.contest(), 'j1', 'k1', 'risalah')?.values.size).toBe(0);
    }
    const before = contest.log.heads();
    await contest.shareAmongLaptops();
    expect(contest.log.heads()).toEqual(before);
  });

  test('[L7] a further laptop of a substitute reads what the substitute wrote, and nothing of who sat there before', async () => {
    const contest = await committeeFolder();
    const first = await jurorFolder(contest, 'j1');
    must(first, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '77.5' });
    const substitute = await jurorFolder(contest, 'j1', 'pengganti');
    must(substitute, j1, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '60' });
    for (const laptop of [first, substitute]) await carry(laptop, contest);
    await contest.keysSettled();
    const again = await jurorFolder(contest, 'j1', 'laptop-baru');
    expect(await contest.shareDataKeys(deviceId(again))).toEqual({ ok: true, value: null });
    await carry(contest, again);
    await again.keysSettled();
    expect(sheetOf(again.contest(), 'j1', 'k2', 'risalah')?.values.get('langkah')).toBe('60');
    expect(sheetOf(again.contest(), 'j1', 'k1', 'risalah')?.values.size).toBe(0);
  });

  test('[L7] a substitute who never wrote does not part the laptops of who sat there before', async () => {
    const contest = await committeeFolder();
    const first = await jurorFolder(contest, 'j1');
    await carry(first, contest);
    await contest.keysSettled();
    await jurorFolder(contest, 'j1', 'pengganti');
    const second = await jurorFolder(contest, 'j1', 'laptop-kedua');
    await contest.shareDataKeys(deviceId(second));
    must(second, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80' });
    await carry(second, contest);
    await contest.keysSettled();
    await contest.shareAmongLaptops();
    await carry(contest, first);
    await first.keysSettled();
    expect(sheetOf(first.contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('80');
  });

  test('[L13] a copied juror folder: both go on, nothing is lost, differing scores wait for the juror', async () => {
    const contest = await committeeFolder();
    const laptops = await copiedJurorFolder(contest);
    const log = laptops[0].writers()[0]?.log ?? '';
    must(laptops[0], j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80' });
    must(laptops[1], j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '90' });
    must(laptops[1], j1, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '60' });
    for (const [from, to] of [
      [laptops[0], contest],
      [laptops[1], contest],
      [contest, laptops[1]],
      [contest, laptops[0]],
    ] as const) {
      await carryWhole(from, to);
      await to.keysSettled();
    }
    for (const laptop of laptops) {
      expect(laptop.log.heads().filter(({ log: id }) => contest.log.head(id) !== null)).toEqual(contest.log.heads());
      // Each goes on in a new log.
      await laptop.beginSeatLog('j1');
      expect(laptop.writers()[0]?.log).not.toBe(log);
    }
    expect(contest.contest().issues).toMatchObject([{ type: 'log-forked', name: 'j1' }]);
    for (const { contest: folded } of [contest, ...laptops]) {
      expect(sheetOf(folded(), 'j1', 'k1', 'risalah')?.conflicts.get('langkah')).toEqual(['80', '90']);
      expect(sheetOf(folded(), 'j1', 'k2', 'risalah')?.values.get('langkah')).toBe('60');
    }
    must(laptops[1], j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '90' });
    await carryWhole(laptops[1], contest);
    await contest.keysSettled();
    expect(sheetOf(contest.contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('90');
    const heads = contest.log.heads();
    contest.close();
    opened.splice(opened.indexOf(contest), 1);
    const again = await open(contest.dir);
    expect(again.log.heads()).toEqual(heads);
    expect(sheetOf(again.contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('90');
  });

  test('[L13] a score entered right when the log has ended is taken, and begins the next', async () => {
    const contest = await committeeFolder();
    const [first, second] = await copiedJurorFolder(contest);
    const ended = second.writers()[0]?.log;
    must(first, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80' });
    must(second, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '90' });
    await carryWhole(first, contest);
    await carryWhole(contest, second);
    // Nothing is awaited: the juror types on.
    must(second, j1, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '60' });
    expect(second.writers()[0]?.log).not.toBe(ended);
    await carryWhole(second, contest);
    await contest.keysSettled();
    expect(sheetOf(contest.contest(), 'j1', 'k2', 'risalah')?.values.get('langkah')).toBe('60');
    await second.keysSettled();
    const begun = second.writers()[0]?.log;
    await second.beginSeatLog('j1');
    expect(second.writers()[0]?.log).toBe(begun);
  });

  test('[L13] a copied committee folder: a juror laptop that meets both takes everything to both', async () => {
    const contest = await committeeFolder();
    await contest.addLocalSeat('j2');
    const { dir: folder } = contest;
    const juror = await jurorFolder(contest, 'j1');
    contest.close();
    opened.splice(opened.indexOf(contest), 1);
    cpSync(folder, path.join(dir, 'salinan'), { recursive: true });
    const [one, other] = [await open(folder), await open(path.join(dir, 'salinan'))];
    const penalty = (points: string) =>
      ({ type: 'add-penalty', penalty: { contestant: 'k1', points, reason: 'waktu' } }) as const;
    must(one, committee, penalty('1'));
    must(other, committee, penalty('2'));
    must(
      other,
      { role: 'seat', seat: 'j2' },
      { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '60' },
    );
    for (const hub of [one, other, one, other]) {
      await carryWhole(hub, juror);
      await carryWhole(juror, hub);
      await hub.keysSettled();
    }
    const points = (laptop: OpenContest): string[] =>
      laptop
        .contest()
        .penalties.flatMap(({ value }) => ('points' in value && value.reason === 'waktu' ? [value.points] : []))
        .toSorted();
    expect([one, other, juror].map(points)).toEqual([
      ['1', '2'],
      ['1', '2'],
      ['1', '2'],
    ]);
    must(one, committee, penalty('3'));
    must(one, { role: 'seat', seat: 'j2' }, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '61' });
    for (const hub of [one, other]) {
      await carryWhole(hub, juror);
      await carryWhole(juror, hub);
      await hub.keysSettled();
    }
    expect(points(other)).toEqual(['1', '2', '3']);
    expect(sheetOf(other.contest(), 'j2', 'k1', 'risalah')?.values.get('langkah')).toBe('61');
    expect(one.contest().issues.map(({ type }) => type)).toContain('log-forked');
  });

  test('[D1] a seat that writes what only the committee may is kept, shown and not applied', async () => {
    const contest = await committeeFolder();
    const juror = await jurorFolder(contest, 'j1');
    expect(
      juror.execute(committee, { type: 'change-contestant-status', contestant: 'k1', status: 'withdrawn' }),
    ).toMatchObject({
      ok: false,
      error: { type: 'wrong-role' },
    });
  });

  test('[D11] a lock opened by the committee lets the juror correct and lock again', async () => {
    const contest = await committeeFolder();
    const juror = await jurorFolder(contest, 'j1');
    must(juror, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80' });
    must(juror, j1, { type: 'set-score', contestant: 'k1', criterion: 'hasil', value: '81' });
    must(juror, j1, { type: 'lock-sheet', contestant: 'k1', stage: 'risalah' });
    const refused = juror.execute(j1, { type: 'set-score', contestant: 'k1', criterion: 'hasil', value: '82' });
    expect(refused).toMatchObject({ ok: false, error: { type: 'locked' } });
    await carry(juror, contest);
    await contest.keysSettled();
    expect(sheetOf(contest.contest(), 'j1', 'k1', 'risalah')?.state).toBe('locked');
    must(contest, committee, {
      type: 'reopen-sheet',
      juror: 'j1',
      contestant: 'k1',
      stage: 'risalah',
      reason: 'salah ketik',
    });
    await carry(contest, juror);
    expect(sheetOf(juror.contest(), 'j1', 'k1', 'risalah')).toMatchObject({
      state: 'draft',
      reopened: { reason: 'salah ketik' },
    });
    must(juror, j1, { type: 'set-score', contestant: 'k1', criterion: 'hasil', value: '82' });
    must(juror, j1, { type: 'lock-sheet', contestant: 'k1', stage: 'risalah' });
    await carry(juror, contest);
    expect(sheetOf(contest.contest(), 'j1', 'k1', 'risalah')?.values.get('hasil')).toBe('82');
    expect(contest.contest().facts.get('j1/k1')?.locks.get('risalah')).toHaveLength(2);
  });

  test('[G3] facts folded one by one equal a rebuild from the log', async () => {
    const contest = await committeeFolder();
    const juror = await jurorFolder(contest, 'j1');
    must(juror, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80' });
    await carry(juror, contest);
    await contest.keysSettled();
    must(contest, committee, { type: 'show-stage', contestant: 'k2', stage: 'presentasi' });
    must(juror, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '81' });
    must(juror, j1, { type: 'recuse', contestant: 'k2', reason: 'satu unit' });
    await carry(juror, contest);
    const live = contest.contest();
    contest.close();
    opened.splice(opened.indexOf(contest), 1);
    expect((await open(contest.dir)).contest()).toEqual(live);
  });
});

async function committeeFolder(): Promise<OpenContest> {
  const created = await createCommitteeFolder(path.join(dir, 'panitia'), example);
  if (!created.ok) throw new Error(created.error.type);
  opened.push(created.value);
  return created.value;
}

async function open(folder: string): Promise<OpenContest> {
  const contest = await openContestFolder(folder);
  if (!contest.ok) throw new Error(contest.error.type);
  opened.push(contest.value);
  return contest.value;
}

/** A laptop that was admitted to the seat, as joining over the network does it. */
async function jurorFolder(contest: OpenContest, seat: string, folder = seat): Promise<OpenContest> {
  const device = makeDeviceKeys();
  const created = await createJurorFolder(path.join(dir, folder), { seat, device, committee: contest.committee });
  if (!created.ok) throw new Error(created.error.type);
  const juror = created.value;
  opened.push(juror);
  const { signingKey, boxKey } = device;
  must(contest, committee, {
    type: 'admit-device',
    device: deviceId(juror),
    signingKey,
    boxKey,
    seat,
    machine: 'laptop',
  });
  await carry(contest, juror);
  await juror.beginSeatLog(seat);
  return juror;
}

/** A juror's folder and its copy, one score old, both open. */
async function copiedJurorFolder(contest: OpenContest): Promise<readonly [OpenContest, OpenContest]> {
  const original = await jurorFolder(contest, 'j1');
  must(original, j1, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '70' });
  await carry(original, contest);
  original.close();
  opened.splice(opened.indexOf(original), 1);
  const copy = path.join(dir, 'salinan');
  cpSync(original.dir, copy, { recursive: true });
  return [await open(original.dir), await open(copy)];
}

function deviceId(juror: OpenContest): string {
  const [writer] = juror.writers();
  return writer === undefined ? '' : writer.deviceId;
}

/** Everything that one laptop holds to the other one, log by log. */
async function carry(from: OpenContest, to: OpenContest, mayWait = false): Promise<void> {
  await from.keysSettled();
  for (const { log } of committeeFirst(from)) {
    const entries = from.log.read(log, to.log.head(log)?.seq ?? 0, { entries: 500, bytes: 1_000_000 });
    const signature = entries.at(-1)?.signature;
    if (signature === undefined || signature === null) continue;
    const received = to.receive({ log, entries: entries.map((entry) => entry.bytes), signature });
    if (mayWait && !received.ok) expect(received.error.type).toBe('not-yet');
    else expect(received.ok).toBe(true);
    // What the committee says is read before what others say after it.
    if (from.openings().get(log)?.role === 'committee') await to.keysSettled();
  }
}

/** Everything from each log's first entry on, as where the two are known to differ. */
async function carryWhole(from: OpenContest, to: OpenContest): Promise<void> {
  await from.keysSettled();
  const first = (log: string): number => from.log.read(log, 0, { entries: 1, bytes: 0 })[0]?.seq ?? 0;
  const logs = committeeFirst(from).toSorted((a, b) => first(a.log) - first(b.log));
  for (const { log } of logs) {
    const entries = from.log.read(log, 0, { entries: 500, bytes: 1_000_000 });
    const signature = entries.at(-1)?.signature ?? new Uint8Array(64);
    const received = to.receive({ log, entries: entries.map((entry) => entry.bytes), signature });
    expect(received.ok).toBe(true);
    // What the committee says is read before what others say after it.
    if (from.openings().get(log)?.role === 'committee') await to.keysSettled();
  }
}

async function enterAllScores(contest: OpenContest, file: ContestFile): Promise<void> {
  for (const { id } of file.jurors) await contest.addLocalSeat(id);
  for (const { juror, contestant, criterion, value } of file.scores) {
    must(contest, { role: 'seat', seat: juror }, { type: 'set-score', contestant, criterion, value });
  }
  const sheets = new Set(
    file.scores.map(({ juror, contestant, criterion }) => {
      const rubric = file.rubrics.find((each) => each.criteria.some(({ id }) => id === criterion));
      return `${juror} ${contestant} ${rubric?.stage}`;
    }),
  );
  for (const sheet of sheets) {
    const [seat = '', contestant = '', stage = ''] = sheet.split(' ');
    must(contest, { role: 'seat', seat }, { type: 'lock-sheet', contestant, stage });
  }
}

function must(contest: OpenContest, actor: Actor, command: Command): void {
  const executed = contest.execute(actor, command);
  if (!executed.ok) throw new Error(`${command.type}: ${executed.error.reason}`);
}

function byKey(scores: ContestFile['scores']): string[] {
  return scores.map((score) => JSON.stringify(score)).toSorted();
}

test('device keys are 32 bytes each', () => {
  for (const text of Object.values(makeDeviceKeys())) expect(base32Bytes(text)).toHaveLength(32);
});
