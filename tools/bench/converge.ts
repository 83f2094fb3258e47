/** Replicas that were written alone come together: a hub and all others, each in a process, until a score is wherever it has to be. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { limits } from '../../shared/limits.ts';
import type { MadeEvent } from './event.ts';
import { median } from './measure.ts';
import { countSchema, type ReplicaRequest, type ReplicaSetting } from './replica.ts';

/** What the jurors have brought when all replicas have come together. */
export interface Workload {
  readonly jurors: number;
  readonly contestants: number;
  readonly criteria: number;
}

export interface Convergence {
  readonly seconds: number;
  readonly wireMb: number;
  /** The hub's process alone, sockets and disk included. */
  readonly hubSeconds: number;
  readonly hubMemoryMb: number;
  readonly hubRestMb: number;
  /** The median of the others. */
  readonly otherRestMb: number;
  readonly liveMs: number;
}

/** `copies`: further laptops that get a juror's log at once (S22). The event itself stays as it was. */
export async function convergeProduct(
  event: MadeEvent,
  workload: Workload,
  copies: number,
  live: number,
  folder: string,
): Promise<Convergence> {
  const [hub, ...others] = [event.committee, ...event.jurors.values()].map((from, position) => {
    const to = path.join(folder, String(position));
    cpSync(from, to, { recursive: true });
    return to;
  });
  const seats = event.jurors.size;
  const holders = 1 + (seats <= limits.jurorsWithAllCopies ? seats : 1 + Math.min(copies, seats - 1));
  const setting = { side: 'product', ...workload, entries: event.entries, holders } as const;
  return converge(
    { ...setting, role: 'hub', folders: [hub ?? ''] },
    { ...setting, role: 'others', folders: others },
    live,
  );
}

export async function convergeYjs(
  side: 'yjs-memory' | 'yjs-durable',
  workload: Workload,
  live: number,
  folder: string,
): Promise<Convergence> {
  const { jurors, contestants, criteria } = workload;
  const [hub, ...others] = Array.from({ length: jurors + 1 }, (_, position) => {
    const replica = path.join(folder, String(position));
    mkdirSync(replica, { recursive: true });
    return replica;
  });
  const setting = { side, ...workload, entries: jurors * contestants * criteria, holders: jurors + 1 } as const;
  return converge(
    { ...setting, role: 'hub', folders: [hub ?? ''] },
    { ...setting, role: 'others', folders: others },
    live,
  );
}

async function converge(hubSetting: ReplicaSetting, otherSetting: ReplicaSetting, live: number): Promise<Convergence> {
  const [hub, others] = [hubSetting, otherSetting].map(startProcess);
  if (hub === undefined || others === undefined) throw new Error('two processes were asked for');
  try {
    const [port] = await Promise.all([hub.started, others.started]);
    const begun = performance.now();
    await Promise.all([hub.ask({ ask: 'begin', port }), others.ask({ ask: 'begin', port })]);
    const seconds = (performance.now() - begun) / 1000;
    const { processorMs, wireBytes, memoryBytes } = countSchema.parse(await hub.ask({ ask: 'count' }));
    const liveMs: number[] = [];
    for (let position = 0; position < live; position += 1)
      liveMs.push(z.number().parse(await others.ask({ ask: 'give', position })));
    const otherRest = z.array(z.number()).parse(await others.ask({ ask: 'close' }));
    const hubRest = z.number().parse(await hub.ask({ ask: 'close' }));
    return {
      seconds,
      wireMb: wireBytes / 1e6,
      hubSeconds: processorMs / 1000,
      hubMemoryMb: memoryBytes / 1e6,
      hubRestMb: hubRest / 1e6,
      otherRestMb: median(otherRest) / 1e6,
      liveMs: median(liveMs),
    };
  } finally {
    for (const { child } of [hub, others]) child.kill('SIGKILL');
  }
}

const patienceMs = 300_000;

function startProcess(setting: ReplicaSetting) {
  const child = fork(path.join(import.meta.dirname, 'replica-process.ts'), [JSON.stringify(setting)]);
  return { child, started: answerOf(child).then((port) => z.number().parse(port)), ask };

  function ask(request: ReplicaRequest): Promise<unknown> {
    const answered = answerOf(child);
    child.send(request);
    return answered;
  }
}

/** Its next message. @throws when it ends or is silent. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  child.once('exit', end);
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(patienceMs)]);
  try {
    const [answered]: unknown[] = await once(child, 'message', { signal });
    return answered;
  } finally {
    child.off('exit', end);
  }
}
