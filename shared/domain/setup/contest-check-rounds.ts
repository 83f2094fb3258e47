/**
 * What must hold for stages that come after others (R29): the earlier stage exists and is judged wherever the later one is,
 * and the cuts of a category stand in one line, so that each of them is among those whom the one before let through.
 */
import { isPlaceBased } from '../methods.ts';
import type { StageId } from '../ids.ts';
import { rubricFor, type ContestSetup, type Cut, type Stage } from './contest-file.ts';
import { problem, unknownIds, type Problem, type ProblemTag } from './contest-problem.ts';

export function checkRounds(setup: ContestSetup): readonly Problem[] {
  const own = setup.stages.flatMap((stage, position) => checkCut(setup, stage, position));
  return own.length > 0 ? own : checkLine(setup);
}

function checkCut(setup: ContestSetup, stage: Stage, position: number): readonly Problem[] {
  const { after } = stage;
  if (after === undefined) return [];
  const at = ['stages', position, 'after'] as const;
  const unknown = unknownIds([after.stage], setup.stages, () => [...at, 'stage'], 'stage');
  const around = chainBefore(setup, stage) === null;
  return [
    ...unknown,
    ...(around ? [problem([...at, 'stage'], { type: 'round-after-itself' })] : []),
    ...((after.top === undefined) === (after.minimum === undefined)
      ? [problem(at, { type: 'round-cut-not-one' })]
      : []),
    ...(after.ties === 'decide' && after.top === undefined
      ? [problem([...at, 'ties'], { type: 'round-ties-without-top' })]
      : []),
    ...(after.minimum !== undefined && isPlaceBased(setup.rules.method)
      ? [problem([...at, 'minimum'], { type: 'minimum-of-places', method: setup.rules.method })]
      : []),
    ...(unknown.length > 0 || around
      ? []
      : [...judgedBefore(setup, stage, after), ...sameCut(setup, stage, after)].map((tag) =>
          problem([...at, 'stage'], tag),
        )),
  ];
}

/** The stages before this one, the nearest first; null where it comes after itself. What is unknown ends it. */
export function chainBefore({ stages }: ContestSetup, stage: Stage): readonly Stage[] | null {
  const chain: Stage[] = [];
  let at = stage;
  for (;;) {
    const { after } = at;
    const before = after === undefined ? undefined : stages.find(({ id }) => id === after.stage);
    if (before === undefined) return chain;
    if (before === stage) return null;
    // Around, but elsewhere: that is told of the stages there.
    if (chain.includes(before)) return chain;
    chain.push(before);
    at = before;
  }
}

/** The earlier stage gives a result wherever the later one is judged. */
function judgedBefore(setup: ContestSetup, stage: Stage, { stage: id }: Cut): readonly ProblemTag[] {
  const name = setup.stages.find((one) => one.id === id)?.name ?? id;
  const judged = setup.categories.filter((category) => rubricFor(setup, stage.id, category.id) !== undefined);
  return judged.flatMap((category): readonly ProblemTag[] => {
    const rubric = rubricFor(setup, id, category.id);
    if (rubric === undefined) return [{ type: 'round-not-judged-before', stage: name, category: category.name }];
    return rubric.gate === true ? [{ type: 'round-after-gate', stage: name, category: category.name }] : [];
  });
}

/** Stages after one and the same stage are one round: they have one cut. The later of two is told. */
function sameCut({ stages }: ContestSetup, stage: Stage, cut: Cut): readonly ProblemTag[] {
  const first = stages.find((one) => one.after?.stage === cut.stage);
  return first === undefined || first.after === undefined || isSameCut(first.after, cut)
    ? []
    : [{ type: 'round-other-cut', stage: first.name }];
}

function isSameCut(a: Cut, b: Cut): boolean {
  return a.top === b.top && a.minimum === b.minimum && (a.ties ?? 'admit') === (b.ties ?? 'admit');
}

/** In no category do two different stages follow each other's equals: cuts of their own, each among all. */
function checkLine(setup: ContestSetup): readonly Problem[] {
  return setup.categories.flatMap((category) => {
    const cuts = setup.stages.flatMap((stage, position) =>
      stage.after === undefined || rubricFor(setup, stage.id, category.id) === undefined
        ? []
        : [{ position, from: stage.after.stage, depth: (chainBefore(setup, stage) ?? []).length }],
    );
    const first = new Map<number, StageId>();
    const astray = cuts.find(({ from, depth }) => {
      const other = first.get(depth);
      if (other === undefined) first.set(depth, from);
      return other !== undefined && other !== from;
    });
    return astray === undefined
      ? []
      : [problem(['stages', astray.position, 'after'], { type: 'rounds-not-in-line', category: category.name })];
  });
}
