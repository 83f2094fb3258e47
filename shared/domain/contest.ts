/**
 * The contest as folded from the log, and the questions that screens, documents and `decide` ask of it.
 * Invariant: it is a pure function of the set of entries and of the data keys held (rules E1-E8, L7). Derived things
 * (sheet states, the contest file) are functions here, never stored beside the facts.
 */
import { present } from '../lib/assert.ts';
import {
  isRanked,
  rubricFor,
  type Category,
  type Confirmation,
  type Contestant,
  type ContestSetup,
  type Criterion,
  type Decision,
  type Exemption,
  type Juror,
  type KeptJuror,
  type Penalty,
  type Rubric,
  type SealScope,
  type Votes,
} from './setup/contest-file.ts';
import { reads } from './setup/readers.ts';
import {
  idFrom,
  type AwardId,
  type CategoryId,
  type ContestantId,
  type CriterionId,
  type DeviceId,
  type JurorId,
  type LogId,
  type Ref,
  type StageId,
} from './ids.ts';
import type { Because, DomainEvent } from './facts/events.ts';

/** A value that somebody wrote, with where it stands in the log. */
export interface Written<Value> {
  readonly ref: Ref;
  readonly atMs: number;
  readonly value: Value;
}

/** The heads of one written thing: those that no other one replaces. More than one with different values: a conflict. */
export interface Heads<Value> {
  readonly heads: readonly Written<Value>[];
  readonly replaced: ReadonlySet<Ref>;
}

export interface Lock {
  readonly values: Readonly<Record<CriterionId, string>>;
  readonly rubric: Ref;
  /** Opened locks of this sheet that its writer knew of; null: written by a version that did not say. */
  readonly after: readonly Ref[] | null;
  /** Who held the seat when it was locked; null: written by a version that did not say. */
  readonly by: Person | null;
  /** What the contestant was called where it was locked; null: written by a version that did not say. */
  readonly named: Named | null;
}

export type Person = Pick<Juror, 'name' | 'title' | 'nip'>;

/** Everything one juror wrote about one contestant (all stages). */
export interface JurorFacts {
  readonly scores: ReadonlyMap<CriterionId, Heads<string | null>>;
  /** Key: `stage` or `stage/criterion`. */
  readonly notes: ReadonlyMap<string, Heads<string>>;
  /** Per stage. */
  readonly locks: ReadonlyMap<StageId, readonly Written<Lock>[]>;
}

export interface SignOff {
  readonly juror: JurorId;
  readonly category: CategoryId;
  /** The locks that it vouches for. */
  readonly locks: readonly Ref[];
}

/** Values and locks about one contestant that count nowhere while this stands: its sheets are other ones now. */
export interface SetAside {
  readonly contestant: ContestantId;
  readonly refs: readonly Ref[];
  readonly reason: string;
}

/** [D24] A juror wants to change a locked sheet. */
export interface ReopeningRequest {
  readonly juror: JurorId;
  readonly contestant: ContestantId;
  readonly stage: StageId;
  /** The locks that stood when it was asked. */
  readonly locks: readonly Ref[];
  readonly reason: string;
}

/** [D26] Who advances to a later stage, and who does not. */
export interface RoundClosing {
  readonly category: CategoryId;
  /** The first stage of the round. */
  readonly stage: StageId;
  readonly advanced: readonly ContestantId[];
  readonly out: readonly ContestantId[];
}

/** [D27] In which order those who advance come on in a later stage, and how that was found. */
export interface StageOrder {
  readonly how: 'lots' | 'same' | 'best-last';
  /** Of the lots; null: none were drawn. */
  readonly seed: string | null;
  readonly order: readonly ContestantId[];
}

/** [D28] The ballots of an award, as two people typed them in. */
export interface Tally {
  /** What holds; null: not counted yet. */
  readonly votes: Votes | null;
  /** Entries that wait: for the second one, or, where two differ, for what holds. */
  readonly open: readonly Written<{ readonly by: string; readonly votes: Votes }>[];
}

