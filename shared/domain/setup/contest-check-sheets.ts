/**
 * What must hold for scores, recusals, absences, penalties and decisions of a contest file (R28): each refers to what is
 * there, no score stands outside its range or beside an exemption, and every sheet is whole.
 */
import { isInRange, isOnStep, rangeOf } from './contest-check-criterion.ts';
import {
  isRanked,
  rubricFor,
  type ContestFile,
  type Criterion,
  type Decision,
  type Exemption,
  type Rubric,
  type Score,
} from './contest-file.ts';
import { assignedTo, reads } from './readers.ts';
import type { ContestantId } from '../ids.ts';
import { groupBy } from '../../lib/order.ts';
import { duplicates, problem, unknownIds, type Problem } from './contest-problem.ts';

export function checkScores(file: ContestFile): readonly Problem[] {
  const lookup = lookupOf(file);
  const problems = duplicates(file.scores.map((score) => `${score.juror}/${score.contestant}/${score.criterion}`)).map(
    ({ position }) => problem(['scores', position], { type: 'score-twice' }),
  );
  const sheets = new Map<string, { readonly first: number; readonly rubric: Rubric; readonly criteria: Set<string> }>();
  for (const [position, score] of file.scores.entries()) {
    const own = checkScore(lookup, score, position);
    problems.push(...own.problems);
    if (own.rubric === null) continue;
    const key = `${score.juror}/${score.contestant}/${own.rubric.id}`;
    const sheet = sheets.get(key) ?? { first: position, rubric: own.rubric, criteria: new Set() };
    sheet.criteria.add(score.criterion);
    sheets.set(key, sheet);
  }
  for (const { first, rubric, criteria } of sheets.values()) {
    const lacking = rubric.criteria.filter((criterion) => !criteria.has(criterion.id));
    if (lacking.length === 0) continue;
    problems.push(problem(['scores', first], { type: 'sheet-incomplete', criteria: lacking.map(({ name }) => name) }));
  }
  return problems;
}

type Lookup = ReturnType<typeof lookupOf>;

function lookupOf(file: ContestFile) {
  const criteria = new Map<string, { readonly rubric: Rubric; readonly criterion: Criterion }>();
  for (const rubric of file.rubrics)
    for (const criterion of rubric.criteria) criteria.set(criterion.id, { rubric, criterion });
  return {
    file,
    jurors: new Map(file.jurors.map((juror) => [juror.id, juror])),
    contestants: new Map(file.contestants.map((contestant) => [contestant.id, contestant])),
    criteria,
    recusals: groupBy(file.recusals, (one) => `${one.juror}/${one.contestant}`),
    absences: groupBy(file.absences, (one) => `${one.juror}/${one.contestant}`),
  };
}

/** The problems of one score, and the rubric of its sheet (null when the score belongs to no sheet at all). */
function checkScore(
  lookup: Lookup,
  score: Score,
  position: number,
): { readonly problems: readonly Problem[]; readonly rubric: Rubric | null } {
  const at = ['scores', position] as const;
  const juror = lookup.jurors.get(score.juror);
  const contestant = lookup.contestants.get(score.contestant);
  const found = lookup.criteria.get(score.criterion);
  if (juror === undefined || contestant === undefined || found === undefined) {
    return {
      rubric: null,
      problems: [
        ...(juror === undefined
          ? [problem([...at, 'juror'], { type: 'no-such', kind: 'juror', id: score.juror })]
          : []),
        ...(contestant === undefined
          ? [problem([...at, 'contestant'], { type: 'no-such', kind: 'contestant', id: score.contestant })]
          : []),
        ...(found === undefined
          ? [problem([...at, 'criterion'], { type: 'no-such', kind: 'criterion', id: score.criterion })]
          : []),
      ],
    };
  }
  const { rubric, criterion } = found;
  if (rubric.categories?.includes(contestant.category) === false) {
    return {
      rubric: null,
      problems: [problem([...at, 'criterion'], { type: 'criterion-not-judged', criterion: criterion.name })],
    };
  }
  const key = `${score.juror}/${score.contestant}`;
  const exempt = (list: readonly Exemption[] | undefined) =>
    list?.some((one) => one.stages?.includes(rubric.stage) ?? true) === true;
  return {
    rubric,
    problems: [
      ...checkValue(criterion, score, at),
      ...(reads(lookup.file, juror, rubric.stage, contestant)
        ? []
        : [problem([...at, 'juror'], { type: 'juror-not-judging', juror: juror.name })]),
      ...(exempt(lookup.recusals.get(key)) ? [problem(at, { type: 'score-despite-recusal', juror: juror.name })] : []),
      ...(exempt(lookup.absences.get(key)) ? [problem(at, { type: 'score-despite-absence', juror: juror.name })] : []),
    ],
  };
}

function checkValue(criterion: Criterion, score: Score, at: readonly PropertyKey[]): readonly Problem[] {
  const path = [...at, 'value'];
  const { value } = score;
  if (!isInRange(criterion, score.value))
    return [problem(path, { type: 'score-outside', value, ...rangeOf(criterion) })];
  if (!isOnStep(criterion, score.value))
    return [problem(path, { type: 'score-off-step', value, step: criterion.step, min: criterion.min })];
  return [];
}

