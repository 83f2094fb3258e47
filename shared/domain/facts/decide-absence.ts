/** Jurors who are not there: for one contestant or many at once, taken back whole or in part, and beside a lock (rules D10, E6). */
import { present } from '../../lib/assert.ts';
import { ok } from '../../lib/result.ts';
import type { Command } from './commands.ts';
import type { Exemption } from '../setup/contest-file.ts';
import { reads } from '../setup/readers.ts';
import { findContestant, findJuror, setupOf, takenBack, type Contest, type Written } from '../contest.ts';
import { refuse, unknown, type Decision } from './errors.ts';
import type { DomainEvent } from './events.ts';
import { reopenedSignOffs, takeBack } from './reopen.ts';
import { sheetOf } from '../score-sheet.ts';

type AbsenceCommand = Extract<Command, { type: 'record-absence' | 'record-absences' | 'cancel-absence' }>;

export function decideAbsence(contest: Contest, command: AbsenceCommand): Decision {
  switch (command.type) {
    case 'record-absence':
      return refuseAbsence(contest, command.absence) ?? ok([{ type: 'absence-recorded', absence: command.absence }]);
    case 'record-absences': {
      const { juror, absences, reason } = command;
      if (new Set(absences.map(({ contestant }) => contestant)).size < absences.length) {
        return refuse({ type: 'invalid-setup', reason: 'contestant-named-twice' });
      }
      for (const each of absences) {
        const refused = refuseAbsence(contest, { juror, ...each, reason });
        if (refused !== null) return refused;
      }
      return ok([{ type: 'absences-recorded', juror, absences, reason }]);
    }
    case 'cancel-absence':
      return cancelAbsence(contest, command);
  }
}

/** [D10] An absence is for a juror who judges that contestant and has no locked sheet there. */
function refuseAbsence(contest: Contest, absence: Exemption): Decision | null {
  const setup = setupOf(contest);
  const juror = findJuror(setup, absence.juror);
  const contestant = findContestant(setup, absence.contestant);
  if (juror === undefined) return unknown('juror', absence.juror);
  if (contestant === undefined) return unknown('contestant', absence.contestant);
  const names = { juror: juror.name, contestant: contestant.name };
  const stages = absence.stages ?? setup.stages.map((stage) => stage.id);
  const strange = stages.find((stage) => !setup.stages.some((each) => each.id === stage));
  if (strange !== undefined) return unknown('stage', strange);
  if (!stages.some((stage) => reads(setup, juror, stage, contestant))) {
    return refuse({ type: 'not-judging', reason: 'juror-not-judging', ...names });
  }
  const isLocked = stages.some((stage) => (sheetOf(contest, juror.id, contestant.id, stage)?.lock ?? null) !== null);
  return isLocked ? refuse({ type: 'locked', reason: 'juror-has-locked', ...names }) : null;
}

/** Whoever is there after all has sheets to lock: what was signed off without them is open again. */
function cancelAbsence(contest: Contest, command: Extract<AbsenceCommand, { type: 'cancel-absence' }>): Decision {
  const { absence: ref, only, reason } = command;
  const cancelled = takeBack(contest, contest.absences, ref, { type: 'absence-cancelled', absence: ref, reason });
  if (!cancelled.ok || cancelled.value.length === 0) return cancelled;
  const setup = setupOf(contest);
  const parts = contest.absences.filter((each) => each.ref === ref).map(({ value }) => value);
  const kept = only === undefined ? [] : parts.filter(({ contestant }) => contestant !== only);
  if (kept.length === parts.length) return unknown('contestant', only ?? '');
  const back = parts.filter((part) => !kept.includes(part));
  const categories = new Set(back.flatMap(({ contestant }) => findContestant(setup, contestant)?.category ?? []));
  const { juror } = present(parts[0], 'a record that stands has parts');
  return ok([
    ...cancelled.value,
    ...recorded(kept, 'absences'),
    ...[...categories].flatMap((category) => reopenedSignOffs(contest, category, juror, { reason })),
  ]);
}

/** [E6] The lock counts: whatever said that this juror does not count on that sheet is taken back there, and only there. */
export function settleForLock(
  contest: Contest,
  { juror, contestant, stage, reason }: Omit<Extract<Command, { type: 'settle-sheet' }>, 'type' | 'counts'>,
): Decision {
  const setup = setupOf(contest);
  const all = setup.stages.map(({ id }) => id);
  const covers = ({ value }: Written<Exemption>) =>
    value.juror === juror && value.contestant === contestant && (value.stages ?? all).includes(stage);
  const facts: DomainEvent[] = [];
  for (const kind of ['recusals', 'absences'] as const) {
    const standing = contest[kind].filter((each) => takenBack(contest, each, juror) === null);
    for (const ref of new Set(standing.filter(covers).map((each) => each.ref))) {
      const parts = standing.filter((each) => each.ref === ref);
      const kept = parts.flatMap((part): Exemption[] => {
        if (!covers(part)) return [part.value];
        const stages = (part.value.stages ?? all).filter((each) => each !== stage);
        return stages.length === 0 ? [] : [{ ...part.value, stages }];
      });
      facts.push(
        kind === 'recusals'
          ? { type: 'recusal-cancelled', recusal: ref, reason }
          : { type: 'absence-cancelled', absence: ref, reason },
        ...recorded(kept, kind),
      );
    }
  }
  return ok(facts);
}

/** What goes on standing of an act that was taken back in part. */
function recorded(kept: readonly Exemption[], kind: 'recusals' | 'absences'): DomainEvent[] {
  const [first] = kept;
  if (first === undefined) return [];
  if (kind === 'recusals') return kept.map((recusal) => ({ type: 'recusal-recorded', recusal }));
  if (kept.length === 1) return [{ type: 'absence-recorded', absence: first }];
  const absences = kept.map(({ contestant, stages }) => ({
    contestant,
    ...(stages === undefined ? {} : { stages }),
  }));
  return [{ type: 'absences-recorded', juror: first.juror, absences, reason: first.reason }];
}
