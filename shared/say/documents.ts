/** The fixed words of the documents: heads, titles, notes, roles. Whoever makes a document is given those of one language. */
import type { Method } from '../domain/methods.ts';
import type { DocumentKind } from '../domain/document-kinds.ts';
import type { Award, Criterion, Decision, Rules } from '../domain/setup/contest-file.ts';
import type { Blocked, UnrankedStatus } from '../ranking/types.ts';
import type { Language } from './language.ts';

export interface DocumentWords {
  readonly language: Language;
  /** A decimal text with a point (`1234.5`), every digit kept. */
  readonly number: (decimal: string) => string;
  /** The same without grouping, as scores and weights are written. */
  readonly decimal: (decimal: string) => string;
  /** A local date `YYYY-MM-DD`. */
  readonly date: (date: string) => string;
  readonly dates: (dates: readonly string[]) => string;
  readonly joined: (words: readonly string[]) => string;
  /** What stands in a cell instead of a number; formulas compare it. */
  readonly marks: { readonly exempt: string; readonly passed: string; readonly failed: string };
  /** A seat by its number in the whole contest. */
  readonly seat: (number: number) => string;
  /** What a jury is called where the contest does not say. */
  readonly jury: string;
  readonly columns: ColumnWords;
  readonly helpers: HelperWords;
  readonly titles: TitleWords;
  readonly sheets: SheetWords;
  readonly methods: { readonly [Name in Method]: MethodWords };
  readonly statuses: Readonly<Record<UnrankedStatus | 'not-advanced', string>>;
  readonly remarks: RemarkWords;
  readonly warnings: WarningWords;
  readonly notes: NoteWords;
  readonly winners: WinnerWords;
  readonly signing: SigningWords;
  readonly codeSlips: CodeSlipWords;
  readonly hostScript: { readonly title: string };
  /** At the foot of every page; each argument is a number, or what the paper puts it in for. */
  readonly pageOf: (page: string, pages: string) => string;
  /** What each is called as a file, without extension. */
  readonly files: { readonly [Kind in DocumentKind]: (contest: string) => string };
}

export interface ColumnWords {
  readonly line: string;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly title: string;
  readonly category: string;
  readonly stage: string;
  readonly criterion: string;
  readonly award: string;
  /** Of a sheet: the sum of the weighted scores; in a gate whether it is passed. */
  readonly sum: string;
  readonly passes: string;
  readonly notes: string;
  readonly mean: string;
  readonly weight: string;
  readonly weighted: string;
  readonly jurorTotals: string;
  readonly combined: string;
  readonly penalty: string;
  readonly rank: string;
  readonly remarks: string;
  readonly gate: (stage: string) => string;
  readonly rounded: (head: string) => string;
  /** Before a weight in a cell's number format, and behind a stage's name. */
  readonly weightPrefix: string;
}

/** Heads of the columns that formulas need and nobody prints. */
interface HelperWords {
  readonly title: string;
  readonly compared: string;
  readonly step: (position: number, name: string) => string;
  readonly group: string;
  readonly order: string;
  readonly holds: string;
  readonly joint: string;
  readonly listOrder: string;
  readonly label: string;
  readonly award: string;
  readonly recorded: string;
  readonly exactStage: (stage: string, position: number) => string;
  readonly exactSum: string;
  readonly exactWeighted: string;
}

/** What stands above tables and sheets, and at the head of each page. */
interface TitleWords {
  readonly recap: string;
  readonly winners: string;
  readonly jurorSheet: string;
  readonly criteria: string;
  readonly jurorTables: string;
  readonly category: (name: string) => string;
  readonly juror: (name: string) => string;
  readonly jurorWithName: (seat: string, name: string) => string;
  readonly example: string;
  readonly continued: string;
  readonly part: (position: number, count: number) => string;
  readonly weightedStage: (stage: string, weight: string) => string;
  readonly gateStage: (stage: string) => string;
  readonly identities: {
    readonly recap: (category: string) => string;
    readonly jurorTables: (category: string) => string;
    readonly jurorSheet: (juror: string, category: string) => string;
    readonly criteria: (category: string) => string;
    readonly winners: (contest: string) => string;
  };
}

