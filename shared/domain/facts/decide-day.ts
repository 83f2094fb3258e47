/** The course of the day: who is on, time, penalties, absences, reopening, decisions, laptops (rules D8-D13). */
import { ok } from '../../lib/result.ts';
import type { Command } from './commands.ts';
import { decidedContestants } from '../setup/contest-check-sheets.ts';
import {
  isCalibration,
  isRanked,
  type ContestSetup,
  type Decision as TieDecision,
  type Penalty,
} from '../setup/contest-file.ts';
import {
  findCategory,
  findContestant,
  findJuror,
  setupOf,
  signOffOf,
  standingLocks,
  takenBack,
  type Contest,
} from '../contest.ts';
import { lateLocks, lockedUnderOtherName } from '../contest-problems.ts';
import { decideAbsence, settleForLock } from './decide-absence.ts';
import { decidePanel } from './decide-panel.ts';
import { decideRound, decideStageOrder } from './decide-round.ts';
import { decideTally } from './decide-tally.ts';
import { decideStage } from './decide-stage.ts';
import { unconfirmedJurors, unsignedJurors } from '../unsigned-jurors.ts';
import { refuse, unknown, type Decision } from './errors.ts';
import type { DomainEvent } from './events.ts';
import { becauseOf, reopenedSignOffs, setAside, takeBack } from './reopen.ts';
import { strayWork } from '../standing.ts';
import type { CategoryId, JurorId, Ref } from '../ids.ts';

export type DayCommand = Extract<
  Command,
  {
    type:
      | 'change-contestant-status'
      | 'show-stage'
      | 'undo-stage'
      | 'start-timer'
      | 'stop-timer'
      | 'add-penalty'
      | 'cancel-penalty'
      | 'record-absence'
      | 'record-absences'
      | 'cancel-absence'
      | 'settle-sheet'
      | 'settle-unit-conflict'
      | 'show-calibration'
      | 'assign-readers'
      | 'draw-readers'
      | 'set-sheets-aside'
      | 'return-sheets'
      | 'record-former-name'
      | 'reopen-sheet'
      | 'reopen-sign-off'
      | 'refuse-reopening'
      | 'send-message'
      | 'record-decision'
      | 'cancel-decision'
      | 'close-round'
      | 'reopen-round'
      | 'set-stage-order'
      | 'enter-tally'
      | 'settle-tally'
      | 'withdraw-tally'
      | 'confirm-announcement'
      | 'admit-device'
      | 'revoke-device'
      | 'share-data-keys';
  }
>;

