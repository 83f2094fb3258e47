/**
 * The contest file, format `gelar-juri/contest@1`: the shape of everything a contest is, and the exchange format of
 * application and command line. This module is its grammar (types, keys, sizes); what must hold between the parts
 * (ids, ranges, one rubric per stage and category, whole sheets) is `contest-check.ts`.
 * Decimals are canonical texts; `85.50` is read as `85.5`. Unknown keys are refused.
 */
import { z } from 'zod';
import { parseDecimal } from '../../lib/decimal.ts';
import { readPicture } from '../../lib/picture.ts';
import { limits } from '../../limits.ts';
import { methods, roundingStages } from '../methods.ts';
import { parseTieStep } from '../tie-step.ts';
import {
  idsAs,
  type AwardId,
  type CategoryId,
  type ContestantId,
  type CriterionId,
  type JurorId,
  type StageId,
} from '../ids.ts';
import type { ProblemTag, SchemaTag } from './contest-problem.ts';

export const contestFileFormat = 'gelar-juri/contest@1';

export const idSchema = z.string().regex(/^[a-z0-9-]{1,64}$/, own('bad-id'));
const id = idSchema;
export const categoryIdSchema = idsAs<CategoryId>(id);
export const stageIdSchema = idsAs<StageId>(id);
export const criterionIdSchema = idsAs<CriterionId>(id);
export const jurorIdSchema = idsAs<JurorId>(id);
export const awardIdSchema = idsAs<AwardId>(id);
export const contestantIdSchema = idsAs<ContestantId>(id);
const name = z.string().trim().min(1, own('empty')).max(limits.nameLength);
const optionalText = z.string().max(limits.titleLength).optional();
export const reasonSchema = z.string().trim().min(1, own('reason-missing')).max(limits.reasonLength);
const reason = reasonSchema;

/** An exact decimal written as text; read into its canonical form. */
export const decimalSchema = z.string().transform((text, context) => {
  const value = parseDecimal(text);
  if (value !== null) return value;
  context.addIssue({ code: 'custom', message: own('not-decimal') });
  return z.NEVER;
});

const positiveDecimal = decimalSchema.refine((value) => !value.startsWith('-') && value !== '0', {
  message: own('not-positive'),
});
const unsignedDecimal = decimalSchema.refine((value) => !value.startsWith('-'), { message: own('negative') });

/** Why a text is no logo; null: it is one. */
export function logoProblem(text: string): ProblemTag | null {
  const read = readPicture(text);
  if (!read.ok) {
    if (read.error === 'not-base64') return { type: 'logo-not-base64' };
    if (read.error === 'unknown') return { type: 'logo-unknown' };
    return { type: 'logo-broken' };
  }
  const { width, height, bytes } = read.value;
  if (bytes.length > limits.logoBytes) return { type: 'logo-too-large', bytes: bytes.length, most: limits.logoBytes };
  if (Math.max(width, height) <= limits.logoPixels) return null;
  return { type: 'logo-too-wide', width, height, most: limits.logoPixels };
}

/** What stands on certificates, and who signs them (rule X29). */
export const certificateSchema = z.strictObject({
  /** With fields in braces, `{nama}`; absent: the usual one. */
  text: z.string().max(limits.certificateLetters).optional(),
  /** Absent: the committee's chair. Nobody signs where neither role nor name is given. */
  signer: z
    .strictObject({
      role: optionalText,
      name: z.string().max(limits.nameLength).optional(),
      title: optionalText,
      nip: z.string().max(40).optional(),
    })
    .optional(),
  /** Millimetres of the paper that stay free above and below. */
  top: z.int().min(10).max(60).optional(),
  bottom: z.int().min(20).max(60).optional(),
});

/** Stands where a category's id does for what concerns the whole contest; no id can be written so. */
export const wholeContest = '*';

/** One category, or what is won over the whole contest with every category. */
export const scopeSchema = z.union([categoryIdSchema, z.literal(wholeContest)]);
export type SealScope = z.output<typeof scopeSchema>;

