/**
 * What an explanation is made of (R26): tags with exact numbers and ids, in the order in which they are told. The sentences are
 * made in `shared/say`; a tag without a sentence does not compile there.
 */
import type { Method } from '../domain/methods.ts';
import type { Decision } from '../domain/setup/contest-file.ts';
import type { ContestantId, CriterionId, JurorId, StageId } from '../domain/ids.ts';
import type { TieStep } from '../domain/tie-step.ts';
import type { Rational } from '../lib/rational.ts';
import type { PlaceName } from './place-names.ts';
import type { LeftOutJuror, UnrankedStatus } from './types.ts';

interface Explanations {
  /** Nothing can be computed yet. */
  readonly 'no-rank': object;
  readonly rank: {
    readonly rank: number;
    readonly result: Rational;
    /** The result as the standings show it. */
    readonly display: string;
    readonly method: Method;
    /** Sheets of the whole category that are still to come: then the rank is provisional. */
    readonly open: readonly { readonly juror: JurorId; readonly contestants: readonly ContestantId[] }[];
  };
  /** `jurors`: who checked it, or whose check is missing. */
  readonly gate: {
    readonly stage: StageId;
    readonly state: 'nobody' | 'incomplete' | 'passed';
    readonly jurors: readonly JurorId[];
  };
  readonly stage: { readonly stage: StageId; readonly weight: Rational; readonly marks: StageMarks };
  /** A juror who does not count for the contestant. */
  readonly exempt: {
    readonly kind: 'recused' | 'absent';
    readonly juror: JurorId;
    readonly reason: string | null;
    /** `only`: the one stage that the juror judges. */
    readonly where: 'only' | 'everywhere' | readonly StageId[];
    /** How many count there instead; empty where places are counted. */
    readonly panels: readonly { readonly stage: StageId; readonly jurors: number }[];
  };
  /** [R34] Some of the jurors who judge the stage were assigned to this contestant, `of` so many. */
  readonly assigned: { readonly stage: StageId; readonly jurors: readonly JurorId[]; readonly of: number };
  /** Sheets of this contestant that are still to come. */
  readonly missing: { readonly stage: StageId; readonly locked: number; readonly jurors: readonly JurorId[] };
  readonly 'left-out': LeftOutJuror;
  /** The weighted mean over the stages; a single part is only rounded. */
  readonly combined: { readonly parts: readonly Weighted[]; readonly combined: Rounded };
  readonly penalty: {
    readonly points: Rational;
    readonly reason: string;
    readonly overtime: { readonly seconds: number; readonly minutes: number; readonly perMinute: Rational } | null;
  };
  /** The subtraction, and how the result is shown. */
  readonly final: {
    readonly before: Rational;
    readonly penalties: readonly Rational[];
    readonly penalty: Rational;
    readonly result: Rational;
    readonly display: string;
  };
  readonly places: { readonly lines: readonly PlaceLine[] };
  readonly borda: { readonly contestants: number; readonly points: readonly Rational[]; readonly result: Rational };
  readonly skating: SkatingCount;
  readonly tie: TieExplained;
  /** Whether it advanced: its number over the stages before the cut, without deductions. */
  readonly cut: CutExplained;
  /** Why nobody is out yet. */
  readonly 'cut-open': {
    readonly to: readonly StageId[];
    readonly lack:
      | { readonly type: 'sheets'; readonly count: number }
      | { readonly type: 'no-panel'; readonly contestants: readonly ContestantId[] }
      | {
          readonly type: 'tie';
          readonly places: readonly number[];
          readonly contestants: readonly ContestantId[];
          readonly ways: readonly Decision['kind'][];
        };
  };
  /** Too low for any place. */
  readonly 'below-minimum': { readonly minimum: Rational };
  /** Why no place of the category can be given, whatever this contestant's own result. */
  readonly blocked: {
    readonly lack:
      | { readonly type: 'no-stage' }
      | { readonly type: 'unchecked-gate' | 'no-panel' | 'too-few' | 'nobody'; readonly stage: StageId };
    readonly contestants: 'everybody' | readonly ContestantId[];
  };
  /** How far it is to the ranks above and below. */
  readonly distance: { readonly neighbours: readonly { readonly rank: number; readonly difference: Rational }[] };
  /** With `majority`: what put it before the next one. */
  readonly 'before-next': { readonly rank: number; readonly contestant: ContestantId; readonly reason: SkatingReason };
  readonly 'failed-gate': { readonly stage: StageId; readonly marks: readonly FailedMark[] };
  readonly outside: {
    readonly status: Exclude<UnrankedStatus, 'failed-gate'>;
    /** Who recorded its state, when and why: a contest file does not say. */
    readonly record: { readonly when: string; readonly reason: string | null } | null;
  };
}

