/** A window of the built application (or of another one), opened as a person opens it, and read once it stands. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { root } from '../project.mjs';
import { sandboxProblem } from '../surroundings.mjs';

export interface OpenedWindow {
  /** From the start of the process to the first screen that can be used. */
  readonly usableAfterMs: number;
  /** What all processes of the application have written: with the pages of code the sum would depend on what else runs. */
  readonly megabytes: () => number;
  /** The same of its main process and of its page's. */
  readonly megabytesOf: () => { readonly main: number; readonly page: number };
  readonly page: Page;
  /** A further window's page, by what its address holds. */
  readonly pageOf: (address: string) => Promise<Page>;
  /** Begins to count the tasks of both main threads; returns the function that ends it. */
  readonly countTasks: () => Promise<() => Promise<TaskTimes>>;
  readonly close: () => Promise<void>;
}

/** What one task keeps its thread from taking a key press: milliseconds of processor. */
export interface TaskTimes {
  readonly main: { readonly longest: number; readonly over50: number };
  readonly page: { readonly longest: number; readonly over50: number };
}

/** The page is looked for so long. */
const patienceMs = 120_000;

/** `application`: a folder with an Electron application; null: this one. `home`: its user data folder. @throws when no screen comes. */
export async function openWindow(application: string | null, home: string): Promise<OpenedWindow> {
  const flags = [
    `--user-data-dir=${home}`,
    '--remote-debugging-port=0',
    '--listen-host=127.0.0.1',
    ...(sandboxProblem() === null ? [] : ['--no-sandbox']),
  ];
  const startedAtMs = Date.now();
  const child = spawn(runtime(), [application ?? root, ...flags], {
    env: { ...process.env, HOME: home, XDG_DATA_HOME: path.join(home, 'share'), NO_SANDBOX: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await debuggingPort(child);
  const page = await openPage(port);
  const usableAtMs = await untilUsable(page);
  return {
    usableAfterMs: usableAtMs - startedAtMs,
    megabytes: () => privateMegabytes(child.pid ?? 0),
    megabytesOf: () => ({ main: ownMegabytes(child.pid ?? 0), page: Math.max(...pagesOf(child.pid ?? 0)) }),
    page,
    pageOf: (address) => openPage(port, address),
    countTasks: () => countTasks(port),
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      page.end();
    },
  };
}

function runtime(): string {
  const file = createRequire(import.meta.url)('electron');
  if (typeof file !== 'string') throw new Error('outside of Electron the package is the path of its program');
  return file;
}

function debuggingPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const [, port] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(text) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', () => reject(new Error('the application ended before its window was there')));
  });
}

