/**
 * Names of things: what the committee sets up, logs, devices, entries. Each kind is a type of its own, so that a juror's id where a
 * contestant's is meant does not compile, nor a text that nobody has read as an id: ids come from the schemas, or through `idFrom`.
 * An entry is named by its log and its number there; nothing else needs an id.
 */
import { z } from 'zod';

declare const kindOfId: unique symbol;

/** Empty: the mark is strict. The tests' programs alone put `literals` in (`tests/literal-ids.d.ts`), and write an id as it stands. */
export interface IdStrictness {}

/** The mark is never there: it tells the compiler which kind it is. */
type IdOf<Kind extends string> = IdStrictness extends { readonly literals: true }
  ? string & { readonly [kindOfId]?: Kind }
  : string & { readonly [kindOfId]: Kind };

export type CategoryId = IdOf<'category'>;
export type StageId = IdOf<'stage'>;
export type CriterionId = IdOf<'criterion'>;
export type JurorId = IdOf<'juror'>;
export type ContestantId = IdOf<'contestant'>;
export type AwardId = IdOf<'award'>;
export type LogId = IdOf<'log'>;
export type DeviceId = IdOf<'device'>;

/** An entry, `log:seq`. */
export type Ref = IdOf<'entry'>;

/** 26 characters of lower-case base32: 128 random bits. */
export const logIdSchema = idsAs<LogId>(z.string().regex(/^[a-z2-7]{26}$/));

/** 26 characters of lower-case base32: the first 128 bits of SHA-256 over the device's public signing key. */
export const deviceIdSchema = idsAs<DeviceId>(z.string().regex(/^[a-z2-7]{26}$/));

export const refSchema = idsAs<Ref>(z.string().regex(/^[a-z2-7]{26}:[1-9]\d{0,9}$/));

/** The schema whose texts are ids of that kind. */
export function idsAs<Id extends string>(schema: z.ZodType<string, string>): z.ZodType<Id, string> {
  return schema as unknown as z.ZodType<Id, string>;
}

/**
 * A text as an id of that kind without reading it: for what the application itself made (of bytes, of a name) or offered in a list, and
 * for what is only looked up among the ids that there are. What is kept from elsewhere goes through the schemas.
 */
export const idFrom = {
  category: (text: string): CategoryId => text as CategoryId,
  stage: (text: string): StageId => text as StageId,
  criterion: (text: string): CriterionId => text as CriterionId,
  juror: (text: string): JurorId => text as JurorId,
  contestant: (text: string): ContestantId => text as ContestantId,
  award: (text: string): AwardId => text as AwardId,
  log: (text: string): LogId => text as LogId,
  device: (text: string): DeviceId => text as DeviceId,
};

/** Stands where an award's id does for the places 1 to `rules.places` of each category; no award may be called so. */
export const placesAward: AwardId = idFrom.award('places');

export function entryRef(log: LogId, seq: number): Ref {
  return `${log}:${seq}` as Ref;
}

/** The entry's number in its log, from 1. */
export function seqOfRef(ref: Ref): number {
  return Number(ref.slice(ref.indexOf(':') + 1));
}

/** The log that holds the entry. */
export function logOfRef(ref: Ref): LogId {
  return idFrom.log(ref.slice(0, ref.indexOf(':')));
}
