/**
 * The arithmetic of a category (R1 to R12), over those contestants and stages that are compared with each other: from locked
 * sheets to juror totals, stage results, deductions and results. All of it is exact; rounding happens only where the rules
 * declare it.
 */
import { isPlaceBased } from '../domain/methods.ts';
import { isRanked, type Contestant } from '../domain/setup/contest-file.ts';
import type { CategoryId, JurorId } from '../domain/ids.ts';
import { present } from '../lib/assert.ts';
import { compare, divide, fromDecimal, multiply, subtract, sum, zero, type Rational } from '../lib/rational.ts';
import type { ContestIndex, JudgedStage } from './contest-index.ts';
import { rounderOf } from './methods.ts';
import { penaltyPoints } from './penalties.ts';
import { bordaPoints, majorityPlaces, placesOfTotals } from './places.ts';
import { stageTotals, type WeighedStage } from './stage-totals.ts';
import type { CategoryTotals, ContestantTotals, JurorTotal, LeftOutJuror, StageTotals } from './types.ts';

/** What is compared. */
export interface Compared {
  readonly category: CategoryId;
  /** The stages that are judged, each with the weight with which it counts here. */
  readonly stages: readonly WeighedStage[];
  readonly contestants: readonly Contestant[];
  /** False: without deductions, as where it is decided who advances. */
  readonly withPenalties: boolean;
}

export type Comparison = Pick<CategoryTotals, 'leftOut' | 'contestants'>;

export function compareContestants(index: ContestIndex, compared: Compared): Comparison {
  const { method } = index.file.rules;
  const { stages, contestants } = compared;
  const totalsWithout = (excluded: ReadonlySet<JurorId>) =>
    contestants.map((contestant) => contestantTotals(index, compared, contestant, excluded));
  const totals = totalsWithout(new Set());
  if (!isPlaceBased(method)) return { leftOut: [], contestants: totals };

  const leftOut = leftOutJurors(stages, totals);
  const excluded = new Set(leftOut.map((left) => left.juror));
  const counted = excluded.size === 0 ? totals : totalsWithout(excluded);
  return { leftOut, contestants: withPlaces(method, counted, excluded) };
}

function contestantTotals(
  index: ContestIndex,
  { stages: judged, withPenalties }: Compared,
  contestant: Contestant,
  excluded: ReadonlySet<JurorId>,
): ContestantTotals {
  const { rules } = index.file;
  const stages = judged.map((stage) => stageTotals(index, stage, contestant.id, excluded));
  const given = withPenalties ? index.penaltiesOf(contestant.id) : [];
  const penalties = given.map((penalty) => ({ points: penaltyPoints(penalty), reason: penalty.reason }));
  const penalty = sum(penalties.map((one) => one.points));
  const placeBased = isPlaceBased(rules.method);
  const unrounded = placeBased ? null : weightedMean(stages);
  const beforePenalties = unrounded === null ? null : rounderOf(rules)('final', unrounded);
  return {
    contestant: contestant.id,
    status: statusOf(judged, stages, contestant),
    outOf: null,
    stages,
    jurors: jurorTotals(judged, stages, placeBased ? penalty : zero),
    beforePenalties,
    penalties,
    penalty,
    result: beforePenalties === null ? null : subtract(beforePenalties, penalty),
  };
}

/** A contestant with a mark below its maximum in a gate is out; marks that are not there yet fail nobody. */
function statusOf(
  judged: readonly JudgedStage[],
  stages: readonly StageTotals[],
  contestant: Contestant,
): ContestantTotals['status'] {
  if (!isRanked(contestant)) return unrankedStatus(contestant);
  const failed = stages.some((stage, position) => isFailed(present(judged[position], 'a judged stage'), stage));
  return failed ? 'failed-gate' : 'ranked';
}

/** True for a gate with a mark below its maximum. */
function isFailed({ rubric }: JudgedStage, stage: StageTotals): boolean {
  return (
    stage.gate &&
    stage.use === 'counts' &&
    stage.sheets.some((sheet) =>
      sheet.marks.some((mark, at) => {
        const { max } = present(rubric.criteria[at], 'a criterion');
        return compare(fromDecimal(mark.value), fromDecimal(max)) < 0;
      }),
    )
  );
}

function unrankedStatus({ status }: Contestant): ContestantTotals['status'] {
  switch (status) {
    case 'withdrawn':
    case 'no-show':
    case 'disqualified':
    case 'exhibition':
      return status;
    case 'waiting':
    case 'performing':
    case 'performed':
      return 'ranked';
  }
}

/** Sum of W S over sum of W, over the stages that have an S (a gate has none); null when there is none, or no weight. */
function weightedMean(stages: readonly StageTotals[]): Rational | null {
  return weightedMeanOf(
    stages.flatMap(({ use, weight, result }) =>
      use !== 'counts' || result === null ? [] : [{ weight, value: result }],
    ),
  );
}

function weightedMeanOf(parts: readonly { readonly weight: Rational; readonly value: Rational }[]): Rational | null {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return compare(only.weight, zero) === 0 ? null : only.value;
  const weight = sum(parts.map((part) => part.weight));
  if (compare(weight, zero) === 0) return null;
  return divide(sum(parts.map((part) => multiply(part.weight, part.value))), weight);
}

