/** Damaged and lost databases, on real files: what they still prove is taken over, the rest comes from another laptop. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rememberConfirmation } from '../../electron/contest/network-memory.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import { openOrRecoverFolder, type Recovery } from '../../electron/contest/recover-folder.ts';
import { sheetOf } from '../../shared/domain/score-sheet.ts';
import type { EventLog } from '../../shared/ports.ts';
import { cut, deleteAfter, flipFrame, flipPages, flipPayload, remove, withoutEnds } from '../support/damage.ts';
import { carry, mustExecute, twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';

/** Enough for a database of many pages: what is cut off or broken is then a part of it. */
const scores = 200;

let dir = '';
const opened: OpenContest[] = [];

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
});

afterEach(() => {
  for (const contest of opened.splice(0)) contest.close();
  rmSync(dir, { recursive: true });
});

describe('what a damaged database still proves', () => {
  test.each([
    ['whose later pages are broken', flipPages],
    ['whose end is missing', (folder: string) => cut(folder, 0.6)],
  ])('[L11] a database %s: a beginning of every log is taken over, and nothing else', async (_name, harm) => {
    const { committee, juror } = await laptops();
    juror.close();
    harm(juror.dir);
    const { contest, recovery } = await recover(juror.dir);
    expect(recovery.entries).toBeGreaterThan(2);
    expect(recovery.entries).toBeLessThan(countOf(committee.log));
    for (const { log, seq, hash } of contest.log.heads()) {
      expect(committee.log.read(log, seq - 1, { entries: 1, bytes: 0 })[0]?.hash).toEqual(hash);
    }
  });

  test('[L11] an entry with a changed byte, which SQLite does not see, is not taken over, nor what follows it', async () => {
    const { juror, log } = await laptops();
    juror.close();
    flipPayload(juror.dir, log, 30);
    const { contest } = await recover(juror.dir);
    expect(contest.log.head(log)?.seq).toBe(29);
  });

  test('[L11] a broken index loses nothing', async () => {
    const { juror, log } = await laptops();
    juror.close();
    breakIndex(juror.dir);
    const { contest } = await recover(juror.dir);
    expect(contest.log.head(log)?.seq).toBe(scores + 1);
  });

  test.each([
    ['emptied', (folder: string) => writeFileSync(path.join(folder, 'contest.sqlite'), '')],
    [
      'overwritten',
      (folder: string) => writeFileSync(path.join(folder, 'contest.sqlite'), 'bukan basis data'.repeat(900)),
    ],
    ['lost', remove],
  ])(
    '[L11] of a database that was %s nothing is left, and the folder waits for the other laptops',
    async (_name, harm) => {
      const { juror } = await laptops();
      juror.close();
      harm(juror.dir);
      const { contest, recovery } = await recover(juror.dir);
      expect(recovery.entries).toBe(0);
      expect(contest.log.heads()).toEqual([]);
      expect(contest.contest().setup).toBeNull();
    },
  );

  test('[G1] the end that a torn write-ahead log has lost comes back from the other laptop', async () => {
    const { committee, juror, log } = await laptops();
    const killed = path.join(dir, 'mati');
    cpSync(juror.dir, killed, { recursive: true });
    cut(killed, 0.5, '-wal');
    const again = await open(killed);
    const left = again.log.head(log)?.seq ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(scores + 1);
    await carry(committee, again);
    expect(again.log.heads()).toEqual(committee.log.heads());
  });
});

