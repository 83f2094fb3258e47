/**
 * Facts into the contest. `evolve` never refuses: a fact from another laptop has already happened (rule E1).
 * Facts of the committee and of each seat touch different parts of the contest, and what one fact does to another is
 * said by reference (replaces, cancelled, reopened), so the order between logs does not matter (rule E3).
 * The fold mutates containers of its own private draft only; what it returns is never changed again.
 */
import { unreachable } from '../../lib/assert.ts';
import { compareText } from '../../lib/order.ts';
import type { ContestSetup } from '../setup/contest-file.ts';
import {
  emptyContest,
  factsKey,
  noteKey,
  sharedKeyName,
  stageOrderKey,
  takenBackKey,
  type Contest,
  type FormerName,
  type Heads,
  type JurorFacts,
  type TakenBack,
  type Tally,
  type Written,
} from '../contest.ts';
import { seenKey } from '../correspondence.ts';
import type { DomainEvent, RecordedEvent, SeatEvent } from './events.ts';
import type { AwardId, Ref, ContestantId, JurorId } from '../ids.ts';
import { isSameVotes } from '../tally.ts';
import type { Because } from './events.ts';

type DraftContest = { -readonly [Key in keyof Contest]: Contest[Key] } & {
  facts: Map<string, JurorFacts>;
  devices: Map<string, NonNullable<ReturnType<Contest['devices']['get']>>>;
};

type Draft = DraftContest & {
  /** Those of `facts` that were copied for this fold: hundreds of scores of one sheet come together. */
  readonly own: Map<string, OwnFacts>;
  /** Those within them. */
  readonly ownHeads: WeakSet<object>;
  /** The copy of `takenBack` for this fold: while nothing is taken back there is none, and it stays the same value. */
  ownTakenBack: Map<string, TakenBack> | null;
};

/** A draft's own copy of what a juror wrote about a contestant. */
type OwnFacts = {
  [Part in keyof JurorFacts]: JurorFacts[Part] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never;
};

/** The contest that these facts make: committee facts in log order, and each seat's in its own log order. */
export function foldEvents(events: Iterable<RecordedEvent>): Contest {
  return applyEvents(emptyContest, events);
}

/** The contest after further facts; the one given stays as it was. */
export function applyEvents(contest: Contest, events: Iterable<RecordedEvent>): Contest {
  const draft: Draft = {
    ...contest,
    facts: new Map(contest.facts),
    devices: new Map(contest.devices),
    own: new Map(),
    ownHeads: new WeakSet(),
    ownTakenBack: null,
  };
  for (const recorded of events) evolve(draft, recorded);
  const { own: _own, ownHeads: _ownHeads, ownTakenBack: _ownTakenBack, ...folded } = draft;
  return folded;
}

