/**
 * "Mengapa peringkat ini?" (R26): what leads from the jurors' marks to the rank, so that the head of a unit that was not there
 * can follow every number with a pocket calculator. It only tells what was computed elsewhere: nothing that decided is left
 * out, and nothing that was not checked is claimed.
 */
import { isPlaceBased } from '../domain/methods.ts';
import type { ContestFile, Exemption } from '../domain/setup/contest-file.ts';
import type { ContestantId, JurorId, StageId } from '../domain/ids.ts';
import { present } from '../lib/assert.ts';
import { groupBy } from '../lib/order.ts';
import { distance, fromDecimal } from '../lib/rational.ts';
import { isWithoutPanel } from './awards.ts';
import type { Explanation, RankRecords } from './explanation.ts';
import { placesExplained, skatingReason } from './explanation-places.ts';
import { belowMinimum, cutsExplained, openCuts } from './explanation-rounds.ts';
import { combinedStages, failedMarks, gateExplained, stageExplained } from './explanation-stages.ts';
import { tieExplained } from './explanation-ties.ts';
import { minutesBegun } from './penalties.ts';
import type { CategoryTotals, ContestantTotals, RankGroup } from './types.ts';

/** What an explanation speaks of. */
export interface Explained {
  readonly file: ContestFile;
  readonly totals: CategoryTotals;
  readonly groups: readonly RankGroup[];
  readonly records: RankRecords;
}

/** Why one ranked contestant stands where it stands; `display` is its result as shown in the standings. */
export function explain(
  { file, totals, groups, records }: Explained,
  group: RankGroup,
  member: ContestantTotals,
  display: string,
): readonly Explanation[] {
  const byPlaces = isPlaceBased(totals.method);
  const { outOf } = member;
  // Who did not advance is ranked by the stages before the cut, among those who came to it.
  const field = totals.rounds.find(({ to }) => outOf !== null && to.includes(outOf))?.behind ?? totals;
  const counted = { ...member, stages: member.stages.filter(({ use }) => use === 'counts') };
  const cuts = cutsExplained(file, totals.rounds, member.contestant, records);
  return [
    rankExplained(totals, group, member, display),
    ...counted.stages.filter((stage) => stage.gate).map(gateExplained),
    ...counted.stages.filter((stage) => !stage.gate).map((stage) => stageExplained(file, stage)),
    ...assigned(file, counted),
    ...exempt(file, counted, byPlaces),
    ...missing(member),
    ...(outOf === null ? cuts : []),
    ...(byPlaces ? leftOut(field) : combinedStages(file, counted)),
    ...(outOf === null ? [] : cuts),
    ...penalties(file, member),
    ...(byPlaces ? placesExplained(field, member, group.rank) : final(member, display)),
    ...tieExplained(file, field, group, member, records),
    ...(outOf === null ? belowMinimum(file, member.result) : []),
    ...openCuts(file, totals.rounds),
    ...blocked(file, totals),
    ...neighbours(
      field,
      groups.filter(({ members: [first] }) => first?.outOf === outOf),
      group,
      member,
    ),
  ];
}

/** Why a contestant stands outside the ranking: the marks that failed a gate, or who recorded its state, when and why. */
export function explainOutside(
  { file, records }: Pick<Explained, 'file' | 'records'>,
  member: ContestantTotals,
): readonly Explanation[] {
  if (member.status === 'ranked') return [];
  if (member.status === 'failed-gate') {
    return member.stages
      .filter((stage) => stage.gate)
      .map((stage) => ({ type: 'failed-gate' as const, stage: stage.stage, marks: failedMarks(file, stage) }))
      .filter(({ marks }) => marks.length > 0);
  }
  return [{ type: 'outside', status: member.status, record: records.statuses.get(member.contestant) ?? null }];
}

/** Who stands outside the panel of the category, and why. */
export function leftOut(totals: CategoryTotals): readonly Explanation<'left-out'>[] {
  return totals.leftOut.map((one) => ({ type: 'left-out', ...one }));
}

function rankExplained(
  totals: CategoryTotals,
  { rank }: RankGroup,
  { result }: ContestantTotals,
  display: string,
): Explanation {
  if (rank === null || result === null) return { type: 'no-rank' };
  return { type: 'rank', rank, result, display, method: totals.method, open: openSheets(totals) };
}

/** Of the whole category; empty when every sheet is there. */
function openSheets(totals: CategoryTotals): Explanation<'rank'>['open'] {
  const sheets = totals.contestants
    .filter(({ status }) => status === 'ranked')
    .flatMap(({ contestant, stages }) =>
      stages.flatMap((stage) => stage.missing.map((juror) => ({ juror, contestant }))),
    );
  return [...groupBy(sheets, ({ juror }) => juror)].map(([juror, open]) => ({
    juror,
    contestants: [...new Set(open.map(({ contestant }) => contestant))],
  }));
}

/** Where only some of the stage's jurors read this contestant. */
function assigned({ jurors }: ContestFile, { stages }: ContestantTotals): readonly Explanation[] {
  return stages.flatMap(({ stage, unassigned, recused, absent, missing: open, sheets }): readonly Explanation[] => {
    if (unassigned.length === 0) return [];
    const readers = new Set([...recused, ...absent, ...open, ...sheets.map(({ juror }) => juror)]);
    const inOrder = jurors.map(({ id }) => id).filter((id) => readers.has(id));
    return [{ type: 'assigned', stage, jurors: inOrder, of: inOrder.length + unassigned.length }];
  });
}

