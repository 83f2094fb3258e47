/** Who judges whom: jurors of a group's own unit (rule D30), and jurors assigned to some of the groups (D31). */
import { ok } from '../../lib/result.ts';
import type { Command } from './commands.ts';
import { exemptionOf, findCategory, findContestant, findJuror, setupOf, type Contest } from '../contest.ts';
import { calibrationOf, calibrationSpread, shownCalibration } from '../calibration.ts';
import type { ContestantId, StageId } from '../ids.ts';
import { sheetOf } from '../score-sheet.ts';
import { checkSetup } from '../setup/contest-check.ts';
import { isPlaceBased } from '../methods.ts';
import { isRanked, rubricFor, type ContestSetup, type Readers } from '../setup/contest-file.ts';
import { reads } from '../setup/readers.ts';
import { lostWith } from '../standing.ts';
import { unitConflicts } from '../unit-conflicts.ts';
import { drawReaders } from './draw-readers.ts';
import { refuse, unknown, type Decision } from './errors.ts';
import type { DomainEvent } from './events.ts';
import { becauseOf, reopenedSignOffs } from './reopen.ts';

type PanelCommand = Extract<
  Command,
  { type: 'settle-unit-conflict' | 'show-calibration' | 'assign-readers' | 'draw-readers' }
>;
type StageReaders = readonly Omit<Readers, 'stage'>[];

export function decidePanel(contest: Contest, command: PanelCommand): Decision {
  switch (command.type) {
    case 'settle-unit-conflict':
      return settle(contest, command);
    case 'show-calibration':
      return showCalibration(contest, command.contestant);
    case 'assign-readers':
      return assign(contest, command.stage, command.readers, {});
    case 'draw-readers': {
      const { stage, each, seed } = command;
      const readers = drawReaders(contest, stage, each, seed);
      return assign(contest, stage, readers, { drawn: { seed, each } });
    }
  }
}

/** [D30] Settled again, it is as the committee says last; who judges after all has sheets to lock. */
function settle(contest: Contest, command: Extract<PanelCommand, { type: 'settle-unit-conflict' }>): Decision {
  const { juror, contestant, judges, reason } = command;
  const conflict = unitConflicts(contest).find((each) => each.juror.id === juror && each.contestant.id === contestant);
  if (conflict === undefined) return refuse({ type: 'not-judging', reason: 'no-unit-conflict' });
  const { stages } = setupOf(contest);
  if (judges) {
    if (conflict.state === 'kept') return ok([]);
    const recusals = new Set(
      stages.flatMap(({ id }) => exemptionOf(contest, 'recusals', juror, contestant, id)?.ref ?? []),
    );
    return ok([
      ...[...recusals].map((recusal): DomainEvent => ({ type: 'recusal-cancelled', recusal, reason })),
      { type: 'juror-kept', juror, contestant, reason },
      ...(recusals.size === 0 ? [] : reopenedSignOffs(contest, conflict.contestant.category, juror, { reason })),
    ]);
  }
  if (conflict.state === 'out') return ok([]);
  if (stages.some(({ id }) => (sheetOf(contest, juror, contestant, id)?.lock ?? null) !== null)) {
    const names = { juror: conflict.juror.name, contestant: conflict.contestant.name };
    return refuse({ type: 'locked', reason: 'juror-has-locked', ...names });
  }
  return ok([{ type: 'recusal-recorded', recusal: { juror, contestant, reason } }]);
}

/** [D33] Once every juror who judges it has locked. Shown again after a correction, it is the newest that counts. */
function showCalibration(contest: Contest, id: ContestantId): Decision {
  const contestant = findContestant(setupOf(contest), id);
  if (contestant === undefined) return unknown('contestant', id);
  const { sheets, open } = calibrationOf(contest, id);
  if (sheets.length === 0)
    return refuse({ type: 'not-judging', reason: 'no-calibration', contestant: contestant.name });
  if (open.length > 0) {
    return refuse({ type: 'incomplete', reason: 'calibration-open', jurors: open.map(({ name }) => name) });
  }
  const values = calibrationSpread(sheets);
  const before = shownCalibration(contest, id);
  if (before !== null && JSON.stringify(before.value.values) === JSON.stringify(values)) return ok([]);
  return ok([
    { type: 'calibration-shown', contestant: id, values: values.map((one) => ({ ...one, values: [...one.values] })) },
  ]);
}