function evolve(draft: Draft, recorded: RecordedEvent): void {
  const { ref, atMs, author, event } = recorded;
  switch (event.type) {
    case 'contest-founded':
      if (draft.setup !== null) {
        draft.issues = insertByRef(draft.issues, { type: 'second-founding', ref, name: event.type });
        return;
      }
      draft.setup = event.setup;
      draft.rehearsal = event.rehearsal ?? false;
      draft.format = event.format ?? 2;
      draft.rubricVersion = ref;
      return;
    case 'info-changed':
      return changeSetup(draft, { contest: event.contest });
    case 'jurors-changed':
      return changeSetup(draft, { jurors: event.jurors });
    case 'awards-changed':
      return changeSetup(draft, { awards: event.awards });
    case 'programme-changed':
      return changeSetup(draft, { programme: event.programme });
    case 'categories-changed':
      return changeSetup(draft, { categories: event.categories });
    case 'stages-changed':
      draft.rubricVersion = ref;
      return changeSetup(draft, { stages: event.stages });
    case 'rubrics-changed':
      draft.rubricVersion = ref;
      return changeSetup(draft, { rubrics: event.rubrics });
    case 'rules-changed':
      draft.rubricVersion = ref;
      return changeSetup(draft, { rules: event.rules });
    case 'contestants-changed': {
      const put = new Map(event.put.map((contestant) => [contestant.id, contestant]));
      const removed = new Set(event.removed);
      keepFormer(draft, recorded, event);
      return changeContestants(draft, (contestants) => {
        const known = new Set(contestants.map((contestant) => contestant.id));
        return [
          ...contestants.filter(({ id }) => !removed.has(id)).map((contestant) => put.get(contestant.id) ?? contestant),
          ...event.put.filter(({ id }) => !known.has(id)),
        ];
      });
    }
    case 'contestant-status-changed':
      draft.outside = new Map([...draft.outside].filter(([contestant]) => contestant !== event.contestant));
      if (event.locks !== undefined) draft.outside = new Map(draft.outside).set(event.contestant, new Set(event.locks));
      return changeContestants(draft, (contestants) =>
        contestants.map((each) => (each.id === event.contestant ? { ...each, status: event.status } : each)),
      );
    case 'lots-drawn':
      draft.draws = insertByRef(draft.draws, {
        ref,
        atMs,
        value: { category: event.category, seed: event.seed, numbers: event.numbers },
      });
      return renumber(draft, event.numbers);
    case 'former-name-recorded': {
      const { contestant, name, unit, locks, reason } = event;
      return addFormerName(draft, contestant, { ref, atMs, value: { name, unit, locks, reason } });
    }
    case 'order-changed':
      return renumber(draft, event.numbers);
    case 'stage-shown':
      return showStage(draft, recorded, event);
    case 'timer-started':
    case 'timer-stopped': {
      const { contestant, stage, part, elapsedMs } = event;
      draft.timer = { contestant, stage, part, elapsedMs, running: event.type === 'timer-started', atMs };
      return;
    }
    case 'penalty-added':
      draft.penalties = insertByRef(draft.penalties, { ref, atMs, value: event.penalty });
      return;
    case 'penalty-cancelled':
      return takeBack(draft, [event.penalty], recorded, event.reason);
    case 'absence-recorded':
      draft.absences = insertByRef(draft.absences, { ref, atMs, value: event.absence });
      return;
    case 'absences-recorded': {
      const { juror, absences, reason } = event;
      for (const each of absences) {
        draft.absences = insertByRef(draft.absences, { ref, atMs, value: { juror, ...each, reason } });
      }
      return;
    }
    case 'sheets-set-aside': {
      const { contestant, refs, reason } = event;
      draft.setAsides = insertByRef(draft.setAsides, { ref, atMs, value: { contestant, refs, reason } });
      return;
    }
    case 'set-aside-cancelled':
      return takeBack(draft, [event.setAside], recorded, event.reason);
    case 'absence-cancelled':
      return takeBack(draft, [event.absence], recorded, event.reason);
    case 'calibration-shown': {
      const { contestant, values } = event;
      draft.calibrations = insertByRef(draft.calibrations, { ref, atMs, value: { contestant, values } });
      return;
    }
    case 'juror-kept': {
      const { juror, contestant, reason } = event;
      draft.keptJurors = insertByRef(draft.keptJurors, { ref, atMs, value: { juror, contestant, reason } });
      return;
    }
    case 'readers-assigned': {
      const { stage } = event;
      const others = (draft.setup?.readers ?? []).filter((each) => each.stage !== stage);
      return changeSetup(draft, { readers: [...others, ...event.readers.map((each) => ({ ...each, stage }))] });
    }
    case 'recusal-recorded':
      draft.recusals = insertByRef(draft.recusals, { ref, atMs, value: event.recusal });
      return;
    case 'recusal-cancelled':
    case 'recusal-withdrawn':
      return takeBack(draft, [event.recusal], recorded, event.reason);
    case 'round-closed': {
      const { category, stage, advanced, out, replaces, reason = '' } = event;
      draft.roundClosings = insertByRef(draft.roundClosings, { ref, atMs, value: { category, stage, advanced, out } });
      if (replaces.length > 0) takeBack(draft, replaces, recorded, reason);
      return;
    }
    case 'stage-order-set': {
      const { category, stage, how, seed = null, order } = event;
      draft.stageOrders = new Map(draft.stageOrders).set(stageOrderKey(category, stage), { how, seed, order });
      return;
    }
    case 'tally-entered': {
      const { award, by, votes } = event;
      const { votes: before = null, open = [] } = draft.tallies.get(award) ?? {};
      const [first] = open;
      const isSame = open.length === 1 && first !== undefined && isSameVotes(first.value.votes, votes);
      return setTally(
        draft,
        award,
        isSame ? { votes, open: [] } : { votes: before, open: [...open, { ref, atMs, value: { by, votes } }] },
      );
    }
    case 'tally-settled':
    case 'tally-withdrawn': {
      const { award, entries } = event;
      const tally = draft.tallies.get(award) ?? { votes: null, open: [] };
      const open = tally.open.filter((each) => !entries.includes(each.ref));
      return setTally(draft, award, { votes: event.type === 'tally-settled' ? event.votes : tally.votes, open });
    }
    case 'round-reopened':
      return takeBack(draft, event.closings, recorded, event.reason);
    case 'announcement-confirmed':
      draft.confirmations = insertByRef(draft.confirmations, { ref, atMs, value: event.confirmation });
      return;
    case 'decision-recorded':
      draft.decisions = insertByRef(draft.decisions, { ref, atMs, value: event.decision });
      return;
    case 'decision-cancelled':
      return takeBack(draft, [event.decision], recorded, event.reason);
    case 'sheet-reopened':
      return takeBack(draft, event.locks, recorded, event.reason);
    case 'reopening-refused':
      return takeBack(draft, [event.request], recorded, event.reason);
    case 'message-sent':
      draft.messages = insertByRef(draft.messages, { ref, atMs, value: { to: event.to, text: event.text } });
      return;
    case 'seal-proposed': {
      const { type: _type, ...value } = event;
      draft.sealProposals = insertByRef(draft.sealProposals, { ref, atMs, value });
      return;
    }
    case 'seal-approved': {
      const { code, confirmed, opening = null } = event;
      draft.sealApprovals = insertByRef(draft.sealApprovals, { ref, atMs, value: { code, confirmed, opening } });
      return;
    }
    case 'seal-opening-proposed': {
      const { code, reason } = event;
      draft.sealOpenings = insertByRef(draft.sealOpenings, { ref, atMs, value: { code, reason } });
      return;
    }
    case 'scores-opened': {
      const { ends, keys, agreed = null } = event;
      const first = draft.scoresOpening ?? { ref, atMs, agreed, ends: new Map(), keys: new Map() };
      draft.scoresOpening = {
        ...first,
        // A long list stands in several facts; of a log that is named twice the first counts.
        ends: new Map([...ends.map(({ log, seq }) => [log, seq] as const), ...first.ends]),
        keys: new Map([...keys.map(({ log, key }) => [log, key] as const), ...first.keys]),
      };
      return;
    }
    case 'remark-made': {
      const { category, contestant = null, text } = event;
      draft.remarks = insertByRef(draft.remarks, { ref, atMs, value: { category, contestant, text } });
      return;
    }
    case 'objection-entered': {
      const { by, category, contestant, text } = event;
      draft.objections = insertByRef(draft.objections, { ref, atMs, value: { by, category, contestant, text } });
      return;
    }
    case 'objection-answered': {
      const { objection, answer, outcome } = event;
      draft.objectionAnswers = insertByRef(draft.objectionAnswers, {
        ref,
        atMs,
        value: { objection, answer, outcome },
      });
      return;
    }
    case 'sign-off-reopened':
      return takeBack(draft, event.signOffs, recorded, event.reason, event.because);
    case 'device-admitted': {
      const { device, signingKey, boxKey, seat, machine } = event;
      draft.devices.set(device, { device, signingKey, boxKey, seat, machine, admittedAtMs: atMs, revoked: null });
      return;
    }
    case 'data-keys-shared':
      draft.sharedKeys = new Map([
        ...draft.sharedKeys,
        ...event.keys.map(({ log, sealed }) => [sharedKeyName(log, event.device), sealed] as const),
      ]);
      return;
    case 'contest-key-set': {
      const { hash, wraps, earlier } = event;
      const before = draft.contestKeys.find((each) => each.hash === hash);
      const named = {
        hash,
        wraps: new Map([...(before?.wraps ?? []), ...wraps.map(({ boxKey, sealed }) => [boxKey, sealed] as const)]),
        earlier: new Map([...(before?.earlier ?? []), ...earlier.map((each) => [each.hash, each.sealed] as const)]),
      };
      draft.contestKeys = [...draft.contestKeys.filter((each) => each !== before), named];
      return;
    }
    case 'device-revoked': {
      const device = draft.devices.get(event.device);
      if (device === undefined) return;
      draft.devices.set(event.device, { ...device, revoked: { atMs, reason: event.reason, upTo: event.upTo } });
      return;
    }
    case 'score-set':
    case 'note-set':
    case 'sheet-locked':
    case 'recused':
    case 'category-signed-off':
    case 'reopening-asked':
    case 'message-seen':
    case 'pact-accepted':
    case 'seal-confirmed':
    case 'opening-agreed':
      if (author.role === 'seat') evolveSeat(draft, author.seat, recorded, event);
      return;
    case 'log-opened':
      return;
    case 'log-forked':
      draft.issues = insertByRef(draft.issues, { type: 'log-forked', ref, name: event.seat });
      return;
    case 'unapplied':
      draft.issues = insertByRef(draft.issues, { type: event.reason, ref, name: event.name });
      return;
    default:
      return unreachable(event);
  }
}

