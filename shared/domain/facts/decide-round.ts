/** Closing a round and opening it again (D26), and the order of who advances (D27). Whether the lists are what the scores make is checked where the ranking is known. */
import { ok } from '../../lib/result.ts';
import { closingOf, isOutOf, standingClosings } from '../closed-rounds.ts';
import { findCategory, findContestant, performanceOrder, setupOf, stageOrderKey, type Contest } from '../contest.ts';
import { isRanked } from '../setup/contest-file.ts';
import type { Command } from './commands.ts';
import { refuse, unknown, type Decision } from './errors.ts';
import type { DomainEvent } from './events.ts';
import { drawLots } from './lots.ts';
import { becauseOf, reopenedSignOffs } from './reopen.ts';

type RoundCommand = Extract<Command, { type: 'close-round' | 'reopen-round' }>;

export function decideRound(contest: Contest, command: RoundCommand): Decision {
  const { category, stage } = command;
  const setup = setupOf(contest);
  if (findCategory(setup, category) === undefined) return unknown('category', category);
  const from = setup.stages.find(({ id }) => id === stage)?.after?.stage;
  if (from === undefined) return unknown('stage', stage);
  const standing = standingClosings(contest, category).filter(
    ({ value }) => setup.stages.find(({ id }) => id === value.stage)?.after?.stage === from,
  );
  const closed = closingOf(contest, category, stage);
  const wasOut = new Set(closed?.value.out);
  const letIn = (ids: readonly string[]) => {
    const contestants = setup.contestants.filter((one) => wasOut.has(one.id) && ids.includes(one.id) && isRanked(one));
    return contestants.length === 0
      ? []
      : reopenedSignOffs(contest, category, null, becauseOf('judged-again', contestants));
  };
  if (command.type === 'reopen-round') {
    if (closed === null) return refuse({ type: 'not-locked', reason: 'round-not-closed' });
    const reopened: DomainEvent = {
      type: 'round-reopened',
      closings: standing.map(({ ref }) => ref),
      reason: command.reason,
    };
    return ok([reopened, ...letIn(closed.value.out)]);
  }
  const { advanced, out, reason } = command;
  const named = [...advanced, ...out];
  const stranger = named.find((id) => findContestant(setup, id)?.category !== category);
  if (stranger !== undefined) return unknown('contestant-of-category', stranger);
  if (new Set(named).size < named.length) {
    return refuse({ type: 'invalid-setup', reason: 'contestant-named-twice' });
  }
  if (
    closed !== null &&
    standing.length === 1 &&
    isSame(closed.value.advanced, advanced) &&
    isSame(closed.value.out, out)
  ) {
    return ok([]);
  }
  if (closed !== null && reason === undefined) {
    return refuse({ type: 'reason-required', reason: 'round-closed-already' });
  }
  const replaces = standing.map(({ ref }) => ref);
  return ok([
    { type: 'round-closed', category, stage, advanced, out, replaces, ...(reason === undefined ? {} : { reason }) },
    ...letIn(advanced),
  ]);
}

/** [D27] Of those who advance, once that is a fact. */
export function decideStageOrder(
  contest: Contest,
  { category, stage, by }: Extract<Command, { type: 'set-stage-order' }>,
): Decision {
  const setup = setupOf(contest);
  if (findCategory(setup, category) === undefined) return unknown('category', category);
  if (setup.stages.find(({ id }) => id === stage)?.after === undefined) return unknown('stage', stage);
  if (closingOf(contest, category, stage) === null) {
    return refuse({ type: 'not-locked', reason: 'round-not-closed' });
  }
  const inside = setup.contestants.filter(
    (each) => each.category === category && isRanked(each) && !isOutOf(contest, category, each.id, stage),
  );
  const ids = inside.map(({ id }) => id);
  if (by.how === 'best-last' && !isSame(ids, by.order)) {
    return refuse({ type: 'already-done', reason: 'round-is-otherwise' });
  }
  const order =
    by.how === 'lots'
      ? drawLots(inside, null, by.seed).map(({ contestant }) => contestant)
      : by.how === 'same'
        ? performanceOrder(inside).map(({ id }) => id)
        : by.order;
  const was = contest.stageOrders.get(stageOrderKey(category, stage));
  const seed = by.how === 'lots' ? by.seed : null;
  if (was?.how === by.how && was.seed === seed && was.order.join() === order.join()) return ok([]);
  const { how } = by;
  return ok([{ type: 'stage-order-set', category, stage, how, ...(seed === null ? {} : { seed }), order }]);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === a.length;
}