export function decideDay(contest: Contest, command: DayCommand): Decision {
  const setup = setupOf(contest);
  switch (command.type) {
    case 'change-contestant-status':
      return changeStatus(contest, setup, command);
    case 'show-stage':
    case 'undo-stage':
    case 'start-timer':
    case 'stop-timer':
      return decideStage(contest, command);
    case 'add-penalty':
      return addPenalty(setup, command.penalty);
    case 'cancel-penalty':
      return takeBack(contest, contest.penalties, command.penalty, {
        type: 'penalty-cancelled',
        penalty: command.penalty,
        reason: command.reason,
      });
    case 'record-absence':
    case 'record-absences':
    case 'cancel-absence':
      return decideAbsence(contest, command);
    case 'settle-sheet':
      return command.counts === 'lock' ? settleForLock(contest, command) : reopenSheet(contest, setup, command);
    case 'set-sheets-aside': {
      const { juror, contestant } = command;
      const stray = strayWork(contest).filter((each) => each.juror === juror && each.contestant === contestant);
      return ok(setAside(stray, command.reason));
    }
    case 'return-sheets':
      return returnSheets(contest, command.setAside, command.reason);
    case 'record-former-name': {
      const { juror, contestant, stage, reason } = command;
      const named = lockedUnderOtherName(contest, juror, contestant, stage);
      if (named === null) return ok([]);
      const locks = standingLocks(contest, juror, contestant, stage).map(({ ref }) => ref);
      return ok([{ type: 'former-name-recorded', contestant, ...named, locks, reason }]);
    }
    case 'settle-unit-conflict':
    case 'show-calibration':
    case 'assign-readers':
    case 'draw-readers':
      return decidePanel(contest, command);
    case 'reopen-sheet':
      return reopenSheet(contest, setup, command);
    case 'reopen-sign-off':
      return reopenSignOff(contest, command.juror, command.category, command.reason);
    case 'refuse-reopening':
      return takeBack(contest, contest.reopeningRequests, command.request, {
        type: 'reopening-refused',
        request: command.request,
        reason: command.reason,
      });
    case 'send-message':
      if (findJuror(setup, command.to) === undefined) return unknown('juror', command.to);
      return ok([{ type: 'message-sent', to: command.to, text: command.text }]);
    case 'record-decision':
      return recordDecision(contest, setup, command.decision);
    case 'cancel-decision':
      return takeBack(contest, contest.decisions, command.decision, {
        type: 'decision-cancelled',
        decision: command.decision,
        reason: command.reason,
      });
    case 'close-round':
    case 'reopen-round':
      return decideRound(contest, command);
    case 'set-stage-order':
      return decideStageOrder(contest, command);
    case 'enter-tally':
    case 'settle-tally':
    case 'withdraw-tally':
      return decideTally(contest, command);
    case 'confirm-announcement': {
      const { category } = command;
      if (findCategory(setup, category) === undefined) return unknown('category', category);
      // One that is confirmed already is no new fact (D15); whoever has been confirmed before stands there with the others.
      if (unconfirmedJurors(contest, category).length === 0) return ok([]);
      const unsigned = unsignedJurors(contest, category).map(({ id, name }) => ({ juror: id, name }));
      return ok([{ type: 'announcement-confirmed', confirmation: { category, unsigned } }]);
    }
    case 'admit-device': {
      if (findJuror(setup, command.seat) === undefined) return unknown('juror', command.seat);
      const known = contest.devices.get(command.device);
      if (known !== undefined && known.revoked !== null) {
        return refuse({ type: 'already-done', reason: 'device-was-revoked' });
      }
      if (known !== undefined && known.seat !== command.seat) {
        const juror = findJuror(setup, known.seat)?.name ?? known.seat;
        return refuse({ type: 'already-done', reason: 'device-in-other-seat', juror });
      }
      if (known !== undefined) return ok([]);
      return ok([{ ...command, type: 'device-admitted' }]);
    }
    case 'share-data-keys': {
      const device = contest.devices.get(command.device);
      if (device === undefined || device.revoked !== null) return unknown('device', command.device);
      return ok([{ ...command, type: 'data-keys-shared' }]);
    }
    case 'revoke-device': {
      const device = contest.devices.get(command.device);
      if (device === undefined) return unknown('device', command.device);
      if (device.revoked !== null) return ok([]);
      return ok([{ ...command, type: 'device-revoked' }]);
    }
  }
}

/** [D23] Only what is ranked loses points. */
function addPenalty(setup: ContestSetup, penalty: Penalty): Decision {
  const contestant = findContestant(setup, penalty.contestant);
  if (contestant === undefined) return unknown('contestant', penalty.contestant);
  if (!isRanked(contestant)) {
    return refuse({ type: 'not-ranked', reason: 'penalty-outside-ranking', contestant: contestant.name });
  }
  return ok([{ type: 'penalty-added', penalty }]);
}

/** [D7] Out of the ranking with the locks that are known then: those that arrive later are shown. Back in it, sign-offs open. */
function changeStatus(
  contest: Contest,
  setup: ContestSetup,
  command: Extract<DayCommand, { type: 'change-contestant-status' }>,
): Decision {
  const { status } = command;
  const contestant = findContestant(setup, command.contestant);
  if (contestant === undefined) return unknown('contestant', command.contestant);
  if (isCalibration(contestant) && isRanked({ status })) {
    return refuse({ type: 'not-ranked', reason: 'is-calibration', contestant: contestant.name });
  }
  const isConfirmed = lateLocks(contest).some((late) => late.contestant === contestant.id);
  if (contestant.status === status && !isConfirmed) return ok([]);
  const fact: DomainEvent = { ...command, type: 'contestant-status-changed' };
  if (!isRanked({ status })) {
    const locks = setup.jurors.flatMap((juror) =>
      setup.stages.flatMap((stage) =>
        standingLocks(contest, juror.id, contestant.id, stage.id).map((lock) => lock.ref),
      ),
    );
    return ok([{ ...fact, locks }]);
  }
  if (isRanked(contestant)) return ok([fact]);
  const why = becauseOf('judged-again', [contestant]);
  return ok([fact, ...reopenedSignOffs(contest, contestant.category, null, why)]);
}

