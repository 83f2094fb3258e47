/**
 * The facts. A fact is for ever: fields may be added, a meaning never changes (`log/upcast.ts` lifts old shapes).
 * Who may write which fact is `authorOf` (rule D1). Parsed where entries enter; an unknown type is kept and shown.
 */
import { z } from 'zod';
import { limits } from '../../limits.ts';
import {
  actSchema,
  awardIdSchema,
  awardSchema,
  categorySchema,
  confirmationSchema,
  contestantSchema,
  contestantStatusSchema,
  contestSetupSchema,
  decimalSchema,
  decisionSchema,
  exemptionSchema,
  idSchema,
  infoSchema,
  jurorSchema,
  keptJurorSchema,
  readersSchema,
  numberingSchema,
  penaltySchema,
  reasonSchema,
  rubricSchema,
  rulesSchema,
  scopeSchema,
  stageSchema,
  votesSchema,
  categoryIdSchema,
  contestantIdSchema,
  criterionIdSchema,
  jurorIdSchema,
  stageIdSchema,
} from '../setup/contest-file.ts';
import { deviceIdSchema, logIdSchema, refSchema, type DeviceId, type JurorId, type Ref } from '../ids.ts';

const id = idSchema;
const reason = reasonSchema;
const numbering = numberingSchema;
const personName = z.string().trim().min(1).max(limits.nameLength);
/**
 * What opened a sign-off where nobody gave a reason; words are made of it where it is shown (`shared/say/reopening.ts`). Kinds
 * that only a later version knows are left out: `reason` beside it can always be read.
 */
const because = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('judged-again'), contestants: z.array(contestantIdSchema).max(limits.contestants) }),
    z.object({ type: z.literal('came-in'), contestants: z.array(contestantIdSchema).max(limits.contestants) }),
  ])
  .optional()
  .catch(undefined);
export type Because = NonNullable<z.output<typeof because>>;
const replaces = z.array(refSchema).max(50);
/** Base32 of 32 raw key bytes. */
const keyText = z.string().regex(/^[a-z2-7]{52}$/);
/** 80 bits in Crockford's base32, ungrouped (`seal/check-code.ts`). */
const sealCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/);
/** A key for the holder of a box key, by HPKE (RFC 9180: DHKEM X25519, HKDF-SHA256, AES-256-GCM), base32. */
const wrap = z.object({ boxKey: keyText, sealed: z.string().max(400) });

