/**
 * The real application in its window, each beside an empty window of the same runtime in the same round: how soon a screen stands
 * that can be used, and how much memory the application holds. Nothing is attached to a window before it is there; the page
 * itself notes when a screen stood (`renderer/app/arrived.tsx`).
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from '../build.mjs';
import { appFolders } from './app-folders.ts';
import { openWindow, type OpenedWindow } from './app-window.ts';
import type { Benchmark } from './benchmark.ts';
import { figureBeside, figureOf, type Figure } from './measure.ts';

const emptyWindow = 'an empty window';

export const start: Benchmark = {
  name: 'start',
  about:
    'from the start of the process to a screen that can be used, and memory then, beside an empty window of the same runtime',
  rounds: 7,
  needsDisplay: true,
  async run({ scale, rounds, folder }) {
    await buildIfStale();
    const empty = writeEmptyApp(path.join(folder, 'kosong'));
    const folders = await appFolders(path.join(folder, 'lomba'), scale);
    const sides = [
      { name: 'first screen', contest: null },
      { name: 'a juror’s sheet, no scores yet', contest: folders.juror },
      { name: 'a juror’s sheet, all scores', contest: folders.jurorWithScores },
      { name: 'the committee with everybody’s scores', contest: folders.committee },
    ];
    const yardstick: Measured[] = [];
    const measured = new Map<string, Measured[]>();
    for (let round = 0; round < rounds; round += 1) {
      yardstick.push(await measure(() => openWindow(empty, freshHome(folder, `kosong-${round}`, null))));
      for (const [position, { name, contest }] of sides.entries()) {
        const home = freshHome(folder, `${position}-${round}`, contest);
        measured.set(name, [...(measured.get(name) ?? []), await measure(() => openWindow(null, home))]);
      }
    }
    return [
      figureOf(
        emptyWindow,
        'ms',
        yardstick.map(({ ms }) => ms),
      ),
      figureOf(
        `${emptyWindow}, memory`,
        'MB',
        yardstick.map(({ megabytes }) => megabytes),
      ),
      ...sides.flatMap(({ name }) => beside(name, measured.get(name) ?? [], yardstick)),
    ];
  },
};

interface Measured {
  readonly ms: number;
  readonly megabytes: number;
}

function beside(name: string, own: readonly Measured[], yardstick: readonly Measured[]): readonly Figure[] {
  const of = (list: readonly Measured[], key: keyof Measured) => list.map((each) => each[key]);
  return [
    figureBeside(name, 'ms', of(own, 'ms'), emptyWindow, of(yardstick, 'ms')),
    figureBeside(`${name}, memory`, 'MB', of(own, 'megabytes'), emptyWindow, of(yardstick, 'megabytes')),
  ];
}

async function measure(open: () => Promise<OpenedWindow>): Promise<Measured> {
  const window = await open();
  try {
    return { ms: window.usableAfterMs, megabytes: window.megabytes() };
  } finally {
    await window.close();
  }
}

/** A user's folder of its own, in which that contest was open last; it is copied, so that every start finds the same. */
export function freshHome(folder: string, name: string, contest: string | null): string {
  const home = path.join(folder, 'rumah', name);
  mkdirSync(home, { recursive: true });
  if (contest === null) return home;
  const own = path.join(home, 'lomba');
  cpSync(contest, own, { recursive: true });
  const kind = contest.endsWith('panitia') ? 'committee' : 'juror';
  const recent = [{ path: own, name: 'Lomba', kind, openedAtMs: 1_500_000_000_000 }];
  writeFileSync(path.join(home, 'settings.json'), JSON.stringify({ openFolder: own, recent }));
  return home;
}

export function writeEmptyApp(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'kosong', version: '1.0.0', main: 'main.cjs' }),
  );
  writeFileSync(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
    app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'));
    app.on('window-all-closed', () => app.quit());`,
  );
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><input><script>performance.mark("screen kosong")</script>',
  );
  return folder;
}
