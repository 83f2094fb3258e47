/** What must hold for the rules of the result (R27): combinations that have a meaning, and tie-break steps that exist. */
import { parseTieStep, type TieStep } from '../tie-step.ts';
import { judges, rubricFor, type ContestSetup, type Problem, type Rules } from './contest-file.ts';
import { duplicates, problem } from './contest-problem.ts';

/** A trimmed mean needs that many jurors in every category. */
const FEWEST_TRIMMED_JURORS = 5;

export function checkRules(setup: ContestSetup): readonly Problem[] {
  return [
    ...checkApplyAt(setup),
    ...checkRounding(setup),
    ...setup.rules.tieBreak.flatMap((text, position) => checkTieStep(setup, text, position)),
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

function checkTieStep(setup: ContestSetup, text: string, position: number): readonly Problem[] {
  const step = parseTieStep(text);
  const missing = step === null ? null : missingPart(setup, step);
  return missing === null ? [] : [problem(['rules', 'tieBreak', position], `${missing} tidak ada`)];
}

/** What a step is about and the contest does not have; null for a step that can be compared. */
function missingPart({ stages, rubrics }: ContestSetup, step: TieStep): string | null {
  const criteria = rubrics.flatMap((rubric) => rubric.criteria);
  switch (step.type) {
    case 'stage':
      return stages.some(({ id }) => id === step.stage) ? null : `babak "${step.stage}"`;
    case 'criterion':
      return criteria.some(({ id }) => id === step.criterion) ? null : `kriteria "${step.criterion}"`;
    case 'aspect':
      return criteria.some(({ aspect }) => aspect === step.aspect) ? null : `aspek "${step.aspect}"`;
    case 'juror-firsts':
    case 'head-to-head':
    case 'fewest-penalties':
    case 'chair':
    case 'draw':
      return null;
  }
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
