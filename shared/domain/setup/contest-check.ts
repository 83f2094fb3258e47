/**
 * What must hold between the parts of a contest file, beyond its grammar (R27, R28). Every problem is reported, each with a
 * JSON Pointer and a sentence in Bahasa Indonesia. The part without scores serves the setup screens as it is typed; what
 * needs the ranking itself (does a recorded decision fit a tie?) is `ranking/decisions.ts`.
 */
import { compare, fromDecimal, sum, toExactText, whole, zero } from '../../lib/rational.ts';
import { checkCriterion } from './contest-check-criterion.ts';
import { checkRules } from './contest-check-rules.ts';
import {
  checkDecisions,
  checkExemptions,
  checkPenalties,
  checkScores,
  checkTrimmedPanels,
} from './contest-check-sheets.ts';
import { duplicates, problem, unknownIds } from './contest-problem.ts';
import type { Award, ContestFile, ContestSetup, Problem, Rubric } from './contest-file.ts';

/** All problems of a whole file: of its setup, then of its scores and records. Empty when the file can be ranked. */
export function checkContest(file: ContestFile): readonly Problem[] {
  return [
    ...checkSetup(file),
    ...checkScores(file),
    ...checkExemptions(file),
    ...checkTrimmedPanels(file),
    ...checkPenalties(file),
    ...checkDecisions(file),
    ...(file.formerNames ?? []).flatMap(({ contestant }, position) =>
      unknownIds([contestant], file.contestants, () => ['formerNames', position, 'contestant'], 'peserta'),
    ),
    ...(file.confirmations ?? []).flatMap(({ category }, position) =>
      unknownIds([category], file.categories, () => ['confirmations', position, 'category'], 'kategori'),
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
    ...checkJurors(setup),
    ...checkContestants(setup),
    ...setup.awards.flatMap((award, position) => checkAward(setup, award, position)),
    ...checkRules(setup),
  ];
}

const RESERVED_AWARD = 'places';

function checkIds(setup: ContestSetup): readonly Problem[] {
  const lists = ['categories', 'stages', 'rubrics', 'jurors', 'contestants', 'awards'] as const;
  const criteria = setup.rubrics.flatMap((rubric, r) =>
    rubric.criteria.map((criterion, c) => ({ id: criterion.id, path: ['rubrics', r, 'criteria', c, 'id'] })),
  );
  const places = criteria.map((criterion) => criterion.path);
  return [
    ...lists.flatMap((list) =>
      duplicates(setup[list].map((item) => item.id)).map(({ position, value }) =>
        problem([list, position, 'id'], `id "${value}" sudah dipakai di daftar ini; beri id lain`),
      ),
    ),
    ...duplicates(criteria.map((criterion) => criterion.id)).map(({ position, value }) =>
      problem(places[position] ?? [], `id kriteria "${value}" sudah dipakai; id kriteria harus unik di seluruh lomba`),
    ),
  ];
}

function checkRubric(setup: ContestSetup, rubric: Rubric, position: number): readonly Problem[] {
  const at = ['rubrics', position] as const;
  return [
    ...unknownIds([rubric.stage], setup.stages, () => [...at, 'stage'], 'babak'),
    ...unknownIds(rubric.categories ?? [], setup.categories, (index) => [...at, 'categories', index], 'kategori'),
    ...duplicates(rubric.categories ?? []).map((duplicate) =>
      problem([...at, 'categories', duplicate.position], `kategori "${duplicate.value}" disebut dua kali`),
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
  const text = toExactText(total).replace('.', ',');
  return [problem(['rubrics', position, 'criteria'], `jumlah bobot kriteria harus 100, sekarang ${text}`)];
}

function checkOneRubricEach(setup: ContestSetup): readonly Problem[] {
  return setup.rubrics.flatMap((rubric, position) => {
    const clashes = setup.categories.filter(
      (category) =>
        covers(rubric, rubric.stage, category.id) &&
        setup.rubrics.some((other, index) => index < position && covers(other, rubric.stage, category.id)),
    );
    if (clashes.length === 0) return [];
    const names = clashes.map((category) => category.name).join(', ');
    return [
      problem(
        ['rubrics', position],
        `sudah ada rubrik lain untuk babak ini di kategori ${names}; satu babak dan kategori hanya boleh satu rubrik`,
      ),
    ];
  });
}

function covers(rubric: Rubric, stage: string, category: string): boolean {
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
    return [
      problem(
        ['stages', first.position, 'weight'],
        `semua babak yang dinilai di kategori ${category.name} berbobot 0; beri bobot paling sedikit pada satu babak`,
      ),
    ];
  });
}

function checkJurors(setup: ContestSetup): readonly Problem[] {
  return setup.jurors.flatMap((juror, position) => {
    const at = ['jurors', position] as const;
    return [
      ...unknownIds(juror.categories ?? [], setup.categories, (index) => [...at, 'categories', index], 'kategori'),
      ...unknownIds(juror.stages ?? [], setup.stages, (index) => [...at, 'stages', index], 'babak'),
      ...(['categories', 'stages'] as const).flatMap((list) =>
        duplicates(juror[list] ?? []).map((duplicate) =>
          problem([...at, list, duplicate.position], `"${duplicate.value}" disebut dua kali`),
        ),
      ),
    ];
  });
}

function checkContestants(setup: ContestSetup): readonly Problem[] {
  const unknown = setup.contestants.flatMap((contestant, position) =>
    unknownIds([contestant.category], setup.categories, () => ['contestants', position, 'category'], 'kategori'),
  );
  const numbered = setup.contestants.flatMap(({ number, category }, position) =>
    number === null ? [] : [{ key: `${category}/${number}`, number, position }],
  );
  const repeated = duplicates(numbered.map((one) => one.key)).flatMap((duplicate) => {
    const one = numbered[duplicate.position];
    if (one === undefined) return [];
    return [problem(['contestants', one.position, 'number'], `nomor ${one.number} sudah dipakai di kategori ini`)];
  });
  return [...unknown, ...repeated];
}

function checkAward(setup: ContestSetup, award: Award, position: number): readonly Problem[] {
  const at = ['awards', position] as const;
  const general = [
    ...(award.id === RESERVED_AWARD
      ? [problem([...at, 'id'], 'id "places" sudah dipakai untuk juara utama; beri id lain')]
      : []),
    ...unknownIds(award.categories ?? [], setup.categories, (index) => [...at, 'categories', index], 'kategori'),
  ];
  switch (award.kind) {
    case 'places':
      return general;
    case 'list':
      return [...general, ...checkListAward(setup, award, position)];
    case 'criterion': {
      const criteria = setup.rubrics.flatMap((rubric) => rubric.criteria);
      return [...general, ...unknownIds([award.criterion], criteria, () => [...at, 'criterion'], 'kriteria')];
    }
    case 'band':
      return [
        ...general,
        ...(setup.rules.method === 'majority' || setup.rules.method === 'borda'
          ? [problem([...at, 'kind'], 'penghargaan menurut rentang nilai tidak dapat dipakai dengan metode peringkat')]
          : []),
        ...duplicates(award.bands.map((band) => band.min)).map((duplicate) =>
          problem([...at, 'bands', duplicate.position, 'min'], `batas ${duplicate.value} disebut dua kali`),
        ),
      ];
  }
}

function checkListAward(
  setup: ContestSetup,
  award: Extract<Award, { readonly kind: 'list' }>,
  position: number,
): readonly Problem[] {
  const at = (index: number) => ['awards', position, 'contestants', index];
  return [
    ...unknownIds(award.contestants, setup.contestants, at, 'peserta'),
    ...duplicates(award.contestants).map((duplicate) =>
      problem(at(duplicate.position), `peserta "${duplicate.value}" disebut dua kali`),
    ),
    ...award.contestants.flatMap((id, index) => {
      const contestant = setup.contestants.find((one) => one.id === id);
      return contestant === undefined || (award.categories?.includes(contestant.category) ?? true)
        ? []
        : [problem(at(index), `peserta "${id}" tidak berada di kategori penghargaan ini`)];
    }),
  ];
}