/** Written by the committee. */
const committeeEvents = [
  z.object({
    type: z.literal('contest-founded'),
    setup: contestSetupSchema,
    rehearsal: z.boolean().optional(),
    /** The format in which everybody writes (L18); absent: 2. */
    format: z.int().min(2).max(1000).optional(),
  }),
  z.object({ type: z.literal('info-changed'), contest: infoSchema }),
  z.object({ type: z.literal('categories-changed'), categories: z.array(categorySchema) }),
  z.object({ type: z.literal('stages-changed'), stages: z.array(stageSchema) }),
  z.object({ type: z.literal('rubrics-changed'), rubrics: z.array(rubricSchema) }),
  z.object({ type: z.literal('jurors-changed'), jurors: z.array(jurorSchema) }),
  z.object({ type: z.literal('rules-changed'), rules: rulesSchema }),
  z.object({ type: z.literal('awards-changed'), awards: z.array(awardSchema) }),
  /** The acts of the announcement, whole and in their order. */
  z.object({ type: z.literal('programme-changed'), programme: z.array(actSchema).max(limits.acts) }),
  z.object({
    type: z.literal('contestants-changed'),
    /** Added or changed ones, whole. */
    put: z.array(contestantSchema).max(limits.contestants),
    removed: z.array(contestantIdSchema).max(limits.contestants),
    /** Where they came from, e.g. the name of a spreadsheet. */
    source: z.string().max(limits.nameLength).optional(),
    /** Why one with locked sheets has another name or unit, or is judged by other rubrics. */
    reason: reason.optional(),
    /** The locked sheets of those with another name that were known. */
    locks: z.array(refSchema).max(limits.valuesSetAside).optional(),
  }),
  z.object({
    type: z.literal('contestant-status-changed'),
    contestant: contestantIdSchema,
    status: contestantStatusSchema,
    reason: reason.optional(),
    /** Where it is outside the ranking now: the locked sheets that were known. */
    locks: z.array(refSchema).max(limits.locksNamed).optional(),
  }),
  /** Values and locks about a contestant that count nowhere until this is cancelled: they fit no sheet of its category. */
  z.object({
    type: z.literal('sheets-set-aside'),
    contestant: contestantIdSchema,
    refs: z.array(refSchema).min(1).max(limits.valuesSetAside),
    reason,
  }),
  z.object({ type: z.literal('set-aside-cancelled'), setAside: refSchema, reason }),
  /** It was called so on a laptop that locked a sheet before it heard of the new name. */
  z.object({
    type: z.literal('former-name-recorded'),
    contestant: contestantIdSchema,
    ...contestantSchema.pick({ name: true, unit: true }).shape,
    locks: z.array(refSchema).min(1).max(limits.locksNamed),
    reason,
  }),
  z.object({ type: z.literal('order-changed'), numbers: numbering }),
  /** Lots drawn by the application: `seed` and the drawing rule of `domain/facts/lots.ts` give `numbers` again. */
  z.object({
    type: z.literal('lots-drawn'),
    category: categoryIdSchema.nullable(),
    seed: z.string().min(1).max(100),
    numbers: numbering,
  }),
  /** Who is on now; null: nobody. */
  z.object({
    type: z.literal('stage-shown'),
    contestant: contestantIdSchema.nullable(),
    stage: stageIdSchema.nullable(),
    /** The step that is taken back: it is as before that, the timer too. */
    undoes: refSchema.optional(),
  }),
  z.object({
    type: z.literal('timer-started'),
    contestant: contestantIdSchema,
    stage: stageIdSchema,
    part: z.int().min(0).max(20),
    elapsedMs: z.int().min(0),
  }),
  z.object({
    type: z.literal('timer-stopped'),
    contestant: contestantIdSchema,
    stage: stageIdSchema,
    part: z.int().min(0).max(20),
    elapsedMs: z.int().min(0),
  }),
  z.object({ type: z.literal('penalty-added'), penalty: penaltySchema }),
  z.object({ type: z.literal('penalty-cancelled'), penalty: refSchema, reason }),
  z.object({ type: z.literal('absence-recorded'), absence: exemptionSchema }),
  /** One act for several contestants: a juror who came late or left. Cancelled as one. */
  z.object({
    type: z.literal('absences-recorded'),
    juror: jurorIdSchema,
    absences: z
      .array(z.object({ contestant: contestantIdSchema, stages: z.array(stageIdSchema).max(limits.stages).optional() }))
      .min(1)
      .max(limits.contestants),
    reason,
  }),
  z.object({ type: z.literal('absence-cancelled'), absence: refSchema, reason }),
  /** A recusal declared beforehand, taken over from the contest file or from paper. */
  z.object({ type: z.literal('recusal-recorded'), recusal: exemptionSchema }),
  z.object({ type: z.literal('recusal-cancelled'), recusal: refSchema, reason }),
  /** [D30] */
  z.object({ type: z.literal('juror-kept'), ...keptJurorSchema.shape }),
  /** [D33] What all jurors gave to the calibration, by criterion from the lowest on, without names: every seat reads it. */
  z.object({
    type: z.literal('calibration-shown'),
    contestant: contestantIdSchema,
    values: z
      .array(z.object({ criterion: criterionIdSchema, values: z.array(decimalSchema).max(limits.jurors) }))
      .max(limits.rubrics * limits.criteriaPerRubric),
  }),
  /** [R34] The whole assignment of a stage; empty: everybody judges everybody. `drawn`: `draw-readers.ts` gives it again. */
  z.object({
    type: z.literal('readers-assigned'),
    stage: stageIdSchema,
    readers: z.array(readersSchema.omit({ stage: true })).max(limits.contestants),
    drawn: z.object({ seed: z.string().min(1).max(100), each: z.int().min(1).max(limits.jurors) }).optional(),
  }),
  z.object({
    type: z.literal('sheet-reopened'),
    juror: jurorIdSchema,
    contestant: contestantIdSchema,
    stage: stageIdSchema,
    locks: z.array(refSchema).min(1).max(50),
    reason,
  }),
  z.object({
    type: z.literal('sign-off-reopened'),
    juror: jurorIdSchema,
    category: categoryIdSchema,
    signOffs: z.array(refSchema).min(1).max(50),
    reason,
    because,
  }),
  /** [D24] A juror's request is not followed. */
  z.object({ type: z.literal('reopening-refused'), request: refSchema, reason }),
  /** [D25] It stands on the juror's screen until that seat says that it was seen. */
  z.object({ type: z.literal('message-sent'), to: jurorIdSchema, text: reason }),
  z.object({ type: z.literal('decision-recorded'), decision: decisionSchema }),
  z.object({ type: z.literal('decision-cancelled'), decision: refSchema, reason }),
  /** [D26] Who advances to the stage, and who does not: jurors' laptops cannot work it out. `reason`: of closing it again. */
  z.object({
    type: z.literal('round-closed'),
    category: categoryIdSchema,
    stage: stageIdSchema,
    advanced: z.array(contestantIdSchema).max(limits.contestants),
    out: z.array(contestantIdSchema).max(limits.contestants),
    /** The closings of this round that stood before. */
    replaces: z.array(refSchema).max(50),
    reason: reason.optional(),
  }),
  z.object({ type: z.literal('round-reopened'), closings: z.array(refSchema).min(1).max(50), reason }),
  /** [D27] The order of who advances to the stage; `seed`: of the lots (`lots.ts` gives the order again). */
  z.object({
    type: z.literal('stage-order-set'),
    category: categoryIdSchema,
    stage: stageIdSchema,
    how: z.enum(['lots', 'same', 'best-last']),
    seed: z.string().min(1).max(100).optional(),
    order: z.array(contestantIdSchema).max(limits.contestants),
  }),
  /** [D28] Ballots counted for an award, as one person typed them in; groups without any are left out. `reason`: of counting anew. */
  z.object({
    type: z.literal('tally-entered'),
    award: awardIdSchema,
    by: personName,
    votes: votesSchema,
    reason: reason.optional(),
  }),
  /** [D28] What holds instead of these two entries, which differ. */
  z.object({
    type: z.literal('tally-settled'),
    award: awardIdSchema,
    entries: z.array(refSchema).min(1).max(50),
    votes: votesSchema,
    reason,
  }),
  /** [D28] Entries that do not count, and are made anew. */
  z.object({
    type: z.literal('tally-withdrawn'),
    award: awardIdSchema,
    entries: z.array(refSchema).min(1).max(50),
    reason,
  }),
  /** A category is announced though these have not signed it off. */
  z.object({ type: z.literal('announcement-confirmed'), confirmation: confirmationSchema }),
  /**
   * [Z2] What is to be sealed. `code`: its check code, by which every other fact names it. `covers`: the last entry of each log
   * that counts here, each log once.
   */
  z.object({
    type: z.literal('seal-proposed'),
    code: sealCode,
    scope: scopeSchema,
    digest: keyText,
    previous: sealCode.nullable(),
    covers: z.array(z.object({ log: logIdSchema, seq: z.int().min(1), hash: keyText })).max(limits.logsPerContest),
  }),
  /** [Z3] The committee's chair; `confirmed` is the fact of the jury's chair. `opening`: the proposal to open it. */
  z.object({ type: z.literal('seal-approved'), code: sealCode, confirmed: refSchema, opening: refSchema.optional() }),
  z.object({ type: z.literal('seal-opening-proposed'), code: sealCode, reason }),
  /** A remark of the jury's deliberation, on a category or on one group of it. */
  z.object({
    type: z.literal('remark-made'),
    category: categoryIdSchema,
    contestant: contestantIdSchema.optional(),
    text: reason,
  }),
  /** [Z10] `by`: who objects, as written down. `contestant` null: about none in particular. */
  z.object({
    type: z.literal('objection-entered'),
    by: z.string().trim().min(1).max(limits.nameLength),
    category: scopeSchema,
    contestant: contestantIdSchema.nullable(),
    text: reason,
  }),
  z.object({
    type: z.literal('objection-answered'),
    objection: refSchema,
    answer: reason,
    outcome: z.enum(['accepted', 'rejected']),
  }),
  /**
   * [Z11] From now on every laptop reads all scores. `ends`: up to where the seats' logs count (branches under their own ids).
   * `keys`: of each log the key of its scores; of a log from before there was one, the data key, which reads notes too. `agreed`:
   * the fact of the jury's chair, where not everything is announced.
   */
  z.object({
    type: z.literal('scores-opened'),
    ends: z.array(z.object({ log: logIdSchema, seq: z.int().min(1) })).max(limits.logsPerContest),
    keys: z.array(z.object({ log: logIdSchema, key: keyText })).max(limits.logsPerContest),
    agreed: refSchema.optional(),
  }),
  z.object({
    type: z.literal('device-admitted'),
    device: deviceIdSchema,
    signingKey: keyText,
    boxKey: keyText,
    seat: jurorIdSchema,
    machine: z.string().max(limits.nameLength),
  }),
  /** Later entries of this device are kept and shown, not applied. `upTo`: the last accepted entry of each of its logs. */
  z.object({
    type: z.literal('device-revoked'),
    device: deviceIdSchema,
    upTo: z
      .array(z.object({ log: logIdSchema, seq: z.int().min(0), hash: z.string().max(100) }))
      .max(limits.logsPerContest),
    reason,
  }),
  /** Earlier data keys of a seat, hidden for a further laptop of the same person (HPKE as in `log-opened`, base32). */
  z.object({
    type: z.literal('data-keys-shared'),
    device: deviceIdSchema,
    keys: z
      .array(z.object({ log: logIdSchema, sealed: z.string().max(400) }))
      .min(1)
      .max(limits.logsPerContest),
  }),
  /**
   * [L19] What follows in this log is hidden by the contest key of that hash; this fact itself never is. Also when the key goes
   * to further laptops.
   */
  z.object({
    type: z.literal('contest-key-set'),
    /** SHA-256 of the key, base32. */
    hash: keyText,
    wraps: z.array(wrap).max(limits.wrapsPerFact),
    /** Contest keys from before, each hidden by this one: nonce (12 bytes) and AES-256-GCM, base32. */
    earlier: z.array(z.object({ hash: keyText, sealed: z.string().max(200) })).max(limits.wrapsPerFact),
  }),
] as const;