/** [D31] Of jurors and contestants who are there, and so that nothing that was scored loses its sheet. */
function assign(
  contest: Contest,
  stageId: StageId,
  readers: StageReaders,
  more: Pick<Extract<DomainEvent, { type: 'readers-assigned' }>, 'drawn'>,
): Decision {
  const setup = setupOf(contest);
  const stage = setup.stages.find(({ id }) => id === stageId);
  if (stage === undefined) return unknown('stage', stageId);
  for (const { contestant: id, jurors } of readers) {
    const contestant = findContestant(setup, id);
    if (contestant === undefined) return unknown('contestant', id);
    for (const jurorId of jurors) {
      const juror = findJuror(setup, jurorId);
      if (juror === undefined) return unknown('juror', jurorId);
      const isJudging =
        rubricFor(setup, stageId, contestant.category) !== undefined &&
        reads({ ...setup, readers: undefined }, juror, stageId, contestant);
      if (isJudging) continue;
      return refuse({
        type: 'not-judging',
        reason: 'juror-not-judging',
        juror: juror.name,
        contestant: contestant.name,
      });
    }
  }
  if (new Set(readers.map(({ contestant }) => contestant)).size < readers.length) {
    return refuse({ type: 'invalid-setup', reason: 'contestant-named-twice' });
  }
  const after = withReaders(setup, stageId, readers);
  if (sameReaders(setup, after, stageId)) return ok([]);
  const { method, drop } = setup.rules;
  const few = readers.find(({ jurors }) => method === 'trimmed-mean' && jurors.length <= 2 * drop);
  if (few !== undefined) {
    const contestant = findContestant(setup, few.contestant)?.name ?? few.contestant;
    return refuse({
      type: 'invalid-setup',
      reason: 'does-not-fit',
      problems: [{ path: '', type: 'too-few-left', drop, contestant, stage: stage.name, jurors: few.jurors.length }],
    });
  }
  if (isPlaceBased(method) && readers.length > 0) {
    const problems = checkSetup(after).filter(({ type }) => type === 'readers-of-places');
    return refuse({ type: 'invalid-setup', reason: 'does-not-fit', problems });
  }
  const [lost] = lostWith(contest, after);
  if (lost !== undefined) {
    const judged = findContestant(setup, lost.contestant);
    return refuse({
      type: 'in-use',
      reason: 'task-in-use',
      juror: findJuror(setup, lost.juror)?.name ?? lost.juror,
      contestant: judged?.name ?? '',
      category: judged === undefined ? '' : (findCategory(setup, judged.category)?.name ?? ''),
      stage: stage.name,
    });
  }
  return ok([
    { type: 'readers-assigned', stage: stageId, readers: [...readers], ...more },
    ...openedAgain(contest, setup, after, stageId),
  ]);
}

function withReaders(setup: ContestSetup, stage: StageId, readers: StageReaders): ContestSetup {
  const others = (setup.readers ?? []).filter((each) => each.stage !== stage);
  return { ...setup, readers: [...others, ...readers.map((each) => ({ ...each, stage }))] };
}

function sameReaders(before: ContestSetup, after: ContestSetup, stage: StageId): boolean {
  const textOf = ({ readers = [] }: ContestSetup) =>
    JSON.stringify(
      readers
        .filter((each) => each.stage === stage)
        .map(({ contestant, jurors }) => [contestant, jurors.toSorted()].join())
        .toSorted(),
    );
  return textOf(before) === textOf(after);
}

/** [D11] Whoever gets a further sheet has not signed that one off. */
function openedAgain(contest: Contest, before: ContestSetup, after: ContestSetup, stage: StageId): DomainEvent[] {
  return before.jurors.flatMap((juror) =>
    before.categories.flatMap((category) => {
      const came = before.contestants.filter(
        (each) =>
          each.category === category.id &&
          isRanked(each) &&
          !reads(before, juror, stage, each) &&
          reads(after, juror, stage, each),
      );
      return came.length === 0 ? [] : reopenedSignOffs(contest, category.id, juror.id, becauseOf('came-in', came));
    }),
  );
}