/** [D25] A line from the committee. */
export interface Message {
  readonly to: JurorId;
  readonly text: string;
}

/** [Z2] */
export type SealProposed = Omit<Extract<DomainEvent, { type: 'seal-proposed' }>, 'type'>;

/** [Z3] By the jury's chair. `opening` null: of the seal itself. */
export interface SealConfirmed {
  readonly juror: JurorId;
  readonly code: string;
  readonly digest: string;
  readonly opening: Ref | null;
}

/** [Z3] By the committee's chair. */
export interface SealApproved {
  readonly code: string;
  readonly confirmed: Ref;
  readonly opening: Ref | null;
}

export interface SealOpening {
  readonly code: string;
  readonly reason: string;
}

/** [Z11] The scores are open to every laptop of the contest. */
export interface ScoresOpening {
  readonly ref: Ref;
  readonly atMs: number;
  /** The fact of the jury's chair, where it came before everything was announced. */
  readonly agreed: Ref | null;
  /** Up to where each seat's log counts; what is not named does not. */
  readonly ends: ReadonlyMap<LogId, number>;
  /** What reads each log, base32. */
  readonly keys: ReadonlyMap<LogId, string>;
}

/** Said in the deliberation. */
export interface Remark {
  readonly category: CategoryId;
  readonly contestant: ContestantId | null;
  readonly text: string;
}

/** [Z10] */
export interface Objection {
  readonly by: string;
  readonly category: SealScope;
  readonly contestant: ContestantId | null;
  readonly text: string;
}

/** [Z10] */
export interface ObjectionAnswer {
  readonly objection: Ref;
  readonly answer: string;
  readonly outcome: 'accepted' | 'rejected';
}

/** [D33] Nameless values of all jurors, by criterion. */
export interface CalibrationShown {
  readonly contestant: ContestantId;
  readonly values: readonly { readonly criterion: CriterionId; readonly values: readonly string[] }[];
}

/** [D29] A juror's yes to the pact and the tie-break chain of that hash. */
export interface PactAccepted {
  readonly juror: JurorId;
  readonly text: string;
  readonly by: Person;
}

/** How it stood before somebody was shown, so that the step can be taken back whole. */
export interface StageStep {
  /** The fact that made the step. */
  readonly ref: Ref;
  readonly shown: Contest['shown'];
  readonly timer: Timer | null;
  readonly contestants: readonly Contestant[];
}

/** What a contestant is called. */
export interface Named {
  readonly name: string;
  readonly unit?: string | undefined;
}

/** A name or unit that a contestant with locked sheets had before. */
export interface FormerName {
  readonly name: string;
  readonly unit: string | undefined;
  readonly reason: string;
  /** The locks that were known when it was recorded; null: written by a version that did not say. */
  readonly locks: readonly Ref[] | null;
}

/** What took a fact back (a cancelled penalty, a lock opened again, a recusal withdrawn). */
export interface TakenBack {
  readonly ref: Ref;
  readonly atMs: number;
  readonly reason: string;
  /** What opened it where nobody gave a reason: to be said instead. */
  readonly because?: Because;
}

export interface Device {
  readonly device: DeviceId;
  readonly signingKey: string;
  readonly boxKey: string;
  readonly seat: JurorId;
  readonly machine: string;
  readonly admittedAtMs: number;
  readonly revoked: {
    readonly atMs: number;
    readonly reason: string;
    readonly upTo: readonly { readonly log: LogId; readonly seq: number; readonly hash: string }[];
  } | null;
}

export interface Timer {
  readonly contestant: ContestantId;
  readonly stage: StageId;
  /** Index into the stage's timer parts. */
  readonly part: number;
  /** Elapsed in this part up to `atMs`, milliseconds. */
  readonly elapsedMs: number;
  readonly running: boolean;
  /** Display time of the last start or stop. */
  readonly atMs: number;
}

