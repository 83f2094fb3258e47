/**
 * The steps of the tie-break chain (R15 to R18). Contest files, facts and the answer of `rank` name a step by its text
 * (`stage:presentasi`, `draw`); this is the only place that reads and writes that text. Everything else looks at the parsed
 * step with an exhaustive switch, so that a new step does not compile until each place that has to know it does.
 */
import { present } from '../lib/assert.ts';
import { idFrom, type CriterionId, type StageId } from './ids.ts';

export type TieStep =
  /** The contestant's value in one stage. */
  | { readonly type: 'stage'; readonly stage: StageId }
  /** The panel's mean of one criterion. */
  | { readonly type: 'criterion'; readonly criterion: CriterionId }
  /** The panel's weighted mean over the criteria of one aspect. */
  | { readonly type: 'aspect'; readonly aspect: string }
  | { readonly type: 'juror-firsts' }
  | { readonly type: 'head-to-head' }
  | { readonly type: 'fewest-penalties' }
  /** An order that a person records: by word of the jury's chair, or by lots. */
  | { readonly type: 'chair' }
  | { readonly type: 'draw' };

export type TieStepType = TieStep['type'];

/** Steps that wait for a recorded order. */
export type RecordedStep = Extract<TieStep, { readonly type: 'chair' | 'draw' }>;

/** Steps that compare what was judged. */
export type ComputedStep = Exclude<TieStep, RecordedStep>;

/** The step of a text; null for what names none. */
export function parseTieStep(text: string): TieStep | null {
  const [, type = '', argument = ''] = /^([a-z-]+)(?::(.+))?$/.exec(text) ?? [];
  const step = isStepType(type) ? steps[type](argument) : null;
  return step !== null && tieStepText(step) === text ? step : null;
}

/** The text that names a step. */
export function tieStepText(step: TieStep): string {
  switch (step.type) {
    case 'stage':
      return `stage:${step.stage}`;
    case 'criterion':
      return `criterion:${step.criterion}`;
    case 'aspect':
      return `aspect:${step.aspect}`;
    case 'juror-firsts':
    case 'head-to-head':
    case 'fewest-penalties':
    case 'chair':
    case 'draw':
      return step.type;
  }
}

/** The chain of a contest, whose schema has read each of the texts. */
export function tieSteps(texts: readonly string[]): readonly TieStep[] {
  return texts.map((text) => present(parseTieStep(text), 'a text that names a tie-break step'));
}

export function isRecorded(step: TieStep): step is RecordedStep {
  return step.type === 'chair' || step.type === 'draw';
}

/** From what stands behind the colon ("" without one) to the step. */
const steps: {
  readonly [Type in TieStepType]: (argument: string) => Extract<TieStep, { readonly type: Type }> | null;
} = {
  stage: (stage) => (stage === '' ? null : { type: 'stage', stage: idFrom.stage(stage) }),
  criterion: (criterion) => (criterion === '' ? null : { type: 'criterion', criterion: idFrom.criterion(criterion) }),
  aspect: (aspect) => (aspect === '' ? null : { type: 'aspect', aspect }),
  'juror-firsts': () => ({ type: 'juror-firsts' }),
  'head-to-head': () => ({ type: 'head-to-head' }),
  'fewest-penalties': () => ({ type: 'fewest-penalties' }),
  chair: () => ({ type: 'chair' }),
  draw: () => ({ type: 'draw' }),
};

function isStepType(type: string): type is TieStepType {
  return Object.hasOwn(steps, type);
}
