/** Changes of the draft that concern several of its lists: what is taken away is no longer named anywhere else. */
import type { ContestSetup } from '../../../shared/domain/setup/contest-file.ts';
import { tieStepText, type TieStep, type TieStepType } from '../../../shared/domain/tie-step.ts';
import { idFrom } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { fromDecimal, subtract, sum, toExactText, whole } from '../../../shared/lib/rational.ts';
import {
  draftOf,
  rubricDraft,
  stageDraft,
  type AwardDraft,
  type CriterionDraft,
  type Draft,
  type RubricDraft,
} from './draft.ts';
import { readDecimal, showDecimal } from '../../messages/numbers.ts';

/** `prefix-1`, `prefix-2`, ...: the first that is free. */
export function newId(prefix: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  for (let count = used.size + 1; ; count += 1) {
    const id = `${prefix}-${count}`;
    if (!used.has(id)) return id;
  }
}

/** A copy of the list with the item moved by one place; unchanged at the end. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  next.splice(to, 0, item);
  return next;
}

export function withoutCategory(draft: Draft, id: string): Draft {
  const without = (list: readonly string[] | null) => list?.filter((each) => each !== id) ?? null;
  return pruned({
    ...draft,
    categories: draft.categories.filter((each) => each.id !== id),
    rubrics: draft.rubrics
      .map((rubric) => ({ ...rubric, categories: without(rubric.categories) }))
      .filter((rubric) => rubric.categories === null || rubric.categories.length > 0),
    jurors: draft.jurors.map((juror) => ({ ...juror, categories: without(juror.categories) })),
    awards: draft.awards
      .map((award) => ({ ...award, categories: without(award.categories) }))
      .filter(({ categories }) => categories === null || categories.length > 0),
  });
}

export function withoutStage(draft: Draft, id: string): Draft {
  return pruned({
    ...draft,
    stages: draft.stages
      .filter((each) => each.id !== id)
      .map((each) => (each.after.stage === id ? { ...each, after: { ...each.after, stage: '' } } : each)),
    rubrics: draft.rubrics.filter((rubric) => rubric.stage !== id),
    jurors: draft.jurors.map((juror) => ({
      ...juror,
      stages: juror.stages?.filter((each) => each !== id) ?? null,
    })),
  });
}

export function withoutRubric(draft: Draft, index: number): Draft {
  return pruned({ ...draft, rubrics: draft.rubrics.toSpliced(index, 1) });
}

/** The draft with one rubric replaced. */
export function withRubric(draft: Draft, index: number, change: (rubric: RubricDraft) => RubricDraft): Draft {
  const rubrics = draft.rubrics.map((rubric, position) => (position === index ? change(rubric) : rubric));
  return pruned({ ...draft, rubrics });
}

/** The draft with one award replaced. */
export function withAward(draft: Draft, index: number, change: (award: AwardDraft) => AwardDraft): Draft {
  return { ...draft, awards: draft.awards.map((award, position) => (position === index ? change(award) : award)) };
}

/** Without one award, also where others exclude its holders. */
export function withoutAward(draft: Draft, index: number): Draft {
  const gone = draft.awards[index]?.id;
  return {
    ...draft,
    awards: draft.awards
      .toSpliced(index, 1)
      .map((award) => ({ ...award, excludes: award.excludes.filter((id) => id !== gone) })),
  };
}

