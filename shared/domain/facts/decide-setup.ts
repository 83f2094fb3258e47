/** Setting the contest up: refused where the parts would not fit together, frozen at the first score (rules D2, D3, D5, D6). */
import { ok } from '../../lib/result.ts';
import { limits } from '../../limits.ts';
import type { Command } from './commands.ts';
import { checkContest, checkSetup } from '../setup/contest-check.ts';
import type { Problem } from '../setup/contest-problem.ts';
import {
  contestFileFormat,
  isRanked,
  type Contestant,
  type ContestFile,
  type ContestSetup,
} from '../setup/contest-file.ts';
import { findCategory, findContestant, findJuror, setupOf, standingLocks, type Contest } from '../contest.ts';
import { refuse, type DomainError, type Decision } from './errors.ts';
import { newestFormat, type DomainEvent } from './events.ts';
import { drawLots } from './lots.ts';
import { becauseOf, reopenedSignOffs, setAside } from './reopen.ts';
import { sealsOf } from '../seal.ts';
import { hasNotes, isFrozen, lockedContestants, lostWith, standingWork, type StandingWork } from '../standing.ts';
import type { ContestantId, Ref } from '../ids.ts';

export type SetupCommand = Extract<
  Command,
  {
    type:
      | 'found-contest'
      | 'change-info'
      | 'change-categories'
      | 'change-stages'
      | 'change-rubrics'
      | 'change-jurors'
      | 'change-rules'
      | 'change-awards'
      | 'change-programme'
      | 'change-setup'
      | 'change-contestants'
      | 'change-order'
      | 'draw-lots';
  }
>;

export function decideSetup(contest: Contest, command: SetupCommand): Decision {
  switch (command.type) {
    case 'found-contest':
      return found(contest, command);
    case 'change-info':
      return changeInfo(contest, command.contest);
    case 'change-awards':
      return fitting(contest, { awards: command.awards }, [{ type: 'awards-changed', awards: command.awards }]);
    case 'change-programme':
      return ok([{ type: 'programme-changed', programme: command.programme }]);
    case 'change-categories': {
      const { categories } = command;
      const added = setupOf(contest).categories.every(({ id }) => categories.some((each) => each.id === id));
      const facts: DomainEvent[] = [{ type: 'categories-changed', categories }];
      return added ? fitting(contest, { categories }, facts) : thawed(contest, { categories }, facts);
    }
    case 'change-stages':
      return thawed(contest, { stages: command.stages }, [{ type: 'stages-changed', stages: command.stages }]);
    case 'change-rubrics':
      return thawed(contest, { rubrics: command.rubrics }, [{ type: 'rubrics-changed', rubrics: command.rubrics }]);
    case 'change-rules':
      return thawed(contest, { rules: command.rules }, [{ type: 'rules-changed', rules: command.rules }]);
    case 'change-jurors':
      return changeJurors(contest, command.jurors);
    case 'change-setup':
      return changeSetup(contest, command);
    case 'change-contestants':
      return changeContestants(contest, command);
    case 'change-order':
      return renumber(contest, command.numbers, { type: 'order-changed', numbers: command.numbers });
    case 'draw-lots': {
      const { category, seed } = command;
      const numbers = drawLots(setupOf(contest).contestants, category, seed);
      return renumber(contest, numbers, { type: 'lots-drawn', category, seed, numbers });
    }
  }
}

function found(contest: Contest, command: Extract<SetupCommand, { type: 'found-contest' }>): Decision {
  if (contest.setup !== null) return refuse({ type: 'already-founded', reason: 'already-founded' });
  const { setup, recusals, absences, penalties, decisions } = command;
  const file: ContestFile = {
    format: contestFileFormat,
    ...setup,
    scores: [],
    recusals,
    absences,
    penalties,
    decisions,
  };
  const problems = checkContest(file);
  if (problems.length > 0) return unfit(problems);
  return ok([
    {
      type: 'contest-founded',
      setup: command.setup,
      ...(command.rehearsal === true ? { rehearsal: true } : {}),
      format: newestFormat,
    },
    ...command.recusals.map((recusal): DomainEvent => ({ type: 'recusal-recorded', recusal })),
    ...command.absences.map((absence): DomainEvent => ({ type: 'absence-recorded', absence })),
    ...command.penalties.map((penalty): DomainEvent => ({ type: 'penalty-added', penalty })),
    ...command.decisions.map((decision): DomainEvent => ({ type: 'decision-recorded', decision })),
  ]);
}

/** [D5] What decides how scores count freezes at the first score. */
function thawed(contest: Contest, change: Partial<ContestSetup>, facts: readonly DomainEvent[]): Decision {
  if (isFrozen(contest)) return refuse({ type: 'frozen', reason: 'scoring-has-begun' });
  return fitting(contest, change, facts);
}

function fitting(contest: Contest, change: Partial<ContestSetup>, facts: readonly DomainEvent[]): Decision {
  // What an earlier version let in stands for ever and must not stop the day; only what comes newly is refused.
  const known = new Set(checkSetup(setupOf(contest)).map((each) => JSON.stringify(each)));
  const problems = checkSetup({ ...setupOf(contest), ...change }).filter((each) => !known.has(JSON.stringify(each)));
  return problems.length > 0 ? unfit(problems) : ok(facts);
}

