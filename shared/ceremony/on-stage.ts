/** Who is on now and who is next, with the stage timer: the projector's picture while groups perform (rule C6). */
import { findCategory, findContestant, type Contest } from '../domain/contest.ts';
import type { StageId } from '../domain/ids.ts';
import { nextTurn, plannedSlot } from '../domain/running-order.ts';
import type { Contestant } from '../domain/setup/contest-file.ts';
import { readTimer, type StageTime } from './stage-time.ts';
import { shownContestant } from './steps.ts';
import type { OnStageView, Picture, ShownContestant } from './view.ts';

/** `time`: what this laptop has counted of the stage timer. A contest without setup shows an empty waiting picture. */
export function onStageView(contest: Contest, time: StageTime | null): Picture {
  if (contest.setup === null) return waitingView(contest);
  const setup = contest.setup;
  const current = contest.shown === null ? undefined : findContestant(setup, contest.shown.contestant);
  const turn = nextTurn(contest);
  const next = turn?.contestant;
  const category = (current ?? next)?.category;
  const stage = setup.stages.find((each) => each.id === contest.shown?.stage);
  return {
    type: 'on-stage',
    contest: setup.contest.name,
    category: category === undefined ? '' : (findCategory(setup, category)?.name ?? ''),
    stage: stage?.name ?? null,
    now: current === undefined ? null : withSlot(contest, current, contest.shown?.stage ?? null),
    next: turn === undefined ? null : withSlot(contest, turn.contestant, turn.stage),
    timer: timerOf(contest, time),
    example: setup.contest.example === true || contest.rehearsal,
  };
}

function withSlot(contest: Contest, contestant: Contestant, stage: StageId | null): ShownContestant {
  const slot = plannedSlot(contest, contestant, stage);
  return { ...shownContestant(contestant), ...(slot === undefined ? {} : { slot }) };
}

/** The picture between things: the contest and who holds it. */
export function waitingView(contest: Contest): Picture {
  const info = contest.setup?.contest;
  return {
    type: 'waiting',
    contest: info?.name ?? '',
    organizer: info?.organizer ?? '',
    example: info?.example === true || contest.rehearsal,
  };
}

/** Only once it was started: a clock that stands at the beginning would be read as one that runs. */
function timerOf(contest: Contest, time: StageTime | null): OnStageView['timer'] {
  const { timer, shown } = contest;
  const reading = timer === null || timer.contestant !== shown?.contestant ? null : readTimer(contest, time, 0);
  if (reading === null) return null;
  const { current, elapsedMs, running } = reading;
  return { part: current.name, totalMs: current.seconds * 1000, elapsedMs, running };
}