/** Written by a seat, in that seat's own log. */
const seatEvents = [
  /** `value` null: emptied again. `replaces`: the heads that its writer saw. `rubric`: the rubric version it was made under. */
  z.object({
    type: z.literal('score-set'),
    contestant: contestantIdSchema,
    criterion: criterionIdSchema,
    value: decimalSchema.nullable(),
    replaces,
    rubric: refSchema,
    /** The contestant on whose sheet the juror had given it by mistake. */
    from: contestantIdSchema.optional(),
  }),
  /** `criterion` null: a note on the whole sheet of that stage. Empty text: removed. */
  z.object({
    type: z.literal('note-set'),
    contestant: contestantIdSchema,
    stage: stageIdSchema,
    criterion: criterionIdSchema.nullable(),
    text: z.string().max(limits.noteLength),
    replaces,
    from: contestantIdSchema.optional(),
  }),
  /** What counts: the values themselves, so that a lock can be read alone. */
  z.object({
    type: z.literal('sheet-locked'),
    contestant: contestantIdSchema,
    stage: stageIdSchema,
    values: z.record(id, decimalSchema),
    rubric: refSchema,
    /** Opened locks of this sheet that its writer knew of. */
    after: z.array(refSchema).max(50).optional(),
    /** Who held the seat then: papers name the person who locked, also after a substitute took the seat. */
    by: jurorSchema.pick({ name: true, title: true, nip: true }).optional(),
    /** What the contestant was called where it was locked. */
    named: contestantSchema.pick({ name: true, unit: true }).optional(),
  }),
  z.object({
    type: z.literal('recused'),
    contestant: contestantIdSchema,
    stages: z.array(stageIdSchema).max(limits.stages).optional(),
    reason,
  }),
  z.object({ type: z.literal('recusal-withdrawn'), recusal: refSchema, reason }),
  z.object({
    type: z.literal('category-signed-off'),
    category: categoryIdSchema,
    locks: z.array(refSchema).max(limits.contestants),
  }),
  /** [D24] `locks`: those that stood when it was asked; once they are opened it is answered. */
  z.object({
    type: z.literal('reopening-asked'),
    contestant: contestantIdSchema,
    stage: stageIdSchema,
    locks: z.array(refSchema).min(1).max(50),
    reason,
  }),
  z.object({ type: z.literal('message-seen'), message: refSchema }),
  /** [D29] `text`: SHA-256 of pact and chain, base32 (`pact.ts`). `by`: who held the seat then. */
  z.object({
    type: z.literal('pact-accepted'),
    text: keyText,
    by: jurorSchema.pick({ name: true, title: true, nip: true }),
  }),
  /** [Z3] The jury's chair has read the check code. */
  z.object({ type: z.literal('seal-confirmed'), code: sealCode, digest: keyText, opening: refSchema.optional() }),
  /** [Z11] The jury's chair lets the scores be opened before everything is announced. */
  z.object({ type: z.literal('opening-agreed'), reason }),
] as const;

