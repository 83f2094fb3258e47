/** What a juror does at the own seat: score, note, lock, recuse, sign off (rules D14-D20). */
import { compare, fromDecimal } from '../../lib/rational.ts';
import { ok } from '../../lib/result.ts';
import type { Command } from './commands.ts';
import { isInRange, isOnStep } from '../setup/contest-check-criterion.ts';
import type { Criterion } from '../setup/contest-file.ts';
import {
  exemptionOf,
  factsKey,
  findCategory,
  findContestant,
  findCriterion,
  findJuror,
  isSetAside,
  noteKey,
  noteOf,
  setupOf,
  signOffOf,
  standingLocks,
  type Contest,
  type Named,
  type Person,
} from '../contest.ts';
import { isSeen, messagesTo, requestFor } from '../correspondence.ts';
import { moveScores } from './move-scores.ts';
import { isPactOpen, pactHash } from '../pact.ts';
import { openSheet, rankedContestant, versionOf } from '../open-sheet.ts';
import { sheetOf, sheetsOfJuror } from '../score-sheet.ts';
import { refuse, unknown, type DomainError, type Decision } from './errors.ts';
import type { DomainEvent } from './events.ts';
import type { CategoryId, ContestantId, JurorId, Ref } from '../ids.ts';

export type SeatCommand = Extract<
  Command,
  {
    type:
      | 'set-score'
      | 'set-note'
      | 'move-scores'
      | 'lock-sheet'
      | 'recuse'
      | 'withdraw-recusal'
      | 'sign-off-category'
      | 'ask-reopening'
      | 'see-message'
      | 'accept-pact';
  }
>;

export function decideSeat(contest: Contest, seat: JurorId, command: SeatCommand): Decision {
  if (writesSheets.has(command.type) && isPactOpen(contest, seat)) {
    return refuse({ type: 'incomplete', reason: 'pact-not-accepted' });
  }
  switch (command.type) {
    case 'set-score':
      return setScore(contest, seat, command);
    case 'set-note':
      return setNote(contest, seat, command);
    case 'move-scores':
      return moveScores(contest, seat, command);
    case 'lock-sheet':
      return lockSheet(contest, seat, command);
    case 'recuse':
      return recuse(contest, seat, command);
    case 'withdraw-recusal':
      return withdrawRecusal(contest, seat, command);
    case 'sign-off-category':
      return signOff(contest, seat, command.category);
    case 'ask-reopening':
      return askReopening(contest, seat, command);
    case 'see-message':
      return seeMessage(contest, seat, command.message);
    case 'accept-pact':
      return acceptPact(contest, seat, command.text);
  }
}

/** [D29] What waits for the juror's yes to the pact. */
const writesSheets: ReadonlySet<SeatCommand['type']> = new Set<SeatCommand['type']>([
  'set-score',
  'set-note',
  'move-scores',
  'lock-sheet',
]);

/** [D29] To the very text that is in force now; once for each person. */
function acceptPact(contest: Contest, seat: JurorId, read: string): Decision {
  const { by } = personOf(contest, seat);
  const text = pactHash(setupOf(contest));
  if (text === null || by === undefined) return refuse({ type: 'already-done', reason: 'no-pact' });
  if (!isPactOpen(contest, seat)) return ok([]);
  if (text !== read) return refuse({ type: 'incomplete', reason: 'pact-was-changed' });
  return ok([{ type: 'pact-accepted', text, by }]);
}

/** [D14] In range and on step, on an open sheet; replaces every head that this laptop knows. */
function setScore(contest: Contest, seat: JurorId, command: Extract<SeatCommand, { type: 'set-score' }>): Decision {
  const found = findCriterion(setupOf(contest), command.criterion);
  if (found === undefined)
    return refuse({ type: 'unknown-id', reason: 'does-not-exist', kind: 'criterion', id: command.criterion });
  const sheet = openSheet(contest, seat, command.contestant, found.rubric.stage, found.criterion.id);
  if (!sheet.ok) return sheet;
  if (command.value !== null) {
    const wrong = wrongValue(found.criterion, command.value);
    if (wrong !== null) return refuse(wrong);
  }
  const heads = contest.facts.get(factsKey(seat, command.contestant))?.scores.get(command.criterion)?.heads ?? [];
  if (heads.length === 0 && command.value === null) return ok([]);
  const [head] = heads;
  const isSame = heads.length === 1 && head?.value === command.value;
  if (head !== undefined && isSame && !isSetAside(contest, head.ref)) return ok([]);
  return ok([
    {
      type: 'score-set',
      contestant: command.contestant,
      criterion: command.criterion,
      value: command.value,
      replaces: heads.map((head) => head.ref),
      rubric: versionOf(contest),
    },
  ]);
}

