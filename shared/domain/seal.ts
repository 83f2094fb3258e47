/**
 * The seal of results (Z rules): what its facts come to, what of a contest bears on a sealed result, and what arrives too late for
 * it. Derived from the folded contest, never stored beside the facts; the digest and the check code are made in `shared/seal`.
 */
import { createKept } from '../lib/kept.ts';
import { compareText } from '../lib/order.ts';
import type { Contest, SealConfirmed, SealProposed, Written } from './contest.ts';
import { findContestant, setupOf } from './contest.ts';
import type { DomainEvent, RecordedEvent } from './facts/events.ts';
import { logOfRef, seqOfRef, type AwardId, type ContestantId, type LogId, type Ref } from './ids.ts';
import { toContestFile } from './score-sheet.ts';
import {
  isRanked,
  wholeContest,
  type Award,
  type ContestFile,
  type ContestSetup,
  type SealScope,
} from './setup/contest-file.ts';

export interface SealedLog {
  readonly log: LogId;
  readonly seq: number;
  /** SHA-256 of that entry, base32. */
  readonly hash: string;
}

/** A seal as its facts say it, proposed at least. */
export interface Seal {
  readonly code: string;
  readonly scope: SealScope;
  readonly digest: string;
  readonly previous: string | null;
  /** The fact that proposed it. */
  readonly ref: Ref;
  readonly atMs: number;
  /** The last entry of every log that it covers, by log. */
  readonly covers: ReadonlyMap<LogId, SealedLog>;
  /** `opening`: somebody has proposed to open it. */
  readonly state: 'proposed' | 'confirmed' | 'sealed' | 'opening' | 'opened';
  readonly confirmed: Written<SealConfirmed> | null;
  readonly approved: { readonly ref: Ref; readonly atMs: number } | null;
  /** The last proposal to open it, with who agreed. */
  readonly opening: {
    readonly ref: Ref;
    readonly atMs: number;
    readonly reason: string;
    readonly confirmed: Written<SealConfirmed> | null;
    readonly approved: { readonly ref: Ref; readonly atMs: number } | null;
  } | null;
}

/** Every seal of the contest, opened ones too, in the order in which they were proposed. */
export function sealsOf(contest: Contest): readonly Seal[] {
  const { sealProposals, sealConfirmations, sealApprovals, sealOpenings } = contest;
  return keptSeals.get(sealProposals, '', [sealConfirmations, sealApprovals, sealOpenings], () =>
    sealProposals
      .map((proposal) => sealOf(contest, proposal))
      .toSorted((a, b) => a.atMs - b.atMs || compareText(a.code, b.code)),
  );
}

const keptSeals = createKept<readonly Seal[]>();

function sealOf(contest: Contest, { ref, atMs, value }: Written<SealProposed>): Seal {
  const { code, scope, digest, previous } = value;
  const covers = new Map(value.covers.map((each) => [each.log, each]));
  const agreed = (opening: Ref | null) => ({
    confirmed:
      contest.sealConfirmations.find(
        ({ value: by }) => by.code === code && by.opening === opening && by.digest === digest,
      ) ?? null,
    approved: contest.sealApprovals.find(({ value: by }) => by.code === code && by.opening === opening) ?? null,
  });
  const openings = contest.sealOpenings
    .filter((each) => each.value.code === code)
    .map((each) => ({ ref: each.ref, atMs: each.atMs, reason: each.value.reason, ...agreed(each.ref) }));
  const opening = openings.find((each) => each.approved !== null) ?? openings.at(-1) ?? null;
  const own = agreed(null);
  const state = (): Seal['state'] => {
    if (own.approved === null) return own.confirmed === null ? 'proposed' : 'confirmed';
    if (opening === null) return 'sealed';
    return opening.approved === null ? 'opening' : 'opened';
  };
  return { code, scope, digest, previous, ref, atMs, covers, state: state(), ...own, opening };
}

