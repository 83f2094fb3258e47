/**
 * A second ranking, written from the rules alone and as plainly as can be: fractions of big integers that are never reduced,
 * loops over the lists of the file, nothing shared with the engine. Tests compare the two. It answers what a contest file's
 * ranking answers, but for the texts.
 */
import type { Award, ContestFile } from '../../shared/domain/setup/contest-file.ts';

type Fraction = readonly [bigint, bigint];
type Contestant = ContestFile['contestants'][number];
type Rubric = ContestFile['rubrics'][number];
type Stage = ContestFile['stages'][number];

const nothing: Fraction = [0n, 1n];

/** As `rankContest`, without displays and explanations. */
export function naiveRanking(file: ContestFile) {
  const categories = file.categories.map(({ id }) => naiveCategory(file, id));
  // Award by award in the order of the file, and what is not decided yet; the places come first.
  const held = new Map<string, { readonly by: string[]; readonly open: string[] }>();
  const shut = categories.filter(({ blocked }) => blocked !== null).map(({ category }) => category);
  held.set('places', {
    by: categories.flatMap(({ awards }) => awards.map(({ contestant }) => contestant)),
    open: shut,
  });
  const wide: Won[] = [];
  for (const award of file.awards) {
    const of = categories.filter(({ category }) => !award.categories || award.categories.includes(category));
    const isWide = award.kind === 'units' || ('scope' in award && award.scope === 'contest');
    const excludes = 'excludes' in award ? (award.excludes ?? []) : [];
    const own = { by: [] as string[], open: [] as string[] };
    for (const part of isWide ? [of] : of.map((one) => [one])) {
      const names = part.map(({ category }) => category);
      const isOpen = names.some(
        (name) =>
          excludes.some((id) => held.get(id)?.open.includes(name)) ||
          (shut.includes(name) && (award.kind === 'places' || award.kind === 'units')),
      );
      if (isOpen) own.open.push(...names);
      if (isOpen && award.kind !== 'places') continue;
      const gone = excludes.flatMap((id) => held.get(id)?.by ?? []);
      const won = givenTo(
        award,
        file,
        part
          .flatMap(({ people, order }) =>
            isWide ? people : [...order, ...people.filter((one) => !order.includes(one))],
          )
          .filter(({ id }) => !gone.includes(id)),
        part.flatMap(({ decided }) => decided),
      );
      own.by.push(...won.map(({ contestant }) => contestant));
      if (isWide) wide.push(...won);
      else for (const one of part) one.awards.push(...won);
    }
    held.set(award.id, own);
  }
  const hasWide = file.awards.some(
    (award) => award.kind === 'units' || ('scope' in award && award.scope === 'contest'),
  );
  return {
    categories: categories.map(({ people: _people, order: _order, decided: _decided, ...answer }) => answer),
    ...(hasWide ? { awards: wide } : {}),
  };
}

/** A contestant of the category, with everything that is known of it. */
interface Person {
  readonly id: string;
  readonly number: number | null;
  readonly status: string;
  readonly isOut: boolean;
  readonly penalty: Fraction;
  readonly panel: Record<string, string[]>;
  readonly result: Fraction | null;
  rank: number | null;
  decidedBy: string | null;
}

function naiveCategory(file: ContestFile, category: string) {
  const { method } = file.rules;
  const all = file.contestants.filter((one) => one.category === category);
  const { fields, levels, cuts, behind } = rounds(file, category);
  // Each is compared with those who came as far, in what counts for them.
  const lineOf = (one: Contestant, field: Field): Person => ({
    id: one.id,
    number: one.number,
    status: statusOf(file, one, levels.get(one.id)),
    isOut: behind.has(one.id),
    penalty: penaltyOf(file, one.id),
    panel: Object.fromEntries(
      stagesOf(file, category)
        .filter((stage) => depthOf(file, stage) <= field.depth)
        .map((stage) => [
          stage.id,
          panelOf(file, one.id, stage).filter((juror) => isGate(file, stage, category) || !field.out.has(juror)),
        ]),
    ),
    result: field.results.get(one.id) ?? null,
    rank: null,
    decidedBy: null,
  });
  const people = all.map((one) => lineOf(one, behind.get(one.id) ?? fields.final));
  const ranked = people.filter(({ status }) => status === 'ranked');

  const groups: Person[][] = [];
  let next = 1;
  for (const field of [fields.final, ...fields.behind.toReversed()]) {
    const here = ranked.filter(({ id }) => (behind.get(id) ?? fields.final) === field);
    let rank = next;
    for (const group of inGroups(file, category, field, here, null)) {
      for (const one of group) one.rank = rank;
      rank += group.length;
      groups.push(group);
    }
    next += here.length;
  }
  const inOrder = (some: readonly Person[]) => [
    ...groups
      .map(byNumber)
      .flat()
      .filter((one) => some.includes(one)),
    ...byNumber(some.filter(({ result }) => result === null)),
  ];
  const order = [...inOrder(ranked.filter(({ isOut }) => !isOut)), ...inOrder(ranked.filter(({ isOut }) => isOut))];

  const missing = ranked.flatMap(({ id }) =>
    stagesOf(file, category)
      .filter((stage) => depthOf(file, stage) <= (behind.get(id) ?? fields.final).depth)
      .flatMap((stage) =>
        seats(file, category, stage)
          .filter((juror) => stateOf(file, juror, id, stage) === 'missing')
          .map((juror) => ({ juror, contestant: id, stage: stage.id })),
      ),
  );
  const open = awardedOf(file, category).filter((place) => place <= ranked.filter(({ isOut }) => !isOut).length);
  const blocked = [
    ...cuts.flatMap(({ changed }) =>
      changed === null
        ? []
        : [{ places: open, contestants: changed.contestants, reason: 'round' as const, stage: changed.stage }],
    ),
    ...cuts.flatMap(({ tied }) => (tied === null ? [] : [tied])),
    ...blockedOf(file, category, fields.final, ranked, groups, new Set(cuts.flatMap(({ unjudged }) => unjudged))),
  ];
  const undecided = blocked.flatMap(({ contestants }) => contestants);
  const isLow = ([one]: Person[]) =>
    file.rules.minimum !== undefined && one !== undefined && less(resultOf(one), fraction(file.rules.minimum));
  const decided = blocked.some((one) => one.reason === 'no-panel' || 'stage' in one)
    ? []
    : groups.filter((group) => !group.some(({ id, isOut }) => isOut || undecided.includes(id)) && !isLow(group));
  return {
    people,
    order,
    decided,
    category,
    method,
    provisional: missing.length > 0,
    missing,
    standings: order.map((one) => ({
      contestant: one.id,
      rank: one.rank,
      shared: groups.some((group) => group.includes(one) && group.length > 1),
      result: one.result === null ? null : written(one.result),
      panel: one.panel,
      penalty: written(one.penalty),
      decidedBy: one.decidedBy,
      ...(one.isOut ? { status: 'not-advanced' } : {}),
    })),
    unranked: people.filter(({ status }) => status !== 'ranked').map(({ id, status }) => ({ contestant: id, status })),
    blocked: blocked.length === 0 ? null : blocked,
    awards: givenPlaces('places', 1, file.rules.places, decided),
  };
}

