/** Who is on now and who is next, with the stage timer: the projector's picture while groups perform (rule C6). */
import { findCategory, findContestant, type Contest } from '../domain/contest.ts';
import { nextTurn } from '../domain/running-order.ts';
import type { Contestant } from '../domain/setup/contest-file.ts';
import { readTimer, type StageTime } from './stage-time.ts';
import { shownContestant } from './steps.ts';
import type { OnStageView, Picture, ShownContestant } from './view.ts';

/** `time`: what this laptop has counted of the stage timer. A contest without setup shows an empty waiting picture. */
export function onStageView(contest: Contest, time: StageTime | null): Picture {
  if (contest.setup === null) return waitingView(contest);
  const setup = contest.setup;
  const current = contest.shown === null ? undefined : findContestant(setup, contest.shown.contestant);
  const next = nextTurn(contest)?.contestant;
  const category = (current ?? next)?.category;
  const stage = setup.stages.find((each) => each.id === contest.shown?.stage);
  return {
    type: 'on-stage',
    contest: setup.contest.name,
    category: category === undefined ? '' : (findCategory(setup, category)?.name ?? ''),
    stage: stage?.name ?? null,
    now: current === undefined ? null : withSlot(current),
    next: next === undefined ? null : withSlot(next),
    timer: timerOf(contest, time),
    example: setup.contest.example === true || contest.rehearsal,
  };
}

function withSlot(contestant: Contestant): ShownContestant {
  const { slot } = contestant;
  return { ...shownContestant(contestant), ...(slot === undefined || slot === '' ? {} : { slot }) };
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
