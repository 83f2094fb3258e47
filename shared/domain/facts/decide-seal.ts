/** Sealing results and opening them again, what no seal lets through, remarks and objections (Z rules). */
import { ok } from '../../lib/result.ts';
import { contestProblems, type ContestProblem } from '../contest-problems.ts';
import { findCategory, findContestant, findJuror, setupOf, type Contest } from '../contest.ts';
import { entryRef, idFrom, type JurorId } from '../ids.ts';
import { neverBears, sealBefore, sealBroken, sealsOf, standingSeals, type Seal } from '../seal.ts';
import { wholeContest, type SealScope } from '../setup/contest-file.ts';
import { unconfirmedJurors } from '../unsigned-jurors.ts';
import type { Command } from './commands.ts';
import { refuse, unknown, type Decision } from './errors.ts';
import type { Author, DomainEvent } from './events.ts';
import { applyEvents } from './evolve.ts';

export type SealCommand = Extract<
  Command,
  {
    type:
      | 'propose-seal'
      | 'approve-seal'
      | 'propose-seal-opening'
      | 'make-remark'
      | 'enter-objection'
      | 'answer-objection';
  }
>;

export function decideSeal(contest: Contest, command: SealCommand): Decision {
  const setup = setupOf(contest);
  switch (command.type) {
    case 'propose-seal':
      return proposeSeal(contest, command);
    case 'approve-seal':
      return approveSeal(contest, command);
    case 'propose-seal-opening': {
      const seal = standingSeals(contest).find(({ code }) => code === command.code);
      if (seal === undefined) return refuse({ type: 'already-done', reason: 'not-sealed' });
      if (seal.opening !== null) return ok([]);
      return ok([{ ...command, type: 'seal-opening-proposed' }]);
    }
    case 'make-remark': {
      const { category, contestant } = command;
      if (findCategory(setup, category) === undefined) return unknown('category', category);
      if (contestant !== undefined && findContestant(setup, contestant)?.category !== category) {
        return unknown('contestant-of-category', contestant);
      }
      return ok([{ ...command, type: 'remark-made' }]);
    }
    case 'enter-objection': {
      const { category, contestant } = command;
      if (!isScope(contest, category)) return unknown('category', category);
      if (contestant !== null && findContestant(setup, contestant) === undefined) {
        return unknown('contestant', contestant);
      }
      return ok([{ ...command, type: 'objection-entered' }]);
    }
    case 'answer-objection': {
      const { objection } = command;
      if (!contest.objections.some(({ ref }) => ref === objection)) return unknown('record', objection);
      if (contest.objectionAnswers.some(({ value }) => value.objection === objection)) return ok([]);
      return ok([{ ...command, type: 'objection-answered' }]);
    }
  }
}

/** [Z1] Whether sheets are missing and ties decided is the ranking's to say: `seal/propose.ts` asks it first. */
function proposeSeal(contest: Contest, command: Extract<SealCommand, { type: 'propose-seal' }>): Decision {
  const { scope, code, digest, previous, covers } = command;
  const setup = setupOf(contest);
  if (!isScope(contest, scope)) return unknown('category', scope);
  if (standingSeals(contest).some((seal) => seal.scope === scope)) {
    return refuse({ type: 'already-done', reason: 'sealed-already' });
  }
  if (!setup.jurors.some(({ chair }) => chair === true)) {
    return refuse({ type: 'invalid-setup', reason: 'seal-without-chair' });
  }
  const conflicts = sealConflicts(contest, scope);
  if (conflicts.length > 0) return refuse({ type: 'conflict', reason: 'seal-conflicts', count: conflicts.length });
  const categories = setup.categories.filter(({ id }) => scope === wholeContest || id === scope);
  const unsigned = new Map(
    categories.flatMap(({ id }) => unconfirmedJurors(contest, id)).map((juror) => [juror.id, juror.name]),
  );
  if (unsigned.size > 0) {
    return refuse({ type: 'incomplete', reason: 'seal-signatures', jurors: [...unsigned.values()] });
  }
  const isNext = (sealBefore(contest, scope)?.code ?? null) === previous;
  if (!isNext) return refuse({ type: 'incomplete', reason: 'seal-outdated' });
  return ok([{ type: 'seal-proposed', code, scope, digest, previous, covers }]);
}

