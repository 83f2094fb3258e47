/**
 * What a step of the announcement costs the projector's window at 1920 x 1080, by that window's own clock: from the picture's arrival
 * to the frame that shows it, how many frames that took, and all of the renderer's work. The committee's folder is the large one, and each
 * reveal is computed anew before it is shown (rule C7). Sound and confetti are on: they must not delay the name (rule C12).
 */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { limits } from '../../shared/limits.ts';
import { buildIfStale } from '../build.mjs';
import { appFolders } from './app-folders.ts';
import { freshHome } from './app.ts';
import { openWindow, taskMs, type Page } from './app-window.ts';
import type { Benchmark } from './benchmark.ts';
import { figureOf } from './measure.ts';

const screen = { width: 1920, height: 1080, deviceScaleFactor: 1, mobile: false };

export const ceremony: Benchmark = {
  name: 'ceremony',
  about:
    'a step of the announcement in the projector’s window at 1920 x 1080, from its arrival to the frame that shows it',
  rounds: 5,
  needsDisplay: true,
  async run({ scale, rounds, folder }) {
    await buildIfStale();
    const { committee } = await appFolders(path.join(folder, 'lomba'), scale);
    const steps: Step[] = [];
    for (let round = 0; round < rounds; round += 1) {
      steps.push(...(await announce(freshHome(folder, `panitia-${round}`, committee))));
    }
    const of = (key: keyof Step) => steps.map((step) => step[key]);
    return [
      figureOf('from the press to the painted step', 'ms', of('pressedToPainted')),
      figureOf('from the arrival to the painted step', 'ms', of('arrivedToPainted')),
      figureOf('frames until the step is shown', 'frames', of('frames')),
      figureOf('work of the renderer until then', 'ms', of('work')),
    ];
  },
};

interface Step {
  readonly pressedToPainted: number;
  readonly arrivedToPainted: number;
  readonly frames: number;
  readonly work: number;
}

async function announce(home: string): Promise<readonly Step[]> {
  const window = await openWindow(null, home);
  const operator = window.page;
  try {
    await ask(operator, 'open-projector', {});
    const projector = await window.pageOf('/projector.html');
    await projector.send('Emulation.setDeviceMetricsOverride', screen);
    await projector.send('Performance.enable');
    await projector.evaluate(probe);
    const category = z.string().parse(await operator.evaluate(firstCategory));
    await ask(operator, 'execute', { type: 'confirm-announcement', category });
    await ask(operator, 'start-ceremony', { act: category });
    const steps: Step[] = [];
    // A place and its name, three times.
    for (let step = 0; step < 6; step += 1) {
      await setTimeout(limits.pressLockMs + 500);
      steps.push(await take(operator, projector));
    }
    projector.end();
    return steps;
  } finally {
    await window.close();
  }
}

const shownSchema = z.object({ arrived: z.number(), painted: z.number(), frames: z.number() });

async function take(operator: Page, projector: Page): Promise<Step> {
  await projector.evaluate('window.probed = null');
  const before = await taskMs(projector);
  const pressed = z.number().parse(
    await operator.evaluate(`(() => { const at = performance.timeOrigin + performance.now();
      return gelarJuri.request('move-ceremony', { move: 'next' }).then(JSON.parse).then(({ ok }) => (ok ? at : null)); })()`),
  );
  const endMs = Date.now() + 5_000;
  while (Date.now() < endMs) {
    const shown = shownSchema.safeParse(await projector.evaluate('window.probed'));
    if (shown.success) {
      const { arrived, painted, frames } = shown.data;
      const work = (await taskMs(projector)) - before;
      return { pressedToPainted: painted - pressed, arrivedToPainted: painted - arrived, frames, work };
    }
    await setTimeout(5);
  }
  throw new Error('the step was not shown');
}

async function ask(page: Page, channel: string, input: object): Promise<void> {
  const answer = await page.evaluate(
    `gelarJuri.request(${JSON.stringify(channel)}, ${JSON.stringify(input)}).then(JSON.parse).then(({ ok, error }) => (ok ? 'ok' : error.message))`,
  );
  if (answer !== 'ok') throw new Error(`${channel}: ${String(answer)}`);
}

/** The committee turns sound and confetti on, and the first category is what is announced. */
const firstCategory = `gelarJuri.request('load-events').then(JSON.parse).then(({ value }) => {
  const { setup } = value.find(({ event }) => event.type === 'contest-founded').event;
  const contest = { ...setup.contest, fanfare: true, confetti: true };
  return gelarJuri.request('execute', { type: 'change-info', contest }).then(() => setup.categories[0].id);
})`;

/** Notes when a picture came, in which frame it stood in the page, and when that frame was done. */
const probe = `(() => {
  window.probed = null;
  let arrived = null;
  let frames = 0;
  let isShown = false;
  const now = () => performance.timeOrigin + performance.now();
  const frame = () => {
    frames += 1;
    if (!isShown) return frames < 60 ? requestAnimationFrame(frame) : (arrived = null);
    const [from, count] = [arrived, frames];
    arrived = null;
    const done = new MessageChannel();
    done.port1.onmessage = () => { window.probed = { arrived: from, painted: now(), frames: count }; };
    done.port2.postMessage(null);
  };
  new MutationObserver(() => { isShown = arrived !== null; }).observe(document.getElementById('root'), {
    subtree: true, childList: true, characterData: true,
  });
  gelarJuriProjector.onView(() => {
    if (arrived !== null) return;
    arrived = now();
    frames = 0;
    isShown = false;
    requestAnimationFrame(frame);
  });
})()`;
