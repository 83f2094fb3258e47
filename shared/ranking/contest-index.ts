/**
 * A contest file made ready for reading by juror, contestant and stage. Only whole sheets are sheets: a score without its
 * neighbours counts as missing, never as zero (R2).
 */
import {
  judges,
  rubricFor,
  type Contestant,
  type ContestFile,
  type Exemption,
  type Juror,
  type Penalty,
  type Rubric,
  type Score,
  type Stage,
} from '../domain/setup/contest-file.ts';
import type { CategoryId, ContestantId, JurorId, StageId } from '../domain/ids.ts';
import { assignedTo } from '../domain/setup/readers.ts';
import { groupBy } from '../lib/order.ts';

export interface ContestIndex {
  readonly file: ContestFile;
  /** In the order of the file. */
  readonly contestantsOf: (category: CategoryId) => readonly Contestant[];
  /** The stages judged in a category with the rubric of each, in the order of the file. */
  readonly judgedStages: (category: CategoryId) => readonly JudgedStage[];
  /** A whole locked sheet as scores in the order of the rubric's criteria, or null. */
  readonly sheet: (juror: JurorId, contestant: ContestantId, rubric: Rubric) => readonly string[] | null;
  readonly exemption: (juror: JurorId, contestant: ContestantId, stage: StageId) => 'recused' | 'absent' | null;
  /** [R34] Of the seats that judge there, those whom the committee assigned; null: all of them. */
  readonly assigned: (stage: StageId, contestant: ContestantId) => readonly JurorId[] | null;
  readonly penaltiesOf: (contestant: ContestantId) => readonly Penalty[];
}

export interface JudgedStage {
  readonly stage: Stage;
  readonly rubric: Rubric;
  /** Jurors whose seat judges the category in this stage, in the order of the file. */
  readonly jurors: readonly Juror[];
}

export function indexContest(file: ContestFile): ContestIndex {
  const contestants = groupBy(file.contestants, (contestant) => contestant.category);
  const byId = new Map(file.contestants.map((contestant) => [contestant.id, contestant]));
  const scores = groupScores(file.scores);
  const recusals = groupBy(file.recusals, (recusal) => pair(recusal.juror, recusal.contestant));
  const absences = groupBy(file.absences, (absence) => pair(absence.juror, absence.contestant));
  const penalties = groupBy(file.penalties, (penalty) => penalty.contestant);
  return {
    file,
    contestantsOf: (category) => contestants.get(category) ?? [],
    judgedStages: (category) =>
      file.stages.flatMap((stage) => {
        const rubric = rubricFor(file, stage.id, category);
        if (rubric === undefined) return [];
        return [{ stage, rubric, jurors: file.jurors.filter((juror) => judges(juror, stage.id, category)) }];
      }),
    sheet: (juror, contestant, rubric) => {
      const given = scores.get(juror)?.get(contestant) ?? [];
      // As a file usually has them: one for each, in the rubric's order.
      const isInOrder =
        given.length === rubric.criteria.length &&
        rubric.criteria.every((criterion, position) => given[position]?.criterion === criterion.id);
      if (isInOrder) return given.map((score) => score.value);
      const values = new Map(given.map((score) => [score.criterion, score.value]));
      const sheet = rubric.criteria.flatMap((criterion) => values.get(criterion.id) ?? []);
      return sheet.length === rubric.criteria.length ? sheet : null;
    },
    exemption: (juror, contestant, stage) => {
      const covers = (exemption: Exemption) => exemption.stages === undefined || exemption.stages.includes(stage);
      if (recusals.get(pair(juror, contestant))?.some(covers) === true) return 'recused';
      if (absences.get(pair(juror, contestant))?.some(covers) === true) return 'absent';
      return null;
    },
    assigned: (stage, id) => {
      const contestant = file.readers === undefined ? undefined : byId.get(id);
      return contestant === undefined ? null : assignedTo(file, stage, contestant);
    },
    penaltiesOf: (contestant) => penalties.get(contestant) ?? [],
  };
}

/** By juror and contestant. Those of one sheet usually follow each other: for all but the first nothing is looked up. */
function groupScores(scores: readonly Score[]): ReadonlyMap<JurorId, ReadonlyMap<ContestantId, readonly Score[]>> {
  const groups = new Map<JurorId, Map<ContestantId, Score[]>>();
  let last: { readonly juror: JurorId; readonly contestant: ContestantId; readonly group: Score[] } | null = null;
  for (const score of scores) {
    const { juror, contestant } = score;
    if (last === null || last.juror !== juror || last.contestant !== contestant) {
      const ofJuror: Map<ContestantId, Score[]> = groups.get(juror) ?? new Map();
      groups.set(juror, ofJuror);
      const group: Score[] = ofJuror.get(contestant) ?? [];
      ofJuror.set(contestant, group);
      last = { juror, contestant, group };
    }
    last.group.push(score);
  }
  return groups;
}

/** Ids hold no slash, so that a pair of them is one key. */
function pair(juror: JurorId, contestant: ContestantId): string {
  return `${juror}/${contestant}`;
}
