/** Problems of a contest file in words: one sentence, or as the edges hand them on with their places. */
import type { Problem, ProblemTag, ProblemType } from '../domain/setup/contest-problem.ts';

/** A sentence for each tag. */
export type ProblemWords = { readonly [Type in ProblemType]: (problem: ProblemTag<Type>) => string };

/** `path` is a JSON Pointer; empty for what was given as a whole. */
export interface SaidProblem {
  readonly path: string;
  readonly message: string;
}

export function sayProblems(words: ProblemWords, problems: readonly Problem[]): readonly SaidProblem[] {
  return problems.map((problem) => ({ path: problem.path, message: sayProblem(words, problem) }));
}

export function sayProblem<Type extends ProblemType>(words: ProblemWords, problem: ProblemTag<Type>): string {
  return words[problem.type](problem);
}