/** A new award: further places begin where the ones that are there end; bands at the usual thresholds. */
export function newAward(
  draft: Draft,
  kind: AwardDraft['kind'],
  names: { readonly award: string; readonly bands: readonly string[] },
): AwardDraft {
  const ends = draft.awards.flatMap(({ kind: other, from, count }) =>
    other === 'places' ? [Number(from) + Number(count)] : [],
  );
  const from = Math.max(...[Number(draft.rules.places) + 1, ...ends].filter(Number.isInteger), 1);
  return {
    id: newId(
      'penghargaan',
      draft.awards.map(({ id }) => id),
    ),
    name: names.award,
    kind,
    categories: null,
    scope: 'category',
    ordered: 'yes',
    from: kind === 'places' ? String(from) : '',
    count: kind === 'places' || kind === 'ballots' ? '3' : kind === 'list' || kind === 'band' ? '' : '1',
    contestants: [],
    criterion: kind === 'criterion' ? (draft.rubrics[0]?.criteria[0]?.id ?? '') : '',
    bands: kind === 'band' ? names.bands.map((name, index) => ({ name, min: String(90 - index * 10) })) : [],
    excludes: [],
    criteria:
      kind === 'composite'
        ? criteriaOf(draft)
            .slice(0, 2)
            .map(({ id }) => ({ criterion: id, weight: '50' }))
        : [],
    votes: [],
    points: kind === 'units' ? '5; 3; 1' : '',
  };
}

/** Tie-break steps and awards that name what is no longer there go with it. */
function pruned(draft: Draft): Draft {
  const steps = new Set(possibleSteps(draft));
  const criteria = new Set(draft.rubrics.flatMap((rubric) => rubric.criteria.map(({ id }) => id)));
  return {
    ...draft,
    rules: { ...draft.rules, tieBreak: draft.rules.tieBreak.filter((step) => steps.has(step)) },
    awards: draft.awards
      .map((award) => ({ ...award, criteria: award.criteria.filter(({ criterion }) => criteria.has(criterion)) }))
      .filter(({ kind, criterion }) => kind !== 'criterion' || criteria.has(criterion))
      .filter(({ kind, criteria: chosen }) => kind !== 'composite' || chosen.length > 0),
  };
}

/** The text of every step that the chain may hold, in a natural order. */
export function possibleSteps(draft: Draft): string[] {
  return Object.values(stepsOf).flatMap((steps) => steps(draft).map(tieStepText));
}

/** What each kind of step may be about in this contest. */
const stepsOf: {
  readonly [Type in TieStepType]: (draft: Draft) => readonly Extract<TieStep, { readonly type: Type }>[];
} = {
  stage: (draft) => draft.stages.map(({ id }) => ({ type: 'stage', stage: idFrom.stage(id) })),
  criterion: (draft) => criteriaOf(draft).map(({ id }) => ({ type: 'criterion', criterion: idFrom.criterion(id) })),
  aspect: (draft) => {
    const aspects = criteriaOf(draft).map(({ aspect }) => aspect.trim());
    return [...new Set(aspects.filter((aspect) => aspect !== ''))].map((aspect) => ({ type: 'aspect', aspect }));
  },
  'juror-firsts': () => [{ type: 'juror-firsts' }],
  'head-to-head': () => [{ type: 'head-to-head' }],
  'fewest-penalties': () => [{ type: 'fewest-penalties' }],
  chair: () => [{ type: 'chair' }],
  draw: () => [{ type: 'draw' }],
};

function criteriaOf(draft: Draft): readonly CriterionDraft[] {
  return draft.rubrics.flatMap((rubric) => rubric.criteria);
}

/** A new criterion takes the range of the last one and the weight that is still missing to 100. */
export function newCriterion(draft: Draft, rubric: RubricDraft, name: string): CriterionDraft {
  const last = rubric.criteria.at(-1);
  const rest = subtract(whole(100), weightSum(rubric));
  return {
    id: newId('kriteria', allCriterionIds(draft)),
    name,
    weight: rest.numerator > 0n ? showDecimal(toExactText(rest)) : '0',
    min: last?.min ?? '0',
    max: last?.max ?? '100',
    step: last?.step ?? '0,5',
    aspect: last?.aspect ?? '',
    noteBelow: '',
    descriptors: [],
  };
}

/** The columns of the table of criteria, in order. */
export const criterionColumns = ['name', 'aspect', 'weight', 'min', 'max', 'step'] as const;

