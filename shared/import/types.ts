/**
 * What an import shows before anything is written: the rows that were read, what is wrong with them, and the difference
 * to the contestants that are there already. The committed result is one `change-contestants` command.
 */
import type { Category, CategoryId, Contestant } from '../domain/contest-file.ts';

export type ImportField = 'number' | 'name' | 'unit' | 'title' | 'category' | 'status';

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

export type ContestantField = 'number' | 'name' | 'unit' | 'title' | 'category' | 'status';

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
