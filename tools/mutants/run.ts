/**
 * Keeps a laboratory going until each change has its fate. A change that stops the process (an endless loop, memory that runs out)
 * counts as killed by time, and a new process goes on behind it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entry, entrySchema, type Fate, files } from './mutant.ts';

export interface Decided {
  readonly fate: Fate;
  readonly by: string | undefined;
}

/** Answers the fate of each change that was tried; throws with the laboratory's words when it cannot work at all. */
export async function runLaboratory(root: string, work: string): Promise<ReadonlyMap<string, Decided>> {
  const diary = path.join(work, files.diary);
  while (true) {
    const written = readDiary(diary).length;
    const said = await runOnce(root, work, diary);
    const entries = readDiary(diary);
    const last = entries.at(-1);
    if (last === undefined || entries.length === written) throw new Error(said);
    if (last.type === 'done') return fatesOf(entries);
    if (last.type === 'trying') {
      appendFileSync(diary, `${JSON.stringify({ type: 'fate', id: last.id, fate: 'timeout' } satisfies Entry)}\n`);
    }
  }
}

function fatesOf(entries: readonly Entry[]): ReadonlyMap<string, Decided> {
  return new Map(
    entries.flatMap((each) => (each.type === 'fate' ? [[each.id, { fate: each.fate, by: each.by }]] : [])),
  );
}

function runOnce(root: string, work: string, diary: string): Promise<string> {
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const config = path.join(import.meta.dirname, 'vitest.config.ts');
  const child = spawn(process.execPath, [vitest, 'run', '--config', config], {
    cwd: root,
    env: { ...process.env, MUTANTS_WORK: work },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-20_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const stopWatching = watch(child, diary);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      stopWatching();
      resolve(said);
    });
  });
}

/** Ends the process when nothing was written for longer than the change that is being tried may take. */
function watch(child: ChildProcess, diary: string): () => void {
  let length = 0;
  let since = performance.now();
  const timer = setInterval(() => {
    const entries = readDiary(diary);
    if (entries.length !== length) {
      length = entries.length;
      since = performance.now();
    }
    const last = entries.at(-1);
    if (last?.type === 'trying' && performance.now() - since > last.withinMs) child.kill('SIGKILL');
  }, 1_000);
  return () => clearInterval(timer);
}

function readDiary(diary: string): readonly Entry[] {
  if (!existsSync(diary)) return [];
  const text = readFileSync(diary, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return whole.filter((line) => line !== '').map((line) => entrySchema.parse(JSON.parse(line)));
}
