/**
 * Why a contest's folder cannot be used, as tags with parameters, and the words for them. The folders themselves are
 * `electron/contest`; whoever shows a refusal to people or programs asks here for the sentence.
 */
import type { DomainError } from '../domain/facts/errors.ts';
import type { Lack } from '../log/missing-ends.ts';
import { saidRefusal, type RefusingWords, type SaidRefusal } from './refusals.ts';

/** By reason: the kind that programs tell apart, and what the sentence needs. */
interface FolderErrors {
  readonly 'in-use': { readonly type: 'folder-in-use' };
  readonly taken: { readonly type: 'folder-not-empty' };
  readonly absent: OfFolder<'no-contest'>;
  readonly 'nothing-to-move': OfFolder<'no-contest'>;
  /** Its making was cut short; it can be made again. */
  readonly 'half-made': OfFolder<'half-made'>;
  /** The database: what is left of it and what the other laptops hold can be put together again. */
  readonly damaged: OfFolder<'damaged'> & {
    /** Null: only something that was confirmed once is not there any more. */
    readonly wrong: FolderDamage | null;
    readonly lacking: readonly Lack[];
  };
  readonly 'keys-damaged': OfFolder<'keys-damaged'>;
  readonly 'keys-elsewhere': { readonly type: 'keys-elsewhere' };
  /** The system's key store answers, but does not open them any more. */
  readonly 'keys-locked': { readonly type: 'keys-locked' };
  readonly 'too-new': { readonly type: 'too-new' };
  readonly 'not-founded': { readonly type: 'invalid-contest'; readonly refusal: DomainError };
  readonly 'cannot-be-made': OfFolder<'disk'>;
  readonly 'cannot-be-written': OfFolder<'disk'>;
  /** It holds a contest, which is as it was. */
  readonly 'cannot-go-on': OfFolder<'disk'>;
  readonly 'cannot-be-moved': { readonly type: 'disk' };
  readonly 'mending-stopped': OfFolder<'disk'>;
}

interface OfFolder<Type extends string> {
  readonly type: Type;
  readonly dir: string;
}

type FolderReason = keyof FolderErrors;

export type FolderError<Reason extends FolderReason = FolderReason> = {
  readonly [Each in Reason]: { readonly reason: Each } & FolderErrors[Each];
}[Reason];

export type FolderDamage =
  | { readonly type: 'file-unreadable' }
  | { readonly type: 'wal'; readonly place: 'beginning' | 'middle' | 'end' }
  /** In the words of the database, or of the check of a log. */
  | { readonly type: 'found'; readonly text: string };

/**
 * Why no copy could be written: its folder is gone (a stick was pulled), this contest's copy is not in it (another stick is there, or none),
 * it is full, it may not be written, its path is too long.
 */
export type CopyProblem = 'away' | 'another' | 'full' | 'not-allowed' | 'too-long' | 'other';

export interface FolderWords {
  readonly refused: {
    readonly [Reason in Exclude<FolderReason, 'not-founded' | 'damaged'>]: (error: FolderError<Reason>) => string;
  };
  readonly damaged: (dir: string, reasons: readonly string[]) => string;
  readonly unreadableFile: string;
  readonly wal: (place: Extract<FolderDamage, { readonly type: 'wal' }>['place']) => string;
  /** How many entries that were confirmed once cannot be read. */
  readonly unread: (entries: number) => string;
  /** The same of one log. */
  readonly unreadOf: (entries: number, first: number, last: number) => string;
  /** How many entries that were confirmed once have not come back yet. */
  readonly awaited: (entries: number) => string;
}

/** What a refusal of a folder is said with. */
export interface FolderRefusingWords extends RefusingWords {
  readonly folders: FolderWords;
}

export function saidFolderError(words: FolderRefusingWords, error: FolderError): SaidRefusal {
  switch (error.reason) {
    case 'not-founded': {
      const { message, problems } = saidRefusal(words, error.refusal);
      return { type: error.type, message, problems };
    }
    case 'damaged':
      return saidDamage(words.folders, error);
    default:
      return { type: error.type, message: sayPlain(words.folders, error), problems: [] };
  }
}

function saidDamage(words: FolderWords, { type, dir, wrong, lacking }: FolderError<'damaged'>): SaidRefusal {
  const damage = wrong === null ? null : sayDamage(words, wrong);
  const entries = lacking.reduce((sum, { held, upTo }) => sum + upTo - held, 0);
  const reasons = [...(damage === null ? [] : [damage]), ...(entries === 0 ? [] : [words.unread(entries)])];
  const problems = [
    ...(damage === null ? [] : [{ path: '', message: damage }]),
    ...lacking.map(({ log, held, upTo }) => ({
      path: `/${log}`,
      message: words.unreadOf(upTo - held, held + 1, upTo),
    })),
  ];
  return { type, message: words.damaged(dir, reasons), problems };
}

function sayDamage(words: FolderWords, damage: FolderDamage): string {
  switch (damage.type) {
    case 'file-unreadable':
      return words.unreadableFile;
    case 'wal':
      return words.wal(damage.place);
    case 'found':
      return damage.text;
  }
}

function sayPlain<Reason extends keyof FolderWords['refused']>(words: FolderWords, error: FolderError<Reason>): string {
  return words.refused[error.reason](error);
}