describe('what SQLite drops without a word', () => {
  test('[L14] one flipped bit in the write-ahead log is named, and all that was confirmed comes back from this very folder', async () => {
    const { juror } = await laptops();
    const killed = path.join(dir, 'mati');
    cpSync(juror.dir, killed, { recursive: true });
    flipFrame(killed, 10);
    const { contest, recovery } = await recover(killed);
    expect(recovery.awaited).toEqual([]);
    expect(contest.log.heads()).toEqual(juror.log.heads());
    expect(contest.writers()).toMatchObject([{ seat: 'j1', log: null }]);
  });

  test('[L14] of a folder of an earlier version, too', async () => {
    const { juror } = await laptops();
    const killed = path.join(dir, 'mati');
    cpSync(juror.dir, killed, { recursive: true });
    withoutEnds(killed);
    flipFrame(killed, 10);
    const { contest } = await recover(killed);
    expect(contest.log.heads()).toEqual(juror.log.heads());
  });

  test.each([
    ['the last entry of the own log', 1],
    ['the last ten', 10],
  ])('[L14] %s deleted by a tool is named, and awaited until it is back', async (_name, entries) => {
    const { committee, juror, log } = await laptops();
    juror.close();
    const end = scores + 1;
    deleteAfter(juror.dir, log, end - entries);
    const named = await openContestFolder(juror.dir, { readOnly: true });
    const lack = { log, held: end - entries, upTo: end };
    expect(named).toMatchObject({ ok: false, error: { type: 'damaged', lacking: [lack] } });
    const { contest, recovery } = await recover(juror.dir);
    expect([recovery.awaited, contest.awaited()]).toEqual([[lack], [lack]]);
    contest.close();
    const again = await open(juror.dir);
    expect(again.awaited()).toEqual([lack]);
    await carry(committee, again);
    expect(again.awaited()).toEqual([]);
    expect(again.log.heads()).toEqual(committee.log.heads());
  });

  test.each([1, 2])('[L14] the last entry, with one of the two kept ends damaged (%d)', async (which) => {
    const { juror, log } = await laptops();
    juror.close();
    deleteAfter(juror.dir, log, scores - 1);
    writeFileSync(path.join(juror.dir, `catatan-akhir-${which}`), 'rusak');
    await recover(juror.dir);
  });

  test('[L14] what the committee has confirmed is missed, though both kept ends are lost', async () => {
    const { juror, log } = await laptops();
    const head = juror.log.head(log);
    if (head !== null) rememberConfirmation(juror.dir, head);
    juror.close();
    deleteAfter(juror.dir, log, 30);
    withoutEnds(juror.dir);
    const { recovery } = await recover(juror.dir);
    expect(recovery.awaited).toEqual([{ log, held: 30, upTo: scores + 1 }]);
  });

  test('[L14] a copy that lacks something is opened, says so, and goes on in a log of its own', async () => {
    const { juror, log } = await laptops();
    juror.close();
    const copy = path.join(dir, 'salinan');
    cpSync(juror.dir, copy, { recursive: true });
    deleteAfter(copy, log, scores);
    const contest = await open(copy);
    expect(contest.awaited()).toEqual([{ log, held: scores, upTo: scores + 1 }]);
    expect(contest.writers()).toMatchObject([{ seat: 'j1', log: null }]);
  });
});

