/**
 * Runs inside vitest, in one process: loads the tests once, runs each without any change (the dry run) to learn which changes it comes
 * by, then switches the changes on one after another and runs the tests that come by, quickest first, until one fails.
 * Whatever happens is written to the diary at once: an endless loop ends with the process, and the next one goes on from there.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
import { z } from 'zod';
import { collect } from './collect.ts';
import { type Entry, entrySchema, files, type Plan, planSchema, type Survey, surveySchema } from './mutant.ts';
import { sampleOf } from './sample.ts';

/** What the switches in the changed sources look at. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}
const coverageSchema = z.object({
  static: z.record(z.string(), z.number()),
  perTest: z.record(z.string(), z.record(z.string(), z.number())),
});

const switches: Switches = {};
Object.assign(globalThis, { __stryker__: switches });

interface LoadedTest {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const work = process.env.MUTANTS_WORK ?? '';
const inWork = (name: string) => path.join(work, name);

test('each change is tried', async () => {
  const plan = planSchema.parse(JSON.parse(readFileSync(inWork(files.plan), 'utf8')));
  const { tests, unread } = await loadTests(plan.tests);
  const survey = existsSync(inWork(files.survey)) ? readSurvey() : await makeSurvey(plan, tests, unread);
  const decided = new Set(readDiary().flatMap((entry) => (entry.type === 'fate' ? [entry.id] : [])));
  let first = true;
  for (const id of survey.chosen) {
    if (decided.has(id)) continue;
    const fate = await tryChange(id, survey, tests, first);
    if (fate.type === 'spoiled') return note(fate);
    note(fate);
    first = false;
  }
  note({ type: 'done' });
});

async function loadTests(names: readonly string[]) {
  const tests: LoadedTest[] = [];
  const unread: string[] = [];
  for (const name of names) {
    try {
      tests.push(...(await collect(() => import(/* @vite-ignore */ name))));
    } catch (error) {
      unread.push(`${name}: ${String(error).slice(0, 200)}`);
    }
  }
  return { tests, unread };
}

function readSurvey(): Survey {
  return surveySchema.parse(JSON.parse(readFileSync(inWork(files.survey), 'utf8')));
}

async function makeSurvey(plan: Plan, tests: readonly LoadedTest[], unread: string[]): Promise<Survey> {
  const outcomes = [];
  for (const [i, { name, run }] of tests.entries()) {
    switches.currentTestId = `test ${i}`;
    const begun = performance.now();
    const outcome = await within(60_000, run);
    const ms = performance.now() - begun;
    outcomes.push({ name, asked: outcome === 'passed' && ms <= (plan.slowestMs ?? Infinity), ms });
  }
  switches.currentTestId = undefined;
  const coverage = coverageSchema.parse(switches.mutantCoverage ?? { static: {}, perTest: {} });
  const surveyed = outcomes.map((each, i) => ({ ...each, hits: coverage.perTest[`test ${i}`] ?? {} }));
  const reached = new Set(surveyed.flatMap(({ hits }) => Object.keys(hits)));
  const isStatic = (id: string) => !reached.has(id) && coverage.static[id] !== undefined;
  const ids = plan.mutants.map(({ id }) => id);
  const counted = ids.filter((id) => !isStatic(id));
  const chosen = plan.sample === null ? counted : sampleOf(counted, plan.sample, plan.seed);
  const survey = { tests: surveyed, static: ids.filter(isStatic), chosen, unread };
  writeFileSync(inWork(files.survey), JSON.stringify(survey));
  return survey;
}

/**
 * A test that fails with the change and still without it was spoiled by an earlier one: that proves nothing, and a new process
 * tries again. The first change of a process finds everything clean.
 */
async function tryChange(id: string, survey: Survey, tests: readonly LoadedTest[], first: boolean): Promise<Entry> {
  const asked = survey.tests
    .map(({ asked, ms, hits, name }, i) => ({ name, asked, ms, hits: hits[id] ?? 0, test: tests[i] }))
    .filter((each) => each.asked && each.hits > 0)
    .toSorted((a, b) => a.ms - b.ms);
  if (asked.length === 0) return { type: 'fate', id, fate: 'unreached' };
  for (const { name, ms, hits, test: loaded } of asked) {
    if (loaded?.name !== name) throw new Error(`${name} is no longer there`);
    const { run } = loaded;
    const limitMs = 5_000 + 10 * ms;
    note({ type: 'trying', id, withinMs: limitMs + 2_000 });
    Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: Math.max(1_000, hits * 100) });
    const outcome = await within(limitMs, run);
    Object.assign(switches, { activeMutant: undefined, hitCount: undefined });
    if (outcome === 'passed') continue;
    if (outcome === 'failed' && !first && (await within(limitMs, run)) !== 'passed') return { type: 'spoiled', id };
    return { type: 'fate', id, fate: outcome === 'failed' ? 'killed' : 'timeout', by: name };
  }
  return { type: 'fate', id, fate: 'survived' };
}

type Outcome = 'passed' | 'failed' | 'timeout';

async function within(limitMs: number, run: () => Promise<void>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve('timeout'), limitMs);
  });
  const outcome = run().then(
    (): Outcome => 'passed',
    (error: unknown): Outcome => (String(error).includes('Hit count limit') ? 'timeout' : 'failed'),
  );
  return Promise.race([outcome, late]).finally(() => clearTimeout(timer));
}

function readDiary(): readonly Entry[] {
  if (!existsSync(inWork(files.diary))) return [];
  const lines = readFileSync(inWork(files.diary), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => entrySchema.parse(JSON.parse(line)));
}

function note(entry: Entry): void {
  appendFileSync(inWork(files.diary), `${JSON.stringify(entry)}\n`);
}