/** Names of the workbook's sheets; without a category where the contest has one only. */
interface SheetWords {
  readonly winners: string;
  readonly recap: (category: string | null) => string;
  readonly jurors: (category: string | null) => string;
  readonly criteria: (category: string | null) => string;
  /** Where nothing is left of a name. */
  readonly unnamed: string;
}

interface MethodWords {
  readonly name: (rules: Pick<Rules, 'drop'>) => string;
  /** As the head of a column. */
  readonly short: string;
  /** What the last number of a line is. */
  readonly final: string;
}

interface RemarkWords {
  readonly provisional: (place: string) => string;
  readonly notAdvanced: (stage: string) => string;
  readonly recused: (seat: string, stages: readonly string[]) => string;
  readonly absent: (seat: string, stages: readonly string[]) => string;
  readonly missing: (seats: readonly string[]) => string;
  readonly penalty: (reason: string) => string;
  readonly decidedBy: (step: string) => string;
  readonly formerName: (name: string, reason: string) => string;
  readonly judgedBy: (name: string) => string;
  readonly joint: string;
  readonly tie: string;
  /** Around the rank, which a formula may put in. */
  readonly undecided: readonly [before: string, after: string];
}

interface WarningWords {
  readonly provisional: (sheets: number, jurors: readonly string[]) => string;
  readonly blocked: (reason: Blocked['reason'], places: readonly number[], contestants: readonly string[]) => string;
  /** It is not settled who advances to the stage. */
  readonly cutOpen: (reason: 'tie' | 'round', stage: string, contestants: readonly string[]) => string;
  readonly numbered: (number: number, name: string) => string;
  readonly inCategory: (category: string, warning: string) => string;
}

interface NoteWords {
  readonly method: (name: string, perCriterion: boolean) => string;
  readonly rounding: (at: Rules['rounding'][number]['at'], decimals: number) => string;
  readonly tieBreak: (steps: readonly string[]) => string;
  readonly borda: string;
  readonly notLive: string;
  readonly fixedOrder: string;
  readonly cut: (cut: {
    readonly to: readonly string[];
    readonly over: readonly string[];
    readonly bound: { readonly top: number } | { readonly minimum: string };
    readonly advanced: number;
    readonly among: number;
  }) => string;
  readonly exempt: string;
  readonly decision: (kind: Decision['kind'], stepName: (step: string) => string, reason: string) => string;
  readonly unsigned: (names: readonly string[]) => string;
  readonly criteria: string;
  /** The legend below a score sheet. */
  readonly legend: string;
  readonly oneScale: (scale: string) => string;
  readonly scaleOf: (where: string, scale: string) => string;
  readonly scale: (
    criterion: Pick<Criterion, 'min' | 'max' | 'step'>,
    levels: readonly { readonly score: string; readonly meaning: string }[],
  ) => string;
  readonly multiplied: (stage: string, multiplier: string) => string;
  readonly notJudged: string;
  /** Over what `allowed` says to a score that is not. */
  readonly outOfRange: string;
  readonly allowed: (criterion: string, min: string, max: string) => string;
}

interface WinnerWords {
  readonly nobody: string;
  readonly bands: string;
  readonly wholeContest: string;
  readonly follows: string;
  readonly fixed: string;
  readonly band: (award: Award['name'], band: string) => string;
  /** Of a unit over all categories. */
  readonly points: (points: string) => string;
}

interface SigningWords {
  readonly acknowledged: string;
  readonly committeeChair: string;
  readonly chair: (jury: string) => string;
  readonly member: (jury: string) => string;
  readonly juror: (jury: string) => string;
  /** A civil servant's number. */
  readonly nip: (nip: string) => string;
}

interface CodeSlipWords {
  readonly steps: (contest: string) => readonly string[];
  readonly hint: string;
}
