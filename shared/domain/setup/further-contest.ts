/**
 * A contest that follows from another one (N1, N2): next year's, and that of a round whose groups are judged elsewhere. What was
 * agreed goes along, what happened does not. Both can be loaded without a problem where the one they come from could.
 */
import type { CategoryId, ContestantId, CriterionId, JurorId, StageId } from '../ids.ts';
import { limits } from '../../limits.ts';
import { parseTieStep } from '../tie-step.ts';
import { chainBefore } from './contest-check-rounds.ts';
import {
  isRanked,
  rubricFor,
  type Award,
  type ContestFile,
  type ContestInfo,
  type Juror,
  type Rubric,
  type Rules,
  type Stage,
} from './contest-file.ts';

/** What an unnamed seat is called, by its number from 1. */
export type SeatName = (number: number) => string;

/** [N2] Categories, stages, rubrics, rules, awards without winners, letterhead with logo, and the jurors who were chosen. */
export function nextYearsContest(
  file: ContestFile,
  {
    name,
    jurors,
    seatName,
  }: { readonly name: string; readonly jurors: readonly JurorId[]; readonly seatName: SeatName },
): ContestFile {
  const chosen = new Set(jurors);
  return {
    ...withoutHistory(file),
    contest: { name, ...lasting(file.contest) },
    jurors: file.jurors.flatMap((juror, at) => (chosen.has(juror.id) ? [juror] : unnamed(file, juror, at, seatName))),
    contestants: [],
    awards: file.awards.map(withoutWinners),
  };
}

/**
 * [N1] These groups, without numbers, in the stages of that round and of those after it (null: in all), with their rubrics. Neither
 * jurors nor letterhead: another jury and another office.
 */
export function roundContest(
  file: ContestFile,
  {
    stage,
    contestants: ids,
    seatName,
  }: { readonly stage: StageId | null; readonly contestants: readonly ContestantId[]; readonly seatName: SeatName },
): ContestFile {
  const going = new Set(ids);
  const contestants = file.contestants.filter((each) => going.has(each.id) && isRanked(each));
  const inside = new Set<CategoryId>(contestants.map(({ category }) => category));
  const chosen = stage === null ? file.stages : stagesFrom(file, stage);
  const judged = new Set(chosen.map(({ id }) => id));
  const some = (categories: readonly CategoryId[] | undefined) => categories?.filter((id) => inside.has(id));
  const rubrics = file.rubrics.flatMap((rubric) => {
    const categories = some(rubric.categories);
    if (!judged.has(rubric.stage) || categories?.length === 0) return [];
    return [{ ...rubric, ...(categories === undefined ? {} : { categories }) }];
  });
  const criteria = rubrics.flatMap((rubric) => rubric.criteria);
  const known = new Set(criteria.map(({ id }) => id));
  const { juryLabel, paper, example } = file.contest;
  return {
    ...withoutHistory(file),
    contest: { name: roundName(file, stage), ...given({ juryLabel, paper, example }) },
    categories: file.categories.filter(({ id }) => inside.has(id)),
    stages: weighed(chosen, rubrics, inside),
    rubrics,
    jurors: file.jurors.flatMap((juror, at) => {
      const categories = some(juror.categories);
      return categories?.length === 0 ? [] : unnamed(file, { ...juror, categories }, at, seatName);
    }),
    contestants: contestants.map(({ id, name, unit, title, category }) => ({
      id,
      number: null,
      name,
      ...given({ unit, title }),
      category,
      status: 'waiting',
    })),
    awards: fittingAwards(file.awards, known, some),
    rules: { ...file.rules, tieBreak: fittingSteps(file.rules, judged, criteria) },
  };
}

function roundName({ contest, stages }: ContestFile, stage: StageId | null): string {
  const name = stages.find(({ id }) => id === stage)?.name;
  return name === undefined ? contest.name : `${name}: ${contest.name}`.slice(0, limits.nameLength).trimEnd();
}

/** The stages of a round and those after it, the round itself open to all. */
function stagesFrom(file: ContestFile, id: StageId): readonly Stage[] {
  const from = file.stages.find((each) => each.id === id)?.after?.stage;
  const first = file.stages.filter(({ after }) => after !== undefined && after.stage === from);
  const later = file.stages.filter((stage) => (chainBefore(file, stage) ?? []).some((each) => first.includes(each)));
  return file.stages.flatMap((stage): Stage[] => {
    if (later.includes(stage)) return [stage];
    if (!first.includes(stage)) return [];
    const { after: _after, ...open } = stage;
    return [open];
  });
}