export const infoSchema = z.strictObject({
  name,
  place: optionalText,
  /** Local dates, YYYY-MM-DD. */
  dates: z.array(z.iso.date()).max(31).optional(),
  organizer: optionalText,
  /** Lines of the letterhead (kop surat), top to bottom. */
  letterhead: z.array(z.string().max(limits.nameLength)).max(8).optional(),
  /** The picture beside them: PNG or JPEG, base64. */
  logo: z
    .string()
    .superRefine((text, context) => {
      if (logoProblem(text) !== null) context.addIssue({ code: 'custom', message: own('logo') });
    })
    .optional(),
  /** Where and when the documents are signed, where that is not the place and the last day of the contest. */
  signing: z.strictObject({ town: optionalText, date: z.iso.date().optional() }).optional(),
  /** The committee's chair, who signs beside the jury's. */
  committeeChair: z.strictObject({ name, title: optionalText, nip: z.string().max(40).optional() }).optional(),
  /** What the jury calls itself: Dewan Juri, Tim Juri, Tim Penilai. */
  juryLabel: z.string().max(40).optional(),
  paper: z.enum(['F4', 'A4']).optional(),
  /** True: the final scores do not stand on the slides of the announcement. */
  hideScores: z.boolean().optional(),
  /** Sound and confetti when a name is revealed; absent: none. */
  fanfare: z.boolean().optional(),
  confetti: z.boolean().optional(),
  /** On how many further laptops each juror's log lies at once; absent: `limits.copies`. The rest get it later. */
  copies: z.int().min(1).max(limits.jurors).optional(),
  /** True: nothing is official before it is sealed (Z rules); absent: a contest without seals. */
  sealing: z.boolean().optional(),
  certificate: certificateSchema.optional(),
  /** The pact of integrity that each juror accepts before the first score, with the tie-break chain; absent: none. */
  pact: z.string().trim().min(1, own('empty')).max(limits.pactLength).optional(),
  /** True: objections are taken down and answered (Z10); absent: none are asked for. */
  objections: z.boolean().optional(),
  /** True for invented data: every screen and sheet then says so. */
  example: z.boolean().optional(),
});

export const categorySchema = z.strictObject({ id: categoryIdSchema, name });

/** Who comes into a stage of those who were in an earlier one: exactly one of `top` and `minimum` (`contest-check-rounds.ts`). */
export const cutSchema = z.strictObject({
  stage: stageIdSchema,
  /** The first so many. */
  top: z.int().min(1).max(limits.contestants).optional(),
  /** Whoever reaches this result. */
  minimum: decimalSchema.optional(),
  /** Equals at the last place of `top`: all of them (absent too), or nobody before it is decided. */
  ties: z.enum(['admit', 'decide']).optional(),
});

export const stageSchema = z.strictObject({
  id: stageIdSchema,
  name,
  weight: unsignedDecimal,
  /** A round: only who advances from that stage is judged here. */
  after: cutSchema.optional(),
  /** [D32] True: jurors see number and title, no names, while they judge it. */
  blind: z.boolean().optional(),
  /** Parts of the stage timer in order, e.g. yel-yel 300 s, paparan 600 s, tanya jawab 300 s. */
  timer: z
    .array(z.strictObject({ name, seconds: z.int().min(1).max(86_400) }))
    .max(10)
    .optional(),
});

export const criterionSchema = z.strictObject({
  id: criterionIdSchema,
  name,
  weight: unsignedDecimal,
  min: decimalSchema,
  max: decimalSchema,
  step: positiveDecimal.default('0.01'),
  aspect: z.string().trim().min(1).max(limits.nameLength).optional(),
  /** Score to text: what a score of that height means. */
  descriptors: z.record(z.string().max(12), z.string().max(limits.titleLength)).optional(),
  /** Below this score a note is asked for. */
  noteBelow: decimalSchema.optional(),
});

const weighting = z.enum(['percent', 'factor']);

export const rubricSchema = z.strictObject({
  id,
  stage: stageIdSchema,
  /** Absent: all categories. */
  categories: z.array(categoryIdSchema).max(limits.categories).optional(),
  criteria: z.array(criterionSchema).min(1).max(limits.criteriaPerRubric),
  weighting: weighting.optional(),
  multiplier: positiveDecimal.default('1'),
  gate: z.boolean().optional(),
});

export const jurorSchema = z.strictObject({
  id: jurorIdSchema,
  name,
  title: optionalText,
  unit: optionalText,
  nip: z.string().max(40).optional(),
  categories: z.array(categoryIdSchema).max(limits.categories).optional(),
  stages: z.array(stageIdSchema).max(limits.stages).optional(),
  chair: z.boolean().optional(),
});

export const contestantStatusSchema = z.enum([
  'waiting',
  'performing',
  'performed',
  'withdrawn',
  'no-show',
  'disqualified',
  'exhibition',
]);