/** Recused and absent jurors with the reason, each once for all the stages that it covers. */
function exempt(file: ContestFile, member: ContestantTotals, byPlaces: boolean): readonly Explanation[] {
  const kinds = [
    { kind: 'recused', list: file.recusals },
    { kind: 'absent', list: file.absences },
  ] as const;
  const judged = (juror: JurorId) =>
    member.stages.filter(({ recused, absent, missing: open, sheets }) =>
      [...recused, ...absent, ...open, ...sheets.map((sheet) => sheet.juror)].includes(juror),
    );
  return kinds.flatMap(({ kind, list }) => {
    const jurors = [...new Set(member.stages.flatMap((stage) => stage[kind]))];
    return jurors.flatMap((juror) => {
      const outOf = member.stages.filter((stage) => stage[kind].includes(juror));
      const byReason = groupBy(outOf, ({ stage }) => exemptionFor(list, juror, member, stage));
      return [...byReason].map(([exemption, stages]): Explanation => {
        const all = judged(juror).length;
        const where = all === 1 ? 'only' : stages.length === all ? 'everywhere' : stages.map(({ stage }) => stage);
        const reason = exemption?.reason ?? null;
        return { type: 'exempt', kind, juror, reason, where, panels: byPlaces ? [] : panelsOf(stages) };
      });
    });
  });
}

function exemptionFor(
  list: readonly Exemption[],
  juror: JurorId,
  { contestant }: ContestantTotals,
  stage: StageId,
): Exemption | undefined {
  return list.find(
    (one) => one.juror === juror && one.contestant === contestant && (one.stages?.includes(stage) ?? true),
  );
}

function panelsOf(stages: ContestantTotals['stages']): Explanation<'exempt'>['panels'] {
  return stages
    .filter((stage) => !stage.gate && stage.panel.length > 0)
    .map(({ stage, panel }) => ({ stage, jurors: panel.length }));
}

function missing(member: ContestantTotals): readonly Explanation[] {
  return member.stages
    .filter((stage) => !stage.gate && stage.missing.length > 0)
    .map(({ stage, sheets, missing: jurors }) => ({ type: 'missing', stage, locked: sheets.length, jurors }));
}

function penalties(file: ContestFile, member: ContestantTotals): readonly Explanation[] {
  const given = file.penalties.filter((penalty) => penalty.contestant === member.contestant);
  return given.map((penalty, position) => {
    const { points } = present(member.penalties[position], 'points of a penalty');
    const { reason } = penalty;
    if ('points' in penalty) return { type: 'penalty', points, reason, overtime: null };
    const seconds = penalty.overSeconds;
    const overtime = { seconds, minutes: minutesBegun(seconds), perMinute: fromDecimal(penalty.perMinute) };
    return { type: 'penalty', points, reason, overtime };
  });
}

function final(member: ContestantTotals, display: string): readonly Explanation[] {
  const { beforePenalties: before, result, penalty } = member;
  if (before === null || result === null) return [];
  return [{ type: 'final', before, penalties: member.penalties.map(({ points }) => points), penalty, result, display }];
}

function blocked(file: ContestFile, totals: CategoryTotals): readonly Explanation[] {
  const ranked = totals.contestants.filter(({ status }) => status === 'ranked');
  const causes = ranked.flatMap((member): readonly { stage: StageId | null; contestant: ContestantId }[] =>
    member.stages.every((stage) => stage.gate)
      ? [{ stage: null, contestant: member.contestant }]
      : member.stages
          .filter((stage) => isWithoutPanel(file, totals, stage))
          .map(({ stage }) => ({ stage, contestant: member.contestant })),
  );
  return [...groupBy(causes, ({ stage }) => stage)].map(([stage, members]) => {
    const isEverybody = members.length === ranked.length && ranked.length > 1;
    return {
      type: 'blocked',
      lack: lackOf(totals, stage),
      contestants: isEverybody ? 'everybody' : members.map(({ contestant }) => contestant),
    };
  });
}

/** What is lacking in a stage without a panel; null is no stage at all. */
function lackOf(totals: CategoryTotals, stage: StageId | null): Explanation<'blocked'>['lack'] {
  if (stage === null) return { type: 'no-stage' };
  const of = totals.contestants.flatMap(({ stages }) => stages.filter((one) => one.stage === stage));
  if (of.some(({ gate }) => gate)) return { type: 'unchecked-gate', stage };
  if (isPlaceBased(totals.method)) return { type: 'no-panel', stage };
  return { type: totals.method === 'trimmed-mean' ? 'too-few' : 'nobody', stage };
}

function neighbours(
  totals: CategoryTotals,
  groups: readonly RankGroup[],
  group: RankGroup,
  member: ContestantTotals,
): readonly Explanation[] {
  const { result } = member;
  if (group.rank === null || result === null) return [];
  const ranked = groups.flatMap(({ rank, members: [first] }) =>
    rank === null || first === undefined || first.result === null ? [] : [{ rank, first, result: first.result }],
  );
  const at = ranked.findIndex(({ rank }) => rank === group.rank);
  const [above, below] = [ranked[at - 1], ranked[at + 1]];
  if (totals.method === 'majority') {
    if (below === undefined) return [];
    const { rank, first } = below;
    const reason = skatingReason(totals, member, first);
    return [{ type: 'before-next', rank, contestant: first.contestant, reason }];
  }
  const others = [above, below]
    .filter((other) => other !== undefined)
    .map((other) => ({ rank: other.rank, difference: distance(result, other.result) }));
  return others.length === 0 ? [] : [{ type: 'distance', neighbours: others }];
}