// Rounds.

/** Who is compared with each other, and what counts there. */
interface Field {
  /** How many cuts lie before the last stage that counts or is checked. */
  readonly depth: number;
  readonly weights: ReadonlyMap<string, Fraction>;
  readonly deducts: boolean;
  /** Jurors outside the panel, where places are counted. */
  out: ReadonlyMap<string, 'gone' | 'late'>;
  results: ReadonlyMap<string, Fraction>;
}

function depthOf(file: ContestFile, stage: Stage): number {
  const before = file.stages.find(({ id }) => id === stage.after?.stage);
  return before === undefined ? 0 : 1 + depthOf(file, before);
}

function rounds(file: ContestFile, category: string) {
  const stages = stagesOf(file, category);
  const cuts: {
    tied: { places: number[]; contestants: string[]; reason: 'tie'; stage: string } | null;
    unjudged: string[];
    /** Where others advance than those with whom the committee closed the round. */
    changed: { contestants: string[]; stage: string } | null;
  }[] = [];
  const behind = new Map<string, Field>();
  const behindFields: Field[] = [];
  const levels = new Map<string, number>();
  let inside = file.contestants.filter((one) => one.category === category && isUp(one));
  let isStanding = true;
  for (let depth = 0; stages.some((stage) => depthOf(file, stage) > depth); depth += 1) {
    const to = stages.filter((stage) => depthOf(file, stage) === depth + 1);
    const over: Stage[] = [];
    for (let at = to[0]?.after; at !== undefined; at = over.at(-1)?.after) {
      over.push(...stages.filter(({ id }) => id === at?.stage));
    }
    const isLight = over.every(({ weight }) => fraction(weight)[0] === 0n);
    const weights = new Map(over.map(({ id, weight }) => [id, isLight ? ([1n, 1n] as const) : fraction(weight)]));
    inside = inside.filter((one) => statusOf(file, one, depth) === 'ranked');
    const cutField = fieldOf(file, category, inside, { depth, weights, deducts: false });
    const checked = stages.filter(
      (stage) => weights.has(stage.id) || (isGate(file, stage, category) && depthOf(file, stage) <= depth),
    );
    const isComplete = inside.every(({ id }) =>
      checked.every((stage) =>
        seats(file, category, stage).every((juror) => stateOf(file, juror, id, stage) !== 'missing'),
      ),
    );
    const unjudged = inside
      .filter(({ id }) => !cutField.results.has(id) || isWithoutPanel(file, category, cutField, checked, id))
      .map(({ id }) => id);
    const { advanced, tied } = cutAt(file, category, cutField, inside, to);
    const stands: boolean = isStanding && isComplete && unjudged.length === 0 && tied === null;
    cuts.push({
      tied: isStanding && isComplete && unjudged.length === 0 ? tied : null,
      unjudged: isStanding && isComplete ? unjudged : [],
      changed: stands ? changedSince(file, category, to, inside, advanced) : null,
    });
    isStanding = stands;
    const field = fieldOf(file, category, inside, { depth, weights, deducts: true });
    behindFields.push(field);
    if (!isStanding) continue;
    for (const { id } of inside) {
      if (advanced.includes(id)) continue;
      behind.set(id, field);
      levels.set(id, depth);
    }
    inside = inside.filter(({ id }) => advanced.includes(id));
  }
  const weights = new Map(counting(file, category).map((stage) => [stage.id, fraction(stage.weight)]));
  const final = fieldOf(
    file,
    category,
    file.contestants.filter((one) => one.category === category && !behind.has(one.id)),
    { depth: 99, weights, deducts: true },
  );
  return { fields: { final, behind: behindFields }, levels, cuts, behind };
}

