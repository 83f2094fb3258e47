/** What an explanation is made of; on the screen the details fold away, in the answer they stand before their sentence. */
import type { ContestantId, Decision } from '../domain/setup/contest-file.ts';

export interface ExplanationPart {
  readonly text: string;
  /** What the sentence follows from, line by line. */
  readonly details: readonly string[];
  /** Of what the details are, where they stand alone: the stage. */
  readonly label?: string;
}

/** What a contest file does not say: when and why a state was recorded, and when a decision was. Texts for people. */
export interface RankRecords {
  readonly statuses: ReadonlyMap<ContestantId, { readonly when: string; readonly reason: string | null }>;
  readonly decisions: ReadonlyMap<Decision, string>;
}

export const noRecords: RankRecords = { statuses: new Map(), decisions: new Map() };

export function plain(...texts: readonly string[]): readonly ExplanationPart[] {
  return texts.map((text) => ({ text, details: [] }));
}

/** As the answer of `rank` lists them. */
export function flattened(parts: readonly ExplanationPart[]): readonly string[] {
  return parts.flatMap(({ text, details, label }) => [
    ...details.map((line) => (label === undefined ? line : `${label}, ${line}`)),
    text,
  ]);
}
