/**
 * What must hold between the parts of a contest file, beyond its grammar (R27, R28). Every problem is reported, each with a
 * JSON Pointer. The part without scores serves the setup screens as it is typed; what
 * needs the ranking itself (does a recorded decision fit a tie?) is `ranking/decisions.ts`.
 */
import { isPlaceBased } from '../methods.ts';
import { compare, fromDecimal, sum, toExactText, whole, zero } from '../../lib/rational.ts';
import { checkCriterion } from './contest-check-criterion.ts';
import { checkRounds } from './contest-check-rounds.ts';
import { checkRules } from './contest-check-rules.ts';
import {
  checkDecisions,
  checkExemptions,
  checkPenalties,
  checkReaders,
  checkScores,
  checkTrimmedPanels,
} from './contest-check-sheets.ts';
import { duplicates, problem, unknownIds, type Problem } from './contest-problem.ts';
import type { Award, ContestFile, ContestSetup, Rubric } from './contest-file.ts';
import { placesAward, type CategoryId, type ContestantId, type StageId } from '../ids.ts';

/** All problems of a whole file: of its setup, then of its scores and records. Empty when the file can be ranked. */
export function checkContest(file: ContestFile): readonly Problem[] {
  return [
    ...checkSetup(file),
    ...checkScores(file),
    ...checkExemptions(file),
    ...checkReaders(file),
    ...checkTrimmedPanels(file),
    ...checkPenalties(file),
    ...checkDecisions(file),
    ...(file.formerNames ?? []).flatMap(({ contestant }, position) =>
      unknownIds([contestant], file.contestants, () => ['formerNames', position, 'contestant'], 'contestant'),
    ),
    ...(file.closedRounds ?? []).flatMap(({ category, stage, advanced }, position) => [
      ...unknownIds([category], file.categories, () => ['closedRounds', position, 'category'], 'category'),
      ...unknownIds([stage], file.stages, () => ['closedRounds', position, 'stage'], 'stage'),
      ...unknownIds(advanced, file.contestants, (index) => ['closedRounds', position, 'advanced', index], 'contestant'),
    ]),
    ...(file.confirmations ?? []).flatMap(({ category }, position) =>
      unknownIds([category], file.categories, () => ['confirmations', position, 'category'], 'category'),
    ),
    ...(file.keptJurors ?? []).flatMap(({ juror, contestant }, position) => [
      ...unknownIds([juror], file.jurors, () => ['keptJurors', position, 'juror'], 'juror'),
      ...unknownIds([contestant], file.contestants, () => ['keptJurors', position, 'contestant'], 'contestant'),
    ]),
    ...(file.acceptances ?? []).flatMap(({ juror }, position) =>
      unknownIds([juror], file.jurors, () => ['acceptances', position, 'juror'], 'juror'),
    ),
  ];
}

/** All problems of what is agreed before scoring. */
export function checkSetup(setup: ContestSetup): readonly Problem[] {
  return [
    ...checkIds(setup),
    ...setup.rubrics.flatMap((rubric, position) => checkRubric(setup, rubric, position)),
    ...checkOneRubricEach(setup),
    ...checkStageWeights(setup),
    ...checkRounds(setup),
    ...checkJurors(setup),
    ...checkContestants(setup),
    ...setup.awards.flatMap((award, position) => checkAward(setup, award, position)),
    ...checkRules(setup),
  ];
}

function checkIds(setup: ContestSetup): readonly Problem[] {
  const lists = ['categories', 'stages', 'rubrics', 'jurors', 'contestants', 'awards'] as const;
  const criteria = setup.rubrics.flatMap((rubric, r) =>
    rubric.criteria.map((criterion, c) => ({ id: criterion.id, path: ['rubrics', r, 'criteria', c, 'id'] })),
  );
  const places = criteria.map((criterion) => criterion.path);
  return [
    ...lists.flatMap((list) =>
      duplicates(setup[list].map((item) => item.id)).map(({ position, value }) =>
        problem([list, position, 'id'], { type: 'id-taken', id: value }),
      ),
    ),
    ...duplicates(criteria.map((criterion) => criterion.id)).map(({ position, value }) =>
      problem(places[position] ?? [], { type: 'criterion-id-taken', id: value }),
    ),
  ];
}