export type ExplanationType = keyof Explanations;

/** One sentence, and what it follows from. */
export type Explanation<Type extends ExplanationType = ExplanationType> = {
  readonly [One in Type]: { readonly type: One } & Explanations[One];
}[Type];

/** A value before and after a declared rounding; `decimals` is null where the rules declare none. */
export interface Rounded {
  readonly exact: Rational;
  readonly value: Rational;
  readonly decimals: number | null;
}

export interface Weighted {
  readonly weight: Rational;
  readonly value: Rational;
}

export type StageMarks =
  | { readonly type: 'none' }
  | { readonly type: 'by-sheet'; readonly sheets: readonly SheetLine[]; readonly over: OverJurors }
  | {
      readonly type: 'by-criterion';
      readonly criteria: readonly CriterionLine[];
      /** Null while there is nothing to add up. */
      readonly sum: { readonly products: readonly Rational[]; readonly result: Rounded } | null;
    };

export interface SheetLine {
  readonly juror: JurorId;
  readonly marks: readonly MarkLine[];
  readonly total: Rounded;
}

interface MarkLine {
  readonly criterion: CriterionId;
  readonly score: Rational;
  readonly multiplier: Rational | null;
  readonly weight: Weight;
  readonly weighted: Rounded;
}

/** A criterion's weight as given: a share of 100, or a factor. */
export interface Weight {
  readonly value: Rational;
  readonly isPercent: boolean;
}

export interface CriterionLine {
  readonly criterion: CriterionId;
  readonly over: OverJurors;
  readonly product: { readonly aggregate: Rational; readonly weight: Weight; readonly product: Rounded } | null;
}

/** What the method makes of one number per juror; place-based methods make nothing of them here. */
export type OverJurors = { readonly given: readonly GivenNumber[] } & (
  | { readonly type: 'list' }
  | { readonly type: 'mean'; readonly mean: Rounded }
  /** Too few for what is dropped: more than `needed` are. */
  | { readonly type: 'too-few'; readonly needed: number }
  | {
      readonly type: 'trimmed-mean';
      readonly highest: readonly GivenNumber[];
      readonly lowest: readonly GivenNumber[];
      readonly rest: readonly GivenNumber[];
      readonly mean: Rounded;
    }
  /** `sorted`: the lowest first. */
  | { readonly type: 'median'; readonly sorted: readonly Rational[]; readonly middle: Rounded }
);

export interface GivenNumber {
  readonly juror: JurorId;
  readonly value: Rational;
  /** The score that `value` is a multiple of; null where it is no multiple. */
  readonly multiple: { readonly score: Rational; readonly multiplier: Rational } | null;
}

/** A juror's total over the stages of the seat; null while a sheet is missing. */
export interface JurorSum {
  readonly parts: readonly Weighted[];
  readonly deduction: Rational | null;
  readonly total: Rational | null;
}

export interface PlaceLine {
  readonly juror: JurorId;
  readonly sum: JurorSum;
  readonly place: Rational;
  /** How many have a higher total, and how many others the same. */
  readonly higher: number;
  readonly same: number;
}

export interface SkatingCount {
  readonly majority: number;
  readonly jurors: number;
  /** How many jurors gave place 1, 2 or better, ..., up to where the majority is reached. */
  readonly tallies: readonly number[];
  /** Who stands before, best first. */
  readonly better: readonly { readonly contestant: ContestantId; readonly reason: SkatingReason }[];
  readonly equals: readonly ContestantId[];
  readonly result: Rational;
  readonly rank: number | null;
}

