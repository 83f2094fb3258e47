/** Files that people hand over, in words: why one is not opened, and why a spreadsheet is not read. */
import type { ForeignFile, SpreadsheetRefusal } from '../import/types.ts';

/** Why the system will not open a file. */
export type FileProblem =
  | { readonly type: 'absent' | 'is-folder' | 'not-allowed' }
  /** In the system's own words. */
  | { readonly type: 'other'; readonly text: string };

export interface FileWords {
  /** Part of a sentence. */
  readonly why: Readonly<Record<Exclude<FileProblem['type'], 'other'>, string>>;
  readonly unreadable: (file: string, why: string) => string;
  readonly unwritable: (file: string, why: string) => string;
  readonly notUtf8: (file: string) => string;
  readonly notJson: (file: string) => string;
  readonly contestFileTooLarge: (file: string) => string;
  readonly contestFileUnreadable: (file: string, why: string) => string;
  readonly spreadsheet: Readonly<Record<SpreadsheetRefusal['type'], string>>;
  /** What is no spreadsheet, and how it becomes one. */
  readonly foreign: Readonly<Record<ForeignFile, string>>;
}

export function sayFileProblem(words: FileWords, problem: FileProblem): string {
  return problem.type === 'other' ? problem.text : words.why[problem.type];
}

export function saySpreadsheetRefusal(words: FileWords, { type, foreign }: SpreadsheetRefusal): string {
  return foreign === undefined ? words.spreadsheet[type] : words.foreign[foreign];
}