function evolveSeat(
  draft: Draft,
  seat: JurorId,
  { ref, atMs }: RecordedEvent,
  event: Exclude<SeatEvent, { type: 'recusal-withdrawn' }>,
): void {
  switch (event.type) {
    case 'recused': {
      const { contestant, stages, reason } = event;
      const value = { juror: seat, contestant, reason, ...(stages === undefined ? {} : { stages }) };
      draft.recusals = insertByRef(draft.recusals, { ref, atMs, value });
      return;
    }
    case 'category-signed-off':
      draft.signOffs = insertByRef(draft.signOffs, {
        ref,
        atMs,
        value: { juror: seat, category: event.category, locks: event.locks },
      });
      return;
    case 'reopening-asked': {
      const { contestant, stage, locks, reason } = event;
      draft.reopeningRequests = insertByRef(draft.reopeningRequests, {
        ref,
        atMs,
        value: { juror: seat, contestant, stage, locks, reason },
      });
      return;
    }
    case 'seal-confirmed': {
      const { code, digest, opening = null } = event;
      const value = { juror: seat, code, digest, opening };
      draft.sealConfirmations = insertByRef(draft.sealConfirmations, { ref, atMs, value });
      return;
    }
    case 'opening-agreed':
      draft.openingAgreements = insertByRef(draft.openingAgreements, {
        ref,
        atMs,
        value: { juror: seat, reason: event.reason },
      });
      return;
    case 'pact-accepted':
      draft.pactAccepted = insertByRef(draft.pactAccepted, {
        ref,
        atMs,
        value: { juror: seat, text: event.text, by: event.by },
      });
      return;
    case 'message-seen':
      draft.seenMessages = new Set([...draft.seenMessages, seenKey(event.message, seat)]);
      return;
    case 'score-set': {
      const { scores } = factsOf(draft, seat, event.contestant);
      return setHead(draft, scores, event.criterion, { ref, atMs, value: event.value }, event.replaces);
    }
    case 'note-set': {
      const { notes } = factsOf(draft, seat, event.contestant);
      const key = noteKey(event.stage, event.criterion);
      return setHead(draft, notes, key, { ref, atMs, value: event.text }, event.replaces);
    }
    case 'sheet-locked': {
      const { locks } = factsOf(draft, seat, event.contestant);
      const value = {
        values: event.values,
        rubric: event.rubric,
        after: event.after ?? null,
        by: event.by ?? null,
        named: event.named ?? null,
      };
      locks.set(event.stage, insertByRef(locks.get(event.stage) ?? [], { ref, atMs, value }));
      return;
    }
    default:
      return unreachable(event);
  }
}

