/** Who is on now and who is next, with the stage timer: the projector's picture while groups perform (rule C6). */
import { findCategory, findContestant, performanceOrder, type Contest } from '../domain/contest.ts';
import { isRanked, type Contestant, type ContestSetup } from '../domain/setup/contest-file.ts';
import { groupBy } from '../lib/order.ts';
import { readTimer, type StageTime } from './stage-time.ts';
import { shownContestant } from './steps.ts';
import type { OnStageView, Picture, ShownContestant } from './view.ts';

/** `time`: what this laptop has counted of the stage timer. A contest without setup shows an empty waiting picture. */
export function onStageView(contest: Contest, time: StageTime | null): Picture {
  if (contest.setup === null) return waitingView(contest);
  const setup = contest.setup;
  const current = contest.shown === null ? undefined : findContestant(setup, contest.shown.contestant);
  const next = nextContestant(setup, current);
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

/** The first one after the current who still waits to perform; at the end of the order, who was passed over before. */
export function nextContestant(setup: ContestSetup, current: Contestant | undefined): Contestant | undefined {
  const order = showOrder(setup);
  const from = current === undefined ? 0 : order.findIndex((each) => each.id === current.id) + 1;
  const coming = [...order.slice(from), ...order.slice(0, from)];
  return coming.find((each) => each.status === 'waiting' && each.id !== current?.id);
}

/** By number where lots were drawn over all categories; category by category where each has numbers of its own. */
export function showOrder(setup: ContestSetup): Contestant[] {
  const performers = setup.contestants.filter((each) => isRanked(each) || each.status === 'exhibition');
  const numbers = performers.flatMap((each) => (each.number === null ? [] : [each.number]));
  if (new Set(numbers).size === numbers.length) return performanceOrder(performers);
  const byCategory = groupBy(performers, (each) => each.category);
  return setup.categories.flatMap((category) => performanceOrder(byCategory.get(category.id) ?? []));
}

/** Only once it was started: a clock that stands at the beginning would be read as one that runs. */
function timerOf(contest: Contest, time: StageTime | null): OnStageView['timer'] {
  const { timer, shown } = contest;
  const reading = timer === null || timer.contestant !== shown?.contestant ? null : readTimer(contest, time, 0);
  if (reading === null) return null;
  const { current, elapsedMs, running } = reading;
  return { part: current.name, totalMs: current.seconds * 1000, elapsedMs, running };
}
