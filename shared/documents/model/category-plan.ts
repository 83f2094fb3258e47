/**
 * What the sheets of one category share: who stands in which line, which stages and jurors there are, and the texts that
 * name them. Contestants stand by performance number, those outside the ranking after them, on every sheet in the same line.
 */
import {
  type Category,
  type Contestant,
  type ContestFile,
  type Juror,
  type JurorId,
  type Rubric,
  type Rules,
} from '../../domain/setup/contest-file.ts';
import { present } from '../../lib/assert.ts';
import { compareNumbers } from '../../lib/order.ts';
import { toNumber } from '../../lib/rational.ts';
import { indexContest, type JudgedStage } from '../../ranking/contest-index.ts';
import { placeNames } from '../../ranking/place-names.ts';
import { categoryTotals } from '../../ranking/totals.ts';
import type {
  CategoryRanking,
  ContestantTotals,
  RankAnswer,
  StageTotals,
  Standing,
  UnrankedStatus,
} from '../../ranking/types.ts';
import { placeLabel } from '../../say/place-names.ts';
import { sayTieStepText } from '../../say/tie-steps.ts';
import type { Words } from '../../say/words.ts';
import { joinWords } from './indonesian.ts';

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
      decimals: Math.max(2, ...ranking.standings.map((standing) => decimalsOf(standing.display))),
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

function decimalsOf(display: string): number {
  return /,(\d+)/.exec(display)?.[1]?.length ?? 0;
}

/** The label of each place up to the last one that has a name; "" for those without. */
function placeLabels(file: ContestFile, ranking: CategoryRanking, words: Words): readonly string[] {
  const names = placeNames(file, ranking.category);
  const suffix = ranking.provisional ? ' (sementara)' : '';
  return Array.from({ length: Math.max(...names.keys()) }, (_, index) =>
    placeLabel(words.places, names, index + 1, suffix),
  );
}

/** The seat's number in the whole contest: the same on every sheet, whatever the category. */
export function seatName(file: ContestFile, juror: JurorId): string {
  return `Juri ${file.jurors.findIndex((one) => one.id === juror) + 1}`;
}

/** `Juri 2 (Dr. A)`, or the name alone where it says the seat itself. */
export function jurorText(file: ContestFile, id: JurorId): string {
  const seat = seatName(file, id);
  const name = file.jurors.find((juror) => juror.id === id)?.name ?? id;
  return name.startsWith(seat) ? name : `${seat} (${name})`;
}

export function capitalised(value: string): string {
  return `${value.charAt(0).toUpperCase()}${value.slice(1)}`;
}

function contestantText(file: ContestFile, id: string): string {
  const contestant = file.contestants.find((one) => one.id === id);
  if (contestant === undefined) return id;
  const number = contestant.number === null ? '' : `No. ${contestant.number} `;
  const unit = contestant.unit === undefined || contestant.unit === '' ? '' : ` (${contestant.unit})`;
  return `${number}${contestant.name}${unit}`;
}

export function juryLabel(file: ContestFile): string {
  return file.contest.juryLabel?.trim() || 'Dewan Juri';
}

export function methodName(rules: Pick<Rules, 'method' | 'drop'>): string {
  switch (rules.method) {
    case 'mean':
      return 'Rata-rata';
    case 'trimmed-mean':
      return `Rata-rata terpangkas (${rules.drop} tertinggi dan ${rules.drop} terendah dibuang)`;
    case 'median':
      return 'Nilai tengah';
    case 'majority':
      return 'Mayoritas peringkat';
    case 'borda':
      return 'Poin Borda';
  }
}

/** The method as the head of a column. */
export function shortMethod(plan: CategoryPlan): string {
  switch (plan.file.rules.method) {
    case 'trimmed-mean':
      return 'Rata-rata terpangkas';
    case 'median':
      return 'Nilai tengah';
    case 'mean':
    case 'majority':
    case 'borda':
      return 'Rata-rata';
  }
}

/** What the last number of a line is: a score, or for methods that count places the place or the points. */
export function finalTitle(plan: CategoryPlan): string {
  switch (plan.file.rules.method) {
    case 'majority':
      return 'Tempat akhir';
    case 'borda':
      return 'Poin Borda';
    case 'mean':
    case 'trimmed-mean':
    case 'median':
      return 'Nilai akhir';
  }
}

/** Whether result and rank follow a changed score: not where places are compared by majority. */
export function isRankLive(plan: CategoryPlan): boolean {
  return plan.file.rules.method !== 'majority';
}