/** [D8] A step that is taken back leaves no trace: who was shown, the stage and the timer are as before it. */
function showStage(
  draft: Draft,
  { ref, atMs }: RecordedEvent,
  { contestant, stage, undoes }: Extract<DomainEvent, { type: 'stage-shown' }>,
): void {
  const at = undoes === undefined ? -1 : draft.steps.findLastIndex((step) => step.ref === undoes);
  const undone = draft.steps[at];
  if (undone === undefined) {
    const before = { ref, shown: draft.shown, timer: draft.timer, contestants: draft.setup?.contestants ?? [] };
    draft.steps = [...draft.steps, before];
    draft.shown = contestant === null ? null : { contestant, stage, atMs };
    draft.timer = null;
    return;
  }
  draft.steps = draft.steps.slice(0, at);
  draft.shown = undone.shown;
  draft.timer = undone.timer;
}

/** Who was taken away, as it was, and the name that a contestant with locked sheets had. */
function keepFormer(
  draft: Draft,
  { ref, atMs }: RecordedEvent,
  { put, removed, reason, locks }: Extract<DomainEvent, { type: 'contestants-changed' }>,
): void {
  const known = new Map((draft.setup?.contestants ?? []).map((each) => [each.id, each]));
  for (const id of removed) {
    const gone = known.get(id);
    if (gone !== undefined) draft.removed = new Map(draft.removed).set(id, gone);
  }
  if (reason === undefined) return;
  for (const { id, name, unit } of put) {
    const before = known.get(id);
    if (before === undefined || (before.name === name && (before.unit ?? '') === (unit ?? ''))) continue;
    addFormerName(draft, id, {
      ref,
      atMs,
      value: { name: before.name, unit: before.unit, locks: locks ?? null, reason },
    });
  }
}

