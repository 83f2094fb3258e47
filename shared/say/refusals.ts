/** Refusals of the core in words: the sentence alone, or as the edges hand it on, to windows and programs. */
import type { DomainError, RefusalReason } from '../domain/facts/errors.ts';
import type { ContestFileRefusal } from '../domain/setup/contest-parse.ts';
import { sayProblems, type ProblemWords, type SaidProblem } from './problems.ts';

/** A sentence for each reason. */
export type RefusalWords = {
  readonly [Reason in RefusalReason]: (refusal: DomainError<Reason>) => string;
};

export interface SaidRefusal {
  readonly type: string;
  /** What is wrong, and what to do. */
  readonly message: string;
  /** Each in its place; empty where the message says it all. */
  readonly problems: readonly SaidProblem[];
}

export function saidRefusal(words: RefusingWords, refusal: DomainError): SaidRefusal {
  const problems = 'problems' in refusal ? sayProblems(words.problems, refusal.problems) : [];
  return { type: refusal.type, message: sayRefusal(words.refusals, refusal), problems };
}

export function sayRefusal<Reason extends RefusalReason>(words: RefusalWords, refusal: DomainError<Reason>): string {
  return words[refusal.reason](refusal);
}

export function saidContestFileRefusal(
  words: RefusingWords & { readonly contestFileRefused: (problems: number) => string },
  { type, count, problems, more }: ContestFileRefusal,
): SaidRefusal & { readonly more?: number } {
  return {
    type,
    message: words.contestFileRefused(count),
    problems: sayProblems(words.problems, problems),
    ...(more === undefined ? {} : { more }),
  };
}

export interface RefusingWords {
  readonly refusals: RefusalWords;
  readonly problems: ProblemWords;
}