export const contestantSchema = z.strictObject({
  id: contestantIdSchema,
  number: z.int().min(0).max(99_999).nullable(),
  name,
  unit: z.string().trim().max(limits.nameLength).optional(),
  title: z.string().trim().max(limits.titleLength).optional(),
  /** When the group is planned to perform, as people read it: `09.00–09.20`. */
  slot: z.string().trim().max(limits.slotLength).optional(),
  category: categoryIdSchema,
  status: contestantStatusSchema,
  /** [D33] True: scored by all for comparison, and counted nowhere; its status is `exhibition`. */
  calibration: z.boolean().optional(),
});

export const scoreSchema = z.strictObject({
  juror: jurorIdSchema,
  contestant: contestantIdSchema,
  criterion: criterionIdSchema,
  value: decimalSchema,
});

export const exemptionSchema = z.strictObject({
  juror: jurorIdSchema,
  contestant: contestantIdSchema,
  stages: z.array(stageIdSchema).max(limits.stages).optional(),
  reason,
});

export const penaltySchema = z.union([
  z.strictObject({ contestant: contestantIdSchema, points: unsignedDecimal, reason }),
  z.strictObject({
    contestant: contestantIdSchema,
    perMinute: unsignedDecimal,
    overSeconds: z.int().min(0).max(86_400),
    reason,
  }),
]);

/** The decision is about the cut that leads to this stage alone; absent: wherever exactly these are equal. */
const cutTo = stageIdSchema.optional();

export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('chair'),
    category: categoryIdSchema,
    stage: cutTo,
    order: z.array(contestantIdSchema).min(2).max(200),
    reason,
  }),
  z.strictObject({
    kind: z.literal('draw'),
    category: categoryIdSchema,
    stage: cutTo,
    order: z.array(contestantIdSchema).min(2).max(200),
    reason,
  }),
  z.strictObject({
    kind: z.literal('joint'),
    category: categoryIdSchema,
    stage: cutTo,
    contestants: z.array(contestantIdSchema).min(2).max(200),
    reason,
  }),
]);

/** The committee has confirmed that a category is announced though these have not signed it off; under their names then. */
export const confirmationSchema = z.strictObject({
  category: categoryIdSchema,
  unsigned: z
    .array(z.strictObject({ juror: jurorIdSchema, name }))
    .min(1)
    .max(limits.jurors),
});

/** A name or unit that a contestant had while its first sheets were locked. */
const formerNameSchema = z.strictObject({
  contestant: contestantIdSchema,
  name,
  unit: z.string().max(limits.nameLength).optional(),
  reason,
});

/** Who advanced when the committee closed the round that leads to this stage. */
const closedRoundSchema = z.strictObject({
  category: categoryIdSchema,
  stage: stageIdSchema,
  advanced: z.array(contestantIdSchema).max(limits.contestants),
});

/** [D30] Of the committee: this juror of the same unit judges the contestant all the same. */
export const keptJurorSchema = z.strictObject({ juror: jurorIdSchema, contestant: contestantIdSchema, reason });

/** A juror's yes to the pact and the chain in force (`pact.ts`): under the name of then, with the hash of that text. */
const acceptanceSchema = z.strictObject({
  juror: jurorIdSchema,
  ...jurorSchema.pick({ name: true, title: true, nip: true }).shape,
  text: z.string().regex(/^[a-z2-7]{52}$/),
  atMs: z.int().min(0),
});

/** Counted ballots: who was named on how many of them. */
export const votesSchema = z
  .array(z.strictObject({ contestant: contestantIdSchema, votes: z.int().min(0).max(limits.ballots) }))
  .max(limits.contestants);