/** A reason why a juror may not give this value, or null. */
export function wrongValue(criterion: Criterion, value: string): DomainError<'out-of-range' | 'off-step'> | null {
  if (!isInRange(criterion, value)) {
    return { type: 'out-of-range', reason: 'out-of-range', value, min: criterion.min, max: criterion.max };
  }
  if (!isOnStep(criterion, value)) {
    return { type: 'off-step', reason: 'off-step', value, step: criterion.step };
  }
  return null;
}

function setNote(contest: Contest, seat: JurorId, command: Extract<SeatCommand, { type: 'set-note' }>): Decision {
  const { contestant, stage, criterion, text } = command;
  const sheet = openSheet(contest, seat, contestant, stage, criterion);
  if (!sheet.ok) return sheet;
  const heads = contest.facts.get(factsKey(seat, contestant))?.notes.get(noteKey(stage, criterion))?.heads ?? [];
  if (heads.length === 0 && text === '') return ok([]);
  if (heads.length === 1 && heads[0]?.value === text) return ok([]);
  const replaces = heads.map((head) => head.ref);
  return ok([{ type: 'note-set', contestant, stage, criterion, text, replaces }]);
}

/** [D16] A sheet is locked whole: every criterion scored, no conflict left, the asked-for notes written. */
function lockSheet(contest: Contest, seat: JurorId, command: Extract<SeatCommand, { type: 'lock-sheet' }>): Decision {
  const { contestant, stage } = command;
  const open = openSheet(contest, seat, contestant, stage, null);
  if (!open.ok) return open;
  const sheet = open.value;
  if (sheet.conflicts.size > 0) {
    return refuse({ type: 'conflict', reason: 'values-differ' });
  }
  const empty = sheet.rubric.criteria.filter((criterion) => !sheet.values.has(criterion.id));
  if (empty.length > 0) {
    return refuse({ type: 'incomplete', reason: 'criteria-empty', criteria: empty.map(({ name }) => name) });
  }
  for (const criterion of sheet.rubric.criteria) {
    const value = sheet.values.get(criterion.id) ?? criterion.min;
    const wrong = wrongValue(criterion, value);
    if (wrong !== null) return refuse({ ...wrong, criterion: criterion.name });
    const { name, noteBelow } = criterion;
    const isLow = noteBelow !== undefined && compare(fromDecimal(value), fromDecimal(noteBelow)) < 0;
    if (isLow && noteOf(contest, seat, contestant, stage, criterion.id).trim() === '') {
      return refuse({ type: 'note-required', reason: 'note-required', criterion: name, below: noteBelow });
    }
  }
  const opened = contest.facts.get(factsKey(seat, contestant))?.locks.get(stage) ?? [];
  return ok([
    {
      type: 'sheet-locked',
      contestant,
      stage,
      values: Object.fromEntries(sheet.values),
      rubric: versionOf(contest),
      after: opened.map((lock) => lock.ref).slice(-50),
      ...personOf(contest, seat),
      ...namedNow(contest, contestant),
    },
  ]);
}

/** [X21] Who holds the seat now. */
function personOf(contest: Contest, seat: JurorId): { readonly by?: Person } {
  const juror = findJuror(setupOf(contest), seat);
  if (juror === undefined) return {};
  const { name, title, nip } = juror;
  return { by: { name, ...(title === undefined ? {} : { title }), ...(nip === undefined ? {} : { nip }) } };
}

/** [E10] What the contestant is called where it is locked. */
function namedNow(contest: Contest, id: ContestantId): { readonly named?: Named } {
  const contestant = findContestant(setupOf(contest), id);
  if (contestant === undefined) return {};
  const { name, unit } = contestant;
  return { named: { name, ...(unit === undefined ? {} : { unit }) } };
}