/** One line per juror who judges the category: the weighted mean over this seat's stages, minus `deduction`. */
function jurorTotals(
  judged: readonly JudgedStage[],
  stages: readonly StageTotals[],
  deduction: Rational,
): readonly JurorTotal[] {
  const counting = judged.flatMap((stage, position) => {
    const totals = present(stages[position], 'totals of a judged stage');
    const seats = new Set(stage.jurors.map((juror) => juror.id));
    const sheets = new Map(totals.sheets.map((sheet) => [sheet.juror, sheet]));
    return isCounting(totals) ? [{ seats, sheets, totals }] : [];
  });
  const jurors = new Set(counting.flatMap(({ seats }) => [...seats]));
  return [...jurors].map((juror) => {
    const ofSeat = counting.filter(({ seats }) => seats.has(juror));
    const there = ofSeat.flatMap(({ totals, sheets }) => {
      const sheet = sheets.get(juror);
      return sheet === undefined ? [] : [{ weight: totals.weight, sheet }];
    });
    const of = (pick: 'total' | 'exact') =>
      there.length < ofSeat.length
        ? null
        : weightedMeanOf(there.map(({ weight, sheet }) => ({ weight, value: sheet[pick] })));
    const total = of('total');
    const exact = there.every(({ sheet }) => sheet.exact === sheet.total) ? total : of('exact');
    return {
      juror,
      total: total === null ? null : subtract(total, deduction),
      exact: exact === null ? null : subtract(exact, deduction),
      place: null,
    };
  });
}

/**
 * Place-based methods: a juror recused or absent for a ranked contestant is out of the whole panel; so is one whose
 * counting stages all weigh 0 (there is no total to make places of), and, for the time being, one whose sheet is missing for
 * a contestant whom others have judged already.
 */
function leftOutJurors(
  judged: readonly WeighedStage[],
  contestants: readonly ContestantTotals[],
): readonly LeftOutJuror[] {
  const ranked = contestants.filter((contestant) => contestant.status === 'ranked');
  const counting = judged.filter(({ rubric, use }) => rubric.gate !== true && use === 'counts');
  const idsOf = (stages: readonly JudgedStage[]) => new Set(stages.flatMap(({ jurors }) => jurors.map(({ id }) => id)));
  const weighty = idsOf(counting.filter(({ stage }) => compare(fromDecimal(stage.weight), zero) > 0));
  return [...idsOf(counting)].flatMap((juror): readonly LeftOutJuror[] => {
    if (!weighty.has(juror)) return [{ juror, cause: 'no-weight', contestants: [] }];
    for (const cause of ['recused', 'absent'] as const) {
      const because = ranked.filter(({ stages }) =>
        stages.some((stage) => isCounting(stage) && stage[cause].includes(juror)),
      );
      if (because.length > 0) return [{ juror, cause, contestants: because.map(({ contestant }) => contestant) }];
    }
    const missing = ranked.filter(
      (contestant) =>
        isJudged(contestant) && contestant.stages.some((stage) => isCounting(stage) && stage.missing.includes(juror)),
    );
    if (missing.length === 0) return [];
    return [{ juror, cause: 'missing', contestants: missing.map(({ contestant }) => contestant) }];
  });
}

function isCounting({ gate, use }: StageTotals): boolean {
  return !gate && use === 'counts';
}

/** True when at least one juror has judged the contestant in all stages of that juror's seat. */
function isJudged(contestant: ContestantTotals): boolean {
  return contestant.jurors.some((juror) => juror.total !== null);
}

/** Places and results among the ranked contestants that the counted panel has judged. */
function withPlaces(
  method: 'majority' | 'borda',
  contestants: readonly ContestantTotals[],
  excluded: ReadonlySet<JurorId>,
): readonly ContestantTotals[] {
  const compared = contestants.filter((contestant) => contestant.status === 'ranked' && isJudged(contestant));
  const panel = (compared[0]?.jurors ?? []).map(({ juror }) => juror).filter((juror) => !excluded.has(juror));
  const placesByJuror = new Map(
    panel.map((juror) => [juror, placesOfTotals(compared.map((one) => totalBy(one, juror)))]),
  );
  const table = compared.map((_, position) =>
    panel.map((juror) => present(placesByJuror.get(juror)?.[position], 'a place')),
  );
  const results = method === 'majority' ? majorityPlaces(table) : bordaPoints(table);
  return contestants.map((contestant) => {
    const position = compared.indexOf(contestant);
    if (position === -1 || panel.length === 0) return contestant;
    return {
      ...contestant,
      jurors: contestant.jurors.map((line) => ({ ...line, place: placesByJuror.get(line.juror)?.[position] ?? null })),
      result: present(results[position], 'a result'),
    };
  });
}

function totalBy(contestant: ContestantTotals, juror: JurorId): Rational {
  const line = contestant.jurors.find((one) => one.juror === juror);
  return present(line?.total, 'a total of a juror who counts');
}