const awardBase = { id: awardIdSchema, name, categories: z.array(categoryIdSchema).max(limits.categories).optional() };
/** Ids of awards, or `placesAward`: who holds one of them cannot get this one. Each stands before it in the list. */
const excludes = z.array(awardIdSchema).min(1).max(50).optional();
const namedAward = {
  ...awardBase,
  excludes,
  /** `contest`: given once over all its categories, e.g. Favorit I-III of the whole event. */
  scope: z.enum(['category', 'contest']).optional(),
  /** False for nominations: several winners, none before the other. */
  ordered: z.boolean().optional(),
};
export const awardSchema = z.discriminatedUnion('kind', [
  /** Places `from` to `from + count - 1` of each category, e.g. Harapan I-III: from 4, count 3. */
  z.strictObject({
    ...awardBase,
    kind: z.literal('places'),
    from: z.int().min(1).max(99),
    count: z.int().min(1).max(50),
  }),
  /** Named by a vote of its own, in order, e.g. Favorit I-III. */
  z.strictObject({ ...namedAward, kind: z.literal('list'), contestants: z.array(contestantIdSchema).max(200) }),
  /** The best by one criterion's panel mean, e.g. KBK kreatif. */
  z.strictObject({
    ...namedAward,
    kind: z.literal('criterion'),
    criterion: criterionIdSchema,
    count: z.int().min(1).max(50).default(1),
  }),
  /** The best by a sum of its own over chosen criteria: weight times the panel's mean of each. */
  z.strictObject({
    ...namedAward,
    kind: z.literal('composite'),
    criteria: z
      .array(z.strictObject({ criterion: criterionIdSchema, weight: positiveDecimal }))
      .min(1)
      .max(limits.criteriaPerRubric),
    count: z.int().min(1).max(50).default(1),
  }),
  /** By ballots: who was named on how many of them. */
  z.strictObject({
    ...namedAward,
    kind: z.literal('ballots'),
    votes: votesSchema.default([]),
    count: z.int().min(1).max(50).default(1),
  }),
  /** Points for places 1, 2, ... in each category, added up by unit: juara umum. Given once over its categories. */
  z.strictObject({
    ...awardBase,
    kind: z.literal('units'),
    points: z.array(unsignedDecimal).min(1).max(50),
    count: z.int().min(1).max(50).default(1),
  }),
  /** By score: the highest band whose `min` the result reaches. */
  z.strictObject({
    ...awardBase,
    excludes,
    kind: z.literal('band'),
    bands: z
      .array(z.strictObject({ name, min: decimalSchema }))
      .min(1)
      .max(20),
  }),
]);

/** What the host is told at an act; it never stands on the projector. */
const actNote = z.string().max(limits.actTextLength).optional();

/** One act of the announcement: the opening picture, a slide of text, or what is won in a category (or over the whole contest). */
export const actSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opening'), note: actNote }),
  z.strictObject({
    type: z.literal('text'),
    id,
    title: name,
    text: z.string().max(limits.actTextLength).optional(),
    note: actNote,
  }),
  z.strictObject({
    type: z.literal('winners'),
    category: z.union([categoryIdSchema, z.literal(wholeContest)]),
    /** One award of the category in an act of its own; absent: all that has none (rule C1). */
    award: awardIdSchema.optional(),
    note: actNote,
  }),
]);

export const rulesSchema = z.strictObject({
  method: z.enum(methods),
  applyAt: z.enum(['sheet', 'criterion']).default('sheet'),
  drop: z.int().min(1).max(20).default(1),
  weighting: weighting.default('percent'),
  rounding: z
    .array(
      z.strictObject({
        at: z.enum(roundingStages),
        decimals: z.int().min(0).max(10),
      }),
    )
    .max(5)
    .default([]),
  /** The texts of `TieStep`: stage:<id>, criterion:<id>, aspect:<label>, juror-firsts, draw, ... */
  tieBreak: z
    .array(
      z
        .string()
        .max(limits.nameLength + 20)
        .refine((text) => parseTieStep(text) !== null, own('unknown-tie-step')),
    )
    .max(20)
    .default([]),
  places: z.int().min(1).max(50).default(3),
  /** A result below which no place is awarded. */
  minimum: decimalSchema.optional(),
});

/** Performance numbers of contestants; null: none. */
export const numberingSchema = z
  .array(z.object({ contestant: contestantIdSchema, number: z.int().min(0).max(99_999).nullable() }))
  .max(limits.contestants);

/** Some of the jury for one contestant in one stage. */
export const readersSchema = z.strictObject({
  stage: stageIdSchema,
  contestant: contestantIdSchema,
  jurors: z.array(jurorIdSchema).min(1).max(limits.jurors),
});

/** What is agreed before scoring: the part of the contest file that the committee sets up. */
const setupShape = {
  contest: infoSchema,
  categories: z.array(categorySchema).max(limits.categories),
  stages: z.array(stageSchema).max(limits.stages),
  rubrics: z.array(rubricSchema).max(limits.rubrics),
  jurors: z.array(jurorSchema).max(limits.jurors),
  contestants: z.array(contestantSchema).max(limits.contestants),
  awards: z.array(awardSchema).max(50).default([]),
  rules: rulesSchema,
  /** [R34] Who of the jury judges a contestant in a stage; absent: everybody whose seat does. */
  readers: z.array(readersSchema).max(limits.listLength).optional(),
  /** The acts of the announcement in their order; absent: the usual one (`ceremony/programme.ts`). */
  programme: z.array(actSchema).max(limits.acts).optional(),
};

