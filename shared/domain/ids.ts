/**
 * Names of things: what the committee sets up, logs, devices, entries. Each kind is a type of its own, so that a juror's id
 * where a contestant's is meant does not compile; a text that nobody has read yet (a literal, an input) passes for any kind.
 * An entry is named by its log and its number there; nothing else needs an id.
 */
import { z } from 'zod';

/** The mark is never there: it tells the compiler which kind it is. */
type IdOf<Kind extends string> = string & { readonly idOf?: Kind };

export type CategoryId = IdOf<'category'>;
export type StageId = IdOf<'stage'>;
export type CriterionId = IdOf<'criterion'>;
export type JurorId = IdOf<'juror'>;
export type ContestantId = IdOf<'contestant'>;
export type LogId = IdOf<'log'>;
export type DeviceId = IdOf<'device'>;

/** 26 characters of lower-case base32: 128 random bits. */
export const logIdSchema: z.ZodType<LogId, string> = z.string().regex(/^[a-z2-7]{26}$/);

/** 26 characters of lower-case base32: the first 128 bits of SHA-256 over the device's public signing key. */
export const deviceIdSchema: z.ZodType<DeviceId, string> = z.string().regex(/^[a-z2-7]{26}$/);

/** `log:seq`, the name of one entry. */
export const refSchema = z.string().regex(/^[a-z2-7]{26}:[1-9]\d{0,9}$/);
export type Ref = z.output<typeof refSchema>;

export function entryRef(log: LogId, seq: number): Ref {
  return `${log}:${seq}`;
}

/** The log that holds the entry. */
export function logOfRef(ref: Ref): LogId {
  return ref.slice(0, ref.indexOf(':'));
}