/** Something in the log that a person should know of; nothing is dropped because of it. */
export interface Issue {
  readonly type:
    | 'unknown-event'
    | 'wrong-author'
    | 'revoked-device'
    | 'unreadable'
    | 'second-founding'
    | 'log-forked'
    | 'after-seal'
    | 'after-opening';
  readonly ref: Ref;
  /** The event type as written, where it could be read; of a forked log its seat, null for the committee's. */
  readonly name: string | null;
}

export interface Contest {
  /** Null until the founding fact is here (a juror laptop that has just joined). */
  readonly setup: ContestSetup | null;
  readonly rehearsal: boolean;
  /** The version of the envelopes that it was founded with (L18). */
  readonly format: number;
  /** The last fact that changed categories, stages, rubrics or rules: scores name it. */
  readonly rubricVersion: Ref | null;
  /** Key: `juror/contestant`. */
  readonly facts: ReadonlyMap<string, JurorFacts>;
  /** What no longer stands, by `takenBackKey`: ask `takenBack`. */
  readonly takenBack: ReadonlyMap<string, TakenBack>;
  readonly recusals: readonly Written<Exemption>[];
  /** [D30] */
  readonly keptJurors: readonly Written<KeptJuror>[];
  readonly absences: readonly Written<Exemption>[];
  readonly penalties: readonly Written<Penalty>[];
  readonly decisions: readonly Written<Decision>[];
  readonly confirmations: readonly Written<Confirmation>[];
  readonly roundClosings: readonly Written<RoundClosing>[];
  /** By `stageOrderKey`: the last one of each. */
  readonly stageOrders: ReadonlyMap<string, StageOrder>;
  readonly tallies: ReadonlyMap<AwardId, Tally>;
  readonly signOffs: readonly Written<SignOff>[];
  readonly reopeningRequests: readonly Written<ReopeningRequest>[];
  readonly messages: readonly Written<Message>[];
  /** The facts of seals: ask `seal.ts` what they come to. */
  readonly sealProposals: readonly Written<SealProposed>[];
  readonly sealConfirmations: readonly Written<SealConfirmed>[];
  readonly sealApprovals: readonly Written<SealApproved>[];
  readonly sealOpenings: readonly Written<SealOpening>[];
  /** Null: they are not. */
  readonly scoresOpening: ScoresOpening | null;
  readonly openingAgreements: readonly Written<{ readonly juror: JurorId; readonly reason: string }>[];
  readonly remarks: readonly Written<Remark>[];
  readonly objections: readonly Written<Objection>[];
  readonly objectionAnswers: readonly Written<ObjectionAnswer>[];
  /** [D33] Ask `calibration.ts`. */
  readonly calibrations: readonly Written<CalibrationShown>[];
  /** Of whatever text: ask `pact.ts`. */
  readonly pactAccepted: readonly Written<PactAccepted>[];
  /** By `seenKey` (`correspondence.ts`). */
  readonly seenMessages: ReadonlySet<string>;
  readonly shown: { readonly contestant: ContestantId; readonly stage: StageId | null; readonly atMs: number } | null;
  readonly timer: Timer | null;
  /** What `shown` was before, step by step; those taken back are gone. */
  readonly steps: readonly StageStep[];
  readonly setAsides: readonly Written<SetAside>[];
  readonly formerNames: ReadonlyMap<ContestantId, readonly Written<FormerName>[]>;
  /** Contestants that were taken away, as they were. */
  readonly removed: ReadonlyMap<ContestantId, Contestant>;
  /** By contestant outside the ranking: the locks that were known when it was decided. */
  readonly outside: ReadonlyMap<ContestantId, ReadonlySet<Ref>>;
  readonly draws: readonly Written<{
    readonly category: CategoryId | null;
    readonly seed: string;
    /** As they were drawn. */
    readonly numbers: readonly { readonly contestant: ContestantId; readonly number: number | null }[];
  }>[];
  readonly devices: ReadonlyMap<DeviceId, Device>;
  /** Data keys that the committee wrapped for a further laptop of a seat, by `sharedKeyName`. */
  readonly sharedKeys: ReadonlyMap<string, string>;
  /** Those that hide the committee's facts (L19), in the order in which they came into use; the last one is in use. */
  readonly contestKeys: readonly ContestKeyNamed[];
  readonly issues: readonly Issue[];
}