/** Recusals and absences: known ids, and a juror has one state only towards a contestant in a stage. */
export function checkExemptions(file: ContestFile): readonly Problem[] {
  const allStages = file.stages.map((stage) => stage.id);
  const seen = new Set<string>();
  return (['recusals', 'absences'] as const).flatMap((list) =>
    file[list].flatMap((exemption, position) => {
      const at = [list, position] as const;
      const keys = [...new Set(exemption.stages ?? allStages)].map(
        (stage) => `${exemption.juror}/${exemption.contestant}/${stage}`,
      );
      const repeated = keys.some((key) => seen.has(key));
      for (const key of keys) seen.add(key);
      return [
        ...unknownIds([exemption.juror], file.jurors, () => [...at, 'juror'], 'juror'),
        ...unknownIds([exemption.contestant], file.contestants, () => [...at, 'contestant'], 'contestant'),
        ...unknownIds(exemption.stages ?? [], file.stages, (index) => [...at, 'stages', index], 'stage'),
        ...duplicates(exemption.stages ?? []).map((duplicate) =>
          problem([...at, 'stages', duplicate.position], { type: 'named-twice', kind: 'stage', id: duplicate.value }),
        ),
        ...(repeated ? [problem(at, { type: 'exempt-already' })] : []),
      ];
    }),
  );
}

/** A trimmed mean needs, for every ranked contestant and stage that counts, more jurors than are dropped. */
export function checkTrimmedPanels(file: ContestFile): readonly Problem[] {
  const { method, drop } = file.rules;
  if (method !== 'trimmed-mean') return [];
  const exemptions = groupBy([...file.recusals, ...file.absences], (one) => one.contestant);
  return file.contestants.flatMap((contestant, position) => {
    const own = exemptions.get(contestant.id) ?? [];
    const isPartly = file.stages.some(({ id }) => assignedTo(file, id, contestant) !== null);
    if (!isRanked(contestant) || (own.length === 0 && !isPartly)) return [];
    return file.stages.flatMap((stage) => {
      const rubric = rubricFor(file, stage.id, contestant.category);
      if (rubric === undefined || rubric.gate === true) return [];
      const out = new Set(
        own.filter((one) => one.stages?.includes(stage.id) ?? true).map((exemption) => exemption.juror),
      );
      const panel = file.jurors.filter(
        (juror) => reads(file, juror, stage.id, contestant) && !out.has(juror.id),
      ).length;
      const isSmaller = out.size > 0 || assignedTo(file, stage.id, contestant) !== null;
      if (!isSmaller || panel > 2 * drop) return [];
      return [
        problem(['contestants', position], {
          type: 'too-few-left',
          drop,
          contestant: contestant.name,
          stage: stage.name,
          jurors: panel,
        }),
      ];
    });
  });
}

/** [R34] Known ids, each contestant once in a stage. Who of the jurors judges there is not asked: the others are passed over. */
export function checkReaders(file: ContestFile): readonly Problem[] {
  const readers = file.readers ?? [];
  return [
    ...readers.flatMap(({ stage, contestant, jurors }, position) => [
      ...unknownIds([stage], file.stages, () => ['readers', position, 'stage'], 'stage'),
      ...unknownIds([contestant], file.contestants, () => ['readers', position, 'contestant'], 'contestant'),
      ...unknownIds(jurors, file.jurors, (index) => ['readers', position, 'jurors', index], 'juror'),
    ]),
    ...duplicates(readers.map(({ stage, contestant }) => `${stage}/${contestant}`)).map(({ position }) =>
      problem(['readers', position], { type: 'readers-twice' }),
    ),
  ];
}

export function checkPenalties(file: ContestFile): readonly Problem[] {
  const known = new Set(file.contestants.map((contestant) => contestant.id));
  return file.penalties.flatMap(({ contestant }, position) =>
    known.has(contestant)
      ? []
      : [problem(['penalties', position, 'contestant'], { type: 'no-such', kind: 'contestant', id: contestant })],
  );
}

/** Decisions name ranked contestants of their category, once each, and stand in the agreed chain. */
export function checkDecisions(file: ContestFile): readonly Problem[] {
  const keys = file.decisions.map(
    (decision) =>
      `${decision.kind}/${decision.category}/${decision.stage ?? ''}/${decidedContestants(decision).toSorted().join('/')}`,
  );
  return [
    ...file.decisions.flatMap((decision, position) => checkDecision(file, decision, position)),
    ...duplicates(keys).map(({ position }) => problem(['decisions', position], { type: 'decision-twice' })),
  ];
}

function checkDecision(file: ContestFile, decision: Decision, position: number): readonly Problem[] {
  const at = ['decisions', position] as const;
  const list = decision.kind === 'joint' ? 'contestants' : 'order';
  const contestants = decidedContestants(decision);
  return [
    ...unknownIds([decision.category], file.categories, () => [...at, 'category'], 'category'),
    ...(decision.stage === undefined ? [] : unknownIds([decision.stage], file.stages, () => [...at, 'stage'], 'stage')),
    ...unknownIds(contestants, file.contestants, (index) => [...at, list, index], 'contestant'),
    ...duplicates(contestants).map((duplicate) =>
      problem([...at, list, duplicate.position], { type: 'named-twice', kind: 'contestant', id: duplicate.value }),
    ),
    ...contestants.flatMap((id, index) => {
      const contestant = file.contestants.find((one) => one.id === id);
      if (contestant === undefined || (contestant.category === decision.category && isRanked(contestant))) return [];
      return [problem([...at, list, index], { type: 'not-ranked-there', contestant: id })];
    }),
    ...(decision.kind === 'joint' || file.rules.tieBreak.includes(decision.kind)
      ? []
      : [problem([...at, 'kind'], { type: 'decision-not-agreed', kind: decision.kind })]),
  ];
}

/** The contestants a decision is about. */
export function decidedContestants(decision: Decision): readonly ContestantId[] {
  return decision.kind === 'joint' ? decision.contestants : decision.order;
}