function unfit(problems: readonly Problem[]): Decision {
  return refuse({ type: 'invalid-setup', reason: 'does-not-fit', problems });
}

/** [D29] What the jurors have accepted, or have scored without, stays as it was. */
function changeInfo(contest: Contest, info: ContestSetup['contest']): Decision {
  const facts: DomainEvent[] = [{ type: 'info-changed', contest: info }];
  const change = isOtherPact(contest, info) ? thawed : fitting;
  return refuseInfo(contest, info) ?? change(contest, { contest: info }, facts);
}

function isOtherPact(contest: Contest, { pact }: ContestSetup['contest']): boolean {
  return pact !== setupOf(contest).contest.pact;
}

/** Each part is refused for the same reasons as alone, but fits or not only together with the others (D3, D5, D6). */
function changeSetup(contest: Contest, command: Extract<SetupCommand, { type: 'change-setup' }>): Decision {
  const { type: _type, ...parts } = command;
  const { contest: info, categories, stages, rubrics, jurors, rules, awards } = parts;
  if (jurors !== undefined) {
    const refused = refuseJurors(contest, jurors);
    if (refused !== null) return refused;
  }
  const change: Partial<ContestSetup> = Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined),
  );
  if (info !== undefined) {
    const refused = refuseInfo(contest, info);
    if (refused !== null) return refused;
  }
  const facts: DomainEvent[] = [];
  // Facts that name others come after those: whoever has read only a part of them still finds what is named.
  if (info !== undefined) facts.push({ type: 'info-changed', contest: info });
  if (categories !== undefined) facts.push({ type: 'categories-changed', categories });
  if (stages !== undefined) facts.push({ type: 'stages-changed', stages });
  if (rubrics !== undefined) facts.push({ type: 'rubrics-changed', rubrics });
  if (jurors !== undefined) facts.push({ type: 'jurors-changed', jurors });
  if (rules !== undefined) facts.push({ type: 'rules-changed', rules });
  if (awards !== undefined) facts.push({ type: 'awards-changed', awards });
  const isLost =
    categories !== undefined &&
    setupOf(contest).categories.some(({ id }) => !categories.some((each) => each.id === id));
  const isPactChanged = info !== undefined && isOtherPact(contest, info);
  const isFreezing = isPactChanged || stages !== undefined || rubrics !== undefined || rules !== undefined || isLost;
  return isFreezing ? thawed(contest, change, facts) : fitting(contest, change, facts);
}

/** [Z14] What was sealed once is official by seals alone. */
function refuseInfo(contest: Contest, info: ContestSetup['contest']): Decision | null {
  const isTurnedOff = setupOf(contest).contest.sealing === true && info.sealing !== true;
  const isSealed = sealsOf(contest).some(({ approved }) => approved !== null);
  return isTurnedOff && isSealed ? refuse({ type: 'sealed', reason: 'sealing-stays' }) : null;
}

/** [D6] A seat keeps its place and the tasks in which its values stand; others and names may change at any time. */
function changeJurors(contest: Contest, jurors: ContestSetup['jurors']): Decision {
  return refuseJurors(contest, jurors) ?? fitting(contest, { jurors }, [{ type: 'jurors-changed', jurors }]);
}

function refuseJurors(contest: Contest, jurors: ContestSetup['jurors']): Decision | null {
  const setup = setupOf(contest);
  const gone = setup.jurors.find(
    ({ id }) => !jurors.some((juror) => juror.id === id) && hasNotes(contest, { juror: id }),
  );
  const [lost] = lostWith(contest, { ...setup, jurors });
  const juror = gone ?? (lost === undefined ? undefined : findJuror(setup, lost.juror));
  if (juror === undefined) return null;
  if (!jurors.some(({ id }) => id === juror.id)) {
    return refuse({ type: 'in-use', reason: 'seat-in-use', juror: juror.name });
  }
  const judged = lost === undefined ? undefined : findContestant(setup, lost.contestant);
  const category = judged === undefined ? undefined : findCategory(setup, judged.category);
  const stage = setup.stages.find(({ id }) => id === lost?.rubric?.stage);
  return refuse({
    type: 'in-use',
    reason: 'task-in-use',
    juror: juror.name,
    contestant: judged?.name ?? '',
    category: category?.name ?? '',
    stage: stage?.name ?? '',
  });
}

/**
 * [D7] A contestant with values that stand is never removed. It changes its category where the same rubrics and seats judge it
 * there, else what does not fit is set aside with a reason. With locked sheets, another name or unit needs a reason.
 */