/** The closing of a round names who advanced then; null: it is open, or nothing has changed. */
function changedSince(
  file: ContestFile,
  category: string,
  to: readonly Stage[],
  inside: readonly Contestant[],
  advanced: readonly string[],
) {
  const closings = (file.closedRounds ?? []).filter(
    (one) => one.category === category && to.some(({ id }) => id === one.stage),
  );
  const last = closings.at(-1);
  if (last === undefined) return null;
  const moved = (id: string) => last.advanced.includes(id) !== advanced.includes(id);
  const contestants = inside.map(({ id }) => id).filter(moved);
  return contestants.length === 0 ? null : { contestants, stage: to[0]?.id ?? '' };
}

function isUp({ status }: Contestant): boolean {
  return ['waiting', 'performing', 'performed'].includes(status);
}

function fieldOf(
  file: ContestFile,
  category: string,
  who: readonly Contestant[],
  shape: Pick<Field, 'depth' | 'weights' | 'deducts'>,
): Field {
  const field: Field = { ...shape, out: new Map(), results: new Map() };
  const ranked = who.filter((one) => statusOf(file, one, shape.depth) === 'ranked');
  if (file.rules.method === 'majority' || file.rules.method === 'borda') {
    field.out = leftOut(file, category, field, ranked);
    field.results = placesIn(file, category, field, ranked);
  } else {
    const scores = who.map((one) => [one.id, scoreOf(file, one, field)] as const);
    field.results = new Map(scores.flatMap(([id, score]) => (score === null ? [] : [[id, score] as const])));
  }
  return field;
}

function cutAt(
  file: ContestFile,
  category: string,
  field: Field,
  inside: readonly Contestant[],
  to: readonly Stage[],
): { advanced: string[]; tied: { places: number[]; contestants: string[]; reason: 'tie'; stage: string } | null } {
  const cut = to[0]?.after;
  if (cut === undefined) throw new Error('a cut');
  const people = inside.map(({ id, number }): Person => ({
    id,
    number,
    status: 'ranked',
    isOut: false,
    penalty: nothing,
    // Of stages beside the rounds nothing is compared.
    panel: Object.fromEntries(
      stagesOf(file, category)
        .filter(
          (stage) =>
            field.weights.has(stage.id) || (isGate(file, stage, category) && depthOf(file, stage) <= field.depth),
        )
        .map((stage) => [
          stage.id,
          panelOf(file, id, stage).filter((juror) => isGate(file, stage, category) || !field.out.has(juror)),
        ]),
    ),
    result: field.results.get(id) ?? null,
    rank: null,
    decidedBy: null,
  }));
  const { top, minimum } = cut;
  if (top === undefined) {
    const bound = fraction(minimum ?? '0');
    return { advanced: people.filter((one) => one.result && !less(one.result, bound)).map(({ id }) => id), tied: null };
  }
  const advanced: string[] = [];
  for (const equals of inGroups(file, category, field, people, 'none')) {
    if (advanced.length >= top) break;
    const room = top - advanced.length;
    if (equals.length <= room || cut.ties !== 'decide') {
      advanced.push(...equals.map(({ id }) => id));
      continue;
    }
    for (const part of separate(
      file,
      category,
      field,
      equals,
      0,
      to.map(({ id }) => id),
    )) {
      if (advanced.length >= top) break;
      const contestants = byNumber(part).map(({ id }) => id);
      if (
        advanced.length + part.length > top &&
        !isJoint(
          file,
          category,
          contestants,
          to.map(({ id }) => id),
        )
      ) {
        const places = part.map((_, at) => advanced.length + 1 + at);
        return { advanced, tied: { places, contestants, reason: 'tie', stage: to[0]?.id ?? '' } };
      }
      advanced.push(...contestants);
    }
  }
  return { advanced, tied: null };
}

/** Best first; `cut`: the stages that a decision may name, null for the places, `none` for equals left together. */
function inGroups(
  file: ContestFile,
  category: string,
  field: Field,
  people: readonly Person[],
  cut: null | 'none',
): Person[][] {
  const groups: Person[][] = [];
  const left = people.filter(({ result }) => result !== null);
  while (left.length > 0) {
    const best = left.reduce((a, b) => (isBetter(file.rules.method, resultOf(b), resultOf(a)) ? b : a));
    const equals = left.filter((one) => same(resultOf(one), resultOf(best)));
    for (const one of equals) left.splice(left.indexOf(one), 1);
    groups.push(...(cut === 'none' ? [equals] : separate(file, category, field, equals, 0, cut)));
  }
  return groups;
}

function isJoint(file: ContestFile, category: string, ids: readonly string[], cut: readonly string[] | null): boolean {
  return file.decisions.some(
    (one) =>
      one.kind === 'joint' &&
      one.category === category &&
      (one.stage === undefined || cut?.includes(one.stage) === true) &&
      one.contestants.length === ids.length &&
      ids.every((id) => one.contestants.includes(id)),
  );
}

function isBetter(method: string, a: Fraction, b: Fraction): boolean {
  return method === 'majority' ? less(a, b) : less(b, a);
}

function resultOf(one: Person): Fraction {
  return one.result ?? nothing;
}

