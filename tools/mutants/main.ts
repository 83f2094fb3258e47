/**
 * `npm run mutants -- FOLDER|FILE ... [--tests FOLDER,...] [--sample N] [--seed S] [--slowest MS] [--out FILE]`: changes a folder of shared/ (or a file) in
 * small ways, one at a time (the changes are Stryker's), and names those that no test notices. Asked are the unit tests, or those of
 * the folders (or files) of tests/ that `--tests` names, which is faster and never counts too much. With `--sample` only N changes are
 * tried, drawn by a seed; with `--slowest` no test is asked that takes longer. On standard output a line per file and one per survivor; all of it as JSON in test-results/mutants.json.
 */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { instrument } from './instrument.ts';
import { files, type Plan, surveySchema } from './mutant.ts';
import { type Figures, report } from './report.ts';
import { runLaboratory } from './run.ts';

const usage =
  'npm run mutants -- FOLDER|FILE ... [--tests FOLDER,...] [--sample N] [--seed S] [--slowest MS] [--out FILE]';
const root = path.resolve(import.meta.dirname, '..', '..');

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const begun = performance.now();
  const figures = await measure(options);
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(`${report(figures)}\n`);
  mkdirSync(path.dirname(options.out), { recursive: true });
  writeFileSync(options.out, `${JSON.stringify({ ...figures, seconds }, null, 1)}\n`);
  process.stderr.write(`${options.out}, ${seconds} s\n`);
  return 0;
}

interface Options {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
  readonly sample: number | null;
  readonly seed: number;
  readonly slowestMs: number | null;
  readonly out: string;
}

function readOptions(): Options | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        tests: { type: 'string' },
        sample: { type: 'string' },
        slowest: { type: 'string' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string', default: path.join(root, 'test-results', 'mutants.json') },
      },
    });
    const sources = positionals.flatMap((name) => filesIn(name, 'shared', '.ts'));
    const named = values.tests?.split(',') ?? ['tests'];
    const tests = named.flatMap((name) => filesIn(name, 'tests', '.test.ts').filter((each) => isAsked(each, name)));
    const sample = values.sample === undefined ? null : Number(values.sample);
    const slowestMs = values.slowest === undefined ? null : Number(values.slowest);
    const counts = [sample ?? 1, slowestMs ?? 1, Number(values.seed)].every(
      (each) => Number.isInteger(each) && each > 0,
    );
    if (sources.length === 0 || tests.length === 0 || !counts) return null;
    return { sources, tests, sample, slowestMs, seed: Number(values.seed), out: path.resolve(values.out) };
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    return null;
  }
}

/** `log` means shared/log as a source and tests/log as a test; a path from the root is taken as it is. */
function filesIn(name: string, home: string, ending: string): readonly string[] {
  const place = ['shared', 'tests'].includes(name.split('/')[0] ?? '') ? name : `${home}/${name}`;
  if (statSync(path.join(root, place)).isFile()) return [place];
  return globSync(`${place}/**/*${ending}`, { cwd: root })
    .map((each) => each.replaceAll('\\', '/'))
    .toSorted();
}

/** A slow test is asked only where it is named. */
function isAsked(test: string, named: string): boolean {
  return test.endsWith(named) || (!test.endsWith('.slow.test.ts') && !test.startsWith('tests/e2e/'));
}

async function measure({ sources, tests, sample, seed, slowestMs }: Options): Promise<Figures> {
  const work = mkdtempSync(path.join(tmpdir(), 'gelar-mutants-'));
  try {
    const changed = await instrument(root, sources);
    const plan: Plan = { ...changed, tests: tests.map((name) => path.join(root, name)), sample, seed, slowestMs };
    writeFileSync(path.join(work, files.plan), JSON.stringify(plan));
    process.stderr.write(`${changed.mutants.length} changes, ${tests.length} test files\n`);
    const fates = await runLaboratory(root, work);
    const survey = surveySchema.parse(JSON.parse(readFileSync(path.join(work, files.survey), 'utf8')));
    return {
      command: process.argv.slice(2).join(' '),
      sample,
      static: survey.static.length,
      counted: changed.mutants.length - survey.static.length,
      tests: survey.tests.length,
      leftOut: [...survey.unread, ...survey.tests.filter(({ asked }) => !asked).map(({ name }) => name)],
      mutants: changed.mutants.flatMap((mutant) => {
        const decided = fates.get(mutant.id);
        return decided === undefined ? [] : [{ ...mutant, ...decided }];
      }),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