export interface Page {
  /** What a page of the application makes of the expression. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly send: (method: string, parameters?: object) => Promise<unknown>;
  readonly end: () => void;
}

const targetsSchema = z.array(
  z.looseObject({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string().optional() }),
);
const answerSchema = z.looseObject({
  id: z.number().optional(),
  result: z.unknown().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
});
const valueSchema = z.looseObject({ result: z.looseObject({ value: z.unknown().optional() }) });

async function openPage(port: number, address = ''): Promise<Page> {
  const { send, end } = await connect(await pageAddress(port, address));
  return {
    send,
    evaluate: async (expression) => {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      return valueSchema.parse(answer).result.value;
    },
    end,
  };
}

const versionSchema = z.looseObject({ webSocketDebuggerUrl: z.string() });
const tracedSchema = z.object({
  value: z.array(
    z.looseObject({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      tdur: z.number().optional(),
      args: z.looseObject({ name: z.string().optional() }).optional(),
    }),
  ),
});
type Traced = z.output<typeof tracedSchema>['value'][number];

/** By Chromium's own trace, which knows the processor time of each task: others on the machine do not count. */
async function countTasks(port: number): Promise<() => Promise<TaskTimes>> {
  const version = await fetch(`http://127.0.0.1:${port}/json/version`);
  const traced: Traced[] = [];
  let complete = () => {};
  const { send, end } = await connect(versionSchema.parse(await version.json()).webSocketDebuggerUrl, (name, value) => {
    if (name === 'Tracing.dataCollected') traced.push(...tracedSchema.parse(value).value);
    if (name === 'Tracing.tracingComplete') complete();
  });
  await send('Tracing.start', { traceConfig: { includedCategories: ['toplevel'] } });
  return async () => {
    const completed = new Promise<void>((resolve) => {
      complete = resolve;
    });
    await send('Tracing.end');
    await completed;
    end();
    return { main: tasksOf(traced, 'CrBrowserMain'), page: tasksOf(traced, 'CrRendererMain') };
  };
}

function tasksOf(traced: readonly Traced[], thread: string): TaskTimes['main'] {
  const threads = new Set(
    traced.flatMap(({ name, args, pid, tid }) =>
      name === 'thread_name' && args?.name === thread ? `${pid}/${tid}` : [],
    ),
  );
  const tasks = traced.flatMap(({ name, pid, tid, tdur = 0 }) =>
    name === 'ThreadControllerImpl::RunTask' && threads.has(`${pid}/${tid}`) ? tdur / 1000 : [],
  );
  return {
    longest: tasks.reduce((most, each) => Math.max(most, each), 0),
    over50: tasks.filter((ms) => ms > 50).length,
  };
}

interface Connection {
  readonly send: (method: string, parameters?: object) => Promise<unknown>;
  readonly end: () => void;
}

/** Over the protocol itself: who attaches as a driver changes how the application starts. */
async function connect(
  address: string,
  hear: (name: string, value: unknown) => void = () => undefined,
): Promise<Connection> {
  const socket = new WebSocket(address, { maxPayload: 512 * 1024 * 1024 });
  await once(socket, 'open');
  const waiting = new Map<number, (result: unknown) => void>();
  socket.on('message', (data) => {
    const message = answerSchema.parse(JSON.parse(z.instanceof(Buffer).parse(data).toString('utf8')));
    if (message.id !== undefined) waiting.get(message.id)?.(message.result);
    else if (message.method !== undefined) hear(message.method, message.params);
  });
  let last = 0;
  const send = (method: string, parameters: object = {}) =>
    new Promise<unknown>((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params: parameters }));
    });
  return { send, end: () => socket.close() };
}

async function pageAddress(port: number, address: string): Promise<string> {
  const endMs = Date.now() + patienceMs;
  while (Date.now() < endMs) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const page = targetsSchema
      .parse(await answer.json())
      .find(({ type, url }) => type === 'page' && url.includes(address));
    if (page?.webSocketDebuggerUrl !== undefined) return page.webSocketDebuggerUrl;
    await setTimeout(20);
  }
  throw new Error('no window came');
}

/** When the first screen stood, by the page's own clock (ms since 1970). */
async function untilUsable(page: Page): Promise<number> {
  const endMs = Date.now() + patienceMs;
  while (Date.now() < endMs) {
    const at = await page.evaluate(
      `(() => { const mark = performance.getEntriesByType('mark').find(({ name }) => name.startsWith('screen '));
        return mark === undefined ? null : performance.timeOrigin + mark.startTime; })()`,
    );
    if (typeof at === 'number') return at;
    await setTimeout(20);
  }
  throw new Error('no screen came');
}

function privateMegabytes(pid: number): number {
  return ownMegabytes(pid) + childrenOf(pid).reduce((sum, child) => sum + privateMegabytes(child), 0);
}

function ownMegabytes(pid: number): number {
  const [, own = '0'] = /^Private_Dirty:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(own) / 1024;
}

/** Of each page's process below that one. */
function pagesOf(pid: number): readonly number[] {
  return childrenOf(pid).flatMap((child) => {
    const isPage = readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('--type=renderer');
    return [...(isPage ? [ownMegabytes(child)] : []), ...pagesOf(child)];
  });
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
  );
}

const metricsSchema = z.looseObject({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

/** Of all tasks of the page's main thread so far. */
export async function taskMs(page: Page): Promise<number> {
  const { metrics } = metricsSchema.parse(await page.send('Performance.getMetrics'));
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}