/** The rubric with these cells put in from a line and a column on; lines that are not there yet are added. */
export function withPasted(
  draft: Draft,
  rubric: RubricDraft,
  {
    lines,
    row,
    first,
  }: { readonly lines: readonly (readonly string[])[]; readonly row: number; readonly first: number },
  fresh: (draft: Draft, rubric: RubricDraft) => CriterionDraft,
): RubricDraft {
  let next = rubric;
  for (const [at, cells] of lines.entries()) {
    const isNew = row + at >= next.criteria.length;
    const grown = isNew ? { ...next, criteria: [...next.criteria, fresh(withIds(draft, next), next)] } : next;
    if (isNew && grown.criteria.length > limits.criteriaPerRubric) break;
    const put = cells.flatMap((cell, column) => {
      const name = criterionColumns[first + column];
      return name === undefined ? [] : [[name, cell] as const];
    });
    next = {
      ...grown,
      criteria: grown.criteria.map((each, place) =>
        place === row + at ? { ...each, ...Object.fromEntries(put) } : each,
      ),
    };
  }
  return next;
}

/** So that what is new here gets an id that nothing else in it has. */
function withIds(draft: Draft, rubric: RubricDraft): Draft {
  return { ...draft, rubrics: draft.rubrics.map((each) => (each.id === rubric.id ? rubric : each)) };
}

/** The sum of the weights that are numbers. */
export function weightSum(rubric: RubricDraft) {
  return sum(rubric.criteria.flatMap(({ weight }) => readDecimal(weight) ?? []).map(fromDecimal));
}

/** Everything that the template brings, instead of what is there. */
export function replacedByTemplate(draft: Draft, template: ContestSetup): Draft {
  const { stages, rubrics, rules, awards } = draftOf(template);
  return {
    ...draft,
    stages,
    rubrics,
    rules,
    awards,
    jurors: draft.jurors.map((juror) => ({ ...juror, stages: null })),
  };
}

/**
 * The template's rubrics beside those that are there, for the given categories (null: all). Stages of the same name are
 * used as they are; ids that are taken are given anew.
 */
export function withTemplate(draft: Draft, template: ContestSetup, categories: readonly string[] | null): Draft {
  const stages = [...draft.stages];
  const stageIds = new Map<string, string>();
  for (const stage of template.stages) {
    const known = stages.find(({ name }) => name.trim().toLowerCase() === stage.name.toLowerCase());
    const id = known?.id ?? freeId(stage.id, new Set(stages.map((each) => each.id)));
    if (known === undefined) stages.push({ ...stageDraft(stage), id });
    stageIds.set(stage.id, id);
  }
  const criterionIds = new Set(allCriterionIds(draft));
  const rubricIds = new Set(draft.rubrics.map(({ id }) => id));
  const rubrics = template.rubrics.map((rubric) => {
    const copy = rubricDraft(rubric);
    const id = freeId(copy.id, rubricIds);
    rubricIds.add(id);
    return {
      ...copy,
      id,
      stage: stageIds.get(copy.stage) ?? copy.stage,
      categories: categories === null ? null : [...categories],
      weighting:
        rubric.weighting ?? (template.rules.weighting === draft.rules.weighting ? '' : template.rules.weighting),
      criteria: copy.criteria.map((criterion) => {
        const free = freeId(criterion.id, criterionIds);
        criterionIds.add(free);
        return { ...criterion, id: free };
      }),
    } satisfies RubricDraft;
  });
  return { ...draft, stages, rubrics: [...draft.rubrics, ...rubrics] };
}

function allCriterionIds(draft: Draft): string[] {
  return draft.rubrics.flatMap((rubric) => rubric.criteria.map(({ id }) => id));
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let count = 2; ; count += 1) {
    const candidate = `${id.slice(0, 58)}-${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** A table of a spreadsheet as text; null for what is a single word. */
export function pastedLines(text: string, most: number): readonly (readonly string[])[] | null {
  const lines = text.replace(/(\r?\n)+$/, '').split(/\r?\n/);
  if (lines.length === 1 && !text.includes('\t')) return null;
  return lines.slice(0, most).map((line) => line.split('\t').map((cell) => cell.trim()));
}
