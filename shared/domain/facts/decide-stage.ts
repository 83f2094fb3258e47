/** Who is on stage, the way back from a wrong step, and the timer (rules D8, D9). */
import { ok } from '../../lib/result.ts';
import type { Command } from './commands.ts';
import type { ContestantStatus } from '../setup/contest-file.ts';
import { findContestant, setupOf, type Contest } from '../contest.ts';
import { isLeftOut } from '../running-order.ts';
import { refuse, unknown, type Decision } from './errors.ts';
import type { DomainEvent } from './events.ts';
import type { Ref } from '../ids.ts';

type StageCommand = Extract<Command, { type: 'show-stage' | 'undo-stage' | 'start-timer' | 'stop-timer' }>;

export function decideStage(contest: Contest, command: StageCommand): Decision {
  switch (command.type) {
    case 'show-stage':
      return showStage(contest, command);
    case 'undo-stage':
      return undoStage(contest, command.step);
    case 'start-timer':
    case 'stop-timer':
      return moveTimer(contest, command);
  }
}

/** [D8] Showing one marks it as performing, again too, and the one before as performed. */
function showStage(
  contest: Contest,
  { contestant: id, stage, outside }: Extract<StageCommand, { type: 'show-stage' }>,
): Decision {
  const setup = setupOf(contest);
  const shown = id === null ? undefined : findContestant(setup, id);
  if (id !== null && shown === undefined) return unknown('contestant', id);
  if (stage !== null && !setup.stages.some((each) => each.id === stage)) return unknown('stage', stage);
  if (contest.shown?.contestant === id && contest.shown?.stage === stage) return ok([]);
  if (contest.shown === null && id === null) return ok([]);
  if (shown !== undefined && staysAway(shown.status) && outside !== true) {
    return refuse({ type: 'not-ranked', reason: 'stays-away', contestant: shown.name });
  }
  if (shown !== undefined && stage !== null && outside !== true && isLeftOut(contest, shown, stage)) {
    return refuse({ type: 'not-judging', reason: 'not-advanced', contestant: shown.name });
  }
  const facts: DomainEvent[] = [{ type: 'stage-shown', contestant: id, stage: id === null ? null : stage }];
  for (const contestant of setup.contestants) {
    if (contestant.status === 'performing' && contestant.id !== id) {
      facts.push({ type: 'contestant-status-changed', contestant: contestant.id, status: 'performed' });
    }
    if (contestant.id === id && (contestant.status === 'waiting' || contestant.status === 'performed')) {
      facts.push({ type: 'contestant-status-changed', contestant: contestant.id, status: 'performing' });
    }
  }
  return ok(facts);
}

/** Withdrawn, absent or disqualified: not expected on stage. */
export function staysAway(status: ContestantStatus): boolean {
  return status === 'withdrawn' || status === 'no-show' || status === 'disqualified';
}

/**
 * [D8] The last step is taken back: who was shown before is shown again, performing if it was, and whoever the step brought on
 * is as before. What else was changed since stays.
 */
function undoStage(contest: Contest, ref: Ref): Decision {
  const step = contest.steps.at(-1);
  if (step === undefined) return refuse({ type: 'already-done', reason: 'nothing-to-undo' });
  if (step.ref !== ref) return ok([]);
  const { shown } = step;
  const facts: DomainEvent[] = [
    { type: 'stage-shown', contestant: shown?.contestant ?? null, stage: shown?.stage ?? null, undoes: ref },
  ];
  const before = new Map(step.contestants.map((each) => [each.id, each.status]));
  for (const { id, status } of setupOf(contest).contestants) {
    const was = before.get(id);
    const isTakenOff = id === contest.shown?.contestant && id !== shown?.contestant && isOnStageState(status);
    const isPutBack = was === 'performing' && status === 'performed';
    if (was === undefined || was === status || !isOnStageState(was) || !(isTakenOff || isPutBack)) continue;
    facts.push({ type: 'contestant-status-changed', contestant: id, status: was });
  }
  return ok(facts);
}

function isOnStageState(status: ContestantStatus): boolean {
  return status === 'waiting' || status === 'performing' || status === 'performed';
}

function moveTimer(contest: Contest, command: Extract<StageCommand, { type: 'start-timer' | 'stop-timer' }>): Decision {
  const { shown, timer } = contest;
  if (shown === null || shown.stage === null) {
    return refuse({ type: 'no-timer', reason: 'nobody-on-stage' });
  }
  const { contestant, stage } = shown;
  if (command.type === 'start-timer') {
    const { part, elapsedMs } = command;
    const parts = setupOf(contest).stages.find(({ id }) => id === stage)?.timer?.length ?? 0;
    if (part > 0 && part >= parts) {
      return refuse({ type: 'no-timer', reason: 'no-such-part', part: part + 1 });
    }
    return ok([{ type: 'timer-started', contestant, stage, part, elapsedMs }]);
  }
  if (timer === null || !timer.running) return ok([]);
  return ok([{ type: 'timer-stopped', contestant, stage, part: timer.part, elapsedMs: command.elapsedMs }]);
}