function byNumber(group: readonly Person[]): Person[] {
  return [...group].sort((a, b) => (a.number ?? 1e9) - (b.number ?? 1e9) || (a.id < b.id ? -1 : 1));
}

// Stages, seats and sheets.

function stagesOf(file: ContestFile, category: string): Stage[] {
  return file.stages.filter((stage) => rubricOf(file, stage, category) !== null);
}

function rubricOf(file: ContestFile, stage: Stage, category: string): Rubric | null {
  for (const rubric of file.rubrics) {
    if (rubric.stage === stage.id && (!rubric.categories || rubric.categories.includes(category))) return rubric;
  }
  return null;
}

function isGate(file: ContestFile, stage: Stage, category: string): boolean {
  return rubricOf(file, stage, category)?.gate === true;
}

function counting(file: ContestFile, category: string): Stage[] {
  return stagesOf(file, category).filter((stage) => !isGate(file, stage, category));
}

function seats(file: ContestFile, category: string, stage: Stage): string[] {
  return file.jurors
    .filter((juror) => !juror.categories || juror.categories.includes(category))
    .filter((juror) => !juror.stages || juror.stages.includes(stage.id))
    .map(({ id }) => id);
}

function categoryOf(file: ContestFile, contestant: string): string {
  return file.contestants.find(({ id }) => id === contestant)?.category ?? '';
}

function stateOf(file: ContestFile, juror: string, contestant: string, stage: Stage) {
  const covers = (one: { juror: string; contestant: string; stages?: readonly string[] | undefined }) =>
    one.juror === juror && one.contestant === contestant && (!one.stages || one.stages.includes(stage.id));
  const there = seats(file, categoryOf(file, contestant), stage);
  const readers = (file.readers ?? [])
    .filter((one) => one.stage === stage.id && one.contestant === contestant)
    .flatMap((one) => one.jurors.filter((reader) => there.includes(reader)));
  if (readers.length > 0 && !readers.includes(juror)) return 'unassigned';
  if (file.recusals.some(covers)) return 'recused';
  if (file.absences.some(covers)) return 'absent';
  return valuesOf(file, juror, contestant, stage) === null ? 'missing' : 'scored';
}

function valuesOf(file: ContestFile, juror: string, contestant: string, stage: Stage): string[] | null {
  const rubric = rubricOf(file, stage, categoryOf(file, contestant));
  const values: string[] = [];
  for (const criterion of rubric?.criteria ?? []) {
    const score = file.scores.find(
      (one) => one.juror === juror && one.contestant === contestant && one.criterion === criterion.id,
    );
    if (!score) return null;
    values.push(score.value);
  }
  return values;
}

function panelOf(file: ContestFile, contestant: string, stage: Stage): string[] {
  return seats(file, categoryOf(file, contestant), stage).filter(
    (juror) => stateOf(file, juror, contestant, stage) === 'scored',
  );
}

/** `depth`: the last round whose gates it comes to. */
function statusOf(file: ContestFile, contestant: Contestant, depth = 99): string {
  const { id, status, category } = contestant;
  if (!isUp(contestant)) return status;
  for (const stage of stagesOf(file, category)) {
    if (!isGate(file, stage, category) || depthOf(file, stage) > depth) continue;
    const criteria = rubricOf(file, stage, category)?.criteria ?? [];
    for (const juror of panelOf(file, id, stage)) {
      const values = valuesOf(file, juror, id, stage) ?? [];
      if (criteria.some((one, at) => less(fraction(values[at] ?? '0'), fraction(one.max)))) return 'failed-gate';
    }
  }
  return 'ranked';
}

function penaltyOf(file: ContestFile, contestant: string): Fraction {
  let sum = nothing;
  for (const one of file.penalties) {
    if (one.contestant !== contestant) continue;
    if ('points' in one) sum = plus(sum, fraction(one.points));
    else for (let begun = 0; begun < one.overSeconds; begun += 60) sum = plus(sum, fraction(one.perMinute));
  }
  return sum;
}

// Totals.

/** w x of one mark. */
function weighted(file: ContestFile, rubric: Rubric, at: number, x: Fraction): Fraction {
  const weight = fraction(rubric.criteria[at]?.weight ?? '0');
  const isPercent = (rubric.weighting ?? file.rules.weighting) === 'percent';
  return times(isPercent ? times(weight, [1n, 100n]) : weight, x);
}

function sheetTotal(file: ContestFile, juror: string, contestant: string, stage: Stage, isRounded: boolean): Fraction {
  const rubric = rubricOf(file, stage, categoryOf(file, contestant));
  if (rubric === null) throw new Error('a rubric');
  let sum = nothing;
  for (const [at, value] of (valuesOf(file, juror, contestant, stage) ?? []).entries()) {
    const mark = weighted(file, rubric, at, times(fraction(value), fraction(rubric.multiplier)));
    sum = plus(sum, isRounded ? rounded(file, 'weighted', mark) : mark);
  }
  return isRounded ? rounded(file, 'juror', sum) : sum;
}

