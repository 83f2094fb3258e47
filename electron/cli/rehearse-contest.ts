/**
 * What a rehearsal plays: a contest from a list or of a given size, and random scores of a juror. All from one seed, all
 * marked as invented.
 */
import type { Contestant, ContestFile, Criterion, Juror, Rubric } from '../../shared/domain/setup/contest-file.ts';
import { contestFileFormat, isRanked, rubricFor } from '../../shared/domain/setup/contest-file.ts';
import { reads } from '../../shared/domain/setup/readers.ts';
import { idFrom, type ContestantId, type CriterionId } from '../../shared/domain/ids.ts';
import { findTable } from '../../shared/import/find-table.ts';
import { planImport } from '../../shared/import/plan-import.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { InventedWords } from '../../shared/say/command-line.ts';
import { saySpreadsheetRefusal } from '../../shared/say/files.ts';
import type { Words } from '../../shared/say/words.ts';
import { sayImportRefusal, saySighting } from '../../shared/say/importing.ts';
import { readSpreadsheetFile } from '../adapters/spreadsheet-reader.ts';
import { readRubricTemplates } from '../adapters/files/resources.ts';

export interface RehearsalPlan {
  /** A spreadsheet, or how many contestants. */
  readonly order: string | number;
  /** A rubric template, or how many criteria. */
  readonly rubric: string | number;
  readonly jurors: number;
}

export interface PlannedContest {
  readonly file: ContestFile;
  /** Rows of the list that cannot become contestants. */
  readonly leftOut: number;
}

export interface RandomScore {
  readonly contestant: ContestantId;
  readonly criterion: CriterionId;
  readonly value: string;
}

interface PlanError {
  readonly type: string;
  readonly message: string;
}

const TEN_THOUSANDTHS = 10_000;

export async function planContest(words: Words, plan: RehearsalPlan): Promise<Result<PlannedContest, PlanError>> {
  const { invented } = words.commandLine;
  const order =
    typeof plan.order === 'number' ? ok(inventedOrder(invented, plan.order)) : await readOrder(words, plan.order);
  if (!order.ok) return order;
  const judged =
    typeof plan.rubric === 'number' ? ok(inventedRubric(invented, plan.rubric)) : readTemplate(words, plan.rubric);
  if (!judged.ok) return judged;
  const { categories, contestants, leftOut } = order.value;
  const jurors: Juror[] = Array.from({ length: plan.jurors }, (_, index) => ({
    id: idFrom.juror(`juri-${index + 1}`),
    name: invented.juror(index + 1),
  }));
  const file: ContestFile = {
    format: contestFileFormat,
    contest: { name: invented.contest, example: true },
    categories,
    ...judged.value,
    jurors,
    contestants,
    awards: [],
    scores: [],
    recusals: [],
    absences: [],
    penalties: [],
    decisions: [],
  };
  return ok({ file, leftOut });
}

/** One value for each criterion of each sheet that the juror has to fill. */
export function randomScores(file: ContestFile, juror: Juror, next: () => number): readonly RandomScore[] {
  return file.stages.flatMap((stage) =>
    file.contestants.filter(isRanked).flatMap((contestant) => {
      const rubric = rubricFor(file, stage.id, contestant.category);
      if (rubric === undefined || !reads(file, juror, stage.id, contestant)) return [];
      return rubric.criteria.map((criterion) => ({
        contestant: contestant.id,
        criterion: criterion.id,
        value: randomValue(criterion, next),
      }));
    }),
  );
}

/** Numbers from 0 (included) to 1 (not included), the same for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

function inventedOrder(words: InventedWords, count: number) {
  const category = generalCategory(words);
  const contestants: Contestant[] = Array.from({ length: count }, (_, index) => ({
    id: idFrom.contestant(`kbk-${index + 1}`),
    number: index + 1,
    name: words.contestant(index + 1),
    unit: words.unit(index + 1),
    category: category.id,
    status: 'waiting',
  }));
  return { categories: [category], contestants, leftOut: 0 };
}

async function readOrder(words: Words, sheet: string): Promise<Result<ReturnType<typeof inventedOrder>, PlanError>> {
  const grids = await readSpreadsheetFile(sheet);
  if (!grids.ok) return err({ type: grids.error.type, message: saySpreadsheetRefusal(words.files, grids.error) });
  const category = generalCategory(words.commandLine.invented);
  const table = findTable(grids.value, {});
  if (!table.ok) return err({ type: table.error.type, message: sayImportRefusal(words.importing, table.error) });
  const open = table.value.questions.find(({ mustAnswer }) => mustAnswer);
  if (open !== undefined) {
    const message = words.commandLine.questionOpen(saySighting(words.importing, open.seen));
    return err({ type: 'open-question', message });
  }
  const { rows, problems, categorySource } = table.value;
  const hasCategories = categorySource !== 'none';
  const plan = planImport([], rows, hasCategories ? [] : [category], {
    problems,
    ...(hasCategories ? {} : { defaultCategory: category.id }),
  });
  if (plan.put.length === 0) return err({ type: 'no-list', message: words.commandLine.nobodyInList(sheet) });
  const categories = hasCategories ? [...plan.addCategories] : [category];
  return ok({ categories, contestants: [...plan.put], leftOut: plan.leftOut.length });
}

function generalCategory({ category }: InventedWords) {
  return { id: idFrom.category('umum'), name: category };
}

/** Weights are factors, so that any number of criteria weighs the same. */
function inventedRubric(words: InventedWords, count: number): Pick<ContestFile, 'stages' | 'rubrics' | 'rules'> {
  const criteria: Criterion[] = Array.from({ length: count }, (_, index) => ({
    id: idFrom.criterion(`kriteria-${index + 1}`),
    name: words.criterion(index + 1),
    weight: '1',
    min: '0',
    max: '100',
    step: '0.5',
  }));
  const stage = idFrom.stage('paparan');
  const rubric: Rubric = { id: 'rubrik', stage, criteria, multiplier: '1' };
  return {
    stages: [{ id: stage, name: words.stage, weight: '1' }],
    rubrics: [rubric],
    rules: { method: 'mean', applyAt: 'sheet', drop: 1, weighting: 'factor', rounding: [], tieBreak: [], places: 3 },
  };
}

function readTemplate(
  { commandLine }: Words,
  id: string,
): Result<Pick<ContestFile, 'stages' | 'rubrics' | 'rules'>, PlanError> {
  const templates = readRubricTemplates();
  const template = templates.find((each) => each.id === id);
  if (template !== undefined) {
    const { stages, rubrics, rules } = template.setup;
    return ok({ stages, rubrics, rules });
  }
  const known = templates.map((each) => each.id);
  return err({ type: 'unknown-template', message: commandLine.unknownTemplate(id, known) });
}

function randomValue({ min, max, step }: Criterion, next: () => number): string {
  const [low, high, by] = [min, max, step].map((text) => Math.round(Number(text) * TEN_THOUSANDTHS));
  const steps = Math.floor(((high ?? 0) - (low ?? 0)) / (by ?? 1));
  const value = (low ?? 0) + Math.floor(next() * (steps + 1)) * (by ?? 1);
  return String(value / TEN_THOUSANDTHS);
}
