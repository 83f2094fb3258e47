/**
 * What a ranking is. `RankAnswer` is the public answer (plain JSON, section R of SPEC.md; the command `rank`
 * gives it with sentences, `say/ranking.ts`); `CategoryTotals` is the
 * arithmetic behind it (exact rationals), from which documents and screens take every number, so that none is computed twice.
 */
import type { Method } from '../domain/methods.ts';
import type { ContestantStatus } from '../domain/setup/contest-file.ts';
import type { CategoryId, ContestantId, CriterionId, JurorId, StageId } from '../domain/ids.ts';
import type { Rational } from '../lib/rational.ts';

/** Why a contestant stands outside the ranking. */
export type UnrankedStatus = Exclude<ContestantStatus, 'waiting' | 'performing' | 'performed'> | 'failed-gate';

export interface RankAnswer {
  /** In the order of the file. */
  readonly categories: readonly CategoryRanking[];
  /** The winners of awards over the whole contest; absent where the contest has no such award. */
  readonly awards?: readonly AwardWinner[];
}

export interface CategoryRanking {
  readonly category: CategoryId;
  readonly method: Method;
  /** True while a sheet is missing: ranks may still change. */
  readonly provisional: boolean;
  readonly missing: readonly MissingSheet[];
  /** By rank, inside a shared rank by number; those without a result last. */
  readonly standings: readonly Standing[];
  readonly unranked: readonly Unranked[];
  /** Null when every awarded place is decided. */
  readonly blocked: readonly Blocked[] | null;
  readonly awards: readonly AwardWinner[];
}

export interface MissingSheet {
  readonly juror: JurorId;
  readonly contestant: ContestantId;
  readonly stage: StageId;
}

export interface Standing {
  readonly contestant: ContestantId;
  /** From 1; equal contestants share it (1, 2, 2, 4). Null when there is no result. */
  readonly rank: number | null;
  readonly shared: boolean;
  /** The shortest decimal, or `p/q` in lowest terms; the place for `majority`, the points for `borda`. */
  readonly result: string | null;
  /** Indonesian, at least 2 decimals; a dash when there is no result. */
  readonly display: string;
  /** By stage, the jurors whose sheets count, in the order of the file. */
  readonly panel: Readonly<Record<StageId, readonly JurorId[]>>;
  /** The sum of the deductions, a decimal. */
  readonly penalty: string;
  /** The tie-break step that last separated it from its equals. */
  readonly decidedBy: string | null;
}

export interface Unranked {
  readonly contestant: ContestantId;
  readonly status: UnrankedStatus;
}

export interface Blocked {
  /** The places that are not decided, e.g. [1, 2]. */
  readonly places: readonly number[];
  readonly contestants: readonly ContestantId[];
  readonly reason: 'tie' | 'no-panel';
}

export interface AwardWinner {
  /** An award's id, or `places` for the places 1 to `rules.places`. */
  readonly award: string;
  readonly contestant: ContestantId;
  /** Null for an award that knows no places (a band, nominations). */
  readonly place: number | null;
  /** The name of the band; only for awards of kind `band`. */
  readonly band?: string;
}

/** The arithmetic of one category. */
export interface CategoryTotals {
  readonly category: CategoryId;
  readonly method: Method;
  /** Place-based methods only: jurors who are out of the whole panel of the category, and for whose sake. */
  readonly leftOut: readonly LeftOutJuror[];
  /** All contestants of the category in the order of the file, unranked ones too. */
  readonly contestants: readonly ContestantTotals[];
}

export interface LeftOutJuror {
  readonly juror: JurorId;
  /** `no-weight`: every stage that counts and that the seat judges weighs 0, so that there is no total to compare. */
  readonly cause: 'recused' | 'absent' | 'missing' | 'no-weight';
  /** For whose sake; empty for `no-weight`. */
  readonly contestants: readonly ContestantId[];
}

export interface ContestantTotals {
  readonly contestant: ContestantId;
  readonly status: 'ranked' | UnrankedStatus;
  /** The stages judged in the category, in the order of the file, gates too. */
  readonly stages: readonly StageTotals[];
  /** Per juror over all stages of the result; one line for each juror of the category, in the order of the file. */
  readonly jurors: readonly JurorTotal[];
  /** The weighted mean of the stage results after `final` rounding, before deductions; null for place-based methods. */
  readonly beforePenalties: Rational | null;
  readonly penalties: readonly PenaltyPoints[];
  /** The sum of `penalties`, not negative. */
  readonly penalty: Rational;
  /** What ranks: the score after deductions, the place (`majority`) or the points (`borda`); null when it cannot be computed or the contestant is not ranked by a place-based method. */
  readonly result: Rational | null;
}

export interface StageTotals {
  readonly stage: StageId;
  readonly rubric: string;
  /** A gate adds nothing to the result. */
  readonly gate: boolean;
  /** The weight of the stage as given. */
  readonly weight: Rational;
  /** Jurors whose sheets count here. */
  readonly panel: readonly JurorId[];
  readonly recused: readonly JurorId[];
  readonly absent: readonly JurorId[];
  /** Jurors who are assigned and have not locked their sheet yet. */
  readonly missing: readonly JurorId[];
  /** One for each locked sheet, in the order of the jurors. */
  readonly sheets: readonly SheetTotal[];
  readonly criteria: readonly CriterionTotal[];
  /** S, after the declared rounding. For place-based methods the mean over the panel, for reading only. Null without a panel; null for a gate. */
  readonly result: Rational | null;
  /** S without any rounding: what tie-break steps compare. */
  readonly exact: Rational | null;
}

export interface SheetTotal {
  readonly juror: JurorId;
  /** T, after the declared `weighted` and `juror` rounding. */
  readonly total: Rational;
  /** T without any rounding. */
  readonly exact: Rational;
  /** In the order of the rubric's criteria. */
  readonly marks: readonly Mark[];
}

interface Mark {
  readonly criterion: CriterionId;
  /** The score as given, a canonical decimal. */
  readonly value: string;
  /** w x score x multiplier, without rounding. */
  readonly weighted: Rational;
}

export interface CriterionTotal {
  readonly criterion: CriterionId;
  /** The panel's arithmetic mean of x, without rounding. Null without a panel. */
  readonly mean: Rational | null;
  /** The method over the jurors' x, after `criterion` rounding; null unless the method applies at the criterion. */
  readonly aggregate: Rational | null;
}

export interface JurorTotal {
  readonly juror: JurorId;
  /** Weighted mean of the juror's sheet totals over the stages; place-based methods: minus the deductions. Null while a sheet of a seat's stage is not there. */
  readonly total: Rational | null;
  /** The same from totals without rounding. */
  readonly exact: Rational | null;
  /** Place-based methods: the place this juror's total gives (equal totals share the mean place). */
  readonly place: Rational | null;
}

interface PenaltyPoints {
  readonly points: Rational;
  readonly reason: string;
}
