/**
 * Drawing who reads whom (rule D31), so that anybody can repeat it: the recorded seed gives the same assignment again while the
 * contest is the same. Contestants and jurors are shuffled by the lots' generator; each contestant then gets those who have the
 * fewest so far. Where that leaves loads apart, contestants are passed on along the shortest chain of jurors from one who has more to
 * one who has less, until no chain is left: then the loads are as equal as conflicts and seats allow (within one where they allow it).
 */
import { compareText } from '../../lib/order.ts';
import { exemptionOf, setupOf, type Contest } from '../contest.ts';
import type { JurorId, StageId } from '../ids.ts';
import { isRanked, judges, rubricFor, type Contestant, type Juror, type Readers } from '../setup/contest-file.ts';
import { isSameUnit, keptJurors } from '../unit-conflicts.ts';
import { generator, shuffled } from './lots.ts';

interface Place {
  readonly contestant: Contestant;
  readonly eligible: ReadonlySet<JurorId>;
  readonly readers: Set<JurorId>;
}

/** `each` jurors for every ranked contestant, fewer where fewer may judge it; who has nobody at all is left to everybody. */
export function drawReaders(
  contest: Contest,
  stage: StageId,
  each: number,
  seed: string,
): readonly Omit<Readers, 'stage'>[] {
  const setup = setupOf(contest);
  const next = generator(seed);
  const kept = new Set(keptJurors(contest).map(({ juror, contestant }) => `${juror}/${contestant}`));
  const mayJudge = (juror: Juror, contestant: Contestant): boolean =>
    judges(juror, stage, contestant.category) &&
    (!isSameUnit(juror, contestant) || kept.has(`${juror.id}/${contestant.id}`)) &&
    exemptionOf(contest, 'recusals', juror.id, contestant.id, stage) === undefined &&
    exemptionOf(contest, 'absences', juror.id, contestant.id, stage) === undefined;
  const byId = <Item extends { readonly id: string }>(list: readonly Item[]) =>
    list.toSorted((a, b) => compareText(a.id, b.id));
  const jurors = shuffled(byId(setup.jurors), next);
  const places = shuffled(byId(setup.contestants.filter(isRanked)), next)
    .filter(({ category }) => rubricFor(setup, stage, category) !== undefined)
    .map((contestant): Place => ({
      contestant,
      eligible: new Set(jurors.filter((juror) => mayJudge(juror, contestant)).map(({ id }) => id)),
      readers: new Set(),
    }));
  const loads = new Map(jurors.map(({ id }) => [id, 0]));
  const loadOf = (juror: JurorId): number => loads.get(juror) ?? 0;
  const give = (place: Place, juror: JurorId, by: 1 | -1): void => {
    if (by === 1) place.readers.add(juror);
    else place.readers.delete(juror);
    loads.set(juror, loadOf(juror) + by);
  };
  for (const place of places) {
    // Stable: of equal loads the order of the shuffle decides.
    const least = [...place.eligible].toSorted((a, b) => loadOf(a) - loadOf(b));
    for (const juror of least.slice(0, each)) give(place, juror, 1);
  }
  for (;;) {
    const chain = chainDown(places, [...loads.keys()], loadOf);
    if (chain === null) break;
    for (const { place, from, to } of chain) {
      give(place, from, -1);
      give(place, to, 1);
    }
  }
  const order = new Map(setup.contestants.map(({ id }, at) => [id, at]));
  const seats = setup.jurors.map(({ id }) => id);
  return places
    .filter(({ readers }) => readers.size > 0)
    .map(({ contestant, readers }) => ({ contestant: contestant.id, jurors: seats.filter((id) => readers.has(id)) }))
    .toSorted((a, b) => (order.get(a.contestant) ?? 0) - (order.get(b.contestant) ?? 0));
}

interface Step {
  readonly place: Place;
  readonly from: JurorId;
  readonly to: JurorId;
}

/** Contestants that, passed on one by one, take one from the first juror and give one to the last, who has at least two fewer. */
function chainDown(
  places: readonly Place[],
  jurors: readonly JurorId[],
  loadOf: (juror: JurorId) => number,
): readonly Step[] | null {
  for (const start of jurors.toSorted((a, b) => loadOf(b) - loadOf(a))) {
    const cameBy = new Map<JurorId, Step | null>([[start, null]]);
    // A set is walked in the order in which it grows: the nearest first.
    for (const from of cameBy.keys()) {
      if (loadOf(from) <= loadOf(start) - 2) return chainTo(cameBy, from);
      for (const place of places) {
        if (!place.readers.has(from)) continue;
        for (const to of place.eligible) {
          if (!place.readers.has(to) && !cameBy.has(to)) cameBy.set(to, { place, from, to });
        }
      }
    }
  }
  return null;
}

function chainTo(cameBy: ReadonlyMap<JurorId, Step | null>, end: JurorId): readonly Step[] {
  const chain: Step[] = [];
  for (let step = cameBy.get(end) ?? null; step !== null; step = cameBy.get(step.from) ?? null) chain.unshift(step);
  return chain;
}