/** [Z3] Those in force: confirmed by both, and not opened. */
export function standingSeals(contest: Contest): readonly Seal[] {
  return sealsOf(contest).filter(({ state }) => state === 'sealed' || state === 'opening');
}

/** The seal in force under which a category (or what is won over the whole contest) is official; null: none. */
export function standingSealOf(contest: Contest, scope: SealScope): Seal | null {
  const standing = standingSeals(contest);
  const of = (wanted: SealScope) => standing.find((seal) => seal.scope === wanted);
  return of(scope) ?? of(wholeContest) ?? null;
}

/** The last seal of that scope that was in force, opened again or not: the next one names it. */
export function sealBefore(contest: Contest, scope: SealScope): Seal | null {
  return (
    sealsOf(contest)
      .filter((seal) => seal.scope === scope && seal.approved !== null)
      .at(-1) ?? null
  );
}

/** The last proposal of that scope, until it is in force or another one is; null: none waits for anybody. */
export function proposedSeal(contest: Contest, scope: SealScope): Seal | null {
  const last = sealsOf(contest)
    .filter((seal) => seal.scope === scope)
    .at(-1);
  return last === undefined || last.approved !== null ? null : last;
}

/** [Z10] Those that nobody has answered, oldest first. */
export function openObjections(contest: Contest): Contest['objections'] {
  const answered = new Set(contest.objectionAnswers.map(({ value }) => value.objection));
  return contest.objections.filter(({ ref }) => !answered.has(ref));
}

/** [Z8] True where this contest announces and prints nothing as official before it is sealed. */
function usesSeals(contest: Contest): boolean {
  return contest.setup?.contest.sealing === true;
}

/** [Z8] What of a contest that uses seals is not official: no seal in force covers it. */
export function isUnsealed(contest: Contest, scope: SealScope): boolean {
  return usesSeals(contest) && standingSealOf(contest, scope) === null;
}

/** [Z8] The codes of the seals that make every category with somebody in it official; null: not all of them are. */
export function officialCodes(contest: Contest): readonly string[] | null {
  const { categories, contestants } = setupOf(contest);
  const whole = standingSealOf(contest, wholeContest);
  if (whole !== null) return [whole.code];
  const codes = categories
    .filter(({ id }) => contestants.some(({ category }) => category === id))
    .map(({ id }) => standingSealOf(contest, id)?.code ?? null);
  const found = codes.filter((code) => code !== null);
  return found.length === 0 || found.length < codes.length ? null : found;
}

/** [Z8] The codes that make that scope official, the whole contest by its own or by those of every category; null: none or not all. */
export function codesOf(contest: Contest, scope: SealScope): readonly string[] | null {
  if (scope === wholeContest) return officialCodes(contest);
  const seal = standingSealOf(contest, scope);
  return seal === null ? null : [seal.code];
}

/**
 * What of the contest file bears on the result of that scope: as plain values in an order of its own. Left out is what only the
 * course of the day, laptops, screens and papers know of.
 */
export function sealMaterial(file: ContestFile, scope: SealScope): Readonly<Record<string, unknown>> {
  const isIn = (category: string) => scope === wholeContest || category === scope;
  const contestants = file.contestants.filter(({ category }) => isIn(category));
  const ids = new Set<ContestantId>(contestants.map(({ id }) => id));
  const about = <Item extends { readonly contestant: ContestantId }>(list: readonly Item[]) =>
    list.filter(({ contestant }) => ids.has(contestant));
  const judges = (of: { readonly categories?: readonly string[] | undefined }) =>
    of.categories === undefined || of.categories.some(isIn);
  return {
    categories: sorted(file.categories.filter(({ id }) => isIn(id))),
    stages: sorted(file.stages.map(({ id, name, weight, after }) => ({ id, name, weight, after }))),
    rubrics: sorted(file.rubrics.filter(judges)),
    jurors: sorted(
      file.jurors.filter(judges).map(({ id, categories, stages }) => ({
        id,
        categories: categories?.filter(isIn),
        stages,
      })),
    ),
    contestants: sorted(
      contestants.map(({ id, number, name, unit, category, status }) => ({
        id,
        number,
        name,
        unit,
        category,
        status: isRanked({ status }) ? 'ranked' : status,
      })),
    ),
    awards: sorted(file.awards.filter((award) => (scope === wholeContest || !isOverAll(award)) && judges(award))),
    rules: file.rules,
    readers: file.readers === undefined ? undefined : sorted(about(file.readers)),
    scores: sorted(about(file.scores)),
    recusals: sorted(about(file.recusals)),
    absences: sorted(about(file.absences)),
    penalties: sorted(about(file.penalties)),
    decisions: sorted(file.decisions.filter(({ category }) => isIn(category))),
    closedRounds: sorted(file.closedRounds?.filter(({ category }) => isIn(category)) ?? []),
  };
}