function addFormerName(draft: Draft, contestant: ContestantId, former: Written<FormerName>): void {
  draft.formerNames = new Map(draft.formerNames).set(contestant, [
    ...(draft.formerNames.get(contestant) ?? []),
    former,
  ]);
}

function setTally(draft: Draft, award: AwardId, tally: Tally): void {
  draft.tallies = new Map(draft.tallies).set(award, tally);
}

function changeSetup(draft: Draft, change: Partial<ContestSetup>): void {
  if (draft.setup !== null) draft.setup = { ...draft.setup, ...change };
}

function changeContestants(
  draft: Draft,
  change: (contestants: ContestSetup['contestants']) => ContestSetup['contestants'],
): void {
  if (draft.setup !== null) draft.setup = { ...draft.setup, contestants: change(draft.setup.contestants) };
}

function renumber(
  draft: Draft,
  numbers: readonly { readonly contestant: ContestantId; readonly number: number | null }[],
): void {
  const numberOf = new Map(numbers.map(({ contestant, number }) => [contestant, number]));
  changeContestants(draft, (contestants) =>
    contestants.map((each) => {
      const number = numberOf.get(each.id);
      return number === undefined ? each : { ...each, number };
    }),
  );
}

/** What that juror wrote about that contestant, as a copy that this draft may change. */
function factsOf(draft: Draft, seat: JurorId, contestant: ContestantId): OwnFacts {
  const key = factsKey(seat, contestant);
  const own = draft.own.get(key);
  if (own !== undefined) return own;
  const before = draft.facts.get(key);
  const copy = { scores: new Map(before?.scores), notes: new Map(before?.notes), locks: new Map(before?.locks) };
  draft.own.set(key, copy);
  draft.facts.set(key, copy);
  return copy;
}

