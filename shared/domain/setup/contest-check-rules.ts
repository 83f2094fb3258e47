/** What must hold for the rules of the result (R27): combinations that have a meaning, and tie-break steps that exist. */
import { isPlaceBased } from '../methods.ts';
import { parseTieStep, type TieStep } from '../tie-step.ts';
import { judges, rubricFor, type ContestSetup, type Rules } from './contest-file.ts';
import { duplicates, problem, type Problem, type ProblemTag } from './contest-problem.ts';

/** A trimmed mean needs that many jurors in every category. */
const FEWEST_TRIMMED_JURORS = 5;

export function checkRules(setup: ContestSetup): readonly Problem[] {
  return [
    ...checkApplyAt(setup),
    ...checkRounding(setup),
    ...setup.rules.tieBreak.flatMap((text, position) => checkTieStep(setup, text, position)),
    ...(setup.rules.method === 'trimmed-mean' ? checkTrimmedMean(setup) : []),
    ...checkMinimum(setup),
    ...(setup.readers !== undefined && setup.readers.length > 0 && isPlaceBased(setup.rules.method)
      ? [problem(['rules', 'method'], { type: 'readers-of-places', method: setup.rules.method })]
      : []),
  ];
}

function checkApplyAt({ rules }: ContestSetup): readonly Problem[] {
  return isPlaceBased(rules.method) && rules.applyAt === 'criterion'
    ? [problem(['rules', 'applyAt'], { type: 'method-per-sheet-only', method: rules.method })]
    : [];
}

/** Why a rounding has no meaning under these rules; null where it has one. */
export function refusedRounding(
  rules: Pick<Rules, 'method' | 'applyAt'>,
  at: Rules['rounding'][number]['at'],
): ProblemTag | null {
  if (at === (rules.applyAt === 'sheet' ? 'criterion' : 'juror'))
    return { type: 'rounding-not-there', at, applyAt: rules.applyAt };
  if (isPlaceBased(rules.method) && (at === 'stage' || at === 'final'))
    return { type: 'rounding-of-places', at, method: rules.method };
  return null;
}

function checkRounding({ rules }: ContestSetup): readonly Problem[] {
  const at = (position: number) => ['rules', 'rounding', position, 'at'];
  return [
    ...rules.rounding.flatMap((step, position) => {
      const refused = refusedRounding(rules, step.at);
      return refused === null ? [] : [problem(at(position), refused)];
    }),
    ...duplicates(rules.rounding.map((step) => step.at)).map(({ position, value }) =>
      problem(at(position), { type: 'rounding-twice', at: value }),
    ),
  ];
}

function checkTieStep(setup: ContestSetup, text: string, position: number): readonly Problem[] {
  const step = parseTieStep(text);
  const missing = step === null ? null : missingPart(setup, step);
  return missing === null ? [] : [problem(['rules', 'tieBreak', position], missing)];
}

/** What a step is about and the contest does not have; null for a step that can be compared. */
function missingPart({ stages, rubrics }: ContestSetup, step: TieStep): ProblemTag | null {
  const criteria = rubrics.flatMap((rubric) => rubric.criteria);
  switch (step.type) {
    case 'stage':
      return stages.some(({ id }) => id === step.stage) ? null : { type: 'no-such', kind: 'stage', id: step.stage };
    case 'criterion':
      return criteria.some(({ id }) => id === step.criterion)
        ? null
        : { type: 'no-such', kind: 'criterion', id: step.criterion };
    case 'aspect':
      return criteria.some(({ aspect }) => aspect === step.aspect)
        ? null
        : { type: 'no-such', kind: 'aspect', id: step.aspect };
    case 'juror-firsts':
    case 'head-to-head':
    case 'fewest-penalties':
    case 'chair':
    case 'draw':
      return null;
  }
}

/** Places have no value that could be too low. */
function checkMinimum({ rules }: ContestSetup): readonly Problem[] {
  return rules.minimum !== undefined && isPlaceBased(rules.method)
    ? [problem(['rules', 'minimum'], { type: 'minimum-of-places', method: rules.method })]
    : [];
}

/** Enough jurors for what is dropped, before anybody is recused: in every category, and in every stage that counts there. */
function checkTrimmedMean(setup: ContestSetup): readonly Problem[] {
  const { drop } = setup.rules;
  return setup.categories.flatMap((category) => {
    const assigned = setup.jurors.filter((juror) => juror.categories?.includes(category.id) ?? true).length;
    if (assigned < FEWEST_TRIMMED_JURORS) {
      return [
        problem(['rules', 'method'], {
          type: 'too-few-jurors',
          fewest: FEWEST_TRIMMED_JURORS,
          category: category.name,
          jurors: assigned,
        }),
      ];
    }
    return setup.stages.flatMap((stage) => {
      const rubric = rubricFor(setup, stage.id, category.id);
      if (rubric === undefined || rubric.gate === true) return [];
      const panel = setup.jurors.filter((juror) => judges(juror, stage.id, category.id)).length;
      if (panel > 2 * drop) return [];
      return [
        problem(['rules', 'drop'], {
          type: 'too-few-to-drop',
          drop,
          stage: stage.name,
          category: category.name,
          jurors: panel,
        }),
      ];
    });
  });
}
