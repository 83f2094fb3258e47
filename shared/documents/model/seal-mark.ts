/** [Z8] What a sheet says of the seal over what stands on it: its check code, or that it is provisional; nothing in a contest without seals. */
import type { ContestFile, SealScope } from '../../domain/setup/contest-file.ts';
import type { Words } from '../../say/words.ts';

/** The codes, as people read them, of what makes that scope official; null: nothing does. */
export type CodesOf = (scope: SealScope) => readonly string[] | null;

export interface SealMark {
  /** Below the title. */
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
  /** Whose the sheet is, on each page. */
  readonly identity: (sheet: string) => string;
}

export function sealMark({ contest }: ContestFile, words: Words, codes: readonly string[] | null): SealMark {
  if (contest.sealing !== true) return { lines: [], warnings: [], identity: (sheet) => sheet };
  if (codes === null) return { lines: [], warnings: [words.papers.provisional], identity: (sheet) => sheet };
  const line = words.papers.checkCode(codes.join(', '));
  // First, for a long name is cut at its end; several codes stand below the title alone.
  return { lines: [line], warnings: [], identity: (sheet) => (codes.length === 1 ? `${line} · ${sheet}` : sheet) };
}

/** Where nobody knows of seals. */
export const noCodes: CodesOf = () => null;
