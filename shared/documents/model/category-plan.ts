/**
 * What the sheets of one category share: who stands in which line, which stages and jurors there are, and the texts that
 * name them. Contestants stand by performance number, those outside the ranking after them, on every sheet in the same line.
 */
import type {
  Category,
  Contestant,
  ContestFile,
  ContestInfo,
  Juror,
  Rubric,
  Rules,
} from '../../domain/setup/contest-file.ts';
import type { JurorId, StageId } from '../../domain/ids.ts';
import { present } from '../../lib/assert.ts';
import { compareNumbers } from '../../lib/order.ts';
import { readPicture, type Picture } from '../../lib/picture.ts';
import { compare, fromDecimal, toNumber } from '../../lib/rational.ts';
import { indexContest, type JudgedStage } from '../../ranking/contest-index.ts';
import { columnDecimals } from '../../ranking/display.ts';
import { placeNames } from '../../ranking/place-names.ts';
import { categoryTotals } from '../../ranking/totals.ts';
import type {
  CategoryRanking,
  ContestantTotals,
  RankAnswer,
  RoundTotals,
  StageTotals,
  Standing,
} from '../../ranking/types.ts';
import { placeLabel } from '../../say/place-names.ts';
import { sayTieStepText } from '../../say/tie-steps.ts';
import type { DocumentWords } from '../../say/documents.ts';
import type { Words } from '../../say/words.ts';

export interface CategoryPlan {
  readonly file: ContestFile;
  /** Of the language in which the document is written. */
  readonly words: Words;
  readonly category: Category;
  readonly ranking: CategoryRanking;
  readonly stages: readonly JudgedStage[];
  /** The stages that make the result: without gates. */
  readonly scoredStages: readonly JudgedStage[];
  /** Everyone who judges the category in some stage, in the order of the file. */
  readonly jurors: readonly Juror[];
  readonly lines: readonly ContestantLine[];
  /** Jurors whose places count, in the order of the file; for methods that do not count places everyone. */
  readonly panel: readonly Juror[];
  /** The lines that a rank formula compares: the first ones. */
  readonly rankedCount: number;
  /** The label of each awarded place: index 0 is place 1; an empty text is a place without an award. */
  readonly placeLabels: readonly string[];
  /** The cuts before later rounds; empty for most contests. */
  readonly rounds: readonly RoundTotals[];
  /** Decimals that keep different results apart. */
  readonly decimals: number;
}

export interface ContestantLine {
  readonly contestant: Contestant;
  readonly totals: ContestantTotals;
  /** Undefined for those who stand outside the ranking. */
  readonly standing: Standing | undefined;
}

/** The plans of all categories, in the order of the file. `answer` must be the ranking of this very file. */
export function categoryPlans(file: ContestFile, answer: RankAnswer, words: Words): readonly CategoryPlan[] {
  const index = indexContest(file);
  return answer.categories.map((ranking) => {
    const category = present(
      file.categories.find((one) => one.id === ranking.category),
      'a category of the file',
    );
    const totals = categoryTotals(index, category.id);
    const stages = index.judgedStages(category.id);
    const judging = new Set(stages.flatMap((stage) => stage.jurors.map((juror) => juror.id)));
    const scored = stages.filter((stage) => stage.rubric.gate !== true);
    const scoring = new Set(scored.flatMap((stage) => stage.jurors.map((juror) => juror.id)));
    const leftOut = new Set(totals.leftOut.map(({ juror }) => juror));
    const lines = index
      .contestantsOf(category.id)
      .map((contestant) => ({
        contestant,
        totals: present(
          totals.contestants.find((one) => one.contestant === contestant.id),
          'totals of a contestant',
        ),
        standing: ranking.standings.find((one) => one.contestant === contestant.id),
      }))
      .toSorted(byLine);
    return {
      file,
      words,
      category,
      ranking,
      stages,
      scoredStages: scored,
      jurors: file.jurors.filter((juror) => judging.has(juror.id)),
      panel: file.jurors.filter((juror) => scoring.has(juror.id) && !leftOut.has(juror.id)),
      lines,
      rankedCount: lines.filter(isCompared).length,
      placeLabels: placeLabels(file, ranking, words),
      rounds: totals.rounds,
      decimals: columnDecimals(ranking.standings),
    };
  });
}

/** A contestant that failed a gate stays among the compared ones: a changed mark may let it pass. */
function isCompared(line: ContestantLine): boolean {
  return line.totals.status === 'ranked' || line.totals.status === 'failed-gate';
}

function byLine(a: ContestantLine, b: ContestantLine): number {
  return (
    compareNumbers(Number(!isCompared(a)), Number(!isCompared(b))) ||
    compareNumbers(a.contestant.number ?? Number.MAX_SAFE_INTEGER, b.contestant.number ?? Number.MAX_SAFE_INTEGER)
  );
}

