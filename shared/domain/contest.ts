/**
 * The contest as folded from the log, and the questions that screens, documents and `decide` ask of it.
 * Invariant: it is a pure function of the set of entries and of the data keys held (rules E1-E8, L7). Derived things
 * (sheet states, the contest file) are functions here, never stored beside the facts.
 */
import { present } from '../lib/assert.ts';
import {
  type Category,
  type CategoryId,
  type Contestant,
  type ContestantId,
  type ContestSetup,
  type Criterion,
  type CriterionId,
  type Decision,
  type Exemption,
  type Juror,
  type JurorId,
  type Penalty,
  type Rubric,
  type StageId,
} from './contest-file.ts';
import type { DeviceId, Ref } from './ids.ts';

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
}

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
}

/** What took a fact back (a cancelled penalty, a lock opened again, a recusal withdrawn). */
export interface TakenBack {
  readonly ref: Ref;
  readonly atMs: number;
  readonly reason: string;
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
    readonly upTo: readonly { readonly log: string; readonly seq: number; readonly hash: string }[];
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
  readonly type: 'unknown-event' | 'wrong-author' | 'revoked-device' | 'unreadable' | 'second-founding' | 'log-forked';
  readonly ref: Ref;
  /** The event type as written, where it could be read; of a forked log its seat, null for the committee's. */
  readonly name: string | null;
}

export interface Contest {
  /** Null until the founding fact is here (a juror laptop that has just joined). */
  readonly setup: ContestSetup | null;
  readonly rehearsal: boolean;
  /** The last fact that changed categories, stages, rubrics or rules: scores name it. */
  readonly rubricVersion: Ref | null;
  /** Key: `juror/contestant`. */
  readonly facts: ReadonlyMap<string, JurorFacts>;
  /** What no longer stands, by `takenBackKey`: ask `takenBack`. */
  readonly takenBack: ReadonlyMap<string, TakenBack>;
  readonly recusals: readonly Written<Exemption>[];
  readonly absences: readonly Written<Exemption>[];
  readonly penalties: readonly Written<Penalty>[];
  readonly decisions: readonly Written<Decision>[];
  readonly signOffs: readonly Written<SignOff>[];
  readonly shown: { readonly contestant: ContestantId; readonly stage: StageId | null; readonly atMs: number } | null;
  readonly timer: Timer | null;
  readonly draws: readonly Written<{ readonly category: CategoryId | null; readonly seed: string }>[];
  readonly devices: ReadonlyMap<DeviceId, Device>;
  /** Data keys that the committee wrapped for a further laptop of a seat, by `sharedKeyName`. */
  readonly sharedKeys: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

export const emptyContest: Contest = {
  setup: null,
  rehearsal: false,
  rubricVersion: null,
  facts: new Map(),
  takenBack: new Map(),
  recusals: [],
  absences: [],
  penalties: [],
  decisions: [],
  signOffs: [],
  shown: null,
  timer: null,
  draws: [],
  devices: new Map(),
  sharedKeys: new Map(),
  issues: [],
};

export function factsKey(juror: JurorId, contestant: ContestantId): string {
  return `${juror}/${contestant}`;
}

export function sharedKeyName(log: string, device: DeviceId): string {
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

/** [D5] Rubric, rules and weights freeze at the first score, whoever wrote it and wherever it stands. */
export function isFrozen(contest: Contest): boolean {
  for (const facts of contest.facts.values()) if (facts.scores.size > 0 || facts.locks.size > 0) return true;
  return false;
}

/** The sign-off that stands, or undefined. */
export function signOffOf(contest: Contest, juror: JurorId, category: CategoryId): Written<SignOff> | undefined {
  return contest.signOffs.find(
    (written) =>
      written.value.juror === juror && written.value.category === category && takenBack(contest, written) === null,
  );
}

/** By number (without one: last), then in the order given. */
export function performanceOrder(contestants: readonly Contestant[]): Contestant[] {
  return contestants
    .map((contestant, index) => ({ contestant, index, number: contestant.number ?? Number.MAX_SAFE_INTEGER }))
    .toSorted((a, b) => a.number - b.number || a.index - b.index)
    .map(({ contestant }) => contestant);
}
