/**
 * [L14] Random harm to every file of a folder that was killed in the middle of an event: what was confirmed in it is all there,
 * or the loss is named, and mending brings back what anything proves. `DAMAGES=1000 DAMAGE_SEED=7` tries more and others.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import { openOrRecoverFolder } from '../../electron/contest/recover-folder.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { receiveBatches } from '../../shared/log/receive.ts';
import type { EventLog } from '../../shared/ports.ts';
import { seededNumbers } from '../support/log-writer.ts';
import { damageOnce } from '../support/random-damage.ts';
import { carry } from '../support/two-laptops.ts';

const count = Number(process.env['DAMAGES'] ?? 40);
const firstSeed = Number(process.env['DAMAGE_SEED'] ?? 1);

type Files = ReadonlyMap<string, Buffer>;

test(
  `[L14] [G1] ${count} random damages from seed ${firstSeed}: every one is named or harmless`,
  { timeout: 120_000 + count * 10_000 },
  async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-rusak-'));
    const made = spawnSync(process.execPath, [path.resolve('tests/support/damage-state.ts'), dir], {
      encoding: 'utf8',
    });
    expect(made.signal).toBe('SIGKILL');
    const whole = new Map(['panitia', 'j1'].map((name) => [name, contentOf(path.join(dir, name))]));
    const held = new Map<string, ReadonlySet<string>>();
    for (const name of whole.keys()) held.set(name, await entriesIn(path.join(dir, name)));
    const counts = { named: 0, harmless: 0, keys: 0, lost: 0 };
    const silent: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
      const next = seededNumbers(seed);
      // Seeds that are neighbours begin alike.
      for (let skipped = 0; skipped < 20; skipped += 1) next();
      const name = next() < 0.5 ? 'panitia' : 'j1';
      const other = name === 'panitia' ? 'j1' : 'panitia';
      // In its place, or as somebody copied it.
      const folder = path.join(dir, next() < 0.7 ? name : `salinan-${seed}`);
      putBack(folder, whole.get(name) ?? new Map());
      putBack(path.join(dir, other), whole.get(other) ?? new Map());
      const harm = `seed ${seed}: ${name} ${damageOnce(folder, path.join(dir, 'lama', name), next)}`;
      const before = held.get(name) ?? new Set<string>();
      const outcome = await look(folder, before);
      if (outcome === 'silent') silent.push(harm);
      else counts[outcome] += 1;
      if (outcome === 'named' || outcome === 'harmless') {
        const left = await mend(folder, path.join(dir, other), before, held.get(other) ?? new Set());
        if (typeof left === 'string') silent.push(`${harm}: ${left}`);
        else counts.lost += left;
      }
      if (folder.includes('salinan-')) rmSync(folder, { recursive: true });
    }
    process.stdout.write(`${JSON.stringify({ count, firstSeed, ...counts, silent: silent.length })}\n`);
    expect(silent).toEqual([]);
    expect(counts.named + counts.harmless + counts.keys).toBe(count);
    rmSync(dir, { recursive: true });
  },
);

/** As `status` sees it, which writes nothing. */
async function look(folder: string, before: ReadonlySet<string>): Promise<'named' | 'harmless' | 'keys' | 'silent'> {
  const opened = await openContestFolder(folder, { readOnly: true });
  if (!opened.ok) return /^(keys-|no-contest)/.test(opened.error.type) ? 'keys' : 'named';
  const isNamed = opened.value.awaited().length > 0;
  const held = entriesOf(opened.value.log);
  opened.value.close();
  if (isNamed) return 'named';
  return [...before].every((entry) => held.has(entry)) ? 'harmless' : 'silent';
}

/** Opened for writing, mended where it must be, and told what the other laptop has. @returns how many entries nobody has any more. */
async function mend(
  folder: string,
  other: string,
  before: ReadonlySet<string>,
  elsewhere: ReadonlySet<string>,
): Promise<number | string> {
  const opened = await openOrRecoverFolder(folder);
  if (!opened.ok) return `not mended: ${opened.error.type}`;
  const { contest, recovery } = opened.value;
  const first = entriesOf(contest.log);
  const missing = [...before].filter((entry) => !first.has(entry));
  const isTold = (recovery?.awaited ?? contest.awaited()).length > 0;
  if (missing.length > 0 && !isTold && [...elsewhere].length > 0 && recovery === null) return 'missing and not told';
  const theirs = await mustOpen(other);
  await carry(theirs, contest);
  await contest.keysSettled();
  const after = entriesOf(contest.log);
  const isBack = [...before].every((entry) => after.has(entry) || !elsewhere.has(entry));
  const sent = await sendable(contest);
  theirs.close();
  contest.close();
  if (!isBack) return 'what the other laptop has does not come back';
  if (sent !== null) return sent;
  const again = await openContestFolder(folder);
  if (!again.ok) return `damaged again: ${again.error.type}`;
  const lost = [...before].filter((entry) => !after.has(entry)).length;
  const isAwaited = again.value.awaited().length > 0;
  again.value.close();
  return lost > 0 && !isAwaited ? `${lost} lost and not told` : lost;
}

/** Null when another laptop takes everything that this one holds, entry by entry, be it a moment later. */
async function sendable(contest: OpenContest): Promise<string | null> {
  for (let attempt = 0; ; attempt += 1) {
    const wrong = refusedOf(contest);
    if (wrong === null || attempt === 100) return wrong;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

function refusedOf({ log }: OpenContest): string | null {
  const taken = createMemoryLog();
  for (const { log: id } of log.heads()) {
    const entries = log.read(id, 0, { entries: 10_000, bytes: 1e9 });
    let batch: Uint8Array[] = [];
    for (const { bytes, signature, seq } of entries) {
      batch.push(bytes);
      if (signature === null) continue;
      const options = { follow: false, beforeStoring: () => undefined };
      const [received] = receiveBatches(taken, nodeCrypto, [{ log: id, entries: batch, signature }], options);
      if (received?.ok !== true) return `nobody takes ${id}:${seq}`;
      batch = [];
    }
  }
  return null;
}

async function mustOpen(folder: string): Promise<OpenContest> {
  const opened = await openContestFolder(folder);
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

async function entriesIn(folder: string): Promise<ReadonlySet<string>> {
  const opened = await openContestFolder(folder, { readOnly: true });
  if (!opened.ok) throw new Error(opened.error.type);
  const held = entriesOf(opened.value.log);
  opened.value.close();
  return held;
}

/** By number and the hash of the very bytes. */
function entriesOf(log: EventLog): ReadonlySet<string> {
  return new Set(
    log
      .heads()
      .flatMap(({ log: id }) => log.read(id, 0, { entries: 10_000, bytes: 1e9 }))
      .map(({ log: id, seq, bytes }) => `${id}:${seq}:${toBase32(nodeCrypto.hash(bytes))}`),
  );
}

function contentOf(folder: string): Files {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));
}

/** The very folder, with the very files. */
function putBack(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
  for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
}