/** The rule of the Skating System that puts one before the other, in its figures; `at`: that place or better. */
export type SkatingReason =
  | { readonly type: 'earlier-majority'; readonly at: number; readonly jurors: number }
  /** `isFirst`: where both reach the majority. */
  | {
      readonly type: 'more-jurors';
      readonly at: number;
      readonly isFirst: boolean;
      readonly jurors: number;
      readonly others: number;
    }
  | {
      readonly type: 'smaller-sum';
      readonly at: number;
      readonly isFirst: boolean;
      readonly jurors: number;
      readonly places: readonly Rational[];
      readonly others: readonly Rational[];
    }
  | { readonly type: 'equal' };

export interface CutExplained {
  readonly method: Method;
  readonly to: readonly StageId[];
  readonly over: readonly StageId[];
  readonly advanced: boolean;
  /** The weighted mean over these stages; null where places are counted. */
  readonly combined: { readonly parts: readonly Weighted[]; readonly combined: Rounded } | null;
  /** Where places are counted: how they come about; empty where the ranking itself says it. */
  readonly places: readonly Explanation[];
  readonly result: Rational;
  /** True where deductions are left out of it. */
  readonly isDeducted: boolean;
  readonly rank: number;
  readonly among: number;
  readonly bound:
    | { readonly type: 'top'; readonly top: number }
    | { readonly type: 'minimum'; readonly minimum: Rational };
  /** Equal at the last place, and all of them advance by the rules. */
  readonly isAdmitted: boolean;
  /** The last one that advanced, for who did not; null where nobody did. */
  readonly last: { readonly contestant: ContestantId; readonly result: Rational } | null;
}

export interface TieExplained {
  readonly method: Method;
  /** Where a cut is tied: the stages that it leads to; null for a place. */
  readonly cutTo: readonly StageId[] | null;
  readonly result: Rational;
  readonly others: readonly ContestantId[];
  /** True where the rules round anything: a stage's value is compared without it. */
  readonly isRounded: boolean;
  /** The steps that compared, or that found nothing to compare by. */
  readonly steps: readonly StepExplained[];
  /** What came of it in the end; null where the steps have separated it. */
  readonly end: TieEnd | null;
}

export interface StepExplained {
  readonly step: TieStep;
  /** How many were tied. */
  readonly among: number;
  /** Per contestant, best first, as points and counts that a person reads; null where the step compares nobody. */
  readonly values: readonly StepValue[] | null;
  readonly isSplit: boolean;
  /** Who is ahead, and who is still equal to the explained contestant (itself among them). */
  readonly ahead: readonly ContestantId[];
  readonly still: readonly ContestantId[];
  /** What each juror gave, the highest first; for steps that count jurors. */
  readonly ballots: readonly Ballot[];
}

interface StepValue {
  readonly contestant: ContestantId;
  readonly value: Rational;
}

interface Ballot {
  readonly juror: JurorId;
  readonly given: readonly { readonly contestant: ContestantId; readonly sum: JurorSum }[];
}

type TieEnd =
  | {
      readonly type: 'decided';
      readonly kind: 'chair' | 'draw';
      readonly chair: JurorId | null;
      readonly when: string | null;
      readonly order: readonly ContestantId[];
      readonly reason: string;
    }
  /** Nothing separates them: `open` are awarded places that wait for one of the `ways`. */
  | {
      readonly type: 'shared';
      readonly others: readonly ContestantId[];
      readonly joint: { readonly when: string | null; readonly reason: string } | null;
      readonly open: { readonly places: readonly PlaceName[]; readonly ways: readonly Decision['kind'][] } | null;
    };

export interface FailedMark {
  readonly criterion: CriterionId;
  readonly juror: JurorId;
  readonly value: Rational;
  readonly max: Rational;
}

/** What a contest file does not say: when and why a state was recorded, and when a decision was. Texts for people. */
export interface RankRecords {
  readonly statuses: ReadonlyMap<ContestantId, { readonly when: string; readonly reason: string | null }>;
  readonly decisions: ReadonlyMap<Decision, string>;
}

export const noRecords: RankRecords = { statuses: new Map(), decisions: new Map() };
