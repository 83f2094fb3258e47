/**
 * Jurors who come from the unit of a group that they judge (rule D30): named while the contest is prepared, and settled by the
 * committee with a reason. Units are compared as the import compares them: without case, punctuation and accents.
 */
import { textKey } from '../lib/text-key.ts';
import { exemptionOf, findContestant, findJuror, setupOf, type Contest } from './contest.ts';
import { isRanked, rubricFor, type Contestant, type Juror, type KeptJuror } from './setup/contest-file.ts';
import { reads } from './setup/readers.ts';

export interface UnitConflict {
  readonly juror: Juror;
  readonly contestant: Contestant;
  /** `out`: recused or absent wherever the two would meet. */
  readonly state: 'open' | 'kept' | 'out';
  readonly reason: string | null;
}

/** Every juror and ranked contestant of one unit who meet in a stage, in setup order. */
export function unitConflicts(contest: Contest): readonly UnitConflict[] {
  const setup = setupOf(contest);
  const kept = keptJurors(contest);
  return setup.jurors.flatMap((juror) =>
    setup.contestants.flatMap((contestant): readonly UnitConflict[] => {
      if (!isRanked(contestant) || !isSameUnit(juror, contestant)) return [];
      const stages = setup.stages.filter(
        ({ id }) => rubricFor(setup, id, contestant.category) !== undefined && reads(setup, juror, id, contestant),
      );
      if (stages.length === 0) return [];
      const exempt = stages.map(
        ({ id }) =>
          exemptionOf(contest, 'recusals', juror.id, contestant.id, id) ??
          exemptionOf(contest, 'absences', juror.id, contestant.id, id),
      );
      const why = exempt.every((each) => each !== undefined) ? (exempt[0]?.value.reason ?? null) : null;
      if (why !== null) return [{ juror, contestant, state: 'out', reason: why }];
      const own = kept.find((each) => each.juror === juror.id && each.contestant === contestant.id);
      return [{ juror, contestant, state: own === undefined ? 'open' : 'kept', reason: own?.reason ?? null }];
    }),
  );
}

export function isSameUnit({ unit: own = '' }: Pick<Juror, 'unit'>, { unit = '' }: Pick<Contestant, 'unit'>): boolean {
  const key = textKey(own);
  return key !== '' && key === textKey(unit);
}

/** Who judges all the same, with the last reason for each. */
export function keptJurors(contest: Contest): readonly KeptJuror[] {
  const { setup } = contest;
  if (setup === null) return [];
  const last = new Map(
    contest.keptJurors
      .toSorted((a, b) => a.atMs - b.atMs)
      .map(({ value }) => [`${value.juror}/${value.contestant}`, value] as const),
  );
  return [...last.values()].filter((each) => {
    const juror = findJuror(setup, each.juror);
    const contestant = findContestant(setup, each.contestant);
    if (juror === undefined || contestant === undefined || !isSameUnit(juror, contestant)) return false;
    return setup.stages.some(({ id }) => exemptionOf(contest, 'recusals', juror.id, contestant.id, id) === undefined);
  });
}
