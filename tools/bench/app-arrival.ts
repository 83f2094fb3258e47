/**
 * 15 laptops bring everything they have to the committee's window, over real sockets: what the application holds then, beside
 * an empty window of the same runtime, and how long one task keeps its main process and its page from taking a key press.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openFolderSettings } from '../../electron/adapters/files/settings.ts';
import { openSqliteLog } from '../../electron/adapters/sqlite-log.ts';
import { databaseFile } from '../../electron/contest/data-folder.ts';
import { buildIfStale } from '../build.mjs';
import { freshHome, writeEmptyApp } from './app.ts';
import { openWindow, type TaskTimes } from './app-window.ts';
import { freePort } from './arrival.ts';
import type { Benchmark } from './benchmark.ts';
import { makeEvent, type MadeEvent } from './event.ts';
import { figureBeside, figureOf } from './measure.ts';

const sizes = {
  full: { jurors: 15, contestants: 52, criteria: 20 },
  small: { jurors: 2, contestants: 3, criteria: 4 },
} as const;
const patienceMs = 300_000;
/** The window has drawn the last of it, and what came is no longer held twice. */
const settledMs = 5_000;

export const windowArrival: Benchmark = {
  name: 'arrival',
  about:
    'the committee’s window while 15 laptops bring 15,600 scores: memory beside an empty window, and the longest tasks',
  rounds: 3,
  needsDisplay: true,
  async run({ scale, rounds, folder }) {
    await buildIfStale();
    const empty = writeEmptyApp(path.join(folder, 'kosong'));
    const event = await makeEvent(path.join(folder, 'lomba'), sizes[scale]);
    const yardstick: number[] = [];
    const arrived: Arrived[] = [];
    for (let round = 0; round < rounds; round += 1) {
      yardstick.push(await emptyMegabytes(empty, freshHome(folder, `kosong-${round}`, null)));
      arrived.push(await arrive(event, path.join(folder, String(round))));
    }
    const of = (pick: (each: Arrived) => number) => arrived.map(pick);
    const bare = 'an empty window';
    return [
      figureOf(bare, 'MB', yardstick),
      figureBeside(
        `the committee with ${event.entries} entries`,
        'MB',
        of(({ all }) => all),
        bare,
        yardstick,
      ),
      figureOf(
        'of it the main process',
        'MB',
        of(({ main }) => main),
      ),
      figureOf(
        'of it the page',
        'MB',
        of(({ page }) => page),
      ),
      figureOf(
        'longest task of the main process',
        'ms of processor',
        of(({ tasks }) => tasks.main.longest),
      ),
      figureOf(
        'tasks of it over 50 ms',
        'tasks',
        of(({ tasks }) => tasks.main.over50),
      ),
      figureOf(
        'longest task of the page',
        'ms of processor',
        of(({ tasks }) => tasks.page.longest),
      ),
      figureOf(
        'tasks of it over 50 ms, page',
        'tasks',
        of(({ tasks }) => tasks.page.over50),
      ),
      figureOf(
        'until all is stored',
        's',
        of(({ seconds }) => seconds),
      ),
    ];
  },
};

interface Arrived {
  /** Of all processes, of the main one, of the page's: megabytes that they have written. */
  readonly all: number;
  readonly main: number;
  readonly page: number;
  readonly tasks: TaskTimes;
  readonly seconds: number;
}

/** A copy of the event arrives; the event itself stays as it was. */
async function arrive(event: MadeEvent, folder: string): Promise<Arrived> {
  const home = freshHome(folder, 'panitia', event.committee);
  const dir = path.join(home, 'lomba');
  const seats = [...event.jurors].map(([seat, from]) => {
    const to = path.join(folder, seat);
    cpSync(from, to, { recursive: true });
    return to;
  });
  const port = await freePort();
  const settings = openFolderSettings(dir);
  settings.set({ ...settings.get(), port });
  const window = await openWindow(null, home);
  const laptops = fork(path.join(import.meta.dirname, 'laptops.ts'), [String(port), ...seats]);
  try {
    await once(laptops, 'message');
    const before = entriesIn(dir);
    const stop = await window.countTasks();
    const begun = performance.now();
    laptops.send('go');
    while (entriesIn(dir) - before < event.entries) {
      if (performance.now() - begun > patienceMs) throw new Error('the laptops do not bring everything');
      await setTimeout(200);
    }
    const seconds = (performance.now() - begun) / 1000;
    await setTimeout(settledMs);
    const tasks = await stop();
    return { all: window.megabytes(), ...window.megabytesOf(), tasks, seconds };
  } finally {
    laptops.kill('SIGKILL');
    await window.close();
  }
}

function entriesIn(dir: string): number {
  const log = openSqliteLog(databaseFile(dir), { readOnly: true });
  const entries = log.heads().reduce((sum, { seq }) => sum + seq, 0);
  log.close();
  return entries;
}

async function emptyMegabytes(application: string, home: string): Promise<number> {
  const window = await openWindow(application, home);
  await setTimeout(settledMs);
  const megabytes = window.megabytes();
  await window.close();
  return megabytes;
}