function checkRubric(setup: ContestSetup, rubric: Rubric, position: number): readonly Problem[] {
  const at = ['rubrics', position] as const;
  return [
    ...unknownIds([rubric.stage], setup.stages, () => [...at, 'stage'], 'stage'),
    ...unknownIds(rubric.categories ?? [], setup.categories, (index) => [...at, 'categories', index], 'category'),
    ...duplicates(rubric.categories ?? []).map((duplicate) =>
      problem([...at, 'categories', duplicate.position], {
        type: 'named-twice',
        kind: 'category',
        id: duplicate.value,
      }),
    ),
    ...rubric.criteria.flatMap((criterion, index) => checkCriterion(rubric, criterion, [...at, 'criteria', index])),
    ...checkWeights(setup, rubric, position),
  ];
}

/** A gate adds nothing to the result, so that its weights need not sum up. */
function checkWeights(setup: ContestSetup, rubric: Rubric, position: number): readonly Problem[] {
  if (rubric.gate === true || (rubric.weighting ?? setup.rules.weighting) !== 'percent') return [];
  const total = sum(rubric.criteria.map((criterion) => fromDecimal(criterion.weight)));
  if (compare(total, whole(100)) === 0) return [];
  return [problem(['rubrics', position, 'criteria'], { type: 'weights-not-100', total: toExactText(total) })];
}

function checkOneRubricEach(setup: ContestSetup): readonly Problem[] {
  return setup.rubrics.flatMap((rubric, position) => {
    const clashes = setup.categories.filter(
      (category) =>
        covers(rubric, rubric.stage, category.id) &&
        setup.rubrics.some((other, index) => index < position && covers(other, rubric.stage, category.id)),
    );
    if (clashes.length === 0) return [];
    const categories = clashes.map((category) => category.name);
    return [problem(['rubrics', position], { type: 'other-rubric-there', categories })];
  });
}

function covers(rubric: Rubric, stage: StageId, category: CategoryId): boolean {
  return rubric.stage === stage && (rubric.categories === undefined || rubric.categories.includes(category));
}

/** The stages that count in a category need some weight between them: the result divides by its sum. */
function checkStageWeights(setup: ContestSetup): readonly Problem[] {
  return setup.categories.flatMap((category) => {
    const counting = setup.stages.flatMap((stage, position) =>
      setup.rubrics.some((rubric) => rubric.gate !== true && covers(rubric, stage.id, category.id))
        ? [{ stage, position }]
        : [],
    );
    const [first] = counting;
    if (first === undefined || counting.some(({ stage }) => compare(fromDecimal(stage.weight), zero) > 0)) return [];
    return [problem(['stages', first.position, 'weight'], { type: 'stages-without-weight', category: category.name })];
  });
}

function checkJurors(setup: ContestSetup): readonly Problem[] {
  return setup.jurors.flatMap((juror, position) => {
    const at = ['jurors', position] as const;
    return [
      ...unknownIds(juror.categories ?? [], setup.categories, (index) => [...at, 'categories', index], 'category'),
      ...unknownIds(juror.stages ?? [], setup.stages, (index) => [...at, 'stages', index], 'stage'),
      ...(['categories', 'stages'] as const).flatMap((list) =>
        duplicates(juror[list] ?? []).map((duplicate) =>
          problem([...at, list, duplicate.position], { type: 'named-twice', kind: null, id: duplicate.value }),
        ),
      ),
    ];
  });
}

function checkContestants(setup: ContestSetup): readonly Problem[] {
  const unknown = setup.contestants.flatMap((contestant, position) =>
    unknownIds([contestant.category], setup.categories, () => ['contestants', position, 'category'], 'category'),
  );
  const numbered = setup.contestants.flatMap(({ number, category }, position) =>
    number === null ? [] : [{ key: `${category}/${number}`, number, position }],
  );
  const repeated = duplicates(numbered.map((one) => one.key)).flatMap((duplicate) => {
    const one = numbered[duplicate.position];
    if (one === undefined) return [];
    return [problem(['contestants', one.position, 'number'], { type: 'number-taken', number: one.number })];
  });
  const counted = setup.contestants.flatMap(({ calibration, status }, position) =>
    calibration !== true || status === 'exhibition'
      ? []
      : [problem(['contestants', position, 'status'], { type: 'calibration-counted' })],
  );
  return [...unknown, ...repeated, ...counted];
}

