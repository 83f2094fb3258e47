/** What people ask for. `decide` turns a command into facts or refuses it. Parsed where it enters (IPC, command line). */
import { z } from 'zod';
import { limits } from '../../limits.ts';
import {
  actSchema,
  awardIdSchema,
  awardSchema,
  categorySchema,
  contestantSchema,
  contestantStatusSchema,
  contestSetupSchema,
  decimalSchema,
  decisionSchema,
  exemptionSchema,
  infoSchema,
  jurorSchema,
  numberingSchema,
  penaltySchema,
  readersSchema,
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
import { idsAs, refSchema, type DeviceId, type LogId } from '../ids.ts';

const reason = reasonSchema;
const numbering = numberingSchema;

export const commandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('found-contest'),
    setup: contestSetupSchema,
    recusals: z.array(exemptionSchema).max(limits.listLength),
    absences: z.array(exemptionSchema).max(limits.listLength),
    penalties: z.array(penaltySchema).max(limits.listLength),
    decisions: z.array(decisionSchema).max(1000),
    rehearsal: z.boolean().optional(),
  }),
  z.object({ type: z.literal('change-info'), contest: infoSchema }),
  z.object({ type: z.literal('change-categories'), categories: z.array(categorySchema).max(limits.categories) }),
  z.object({ type: z.literal('change-stages'), stages: z.array(stageSchema).max(limits.stages) }),
  z.object({ type: z.literal('change-rubrics'), rubrics: z.array(rubricSchema).max(limits.rubrics) }),
  z.object({ type: z.literal('change-jurors'), jurors: z.array(jurorSchema).max(limits.jurors) }),
  z.object({ type: z.literal('change-rules'), rules: rulesSchema }),
  z.object({ type: z.literal('change-awards'), awards: z.array(awardSchema).max(50) }),
  z.object({ type: z.literal('change-programme'), programme: z.array(actSchema).max(limits.acts) }),
  /** Several parts at once, which would not fit together one by one (a stage and its rubric): all or nothing. */
  z.object({
    type: z.literal('change-setup'),
    contest: infoSchema.optional(),
    categories: z.array(categorySchema).max(limits.categories).optional(),
    stages: z.array(stageSchema).max(limits.stages).optional(),
    rubrics: z.array(rubricSchema).max(limits.rubrics).optional(),
    jurors: z.array(jurorSchema).max(limits.jurors).optional(),
    rules: rulesSchema.optional(),
    awards: z.array(awardSchema).max(50).optional(),
  }),
  /** An import: new categories and contestants in one go. */
  z.object({
    type: z.literal('change-contestants'),
    addCategories: z.array(categorySchema).max(limits.categories),
    put: z.array(contestantSchema).max(limits.contestants),
    removed: z.array(contestantIdSchema).max(limits.contestants),
    source: z.string().max(limits.nameLength).optional(),
    /** Asked for where one with locked sheets gets another name or unit, and to set sheets aside. */
    reason: reason.optional(),
    /** What no longer fits the new category is set aside. */
    setAside: z.boolean().optional(),
  }),
  /** What one juror wrote about a contestant and fits no sheet. */
  z.object({ type: z.literal('set-sheets-aside'), juror: jurorIdSchema, contestant: contestantIdSchema, reason }),
  z.object({ type: z.literal('return-sheets'), setAside: refSchema, reason }),
  /** The sheet was locked under another name and is meant for this contestant all the same. */
  z.object({
    type: z.literal('record-former-name'),
    juror: jurorIdSchema,
    contestant: contestantIdSchema,
    stage: stageIdSchema,
    reason,
  }),
  z.object({
    type: z.literal('change-contestant-status'),
    contestant: contestantIdSchema,
    status: contestantStatusSchema,
    reason: reason.optional(),
  }),
  z.object({ type: z.literal('change-order'), numbers: numbering }),
  /** `seed`: made by the one who asks (random), recorded with the result. `category` null: all in one draw. */
  z.object({ type: z.literal('draw-lots'), category: categoryIdSchema.nullable(), seed: z.string().min(1).max(100) }),
  /** `outside`: a person has confirmed to show one that is withdrawn, absent or disqualified, or did not advance. */
  z.object({
    type: z.literal('show-stage'),
    contestant: contestantIdSchema.nullable(),
    stage: stageIdSchema.nullable(),
    outside: z.boolean().optional(),
  }),
  /** `step`: the last one, as the person saw it: asked twice, it is taken back once. */
  z.object({ type: z.literal('undo-stage'), step: refSchema }),
  z.object({ type: z.literal('start-timer'), part: z.int().min(0).max(20), elapsedMs: z.int().min(0).max(86_400_000) }),
  z.object({ type: z.literal('stop-timer'), elapsedMs: z.int().min(0).max(86_400_000) }),
  z.object({ type: z.literal('add-penalty'), penalty: penaltySchema }),
  z.object({ type: z.literal('cancel-penalty'), penalty: refSchema, reason }),
  z.object({ type: z.literal('record-absence'), absence: exemptionSchema }),
  z.object({
    type: z.literal('record-absences'),
    juror: jurorIdSchema,
    absences: z
      .array(z.object({ contestant: contestantIdSchema, stages: z.array(stageIdSchema).max(limits.stages).optional() }))
      .min(1)
      .max(limits.contestants),
    reason,
  }),
  /** `only`: of several recorded in one act, the one for this contestant. */
  z.object({ type: z.literal('cancel-absence'), absence: refSchema, only: contestantIdSchema.optional(), reason }),
  /** A sheet locked beside an absence or recusal: one of the two counts. */
  z.object({
    type: z.literal('settle-sheet'),
    juror: jurorIdSchema,
    contestant: contestantIdSchema,
    stage: stageIdSchema,
    counts: z.enum(['lock', 'exemption']),
    reason,
  }),
  /** [D30] `judges` false: recorded as recused. */
  z.object({
    type: z.literal('settle-unit-conflict'),
    juror: jurorIdSchema,
    contestant: contestantIdSchema,
    judges: z.boolean(),
    reason,
  }),
  z.object({ type: z.literal('show-calibration'), contestant: contestantIdSchema }),
  z.object({
    type: z.literal('assign-readers'),
    stage: stageIdSchema,
    readers: z.array(readersSchema.omit({ stage: true })).max(limits.contestants),
  }),
  /** `seed`: made by the one who asks (random), recorded with the result. */
  z.object({
    type: z.literal('draw-readers'),
    stage: stageIdSchema,
    each: z.int().min(1).max(limits.jurors),
    seed: z.string().min(1).max(100),
  }),
  z.object({
    type: z.literal('reopen-sheet'),
    juror: jurorIdSchema,
    contestant: contestantIdSchema,
    stage: stageIdSchema,
    reason,
  }),
  z.object({ type: z.literal('reopen-sign-off'), juror: jurorIdSchema, category: categoryIdSchema, reason }),
  z.object({ type: z.literal('refuse-reopening'), request: refSchema, reason }),
  z.object({ type: z.literal('send-message'), to: jurorIdSchema, text: reason }),
  z.object({ type: z.literal('record-decision'), decision: decisionSchema }),
  z.object({ type: z.literal('cancel-decision'), decision: refSchema, reason }),
  /** `advanced` and `out`: as the person saw them; who has the ranking checks that it is so (`close-round.ts`). */
  z.object({
    type: z.literal('close-round'),
    category: categoryIdSchema,
    stage: stageIdSchema,
    advanced: z.array(contestantIdSchema).max(limits.contestants),
    out: z.array(contestantIdSchema).max(limits.contestants),
    /** Asked for where it is closed otherwise already. */
    reason: reason.optional(),
  }),
  z.object({ type: z.literal('reopen-round'), category: categoryIdSchema, stage: stageIdSchema, reason }),
  /** [D27] `order` of `best-last`: as the person saw it; who has the ranking checks that it is so (`close-round.ts`). */
  z.object({
    type: z.literal('set-stage-order'),
    category: categoryIdSchema,
    stage: stageIdSchema,
    by: z.discriminatedUnion('how', [
      z.object({ how: z.literal('lots'), seed: z.string().min(1).max(100) }),
      z.object({ how: z.literal('same') }),
      z.object({
        how: z.literal('best-last'),
        order: z.array(contestantIdSchema).max(limits.contestants),
      }),
    ]),
  }),
  /** [D28] `reason`: asked for where the ballots were counted already. */
  z.object({
    type: z.literal('enter-tally'),
    award: awardIdSchema,
    by: z.string().trim().min(1).max(limits.nameLength),
    votes: votesSchema,
    reason: reason.optional(),
  }),
  z.object({ type: z.literal('settle-tally'), award: awardIdSchema, votes: votesSchema, reason }),
  z.object({ type: z.literal('withdraw-tally'), award: awardIdSchema, reason }),
  /** The category is announced though jurors have not signed it off; who they are is found here. */
  z.object({ type: z.literal('confirm-announcement'), category: categoryIdSchema }),
  /** Made by `seal/propose.ts` alone: no window gives it. */
  z.object({
    type: z.literal('propose-seal'),
    code: z.string(),
    scope: scopeSchema,
    digest: z.string(),
    previous: z.string().nullable(),
    covers: z
      .array(z.object({ log: idsAs<LogId>(z.string()), seq: z.int().min(1), hash: z.string() }))
      .min(1)
      .max(limits.logsPerContest),
  }),
  /** Of the committee's chair. `digest`: of the result as it is now. `opening`: to open the seal again. */
  z.object({ type: z.literal('approve-seal'), code: z.string(), digest: z.string(), opening: refSchema.optional() }),
  z.object({ type: z.literal('propose-seal-opening'), code: z.string(), reason }),
  /** Made by `laptop/live-contest.ts` alone: no window gives it. `readsNotes`: of a log whose only key reads notes too. */
  z.object({
    type: z.literal('open-scores'),
    announced: z.boolean(),
    ends: z.array(z.object({ log: idsAs<LogId>(z.string()), seq: z.int().min(1) })).max(limits.logsPerContest),
    keys: z
      .array(z.object({ log: idsAs<LogId>(z.string()), key: z.string(), readsNotes: z.boolean() }))
      .max(limits.logsPerContest),
    withNotes: z.boolean(),
  }),
  z.object({
    type: z.literal('make-remark'),
    category: categoryIdSchema,
    contestant: contestantIdSchema.optional(),
    text: reason,
  }),
  z.object({
    type: z.literal('enter-objection'),
    by: z.string().trim().min(1).max(limits.nameLength),
    category: scopeSchema,
    contestant: contestantIdSchema.nullable(),
    text: reason,
  }),
  z.object({
    type: z.literal('answer-objection'),
    objection: refSchema,
    answer: reason,
    outcome: z.enum(['accepted', 'rejected']),
  }),
  z.object({
    type: z.literal('admit-device'),
    device: idsAs<DeviceId>(z.string()),
    signingKey: z.string(),
    boxKey: z.string(),
    seat: jurorIdSchema,
    machine: z.string().max(limits.nameLength),
  }),
  z.object({
    type: z.literal('revoke-device'),
    device: idsAs<DeviceId>(z.string()),
    upTo: z
      .array(z.object({ log: idsAs<LogId>(z.string()), seq: z.int().min(0), hash: z.string() }))
      .max(limits.logsPerContest),
    reason,
  }),
  z.object({
    type: z.literal('share-data-keys'),
    device: idsAs<DeviceId>(z.string()),
    keys: z
      .array(z.object({ log: idsAs<LogId>(z.string()), sealed: z.string().max(400) }))
      .min(1)
      .max(limits.logsPerContest),
  }),

  z.object({
    type: z.literal('set-score'),
    contestant: contestantIdSchema,
    criterion: criterionIdSchema,
    value: decimalSchema.nullable(),
  }),
  z.object({
    type: z.literal('set-note'),
    contestant: contestantIdSchema,
    stage: stageIdSchema,
    criterion: criterionIdSchema.nullable(),
    text: z.string().max(limits.noteLength),
  }),
  /** Values and notes of a sheet belong to another contestant; what stands on that one's sheet comes back in exchange. */
  z.object({ type: z.literal('move-scores'), from: contestantIdSchema, to: contestantIdSchema, stage: stageIdSchema }),
  z.object({ type: z.literal('lock-sheet'), contestant: contestantIdSchema, stage: stageIdSchema }),
  z.object({
    type: z.literal('recuse'),
    contestant: contestantIdSchema,
    stages: z.array(stageIdSchema).max(limits.stages).optional(),
    reason,
  }),
  z.object({ type: z.literal('withdraw-recusal'), contestant: contestantIdSchema, reason }),
  z.object({ type: z.literal('sign-off-category'), category: categoryIdSchema }),
  z.object({ type: z.literal('ask-reopening'), contestant: contestantIdSchema, stage: stageIdSchema, reason }),
  z.object({ type: z.literal('see-message'), message: refSchema }),
  /** `text`: the hash of what the person has read. */
  z.object({ type: z.literal('accept-pact'), text: z.string() }),
  z.object({ type: z.literal('confirm-seal'), code: z.string(), opening: refSchema.optional() }),
  z.object({ type: z.literal('agree-opening'), reason }),
]);

export type Command = z.output<typeof commandSchema>;