/** The first entry of every log, always plain: who writes it, and its data key, hidden from all but those it is wrapped for. */
const logEvents = [
  z.object({
    type: z.literal('log-opened'),
    role: z.enum(['committee', 'seat']),
    seat: jurorIdSchema.nullable(),
    signingKey: keyText,
    boxKey: keyText,
    /** 16 random bytes, base32: the log's id is the first 128 bits of SHA-256(signing key, nonce) (L2). */
    nonce: z.string().regex(/^[a-z2-7]{26}$/),
    /** Null: the committee's, whose facts a contest key hides (L19), or none. */
    dataKey: z
      .object({
        /** SHA-256 of the data key, base32. */
        hash: keyText,
        /** SHA-256 of the key that opens the scores alone (L18), base32. */
        scores: keyText.optional(),
        /** The data key for each holder. */
        wraps: z.array(wrap).max(20),
      })
      .nullable(),
    machine: z.string().max(limits.nameLength),
    application: z.string().max(40),
    /** The contest's format; absent: 2. */
    format: z.int().min(2).max(1000).optional(),
    /** Logs whose entries this one names by few bytes, in order (L18). */
    knownLogs: z.array(logIdSchema).max(16).optional(),
    /** Ids of contestants, criteria and stages that it names by few bytes, in order (L18). */
    knownIds: z.array(idSchema).max(limits.knownIds).optional(),
  }),
] as const;