/** Given once over its categories: no matter of one category's seal. */
function isOverAll(award: Award): boolean {
  return award.kind === 'units' || ('scope' in award && award.scope === 'contest');
}

function sorted(list: readonly unknown[]): readonly unknown[] {
  return list
    .map((item) => ({ item, text: canonicalText(item) }))
    .toSorted((a, b) => compareText(a.text, b.text))
    .map(({ item }) => item);
}

/** One text for equal values: keys in the order of their code units, no spaces, absent ones left out (as RFC 8785; no numbers but integers). */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => compareText(a, b));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalText(field)}`).join(',')}}`;
}

/** [Z5] The first seal in force whose result the contest `after` would have otherwise; null: none. */
export function sealBroken(contest: Contest, after: Contest): Seal | null {
  return (
    standingSeals(contest).find(({ scope }) => materialText(contest, scope) !== materialText(after, scope)) ?? null
  );
}

function materialText(contest: Contest, scope: SealScope): string {
  return keptMaterial.get(contest, scope, [], () => canonicalText(sealMaterial(toContestFile(contest), scope)));
}

const keptMaterial = createKept<string>();

/** [Z5] Facts that never bear on a result, so that the projector, messages, laptops and notes are as quick as ever. */
export function neverBears({ type }: DomainEvent): boolean {
  return free.has(type);
}

const free: ReadonlySet<DomainEvent['type']> = new Set<DomainEvent['type']>([
  'seal-proposed',
  'seal-approved',
  'seal-confirmed',
  'seal-opening-proposed',
  'opening-agreed',
  'scores-opened',
  'remark-made',
  'objection-entered',
  'objection-answered',
  'stage-shown',
  'timer-started',
  'timer-stopped',
  'programme-changed',
  'stage-order-set',
  'message-sent',
  'message-seen',
  'pact-accepted',
  'juror-kept',
  'calibration-shown',
  'reopening-asked',
  'reopening-refused',
  'announcement-confirmed',
  'category-signed-off',
  'note-set',
  'device-admitted',
  'device-revoked',
  'data-keys-shared',
  'contest-key-set',
]);

/** Why a fact that bears on results is kept and not applied; null: it is applied. */
export type WhyLate = (recorded: RecordedEvent) => 'after-seal' | 'after-opening' | null;

/** [Z6] [Z12] Null while no seal is in force and the scores are hidden. */
export function lateFacts(contest: Contest, all: () => readonly RecordedEvent[]): WhyLate | null {
  const isBeyondSeal = beyondSeals(contest, all);
  const { scoresOpening } = contest;
  if (scoresOpening === null) return isBeyondSeal && ((recorded) => (isBeyondSeal(recorded) ? 'after-seal' : null));
  const { ends } = scoresOpening;
  return (recorded) => {
    if (isBeyondSeal?.(recorded) === true) return 'after-seal';
    const { ref, author, event } = recorded;
    const isBeyond = author.role === 'seat' && seqOfRef(ref) > (ends.get(logOfRef(ref)) ?? 0);
    return isBeyond && aboutContestants(event) !== null ? 'after-opening' : null;
  };
}