function changeContestants(contest: Contest, command: ChangeContestants): Decision {
  const setup = setupOf(contest);
  const { put, reason } = command;
  const work = standingWork(contest);
  for (const id of command.removed) {
    if (findContestant(setup, id) === undefined) {
      return refuse({ type: 'unknown-id', reason: 'no-such-contestant', id });
    }
    if (work.some(({ contestant }) => contestant === id) || hasNotes(contest, { contestant: id })) {
      return refuse({ type: 'in-use', reason: 'contestant-in-use', contestant: nameOf(setup, id) });
    }
  }
  const after = afterChange(setup, command);
  const lost = lostWith(contest, after);
  if (lost.length > 0 && (command.setAside !== true || reason === undefined)) return refuse(wouldBeLost(setup, lost));
  const renamed = renamedWithLocks(contest, put);
  if (renamed.length > 0 && reason === undefined) {
    const names = renamed.map(({ before, after: now }) => ({ from: before.name, to: now.name }));
    return refuse({ type: 'reason-required', reason: 'renamed-with-locks', renamed: names });
  }
  const facts: DomainEvent[] = [];
  if (after.categories.length > setup.categories.length) {
    facts.push({ type: 'categories-changed', categories: after.categories });
  }
  if (put.length + command.removed.length > 0) {
    const { source } = command;
    facts.push({
      type: 'contestants-changed',
      put,
      removed: command.removed,
      ...(source === undefined ? {} : { source }),
      ...(reason === undefined
        ? {}
        : { reason, locks: locksOf(contest, new Set(renamed.map(({ before }) => before.id))) }),
    });
  }
  if (reason !== undefined) facts.push(...setAside(lost, reason));
  const came = put.filter((each) => isRanked(each) && findContestant(setup, each.id)?.category !== each.category);
  for (const category of new Set(came.map((each) => each.category))) {
    const here = came.filter((each) => each.category === category);
    facts.push(...reopenedSignOffs(contest, category, null, becauseOf('came-in', here)));
  }
  return fitting(contest, { categories: after.categories, contestants: after.contestants }, facts);
}

type ChangeContestants = Extract<SetupCommand, { type: 'change-contestants' }>;

function afterChange(setup: ContestSetup, { addCategories, put, removed }: ChangeContestants): ContestSetup {
  const gone = new Set(removed);
  const putById = new Map(put.map((each) => [each.id, each]));
  const kept = setup.contestants.filter(({ id }) => !gone.has(id));
  return {
    ...setup,
    categories: [
      ...setup.categories,
      ...addCategories.filter(({ id }) => !setup.categories.some((each) => each.id === id)),
    ],
    contestants: [
      ...kept.map((each) => putById.get(each.id) ?? each),
      ...put.filter(({ id }) => !kept.some((each) => each.id === id)),
    ],
  };
}

/** Contestants with locked sheets that would get another name or unit. */
export function renamedWithLocks(
  contest: Contest,
  put: readonly Contestant[],
): { readonly before: Contestant; readonly after: Contestant }[] {
  const setup = setupOf(contest);
  const changed = put.flatMap((after) => {
    const before = findContestant(setup, after.id);
    const isSame = before === undefined || (before.name === after.name && (before.unit ?? '') === (after.unit ?? ''));
    return isSame ? [] : [{ before, after }];
  });
  if (changed.length === 0) return [];
  const locked = lockedContestants(contest);
  return changed.filter(({ before }) => locked.has(before.id));
}

function locksOf(contest: Contest, contestants: ReadonlySet<ContestantId>): Ref[] {
  const { jurors, stages } = setupOf(contest);
  return [...contestants]
    .flatMap((contestant) =>
      jurors.flatMap((juror) =>
        stages.flatMap((stage) => standingLocks(contest, juror.id, contestant, stage.id).map(({ ref }) => ref)),
      ),
    )
    .slice(0, limits.valuesSetAside);
}

/** What would be set aside with this change of contestants. */
export function lostWithChange(contest: Contest, command: ChangeContestants): StandingWork[] {
  return lostWith(contest, afterChange(setupOf(contest), command));
}

function wouldBeLost(setup: ContestSetup, lost: readonly StandingWork[]): DomainError {
  const contestants = [...new Set(lost.map(({ contestant }) => nameOf(setup, contestant)))];
  const jurors = [...new Set(lost.map(({ juror }) => findJuror(setup, juror)?.name ?? juror))];
  return { type: 'in-use', reason: 'scores-would-be-lost', contestants, jurors };
}

function renumber(
  contest: Contest,
  numbers: readonly { readonly contestant: ContestantId; readonly number: number | null }[],
  fact: DomainEvent,
): Decision {
  const setup = setupOf(contest);
  const unknown = numbers.find(({ contestant }) => findContestant(setup, contestant) === undefined);
  if (unknown !== undefined) {
    return refuse({ type: 'unknown-id', reason: 'no-such-contestant', id: unknown.contestant });
  }
  const numberOf = new Map(numbers.map(({ contestant, number }) => [contestant, number]));
  const contestants = setup.contestants.map((each) => {
    const number = numberOf.get(each.id);
    return number === undefined ? each : { ...each, number };
  });
  return fitting(contest, { contestants }, [fact]);
}

function nameOf(setup: ContestSetup, id: ContestantId): string {
  return findContestant(setup, id)?.name ?? id;
}