/** The label of each place up to the last one that has a name; "" for those without. */
function placeLabels(file: ContestFile, ranking: CategoryRanking, words: Words): readonly string[] {
  const names = placeNames(file, ranking.category);
  const isOpen = ranking.provisional || ranking.blocked?.some(({ stage }) => stage !== undefined) === true;
  const mark = isOpen ? words.documents.remarks.provisional : undefined;
  return Array.from({ length: Math.max(...names.keys()) }, (_, index) =>
    placeLabel(words.places, names, index + 1, mark),
  );
}

/** The seat's number in the whole contest: the same on every sheet, whatever the category. */
export function seatName({ file, words }: CategoryPlan, juror: JurorId): string {
  return words.documents.seat(file.jurors.findIndex((one) => one.id === juror) + 1);
}

/** `Juri 2 (Dr. A)`, or the name alone where it says the seat itself. */
export function jurorText(plan: CategoryPlan, id: JurorId): string {
  const seat = seatName(plan, id);
  const name = plan.file.jurors.find((juror) => juror.id === id)?.name ?? id;
  return name.startsWith(seat) ? name : plan.words.documents.titles.jurorWithName(seat, name);
}

/** `No. 4 KBK Melati (Dinas Pendidikan)`. */
export function contestantText({ file, words }: CategoryPlan, id: string): string {
  const contestant = file.contestants.find((one) => one.id === id);
  if (contestant === undefined) return id;
  const { number, name, unit = '' } = contestant;
  const numbered = number === null ? name : words.documents.warnings.numbered(number, name);
  return `${numbered}${unit === '' ? '' : ` (${unit})`}`;
}

/** By performance number, whatever became of them. */
export function byNumber({ lines }: CategoryPlan): readonly ContestantLine[] {
  return lines.toSorted((a, b) =>
    compareNumbers(a.contestant.number ?? Number.MAX_SAFE_INTEGER, b.contestant.number ?? Number.MAX_SAFE_INTEGER),
  );
}

/** Who a page is about: number, name, unit, title, category. */
export function contestantFields(
  { words, category }: CategoryPlan,
  { contestant: { number, name, unit, title } }: ContestantLine,
): readonly (readonly [string, string])[] {
  const { columns } = words.documents;
  const fields: readonly (readonly [string, string])[] = [
    [columns.number, number === null ? '–' : String(number)],
    [columns.name, name],
    [columns.unit, unit ?? ''],
    [columns.title, title ?? ''],
    [columns.category, category.name],
  ];
  return fields.filter(([, value]) => value !== '');
}

/** True for invented data: every sheet then says so. */
export function isExample(info: ContestInfo): boolean {
  return info.example === true || info.name.toLowerCase().includes('(contoh)');
}

export function contestLogo({ logo }: ContestInfo): Picture | null {
  const read = logo === undefined ? null : readPicture(logo);
  return read?.ok === true ? read.value : null;
}

export function juryLabel(file: ContestFile, words: DocumentWords): string {
  return file.contest.juryLabel?.trim() || words.jury;
}

export function methodName({ file, words }: CategoryPlan): string {
  return words.documents.methods[file.rules.method].name(file.rules);
}

/** The method as the head of a column. */
export function shortMethod({ file, words }: CategoryPlan): string {
  return words.documents.methods[file.rules.method].short;
}

/** What the last number of a line is: a score, or for methods that count places the place or the points. */
export function finalTitle({ file, words }: CategoryPlan): string {
  return words.documents.methods[file.rules.method].final;
}

/** Whether result and rank follow a changed score: not where places are compared by majority, or place by place in rounds. */
export function isRankLive({ file, rounds }: CategoryPlan): boolean {
  const { method } = file.rules;
  return method !== 'majority' && (method !== 'borda' || rounds.length === 0);
}

/** How many cuts let the line through: whoever passed more stands before. */
export function cutsPassed({ rounds }: CategoryPlan, { totals: { outOf } }: ContestantLine): number {
  const at = rounds.findIndex(({ to }) => outOf !== null && to.includes(outOf));
  return at === -1 ? rounds.length : at;
}

/** The label of a line's place; empty where its rank has none, where it did not advance, or its result is too low for one. */
export function placeLabelOf(
  { file, placeLabels: labels }: CategoryPlan,
  { standing, totals }: ContestantLine,
): string {
  const { minimum } = file.rules;
  const rank = standing?.rank ?? null;
  if (rank === null || totals.outOf !== null || totals.result === null) return '';
  if (minimum !== undefined && compare(totals.result, fromDecimal(minimum)) < 0) return '';
  return labels[rank - 1] ?? '';
}

/** What a tie-break step compares, in words; `step` is its text. */
export function stepName({ words, file }: CategoryPlan, step: string): string {
  return sayTieStepText(words.tieSteps, file, step, 'printed');
}

/** True for a juror who does not judge that contestant in that stage: recused, absent, or assigned to others (R34). */
export function isExempt({ recused, absent, unassigned }: StageTotals, juror: JurorId): boolean {
  return recused.includes(juror) || absent.includes(juror) || unassigned.includes(juror);
}

