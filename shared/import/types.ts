/**
 * What an import shows before anything is written: the rows that were read, what is wrong with them, and the difference
 * to the contestants that are there already. The committed result is one `change-contestants` command.
 */
import type { Category, Contestant } from '../domain/setup/contest-file.ts';
import type { CategoryId, ContestantId } from '../domain/ids.ts';
import type { ImportChoice, ImportField, ImportSighting } from './sightings.ts';

export type { ImportField } from './sightings.ts';

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

/** What is wrong with a row: `type` is the kind, for programs; `reason` names the case with what belongs to it. */
export type ImportProblem = ImportProblemTag & RowPlace & { readonly field: ImportField };

/** One reason, or any of them. */
export type ImportProblemTag<Reason extends ImportProblemReason = ImportProblemReason> = {
  [Each in Reason]: { readonly reason: Each } & ImportProblemReasons[Each];
}[Reason];

export type ImportProblemReason = keyof ImportProblemReasons;

interface ImportProblemReasons {
  readonly 'number-twice': OfType<'duplicate-number'> & { readonly number: number; readonly first: RowPlace };
  readonly 'number-not-whole': OfType<'bad-number'>;
  readonly 'name-blank': OfType<'missing-name'>;
  readonly 'unit-blank': OfType<'missing-unit'>;
  readonly 'text-too-long': OfType<'too-long'> & { readonly length: number; readonly most: number };
  readonly 'category-blank': OfType<'missing-category'>;
  readonly 'category-to-choose': OfType<'missing-category'>;
  readonly 'category-not-in-contest': OfType<'unknown-category'> & {
    readonly category: string;
    readonly known: readonly string[];
  };
  readonly 'category-to-add': OfType<'unknown-category'> & { readonly category: string };
}

interface OfType<Type extends ImportProblemType> {
  readonly type: Type;
}

/** `sheet`: only where the rows come from several sheets. */
interface RowPlace {
  readonly row: number;
  readonly sheet?: string;
}

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
  readonly seen: ImportSighting;
  /** Only where the rows or columns belong to one sheet of several. */
  readonly sheet?: string;
  /** What was seen: the sheet's own rows, 1-based, or its column letters. */
  readonly rows?: readonly number[];
  readonly columns?: readonly string[];
  readonly choices: readonly string[];
  /** What each choice means. */
  readonly meanings: Readonly<Record<string, ImportChoice>>;
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

/** Why no list could be read from the workbook: one reason, or any of them. */
export type ImportRefusal<Type extends ImportRefusalType = ImportRefusalType> = {
  [Each in Type]: { readonly type: Each } & ImportRefusals[Each];
}[Type];

export type ImportRefusalType = keyof ImportRefusals;

interface ImportRefusals {
  readonly 'no-list': { readonly sheets: readonly string[] };
  readonly 'unknown-sheet': { readonly name: string; readonly sheets: readonly string[] };
  /** `last`: the last column that the sheet has. */
  readonly 'unknown-column': { readonly column: string; readonly sheet: string; readonly last: string };
}

/** What a file is that is no spreadsheet, where that can be told: each has its own way to become one. */
export type ForeignFile =
  | 'word'
  | 'pdf'
  | 'image'
  | 'presentation'
  | 'google'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'archive'
  | 'binary-workbook';

/** Why a file is not read at all. */
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
  readonly foreign?: ForeignFile;
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
  readonly removed: readonly ContestantId[];
};

export type ImportPlanOptions = {
  /** Problems found with the rows; rows with a blocking one are left out. */
  readonly problems?: readonly ImportProblem[];
  /** What the first category is called where neither list nor contest has one; absent: none is made. */
  readonly generalCategory?: string;
  /** Category for rows that name none. */
  readonly defaultCategory?: CategoryId;
  /** Add categories that the list names and the contest lacks. Default: only when the contest has no category at all. */
  readonly addCategories?: boolean;
  /** What becomes of contestants that the list no longer holds. Default `keep`. */
  readonly gone?: 'keep' | 'withdraw' | 'remove';
};