describe('a recovered folder', () => {
  test('[L11] keeps the damaged files byte for byte, beside each other when it happens twice', async () => {
    const { juror, log } = await laptops();
    juror.close();
    flipPayload(juror.dir, log, 30);
    const before = readFileSync(path.join(juror.dir, 'contest.sqlite'));
    const keys = readFileSync(path.join(juror.dir, 'keys.json'));
    const named = await openContestFolder(juror.dir);
    expect(named).toMatchObject({ ok: false, error: { type: 'damaged' } });
    const first = await recover(juror.dir);
    expect(path.basename(first.recovery.kept)).toMatch(/^rusak-\d{4}-\d{2}-\d{2}-\d{4}$/);
    expect(readFileSync(path.join(first.recovery.kept, 'keys.json')).equals(keys)).toBe(true);
    first.contest.close();
    writeFileSync(path.join(juror.dir, 'contest.sqlite'), 'rusak lagi');
    const second = await recover(juror.dir);
    expect(second.recovery.kept).not.toBe(first.recovery.kept);
    expect(readFileSync(path.join(first.recovery.kept, 'contest.sqlite')).equals(before)).toBe(true);
    expect(readFileSync(path.join(second.recovery.kept, 'contest.sqlite'), 'utf8')).toBe('rusak lagi');
    expect(readdirSync(juror.dir).filter((name) => name.includes('.ba'))).toEqual([]);
  });

  test('[L1] is the same laptop in a new log: the earlier scores come back, are read and replaced; what nobody holds is pending', async () => {
    const { committee, juror, log } = await laptops();
    mustExecute(juror, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '66' });
    const device = juror.writers()[0]?.deviceId;
    juror.close();
    remove(juror.dir);
    const { contest } = await recover(juror.dir);
    expect(contest.writers()).toMatchObject([{ seat: 'j1', log: null, deviceId: device }]);
    await carry(committee, contest);
    await contest.keysSettled();
    expect(contest.log.heads()).toEqual(committee.log.heads());
    await contest.beginSeatLog('j1');
    expect(contest.writers()[0]?.log).not.toBe(log);
    expect(sheetOf(contest.contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('79');
    expect(sheetOf(contest.contest(), 'j1', 'k2', 'risalah')?.state).toBe('pending');
    mustExecute(contest, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '91' });
    await carry(contest, committee);
    await committee.keysSettled();
    const sheet = sheetOf(committee.contest(), 'j1', 'k1', 'risalah');
    expect(sheet?.values.get('langkah')).toBe('91');
    expect(sheet?.conflicts.size).toBe(0);
  });

  test('[L11] of the committee goes on after its earlier facts, and its own seats write again', async () => {
    const { committee, juror, log } = await laptops();
    expect((await committee.addLocalSeat('j2')).ok).toBe(true);
    const [own] = committee.writers();
    await carry(committee, juror);
    committee.close();
    remove(committee.dir);
    const { contest } = await recover(committee.dir);
    expect(contest.contest().setup).toBeNull();
    const command = { type: 'show-stage', contestant: 'k1', stage: 'risalah' } as const;
    expect(contest.execute({ role: 'committee' }, command)).toMatchObject({
      ok: false,
      error: { type: 'not-founded' },
    });
    await carry(juror, contest);
    await contest.keysSettled();
    expect(sheetOf(contest.contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('79');
    expect(contest.log.head(log)).toEqual(juror.log.head(log));
    expect(contest.execute({ role: 'committee' }, command).ok).toBe(true);
    expect(contest.contest().shown?.contestant).toBe('k1');
    expect(contest.writers()[0]?.log).not.toBe(own?.log);
    await contest.beginSeatLog('j2');
    const score = { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '70' } as const;
    expect(contest.execute({ role: 'seat', seat: 'j2' }, score).ok).toBe(true);
    expect(contest.contest().issues).toEqual([]);
  });

  test('[L10] a lock that a broken disk has filled keeps nobody out, and still keeps a second writer out', async () => {
    const { juror } = await laptops();
    juror.close();
    writeFileSync(path.join(juror.dir, 'writer.lock'), 'bukan kunci'.repeat(500));
    await open(juror.dir);
    expect(await openContestFolder(juror.dir)).toMatchObject({ ok: false, error: { type: 'folder-in-use' } });
  });

  test('a whole folder is opened as it is, keys that are lost are not made up, and a folder in use is left alone', async () => {
    const { juror } = await laptops();
    const inUse = await openOrRecoverFolder(juror.dir);
    expect(inUse).toMatchObject({ ok: false, error: { type: 'folder-in-use' } });
    juror.close();
    const whole = await openOrRecoverFolder(juror.dir);
    expect(whole).toMatchObject({ ok: true, value: { recovery: null } });
    if (whole.ok) whole.value.contest.close();
    writeFileSync(path.join(juror.dir, 'keys.json'), '{}');
    expect(await openOrRecoverFolder(juror.dir)).toMatchObject({ ok: false, error: { type: 'keys-damaged' } });
    expect(existsSync(path.join(juror.dir, 'contest.sqlite'))).toBe(true);
  });
});

test('[L11] after a failed write the next opening begins new logs; what was confirmed is there, and the old log is not gone on with', async () => {
  const { juror, log } = await laptops();
  juror.close();
  const script = path.resolve('tests/support/score-until-refused.ts');
  const command = `ulimit -f 1024; exec "${process.execPath}" "${script}" "${juror.dir}"`;
  const run: unknown = JSON.parse(spawnSync('bash', ['-c', command], { encoding: 'utf8' }).stdout);
  expect(run).toEqual({ confirmed: expect.any(Number), refused: 'storage' });
  const again = await open(juror.dir);
  const held = again.log.head(log)?.seq ?? 0;
  expect(held).toBeGreaterThanOrEqual(scores + 1 + Number(new Map(Object.entries(run ?? {})).get('confirmed')));
  expect(again.writers()).toMatchObject([{ seat: 'j1', log: null }]);
  await again.beginSeatLog('j1');
  mustExecute(again, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '45' });
  expect(again.log.head(log)?.seq).toBe(held);
  const next = again.writers()[0]?.log;
  again.close();
  const third = await open(juror.dir);
  expect(third.writers()).toMatchObject([{ log: next }]);
  expect(sheetOf(third.contest(), 'j1', 'k1', 'risalah')?.values.get('langkah')).toBe('45');
  expect(sheetOf(third.contest(), 'j1', 'k1', 'risalah')?.conflicts.size).toBe(0);
});

async function laptops(): Promise<TwoLaptops> {
  const both = await twoLaptops(dir, scores);
  opened.push(both.committee, both.juror);
  return both;
}

async function open(folder: string): Promise<OpenContest> {
  const contest = await openContestFolder(folder);
  if (!contest.ok) throw new Error(contest.error.type);
  opened.push(contest.value);
  return contest.value;
}

/** Named first, and mended only when it is asked for. */
async function recover(folder: string): Promise<{ readonly contest: OpenContest; readonly recovery: Recovery }> {
  expect(await openContestFolder(folder)).toMatchObject({ ok: false, error: { type: 'damaged' } });
  const recovered = await openOrRecoverFolder(folder);
  if (!recovered.ok) throw new Error(recovered.error.type);
  const { contest, recovery } = recovered.value;
  opened.push(contest);
  if (recovery === null) throw new Error('it was damaged');
  return { contest, recovery };
}

/** Makes the first page of the index unreadable: rows are still found by their number. */
function breakIndex(folder: string): void {
  const file = path.join(folder, 'contest.sqlite');
  const bytes = readFileSync(file);
  // Page 3 is the root of the index on (log, seq): page 1 holds the schema, page 2 the rows.
  bytes.fill(0, 2 * 4096, 3 * 4096);
  writeFileSync(file, bytes);
}

function countOf(log: EventLog): number {
  return log.heads().reduce((sum, { seq }) => sum + seq, 0);
}
