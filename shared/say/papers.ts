/**
 * The words of the papers that are read as text: minutes, annex of a decree, list of winners, explanations, feedback. Every name in
 * them is put in; heads of tables, roles and statuses are those of all documents (`documents.ts`).
 */
import type { Decision } from '../domain/setup/contest-file.ts';

export interface PaperWords {
  /** `Nomor: ......`, a line to write on. */
  readonly number: string;
  readonly blank: string;
  /** Of a paper about contestants where nobody was judged. */
  readonly nobody: string;
  /** At the foot of every page; null: nobody has sealed the result yet. */
  readonly checkCode: (code: string | null) => string;
  /** Heads of the list in which a large jury signs. */
  readonly signer: string;
  readonly signature: string;
  /** On every page of a result that may still change. */
  readonly provisional: string;
  readonly corrected: string;
  /** A number with its words behind it: `12 (dua belas)`. A decimal with a point. */
  readonly numberWithWords: (decimal: string) => string;
  readonly minutes: MinutesWords;
  readonly pact: PactWords;
  readonly decreeAnnex: DecreeAnnexWords;
  readonly winnerList: { readonly title: string; readonly identity: (contest: string) => string };
  readonly reasons: ReasonWords;
  readonly feedback: FeedbackWords;
  readonly certificates: CertificateWords;
  readonly changes: {
    readonly title: string;
    readonly identity: (contest: string) => string;
    readonly intro: string;
    readonly none: string;
    /** The source of the paper carries no history. */
    readonly elsewhere: string;
  };
}

export interface MinutesWords {
  readonly title: string;
  readonly subtitle: (contest: string) => string;
  readonly identity: (contest: string) => string;
  readonly annexTitle: string;
  readonly annexIdentity: (contest: string) => string;
  /** The first sentence, up to the list of the jury. A local date `YYYY-MM-DD` and the days as a text, or null where none is known. */
  readonly opening: (given: {
    readonly date: string | null;
    readonly days: string | null;
    readonly place: string | null;
    readonly groups: number;
    readonly categories: number;
    readonly jury: string;
  }) => string;
  readonly chairMark: string;
  readonly noJury: string;
  readonly winners: string;
  readonly winnersText: string;
  readonly complete: string;
  readonly completeText: string;
  readonly notes: string;
  readonly method: (name: string, perCriterion: boolean) => string;
  readonly tieBreak: (steps: readonly string[]) => string;
  /** The result below which no place is awarded, a decimal with a point. */
  readonly minimum: (result: string) => string;
  /** In the order that came of it. */
  readonly decidedBy: (contestants: readonly string[], steps: readonly string[]) => string;
  /** `over`: the stages that are compared. */
  readonly cut: (
    to: readonly string[],
    over: readonly string[],
    bound: { readonly top: number } | { readonly minimum: string },
    advanced: number,
    among: number,
  ) => string;
  /** `cut`: the stage to which equals at a cut advance; null: a tie of the ranking. */
  readonly decision: (
    kind: Decision['kind'],
    cut: string | null,
    contestants: readonly string[],
    reason: string,
  ) => string;
  readonly exempt: (
    kind: 'recused' | 'absent',
    juror: string,
    contestants: readonly string[],
    stages: readonly string[],
    reason: string,
  ) => string;
  /** `by` held the seat of `juror` when these were locked. */
  readonly substitute: (by: string, juror: string, contestants: readonly string[]) => string;
  /** Each contestant had `least` to `most` of the stage's `of` jurors. */
  readonly readers: (stage: string, least: number, most: number, of: number) => string;
  /** Of the contestant's own unit. */
  readonly keptJuror: (juror: string, contestant: string, reason: string) => string;
  readonly everybodyJudged: string;
  readonly panel: (contestants: readonly string[], stage: string, jurors: number, assigned: number) => string;
  /** `points`: a decimal with a point. */
  readonly deduction: (contestant: string, points: string, reason: string) => string;
  readonly outside: (contestant: string, status: string) => string;
  readonly formerName: (contestant: string, former: string, reason: string) => string;
  readonly unsigned: (category: string, names: readonly string[]) => string;
  /** `contestant` null: about nobody in particular; `answer` null: nobody has given one. */
  readonly objection: (
    by: string,
    contestant: string | null,
    text: string,
    answer: { readonly outcome: 'accepted' | 'rejected'; readonly answer: string } | null,
  ) => string;
  readonly inCategory: (category: string, note: string) => string;
  readonly closing: string;
}

interface PactWords {
  readonly title: string;
  readonly identity: (contest: string) => string;
  readonly tieBreak: string;
  readonly noTieBreak: string;
  /** The beginning of the hash of text and chain. */
  readonly code: (code: string) => string;
  /** Heads of the list of who accepted. */
  readonly juror: string;
  readonly accepted: string;
  readonly notYet: string;
}

interface DecreeAnnexWords {
  readonly title: string;
  readonly fields: { readonly number: string; readonly date: string; readonly about: string };
  readonly about: (contest: string) => string;
  readonly identity: (contest: string) => string;
  readonly decided: string;
}

interface ReasonWords {
  readonly title: string;
  readonly identity: (contestant: string) => string;
  readonly panel: (stage: string, jurors: readonly string[]) => string;
  readonly nobody: string;
}

interface FeedbackWords {
  readonly title: string;
  readonly identity: (contestant: string) => string;
  readonly intro: string;
  readonly range: string;
  readonly mean: string;
  readonly passed: (stage: string) => string;
  readonly failed: (stage: string) => string;
  /** Beside a mean that would be one person's mark. */
  readonly tooFew: string;
  readonly notYet: string;
  readonly notes: string;
  readonly noNotes: string;
  /** The source of the paper carries none. */
  readonly notesElsewhere: string;
  readonly onCriterion: (criterion: string, note: string) => string;
}

/** What the text of a certificate may ask for (rule X29). */
export const certificateFields = [
  'name',
  'unit',
  'award',
  'category',
  'contest',
  'organizer',
  'place',
  'days',
  'town',
  'date',
  'number',
  'order',
  'title',
] as const;
export type CertificateField = (typeof certificateFields)[number];

interface CertificateWords {
  readonly title: string;
  readonly identity: (award: string, contestant: string) => string;
  /** What each field is called in braces. */
  readonly fields: Readonly<Record<CertificateField, string>>;
  /** What each field stands for. */
  readonly fieldHints: Readonly<Record<CertificateField, string>>;
  /** The text where the committee has not written one. */
  readonly usualText: string;
  /** In the place of an award for whoever took part. */
  readonly participant: string;
}