/** [Z12] Something of the committee bears on a result and came after the scores were opened. `recorded`: all facts. */
export function isCorrectedAfterOpening(contest: Contest, recorded: readonly RecordedEvent[]): boolean {
  const { scoresOpening } = contest;
  if (scoresOpening === null) return false;
  return recorded.some(
    ({ author, atMs, event }) =>
      author.role === 'committee' && atMs > scoresOpening.atMs && aboutContestants(event) !== null,
  );
}

/** [Z6] What came from beyond what the seals in force cover and would change what they hold. Null while no seal is in force. `all`: the facts that are held; a later one may name an earlier one. */
function beyondSeals(
  contest: Contest,
  all: () => readonly RecordedEvent[],
): ((recorded: RecordedEvent) => boolean) | null {
  const seals = standingSeals(contest);
  if (seals.length === 0 || contest.setup === null) return null;
  const setup = setupOf(contest);
  let contestantsByRef: ReadonlyMap<Ref, readonly ContestantId[]> | null = null;
  const named = (ref: Ref) => {
    contestantsByRef ??= new Map(
      all().flatMap(({ ref: each, event }) => {
        const about = aboutContestants(event);
        return Array.isArray(about) ? [[each, about] as const] : [];
      }),
    );
    return contestantsByRef.get(ref) ?? [];
  };
  return ({ ref, event }) => {
    const beyond = seals.filter(({ covers }) => seqOfRef(ref) > (covers.get(logOfRef(ref))?.seq ?? 0));
    if (beyond.length === 0) return false;
    if (event.type === 'tally-entered' || event.type === 'tally-settled') {
      const scopes = scopesOfAward(setup, event.award);
      return beyond.some(({ scope }) => scopes.includes(scope));
    }
    const about = aboutContestants(event);
    if (about === null) return false;
    const contestants = about.flatMap((each) => (typeof each === 'string' ? [each] : named(each.ref)));
    return contestants.some((id) => {
      const category = findContestant(setup, id)?.category;
      return beyond.some(({ scope }) => scope === wholeContest || scope === category);
    });
  };
}

/** The seals that hold who wins an award: of the whole contest, and of its categories where each gives it by itself. */
export function scopesOfAward(
  { awards, categories }: Pick<ContestSetup, 'awards' | 'categories'>,
  id: AwardId,
): readonly SealScope[] {
  const award = awards.find((each) => each.id === id);
  if (award === undefined || isOverAll(award)) return [wholeContest];
  return [wholeContest, ...(award.categories ?? categories.map((category) => category.id))];
}

type AboutContestants = readonly (ContestantId | { readonly ref: Ref })[];

/** Of what bears on the results of some contestants: who they are, or the facts that tell. Null: it is no such fact. */
function aboutContestants(event: RecordedEvent['event']): AboutContestants | null {
  switch (event.type) {
    case 'score-set':
    case 'sheet-locked':
    case 'recused':
    case 'sheet-reopened':
    case 'contestant-status-changed':
    case 'sheets-set-aside':
      return [event.contestant];
    case 'penalty-added':
      return [event.penalty.contestant];
    case 'absence-recorded':
      return [event.absence.contestant];
    case 'recusal-recorded':
      return [event.recusal.contestant];
    case 'absences-recorded':
      return event.absences.map(({ contestant }) => contestant);
    case 'decision-recorded':
      return event.decision.kind === 'joint' ? event.decision.contestants : event.decision.order;
    case 'round-closed':
      return [...event.advanced, ...event.out];
    case 'round-reopened':
      return event.closings.map((ref) => ({ ref }));
    case 'recusal-withdrawn':
    case 'recusal-cancelled':
      return [{ ref: event.recusal }];
    case 'absence-cancelled':
      return [{ ref: event.absence }];
    case 'penalty-cancelled':
      return [{ ref: event.penalty }];
    case 'decision-cancelled':
      return [{ ref: event.decision }];
    case 'set-aside-cancelled':
      return [{ ref: event.setAside }];
    default:
      return null;
  }
}