/** [E9] Comes back only where it has a sheet again. */
function returnSheets(contest: Contest, ref: Ref, reason: string): Decision {
  const written = contest.setAsides.find((each) => each.ref === ref);
  if (written === undefined) return unknown('record', ref);
  if (takenBack(contest, written) !== null) return ok([]);
  const others = contest.setAsides.filter((each) => each.ref !== ref);
  const refs = new Set(written.value.refs);
  const stray = strayWork({ ...contest, setAsides: others }).filter((work) => work.refs.some((each) => refs.has(each)));
  if (stray.length > 0) return refuse({ type: 'in-use', reason: 'no-sheet-now' });
  return ok([{ type: 'set-aside-cancelled', setAside: ref, reason }]);
}

/** [D12] About equals of one category, by a step that the rules have; another order only after the first was cancelled. */
function recordDecision(contest: Contest, setup: ContestSetup, decision: TieDecision): Decision {
  if (findCategory(setup, decision.category) === undefined) return unknown('category', decision.category);
  if (
    decision.stage !== undefined &&
    !setup.stages.some(({ id, after }) => id === decision.stage && after !== undefined)
  ) {
    return unknown('stage', decision.stage);
  }
  const named = decidedContestants(decision);
  const stranger = named.find((id) => findContestant(setup, id)?.category !== decision.category);
  if (stranger !== undefined) return unknown('contestant-of-category', stranger);
  if (new Set(named).size < named.length) {
    return refuse({ type: 'invalid-setup', reason: 'decision-names-twice' });
  }
  if (decision.kind !== 'joint' && !setup.rules.tieBreak.includes(decision.kind)) {
    return refuse({ type: 'invalid-setup', reason: 'tie-step-not-used', step: decision.kind });
  }
  if (decision.kind === 'chair' && !setup.jurors.some(({ chair }) => chair === true)) {
    return refuse({ type: 'invalid-setup', reason: 'no-chair' });
  }
  const before = contest.decisions.find(
    (each) =>
      takenBack(contest, each) === null &&
      each.value.kind === decision.kind &&
      each.value.category === decision.category &&
      each.value.stage === decision.stage &&
      new Set([...named, ...decidedContestants(each.value)]).size === named.length &&
      decidedContestants(each.value).length === named.length,
  );
  if (before === undefined) return ok([{ type: 'decision-recorded', decision }]);
  const isSame = decision.kind === 'joint' || decidedContestants(before.value).every((id, at) => id === named[at]);
  if (isSame) return ok([]);
  return refuse({ type: 'already-done', reason: 'decided-already' });
}

/** [D11] Opens every lock of the sheet that stands, and with it the sign-off of its category. */
function reopenSheet(
  contest: Contest,
  setup: ContestSetup,
  { juror, contestant, stage, reason }: Omit<Extract<DayCommand, { type: 'reopen-sheet' }>, 'type'>,
): Decision {
  const locks = standingLocks(contest, juror, contestant, stage).map((lock) => lock.ref);
  if (locks.length === 0) return refuse({ type: 'not-locked', reason: 'sheet-is-open' });
  const category = findContestant(setup, contestant)?.category;
  const signOff = category === undefined ? ok([]) : reopenSignOff(contest, juror, category, reason);
  return ok([
    { type: 'sheet-reopened', juror, contestant, stage, locks, reason },
    ...(signOff.ok ? signOff.value : []),
  ]);
}

function reopenSignOff(contest: Contest, juror: JurorId, category: CategoryId, reason: string): Decision {
  if (signOffOf(contest, juror, category) === undefined) {
    return refuse({ type: 'not-locked', reason: 'not-signed-off' });
  }
  const signOffs = contest.signOffs
    .filter(
      (each) => each.value.juror === juror && each.value.category === category && takenBack(contest, each) === null,
    )
    .map((each) => each.ref);
  return ok([{ type: 'sign-off-reopened', juror, category, signOffs, reason }]);
}
