/** How a step of the tie-break chain is called: as a choice of the setup form, as what decided a rank, and on paper. */
import { parseTieStep, type TieStep, type TieStepType } from '../domain/tie-step.ts';

type TieStepForm = 'offered' | 'decided' | 'printed' | 'compared';

/** A step about a part of the contest is called with the name of that part. */
type StepWords<Type extends TieStepType> = Readonly<
  Record<TieStepForm, Type extends 'stage' | 'criterion' | 'aspect' ? (name: string) => string : string>
>;

export type TieStepWords = { readonly [Type in TieStepType]: StepWords<Type> };

/** What of a contest the steps are about. */
export interface StepParts {
  readonly stages: readonly NamedPart[];
  readonly rubrics: readonly { readonly criteria: readonly NamedPart[] }[];
}

interface NamedPart {
  readonly id: string;
  readonly name: string;
}

export function sayTieStep(words: TieStepWords, parts: StepParts, step: TieStep, form: TieStepForm): string {
  switch (step.type) {
    case 'stage':
      return words.stage[form](nameIn(parts.stages, step.stage));
    case 'criterion':
      return words.criterion[form](
        nameIn(
          parts.rubrics.flatMap(({ criteria }) => criteria),
          step.criterion,
        ),
      );
    case 'aspect':
      return words.aspect[form](step.aspect);
    case 'juror-firsts':
    case 'head-to-head':
    case 'fewest-penalties':
    case 'chair':
    case 'draw':
      return words[step.type][form];
  }
}

/** The same for the text that a contest file or a ranking names the step by. */
export function sayTieStepText(words: TieStepWords, parts: StepParts, text: string, form: TieStepForm): string {
  const step = parseTieStep(text);
  return step === null ? text : sayTieStep(words, parts, step, form);
}

function nameIn(parts: readonly NamedPart[], id: string): string {
  return parts.find((part) => part.id === id)?.name ?? id;
}
