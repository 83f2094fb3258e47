/**
 * What a ranking is. `RankAnswer` is the public answer (plain JSON, section R of SPEC.md; the command `rank`
 * gives it with sentences, `say/ranking.ts`); `CategoryTotals` is the
 * arithmetic behind it (exact rationals), from which documents and screens take every number, so that none is computed twice.
 */
import type { Method } from '../domain/methods.ts';
import type { ContestantStatus, Cut, Decision } from '../domain/setup/contest-file.ts';
import type { AwardId, CategoryId, ContestantId, CriterionId, JurorId, StageId } from '../domain/ids.ts';
import type { TieStep } from '../domain/tie-step.ts';
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
  /** Only for who did not advance to a later round: it stands behind all who did, by the earlier stages. */
  readonly status?: 'not-advanced';
}

export interface Unranked {
  readonly contestant: ContestantId;
  readonly status: UnrankedStatus;
}

export interface Blocked {
  /** The places that are not decided, e.g. [1, 2]. */
  readonly places: readonly number[];
  readonly contestants: readonly ContestantId[];
  /** `round`: the committee has closed a round with others than those whom the scores let through now. */
  readonly reason: 'tie' | 'no-panel' | 'round';
  /** The stage to which it is not settled who advances: no place of the category is given before. */
  readonly stage?: StageId;
}

export interface AwardWinner {
  /** `placesAward` for the places 1 to `rules.places`. */
  readonly award: AwardId;
  readonly contestant: ContestantId;
  /** Null for an award that knows no places (a band, nominations). */
  readonly place: number | null;
  /** The name of the band; only for awards of kind `band`. */
  readonly band?: string;
  /** Only for awards of kind `units`: the unit that has won, and its points, a decimal. `contestant` is its best. */
  readonly unit?: string;
  readonly points?: string;
}

/** The arithmetic of one category. */
export interface CategoryTotals {
  readonly category: CategoryId;
  readonly method: Method;
  /** Place-based methods only: jurors who are out of the whole panel of the category, and for whose sake. */
  readonly leftOut: readonly LeftOutJuror[];
  /** All contestants of the category in the order of the file, unranked ones too. */
  readonly contestants: readonly ContestantTotals[];
  /** The cuts before its later rounds, the first one first. */
  readonly rounds: readonly RoundTotals[];
}

/** Who advances from one round to the next (R29 to R31). */
export interface RoundTotals {
  /** The stages that it leads to, in the order of the file. */
  readonly to: readonly StageId[];
  readonly cut: Cut;
  /** The stages that are compared: the one that the cut names and those before that one, in the order of the file. */
  readonly over: readonly StageId[];
  /**
   * Only when it `stands` somebody is out. `open`: a sheet is missing, or an earlier cut does not stand; `tie`: equals at the cut wait for
   * a decision; `no-panel`: nobody can judge one of them any more.
   */
  readonly state: 'stands' | 'open' | 'tie' | 'no-panel';
  /** What keeps it open. */
  readonly missing: readonly MissingSheet[];
  /** Those who are still in, over these stages without deductions, and in groups of equal rank, best first. */
  readonly compared: CategoryTotals;
  readonly groups: readonly RankGroup[];
  /** In the order of the groups; everybody while the cut does not stand. */
  readonly advanced: readonly ContestantId[];
  readonly out: readonly ContestantId[];
  /** Whose stages nobody can judge or check any more. */
  readonly unjudged: readonly ContestantId[];
  /** The places that equals at the cut take, and who they are; null: none, or decided. */
  readonly tied: { readonly places: readonly number[]; readonly contestants: readonly ContestantId[] } | null;
  /** Those who are still in at this cut, over these stages with deductions: how those who are out are ranked. */
  readonly behind: CategoryTotals;
}

/** Contestants who share one rank (most often a single one), and how they came to it. */
export interface RankGroup {
  /** From 1; null for those without a result. */
  readonly rank: number | null;
  /** By number. */
  readonly members: readonly ContestantTotals[];
  /** The steps that their tie went through, in order. */
  readonly tried: readonly TriedStep[];
}

/** A step of the chain over a tied group. */
export interface TriedStep {
  readonly step: TieStep;
  /** The tied group before the step. */
  readonly among: readonly ContestantId[];
  /** What the step compared, larger is better; null for a recorded order, and where it cannot compare them. */
  readonly values: ReadonlyMap<ContestantId, Rational> | null;
  /** The recorded order that was applied. */
  readonly decision: Decision | null;
  /** True when it separated the group. */
  readonly isSplit: boolean;
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
  /** The stage to which it did not advance; null for all others. */
  readonly outOf: StageId | null;
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
  /**
   * `counts` but for who did not advance: what is judged beside the rounds counts nothing for it (`aside`), and a stage that it does not
   * come into is `closed`: what was given there is kept in `sheets`, nothing is missing, nobody counts.
   */
  readonly use: 'counts' | 'aside' | 'closed';
  /** With what it counts in the contestant's result: its weight as given, but for who did not advance (R31). */
  readonly weight: Rational;
  /** Jurors whose sheets count here. */
  readonly panel: readonly JurorId[];
  readonly recused: readonly JurorId[];
  readonly absent: readonly JurorId[];
  /** Jurors who are assigned and have not locked their sheet yet. */
  /** [R34] Seats that judge there, but not this contestant. */
  readonly unassigned: readonly JurorId[];
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