function checkAward(setup: ContestSetup, award: Award, position: number): readonly Problem[] {
  const at = ['awards', position] as const;
  const general = [
    ...(award.id === placesAward ? [problem([...at, 'id'], { type: 'award-id-reserved' })] : []),
    ...unknownIds(award.categories ?? [], setup.categories, (index) => [...at, 'categories', index], 'category'),
    ...checkExcludes(setup, award, position),
  ];
  switch (award.kind) {
    case 'places':
      return general;
    case 'units':
      return general;
    case 'list':
      return [...general, ...checkNamed(setup, award, (index) => [...at, 'contestants', index], award.contestants)];
    case 'ballots': {
      const named = award.votes.map(({ contestant }) => contestant);
      return [...general, ...checkNamed(setup, award, (index) => [...at, 'votes', index, 'contestant'], named)];
    }
    case 'composite': {
      const criteria = setup.rubrics.flatMap((rubric) => rubric.criteria);
      const named = award.criteria.map(({ criterion }) => criterion);
      const place = (index: number) => [...at, 'criteria', index, 'criterion'];
      return [
        ...general,
        ...unknownIds(named, criteria, place, 'criterion'),
        ...duplicates(named).map((duplicate) =>
          problem(place(duplicate.position), { type: 'named-twice', kind: 'criterion', id: duplicate.value }),
        ),
      ];
    }
    case 'criterion': {
      const criteria = setup.rubrics.flatMap((rubric) => rubric.criteria);
      return [...general, ...unknownIds([award.criterion], criteria, () => [...at, 'criterion'], 'criterion')];
    }
    case 'band':
      return [
        ...general,
        ...(isPlaceBased(setup.rules.method) ? [problem([...at, 'kind'], { type: 'bands-need-scores' })] : []),
        ...duplicates(award.bands.map((band) => band.min)).map((duplicate) =>
          problem([...at, 'bands', duplicate.position, 'min'], { type: 'band-twice', min: duplicate.value }),
        ),
      ];
  }
}

/** Holders are known of the places and of awards that stand before. */
function checkExcludes(setup: ContestSetup, award: Award, position: number): readonly Problem[] {
  const excludes = 'excludes' in award ? (award.excludes ?? []) : [];
  const at = (index: number) => ['awards', position, 'excludes', index];
  const before = setup.awards.slice(0, position).map(({ id }) => id);
  return [
    ...excludes.flatMap((id, index) => {
      if (id === placesAward || before.includes(id)) return [];
      const other = setup.awards.find((one) => one.id === id);
      if (other === undefined) return [problem(at(index), { type: 'no-such', kind: 'award', id })];
      return [problem(at(index), { type: 'excludes-later', award: other.name })];
    }),
    ...duplicates(excludes).map((duplicate) =>
      problem(at(duplicate.position), { type: 'named-twice', kind: 'award', id: duplicate.value }),
    ),
  ];
}

/** Contestants that an award names: there, once each, and of its categories. */
function checkNamed(
  setup: ContestSetup,
  award: Award,
  at: (index: number) => readonly PropertyKey[],
  named: readonly ContestantId[],
): readonly Problem[] {
  return [
    ...unknownIds(named, setup.contestants, at, 'contestant'),
    ...duplicates(named).map((duplicate) =>
      problem(at(duplicate.position), { type: 'named-twice', kind: 'contestant', id: duplicate.value }),
    ),
    ...named.flatMap((id, index) => {
      const contestant = setup.contestants.find((one) => one.id === id);
      return contestant === undefined || (award.categories?.includes(contestant.category) ?? true)
        ? []
        : [problem(at(index), { type: 'outside-award', contestant: id })];
    }),
  ];
}
