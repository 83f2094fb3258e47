/** The juror's sheets of a contest as it is, worked out once for all that is drawn of it. */
import type { Contest } from '../../../shared/domain/contest.ts';
import { sheetsOfJuror, type ScoreSheet } from '../../../shared/domain/score-sheet.ts';

interface OwnList {
  readonly juror: string;
  readonly sheets: readonly ScoreSheet[];
  readonly byPlace: ReadonlyMap<string, ScoreSheet>;
}

/** A contest is never changed: another one comes with the next fact. */
const lists = new WeakMap<Contest, OwnList>();

export function ownSheets(contest: Contest, juror: string): readonly ScoreSheet[] {
  return listOf(contest, juror).sheets;
}

/** Null where there is nothing to judge. */
export function ownSheet(contest: Contest, juror: string, contestant: string, stage: string): ScoreSheet | null {
  return listOf(contest, juror).byPlace.get(`${contestant}/${stage}`) ?? null;
}

function listOf(contest: Contest, juror: string): OwnList {
  const known = lists.get(contest);
  if (known?.juror === juror) return known;
  const sheets = sheetsOfJuror(contest, juror);
  const list = { juror, sheets, byPlace: new Map(sheets.map((each) => [`${each.contestant}/${each.stage}`, each])) };
  lists.set(contest, list);
  return list;
}