function stageResult(
  file: ContestFile,
  contestant: string,
  stage: Stage,
  panel: readonly string[],
  isRounded: boolean,
): Fraction | null {
  const rubric = rubricOf(file, stage, categoryOf(file, contestant));
  if (rubric === null || panel.length === 0) return null;
  const round = (at: string, value: Fraction) => (isRounded ? rounded(file, at, value) : value);
  if (file.rules.applyAt === 'sheet') {
    const value = combined(
      file,
      panel.map((juror) => sheetTotal(file, juror, contestant, stage, isRounded)),
    );
    return value === null ? null : round('stage', value);
  }
  let sum = nothing;
  for (const at of rubric.criteria.keys()) {
    const value = combined(file, marksOf(file, contestant, stage, panel, at));
    if (value === null) return null;
    sum = plus(sum, round('weighted', weighted(file, rubric, at, round('criterion', value))));
  }
  return round('stage', sum);
}

/** x of every juror for one criterion. */
function marksOf(
  file: ContestFile,
  contestant: string,
  stage: Stage,
  panel: readonly string[],
  at: number,
): Fraction[] {
  const multiplier = rubricOf(file, stage, categoryOf(file, contestant))?.multiplier ?? '1';
  return panel.map((juror) =>
    times(fraction(valuesOf(file, juror, contestant, stage)?.[at] ?? '0'), fraction(multiplier)),
  );
}

