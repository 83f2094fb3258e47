/** The course of the day: who is on, time, penalties, absences, reopening, decisions, laptops (rules D8-D13). */
import { err, ok } from '../lib/result.ts';
import type { Command } from './commands.ts';
import { decidedContestants } from './contest-check-sheets.ts';
import { judges, type ContestSetup, type Decision as TieDecision } from './contest-file.ts';
import {
  factsKey,
  findCategory,
  findContestant,
  findJuror,
  setupOf,
  signOffOf,
  takenBack,
  type Contest,
  type Written,
} from './contest.ts';
import { sheetOf } from './score-sheet.ts';
import type { Decision } from './decide.ts';
import { refusal, type DomainError } from './errors.ts';
import type { DomainEvent } from './events.ts';

export type DayCommand = Extract<
  Command,
  {
    type:
      | 'change-contestant-status'
      | 'show-stage'
      | 'start-timer'
      | 'stop-timer'
      | 'add-penalty'
      | 'cancel-penalty'
      | 'record-absence'
      | 'cancel-absence'
      | 'reopen-sheet'
      | 'reopen-sign-off'
      | 'record-decision'
      | 'cancel-decision'
      | 'admit-device'
      | 'revoke-device'
      | 'share-data-keys';
  }
>;

export function decideDay(contest: Contest, command: DayCommand): Decision {
  const setup = setupOf(contest);
  switch (command.type) {
    case 'change-contestant-status': {
      const contestant = findContestant(setup, command.contestant);
      if (contestant === undefined) return unknown('Peserta', command.contestant);
      if (contestant.status === command.status) return ok([]);
      return ok([{ ...command, type: 'contestant-status-changed' }]);
    }
    case 'show-stage':
      return showStage(contest, setup, command.contestant, command.stage);
    case 'start-timer':
    case 'stop-timer':
      return moveTimer(contest, command);
    case 'add-penalty':
      if (findContestant(setup, command.penalty.contestant) === undefined) {
        return unknown('Peserta', command.penalty.contestant);
      }
      return ok([{ type: 'penalty-added', penalty: command.penalty }]);
    case 'cancel-penalty':
      return takeBack(contest, contest.penalties, command.penalty, {
        type: 'penalty-cancelled',
        penalty: command.penalty,
        reason: command.reason,
      });
    case 'record-absence':
      return recordAbsence(contest, setup, command);
    case 'cancel-absence':
      return takeBack(contest, contest.absences, command.absence, {
        type: 'absence-cancelled',
        absence: command.absence,
        reason: command.reason,
      });
    case 'reopen-sheet':
      return reopenSheet(contest, setup, command);
    case 'reopen-sign-off':
      return reopenSignOff(contest, command.juror, command.category, command.reason);
    case 'record-decision':
      return recordDecision(contest, setup, command.decision);
    case 'cancel-decision':
      return takeBack(contest, contest.decisions, command.decision, {
        type: 'decision-cancelled',
        decision: command.decision,
        reason: command.reason,
      });
    case 'admit-device': {
      if (findJuror(setup, command.seat) === undefined) return unknown('Juri', command.seat);
      const known = contest.devices.get(command.device);
      if (known !== undefined && known.revoked !== null) {
        return err(refusal('already-done', 'Laptop ini sudah dicabut. Ia perlu bergabung lagi dengan undangan baru.'));
      }
      if (known !== undefined) return ok([]);
      return ok([{ ...command, type: 'device-admitted' }]);
    }
    case 'share-data-keys': {
      const device = contest.devices.get(command.device);
      if (device === undefined || device.revoked !== null) return unknown('Laptop', command.device);
      return ok([{ ...command, type: 'data-keys-shared' }]);
    }
    case 'revoke-device': {
      const device = contest.devices.get(command.device);
      if (device === undefined) return unknown('Laptop', command.device);
      if (device.revoked !== null) return ok([]);
      return ok([{ ...command, type: 'device-revoked' }]);
    }
  }
}

/** [D8] Showing one marks it as performing, and the one before as performed. */
function showStage(contest: Contest, setup: ContestSetup, id: string | null, stage: string | null): Decision {
  if (id !== null && findContestant(setup, id) === undefined) return unknown('Peserta', id);
  if (stage !== null && !setup.stages.some((each) => each.id === stage)) return unknown('Babak', stage);
  if (contest.shown?.contestant === id && contest.shown?.stage === stage) return ok([]);
  if (contest.shown === null && id === null) return ok([]);
  const facts: DomainEvent[] = [{ type: 'stage-shown', contestant: id, stage: id === null ? null : stage }];
  for (const contestant of setup.contestants) {
    if (contestant.status === 'performing' && contestant.id !== id) {
      facts.push({ type: 'contestant-status-changed', contestant: contestant.id, status: 'performed' });
    }
    if (contestant.id === id && contestant.status === 'waiting') {
      facts.push({ type: 'contestant-status-changed', contestant: contestant.id, status: 'performing' });
    }
  }
  return ok(facts);
}