export const contestSetupSchema = z.strictObject(setupShape);

export const contestFileSchema = z.strictObject({
  format: z.literal(contestFileFormat),
  ...setupShape,
  scores: z.array(scoreSchema).max(limits.scores).default([]),
  recusals: z.array(exemptionSchema).max(limits.listLength).default([]),
  absences: z.array(exemptionSchema).max(limits.listLength).default([]),
  penalties: z.array(penaltySchema).max(limits.listLength).default([]),
  decisions: z.array(decisionSchema).max(1000).default([]),
  confirmations: z.array(confirmationSchema).max(1000).optional(),
  formerNames: z.array(formerNameSchema).max(limits.listLength).optional(),
  closedRounds: z.array(closedRoundSchema).max(1000).optional(),
  acceptances: z.array(acceptanceSchema).max(1000).optional(),
  keptJurors: z.array(keptJurorSchema).max(limits.listLength).optional(),
});

export type ContestInfo = Readonly<z.output<typeof infoSchema>>;
export type CertificateForm = Readonly<z.output<typeof certificateSchema>>;
export type Category = Readonly<z.output<typeof categorySchema>>;
export type Stage = Readonly<z.output<typeof stageSchema>>;
export type Cut = Readonly<z.output<typeof cutSchema>>;
export type Criterion = Readonly<z.output<typeof criterionSchema>>;
export type Rubric = Readonly<z.output<typeof rubricSchema>>;
export type Juror = Readonly<z.output<typeof jurorSchema>>;
export type ContestantStatus = z.output<typeof contestantStatusSchema>;
export type Contestant = Readonly<z.output<typeof contestantSchema>>;
export type Score = Readonly<z.output<typeof scoreSchema>>;
/** A recusal or an absence: a juror who does not count towards a contestant (absent `stages`: in all of them). */
export type Exemption = Readonly<z.output<typeof exemptionSchema>>;
export type KeptJuror = Readonly<z.output<typeof keptJurorSchema>>;
export type Readers = Readonly<z.output<typeof readersSchema>>;
export type Penalty = Readonly<z.output<typeof penaltySchema>>;
export type Decision = Readonly<z.output<typeof decisionSchema>>;
export type Confirmation = Readonly<z.output<typeof confirmationSchema>>;
export type Award = Readonly<z.output<typeof awardSchema>>;
export type Votes = Readonly<z.output<typeof votesSchema>>;
export type Act = Readonly<z.output<typeof actSchema>>;
export type WinnersAct = Extract<Act, { readonly type: 'winners' }>;
export type Rules = Readonly<z.output<typeof rulesSchema>>;
export type ContestSetup = Readonly<z.output<typeof contestSetupSchema>>;
export type ContestFile = Readonly<z.output<typeof contestFileSchema>>;

/** The rubric that judges a category in a stage, or undefined when that stage is not judged there. */
export function rubricFor(
  setup: { readonly rubrics: readonly Rubric[] },
  stage: StageId,
  category: CategoryId,
): Rubric | undefined {
  return setup.rubrics.find(
    (rubric) => rubric.stage === stage && (rubric.categories === undefined || rubric.categories.includes(category)),
  );
}

/** True when the juror's seat judges that category in that stage. */
export function judges(juror: Juror, stage: StageId, category: CategoryId): boolean {
  return (
    (juror.categories === undefined || juror.categories.includes(category)) &&
    (juror.stages === undefined || juror.stages.includes(stage))
  );
}

/** True for a contestant that is scored and ranked; the others stand in `unranked`. */
export function isRanked(contestant: { readonly status: ContestantStatus }): boolean {
  return contestant.status === 'waiting' || contestant.status === 'performing' || contestant.status === 'performed';
}

/** [D33] True for a group that is scored for comparison alone: it is not ranked, and has sheets all the same. */
export function isCalibration({ status, calibration }: Pick<Contestant, 'status' | 'calibration'>): boolean {
  return calibration === true && status === 'exhibition';
}

/** The message of a schema's issue, which `contest-grammar.ts` reads. */
function own(tag: SchemaTag): SchemaTag {
  return tag;
}