/** What is unusual about a contestant: jurors who do not count, deductions, the tie step. Empty for most. */
export function lineRemarks(plan: CategoryPlan, line: ContestantLine): readonly string[] {
  const { remarks: words, statuses } = plan.words.documents;
  const { status } = line.totals;
  if (status !== 'ranked' && status !== 'failed-gate') return [statuses[status], ...formerNames(plan, line)];
  const missing = jurorsIn(line, 'missing').map((juror) => seatName(plan, juror));
  const decidedBy = line.standing?.decidedBy ?? null;
  return [
    ...(status === 'failed-gate' ? [statuses[status]] : []),
    ...(line.totals.outOf === null ? [] : [words.notAdvanced(stageNamed(plan, line.totals.outOf))]),
    ...exemptionRemarks(plan, line, 'recused'),
    ...exemptionRemarks(plan, line, 'absent'),
    ...(missing.length === 0 ? [] : [words.missing(missing)]),
    ...line.totals.penalties.map(({ reason }) => words.penalty(reason)),
    ...(decidedBy === null ? [] : [words.decidedBy(stepName(plan, decidedBy))]),
    ...formerNames(plan, line),
  ];
}

/** Whoever was locked under another name is told apart from whoever has it now. */
function formerNames({ file, words }: CategoryPlan, { contestant }: ContestantLine): readonly string[] {
  return (file.formerNames ?? []).flatMap(({ contestant: id, name, unit, reason }) =>
    id === contestant.id
      ? [words.documents.remarks.formerName([name, unit ?? ''].filter((text) => text !== '').join(', '), reason)]
      : [],
  );
}

function exemptionRemarks(plan: CategoryPlan, line: ContestantLine, kind: 'recused' | 'absent'): readonly string[] {
  return jurorsIn(line, kind).map((juror) => {
    const stages = line.totals.stages.filter((stage) => stage[kind].includes(juror));
    const isEverywhere =
      stages.length === plan.stages.filter(({ jurors }) => jurors.some(({ id }) => id === juror)).length;
    const named = isEverywhere ? [] : stages.map((stage) => stageName(plan, stage));
    return plan.words.documents.remarks[kind](seatName(plan, juror), named);
  });
}

function jurorsIn(line: ContestantLine, kind: 'recused' | 'absent' | 'missing'): readonly JurorId[] {
  return [...new Set(line.totals.stages.flatMap((stage) => stage[kind]))];
}

/** What a stage in which the category is judged gave the contestant. */
export function stageTotalsOf(line: ContestantLine, judged: Pick<JudgedStage, 'stage'>): StageTotals {
  return present(
    line.totals.stages.find((one) => one.stage === judged.stage.id),
    'totals of a judged stage',
  );
}

function stageName(plan: CategoryPlan, totals: StageTotals): string {
  return stageNamed(plan, totals.stage);
}

function stageNamed(plan: CategoryPlan, id: StageId): string {
  return plan.file.stages.find((stage) => stage.id === id)?.name ?? id;
}

/** What keeps a category from being final, as sentences for the head of its sheets. */
export function warningsOf(plan: CategoryPlan): readonly string[] {
  const { provisional, missing, blocked } = plan.ranking;
  const { warnings } = plan.words.documents;
  const jurors = [...new Set(missing.map(({ juror }) => juror))].map((juror) => jurorText(plan, juror));
  return [
    ...(provisional ? [warnings.provisional(missing.length, jurors)] : []),
    ...(blocked ?? []).map(({ reason, places, contestants, stage }) => {
      const names = contestants.map((id) => contestantText(plan, id));
      if (stage === undefined || reason === 'no-panel') return warnings.blocked(reason, places, names);
      return warnings.cutOpen(reason, stageNamed(plan, stage), names);
    }),
  ];
}

/** As wide as a number of the category can be: the highest total that its rubrics and deductions allow, with its decimals. */
export function widestNumber(plan: CategoryPlan): string {
  const highest = plan.stages.map(({ rubric }) => {
    const share = isPercent(plan.file.rules, rubric) ? 100 : 1;
    const weighted = rubric.criteria.map(({ weight, max }) => (Number(weight) * Number(max)) / share);
    return weighted.reduce((sum, value) => sum + value, 0) * Number(rubric.multiplier);
  });
  const results = plan.lines.map(({ totals }) => (totals.result === null ? 0 : toNumber(totals.result)));
  const sign = results.some((result) => result < 0) ? '-' : '';
  return `${sign}${Math.round(Math.max(100, ...highest, ...results.map(Math.abs)))}.${'0'.repeat(plan.decimals)}`;
}

/** True when the criterion weights are shares of 100. */
export function isPercent(rules: Rules, rubric: Rubric): boolean {
  return (rubric.weighting ?? rules.weighting) === 'percent';
}
