/**
 * Laptops that have scored alone come to the committee all at once: what its process spends, and for how long it does nothing
 * else at a stretch. The committee is the application's shell with everything that it tells its windows, over real sockets.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { cpuUsage } from 'node:process';
import { databaseFile } from '../../electron/contest/data-folder.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { openSqliteLog } from '../../electron/adapters/sqlite-log.ts';
import { openFolderSettings } from '../../electron/adapters/files/settings.ts';
import { limits } from '../../shared/limits.ts';
import { startLaptop } from '../../tests/support/shell-harness.ts';
import { must, type MadeEvent } from './event.ts';

export interface Arrival {
  /** Until every entry is on all laptops that get it at once. */
  readonly seconds: number;
  /** Until every laptop was in. */
  readonly joinSeconds: number;
  readonly processorMs: number;
  /** The longest time at a stretch in which nothing else had a turn: with waiting for the disk, and this thread's own work alone. */
  readonly longestMs: number;
  readonly longestOwnMs: number;
  /** Stretches of more than 50 ms of own work. */
  readonly over50: number;
}

/** A copy of the event arrives; the event itself stays as it was. */
export async function arrive(event: MadeEvent, folder: string): Promise<Arrival> {
  const dir = path.join(folder, 'panitia');
  cpSync(event.committee, dir, { recursive: true });
  const seats = [...event.jurors].map(([seat, from]) => {
    const to = path.join(folder, seat);
    cpSync(from, to, { recursive: true });
    return to;
  });
  const port = await freePort();
  const settings = openFolderSettings(dir);
  settings.set({ ...settings.get(), port });
  const laptop = startLaptop(path.join(folder, 'laptop'));
  must(await laptop.shell.openPath(dir));
  const child = fork(path.join(import.meta.dirname, 'laptops.ts'), [String(port), ...seats]);
  try {
    await once(child, 'message');
    const network = laptop.shell.desk()?.network;
    const probe = startProbe();
    const before = cpuUsage();
    const begun = performance.now();
    let joinSeconds = 0;
    child.once('message', () => {
      joinSeconds = (performance.now() - begun) / 1000;
    });
    child.send('go');
    while (entriesHeld(laptop) < event.entries || (network?.saving().laptops ?? 0) < carriers(event.jurors.size)) {
      if (performance.now() - begun > patienceMs) throw new Error('the laptops do not come to hold the same');
      laptop.sent.length = 0;
      laptop.projected.length = 0;
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = cpuUsage(before);
    return { seconds, joinSeconds, processorMs: (user + system) / 1000, ...probe.stop() };
  } finally {
    child.kill('SIGKILL');
    await laptop.quit();
  }
}

/** What cannot be had for less: each entry hashed and stored, one signature per 200, a durable transaction each. */
export function storeAll(event: MadeEvent, file: string): number {
  const log = openSqliteLog(file);
  let longest = 0;
  for (const [position, dir] of [...event.jurors.values()].entries()) {
    const from = openSqliteLog(databaseFile(dir), { readOnly: true });
    const id = event.logs[position] ?? '';
    for (let after = 0; ;) {
      const entries = from.read(id, after, { entries: 200, bytes: Infinity });
      const last = entries.at(-1);
      if (last === undefined) break;
      const begun = performance.now();
      for (const { bytes } of entries) nodeCrypto.hash(bytes);
      nodeCrypto.verify(new Uint8Array(32).fill(7), last.bytes, last.signature ?? new Uint8Array(64));
      log.append(entries);
      longest = Math.max(longest, performance.now() - begun);
      after = last.seq;
    }
    from.close();
  }
  log.close();
  return longest;
}

/** Laptops that hold a juror's log when all that has hurry has been passed on (rule S22), the committee's included. */
function carriers(jurors: number): number {
  return 1 + (jurors <= limits.jurorsWithAllCopies ? jurors : 1 + limits.copies);
}

function entriesHeld(laptop: ReturnType<typeof startLaptop>): number {
  const contest = laptop.shell.desk()?.contest;
  const own = new Set(contest?.writers().map((writer) => writer.log));
  const heads = contest?.log.heads() ?? [];
  return heads.reduce((sum, { log, seq }) => sum + (own.has(log) ? 0 : seq), 0);
}

const probeMs = 2;
const patienceMs = 300_000;

/**
 * A timer that wants to be called all the time: how late it is, and what this thread did meanwhile. Time in which the thread
 * was ready and other programs had the processors is not counted, where the system tells it.
 */
function startProbe() {
  let [longestMs, longestOwnMs, over50] = [0, 0, 0];
  let atMs = performance.now();
  let own = ownMs();
  let queued = queuedMs();
  const timer = setInterval(() => {
    const [nowMs, nowOwn, nowQueued] = [performance.now(), ownMs(), queuedMs()];
    const lateMs = nowMs - atMs - probeMs - (nowQueued - queued);
    longestMs = Math.max(longestMs, lateMs);
    const stretchMs = Math.min(lateMs, nowOwn - own);
    longestOwnMs = Math.max(longestOwnMs, stretchMs);
    if (stretchMs > 50) over50 += 1;
    [atMs, own, queued] = [nowMs, nowOwn, nowQueued];
  }, probeMs);
  return {
    stop: () => {
      clearInterval(timer);
      return { longestMs, longestOwnMs, over50 };
    },
  };
}

function ownMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** How long this thread has waited for a processor; 0 where nobody tells. */
function queuedMs(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