/** What the facts say of a contest key; all texts base32. */
export interface ContestKeyNamed {
  readonly hash: string;
  /** The key for each holder, by box key. */
  readonly wraps: ReadonlyMap<string, string>;
  /** Contest keys from before, hidden by this one, by their hashes. */
  readonly earlier: ReadonlyMap<string, string>;
}

export const emptyContest: Contest = {
  setup: null,
  rehearsal: false,
  format: 2,
  rubricVersion: null,
  facts: new Map(),
  takenBack: new Map(),
  recusals: [],
  keptJurors: [],
  absences: [],
  penalties: [],
  decisions: [],
  confirmations: [],
  roundClosings: [],
  stageOrders: new Map(),
  tallies: new Map(),
  signOffs: [],
  reopeningRequests: [],
  messages: [],
  sealProposals: [],
  sealConfirmations: [],
  sealApprovals: [],
  sealOpenings: [],
  scoresOpening: null,
  openingAgreements: [],
  remarks: [],
  objections: [],
  objectionAnswers: [],
  calibrations: [],
  pactAccepted: [],
  seenMessages: new Set(),
  shown: null,
  timer: null,
  steps: [],
  setAsides: [],
  formerNames: new Map(),
  removed: new Map(),
  outside: new Map(),
  draws: [],
  devices: new Map(),
  sharedKeys: new Map(),
  contestKeys: [],
  issues: [],
};

export function factsKey(juror: JurorId, contestant: ContestantId): string {
  return `${juror}/${contestant}`;
}

/** The two of whom that key is. */
export function ofFactsKey(key: string): readonly [JurorId, ContestantId] {
  const [juror = '', contestant = ''] = key.split('/');
  return [idFrom.juror(juror), idFrom.contestant(contestant)];
}

export function stageOrderKey(category: CategoryId, stage: StageId): string {
  return `${category}/${stage}`;
}

export function sharedKeyName(log: LogId, device: DeviceId): string {
  return `${log} ${device}`;
}

export function noteKey(stage: StageId, criterion: CriterionId | null): string {
  return criterion === null ? stage : `${stage}/${criterion}`;
}

/** The setup of a contest that is founded. */
export function setupOf(contest: Contest): ContestSetup {
  return present(contest.setup, 'the contest is founded');
}

export function findJuror(setup: ContestSetup, id: JurorId): Juror | undefined {
  return setup.jurors.find((juror) => juror.id === id);
}

export function findContestant(setup: ContestSetup, id: ContestantId): Contestant | undefined {
  return setup.contestants.find((contestant) => contestant.id === id);
}

export function findCategory(setup: ContestSetup, id: CategoryId): Category | undefined {
  return setup.categories.find((category) => category.id === id);
}

/** The criterion with its rubric, or undefined. */
export function findCriterion(
  setup: ContestSetup,
  id: CriterionId,
): { readonly rubric: Rubric; readonly criterion: Criterion } | undefined {
  for (const rubric of setup.rubrics) {
    const criterion = rubric.criteria.find((each) => each.id === id);
    if (criterion !== undefined) return { rubric, criterion };
  }
  return undefined;
}

/** A corrected name is no other person: the number of a civil servant is the same, or one name holds the other. */
export function isSamePerson(a: Person, b: Person): boolean {
  if (a.nip !== undefined && a.nip !== '' && a.nip === b.nip) return true;
  const [one, other] = [a, b].map(({ name }) => name.toLowerCase().replaceAll(/[^\p{L}\d]/gu, ''));
  return one === undefined || other === undefined || one.includes(other) || other.includes(one);
}

