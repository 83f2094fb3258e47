/**
 * A contest file made ready for reading by juror, contestant and stage. Only whole sheets are sheets: a score without its
 * neighbours counts as missing, never as zero (R2).
 */
import {
  judges,
  rubricFor,
  type CategoryId,
  type Contestant,
  type ContestantId,
  type ContestFile,
  type Exemption,
  type Juror,
  type JurorId,
  type Penalty,
  type Rubric,
  type Stage,
  type StageId,
} from '../domain/setup/contest-file.ts';
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
  const scores = groupBy(file.scores, (score) => pair(score.juror, score.contestant));
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
      const values = new Map(
        (scores.get(pair(juror, contestant)) ?? []).map((score) => [score.criterion, score.value]),
      );
      const sheet = rubric.criteria.flatMap((criterion) => values.get(criterion.id) ?? []);
      return sheet.length === rubric.criteria.length ? sheet : null;
    },
    exemption: (juror, contestant, stage) => {
      const covers = (exemption: Exemption) => exemption.stages === undefined || exemption.stages.includes(stage);
      if (recusals.get(pair(juror, contestant))?.some(covers) === true) return 'recused';
      if (absences.get(pair(juror, contestant))?.some(covers) === true) return 'absent';
      return null;
    },
    penaltiesOf: (contestant) => penalties.get(contestant) ?? [],
  };
}

/** Ids hold no slash, so that a pair of them is one key. */
function pair(juror: JurorId, contestant: ContestantId): string {
  return `${juror}/${contestant}`;
}
