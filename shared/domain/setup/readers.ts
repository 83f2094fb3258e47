/**
 * Who of the jury judges a contestant in a stage (rule R34): everybody whose seat judges its category there, or those of them whom the
 * committee assigned. Where none of the assigned is left, everybody: no group is forgotten because a seat was taken away.
 */
import { createKept } from '../../lib/kept.ts';
import type { ContestantId, JurorId, StageId } from '../ids.ts';
import { judges, type Contestant, type ContestSetup, type Juror, type Readers } from './contest-file.ts';

type Of = Pick<ContestSetup, 'jurors' | 'readers'>;
type Judged = Pick<Contestant, 'id' | 'category'>;

/** True when that juror judges that contestant in that stage. */
export function reads(setup: Of, juror: Juror, stage: StageId, contestant: Judged): boolean {
  if (!judges(juror, stage, contestant.category)) return false;
  const assigned = assignedTo(setup, stage, contestant);
  return assigned === null || assigned.includes(juror.id);
}

/** Those whom the committee assigned, of the seats that judge there, in the order of the seats; null: everybody. */
export function assignedTo(
  { jurors, readers }: Of,
  stage: StageId,
  { id, category }: Judged,
): readonly JurorId[] | null {
  if (readers === undefined) return null;
  const named = byPlace.get(readers, '', [], () => indexed(readers)).get(key(stage, id));
  if (named === undefined) return null;
  const there = jurors
    .filter((juror) => named.includes(juror.id) && judges(juror, stage, category))
    .map((juror) => juror.id);
  return there.length === 0 ? null : there;
}

const byPlace = createKept<ReadonlyMap<string, readonly JurorId[]>>();

function indexed(readers: readonly Readers[]): ReadonlyMap<string, readonly JurorId[]> {
  return new Map(readers.map(({ stage, contestant, jurors }) => [key(stage, contestant), jurors]));
}

function key(stage: StageId, contestant: ContestantId): string {
  return `${stage}/${contestant}`;
}

/** The assignments that say something in this setup, as its contest file has them. */
export function readersInForce(setup: ContestSetup): readonly Readers[] {
  const contestants = new Map(setup.contestants.map((each) => [each.id, each]));
  return (setup.readers ?? []).flatMap(({ stage, contestant }) => {
    const judged = contestants.get(contestant);
    const isThere = judged !== undefined && setup.stages.some(({ id }) => id === stage);
    const jurors = isThere ? assignedTo(setup, stage, judged) : null;
    return jurors === null ? [] : [{ stage, contestant, jurors: [...jurors] }];
  });
}