/** The recusal or absence that stands for a juror, a contestant and a stage. */
export function exemptionOf(
  contest: Contest,
  kind: 'recusals' | 'absences',
  juror: JurorId,
  contestant: ContestantId,
  stage: StageId,
): Written<Exemption> | undefined {
  return contest[kind].find(
    (written) =>
      written.value.juror === juror &&
      written.value.contestant === contestant &&
      (written.value.stages === undefined || written.value.stages.includes(stage)) &&
      takenBack(contest, written, juror) === null,
  );
}

/** What took a written thing back, or null while it stands. `owner`: the seat that may take it back besides the committee. */
export function takenBack(
  contest: Contest,
  { ref }: { readonly ref: Ref },
  owner: JurorId | null = null,
): TakenBack | null {
  const byOwner = owner === null ? undefined : contest.takenBack.get(takenBackKey(ref, owner));
  return contest.takenBack.get(takenBackKey(ref, null)) ?? byOwner ?? null;
}

/** Who takes back is part of the key, so that one seat's claim never touches what belongs to another. */
export function takenBackKey(ref: Ref, seat: JurorId | null): string {
  return seat === null ? ref : `${ref} ${seat}`;
}

/** The note as it stands; several heads (two laptops) are shown one below the other. */
export function noteOf(
  contest: Contest,
  juror: JurorId,
  contestant: ContestantId,
  stage: StageId,
  criterion: CriterionId | null,
): string {
  const heads = contest.facts.get(factsKey(juror, contestant))?.notes.get(noteKey(stage, criterion))?.heads ?? [];
  return heads
    .map((head) => head.value)
    .filter((text) => text !== '')
    .join('\n');
}

/** True while what was written at `ref` is set aside: it stays, and counts nowhere. */
export function isSetAside(contest: Contest, ref: Ref): boolean {
  return contest.setAsides.some((aside) => aside.value.refs.includes(ref) && takenBack(contest, aside) === null);
}

/** The locks of a sheet that nobody has opened. */
export function standingLocks(
  contest: Contest,
  juror: JurorId,
  contestant: ContestantId,
  stage: StageId,
): readonly Written<Lock>[] {
  const locks = contest.facts.get(factsKey(juror, contestant))?.locks.get(stage) ?? [];
  return locks.filter((lock) => takenBack(contest, lock) === null && !isSetAside(contest, lock.ref));
}

/** The sign-off that stands, or undefined. */
export function signOffOf(contest: Contest, juror: JurorId, category: CategoryId): Written<SignOff> | undefined {
  return contest.signOffs.find(
    (written) =>
      written.value.juror === juror &&
      written.value.category === category &&
      takenBack(contest, written) === null &&
      vouchesForAll(contest, written.value),
  );
}

/** [D18] A sign-off is of the locks that it names: one opened since, or another sheet locked since, is not signed. */
function vouchesForAll(contest: Contest, { juror, category, locks }: SignOff): boolean {
  if (contest.setup === null) return false;
  const named = new Set(locks);
  const { setup } = contest;
  const seat = findJuror(setup, juror);
  if (seat === undefined) return false;
  const contestants = setup.contestants.filter((each) => each.category === category && isRanked(each));
  return contestants.every((contestant) =>
    [...(contest.facts.get(factsKey(juror, contestant.id))?.locks ?? [])].every(([stage, all]) => {
      if (!reads(setup, seat, stage, contestant) || rubricFor(setup, stage, category) === undefined) return true;
      if (all.some((lock) => named.has(lock.ref) && takenBack(contest, lock) !== null)) return false;
      const standing = standingLocks(contest, juror, contestant.id, stage);
      return standing.length === 0 || standing.some((lock) => named.has(lock.ref));
    }),
  );
}

/** By number (without one: last), then in the order given. */
export function performanceOrder(contestants: readonly Contestant[]): Contestant[] {
  return contestants
    .map((contestant, index) => ({ contestant, index, number: contestant.number ?? Number.MAX_SAFE_INTEGER }))
    .toSorted((a, b) => a.number - b.number || a.index - b.index)
    .map(({ contestant }) => contestant);
}
