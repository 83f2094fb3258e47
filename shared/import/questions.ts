/**
 * Where a reading is a guess, a question says so [I13]: what was seen, what it may mean, and what was assumed. A stage of
 * the reading asks, goes on with the answer or with what is assumed, and the question stands in the preview either way.
 */
import type { ImportChoice, ImportSighting } from './sightings.ts';
import type { ImportAnswers, ImportQuestion, ImportQuestionType } from './types.ts';

export type Asked<Choice extends string> = {
  readonly type: ImportQuestionType;
  readonly seen: ImportSighting;
  readonly rows?: readonly number[];
  readonly columns?: readonly string[];
  /** Choice to its meaning, in the order they are shown. */
  readonly choices: Readonly<Record<Choice, ImportChoice>>;
  readonly assumed: NoInfer<Choice>;
  readonly mustAnswer: boolean;
};

export type Asker = {
  /** The choice to go on with. */
  readonly ask: <Choice extends string>(asked: Asked<Choice>) => Choice;
  readonly questions: () => readonly ImportQuestion[];
};

/** Collects the questions of one table. A type that is asked again adds its rows to the first question. */
export function createAsker(answers: ImportAnswers): Asker {
  const byType = new Map<ImportQuestionType, ImportQuestion>();
  return {
    ask: ({ type, choices, assumed, ...asked }) => {
      const known = Object.keys(choices) as Extract<keyof typeof choices, string>[];
      const answer = known.find((choice) => choice === answers[type]);
      const question: ImportQuestion = {
        type,
        ...asked,
        choices: known,
        meanings: choices,
        assumed,
        ...(answer === undefined ? {} : { answer }),
      };
      byType.set(type, joined(byType.get(type), question));
      return answer ?? assumed;
    },
    questions: () => [...byType.values()],
  };
}

/** One question of a type for the whole list, also where it was asked of several tables or sheets. */
export function joinQuestions(
  groups: readonly { readonly sheet: string | null; readonly questions: readonly ImportQuestion[] }[],
): readonly ImportQuestion[] {
  const byType = new Map<ImportQuestionType, ImportQuestion>();
  for (const { sheet, questions } of groups) {
    for (const question of questions) {
      const placed = sheet === null || question.type === 'sheets' ? question : { ...question, sheet };
      byType.set(question.type, joined(byType.get(question.type), placed));
    }
  }
  return [...byType.values()];
}

/** The question of the first; another sheet's rows would mislead, so they are not mixed with it. */
function joined(first: ImportQuestion | undefined, second: ImportQuestion): ImportQuestion {
  if (first === undefined) return second;
  const isSameSheet = first.sheet === second.sheet;
  const rows = isSameSheet ? [...new Set([...(first.rows ?? []), ...(second.rows ?? [])])] : (first.rows ?? []);
  return {
    ...first,
    ...(first.rows === undefined ? {} : { rows: rows.toSorted((a, b) => a - b) }),
    choices: [...new Set([...first.choices, ...second.choices])],
    meanings: { ...second.meanings, ...first.meanings },
    mustAnswer: first.mustAnswer || second.mustAnswer,
  };
}
