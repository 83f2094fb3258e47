/**
 * `npm run bench -- [NAME ...] [--scale small|full] [--rounds N]`: how heavy the heavy paths are, each beside a yardstick that is
 * measured in the same run, in turns with it. Absolute times say little on a shared machine; the ratios do. At the end one
 * JSON line per benchmark on standard output, everything for people on standard error. Nothing is asserted here.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { hasDisplay } from '../surroundings.mjs';
import { windowArrival } from './app-arrival.ts';
import { ceremony } from './app-ceremony.ts';
import { typing } from './app-typing.ts';
import { start } from './app.ts';
import { backlog } from './backlog.ts';
import type { Benchmark, Scale } from './benchmark.ts';
import { disk } from './disk.ts';
import { showFigure } from './measure.ts';
import { opening } from './opening.ts';
import { papers } from './papers.ts';
import { ranking } from './ranking.ts';
import { replicas } from './replicas.ts';
import { sync } from './sync.ts';
import { workbook } from './workbook.ts';

const benchmarks: readonly Benchmark[] = [
  opening,
  backlog,
  sync,
  replicas,
  ranking,
  workbook,
  papers,
  disk,
  start,
  typing,
  ceremony,
  windowArrival,
];
const virtualDisplay = ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24'];
const usage = `npm run bench -- [NAME ...] [--scale small|full] [--rounds N]   (${benchmarks.map(({ name }) => name).join(', ')})`;

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const { chosen, scale, rounds } = options;
  const [only] = chosen;
  if (only !== undefined && chosen.length === 1 && !lacksDisplay(only)) {
    process.stdout.write(`${JSON.stringify(await runHere(only, scale, rounds))}\n`);
    return 0;
  }
  // Each in a process of its own: what one has warmed up or left behind is no matter of the next.
  const lines: string[] = [];
  for (const each of chosen) {
    const args = [each.name, '--scale', scale, ...(rounds === null ? [] : ['--rounds', String(rounds)])];
    const line = await runApart(args, lacksDisplay(each) ? virtualDisplay : []);
    if (line === null) return 1;
    lines.push(line);
  }
  process.stdout.write(lines.join(''));
  return 0;
}

interface Options {
  readonly chosen: readonly Benchmark[];
  readonly scale: Scale;
  /** Null: as many as the benchmark has. */
  readonly rounds: number | null;
}

function readOptions(): Options | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { scale: { type: 'string', default: 'full' }, rounds: { type: 'string' } },
    });
    const chosen = positionals.map((name) => benchmarks.find((each) => each.name === name));
    const known = chosen.filter((each) => each !== undefined);
    const { scale } = values;
    const rounds = values.rounds === undefined ? null : Number(values.rounds);
    if (known.length < chosen.length || (scale !== 'small' && scale !== 'full')) return null;
    if (rounds !== null && !(Number.isInteger(rounds) && rounds > 0)) return null;
    return {
      chosen: known.length === 0 ? benchmarks.filter(({ needsDisplay }) => needsDisplay !== true) : known,
      scale,
      rounds,
    };
  } catch {
    return null;
  }
}

async function runHere(benchmark: Benchmark, scale: Scale, rounds: number | null) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gelar-bench-'));
  process.stderr.write(`${benchmark.name}: ${benchmark.about}\n`);
  try {
    const asked = rounds ?? (scale === 'small' ? 1 : benchmark.rounds);
    const figures = await benchmark.run({ scale, rounds: asked, folder });
    for (const figure of figures) process.stderr.write(`  ${showFigure(figure)}\n`);
    return { benchmark: benchmark.name, scale, rounds: asked, node: process.version, figures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lacksDisplay({ needsDisplay }: Benchmark): boolean {
  return needsDisplay === true && !hasDisplay();
}

/** `under`: the program that it is run by, with its arguments. */
function runApart(args: readonly string[], under: readonly string[]): Promise<string | null> {
  const own = [process.execPath, ...process.execArgv, import.meta.filename, ...args];
  const [program = process.execPath, ...rest] = [...under, ...own];
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? said : null));
  });
}
