/**
 * What an import shows before anything is written: the rows that were read, what is wrong with them, and the difference
 * to the contestants that are there already. The committed result is one `change-contestants` command.
 */
import type { Category, CategoryId, Contestant } from '../domain/setup/contest-file.ts';

export type ImportField = 'number' | 'name' | 'unit' | 'title' | 'category' | 'status' | 'slot';

/** Field to column letter; a field without a column is absent. */
export type ImportMapping = { readonly [Field in ImportField]?: string };

/** What a person sets by hand: a column letter, or an empty text for "no column". */
export type ManualMapping = ImportMapping;

/** States a list can give a contestant; `waiting` when it says nothing. */
export type ImportStatus = 'waiting' | 'withdrawn' | 'no-show' | 'disqualified' | 'exhibition';

export type ImportRow = {
  /** The sheet's own row, 1-based. */
  readonly row: number;
  /** Only where the rows come from several sheets. */
  readonly sheet?: string;
  readonly number: number | null;
  /** Trimmed, inner spaces folded; empty where the cell is empty, null without such a column. */
  readonly name: string | null;
  readonly unit: string | null;
  readonly title: string | null;
  readonly category: string | null;
  readonly status: ImportStatus;
  /** When the group is planned to perform, as people read it (`09.00–09.20`); only where the list has such a column. */
  readonly slot?: string | null;
};

export type ImportProblemType =
  | 'duplicate-number'
  | 'missing-name'
  | 'missing-unit'
  | 'missing-category'
  | 'unknown-category'
  | 'bad-number'
  | 'too-long';

export type ImportProblem = {
  readonly row: number;
  readonly sheet?: string;
  readonly field: ImportField;
  readonly type: ImportProblemType;
  /** Bahasa Indonesia. */
  readonly message: string;
};

/** What a reading may hang on [I13]: at most one question of a type for a list. */
export const importQuestionTypes = [
  'draw-column',
  'sheets',
  'second-table',
  'heading-kind',
  'agenda-rows',
  'hidden-rows',
  'marked-rows',
  'hidden-columns',
  'two-facts',
  'duplicate-group',
  'rows-per-member',
  'number-reading',
  'unused-columns',
  'notes-below',
] as const;

export type ImportQuestionType = (typeof importQuestionTypes)[number];

export type ImportQuestion = {
  readonly type: ImportQuestionType;
  /** Bahasa Indonesia. */
  readonly message: string;
  /** Only where the rows or columns belong to one sheet of several. */
  readonly sheet?: string;
  /** What was seen: the sheet's own rows, 1-based, or its column letters. */
  readonly rows?: readonly number[];
  readonly columns?: readonly string[];
  readonly choices: readonly string[];
  /** Each choice in Bahasa Indonesia. */
  readonly labels: Readonly<Record<string, string>>;
  /** The choice that the rows were read by while nobody has answered. */
  readonly assumed: string;
  /** True where no choice is safe: nothing is saved before a person has answered. */
  readonly mustAnswer: boolean;
  /** What a person has answered; the rows were read by it. */
  readonly answer?: string;
};

/** Answers of a person by the type of the question; one that is not among the choices counts for nothing. */
export type ImportAnswers = { readonly [Type in ImportQuestionType]?: string };

/** A column that says something but was not read. `filled` counts its cells beside contestants. */
export type UnusedColumn = { readonly column: string; readonly heading: string; readonly filled: number };

/** A column as the mapping screen offers it. */
export type ImportColumn = { readonly letter: string; readonly header: string; readonly samples: readonly string[] };

export type ImportPreview = {
  /** The sheet that was read; the first one where the list is spread over several. */
  readonly sheet: string;
  /** All sheets of the workbook, in their order. */
  readonly sheets: readonly string[];
  /** The sheets the rows come from. */
  readonly sheetsRead: readonly string[];
  /** The last row of the header, 1-based; 0 when the list has none. */
  readonly headerRow: number;
  readonly mapping: ImportMapping;
  readonly columns: readonly ImportColumn[];
  /** Where the categories come from. */
  readonly categorySource: 'column' | 'blocks' | 'sheets' | 'none';
  readonly rows: readonly ImportRow[];
  readonly problems: readonly ImportProblem[];
  readonly questions: readonly ImportQuestion[];
  readonly unusedColumns: readonly UnusedColumn[];
};

/** Why no list could be read from the workbook. Messages are Bahasa Indonesia. */
export type ImportRefusal =
  | { readonly type: 'no-list'; readonly message: string }
  | { readonly type: 'unknown-sheet'; readonly message: string }
  | { readonly type: 'unknown-column'; readonly message: string };

/** Why a file is not read at all. Messages are Bahasa Indonesia. */
export type SpreadsheetRefusal = {
  readonly type:
    | 'not-found'
    | 'not-a-spreadsheet'
    | 'empty'
    | 'encrypted'
    | 'damaged'
    | 'too-large'
    | 'too-many-entries'
    | 'too-many-rows'
    | 'too-many-columns'
    | 'timed-out';
  readonly message: string;
};

export type ContestantField = 'number' | 'name' | 'unit' | 'title' | 'category' | 'status' | 'slot';

export type FieldChange = {
  readonly field: ContestantField;
  readonly from: string | number | null;
  readonly to: string | number | null;
};

/** How a row was recognised as a contestant that is there already, strongest first. */
export type MatchReason =
  | 'name-and-unit'
  | 'name-and-number'
  | 'name'
  | 'unit-and-number'
  | 'similar-name-and-number'
  | 'similar-name-and-unit';

export type MatchedContestant = {
  readonly row: number;
  readonly sheet?: string;
  readonly by: MatchReason;
  readonly before: Contestant;
  readonly after: Contestant;
  /** Empty: nothing changes. */
  readonly changes: readonly FieldChange[];
};

export type LeftOutRow = { readonly row: ImportRow; readonly problems: readonly ImportProblem[] };

export type ImportPlan = {
  readonly added: readonly { readonly row: number; readonly sheet?: string; readonly contestant: Contestant }[];
  readonly changed: readonly MatchedContestant[];
  readonly unchanged: readonly MatchedContestant[];
  /** There already, but not in the list; what happens to them is `options.gone`. */
  readonly gone: readonly Contestant[];
  /** Rows that cannot become contestants, with the reason. */
  readonly leftOut: readonly LeftOutRow[];
  /** For the `change-contestants` command. */
  readonly addCategories: readonly Category[];
  readonly put: readonly Contestant[];
  readonly removed: readonly string[];
};

export type ImportPlanOptions = {
  /** Problems found with the rows; rows with a blocking one are left out. */
  readonly problems?: readonly ImportProblem[];
  /** Category for rows that name none. */
  readonly defaultCategory?: CategoryId;
  /** Add categories that the list names and the contest lacks. Default: only when the contest has no category at all. */
  readonly addCategories?: boolean;
  /** What becomes of contestants that the list no longer holds. Default `keep`. */
  readonly gone?: 'keep' | 'withdraw' | 'remove';
};