function moveTimer(contest: Contest, command: Extract<DayCommand, { type: 'start-timer' | 'stop-timer' }>): Decision {
  const { shown, timer } = contest;
  if (shown === null || shown.stage === null) {
    return err(refusal('no-timer', 'Pilih dahulu peserta dan babak yang sedang tampil.'));
  }
  const { contestant, stage } = shown;
  if (command.type === 'start-timer') {
    const { part, elapsedMs } = command;
    return ok([{ type: 'timer-started', contestant, stage, part, elapsedMs }]);
  }
  if (timer === null || !timer.running) return ok([]);
  return ok([{ type: 'timer-stopped', contestant, stage, part: timer.part, elapsedMs: command.elapsedMs }]);
}

/** [D10] An absence is for a juror who judges that contestant and has no locked sheet there. */
function recordAbsence(
  contest: Contest,
  setup: ContestSetup,
  { absence }: Extract<DayCommand, { type: 'record-absence' }>,
): Decision {
  const juror = findJuror(setup, absence.juror);
  const contestant = findContestant(setup, absence.contestant);
  if (juror === undefined) return unknown('Juri', absence.juror);
  if (contestant === undefined) return unknown('Peserta', absence.contestant);
  const stages = absence.stages ?? setup.stages.map((stage) => stage.id);
  const strange = stages.find((stage) => !setup.stages.some((each) => each.id === stage));
  if (strange !== undefined) return unknown('Babak', strange);
  if (!stages.some((stage) => judges(juror, stage, contestant.category))) {
    return err(refusal('not-judging', `${juror.name} memang tidak menilai ${contestant.name}.`));
  }
  for (const stage of stages) {
    if (sheetOf(contest, juror.id, contestant.id, stage)?.state === 'locked') {
      return err(
        refusal('locked', `${juror.name} sudah mengunci nilai untuk ${contestant.name}. Buka kunci nilainya dahulu.`),
      );
    }
  }
  return ok([{ type: 'absence-recorded', absence }]);
}

/** [D12] About equals of one category, by a step that the rules have; another order only after the first was cancelled. */
function recordDecision(contest: Contest, setup: ContestSetup, decision: TieDecision): Decision {
  if (findCategory(setup, decision.category) === undefined) return unknown('Kategori', decision.category);
  const named = decidedContestants(decision);
  const stranger = named.find((id) => findContestant(setup, id)?.category !== decision.category);
  if (stranger !== undefined) return unknown('Peserta di kategori itu', stranger);
  if (new Set(named).size < named.length) {
    return err(refusal('invalid-setup', 'Satu peserta disebut dua kali dalam keputusan ini.'));
  }
  if (decision.kind !== 'joint' && !setup.rules.tieBreak.includes(decision.kind)) {
    return err(refusal('invalid-setup', `Aturan lomba ini tidak memakai penentu "${decision.kind}".`));
  }
  const before = contest.decisions.find(
    (each) =>
      takenBack(contest, each) === null &&
      each.value.kind === decision.kind &&
      each.value.category === decision.category &&
      new Set([...named, ...decidedContestants(each.value)]).size === named.length &&
      decidedContestants(each.value).length === named.length,
  );
  if (before === undefined) return ok([{ type: 'decision-recorded', decision }]);
  const isSame = decision.kind === 'joint' || decidedContestants(before.value).every((id, at) => id === named[at]);
  if (isSame) return ok([]);
  return err(refusal('already-done', 'Sudah ada keputusan untuk peserta ini. Batalkan dahulu keputusan itu.'));
}

/** [D11] Opens every lock of the sheet that stands, and with it the sign-off of its category. */
function reopenSheet(
  contest: Contest,
  setup: ContestSetup,
  { juror, contestant, stage, reason }: Extract<DayCommand, { type: 'reopen-sheet' }>,
): Decision {
  const locks = (contest.facts.get(factsKey(juror, contestant))?.locks.get(stage) ?? [])
    .filter((lock) => takenBack(contest, lock) === null)
    .map((lock) => lock.ref);
  if (locks.length === 0) return err(refusal('not-locked', 'Lembar ini tidak sedang terkunci.'));
  const category = findContestant(setup, contestant)?.category;
  const signOff = category === undefined ? ok([]) : reopenSignOff(contest, juror, category, reason);
  return ok([
    { type: 'sheet-reopened', juror, contestant, stage, locks, reason },
    ...(signOff.ok ? signOff.value : []),
  ]);
}

function reopenSignOff(contest: Contest, juror: string, category: string, reason: string): Decision {
  if (signOffOf(contest, juror, category) === undefined) {
    return err(refusal('not-locked', 'Kategori ini belum disahkan oleh juri tersebut.'));
  }
  const signOffs = contest.signOffs
    .filter(
      (each) => each.value.juror === juror && each.value.category === category && takenBack(contest, each) === null,
    )
    .map((each) => each.ref);
  return ok([{ type: 'sign-off-reopened', juror, category, signOffs, reason }]);
}

function takeBack(contest: Contest, list: readonly Written<unknown>[], ref: string, fact: DomainEvent): Decision {
  const written = list.find((each) => each.ref === ref);
  if (written === undefined) return unknown('Catatan', ref);
  return takenBack(contest, written) === null ? ok([fact]) : ok([]);
}

function unknown(what: string, id: string): { readonly ok: false; readonly error: DomainError } {
  return err(refusal('unknown-id', `${what} "${id}" tidak ada di lomba ini.`));
}
