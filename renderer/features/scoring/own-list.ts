/** The juror's sheets of a contest as it is, worked out once for all that is drawn of it. */
import type { Contest } from '../../../shared/domain/contest.ts';
import { sheetsOfJuror, type ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { ContestantId, JurorId, StageId } from '../../../shared/domain/ids.ts';

interface OwnList {
  readonly juror: JurorId;
  readonly sheets: readonly ScoreSheet[];
  readonly byPlace: ReadonlyMap<string, ScoreSheet>;
}

/** A contest is never changed: another one comes with the next fact. */
const lists = new WeakMap<Contest, OwnList>();

export function ownSheets(contest: Contest, juror: JurorId): readonly ScoreSheet[] {
  return listOf(contest, juror).sheets;
}

/** Null where there is nothing to judge. */
export function ownSheet(
  contest: Contest,
  juror: JurorId,
  contestant: ContestantId,
  stage: StageId,
): ScoreSheet | null {
  return listOf(contest, juror).byPlace.get(`${contestant}/${stage}`) ?? null;
}

function listOf(contest: Contest, juror: JurorId): OwnList {
  const known = lists.get(contest);
  if (known?.juror === juror) return known;
  const sheets = sheetsOfJuror(contest, juror);
  const list = { juror, sheets, byPlace: new Map(sheets.map((each) => [`${each.contestant}/${each.stage}`, each])) };
  lists.set(contest, list);
  return list;
}