/** Where a category's stages all weigh nothing (what counted came before), they weigh alike. */
function weighed(stages: readonly Stage[], rubrics: readonly Rubric[], categories: ReadonlySet<CategoryId>): Stage[] {
  const counting = [...categories].map((category) =>
    stages.filter(({ id }) => {
      const rubric = rubricFor({ rubrics }, id, category);
      return rubric !== undefined && rubric.gate !== true;
    }),
  );
  const weightless = new Set(
    counting.filter((some) => some.every(({ weight }) => weight === '0')).flatMap((some) => some.map(({ id }) => id)),
  );
  return stages.map((stage) => (weightless.has(stage.id) ? { ...stage, weight: '1' } : stage));
}

/** What belongs to the office that holds the contest, and not to one day of it. */
function lasting(contest: ContestInfo): Omit<ContestInfo, 'name'> {
  const { organizer, letterhead, logo, juryLabel, paper, hideScores, fanfare, confetti, copies, sealing, pact } =
    contest;
  const town = contest.signing?.town;
  return {
    ...given({ organizer, letterhead, logo, juryLabel, paper, hideScores, fanfare, confetti, copies, sealing, pact }),
    ...(town === undefined ? {} : { signing: { town } }),
  };
}

function withoutHistory(file: ContestFile): ContestFile {
  const {
    confirmations: _confirmations,
    formerNames: _formerNames,
    closedRounds: _closedRounds,
    programme: _programme,
    acceptances: _acceptances,
    keptJurors: _keptJurors,
    readers: _readers,
    ...rest
  } = file;
  return { ...rest, scores: [], recusals: [], absences: [], penalties: [], decisions: [] };
}

/** Only a trimmed mean asks for seats before anybody sits there: those of who does not come along keep it possible, nameless. */
function unnamed({ rules }: ContestFile, { id, categories }: Juror, at: number, seatName: SeatName): readonly Juror[] {
  return rules.method === 'trimmed-mean' ? [{ id, name: seatName(at + 1), ...given({ categories }) }] : [];
}

function withoutWinners(award: Award): Award {
  if (award.kind === 'list') return { ...award, contestants: [] };
  return award.kind === 'ballots' ? { ...award, votes: [] } : award;
}

/** Awards whose criteria and categories are there, each naming what is left of what it excludes. */
function fittingAwards(
  awards: readonly Award[],
  criteria: ReadonlySet<CriterionId>,
  some: (categories: readonly CategoryId[] | undefined) => CategoryId[] | undefined,
): Award[] {
  const kept = awards.filter((award) => {
    if (some(award.categories)?.length === 0) return false;
    if (award.kind === 'criterion') return criteria.has(award.criterion);
    return award.kind !== 'composite' || award.criteria.every(({ criterion }) => criteria.has(criterion));
  });
  const lost = new Set(awards.filter((award) => !kept.includes(award)).map(({ id }) => id));
  return kept.map((award): Award => {
    const categories = some(award.categories);
    const open = { ...withoutWinners(award), ...given({ categories }) };
    if (!('excludes' in open) || open.excludes === undefined) return open;
    const { excludes, ...rest } = open;
    const left = excludes.filter((id) => !lost.has(id));
    return left.length === 0 ? rest : { ...rest, excludes: left };
  });
}

/** Tie-break steps whose stage, criterion or aspect is there. */
function fittingSteps(
  { tieBreak }: Rules,
  stages: ReadonlySet<StageId>,
  criteria: readonly { readonly id: CriterionId; readonly aspect?: string | undefined }[],
): string[] {
  return tieBreak.filter((text) => {
    const step = parseTieStep(text);
    if (step?.type === 'stage') return stages.has(step.stage);
    if (step?.type === 'criterion') return criteria.some(({ id }) => id === step.criterion);
    return step?.type !== 'aspect' || criteria.some(({ aspect }) => aspect === step.aspect);
  });
}

/** Without the keys that have no value: the file's grammar knows absent ones only. */
function given<Part extends object>(part: Part): { [Key in keyof Part]: Exclude<Part[Key], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as never;
}
