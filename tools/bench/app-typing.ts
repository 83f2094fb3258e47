/**
 * What a typed score costs the window, beside a bare field of the same runtime: the processor of the page's main thread, by its own
 * count. Of the same scores how long a key waits for the picture that answers it, and how long a score takes until it is told durable.
 */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
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
    const yardstick: Typed[] = [];
    const own: Typed[] = [];
    for (let round = 0; round < rounds; round += 1) {
      yardstick.push(await type(empty, freshHome(folder, `kosong-${round}`, null)));
      own.push(await type(null, freshHome(folder, `juri-${round}`, juror)));
    }
    const of = (list: readonly Typed[], pick: (each: Typed) => number) => list.map(pick);
    const bare = 'a bare field';
    return [
      figureOf(
        bare,
        'ms of processor per score',
        of(yardstick, ({ work }) => work),
      ),
      figureBeside(
        'the sheet',
        'ms of processor per score',
        of(own, ({ work }) => work),
        bare,
        of(yardstick, ({ work }) => work),
      ),
      figureOf(
        `${bare}, key to picture, p95`,
        'ms',
        of(yardstick, ({ painted }) => painted),
      ),
      figureOf(
        'the sheet, key to picture, p95',
        'ms',
        of(own, ({ painted }) => painted),
      ),
      figureOf(
        'a score until it is told durable, median',
        'ms',
        of(own, ({ durable }) => durable.middle),
      ),
      figureOf(
        'a score until it is told durable, p99',
        'ms',
        of(own, ({ durable }) => durable.p99),
      ),
    ];
  },
};

interface Typed {
  readonly work: number;
  /** To the next picture, in steps of eight; at least 16, below which the browser does not tell. */
  readonly painted: number;
  /** Not a number where nothing is saved. */
  readonly durable: { readonly middle: number; readonly p99: number };
}

async function type(application: string | null, home: string): Promise<Typed> {
  const window = await openWindow(application, home);
  const { page } = window;
  try {
    await page.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluate(noteKeys);
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
    const work = ((await taskMs(page)) - before) / scores;
    const slow = numbersSchema.parse(await page.evaluate('window.slowKeys'));
    const keys = Math.max(scores * 3, slow.length);
    const painted = [...Array.from({ length: keys - slow.length }, () => 16), ...slow];
    const durable = numbersSchema.parse(await page.evaluate(saveScores));
    return {
      work,
      painted: quantile(painted, 0.95),
      durable: { middle: quantile(durable, 0.5), p99: quantile(durable, 0.99) },
    };
  } finally {
    await window.close();
  }
}

/** Durations of key presses that took longer than 16 ms to the next picture. */
const noteKeys = `window.slowKeys = []; new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) if (name === 'keydown') window.slowKeys.push(duration);
}).observe({ type: 'event', durationThreshold: 16 })`;

/** One after the other, as the sheet asks; the answer comes when it is on the disk. */
const saveScores = `(async () => {
  const ask = async (channel, input) => JSON.parse(await window.gelarJuri.request(channel, input)).value;
  const took = [];
  if (window.gelarJuri === undefined) return took;
  const facts = await ask('load-events');
  const { setup } = facts.find(({ event }) => event.type === 'contest-founded').event;
  const fields = setup.contestants.flatMap(({ id: contestant }) =>
    setup.rubrics[0].criteria.map(({ id: criterion }) => ({ contestant, criterion })));
  for (const field of fields.slice(-200)) {
    const begun = performance.now();
    await ask('execute', { type: 'set-score', ...field, value: '71' });
    took.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return took;
})()`;

const numbersSchema = z.array(z.number());

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

async function press(page: Page, key: string): Promise<void> {
  const isDigit = key.length === 1;
  const about = isDigit
    ? { key, text: key, code: `Digit${key}` }
    : { key, text: '\r', code: key, windowsVirtualKeyCode: 13 };
  await page.send('Input.dispatchKeyEvent', { type: 'keyDown', ...about });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: about.code });
}