/** [Z1] What a person has to decide before that scope is sealed. */
export function sealConflicts(contest: Contest, scope: SealScope): readonly ContestProblem[] {
  const setup = setupOf(contest);
  return contestProblems(contest).filter((problem) => {
    if (!('contestant' in problem) || !open.has(problem.type)) return false;
    const category = findContestant(setup, problem.contestant)?.category;
    // Of a group that was taken away nobody knows where it belongs: it is looked at first.
    return scope === wholeContest || category === scope || category === undefined;
  });
}

const open: ReadonlySet<ContestProblem['type']> = new Set<ContestProblem['type']>([
  'score-conflict',
  'lock-conflict',
  'lock-unaware',
  'lock-beside-absence',
  'lock-beside-recusal',
  'lock-outside-ranking',
  'lock-under-other-name',
  'stray-values',
]);

/** [Z3] After the jury's chair, and only while the result is the one that was proposed. */
function approveSeal(contest: Contest, command: Extract<SealCommand, { type: 'approve-seal' }>): Decision {
  const { code, digest, opening } = command;
  const seal = sealsOf(contest).find((each) => each.code === code);
  if (seal === undefined) return unknown('record', code);
  if (opening === undefined) {
    if (seal.approved !== null) return ok([]);
    const isOther = seal.digest !== digest || (sealBefore(contest, seal.scope)?.code ?? null) !== seal.previous;
    if (isOther) return refuse({ type: 'incomplete', reason: 'seal-outdated' });
    return approved(contest, seal.confirmed, { type: 'seal-approved', code });
  }
  if (seal.opening === null || seal.opening.ref !== opening) return unknown('record', opening);
  if (seal.opening.approved !== null) return ok([]);
  return approved(contest, seal.opening.confirmed, { type: 'seal-approved', code, opening });
}

function approved(
  contest: Contest,
  confirmed: Seal['confirmed'],
  fact: Omit<Extract<DomainEvent, { type: 'seal-approved' }>, 'confirmed'>,
): Decision {
  const isByChair = confirmed !== null && findJuror(setupOf(contest), confirmed.value.juror)?.chair === true;
  if (!isByChair) return refuse({ type: 'incomplete', reason: 'seal-unconfirmed' });
  return ok([{ ...fact, confirmed: confirmed.ref }]);
}

/** [Z3] By the juror who is marked as the jury's chair. */
export function confirmSeal(
  contest: Contest,
  juror: JurorId,
  { code, opening }: Extract<Command, { type: 'confirm-seal' }>,
): Decision {
  if (findJuror(setupOf(contest), juror)?.chair !== true)
    return refuse({ type: 'wrong-role', reason: 'not-the-chair' });
  const seal = sealsOf(contest).find((each) => each.code === code);
  if (seal === undefined) return unknown('record', code);
  const of = opening === undefined ? seal : seal.opening?.ref === opening ? seal.opening : null;
  if (of === null) return unknown('record', opening ?? code);
  if (of.confirmed !== null) return ok([]);
  const { digest } = seal;
  return ok([{ type: 'seal-confirmed', code, digest, ...(opening === undefined ? {} : { opening }) }]);
}

function isScope(contest: Contest, scope: SealScope): boolean {
  return scope === wholeContest || findCategory(setupOf(contest), scope) !== undefined;
}

/** [Z5] The refusal of facts that would change a sealed result; null: they leave every one as it is. */
export function keepingSeals(contest: Contest, author: Author, facts: readonly DomainEvent[]): Decision | null {
  if (standingSeals(contest).length === 0) return null;
  const bearing = facts.filter((fact) => !neverBears(fact));
  if (bearing.length === 0) return null;
  const recorded = bearing.map((event, at) => ({ ref: entryRef(nowhere, at + 1), atMs: 0, author, event }));
  const broken = sealBroken(contest, applyEvents(contest, recorded));
  if (broken === null) return null;
  const category = broken.scope === wholeContest ? null : (findCategory(setupOf(contest), broken.scope)?.name ?? null);
  return refuse({ type: 'sealed', reason: 'sealed', category });
}

/** Facts that are only tried stand in no log. */
const nowhere = idFrom.log('7'.repeat(26));
