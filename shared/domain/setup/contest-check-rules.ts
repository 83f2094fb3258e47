/** What must hold for the rules of the result (R27): combinations that have a meaning, and tie-break steps that exist. */
import { judges, rubricFor, type ContestSetup, type Problem, type Rules } from './contest-file.ts';
import { duplicates, problem } from './contest-problem.ts';

/** A trimmed mean needs that many jurors in every category. */
const FEWEST_TRIMMED_JURORS = 5;

export function checkRules(setup: ContestSetup): readonly Problem[] {
  return [
    ...checkApplyAt(setup),
    ...checkRounding(setup),
    ...setup.rules.tieBreak.flatMap((step, position) => checkTieStep(setup, step, position)),
    ...(setup.rules.method === 'trimmed-mean' ? checkTrimmedMean(setup) : []),
  ];
}

function checkApplyAt({ rules }: ContestSetup): readonly Problem[] {
  return isByPlaces(rules) && rules.applyAt === 'criterion'
    ? [problem(['rules', 'applyAt'], `metode ${rules.method} hanya dapat dipakai per lembar penilaian (sheet)`)]
    : [];
}

/** Why a rounding has no meaning under these rules; null where it has one. */
export function refusedRounding(
  rules: Pick<Rules, 'method' | 'applyAt'>,
  at: Rules['rounding'][number]['at'],
): string | null {
  if (at === (rules.applyAt === 'sheet' ? 'criterion' : 'juror'))
    return `pembulatan "${at}" tidak berlaku bila metode diterapkan per ${rules.applyAt}`;
  if (isByPlaces(rules) && (at === 'stage' || at === 'final'))
    return `pembulatan "${at}" tidak berlaku pada metode ${rules.method}: yang dihitung tempat, bukan nilai babak`;
  return null;
}

function isByPlaces({ method }: Pick<Rules, 'method'>): boolean {
  return method === 'majority' || method === 'borda';
}

function checkRounding({ rules }: ContestSetup): readonly Problem[] {
  const at = (position: number) => ['rules', 'rounding', position, 'at'];
  return [
    ...rules.rounding.flatMap((step, position) => {
      const refused = refusedRounding(rules, step.at);
      return refused === null ? [] : [problem(at(position), refused)];
    }),
    ...duplicates(rules.rounding.map((step) => step.at)).map(({ position, value }) =>
      problem(at(position), `pembulatan "${value}" disebut dua kali`),
    ),
  ];
}

function checkTieStep(setup: ContestSetup, step: string, position: number): readonly Problem[] {
  const colon = step.indexOf(':');
  if (colon === -1) return [];
  const [kind, argument] = [step.slice(0, colon), step.slice(colon + 1)];
  const criteria = setup.rubrics.flatMap((rubric) => rubric.criteria);
  const known = new Map([
    ['stage', { noun: 'babak', names: setup.stages.map((stage) => stage.id) }],
    ['criterion', { noun: 'kriteria', names: criteria.map((criterion) => criterion.id) }],
    ['aspect', { noun: 'aspek', names: criteria.flatMap((criterion) => criterion.aspect ?? []) }],
  ]).get(kind);
  if (known === undefined || known.names.includes(argument)) return [];
  return [problem(['rules', 'tieBreak', position], `${known.noun} "${argument}" tidak ada`)];
}

/** Enough jurors for what is dropped, before anybody is recused: in every category, and in every stage that counts there. */
function checkTrimmedMean(setup: ContestSetup): readonly Problem[] {
  const { drop } = setup.rules;
  return setup.categories.flatMap((category) => {
    const assigned = setup.jurors.filter((juror) => juror.categories?.includes(category.id) ?? true).length;
    if (assigned < FEWEST_TRIMMED_JURORS) {
      return [
        problem(
          ['rules', 'method'],
          `rata-rata terpangkas membutuhkan paling sedikit ${FEWEST_TRIMMED_JURORS} juri; kategori ${category.name} mempunyai ${assigned}`,
        ),
      ];
    }
    return setup.stages.flatMap((stage) => {
      const rubric = rubricFor(setup, stage.id, category.id);
      if (rubric === undefined || rubric.gate === true) return [];
      const panel = setup.jurors.filter((juror) => judges(juror, stage.id, category.id)).length;
      if (panel > 2 * drop) return [];
      return [
        problem(
          ['rules', 'drop'],
          `membuang ${drop} nilai tertinggi dan ${drop} terendah membutuhkan lebih dari ${2 * drop} juri; babak ${stage.name} di kategori ${category.name} mempunyai ${panel}`,
        ),
      ];
    });
  });
}