const nothingReplaced: ReadonlySet<Ref> = new Set();

/** A draft's own copy of the heads of one field. */
interface OwnHeads<Value> {
  readonly heads: Written<Value>[];
  readonly replaced: Set<Ref>;
}

/** [E4] A written value replaces the heads that its writer saw, and no others. */
function setHead<Value>(
  draft: Draft,
  all: Map<string, Heads<Value>>,
  key: string,
  written: Written<Value>,
  replaces: readonly Ref[],
): void {
  const before = all.get(key);
  if (before === undefined && replaces.length === 0) {
    all.set(key, { heads: [written], replaced: nothingReplaced });
    return;
  }
  const { heads, replaced } = ownHeadsOf(draft, all, key, before);
  for (const ref of replaces) {
    replaced.add(ref);
    const at = placeOf(heads, ref);
    if (heads[at]?.ref === ref) heads.splice(at, 1);
  }
  if (!replaced.has(written.ref)) heads.splice(placeOf(heads, written.ref), 0, written);
}

function ownHeadsOf<Value>(
  draft: Draft,
  all: Map<string, Heads<Value>>,
  key: string,
  before: Heads<Value> | undefined,
): OwnHeads<Value> {
  if (before !== undefined && isOwn(draft, before)) return before;
  const own = { heads: [...(before?.heads ?? [])], replaced: new Set(before?.replaced) };
  all.set(key, own);
  draft.ownHeads.add(own);
  return own;
}

function isOwn<Value>(draft: Draft, heads: Heads<Value>): heads is OwnHeads<Value> {
  return draft.ownHeads.has(heads);
}

/** Of the first head that does not come before that reference. They stand in the order of references. */
function placeOf(heads: readonly { readonly ref: Ref }[], ref: Ref): number {
  let from = 0;
  let to = heads.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const head = heads[middle];
    if (head !== undefined && compareRefs(head.ref, ref) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** [E5] By a further fact, wherever the one taken back stands in the order; of several the first by reference is told. */
function takeBack(draft: Draft, refs: readonly Ref[], by: RecordedEvent, reason: string, because?: Because): void {
  for (const ref of refs) {
    const key = takenBackKey(ref, by.author.role === 'seat' ? by.author.seat : null);
    const before = draft.takenBack.get(key);
    if (before === undefined || compareRefs(by.ref, before.ref) < 0) {
      takenBackOf(draft).set(key, {
        ref: by.ref,
        atMs: by.atMs,
        reason,
        ...(because === undefined ? {} : { because }),
      });
    }
  }
}

function takenBackOf(draft: Draft): Map<string, TakenBack> {
  draft.ownTakenBack ??= new Map(draft.takenBack);
  draft.takenBack = draft.ownTakenBack;
  return draft.ownTakenBack;
}

/** In the order of references, so that the order of arrival leaves no trace. */
function insertByRef<Item extends { readonly ref: Ref }>(list: readonly Item[], item: Item): Item[] {
  const index = list.findIndex((each) => compareRefs(each.ref, item.ref) > 0);
  return index === -1 ? [...list, item] : [...list.slice(0, index), item, ...list.slice(index)];
}

function compareRefs(a: Ref, b: Ref): number {
  const [logA = '', seqA = '0'] = a.split(':');
  const [logB = '', seqB = '0'] = b.split(':');
  return compareText(logA, logB) || Number(seqA) - Number(seqB);
}