/**
 * The format of contests that are founded now (L18): 2 has envelopes of versions 1 and 2, 3 those of version 3; 4 the same, with
 * the committee's facts hidden by a contest key (L19).
 */
export const newestFormat = 4;
/** The first format in which the committee's facts are hidden. */
export const hiddenFactsFormat = 4;

const seatEventSchema = z.discriminatedUnion('type', seatEvents);
export const domainEventSchema = z.discriminatedUnion('type', [...committeeEvents, ...seatEvents, ...logEvents]);

export type SeatEvent = z.output<typeof seatEventSchema>;
export type DomainEvent = z.output<typeof domainEventSchema>;
export type LogOpened = Extract<DomainEvent, { type: 'log-opened' }>;

const committeeTypes: ReadonlySet<string> = new Set(committeeEvents.map((schema) => schema.shape.type.value));
const seatTypes: ReadonlySet<string> = new Set(seatEvents.map((schema) => schema.shape.type.value));

/** [D1] The role that may write a fact; null for a type that this version does not know. */
export function authorOf(type: string): 'committee' | 'seat' | 'log' | null {
  if (committeeTypes.has(type)) return 'committee';
  if (seatTypes.has(type)) return 'seat';
  return type === 'log-opened' ? 'log' : null;
}

/** Who wrote a fact, as its admission says. */
export type Author =
  | { readonly role: 'committee'; readonly device: DeviceId }
  | { readonly role: 'seat'; readonly seat: JurorId; readonly device: DeviceId };

/** An entry that is kept and relayed but not applied, and why (rules E2, L6). Never written: made when a log is opened. */
export interface Unapplied {
  readonly type: 'unapplied';
  readonly reason: 'unknown-event' | 'wrong-author' | 'revoked-device' | 'unreadable' | 'after-seal' | 'after-opening';
  /** The event type as written, where it can be read. */
  readonly name: string | null;
}

/** Another branch of the log begins here: a folder was used in two places (rule L13). Never written: made when a log is read. */
export interface LogForked {
  readonly type: 'log-forked';
  /** Whose log; null: the committee's. */
  readonly seat: JurorId | null;
}

/** A fact with its place in the log: what screens and the fold read. `atMs` is display time (wall clock, UTC). */
export interface RecordedEvent {
  readonly ref: Ref;
  readonly atMs: number;
  readonly author: Author;
  readonly event: DomainEvent | Unapplied | LogForked;
}
