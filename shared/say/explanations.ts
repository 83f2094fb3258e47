/** "Mengapa peringkat ini?" in words (R26): a sentence per tag of `ranking/explanation.ts`, and what it follows from. */
import type { ContestFile } from '../domain/setup/contest-file.ts';
import type { Explanation, ExplanationType } from '../ranking/explanation.ts';

/** On the screen the details fold away, in the answer of `rank` they stand before their sentence. */
export interface SaidPart {
  readonly text: string;
  /** What the sentence follows from, line by line. */
  readonly details: readonly string[];
  /** Of what the details are, where they stand alone: the stage. */
  readonly label?: string;
}

/** Null: nothing is worth saying. */
export type ExplanationWords = {
  readonly [Type in ExplanationType]: (part: Explanation<Type>, file: ContestFile) => SaidPart | null;
};

export function sayExplanations(
  words: ExplanationWords,
  file: ContestFile,
  parts: readonly Explanation[],
): readonly SaidPart[] {
  return parts.flatMap((part) => sayOne(words, file, part) ?? []);
}

/** As the answer of `rank` lists them. */
export function flattened(parts: readonly SaidPart[]): readonly string[] {
  return parts.flatMap(({ text, details, label }) => [
    ...details.map((line) => (label === undefined ? line : `${label}, ${line}`)),
    text,
  ]);
}

function sayOne<Type extends ExplanationType>(
  words: ExplanationWords,
  file: ContestFile,
  part: Explanation<Type>,
): SaidPart | null {
  return words[part.type](part, file);
}
