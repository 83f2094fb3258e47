/** What a typed score costs the window, beside a bare field of the same runtime: all of the renderer's work, by its own count. */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { buildIfStale } from '../build.mjs';
import { appFolders } from './app-folders.ts';
import { freshHome, writeEmptyApp } from './app.ts';
import { openWindow, taskMs, type Page } from './app-window.ts';
import type { Benchmark } from './benchmark.ts';
import { figureBeside, figureOf } from './measure.ts';

const scores = 20;
/** As quick as a person types. */
const pauseMs = 60;

export const typing: Benchmark = {
  name: 'typing',
  about:
    'the renderer’s work per score of two digits and Enter, a sheet of 20 criteria with 52 groups, beside a bare field',
  rounds: 5,
  needsDisplay: true,
  async run({ scale, rounds, folder }) {
    await buildIfStale();
    const empty = writeEmptyApp(path.join(folder, 'kosong'));
    const { juror } = await appFolders(path.join(folder, 'lomba'), scale);
    const yardstick: number[] = [];
    const own: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      yardstick.push(await workPerScore(empty, freshHome(folder, `kosong-${round}`, null)));
      own.push(await workPerScore(null, freshHome(folder, `juri-${round}`, juror)));
    }
    return [
      figureOf('a bare field', 'ms per score', yardstick),
      figureBeside('the sheet', 'ms per score', own, 'a bare field', yardstick),
    ];
  },
};

async function workPerScore(application: string | null, home: string): Promise<number> {
  const window = await openWindow(application, home);
  const { page } = window;
  try {
    await page.send('Performance.enable');
    await page.evaluate(`document.querySelector('input')?.focus()`);
    await setTimeout(1_000);
    const before = await taskMs(page);
    for (let score = 0; score < scores; score += 1) {
      for (const key of [...Array.from(String(60 + score)), 'Enter']) {
        await press(page, key);
        await setTimeout(pauseMs);
      }
    }
    await setTimeout(1_000);
    return ((await taskMs(page)) - before) / scores;
  } finally {
    await window.close();
  }
}

async function press(page: Page, key: string): Promise<void> {
  const isDigit = key.length === 1;
  const about = isDigit
    ? { key, text: key, code: `Digit${key}` }
    : { key, text: '\r', code: key, windowsVirtualKeyCode: 13 };
  await page.send('Input.dispatchKeyEvent', { type: 'keyDown', ...about });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: about.code });
}
