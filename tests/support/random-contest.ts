/**
 * Random whole contests by seed, of everything that bears on a ranking: gates, stages that weigh nothing, rubrics per
 * category, recusals, absences, missing sheets, deductions, decisions, awards, all methods, both `applyAt`, all roundings, all
 * tie steps. Scores are few and coarse, so that ties are common. Each is a file that the checks accept.
 */
import { checkContest } from '../../shared/domain/setup/contest-check.ts';
import { contestFileSchema, judges, rubricFor, type ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { unusedDecisions } from '../../shared/ranking/decisions.ts';
import { juryTotals } from '../../shared/ranking/totals.ts';

type Item = Record<string, unknown> & { readonly id: string };
type Random = ReturnType<typeof randomOf>;

interface StageInput {
  readonly id: string;
  readonly name: string;
  weight: string;
  after?: Readonly<Record<string, unknown>>;
}

const names = ['Melati', 'Mawar', 'Anggrek', 'Kenanga', 'Teratai', 'Cempaka', 'Dahlia', 'Flamboyan'];
const labels = [
  'Tema',
  'Isi',
  'Hasil',
  'Paparan',
  'Jawaban',
  'Alur',
  'Bahasa',
  'Waktu',
  'Karya',
  'Bukti',
  'Kerja',
  'Rapi',
];

/** The contest of a seed; decisions that fit no tie are left out again. */
export function randomContest(seed: number): ContestFile {
  const random = randomOf(seed);
  const file = withReaders(contestFileSchema.parse(plan(random)), randomOf(seed + 1_000_000_007));
  // Too small a panel for a trimmed mean is refused in a file; in a folder a recusal may come to it.
  const problems = checkContest({ ...file, decisions: [] }).filter(({ type }) => type !== 'too-few-left');
  if (problems.length > 0) throw new Error(`seed ${seed}: ${JSON.stringify(problems)}`);
  const sound = withoutNamed(
    file,
    checkContest(file).filter(({ path }) => path.startsWith('/decisions/')),
  );
  return withClosedRounds(random, withoutNamed(sound, unusedDecisions(sound)));
}

/** Some rounds are closed, with those who advance or with others; one in a few was closed twice without knowing of each other. */
function withClosedRounds(random: Random, file: ContestFile): ContestFile {
  const later = file.stages.filter(({ after }) => after !== undefined);
  if (later.length === 0 || random.chance(0.4)) return file;
  const closedRounds = file.categories.flatMap(({ id: category }) => {
    const inside = file.contestants.filter((one) => one.category === category).map(({ id }) => id);
    const cuts = juryTotals(file, category).rounds;
    return later
      .filter(({ id }) => rubricFor(file, id, category) !== undefined && random.chance(0.7))
      .map(({ id: stage }) => {
        const now = cuts.find(({ to }) => to.includes(stage))?.advanced ?? inside;
        const advanced = random.chance(0.6) ? [...now] : random.some(inside, 0.5);
        return { category, stage, advanced };
      });
  });
  return closedRounds.length === 0 ? file : { ...file, closedRounds };
}

/** [R34] In a quarter of those that allow it, some contestants are read by a part of the jury; drawn apart, so that all else stays. */
function withReaders(file: ContestFile, random: Random): ContestFile {
  const { method, drop } = file.rules;
  if (method === 'majority' || method === 'borda' || !random.chance(0.25)) return file;
  const fewest = method === 'trimmed-mean' ? 2 * drop + 1 : 1;
  const readers = file.stages.flatMap((stage) =>
    file.contestants.flatMap((contestant) => {
      const seats = file.jurors.filter((juror) => judges(juror, stage.id, contestant.category)).map(({ id }) => id);
      if (seats.length <= fewest || !random.chance(0.7)) return [];
      const jurors = random.shuffled(seats).slice(0, random.int(fewest, seats.length - 1));
      return [{ stage: stage.id, contestant: contestant.id, jurors }];
    }),
  );
  const stageOf = new Map(
    file.rubrics.flatMap(({ stage, criteria }) => criteria.map(({ id }) => [id, stage] as const)),
  );
  const scores = file.scores.filter((score) =>
    readers.every(
      ({ stage, contestant, jurors }) =>
        stage !== stageOf.get(score.criterion) || contestant !== score.contestant || jurors.includes(score.juror),
    ),
  );
  return { ...file, readers, scores };
}

function withoutNamed(file: ContestFile, problems: readonly { readonly path: string }[]): ContestFile {
  const named = new Set(problems.map(({ path }) => path.split('/')[2]));
  return { ...file, decisions: file.decisions.filter((_, at) => !named.has(String(at))) };
}

function plan(random: Random): Record<string, unknown> {
  const method = random.pick(['mean', 'mean', 'trimmed-mean', 'median', 'majority', 'borda']);
  const isByPlaces = method === 'majority' || method === 'borda';
  const applyAt = !isByPlaces && random.chance(0.35) ? 'criterion' : 'sheet';
  const weighting = random.pick(['percent', 'percent', 'factor']);
  const categories = list(random.chance(0.25) ? 2 : 1, (at) => ({ id: `c${at}`, name: `Kategori ${'AB'[at]}` }));
  const stages: StageInput[] = list(random.int(1, 3), (at) => ({
    id: `s${at}`,
    name: ['Risalah', 'Lapangan', 'Final'][at] ?? '',
    weight: random.pick(['0', '1', '30', '40', '60', '100', '12.5']),
  }));
  const isInRounds = random.chance(0.5);
  const criteria: Item[] = [];
  const rubrics = stages.flatMap(({ id: stage }, at) => {
    const isGate = stages.length > 1 && random.chance(0.15);
    const groups = categories.length > 1 && random.chance(0.3) ? categories.map(({ id }) => [id]) : [undefined];
    return groups
      .filter(() => at === 0 || random.chance(0.93))
      .map((only, part) => {
        const own = rubricCriteria(random, criteria.length, isGate, weighting);
        criteria.push(...own);
        return {
          id: `r${at}-${part}`,
          stage,
          ...(only === undefined ? {} : { categories: only }),
          criteria: own,
          ...(random.chance(0.15) ? { multiplier: random.pick(['20', '2.5', '0.1']) } : {}),
          ...(isGate ? { gate: true } : {}),
        };
      });
  });
  withSomeWeight(stages, rubrics, categories);
  if (isInRounds) withRounds(random, stages, rubrics, isByPlaces);
  const fewest = method === 'trimmed-mean' ? 5 : 1;
  const jurors = list(random.int(fewest, fewest + random.int(1, 3)), (at) => ({
    id: `j${at}`,
    name: `Juri ${at + 1}`,
    ...(method !== 'trimmed-mean' && random.chance(0.2)
      ? {
          stages: random.some(
            stages.map(({ id }) => id),
            0.6,
          ),
        }
      : {}),
    ...(method !== 'trimmed-mean' && random.chance(0.1)
      ? {
          categories: random.some(
            categories.map(({ id }) => id),
            0.5,
          ),
        }
      : {}),
    ...(at === 0 ? { chair: true } : {}),
  }));
  const contestants = list(random.int(1, 7), (at) => ({
    id: `k${at}`,
    number: random.chance(0.9) ? at + 1 : null,
    name: `KBK ${names[at]}`,
    ...(random.chance(0.7) ? { unit: `Dinas ${names[at]}` } : {}),
    category: random.pick(categories).id,
    status: random.pick([
      'performed',
      'performed',
      'performed',
      'performed',
      'performed',
      'waiting',
      'withdrawn',
      'disqualified',
      'exhibition',
      'no-show',
    ]),
  }));
  const chain = random.shuffled([
    ...stages.map(({ id }) => `stage:${id}`),
    ...criteria.slice(0, 2).map(({ id }) => `criterion:${id}`),
    ...new Set(criteria.flatMap(({ aspect }) => (typeof aspect === 'string' ? [`aspect:${aspect}`] : []))),
    'juror-firsts',
    'head-to-head',
    'fewest-penalties',
    'chair',
    'draw',
  ]);
  const setup = {
    format: 'gelar-juri/contest@1',
    contest: { name: 'Lomba (contoh)' },
    categories,
    stages,
    rubrics,
    jurors,
    contestants,
    awards: awards(random, isByPlaces, criteria, contestants),
    rules: {
      method,
      applyAt,
      weighting,
      rounding: rounding(random, applyAt, isByPlaces),
      tieBreak: chain.slice(0, random.int(0, chain.length)),
      places: random.int(1, 4),
      ...(!isByPlaces && random.chance(0.1) ? { minimum: random.pick(['49.9', '60', '100']) } : {}),
    },
  };
  return { ...setup, ...course(random, contestFileSchema.parse(setup), method === 'trimmed-mean') };
}

function rubricCriteria(random: Random, from: number, isGate: boolean, weighting: string): Item[] {
  const count = random.int(1, 3);
  const shares = {
    1: ['100'],
    2: random.pick([
      ['40', '60'],
      ['50', '50'],
      ['33.3', '66.7'],
    ]),
    3: ['20', '30', '50'],
  };
  const weights = count === 1 ? shares[1] : count === 2 ? shares[2] : shares[3];
  return list(count, (at) => ({
    id: `n${from + at}`,
    name: `${labels[(from + at) % labels.length]}`,
    weight: weighting === 'percent' && !isGate ? (weights[at] ?? '0') : random.pick(['0', '1', '2', '4', '2.5']),
    min: isGate ? '0' : random.pick(['0', '0', '20', '-2']),
    max: isGate ? '1' : '100',
    step: isGate ? '1' : '0.25',
    ...(random.chance(0.3) ? { aspect: random.pick(['gagasan', 'mutu']) } : {}),
  }));
}

/** Some stage that counts in each category weighs something; otherwise the file is refused. */
function withSomeWeight(
  stages: readonly StageInput[],
  rubrics: readonly { readonly stage: string; readonly gate?: boolean; readonly categories?: readonly string[] }[],
  categories: readonly { readonly id: string }[],
): void {
  for (const { id } of categories) {
    const counting = stages.filter((stage) =>
      rubrics.some((one) => one.stage === stage.id && one.gate !== true && (one.categories?.includes(id) ?? true)),
    );
    if (counting[0] !== undefined && counting.every(({ weight }) => weight === '0')) counting[0].weight = '40';
  }
}

/** Some stages come after others: a line of cuts, several stages after one, or stages beside them. */
function withRounds(
  random: Random,
  stages: StageInput[],
  rubrics: readonly { readonly stage: string; readonly gate?: boolean; readonly categories?: readonly string[] }[],
  isByPlaces: boolean,
): void {
  const isEverywhere = (id: string) => {
    const own = rubrics.filter(({ stage }) => stage === id);
    return own.length > 0 && own.every(({ gate, categories }) => gate !== true && categories === undefined);
  };
  let last = stages.find(({ id }) => isEverywhere(id));
  let led: StageInput | undefined;
  let cut: Record<string, unknown> = {};
  for (const stage of stages) {
    if (last === undefined || stage === last || random.chance(0.2)) continue;
    if (led !== undefined && isEverywhere(led.id) && random.chance(0.7)) {
      last = led;
      led = undefined;
    }
    if (led === undefined) {
      cut =
        isByPlaces || random.chance(0.75)
          ? {
              top: random.int(1, 4),
              ...(random.chance(0.6) ? { ties: random.pick(['admit', 'decide', 'decide']) } : {}),
            }
          : { minimum: random.pick(['50', '50.5', '60', '0']) };
    }
    stage.after = { stage: last.id, ...cut };
    led = stage;
  }
}

function rounding(random: Random, applyAt: string, isByPlaces: boolean): unknown[] {
  if (random.chance(0.5)) return [];
  const places = [
    'weighted',
    applyAt === 'criterion' ? 'criterion' : 'juror',
    ...(isByPlaces ? [] : ['stage', 'final']),
  ];
  return random.some(places, 0.5).map((at) => ({ at, decimals: random.pick([0, 0, 1, 2, 3]) }));
}

function awards(
  random: Random,
  isByPlaces: boolean,
  criteria: readonly Item[],
  contestants: readonly Item[],
): unknown[] {
  if (random.chance(0.5)) return [];
  const named = random.shuffled(contestants.map(({ id }) => id)).slice(0, random.int(0, 3));
  const way = {
    ...(random.chance(0.4) ? { scope: 'contest' } : {}),
    ...(random.chance(0.3) ? { ordered: false } : {}),
  };
  const votes = contestants
    .filter(() => random.chance(0.7))
    .map(({ id }) => ({ contestant: id, votes: random.int(0, 3) }));
  const chosen = criteria
    .slice(0, random.int(1, 3))
    .map(({ id }) => ({ criterion: id, weight: random.pick(['1', '2.5', '40']) }));
  const given = random.some(
    [
      { id: 'a0', name: 'Harapan', kind: 'places', from: random.int(2, 5), count: random.int(1, 2) },
      { id: 'a1', name: 'Favorit', kind: 'list', contestants: named, ...way },
      { id: 'a2', name: 'Terbaik', kind: 'criterion', criterion: criteria[0]?.id, count: random.int(1, 2), ...way },
      { id: 'a4', name: 'Kreatif', kind: 'composite', criteria: chosen, count: random.int(1, 2), ...way },
      { id: 'a5', name: 'Pilihan', kind: 'ballots', votes, count: random.int(1, 3), ...way },
      {
        id: 'a6',
        name: 'Juara umum',
        kind: 'units',
        points: random.pick([['5', '3', '1'], ['1.5'], ['1', '0']]),
        count: random.int(1, 2),
      },
      ...(isByPlaces
        ? []
        : [
            {
              id: 'a3',
              name: 'Predikat',
              kind: 'band',
              bands: [
                { name: 'Baik', min: '20' },
                { name: 'Cukup', min: '-50' },
              ],
            },
          ]),
    ],
    0.4,
  );
  // Some go to nobody who holds one of those before.
  const ids = ['places'];
  return given.map((award) => {
    const excludes = random.some(ids, 0.4);
    ids.push(award.id);
    const isPlain = award.kind === 'places' || award.kind === 'units' || excludes.length === 0 || random.chance(0.5);
    return isPlain ? award : { ...award, excludes };
  });
}

/** What happens on the day: scores of some sheets, exemptions, deductions, decisions about whoever may be tied. */
function course(random: Random, setup: ContestFile, isTrimmed: boolean) {
  const out: Record<'recusals' | 'absences', Item[] | object[]> = { recusals: [], absences: [] };
  const scores: object[] = [];
  const missing = random.pick([0, 0, 0.05, 0.3]);
  const exempt = random.pick(isTrimmed ? [0, 0, 0.1, 0.4] : [0, 0, 0.05, 0.25]);
  const passes = random.pick([1, 0.9]);
  const coarse = random.pick([[50], [50, 51], [50, 51, 52], [40, 60, 80], [70, 71.25, 72.5, 90]]);
  const likeness = random.chance(0.3);
  const shared = new Map<string, number>();
  for (const contestant of setup.contestants) {
    for (const juror of setup.jurors) {
      const kind = random.pick(['recusals', 'absences'] as const);
      const isOut = random.chance(exempt);
      const only =
        isOut && random.chance(0.4)
          ? random.some(
              setup.stages.map(({ id }) => id),
              0.5,
            )
          : undefined;
      if (isOut) {
        out[kind].push({
          juror: juror.id,
          contestant: contestant.id,
          ...(only === undefined ? {} : { stages: only }),
          reason: random.pick(['satu unit.', 'sakit']),
        } as never);
      }
      for (const stage of setup.stages) {
        const rubric = rubricFor(setup, stage.id, contestant.category);
        if (rubric === undefined || !judges(juror, stage.id, contestant.category)) continue;
        if ((isOut && (only?.includes(stage.id) ?? true)) || random.chance(missing)) continue;
        for (const criterion of rubric.criteria) {
          const key = `${juror.id}/${criterion.id}`;
          if (!shared.has(key)) shared.set(key, random.pick(coarse));
          const value = likeness && random.chance(0.8) ? (shared.get(key) ?? 0) : random.pick(coarse);
          scores.push({
            juror: juror.id,
            contestant: contestant.id,
            criterion: criterion.id,
            value: rubric.gate === true ? (random.chance(passes) ? '1' : '0') : String(value),
          });
        }
      }
    }
  }
  const penalties = list(random.chance(0.5) ? random.int(1, 4) : 0, () => ({
    contestant: random.pick(setup.contestants).id,
    ...(random.chance(0.5)
      ? { points: random.pick(['0', '1', '1', '2.5']) }
      : { perMinute: random.pick(['0.5', '1']), overSeconds: random.int(0, 200) }),
    reason: 'melebihi waktu',
  }));
  return { scores, ...out, penalties, decisions: decisions(random, setup) };
}

/** Orders and joint winners over random small groups; those that fit no tie are taken out afterwards. */
function decisions(random: Random, setup: ContestFile): unknown[] {
  if (random.chance(0.5)) return [];
  const seen = new Set<string>();
  return setup.categories.flatMap(({ id: category }) => {
    const ranked = setup.contestants.filter(
      (one) => one.category === category && ['performed', 'waiting'].includes(one.status),
    );
    return list(4, () => {
      const group = random.shuffled(ranked.map(({ id }) => id)).slice(0, random.int(2, 4));
      const kind = random.pick(['chair', 'draw', 'joint'] as const);
      const key = `${kind} ${group.toSorted().join(' ')}`;
      if (group.length < 2 || seen.has(key)) return [];
      if (kind !== 'joint' && !setup.rules.tieBreak.includes(kind)) return [];
      seen.add(key);
      const reason = 'musyawarah';
      const cuts = setup.stages.flatMap(({ id, after }) => (after === undefined ? [] : [id]));
      const about = cuts.length > 0 && random.chance(0.4) ? { stage: random.pick(cuts) } : {};
      return [
        kind === 'joint'
          ? { kind, category, ...about, contestants: group, reason }
          : { kind, category, ...about, order: group, reason },
      ];
    }).flat();
  });
}

function list<Made>(count: number, make: (at: number) => Made): Made[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

/** mulberry32: small, and the same on every machine. */
function randomOf(seed: number) {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <Choice>(choices: readonly Choice[]): Choice => {
    const chosen = choices[int(0, choices.length - 1)];
    if (chosen === undefined) throw new Error('something to choose from');
    return chosen;
  };
  const shuffled = <Choice>(choices: readonly Choice[]): Choice[] =>
    choices
      .map((choice) => ({ choice, key: next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ choice }) => choice);
  return {
    int,
    pick,
    shuffled,
    chance: (share: number): boolean => next() < share,
    some: <Choice>(choices: readonly Choice[], share: number): Choice[] => choices.filter(() => next() < share),
  };
}