/** [D17] A juror may step back from a contestant while nothing of the own is locked there. */
function recuse(contest: Contest, seat: JurorId, command: Extract<SeatCommand, { type: 'recuse' }>): Decision {
  const contestant = rankedContestant(contest, command.contestant);
  if (!contestant.ok) return contestant;
  const stages = command.stages ?? setupOf(contest).stages.map((stage) => stage.id);
  const sheets = stages.flatMap((stage) => sheetOf(contest, seat, command.contestant, stage) ?? []);
  if (sheets.length === 0) {
    return refuse({ type: 'not-judging', reason: 'not-judging-contestant', contestant: contestant.value.name });
  }
  if (sheets.every((sheet) => sheet.state === 'recused')) return ok([]);
  if (sheets.some((sheet) => sheet.state === 'locked')) {
    return refuse({ type: 'locked', reason: 'own-scores-locked' });
  }
  return ok([{ ...command, type: 'recused' }]);
}

function withdrawRecusal(
  contest: Contest,
  seat: JurorId,
  command: Extract<SeatCommand, { type: 'withdraw-recusal' }>,
): Decision {
  const setup = setupOf(contest);
  const standing = new Set(
    setup.stages.flatMap((stage) => exemptionOf(contest, 'recusals', seat, command.contestant, stage.id)?.ref ?? []),
  );
  if (standing.size === 0) return ok([]);
  const category = findContestant(setup, command.contestant)?.category;
  if (category !== undefined && signOffOf(contest, seat, category) !== undefined) {
    return refuse({ type: 'signed-off', reason: 'category-signed-off' });
  }
  return ok(
    [...standing].map((recusal): DomainEvent => ({ type: 'recusal-withdrawn', recusal, reason: command.reason })),
  );
}

/** [D18] Signed off when nothing of the category is open. */
function signOff(contest: Contest, seat: JurorId, categoryId: CategoryId): Decision {
  const setup = setupOf(contest);
  const category = findCategory(setup, categoryId);
  if (category === undefined) {
    return refuse({ type: 'unknown-id', reason: 'does-not-exist', kind: 'category', id: categoryId });
  }
  if (signOffOf(contest, seat, categoryId) !== undefined) return ok([]);
  const sheets = sheetsOfJuror(contest, seat).filter(
    (sheet) => findContestant(setup, sheet.contestant)?.category === categoryId,
  );
  if (sheets.length === 0) {
    return refuse({ type: 'not-judging', reason: 'not-judging-category', category: category.name });
  }
  const open = sheets.filter(({ state }) => state === 'pending' || state === 'draft' || state === 'conflict');
  if (open.length > 0) {
    const names = [...new Set(open.map((sheet) => findContestant(setup, sheet.contestant)?.name ?? sheet.contestant))];
    return refuse({ type: 'incomplete', reason: 'sheets-open', contestants: names });
  }
  const locks = sheets.flatMap((sheet) => sheet.lock?.ref ?? []);
  return ok([{ type: 'category-signed-off', category: categoryId, locks }]);
}

/** [D24] For a sheet with a lock that stands; while one waits for an answer, the same is not asked twice. */
function askReopening(
  contest: Contest,
  seat: JurorId,
  { contestant, stage, reason }: Extract<SeatCommand, { type: 'ask-reopening' }>,
): Decision {
  const locks = standingLocks(contest, seat, contestant, stage).map(({ ref }) => ref);
  if (locks.length === 0) return refuse({ type: 'not-locked', reason: 'sheet-is-open' });
  const before = requestFor(contest, seat, contestant, stage);
  if (before !== null && before.refused === null) return ok([]);
  return ok([{ type: 'reopening-asked', contestant, stage, locks: locks.slice(-50), reason }]);
}

/** [D25] By the juror to whom it was sent, once. */
function seeMessage(contest: Contest, seat: JurorId, ref: Ref): Decision {
  const message = messagesTo(contest, seat).find((each) => each.ref === ref);
  if (message === undefined) return unknown('record', ref);
  return isSeen(contest, message) ? ok([]) : ok([{ type: 'message-seen', message: ref }]);
}