function combined(file: ContestFile, values: readonly Fraction[]): Fraction | null {
  const sorted = [...values].sort((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
  const { method, drop } = file.rules;
  if (method === 'trimmed-mean')
    return sorted.length <= 2 * drop ? null : average(sorted.slice(drop, sorted.length - drop));
  if (method === 'median') {
    const half = Math.floor(sorted.length / 2);
    return average(sorted.length % 2 === 1 ? sorted.slice(half, half + 1) : sorted.slice(half - 1, half + 1));
  }
  return average(sorted);
}

function scoreOf(file: ContestFile, contestant: Contestant, field: Field): Fraction | null {
  let sum = nothing;
  let weights = nothing;
  for (const stage of counting(file, contestant.category)) {
    const weight = field.weights.get(stage.id);
    if (weight === undefined) continue;
    const value = stageResult(file, contestant.id, stage, panelOf(file, contestant.id, stage), true);
    if (value === null) continue;
    sum = plus(sum, times(weight, value));
    weights = plus(weights, weight);
  }
  if (weights[0] === 0n) return null;
  const score = rounded(file, 'final', over(sum, weights));
  return field.deducts ? minus(score, penaltyOf(file, contestant.id)) : score;
}

/** A juror's total over the stages of the seat; null while one is not there, or when all weigh nothing. */
function jurorTotal(
  file: ContestFile,
  juror: string,
  contestant: string,
  isRounded: boolean,
  field: Field,
): Fraction | null {
  const category = categoryOf(file, contestant);
  const own = ownStages(file, category, juror, field);
  let sum = nothing;
  let weights = nothing;
  for (const stage of own) {
    if (stateOf(file, juror, contestant, stage) !== 'scored') return null;
    const weight = field.weights.get(stage.id) ?? nothing;
    sum = plus(sum, times(weight, sheetTotal(file, juror, contestant, stage, isRounded)));
    weights = plus(weights, weight);
  }
  if (weights[0] === 0n) return null;
  const isByPlaces = file.rules.method === 'majority' || file.rules.method === 'borda';
  return isByPlaces && field.deducts ? minus(over(sum, weights), penaltyOf(file, contestant)) : over(sum, weights);
}

/** The stages of a seat that count. */
function ownStages(file: ContestFile, category: string, juror: string, field: Field): Stage[] {
  return counting(file, category).filter(
    (stage) => field.weights.has(stage.id) && seats(file, category, stage).includes(juror),
  );
}

/** Jurors in the order in which they first judge a counting stage. */
function countingJurors(file: ContestFile, category: string, field: Field): string[] {
  const stages = counting(file, category).filter((stage) => field.weights.has(stage.id));
  return [...new Set(stages.flatMap((stage) => seats(file, category, stage)))];
}

// Places.

/** Who is out of the panel of a place-based category: for good, or until a sheet is there. */
function leftOut(
  file: ContestFile,
  category: string,
  field: Field,
  ranked: readonly Contestant[],
): Map<string, 'gone' | 'late'> {
  const jurors = countingJurors(file, category, field);
  const out = new Map<string, 'gone' | 'late'>();
  for (const juror of jurors) {
    const own = ownStages(file, category, juror, field);
    const states = ranked.map(({ id }) => ({ id, states: own.map((stage) => stateOf(file, juror, id, stage)) }));
    const isJudged = (id: string) => jurors.some((other) => jurorTotal(file, other, id, true, field) !== null);
    if (own.every((stage) => field.weights.get(stage.id)?.[0] === 0n)) out.set(juror, 'gone');
    else if (states.some((one) => one.states.includes('recused') || one.states.includes('absent')))
      out.set(juror, 'gone');
    else if (states.some((one) => one.states.includes('missing') && isJudged(one.id))) out.set(juror, 'late');
  }
  return out;
}

function placesIn(
  file: ContestFile,
  category: string,
  field: Field,
  ranked: readonly Contestant[],
): Map<string, Fraction> {
  const results = new Map<string, Fraction>();
  const jurors = countingJurors(file, category, field);
  const compared = ranked
    .map(({ id }) => id)
    .filter((id) => jurors.some((juror) => jurorTotal(file, juror, id, true, field) !== null));
  const panel = jurors.filter((juror) => !field.out.has(juror));
  if (panel.length === 0) return results;
  const placesOf = new Map(compared.map((id) => [id, panel.map((juror) => placeOf(file, juror, id, compared, field))]));
  const count = compared.length;
  if (file.rules.method === 'borda') {
    for (const id of compared) {
      const given = placesOf.get(id) ?? [];
      results.set(
        id,
        given.reduce((sum, place) => plus(sum, minus([BigInt(count), 1n], place)), nothing),
      );
    }
    return results;
  }
  // The scrutineer goes column by column and gives the next place to whoever is ahead there.
  let left = [...compared];
  let next = 1;
  while (left.length > 0) {
    const ahead = bestBySkating(left, placesOf, panel.length, count);
    for (const id of ahead) results.set(id, [BigInt(2 * next + ahead.length - 1), 2n]);
    next += ahead.length;
    left = left.filter((one) => !ahead.includes(one));
  }
  return results;
}

function placeOf(
  file: ContestFile,
  juror: string,
  contestant: string,
  compared: readonly string[],
  field: Field,
): Fraction {
  const own = jurorTotal(file, juror, contestant, true, field) ?? nothing;
  let better = 0n;
  let equals = 0n;
  for (const id of compared) {
    const other = jurorTotal(file, juror, id, true, field) ?? nothing;
    if (less(own, other)) better += 1n;
    else if (same(own, other)) equals += 1n;
  }
  return [2n * better + equals + 1n, 2n];
}

function bestBySkating(
  all: readonly string[],
  placesOf: ReadonlyMap<string, readonly Fraction[]>,
  jurorCount: number,
  count: number,
): string[] {
  const upTo = (one: string, k: number) => (placesOf.get(one) ?? []).filter((place) => !less([BigInt(k), 1n], place));
  let left = [...all];
  let isReached = false;
  for (let k = 1; k <= count && (left.length > 1 || !isReached); k += 1) {
    const withMajority = left.filter((one) => upTo(one, k).length * 2 > jurorCount);
    if (!isReached && withMajority.length === 0) continue;
    if (!isReached) left = withMajority;
    isReached = true;
    const most = Math.max(...left.map((one) => upTo(one, k).length));
    left = left.filter((one) => upTo(one, k).length === most);
    const sum = (one: string) => upTo(one, k).reduce(plus, nothing);
    left = left.filter((one) => !left.some((other) => less(sum(other), sum(one))));
  }
  return left;
}

// Ties.

function separate(
  file: ContestFile,
  category: string,
  field: Field,
  group: Person[],
  step: number,
  cut: readonly string[] | null,
): Person[][] {
  const name = file.rules.tieBreak[step];
  if (name === undefined || group.length === 1) return [group];
  const parts = split(file, category, field, group, name, cut);
  if (parts.length > 1) for (const one of group) one.decidedBy = name;
  return parts.flatMap((part) => separate(file, category, field, part, step + 1, cut));
}

function split(
  file: ContestFile,
  category: string,
  field: Field,
  group: Person[],
  step: string,
  cut: readonly string[] | null,
): Person[][] {
  if (cut !== null && step === 'fewest-penalties') return [group];
  if (step === 'chair' || step === 'draw') {
    for (const one of file.decisions) {
      if (one.kind !== step || one.category !== category || one.order.length !== group.length) continue;
      if (!group.every(({ id }) => one.order.includes(id))) continue;
      if (one.stage !== undefined && cut?.includes(one.stage) !== true) continue;
      return one.order.map((id) => group.filter((member) => member.id === id));
    }
    return [group];
  }
  const values = new Map<Person, Fraction>();
  for (const member of group) {
    const value = stepValue(file, category, field, group, member, step);
    if (value === null) return [group];
    values.set(member, value);
  }
  const parts: Person[][] = [];
  const left = [...group];
  while (left.length > 0) {
    const best = left.reduce((a, b) => (less(values.get(a) ?? nothing, values.get(b) ?? nothing) ? b : a));
    const part = left.filter((one) => same(values.get(one) ?? nothing, values.get(best) ?? nothing));
    parts.push(part);
    for (const one of part) left.splice(left.indexOf(one), 1);
  }
  return parts;
}

function stepValue(
  file: ContestFile,
  category: string,
  field: Field,
  group: readonly Person[],
  { id, panel, penalty }: Person,
  step: string,
): Fraction | null {
  const [kind = '', argument = ''] = step.split(':');
  const stages = stagesOf(file, category).filter((stage) => isLookedAt(file, category, field, stage));
  if (kind === 'stage') {
    const stage = stages.find((one) => one.id === argument && !isGate(file, one, category));
    return stage === undefined ? null : stageResult(file, id, stage, panel[stage.id] ?? [], false);
  }
  if (kind === 'criterion') {
    for (const stage of stages) {
      const at = rubricOf(file, stage, category)?.criteria.findIndex((one) => one.id === argument) ?? -1;
      const jurors = panel[stage.id] ?? [];
      if (at >= 0) return jurors.length === 0 ? null : average(marksOf(file, id, stage, jurors, at));
    }
    return null;
  }
  if (kind === 'aspect') {
    let sum: Fraction | null = null;
    for (const stage of stages) {
      const rubric = rubricOf(file, stage, category);
      const own = [...(rubric?.criteria.entries() ?? [])].filter(([, one]) => one.aspect === argument);
      const jurors = panel[stage.id] ?? [];
      if (rubric === null || own.length === 0) continue;
      if (jurors.length === 0) return null;
      for (const [at] of own) {
        sum = plus(sum ?? nothing, weighted(file, rubric, at, average(marksOf(file, id, stage, jurors, at))));
      }
    }
    return sum;
  }
  if (kind === 'fewest-penalties') return minus(nothing, penalty);
  if (kind === 'head-to-head' && group.length !== 2) return null;
  let count = 0n;
  for (const juror of countingJurors(file, category, field)) {
    if (field.out.has(juror)) continue;
    const totals = group.map((member) => jurorTotal(file, juror, member.id, false, field));
    if (totals.some((total) => total === null)) continue;
    const own = jurorTotal(file, juror, id, false, field) ?? nothing;
    const better = totals.filter((total) => less(own, total ?? nothing)).length;
    const equals = totals.filter((total) => same(own, total ?? nothing)).length;
    if (kind === 'juror-firsts' ? better === 0 : better === 0 && equals === 1) count += 1n;
  }
  return [count, 1n];
}

/** What counts, and the gates before the cut. */
function isLookedAt(file: ContestFile, category: string, field: Field, stage: Stage): boolean {
  return field.weights.has(stage.id) || (isGate(file, stage, category) && depthOf(file, stage) <= field.depth);
}

// What is blocked, and who receives what.

function blockedOf(
  file: ContestFile,
  category: string,
  field: Field,
  ranked: readonly Person[],
  groups: readonly Person[][],
  unjudged: ReadonlySet<string>,
) {
  const awarded = awardedOf(file, category);
  const blocked: { places: number[]; contestants: string[]; reason: 'tie' | 'no-panel' }[] = [];
  for (const group of groups) {
    const own = group.map((_, at) => (group[0]?.rank ?? 0) + at);
    const ids = byNumber(group).map(({ id }) => id);
    const isLow = file.rules.minimum !== undefined && less(group[0]?.result ?? nothing, fraction(file.rules.minimum));
    if (group[0]?.isOut === true || isLow) continue;
    if (group.length > 1 && !isJoint(file, category, ids, null) && own.some((place) => awarded.includes(place))) {
      blocked.push({ places: own, contestants: ids, reason: 'tie' });
    }
  }
  const inOrder = [...groups.map(byNumber).flat(), ...byNumber(ranked.filter(({ result }) => result === null))].filter(
    ({ isOut }) => !isOut,
  );
  const stages = stagesOf(file, category);
  const without = inOrder
    .filter(({ id }) => unjudged.has(id) || isWithoutPanel(file, category, field, stages, id))
    .map(({ id }) => id);
  if (without.length > 0) {
    const open = awarded.filter((place) => place <= inOrder.length);
    blocked.push({ places: open, contestants: without, reason: 'no-panel' });
  }
  return blocked;
}

/** The places that are given in a category, each once, the first one first. */
function awardedOf(file: ContestFile, category: string): number[] {
  const awarded = new Set<number>();
  for (let place = 1; place <= file.rules.places; place += 1) awarded.add(place);
  for (const award of file.awards) {
    if (award.kind !== 'places' || (award.categories && !award.categories.includes(category))) continue;
    for (let place = award.from; place < award.from + award.count; place += 1) awarded.add(place);
  }
  return [...awarded].sort((a, b) => a - b);
}

function isWithoutPanel(
  file: ContestFile,
  category: string,
  field: Field,
  stages: readonly Stage[],
  contestant: string,
): boolean {
  const { method, drop } = file.rules;
  if (counting(file, category).length === 0) return true;
  return stages.some((stage) => {
    const possible = seats(file, category, stage).filter((juror) =>
      ['scored', 'missing'].includes(stateOf(file, juror, contestant, stage)),
    );
    if (isGate(file, stage, category)) return possible.length === 0;
    if (method === 'trimmed-mean') return possible.length <= 2 * drop;
    if (method !== 'majority' && method !== 'borda') return possible.length === 0;
    return (field.weights.get(stage.id)?.[0] ?? 0n) > 0n && possible.every((juror) => field.out.get(juror) === 'gone');
  });
}

/** For what is compared whatever counts. */
const everything: Field = {
  depth: 99,
  weights: { has: () => true } as unknown as Field['weights'],
  deducts: true,
  out: new Map(),
  results: new Map(),
};

interface Won {
  readonly award: string;
  readonly contestant: string;
  readonly place: number | null;
  readonly band?: string;
  readonly unit?: string;
  readonly points?: string;
}

function givenTo(award: Award, file: ContestFile, people: readonly Person[], decided: readonly Person[][]): Won[] {
  const isOrdered = !('ordered' in award) || award.ordered !== false;
  const ranked = people.filter(({ status }) => status === 'ranked');
  const best = (count: number, of: readonly { readonly id: string; readonly value: Fraction | null }[]): Won[] => {
    const there = of.flatMap(({ id, value }) => (value === null ? [] : [{ id, value }]));
    const sorted = [...there].sort((a, b) => (less(b.value, a.value) ? -1 : less(a.value, b.value) ? 1 : 0));
    return sorted.flatMap(({ id, value }) => {
      const place = 1 + there.filter((other) => less(value, other.value)).length;
      return place > count ? [] : [{ award: award.id, contestant: id, place: isOrdered ? place : null }];
    });
  };
  const meanOf = (one: Person, criterion: string) =>
    stepValue(file, categoryOf(file, one.id), everything, [], one, `criterion:${criterion}`);
  switch (award.kind) {
    case 'places':
      return givenPlaces(award.id, award.from, award.count, decided);
    case 'list':
      return award.contestants
        .filter((id) => people.some((one) => one.id === id))
        .map((id, at) => ({ award: award.id, contestant: id, place: isOrdered ? at + 1 : null }));
    case 'criterion':
      return best(
        award.count,
        ranked.map((one) => ({ id: one.id, value: meanOf(one, award.criterion) })),
      );
    case 'composite':
      return best(
        award.count,
        ranked.map((one) => {
          let value: Fraction | null = nothing;
          for (const { criterion, weight } of award.criteria) {
            const mean = meanOf(one, criterion);
            value = value === null || mean === null ? null : plus(value, times(fraction(weight), mean));
          }
          return { id: one.id, value };
        }),
      );
    case 'ballots':
      return best(
        award.count,
        file.categories
          .flatMap((category) => file.contestants.filter((one) => one.category === category.id))
          .flatMap(({ id }) => {
            if (!people.some((one) => one.id === id)) return [];
            const votes = award.votes.find(({ contestant }) => contestant === id)?.votes ?? 0;
            return [{ id, value: votes === 0 ? null : [BigInt(votes), 1n] }];
          }),
      );
    case 'units':
      return unitsOf(award, file, decided);
    case 'band':
      return ranked.flatMap(({ id, result }) => {
        if (result === null) return [];
        const reached = award.bands.filter((band) => !less(result, fraction(band.min)));
        const highest = reached.find((band) => !reached.some((other) => less(fraction(band.min), fraction(other.min))));
        return highest === undefined ? [] : [{ award: award.id, contestant: id, place: null, band: highest.name }];
      });
  }
}

/** Whoever is placed brings its unit the points of its rank. */
function unitsOf(award: Extract<Award, { kind: 'units' }>, file: ContestFile, decided: readonly Person[][]): Won[] {
  const spelled = (unit: string) => unit.toLowerCase().split(/\s/).filter(Boolean).join(' ');
  const scored = decided.flatMap(byNumber).flatMap((one) => {
    const unit = file.contestants.find(({ id }) => id === one.id)?.unit ?? '';
    const points = award.points[(one.rank ?? 0) - 1];
    return points === undefined || spelled(unit) === '' ? [] : [{ ...one, unit, points: fraction(points) }];
  });
  const names = [...new Set(scored.map(({ unit }) => spelled(unit)))];
  const sums = names
    .map((name) => {
      const own = scored.filter(({ unit }) => spelled(unit) === name);
      const top = own.reduce((a, b) => ((b.rank ?? 0) < (a.rank ?? 0) ? b : a));
      return { top, sum: own.map(({ points }) => points).reduce(plus, nothing) };
    })
    .filter(({ sum }) => less(nothing, sum));
  const sorted = [...sums].sort((a, b) => (less(b.sum, a.sum) ? -1 : less(a.sum, b.sum) ? 1 : 0));
  return sorted.flatMap(({ top, sum }) => {
    const place = 1 + sums.filter((other) => less(sum, other.sum)).length;
    if (place > award.count) return [];
    return [{ award: award.id, contestant: top.id, place, unit: top.unit.trim(), points: written(sum) }];
  });
}

function givenPlaces(award: string, from: number, count: number, groups: readonly Person[][]): Won[] {
  return groups.flatMap((group) =>
    byNumber(group).flatMap(({ id, rank }) =>
      rank !== null && rank >= from && rank < from + count ? [{ award, contestant: id, place: rank }] : [],
    ),
  );
}

// Fractions.

function fraction(decimal: string): Fraction {
  const [integer = '', digits = ''] = decimal.split('.');
  return [BigInt(integer + digits), 10n ** BigInt(digits.length)];
}

function plus([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return b === d ? [a + c, b] : [a * d + c * b, b * d];
}

function minus(a: Fraction, [c, d]: Fraction): Fraction {
  return plus(a, [-c, d]);
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * c, b * d];
}

/** The divisor is positive. */
function over([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * d, b * c];
}

function average(values: readonly Fraction[]): Fraction {
  return over(values.reduce(plus, nothing), [BigInt(values.length), 1n]);
}

function less([a, b]: Fraction, [c, d]: Fraction): boolean {
  return a * d < c * b;
}

function same([a, b]: Fraction, [c, d]: Fraction): boolean {
  return a * d === c * b;
}

function rounded(file: ContestFile, at: string, value: Fraction): Fraction {
  const step = file.rules.rounding.find((one) => one.at === at);
  if (step === undefined) return value;
  const scale = 10n ** BigInt(step.decimals);
  const [a, b] = value;
  const size = a < 0n ? -a : a;
  let whole = (size * scale) / b;
  const rest = size * scale - whole * b;
  if (rest * 2n >= b) whole += 1n;
  return [a < 0n ? -whole : whole, scale];
}

/** The shortest decimal, or `p/q` in lowest terms. */
function written([a, b]: Fraction): string {
  for (let digits = 0; digits < 60; digits += 1) {
    const scaled = a * 10n ** BigInt(digits);
    if (scaled % b !== 0n) continue;
    const text = `${scaled < 0n ? -scaled / b : scaled / b}`.padStart(digits + 1, '0');
    const sign = scaled < 0n ? '-' : '';
    return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
  }
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return `${a / x}/${b / x}`;
}