export function statusName(status: UnrankedStatus): string {
  switch (status) {
    case 'withdrawn':
      return 'Mengundurkan diri';
    case 'no-show':
      return 'Tidak hadir';
    case 'disqualified':
      return 'Diskualifikasi';
    case 'exhibition':
      return 'Eksibisi, tidak dinilai';
    case 'failed-gate':
      return 'Tidak memenuhi syarat';
  }
}

/** What a tie-break step compares, in words; `step` is its text. */
export function stepName({ words, file }: CategoryPlan, step: string): string {
  return sayTieStepText(words.tieSteps, file, step, 'printed');
}

/** What is unusual about a contestant: jurors who do not count, deductions, the tie step. Empty for most. */
export function lineRemarks(plan: CategoryPlan, line: ContestantLine): readonly string[] {
  const { file } = plan;
  const remarks: string[] = [];
  if (line.totals.status !== 'ranked' && line.totals.status !== 'failed-gate') {
    return [statusName(line.totals.status), ...formerNames(file, line)];
  }
  if (line.totals.status === 'failed-gate') remarks.push(statusName('failed-gate'));
  remarks.push(...exemptionRemarks(plan, line, 'recused', 'tidak menilai'));
  remarks.push(...exemptionRemarks(plan, line, 'absent', 'berhalangan'));
  const missing = jurorsIn(line, 'missing');
  if (missing.length > 0) remarks.push(`menunggu nilai ${joinWords(missing.map((juror) => seatName(file, juror)))}`);
  for (const penalty of line.totals.penalties) remarks.push(`pengurangan: ${penalty.reason}`);
  const decidedBy = line.standing?.decidedBy ?? null;
  if (decidedBy !== null) remarks.push(`nilai sama, ditentukan oleh ${stepName(plan, decidedBy)}`);
  return [...remarks, ...formerNames(file, line)];
}

/** Whoever was locked under another name is told apart from whoever has it now. */
function formerNames(file: ContestFile, { contestant }: ContestantLine): readonly string[] {
  return (file.formerNames ?? []).flatMap(({ contestant: id, name, unit, reason }) =>
    id === contestant.id ? [`dahulu ${[name, unit ?? ''].filter((text) => text !== '').join(', ')} (${reason})`] : [],
  );
}

function exemptionRemarks(
  plan: CategoryPlan,
  line: ContestantLine,
  kind: 'recused' | 'absent',
  verb: string,
): readonly string[] {
  return jurorsIn(line, kind).map((juror) => {
    const stages = line.totals.stages.filter((stage) => stage[kind].includes(juror));
    const isEverywhere =
      stages.length === plan.stages.filter(({ jurors }) => jurors.some(({ id }) => id === juror)).length;
    const where = isEverywhere ? '' : ` pada ${joinWords(stages.map((stage) => stageName(plan, stage)))}`;
    return `${seatName(plan.file, juror)} ${verb}${where}`;
  });
}

function jurorsIn(line: ContestantLine, kind: 'recused' | 'absent' | 'missing'): readonly JurorId[] {
  return [...new Set(line.totals.stages.flatMap((stage) => stage[kind]))];
}

/** What a stage in which the category is judged gave the contestant. */
export function stageTotalsOf(line: ContestantLine, judged: JudgedStage): StageTotals {
  return present(
    line.totals.stages.find((one) => one.stage === judged.stage.id),
    'totals of a judged stage',
  );
}

function stageName(plan: CategoryPlan, totals: StageTotals): string {
  return plan.file.stages.find((stage) => stage.id === totals.stage)?.name ?? totals.stage;
}

/** What keeps a category from being final, as sentences for the head of its sheets. */
export function warningsOf(plan: CategoryPlan): readonly string[] {
  const { file, ranking } = plan;
  const warnings: string[] = [];
  if (ranking.provisional) {
    const jurors = [...new Set(ranking.missing.map((sheet) => sheet.juror))];
    const sheets = ranking.missing.length;
    const from = joinWords(jurors.map((juror) => jurorText(file, juror)));
    warnings.push(`SEMENTARA: ${sheets} lembar penilaian belum dikunci${from === '' ? '' : `, dari ${from}`}`);
  }
  for (const blocked of ranking.blocked ?? []) {
    const places = joinWords(blocked.places.map(String));
    const who = joinWords(blocked.contestants.map((id) => contestantText(file, id)));
    const why = blocked.reason === 'tie' ? 'nilai sama, menunggu keputusan' : 'belum ada nilai yang dapat dihitung';
    warnings.push(`BELUM DITETAPKAN: peringkat ${places}, ${why}: ${who}`);
  }
  return warnings;
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
