/** Reading a list in words: why none was found, what is wrong with a row, what must be asked and what each answer means. */
import type { ChoiceType, ImportChoice, ImportSighting, SightingType } from '../import/sightings.ts';
import type {
  ImportProblemReason,
  ImportProblemTag,
  ImportQuestion,
  ImportRefusal,
  ImportRefusalType,
} from '../import/types.ts';

export interface ImportWords {
  /** The category of a contest that has no other. */
  readonly generalCategory: string;
  readonly refused: { readonly [Type in ImportRefusalType]: (refusal: ImportRefusal<Type>) => string };
  readonly problem: { readonly [Reason in ImportProblemReason]: (problem: ImportProblemTag<Reason>) => string };
  readonly seen: { readonly [Type in SightingType]: (seen: ImportSighting<Type>) => string };
  readonly choice: { readonly [Type in ChoiceType]: (choice: ImportChoice<Type>) => string };
}

export function sayImportRefusal<Type extends ImportRefusalType>(
  words: ImportWords,
  refusal: ImportRefusal<Type>,
): string {
  return words.refused[refusal.type](refusal);
}

export function sayImportProblem<Reason extends ImportProblemReason>(
  words: ImportWords,
  problem: ImportProblemTag<Reason>,
): string {
  return words.problem[problem.reason](problem);
}

/** What was seen, with the question that follows from it. */
export function saySighting<Type extends SightingType>(words: ImportWords, seen: ImportSighting<Type>): string {
  return words.seen[seen.type](seen);
}

/** What an answer means; one that the question does not know stands for itself. */
export function sayChoice(words: ImportWords, { meanings }: Pick<ImportQuestion, 'meanings'>, choice: string): string {
  const meaning = meanings[choice];
  return meaning === undefined ? choice : sayMeaning(words, meaning);
}

function sayMeaning<Type extends ChoiceType>(words: ImportWords, meaning: ImportChoice<Type>): string {
  return words.choice[meaning.type](meaning);
}
